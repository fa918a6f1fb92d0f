//! What imports leave out, refuse, or take for somebody's own word.

use vanort_app::desk::DeskError;
use vanort_app::imports::{self, Arrival, Fate, FindingKind, Refusal};

use crate::world::{World, list, run};

#[test]
fn what_tells_of_a_person_is_not_kept_and_a_name_that_does_is_refused() {
    let world = World::bundled();
    let table = "\
Kommun;Vänort;Land;Status;Källa;Anmärkning;Sedan
Umeå;Petrozavodsk;Ryssland;Aktiv, kontakt Lars Olsson lars.olsson@umea.example;KS 2022/123;070-555 11 22;1998-2004
Umeå;Mikael Svensson 070-123 45 67;Finland;;;;
";
    let arrival = list(table);
    let plan = world.plan(&arrival);
    let told = plan.findings.iter();
    let told: Vec<_> = told.map(|f| (f.kind, f.line, f.field.clone())).collect();
    let expected = ["status", "note"].map(|field| {
        let field = Some((field, String::new()));
        (FindingKind::Personal, 2, field)
    });
    assert_eq!(told, expected);
    assert_eq!(plan.rows[1].fate, Fate::Refused(Refusal::Personal));
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let mut statements = snapshot.register.statements();
    let (_, kept) = statements
        .find(|(_, s)| s.source == arrival.source.id)
        .expect("the first row");
    let kept = kept.to_values();
    assert_eq!(kept.text("quote"), Some("KS 2022/123"));
    assert_eq!(kept.text("since_written"), Some("1998-2004"));
    assert_eq!(
        (kept.text("status_written"), kept.text("note")),
        (None, None)
    );
}

#[test]
fn a_publisher_that_tells_of_a_person_is_none() {
    let stated = |publisher| imports::source("lists", publisher, None, None, None, None);
    let fault = stated("Lars Olsson, lars@arvika.example").expect_err("personal");
    let desk = DeskError::from(fault);
    assert_eq!(desk.key(), "publisher");
    assert!(stated("Sveriges kommuner, 222000-0315").is_ok());
}

#[test]
fn a_row_that_may_tell_of_an_end_is_not_recorded_as_going_on() {
    let world = World::bundled();
    let table = "\
Kommun;Vänort;Land;Status;Till
Umeå;Petrozavodsk;Ryssland;håller på att avvecklas;
Lund;León;Nicaragua;avslutas nog, säger lars@lund.example;
Lund;Greifswald;Tyskland;avslutas nog;2010
Eksjö;Haapsalu;Estland;lite av varje;
";
    let plan = world.plan(&list(table));
    let fates: Vec<&str> = plan.rows.iter().map(|row| row.fate.key()).collect();
    assert_eq!(fates[..2], ["refused", "refused"]);
    assert_eq!(plan.rows[0].fate, Fate::Refused(Refusal::UnclearEnd));
    assert_eq!(plan.rows[1].fate, Fate::Refused(Refusal::UnclearEnd));
    assert!(!fates[2..].contains(&"refused"), "{fates:?}");
    let told = plan.findings.iter().map(|found| (found.kind, found.line));
    let told: Vec<_> = told.collect();
    assert!(told.contains(&(FindingKind::NotUnderstood, 2)), "{told:?}");
    assert!(told.contains(&(FindingKind::Personal, 3)), "{told:?}");
}

#[test]
fn a_reason_and_an_end_that_is_announced_are_understood() {
    let world = World::bundled();
    let table = "\
Kommun;Vänort;Land;Status
Umeå;Petrozavodsk;Ryssland;pausat på grund av kriget
Lund;León;Nicaragua;Vilande p.g.a. pandemin
Lund;Greifswald;Tyskland;avslutas 2099
Eksjö;Haapsalu;Estland;upphör 2098-12-31
Mora;Nevers;Frankrike;avslutas 2004
Lund;Gdynia;Polen;vilande pga att avtalet sagts upp
Lund;Zabrze;Polen;avslutas nog 2099
";
    let arrival = list(table);
    let plan = world.plan(&arrival);
    let refused: Vec<u64> = plan
        .rows
        .iter()
        .filter(|row| row.fate == Fate::Refused(Refusal::UnclearEnd))
        .map(|row| row.line)
        .collect();
    assert_eq!(refused, [7, 8]);
    let told: Vec<u64> = plan.findings.iter().map(|found| found.line).collect();
    assert_eq!(told, [7, 8]);
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let fields = ["status_written", "activity", "effective", "until", "reason"];
    let kept: Vec<String> = snapshot
        .register
        .statements()
        .filter(|(_, s)| s.source == arrival.source.id)
        .map(|(_, s)| {
            let values = s.to_values();
            let told = fields.map(|field| values.text(field).unwrap_or("-").to_owned());
            told.join(" | ")
        })
        .collect();
    assert_eq!(
        kept,
        [
            "pausat på grund av kriget | paused | - | - | kriget",
            "Vilande p.g.a. pandemin | dormant | - | - | pandemin",
            "avslutas 2099 | - | - | 2099 | -",
            "upphör 2098-12-31 | - | - | 2098-12-31 | -",
            "avslutas 2004 | ended | 2004 | 2004 | -",
        ]
    );
}

