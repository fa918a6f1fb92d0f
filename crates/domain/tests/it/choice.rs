//! The rules of choice, each as a table: who said what when, and what counts.

#![expect(clippy::too_many_lines, reason = "a table is as long as its rules")]

use vanort_domain::log::Content;
use vanort_domain::register::{Outcome, Partnership};
use vanort_domain::vocabulary::{Evidence, Rule, Standing};

use crate::build::{fold, says};

/// One word in a table: whose it is (`S` the Swedish side, `P` the partner, `T` a third party), when it was said
/// (empty: undated), and the value.
type Told = (char, &'static str, &'static str);

fn partnership(field: &str, words: &[Told]) -> Partnership {
    let contents = words.iter().enumerate().map(|(i, (who, said, value))| {
        let speaker = match who {
            'S' => "subject",
            'P' => "partner",
            _ => "third",
        };
        let source = format!("source-{i}");
        says(
            speaker,
            "se-1280",
            "gn-1",
            &[("source", &source), ("said", said), (field, value)],
        )
    });
    let register = fold(contents);
    register
        .partnerships()
        .next()
        .expect("one partnership")
        .as_ref()
        .clone()
}

fn show<T: ToString>(outcome: &Outcome<T>) -> String {
    match outcome {
        Outcome::NotStated => "-".to_owned(),
        Outcome::Stated(value) => value.to_string(),
        Outcome::Disputed(a, b) => format!("{} / {}", a.to_string(), b.to_string()),
    }
}

#[test]
fn the_state_of_the_agreement_is_chosen_by_the_rules() {
    use Rule::*;
    let table: &[(&str, &[Told], &str, Rule)] = &[
        ("nobody says anything", &[('S', "2020", "")], "-", NotStated),
        (
            "one word alone counts",
            &[('S', "2012", "in_force")],
            "in_force",
            Unanimous,
        ),
        (
            "own word over a third party's, even when older",
            &[('S', "2012", "in_force"), ('T', "2022", "terminated")],
            "in_force",
            OwnWord,
        ),
        (
            "own undated word over a dated third party's",
            &[('S', "", "none"), ('T', "2022", "in_force")],
            "none",
            OwnWord,
        ),
        (
            "a later word of the same side over its earlier",
            &[('S', "2012", "in_force"), ('S', "2020", "none")],
            "none",
            LaterWord,
        ),
        (
            "a dated word over an undated one of the same rank",
            &[('S', "", "none"), ('S', "2005", "in_force")],
            "in_force",
            DatedWord,
        ),
        (
            "an undated word over one that is only known to be from before some year",
            &[('S', "../2019", "in_force"), ('S', "", "none")],
            "none",
            OpenWord,
        ),
        (
            "a word of a year over one that may be as old as can be",
            &[('S', "2015", "none"), ('S', "../2019", "in_force")],
            "none",
            OpenWord,
        ),
        (
            "of two words from before some year the one from before the later year",
            &[('S', "../2019", "in_force"), ('S', "../2012", "none")],
            "in_force",
            LaterWord,
        ),
        (
            "third parties among themselves: the later",
            &[('T', "2015", "in_force"), ('T', "2018", "terminated")],
            "terminated",
            LaterWord,
        ),
        (
            "an ending by the Swedish side over the partner's older word",
            &[('P', "2015", "in_force"), ('S', "2019", "terminated")],
            "terminated",
            Ending,
        ),
        (
            "an ending by the partner over the Swedish side's older word",
            &[('S', "2015", "in_force"), ('P', "2019", "terminated")],
            "terminated",
            Ending,
        ),
        (
            "a dated ending over the other side's undated word",
            &[('P', "", "in_force"), ('S', "2019", "terminated")],
            "terminated",
            Ending,
        ),
        (
            "an agreement that ran out over the other side's older word",
            &[('P', "2015", "in_force"), ('S', "2019", "lapsed")],
            "lapsed",
            Ending,
        ),
        (
            "a later positive word of the side that ended it reopens",
            &[('S', "2015", "terminated"), ('S', "2021", "in_force")],
            "in_force",
            Reopened,
        ),
        (
            "it reopens over the other side's older word too",
            &[
                ('P', "2010", "in_force"),
                ('S', "2015", "terminated"),
                ('S', "2021", "in_force"),
            ],
            "in_force",
            Reopened,
        ),
        (
            "a later positive word of the other side does not reopen: the two contradict each other",
            &[('S', "2015", "terminated"), ('P', "2021", "in_force")],
            "terminated / in_force",
            Contradiction,
        ),
        (
            "an undated ending is not later than the other side's dated word",
            &[('S', "", "terminated"), ('P', "2021", "in_force")],
            "terminated / in_force",
            Contradiction,
        ),
        (
            "in force against none: the two contradict each other",
            &[('S', "2015", "none"), ('P', "2010", "in_force")],
            "none / in_force",
            Contradiction,
        ),
        (
            "no agreement against terminated agree that nothing stands: the later word",
            &[('S', "2015", "none"), ('P', "2018", "terminated")],
            "terminated",
            LaterWord,
        ),
        (
            "both sides say the same",
            &[('S', "2015", "in_force"), ('P', "2018", "in_force")],
            "in_force",
            Unanimous,
        ),
        (
            "a third party settles nothing between the two sides",
            &[
                ('S', "2015", "none"),
                ('P', "2015", "in_force"),
                ('T', "2023", "in_force"),
            ],
            "none / in_force",
            Contradiction,
        ),
        (
            "a vague date has no more weight than it proves: 2012 is taken at its first day",
            &[('S', "2012", "none"), ('S', "2012-02-13", "in_force")],
            "in_force",
            LaterWord,
        ),
    ];
    for (name, words, expected, rule) in table {
        let found = partnership("agreement", words);
        assert_eq!(
            (
                show(found.agreement.outcome()).as_str(),
                found.agreement.rule()
            ),
            (*expected, *rule),
            "{name}"
        );
    }
}

