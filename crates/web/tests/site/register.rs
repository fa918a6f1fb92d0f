//! A small register with one of everything: a partnership on every rung of the ladder and of every age, a merger
//! abroad, two bodies that turned out to be one, a chain, a statement that was taken away, and names that want to
//! do harm.

use std::sync::Arc;

use vanort_app::{Clock, Countries, Ctx, Live, bundle};
use vanort_domain::identity::Decision;
use vanort_domain::log::{Content, Entry, Hash, Redaction};
use vanort_domain::register::{AsOf, Register};
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::Verdict;
use vanort_domain::{Seq, Timestamp, Values};
use vanort_testkit::{NOW, body, source, statement};

/// A name with markup in it.
pub const MARKUP: &str = "<script>alert(1)</script> & \"Söner\"";
/// A name with a sign that turns the direction of writing for all that follows.
pub const TURNED: &str = "Sta\u{202e}gnilbah";
/// The number of the statement that was taken away.
pub const TAKEN_AWAY: u32 = 38;

/// What stands for the hash of the last entry.
pub const HASH: Hash = Hash([0x5a; 32]);

/// The context of a site on the small register; the day is 1 March 2026.
pub fn ctx() -> Ctx {
    ctx_with(Vec::new())
}

/// The same on the small register and what comes after it.
pub fn ctx_with(more: Vec<Content>) -> Ctx {
    let table = bundle::file("countries.csv").expect("bundled");
    let mut log = log();
    let after = more.into_iter().zip(log.len() as u32 + 1..);
    log.extend(after.map(|(content, seq)| entry(seq, content)));
    Ctx {
        live: Arc::new(Live::of(Register::fold(log, AsOf::NOW), Some(HASH))),
        countries: Arc::new(Countries::read(&table).expect("a table")),
        clock: Clock::fixed(NOW),
        desk: None,
    }
}

/// The log of the small register.
pub fn log() -> Vec<Entry> {
    let contents = bodies()
        .into_iter()
        .chain(sources())
        .chain(statements())
        .chain(afterwards());
    contents
        .zip(1..)
        .map(|(content, seq)| entry(seq, content))
        .collect()
}

/// An entry of the log, recorded an hour after the one before it.
pub fn entry(seq: u32, content: Content) -> Entry {
    Entry {
        seq: Seq(seq),
        recorded: Timestamp(NOW.0 - 30 * 86_400 + i64::from(seq) * 3_600),
        by: "test".into(),
        content,
    }
}

fn municipality(id: &str, name: &str, more: &[(&str, &str)]) -> Content {
    let least = [
        ("country", "SE"),
        ("roles", "municipality"),
        ("scb_code", &id[3..]),
    ];
    body(id, name, &[&least, more].concat())
}

