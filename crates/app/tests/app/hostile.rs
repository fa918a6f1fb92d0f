//! Cells, dates and particulars of a source that are meant ill, or came to be so.

use vanort_app::desk::DeskError;
use vanort_app::imports::{self, Column, Fate, Mapping, Refusal};

use crate::world::{ATLAS, World, list, rows};

#[test]
fn signs_that_nobody_sees_make_no_bodies_and_names_that_are_none_are_refused() {
    let world = World::bundled();
    let long = "Lång".repeat(2_500);
    let table = format!(
        "\u{feff}Kommun;Vän\u{ad}ort;Land\n\
         Eksjö;Tur\u{200b}ku;Fin\u{200d}land\n\
         Ek\u{2060}sjö;\u{202e}Turku\u{202c};Finland\n\
         Eksjö;{long};Finland\n\
         {long};Åbo;Finland\n\
         Eksjö;2 004;Finland\n\
         Eksjö;\u{200b}\u{200f};Finland\n\
         Eksjö;!!! — ???;Finland\n"
    );
    let plan = world.plan(&list(&table));
    let turku = "gn-633680".parse().ok();
    assert_eq!(plan.rows[0].partner, turku);
    assert_eq!(
        (
            plan.rows[1].partner.clone(),
            plan.rows[1].partner_written.as_str()
        ),
        (turku, "Turku")
    );
    let fates: Vec<&Fate> = plan.rows[2..].iter().map(|row| &row.fate).collect();
    let refused = [
        Refusal::LongName { column: "partner" },
        Refusal::LongName { column: "own" },
        Refusal::NoLetter { column: "partner" },
        Refusal::NoPartner,
        Refusal::NoPartner,
    ]
    .map(Fate::Refused);
    assert_eq!(fates, refused.iter().collect::<Vec<_>>());
    assert!(
        plan.rows[2].partner_written.chars().count() < 200,
        "told in short"
    );
    assert_eq!(plan.totals.bodies, 0);
}

#[test]
fn a_row_of_a_day_to_come_is_refused_and_one_of_today_is_not() {
    let world = World::bundled();
    let today = world.recorder.today();
    let tomorrow = today.next_day().expect("a day");
    let plan = world.plan(&list(&format!(
        "Kommun;Vänort;Land;Datum\nEksjö;Åbo;Finland;{tomorrow}\nMora;Molde;Norge;{today}\nLund;León;Nicaragua;2099\n"
    )));
    let is_refused = |row: usize| plan.rows[row].fate == Fate::Refused(Refusal::FutureDate);
    assert_eq!([0, 1, 2].map(is_refused), [true, false, true]);
}

#[test]
fn what_is_told_of_a_source_may_tell_of_nobody_either() {
    let of = |title, url, licence| imports::source("lists", "SKR", title, url, None, licence);
    for (title, url, licence, key) in [
        (Some("lista lars@arvika.example.csv"), None, None, "title"),
        (Some("lista 19850312-1234.csv"), None, None, "title"),
        (
            None,
            Some("https://arvika.example/?fran=lars@arvika.example"),
            None,
            "url_personal",
        ),
        (
            None,
            Some("https://lars%40arvika.example@arvika.example/"),
            None,
            "url_personal",
        ),
        (None, Some("arvika.example"), None, "url"),
        (None, None, Some("fråga Lars, 070-123 45 67"), "licence"),
    ] {
        let fault = of(title, url, licence).expect_err(key);
        assert_eq!(DeskError::from(fault).key(), key);
    }
    let url = Some("https://skr.se/vanorter/2011-03-05/lista.csv?id=0701234567");
    assert!(of(Some("vänorter 2011-2018.csv"), url, Some("CC BY 4.0")).is_ok());
    let desk = World::bundled().desk();
    let fault = desk.bring(
        "lars@arvika.example.csv",
        b"Kommun;V\xc3\xa4nort\nMora;Molde\n".to_vec(),
    );
    assert_eq!(fault.expect_err("personal").key(), "title");
    assert_eq!(desk.all_pending(), [], "nothing of it stays");
}

#[test]
fn who_decided_is_a_column_of_its_own_and_stands_in_the_statement() {
    let table = |header: &str| {
        format!(
            "Kommun;Vänort;Land;Status;{header}\nEksjö;Petrozavodsk;Ryssland;Avslutat 2022;kommunfullmäktige 2022-03-15\n"
        )
    };
    for header in [
        "Beslutat av",
        "Beslutande organ",
        "BESLUTAT AV (nämnd)",
        "Decided by",
        "Deciding body",
    ] {
        let mapping = Mapping::recognise(&rows(&table(header)), &ATLAS);
        assert_eq!(mapping.columns[4].column, Column::DecidedBy, "{header}");
    }
    let world = World::bundled();
    let arrival = list(&table("Beslutat av"));
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let mut statements = snapshot.register.statements();
    let (_, kept) = statements
        .find(|(_, s)| s.source == arrival.source.id)
        .expect("the row");
    assert_eq!(
        kept.words.get("decided_by"),
        Some("kommunfullmäktige 2022-03-15")
    );
    assert_eq!(Column::of_key("decided_by"), Some(Column::DecidedBy));
}