#[test]
fn the_activity_is_chosen_by_the_rules() {
    use Rule::*;
    let table: &[(&str, &[Told], &str, Rule)] = &[
        (
            "dormant and active are two states at two times: the later word, whichever side",
            &[('S', "2010", "active"), ('P', "2020", "dormant")],
            "dormant",
            LaterWord,
        ),
        (
            "a pause is not an ending: a later word of the other side counts",
            &[('S', "2020", "paused"), ('P', "2022", "active")],
            "active",
            LaterWord,
        ),
        (
            "ended by one side outranks older exchange",
            &[('P', "2010", "active"), ('S', "2020", "ended")],
            "ended",
            Ending,
        ),
        (
            "ended by one side, active according to the other later: disputed",
            &[('S', "2020", "ended"), ('P', "2022", "active")],
            "ended / active",
            Contradiction,
        ),
        (
            "taken up again by the side that ended it",
            &[('S', "2010", "ended"), ('S', "2022", "sporadic")],
            "sporadic",
            Reopened,
        ),
    ];
    for (name, words, expected, rule) in table {
        let found = partnership("activity", words);
        assert_eq!(
            (
                show(found.activity.outcome()).as_str(),
                found.activity.rule()
            ),
            (*expected, *rule),
            "{name}"
        );
    }
}

#[test]
fn a_decision_to_end_is_no_date_of_the_end_where_its_side_tells_that_too() {
    let decided = |more: &[(&str, &str)]| {
        let least = [
            ("event", "ending_decided"),
            ("agreement", "terminated"),
            ("effective", "2020"),
        ];
        says("subject", "se-1280", "gn-1", &[&least, more].concat())
    };
    let until = |contents: Vec<Content>| {
        let register = fold(contents);
        let found = register.partnerships().next().expect("one partnership");
        found.until.value().expect("an end").0.to_string()
    };
    let when = ("until", "2020/2021-12-31");
    let (a, b) = (("source", "a"), ("source", "b"));
    assert_eq!(until(vec![decided(&[a])]), "2020");
    for order in [[a, b], [b, a]] {
        let both = vec![decided(&[order[0]]), decided(&[order[1], when])];
        assert_eq!(until(both), "2020/2021-12-31");
    }
}

#[test]
fn the_year_of_beginning_is_chosen_by_the_rules() {
    use Rule::*;
    let table: &[(&str, &[Told], &str, Rule)] = &[
        (
            "of dates that agree the more precise",
            &[('S', "2020", "197X"), ('S', "2010", "1971")],
            "1971",
            MorePrecise,
        ),
        (
            "the partner knows the day",
            &[('S', "2020", "1995"), ('P', "2010", "1995-07-03")],
            "1995-07-03",
            Unanimous,
        ),
        (
            "the two sides disagree",
            &[('S', "2020", "1971"), ('P', "2010", "1982")],
            "1971 / 1982",
            Contradiction,
        ),
        (
            "the later word of one side",
            &[('S', "2020", "1971"), ('S', "2010", "1982")],
            "1971",
            LaterWord,
        ),
        (
            "own word over a more precise third party",
            &[('S', "", "197X"), ('T', "2020", "1975-01-01")],
            "197X",
            Unanimous,
        ),
        (
            "own word over another third party",
            &[('S', "", "1961"), ('T', "2020", "1975")],
            "1961",
            OwnWord,
        ),
    ];
    for (name, words, expected, rule) in table {
        let found = partnership("since", words);
        let outcome = match found.since.outcome() {
            Outcome::NotStated => Outcome::NotStated,
            Outcome::Stated(v) => Outcome::Stated(v.0.clone()),
            Outcome::Disputed(a, b) => Outcome::Disputed(a.0.clone(), b.0.clone()),
        };
        assert_eq!(
            (show(&outcome).as_str(), found.since.rule()),
            (*expected, *rule),
            "{name}"
        );
    }
}

