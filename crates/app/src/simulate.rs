//! A register of any size for measuring and trying out: made-up bodies and statements with the distributions of
//! the real ones.
//!
//! Every made-up statement takes its fields (dates, kind, status, words) from a real one; what is made up is
//! who says it about whom. The same seed gives the same register.

use std::sync::Arc;

use crate::bundle::Models;
use vanort_domain::bodies::Body;
use vanort_domain::log::{Content, Entry};
use vanort_domain::sources::Source;
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::{Confidence, PublisherKind};
use vanort_domain::{BodyId, CountryCode, Seq, Timestamp, Values};

/// How much to make up.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Statements.
    pub statements: usize,
    /// Bodies abroad, besides the Swedish ones given.
    pub bodies: usize,
    /// Seed of the random numbers.
    pub seed: u64,
}

/// How many statements there are about one pair, in 100 pairs: from the bundled data (most pairs are stated by
/// one or two sources, a few by many).
const STATEMENTS_OF_A_PAIR: [(usize, u32); 6] = [(1, 38), (2, 37), (3, 14), (4, 6), (6, 3), (9, 2)];
/// Share of pairs with a Swedish side, in 100; the rest of the world also has partners.
const SWEDISH_PAIRS: u32 = 30;
/// Sources that the statements are spread over.
const SOURCES: usize = 500;

/// Makes up sources, bodies and statements, in the order in which a log would hold them. The models
/// must not be empty.
pub fn contents(size: Size, models: &Models) -> impl Iterator<Item = Content> {
    let (swedish, templates) = (&models.swedish[..], &models.statements[..]);
    let mut rng = fastrand::Rng::with_seed(size.seed);
    let countries = countries(templates);
    let sources = (0..SOURCES).map(|number| Content::Source(Arc::new(source(number))));
    let home = swedish.iter().cloned().map(Content::Body);
    let abroad: Vec<Arc<Body>> = (0..size.bodies.max(2))
        .map(|number| Arc::new(foreign_body(number, &countries, &mut rng)))
        .collect();
    let abroad_ids: Vec<BodyId> = abroad.iter().map(|body| body.id.clone()).collect();
    let abroad = abroad.into_iter().map(Content::Body);
    let mut pair: Option<(BodyId, BodyId, usize)> = None;
    let statements = (0..size.statements).map(move |number| {
        let (subject, partner, left) = match pair.take() {
            Some(known) => known,
            None => new_pair(swedish, &abroad_ids, &mut rng),
        };
        if left > 1 {
            pair = Some((subject.clone(), partner.clone(), left - 1));
        }
        let template = &templates[rng.usize(..templates.len())];
        Content::Statement(Arc::new(statement(
            template, subject, partner, number, &mut rng,
        )))
    });
    sources.chain(home).chain(abroad).chain(statements)
}

/// The same as the entries of a log recorded at one moment.
#[must_use]
pub fn log(size: Size, models: &Models) -> Vec<Entry> {
    contents(size, models)
        .zip(1..)
        .map(|(content, seq)| Entry {
            seq: Seq(seq),
            recorded: Timestamp(1_700_000_000),
            by: "simulate".into(),
            content,
        })
        .collect()
}

fn countries(templates: &[Arc<Statement>]) -> Vec<CountryCode> {
    let stated: Vec<CountryCode> = templates
        .iter()
        .filter_map(|template| template.country)
        .collect();
    if stated.is_empty() {
        vec![CountryCode::SWEDEN]
    } else {
        stated
    }
}

fn source(number: usize) -> Source {
    Source {
        id: format!("simulated-{number}")
            .parse()
            .unwrap_or_else(|_| unreachable!("letters and digits")),
        collection: "simulated".into(),
        publisher: format!("Made-up source {number}"),
        publisher_kind: PublisherKind::Other,
        publisher_body: None,
        title: None,
        url: None,
        date: None,
        licence: None,
        confidence: Some(Confidence::Unconfirmed),
        listing: None,
        stated_count: None,
        note: None,
    }
}

/// A made-up town: a name of two to four syllables, a country as often as real partners come from it, and a
/// number of inhabitants that falls off as that of towns does.
fn foreign_body(number: usize, countries: &[CountryCode], rng: &mut fastrand::Rng) -> Body {
    const SYLLABLES: [&str; 24] = [
        "ba", "dor", "ska", "vil", "nor", "tur", "ke", "lin", "ost", "mar", "gra", "fel", "ris",
        "ham", "bo", "ten", "ul", "zi", "pol", "ra", "en", "burg", "å", "hö",
    ];
    let mut name: String = (0..rng.usize(2..=4))
        .map(|_| SYLLABLES[rng.usize(..SYLLABLES.len())])
        .collect();
    if let Some(first) = name.chars().next() {
        name.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    let id: BodyId = format!("vn-simulated-{number}")
        .parse()
        .unwrap_or_else(|_| unreachable!("letters and digits"));
    let mut body = Body::named(
        id,
        &name,
        Some(countries[rng.usize(..countries.len())]),
        "simulated",
    );
    let rank = rng.f64().max(1e-6);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 500 and 500 million"
    )]
    let inhabitants = (500.0 / rank) as u32;
    body.population = Some(inhabitants);
    body.lat = Some(rng.f64() * 110.0 - 40.0);
    body.lon = Some(rng.f64() * 340.0 - 170.0);
    body
}

fn new_pair(
    swedish: &[Arc<Body>],
    abroad: &[BodyId],
    rng: &mut fastrand::Rng,
) -> (BodyId, BodyId, usize) {
    let partner = abroad[rng.usize(..abroad.len())].clone();
    let subject = loop {
        let candidate = if rng.u32(..100) < SWEDISH_PAIRS {
            swedish[rng.usize(..swedish.len())].id.clone()
        } else {
            abroad[rng.usize(..abroad.len())].clone()
        };
        if candidate != partner {
            break candidate;
        }
    };
    let mut lot = rng.u32(..100);
    for (count, share) in STATEMENTS_OF_A_PAIR {
        if lot < share {
            return (subject, partner, count);
        }
        lot -= share;
    }
    (subject, partner, 1)
}

fn statement(
    template: &Statement,
    subject: BodyId,
    partner: BodyId,
    number: usize,
    rng: &mut fastrand::Rng,
) -> Statement {
    let mut made: Values = template.to_values();
    made.set("subject", subject).set("partner", partner);
    made.set("source", format_args!("simulated-{}", rng.usize(..SOURCES)));
    made.set("key", format_args!("simulated:{number}"));
    made.remove("corrects");
    made.remove("note");
    Statement::from_values(&made).unwrap_or_else(|_| template.clone())
}