#[expect(clippy::too_many_lines, reason = "a table of made-up facts")]
fn bodies() -> Vec<Content> {
    vec![
        // 1
        municipality(
            "se-1280",
            "Malmö",
            &[
                ("official_name", "Malmö kommun"),
                ("own_name", "Malmö stad"),
                ("county_code", "12"),
                ("county_name", "Skåne län"),
                ("region", "se-12"),
                ("org_number", "212000-1124"),
                ("population", "365644"),
                ("population_date", "2024-12-31"),
                ("skr_group", "A1"),
                ("skr_group_name", "Storstäder"),
                ("lat", "55.57"),
                ("lon", "13.05"),
                ("geonames", "2692969"),
                ("wikidata", "Q503361"),
                ("web_domain", "malmo.se"),
            ],
        ),
        // 2
        body(
            "se-12",
            "Region Skåne",
            &[("country", "SE"), ("roles", "region"), ("scb_code", "12")],
        ),
        // 3
        municipality(
            "se-1480",
            "Göteborg",
            &[
                ("own_name", "Göteborgs Stad"),
                ("name_en", "Gothenburg"),
                ("county_name", "Västra Götalands län"),
            ],
        ),
        // 4
        body(
            "se-0980",
            "Gotland",
            &[
                ("country", "SE"),
                ("roles", "municipality|region"),
                ("scb_code", "0980"),
                ("own_name", "Region Gotland"),
            ],
        ),
        // 5
        municipality(
            "se-0114",
            "Upplands Väsby",
            &[("county_name", "Stockholms län")],
        ),
        // 6
        municipality("se-2321", "Åre", &[("county_name", "Jämtlands län")]),
        // 7
        body(
            "fi-734",
            "Salo",
            &[
                ("country", "FI"),
                ("roles", "municipality"),
                ("lat", "60.38"),
                ("lon", "23.13"),
                ("population", "25000"),
            ],
        ),
        // 8
        body(
            "fi-252",
            "Kiikala",
            &[
                ("country", "FI"),
                ("roles", "municipality"),
                ("successions", "merged 2009 fi-734 verified"),
            ],
        ),
        // 9
        body(
            "gn-3137115",
            "Stavanger",
            &[
                ("country", "NO"),
                ("lat", "58.97"),
                ("lon", "5.73"),
                ("population", "121610"),
            ],
        ),
        // 10
        body(
            "gn-1796236",
            "Shanghai",
            &[("country", "CN"), ("lat", "31.22"), ("lon", "121.46")],
        ),
        // 11
        body(
            "gn-2806654",
            "Wismar",
            &[("country", "DE"), ("lat", "53.89"), ("lon", "11.46")],
        ),
        // 12
        body("vn-markup", MARKUP, &[("country", "DE")]),
        // 13
        body("vn-turned", TURNED, &[]),
        // 14
        body("vn-salo", "Salon kaupunki", &[("country", "FI")]),
        // 15
        Content::Group(Arc::new(
            vanort_domain::groups::Group::from_values(&Values::from_iter([
                ("id", "gr-kedja"),
                ("name", "Nordiska kedjan"),
                ("name_en", "The Nordic chain"),
                ("kind", "chain"),
                ("source", "test"),
            ]))
            .expect("a group"),
        )),
    ]
}

fn sources() -> Vec<Content> {
    vec![
        // 16
        source(
            "page-malmo",
            &[
                ("publisher", "Malmö stad"),
                ("publisher_body", "se-1280"),
                ("url", "https://malmo.se/vanorter?a=1&b=2"),
                ("date", "2025-11-01"),
                ("listing", "complete"),
            ],
        ),
        // 17
        source(
            "page-goteborg",
            &[
                ("publisher", "Göteborgs Stad"),
                ("publisher_body", "se-1480"),
                ("url", "https://goteborg.se/vanorter"),
            ],
        ),
        // 18
        source(
            "page-stavanger",
            &[
                ("publisher", "Stavanger kommune"),
                ("publisher_kind", "partner"),
                ("publisher_body", "gn-3137115"),
                ("url", "https://stavanger.no"),
                ("date", "2024-02"),
            ],
        ),
        // 19
        source(
            "dataset-2016",
            &[
                ("collection", "wikidata"),
                ("publisher", "Wikidata"),
                ("publisher_kind", "dataset"),
                ("date", "2016-09"),
                ("licence", "CC0-1.0"),
            ],
        ),
    ]
}

fn third(subject: &str, partner: &str) -> Content {
    statement(
        "dataset-2016",
        subject,
        partner,
        &[
            ("speaker", "third"),
            ("said", "2016-09"),
            ("kind", "vanort"),
        ],
    )
}

fn other(fields: &[(&str, &str)]) -> Content {
    Content::Statement(Arc::new(
        Statement::from_values(&fields.iter().copied().collect()).expect("a statement"),
    ))
}