#[test]
fn a_kind_is_a_name_and_the_later_own_name_counts() {
    use Rule::*;
    let table: &[(&str, &[Told], &str, Rule)] = &[
        (
            "own over third",
            &[('S', "2010", "partnership"), ('T', "2017", "vanort")],
            "partnership",
            OwnWord,
        ),
        (
            "later of the two sides",
            &[('S', "2010", "vanort"), ('P', "2017", "other")],
            "other",
            LaterWord,
        ),
        (
            "same date: the sources' order settles it",
            &[('S', "2010", "vanort"), ('S', "2010", "other")],
            "other",
            SourceOrder,
        ),
    ];
    for (name, words, expected, rule) in table {
        let found = partnership("kind", words);
        assert_eq!(
            (show(found.kind.outcome()).as_str(), found.kind.rule()),
            (*expected, *rule),
            "{name}"
        );
    }
}

#[test]
fn every_field_keeps_the_statements_for_and_against() {
    let found = partnership(
        "agreement",
        &[
            ('S', "2012", "in_force"),
            ('S', "2020", "none"),
            ('T', "2021", "in_force"),
            ('P', "2020", "none"),
        ],
    );
    let numbers = |seqs: &[vanort_domain::Seq]| seqs.iter().map(|seq| seq.0).collect::<Vec<_>>();
    assert_eq!(numbers(found.agreement.supporting()), [2, 4]);
    assert_eq!(numbers(found.agreement.against()), [1, 3]);
}

