//! What must hold for every log.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use vanort_domain::log::{ChainCheck, Content, Entry, Hash, Redaction, SealedEntry, Switch};
use vanort_domain::register::{AsOf, Register};
use vanort_domain::{Edtf, Seq, Timestamp};

use crate::build::{body, log, says, source, statement, values};

const SWEDISH: [&str; 3] = ["se-1280", "se-1480", "se-0180"];
const ABROAD: [&str; 4] = ["gn-1", "gn-2", "vn-x", "vn-y"];

fn optional(choices: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop_oneof![2 => Just(""), 3 => prop::sample::select(choices)]
}

fn any_statement() -> impl Strategy<Value = Content> {
    (
        prop::sample::select(&SWEDISH[..]),
        prop::sample::select(&ABROAD[..]),
        prop::sample::select(&["subject", "partner", "third"][..]),
        prop::sample::select(&["page", "wd", "news"][..]),
        optional(&["1990", "2005-05-05", "2012", "199X", "2020-03"]),
        optional(&["1971", "197X", "1995-07-03", "1982~"]),
        optional(&["in_force", "none", "lapsed", "terminated"]),
        optional(&["active", "dormant", "paused", "ended"]),
        optional(&["planned", "no_longer_listed", "signed", "motion"]),
        optional(&["1", "4", "7"]),
    )
        .prop_map(
            |(
                subject,
                partner,
                speaker,
                source,
                said,
                since,
                agreement,
                activity,
                event,
                corrects,
            )| {
                let fields = [
                    ("source", source),
                    ("said", said),
                    ("since", since),
                    ("agreement", agreement),
                    ("activity", activity),
                    ("event", event),
                    ("corrects", corrects),
                ];
                says(speaker, subject, partner, &fields)
            },
        )
}

const WAYS: [&str; 2] = ["import-a", "import-b"];

fn any_content() -> impl Strategy<Value = Content> {
    prop_oneof![
        10 => any_statement(),
        1 => (prop::sample::select(&SWEDISH[..]), optional(&["none", "not_seeking"])).prop_map(|(subject, declaration)| {
            statement(&[("source", "page"), ("speaker", "subject"), ("subject", subject), ("about", "body"),
                ("declaration", declaration)])
        }),
        1 => (prop::sample::select(&SWEDISH[..]), optional(&["left_group"])).prop_map(|(subject, event)| {
            statement(&[("source", "page"), ("speaker", "subject"), ("subject", subject), ("about", "group"),
                ("group", "gr-kedja"), ("event", event)])
        }),
        1 => (prop::sample::select(&ABROAD[..]), prop::sample::select(&ABROAD[..]), optional(&["2", "3", "5", "9"]),
            prop::sample::select(&["same", "different"][..])).prop_map(|(a, b, withdraws, verdict)| {
            let fields = [("a", a), ("b", b), ("verdict", verdict), ("withdraws", withdraws)];
            Content::from_values("decision", &values(&fields)).expect("decision")
        }),
        1 => (prop::sample::select(&ABROAD[..]), prop::sample::select(&["own_body", "not_a_body", "unsure"][..]))
            .prop_map(|(id, verdict)| {
                Content::from_values("decision", &values(&[("a", id), ("b", id), ("verdict", verdict)])).expect("decision")
            }),
        1 => prop::sample::select(&WAYS[..]).prop_map(super::imports::import),
        1 => (prop::sample::select(&WAYS[..]), any::<bool>())
            .prop_map(|(way, withdrawn)| super::imports::withdrawal(way, withdrawn)),
        1 => (prop::sample::select(&["municipal_pages", "wikidata"][..]), any::<bool>()).prop_map(|(collection, on)| {
            Content::Switch(Arc::new(Switch { collection: collection.into(), on, reason: None }))
        }),
        1 => prop_oneof![Just(source("page", "municipal_pages")), Just(source("wd", "wikidata")),
            Just(source("wd", "municipal_pages"))],
        1 => (prop::sample::select(&ABROAD[..]), prop::sample::select(&["Turku", "Åbo", "Zwolle"][..]))
            .prop_map(|(id, name)| body(id, name, "FI")),
        1 => (1u32..12, prop::sample::select(&["agreement", "said", "source", "name"][..])).prop_map(|(of, field)| {
            Content::Redaction(Arc::new(Redaction { of: Seq(of), field: field.into(), reason: "test".into() }))
        }),
    ]
}