#[expect(clippy::too_many_lines, reason = "a table of made-up facts")]
fn statements() -> Vec<Content> {
    vec![
        // 20: both sides say so; the year differs between them and a third party.
        statement(
            "page-malmo",
            "se-1280",
            "gn-3137115",
            &[
                ("partner_written", "Stavanger"),
                ("said", "2025-11-01"),
                ("kind", "vanort"),
                ("kind_written", "vänort"),
                ("since", "1998-05-08"),
                ("agreement", "in_force"),
                ("activity", "active"),
                ("status_written", "avtalet gäller tills vidare"),
                ("themes", "culture|youth"),
            ],
        ),
        // 21
        statement(
            "page-stavanger",
            "se-1280",
            "gn-3137115",
            &[
                ("speaker", "partner"),
                ("said", "2024-02"),
                ("kind", "vanort"),
                ("since", "1998"),
            ],
        ),
        // 22
        statement(
            "dataset-2016",
            "se-1280",
            "gn-3137115",
            &[("speaker", "third"), ("said", "2016-09"), ("kind", "other")],
        ),
        // 23: the Swedish side alone, of the year before last.
        statement(
            "page-malmo",
            "se-1280",
            "gn-2806654",
            &[
                ("said", "2024-01-10"),
                ("kind", "partnership"),
                ("funding", "eu"),
                ("since", "197X"),
            ],
        ),
        // 24: ended by a decision.
        statement(
            "page-goteborg",
            "se-1480",
            "gn-1796236",
            &[
                ("said", "2019-12-12"),
                ("event", "ended"),
                ("agreement", "terminated"),
                ("activity", "ended"),
                ("effective", "2019-12-12"),
                ("decided_by", "Kommunstyrelsen"),
                ("decision_ref", "KS 2019/77"),
                ("reason", "avtalet löpte ut"),
            ],
        ),
        // 25
        statement(
            "page-goteborg",
            "se-1480",
            "gn-1796236",
            &[
                ("said", "2003/2009"),
                ("kind", "vanort"),
                ("since", "1986"),
                ("agreement", "in_force"),
            ],
        ),
        // 26: undated.
        statement(
            "page-goteborg",
            "se-1480",
            "gn-3137115",
            &[("kind", "vanort"), ("since", "1975~")],
        ),
        // 27: the two sides contradict each other.
        statement(
            "page-stavanger",
            "se-0980",
            "gn-3137115",
            &[
                ("speaker", "partner"),
                ("said", "2024-02"),
                ("agreement", "in_force"),
                ("activity", "active"),
            ],
        ),
        // 28
        statement(
            "page-goteborg",
            "se-0980",
            "gn-3137115",
            &[
                ("said", "2024-03"),
                ("agreement", "none"),
                ("activity", "ended"),
                ("event", "ended"),
            ],
        ),
        // 29: the partner alone.
        statement(
            "page-stavanger",
            "se-2321",
            "gn-3137115",
            &[("speaker", "partner"), ("said", "2024-02")],
        ),
        // 30: carried over from a municipality that went up in another.
        third("se-1280", "fi-252"),
        // 31: written under a name that turned out to be another's.
        third("se-1480", "vn-salo"),
        // 32
        third("se-1480", "vn-markup"),
        // 33
        third("se-1480", "vn-turned"),
        // 34: no longer on the list.
        statement(
            "page-malmo",
            "se-1280",
            "gn-1796236",
            &[("said", "2025-11-01"), ("event", "no_longer_listed")],
        ),
        // 35: planned.
        statement(
            "page-goteborg",
            "se-1480",
            "gn-2806654",
            &[("said", "2025-06"), ("event", "planned")],
        ),
        // 36: in the chain.
        other(&[
            ("source", "page-malmo"),
            ("speaker", "subject"),
            ("subject", "se-1280"),
            ("about", "group"),
            ("group", "gr-kedja"),
            ("said", "2025-11-01"),
            ("since", "1946"),
        ]),
        // 37: about the body alone.
        other(&[
            ("source", "page-goteborg"),
            ("speaker", "subject"),
            ("subject", "se-1480"),
            ("about", "body"),
            ("event", "policy"),
            ("said", "2014~"),
            ("note", "Ny policy för internationellt arbete"),
        ]),
        // 38: what it said was taken away.
        Content::Unreadable,
    ]
}

fn afterwards() -> Vec<Content> {
    vec![
        // 39
        Content::Redaction(Arc::new(Redaction {
            of: Seq(TAKEN_AWAY),
            field: "subject".to_owned(),
            reason: "uppgiften rörde en person".to_owned(),
        })),
        // 40
        Content::Decision(Arc::new(Decision {
            a: "vn-salo".parse().expect("an id"),
            b: "fi-734".parse().expect("an id"),
            verdict: Verdict::Same,
            score: None,
            reason: Some("Salon kaupunki är Salos namn på finska".to_owned()),
            withdraws: None,
        })),
    ]
}