/// Who speaks, the field and its value, and when it was said.
type Field = (char, &'static str, &'static str, &'static str);

#[test]
fn evidence_is_the_best_word_that_tells_of_the_relation() {
    let table: &[(&str, &[Field], Evidence)] = &[
        (
            "both sides",
            &[('S', "kind", "vanort", ""), ('P', "kind", "vanort", "")],
            Evidence::BothSides,
        ),
        (
            "the Swedish side",
            &[('S', "kind", "vanort", ""), ('T', "kind", "vanort", "")],
            Evidence::SwedishSide,
        ),
        (
            "the partner",
            &[('P', "kind", "vanort", "")],
            Evidence::PartnerSide,
        ),
        (
            "only others",
            &[('T', "kind", "vanort", "")],
            Evidence::ThirdParty,
        ),
        (
            "a plan is not a relation",
            &[('S', "event", "planned", ""), ('T', "kind", "vanort", "")],
            Evidence::ThirdParty,
        ),
        (
            "a plan is its own word where nobody tells of a relation",
            &[('P', "event", "planned", "2023")],
            Evidence::PartnerSide,
        ),
        (
            "gone from a list is not a confirmation",
            &[
                ('S', "event", "no_longer_listed", ""),
                ('T', "kind", "vanort", ""),
            ],
            Evidence::ThirdParty,
        ),
        (
            "contradiction",
            &[
                ('S', "agreement", "none", "2020"),
                ('P', "agreement", "in_force", "2020"),
            ],
            Evidence::Disputed,
        ),
    ];
    for (name, words, expected) in table {
        let register = fold(words.iter().map(|(who, field, value, said)| {
            let speaker = match who {
                'S' => "subject",
                'P' => "partner",
                _ => "third",
            };
            says(
                speaker,
                "se-1280",
                "gn-1",
                &[(field, value), ("said", said)],
            )
        }));
        assert_eq!(
            register
                .partnerships()
                .next()
                .expect("partnership")
                .evidence,
            *expected,
            "{name}"
        );
    }
}

#[test]
fn nothing_is_inferred_from_absence() {
    let own = |said, rest| says("subject", "se-1280", "gn-1", &[("said", said), rest]);
    let words = [
        own("2012", ("agreement", "in_force")),
        own("2020", ("event", "no_longer_listed")),
    ];
    let register = fold(words.clone());
    let found = register.partnerships().next().expect("partnership");
    assert_eq!(
        found.standing,
        Standing::NoLongerListed,
        "gone from the list is not ended, and nobody says that it stands"
    );
    assert_eq!(show(found.agreement.outcome()), "in_force");
    assert_eq!(show(found.activity.outcome()), "-");
    assert_eq!(found.no_longer_listed.map(|seq| seq.0), Some(2));
    let [listed, gone] = words;
    let register = fold([listed, gone, own("2024", ("kind", "vanort"))]);
    let found = register.partnerships().next().expect("partnership");
    assert_eq!(found.standing, Standing::Stated, "listed again");
}

#[test]
fn a_proposal_or_a_motion_ends_nothing() {
    for event in ["ending_proposed", "motion", "review", "policy"] {
        let register = fold([
            says(
                "subject",
                "se-1280",
                "gn-1",
                &[("said", "2012"), ("activity", "active")],
            ),
            says(
                "subject",
                "se-1280",
                "gn-1",
                &[("said", "2020"), ("event", event)],
            ),
        ]);
        let found = register.partnerships().next().expect("partnership");
        assert_eq!(
            (found.standing, show(found.activity.outcome()).as_str()),
            (Standing::Stated, "active"),
            "{event}"
        );
    }
}

#[test]
fn what_is_only_in_question_is_unclear_and_what_is_to_come_is_planned() {
    for (event, standing) in [
        ("planned", Standing::Planned),
        ("motion", Standing::Unclear),
        ("review", Standing::Unclear),
        ("policy", Standing::Unclear),
    ] {
        let words = &[("said", "2020"), ("event", event)];
        let register = fold([says("subject", "se-1280", "gn-1", words)]);
        let found = register.partnerships().next().expect("partnership");
        assert_eq!(found.standing, standing, "{event}");
    }
}

#[test]
fn what_was_replaced_has_not_ended_where_something_stands_in_its_place() {
    let source = |name| ("source", name);
    let replaced = [
        source("page"),
        ("said", "2019-12-19"),
        ("event", "replaced"),
        ("kind", "vanort"),
        ("agreement", "terminated"),
        ("activity", "ended"),
        ("effective", "2017"),
    ];
    let instead = [
        source("page"),
        ("said", "2019-12-19"),
        ("kind", "other"),
        ("agreement", "in_force"),
        ("since", "2017"),
    ];
    let older = [
        source("older"),
        ("event", "ended"),
        ("activity", "ended"),
        ("effective", "2017"),
    ];
    let later = [
        source("later"),
        ("said", "2024"),
        ("event", "ended"),
        ("activity", "ended"),
    ];
    let standing = |who: &str, told: &[&[(&str, &str)]]| {
        let told = told.iter().enumerate().map(|(place, fields)| {
            let speaker = if place == 1 { who } else { "subject" };
            says(speaker, "se-1280", "gn-1", fields)
        });
        let register = fold(told);
        let found = register.partnerships().next().expect("partnership");
        (found.standing, show(found.kind.outcome()))
    };
    let goes_on = (Standing::Stated, "other".to_owned());
    assert_eq!(standing("subject", &[&replaced, &instead]), goes_on);
    assert_eq!(standing("subject", &[&replaced, &instead, &older]), goes_on);
    assert_eq!(
        standing("subject", &[&replaced, &instead, &later]).0,
        Standing::Ended
    );
    assert_eq!(standing("third", &[&replaced, &instead]).0, Standing::Ended);
    assert_eq!(standing("subject", &[&replaced]).0, Standing::Ended);
}

#[test]
fn what_has_happened_since_the_sides_spoke_counts_until_one_speaks_again() {
    let own = says(
        "subject",
        "se-1280",
        "gn-1",
        &[("source", "own"), ("said", "2018"), ("activity", "active")],
    );
    let paused = |said| {
        let told = [
            ("source", "paper"),
            ("said", said),
            ("event", "paused"),
            ("activity", "paused"),
        ];
        says("third", "se-1280", "gn-1", &told)
    };
    let again = says(
        "subject",
        "se-1280",
        "gn-1",
        &[
            ("source", "own-2"),
            ("said", "2023"),
            ("activity", "active"),
        ],
    );
    let undated = says(
        "subject",
        "se-1280",
        "gn-1",
        &[("source", "own-3"), ("activity", "active")],
    );
    for (words, value, rule) in [
        (vec![own.clone(), paused("2022")], "paused", Rule::News),
        (vec![own.clone(), paused("2017")], "active", Rule::OwnWord),
        (vec![own, paused("2022"), again], "active", Rule::OwnWord),
        (vec![undated, paused("2022")], "active", Rule::OwnWord),
    ] {
        let register = fold(words);
        let partnership = register.partnerships().next().expect("one");
        let activity = &partnership.activity;
        assert_eq!(
            (show(activity.outcome()).as_str(), activity.rule()),
            (value, rule)
        );
    }
}

#[test]
fn a_month_is_more_exact_than_by_a_day_in_it() {
    let ended = |source, until| {
        let told = [
            ("source", source),
            ("said", "2020-08-26"),
            ("event", "ended"),
            ("activity", "ended"),
            ("until", until),
        ];
        says("subject", "se-2062", "gn-1", &told)
    };
    let register = fold([ended("a", "2020-08"), ended("b", "../2020-08-26")]);
    let partnership = register.partnerships().next().expect("one");
    assert_eq!(
        partnership.until.value().map(|date| date.0.as_str()),
        Some("2020-08")
    );
    assert_eq!(partnership.until.against(), []);
}