fn any_log() -> impl Strategy<Value = Vec<Entry>> {
    let way = prop::sample::select(&["test", "test", "import-a", "import-b"][..]);
    prop::collection::vec((any_content(), way), 0..40).prop_map(|contents| {
        let (contents, ways): (Vec<Content>, Vec<&str>) = contents.into_iter().unzip();
        let by_way = log(contents).into_iter().zip(ways);
        by_way
            .map(|(entry, way)| Entry {
                by: way.into(),
                ..entry
            })
            .collect()
    })
}

fn any_as_of() -> impl Strategy<Value = AsOf> {
    let valid = prop::option::of(1960i32..2030);
    let recorded = prop::option::of(0i64..45);
    (valid, recorded).prop_map(|(year, recorded)| AsOf {
        valid: year.and_then(AsOf::end_of).and_then(|as_of| as_of.valid),
        recorded: recorded.map(Timestamp),
    })
}

/// What a register shows of its partnerships, without the numbers of statements.
fn shown(register: &Register) -> Vec<String> {
    register
        .partnerships()
        .map(|p| {
            let since = format!("{:?}/{:?}", p.since.outcome(), p.until.outcome());
            let rules = [
                p.kind.rule(),
                p.agreement.rule(),
                p.activity.rule(),
                p.since.rule(),
                p.until.rule(),
            ];
            format!(
                "{} {:?} {:?} {:?} {:?} {:?} {since} {rules:?} {:?}",
                p.pair,
                p.kind.outcome(),
                p.agreement.outcome(),
                p.activity.outcome(),
                p.evidence,
                p.standing,
                p.last_word
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_history_of_a_pair_is_what_the_register_as_of_each_year_shows(entries in any_log()) {
        let now = Register::fold(entries, AsOf::NOW);
        let histories: Vec<_> = now.partnerships().map(|p| (p.pair.clone(), now.history(p))).collect();
        for year in 1968..2024 {
            let then = now.seen_from(AsOf::end_of(year).expect("a year"));
            for (pair, steps) in &histories {
                let step = steps.iter().rev().find(|step| step.year <= year);
                let seen = then.partnership(pair).map(|p| (p.standing, p.activity.value().copied(), p.kind.value().copied()));
                let told = step.map(|step| (step.standing, step.activity, step.kind));
                prop_assert_eq!(told, seen, "{} in {}", pair, year);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_of_a_life_is_what_it_would_be_made_anew(entries in any_log(), as_of in any_as_of()) {
        let mut grown = Register::fold(Vec::new(), as_of);
        for entry in entries {
            grown.apply(entry.clone());
            for partnership in grown.partnerships() {
                let kept = grown.life(partnership);
                prop_assert_eq!(kept, &grown.life_anew(partnership), "{} after {:?}", partnership.pair, entry);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn appending_one_by_one_equals_folding_from_scratch(entries in any_log(), as_of in any_as_of()) {
        let mut grown = Register::fold(Vec::new(), as_of);
        for (length, entry) in entries.iter().enumerate() {
            grown.apply(entry.clone());
            let folded = Register::fold(entries[..=length].to_vec(), as_of);
            prop_assert!(grown == folded, "differs after entry {}: {:?}", length + 1, entry);
            prop_assert_eq!(grown.figures(), folded.figures());
            for body in grown.bodies() {
                prop_assert_eq!(grown.partnership_count_of(&body.id), grown.partnerships_of(&body.id).len());
                prop_assert_eq!(grown.coverage(&body.id), folded.coverage(&body.id));
            }
        }
    }

    #[test]
    fn the_order_in_which_statements_come_in_does_not_matter(
        statements in prop::collection::vec(any_statement(), 0..25),
        seed in any::<u64>(),
    ) {
        let mut shuffled: Vec<Content> = statements
            .iter()
            .map(|content| {
                let mut values = content.to_values();
                values.remove("corrects");
                Content::from_values("statement", &values).expect("statement")
            })
            .collect();
        let before = Register::fold(log(shuffled.clone()), AsOf::NOW);
        let mut state = seed;
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(i, (state >> 33) as usize % (i + 1));
        }
        let after = Register::fold(log(shuffled), AsOf::NOW);
        prop_assert_eq!(shown(&before), shown(&after));
    }

    #[test]
    fn a_later_day_never_shows_fewer_partnerships(
        statements in prop::collection::vec(any_statement(), 0..25),
        years in (1960i32..2030, 0i32..40),
    ) {
        // Corrections and switches take words away on purpose; without them nothing is ever lost.
        let contents = statements.iter().map(|content| {
            let mut values = content.to_values();
            values.remove("corrects");
            Content::from_values("statement", &values).expect("statement")
        });
        let entries = log(contents);
        let seen = |as_of| -> BTreeSet<(String, Seq)> {
            let register = Register::fold(entries.clone(), as_of);
            register
                .partnerships()
                .flat_map(|p| p.statements.iter().map(|seq| (p.pair.to_string(), *seq)).collect::<Vec<_>>())
                .collect()
        };
        let earlier = seen(AsOf::end_of(years.0).expect("year"));
        let later = seen(AsOf::end_of(years.0 + years.1).expect("year"));
        prop_assert!(earlier.is_subset(&later));
        prop_assert!(later.is_subset(&seen(AsOf::NOW)));
    }

    #[test]
    fn redaction_keeps_the_chain_valid(
        contents in prop::collection::vec(any_content(), 1..20),
        taken in prop::collection::vec((0usize..20, prop::sample::select(&["said", "source", "agreement", "a"][..])), 0..6),
    ) {
        let mut before = Hash::START;
        let mut number = 0u8;
        let mut sealed: Vec<(SealedEntry, Hash)> = Vec::new();
        for entry in log(contents) {
            let entry = SealedEntry::seal(entry.seq, entry.recorded, &entry.by, &entry.content, || {
                number = number.wrapping_add(1);
                [number; 16]
            });
            before = entry.hash(&before);
            sealed.push((entry, before));
        }
        for (index, field) in taken {
            let length = sealed.len();
            let entry = &mut sealed[index % length].0;
            let had = entry.values.contains_key(field);
            let took = entry.redact(field);
            prop_assert!(had || !took);
        }
        let mut chain = ChainCheck::default();
        for (entry, hash) in &sealed {
            prop_assert_eq!(chain.next(entry, hash), Ok(()));
            prop_assert!(entry.open().is_ok(), "a redacted entry still opens");
        }
    }

    #[test]
    fn a_date_reads_back_as_written(year in 1000i32..2999, month in 1u8..=12, day in 1u8..=28, form in 0usize..9) {
        let text = match form {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            3 => format!("{}X", year / 10),
            4 => format!("{}XX", year / 100),
            5 => format!("{year}~"),
            6 => format!("{year}?"),
            7 => format!("{year}/{}", year + 1),
            _ => format!("../{year}-{month:02}"),
        };
        prop_assume!(year < 2990);
        let date: Edtf = text.parse().expect("a date");
        prop_assert_eq!(date.as_str(), &text);
        prop_assert_eq!(date.to_string().parse::<Edtf>(), Ok(date.clone()));
        if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
            prop_assert!(earliest <= latest);
        }
    }

    #[test]
    fn no_text_makes_the_date_reader_panic(text in "\\PC{0,30}") {
        let _ = text.parse::<Edtf>();
    }
}