#[test]
fn a_sum_and_a_title_are_passed_over_and_a_year_that_cannot_be_is_left_out_alone() {
    let world = World::bundled();
    let table = "\
Kommun;Vänort;Sedan;Till
Umeå;Val di Fiemme (Italien);;
Umeå;Petrozavodsk (Ryssland);1946;1932
Umeå;Totalt: 7 st;;
Umeå;Projekt;;
Totalt;7;;
";
    let arrival = list(table);
    let plan = world.plan(&arrival);
    let fates: Vec<&str> = plan.rows.iter().map(|row| row.fate.key()).collect();
    assert_eq!(fates[2..], ["refused"; 3]);
    let nobody = Fate::Refused(Refusal::NamesNobody);
    assert!(plan.rows[2..].iter().all(|row| row.fate == nobody));
    let told: Vec<_> = plan.findings.iter().map(|f| (f.kind, f.line)).collect();
    let expected = [
        (FindingKind::EndBeforeStart, 3),
        (FindingKind::NamesNobody, 4),
        (FindingKind::NamesNobody, 5),
        (FindingKind::NamesNobody, 6),
    ];
    assert_eq!(told, expected);
    let fiemme = &plan.rows[0];
    assert_eq!(
        (
            fiemme.partner_written.as_str(),
            fiemme.country_written.as_deref()
        ),
        ("Val di Fiemme", Some("Italien"))
    );
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let statements = snapshot.register.statements();
    let own = statements.filter(|(_, s)| s.source == arrival.source.id);
    let kept: Vec<_> = own.map(|(_, s)| s.to_values()).collect();
    assert_eq!(kept.len(), 2);
    assert_eq!(
        (kept[1].text("since"), kept[1].text("until")),
        (Some("1946"), None)
    );
}

#[test]
fn the_list_of_a_body_is_its_own_word_about_itself_and_another_word_about_others() {
    let world = World::bundled();
    let snapshot = || world.recorder.live().snapshot();
    let speakers = |publisher: &str, table: &str| {
        let source = imports::source("lists", publisher, None, None, Some("2025"), None);
        let arrival = Arrival {
            source: source.expect("a source"),
            ..list(table)
        };
        world.take_in(&arrival);
        let snapshot = snapshot();
        let kept = snapshot.register.source(&arrival.source.id).cloned();
        let body = kept.and_then(|source| source.publisher_body.clone());
        let statements = snapshot.register.statements();
        let own = statements.filter(|(_, s)| s.source == arrival.source.id);
        let told: Vec<String> = own
            .map(|(_, s)| s.to_values().text("speaker").unwrap_or("-").to_owned())
            .collect();
        (body.map(|id| id.to_string()), told)
    };
    let two = "Kommun;Vänort;Land\nÅmål;Xyzzygrad;Finland\nLund;Plughgrad;Polen\n";
    let (body, told) = speakers("Åmåls kommun", two);
    assert_eq!(body.as_deref(), Some("se-1492"));
    assert_eq!(told, ["subject", "third"]);
    for publisher in ["Åmåls vänortsförening", "Lunds universitet", "Skåne län"] {
        let (body, told) = speakers(publisher, two);
        assert_eq!(body, None, "{publisher}");
        assert!(told.iter().all(|speaker| speaker == "third"), "{told:?}");
    }
    let (body, told) = speakers(
        "Region Skåne",
        "Region;Vänort;Land\nRegion Skåne;Xyzzygrad;Polen\n",
    );
    assert_eq!(
        (body.as_deref(), told),
        (Some("se-12"), vec!["subject".to_owned()])
    );
    let (body, told) = speakers("Sala kommun", "Kommun;Vänort\nSala;Inga vänorter\n");
    assert_eq!(
        (body.as_deref(), told),
        (Some("se-1981"), vec!["subject".to_owned()])
    );
    let sala = "se-1981".parse().expect("an identifier");
    let coverage = snapshot().register.coverage(&sala).coverage;
    assert_eq!(coverage, vanort_domain::vocabulary::Coverage::OwnNone);
}

#[test]
fn a_list_of_a_day_to_come_is_not_taken_for_said() {
    let world = World::bundled();
    let today = world.recorder.today();
    let check = |date| {
        let source = imports::source("lists", "A publisher", None, None, Some(date), None);
        imports::check_date(&source.expect("a source"), today)
    };
    for date in ["2031", "2026-12", "2026-03-02"] {
        let fault = check(date).expect_err(date);
        assert_eq!(DeskError::from(fault).key(), "date");
    }
    for date in ["2026", "2026-03", "2018", "2018/.."] {
        assert!(check(date).is_ok(), "{date}");
    }
    let desk = world.desk();
    let key = desk
        .bring(
            "list.csv",
            "Kommun;Vänort;Land\nUmeå;Petrozavodsk;Ryssland\n".into(),
        )
        .expect("a list");
    let stated = vanort_app::desk::Stated {
        publisher: "A publisher".to_owned(),
        date: Some("2031".to_owned()),
        ..Default::default()
    };
    desk.state(&key, stated).expect("stated");
    let turn = desk.begin(&key).expect("a turn");
    let fault = run(desk.plan(&key, turn)).expect_err("a day to come");
    assert_eq!(fault.key(), "date");
}
