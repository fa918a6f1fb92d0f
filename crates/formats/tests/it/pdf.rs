//! Records as PDF.

use vanort_formats::pdf::{Block, Day, Ground, MOST_DATA, PdfFault, Record, Section, Sign, Words};

fn every_block(text: &str) -> Vec<Block> {
    let text = || text.to_owned();
    vec![
        Block::text(text()),
        Block::Quiet { text: text() },
        Block::heading(text()),
        Block::List {
            items: vec![text(), text()],
        },
        Block::Facts {
            rows: vec![(text(), text())],
        },
        Block::Address {
            label: text(),
            to: "https://vanort.example/ratt?actor=municipality&form=equipment".to_owned(),
        },
        Block::Outcome {
            sign: Sign::Judge,
            text: text(),
        },
        Block::Notice {
            title: text(),
            lines: vec![text(), text()],
        },
        Block::Grounds {
            items: vec![Ground {
                name: text(),
                text: text(),
                valid: text(),
                source: "https://example.se/lag".to_owned(),
            }],
        },
    ]
}

fn record(text: &str) -> Record {
    Record {
        language: "sv".to_owned(),
        kind: "Tjänsteanteckning".to_owned(),
        title: "Rättslig bedömning".to_owned(),
        author: "Vänort".to_owned(),
        keywords: vec!["rätt".to_owned()],
        day: Day {
            year: 2026,
            month: 11,
            day: 1,
        },
        facts: vec![("Land".to_owned(), "Ukraina".to_owned())],
        sections: vec![Section {
            title: "Svaret".to_owned(),
            blocks: every_block(text),
        }],
        foot: "Vägledning".to_owned(),
        words: Words {
            page: "Sida".to_owned(),
        },
    }
}

fn holds(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len())
        .any(|window| window == words.as_bytes())
}

#[test]
fn a_record_is_tagged_and_says_its_language_title_and_standard() {
    let pdf = record("Får vi ge bort en brandbil? Так, можна: Полтава, їжак, ґанок, єдність.")
        .to_pdf()
        .unwrap();
    for part in [
        "/StructTreeRoot",
        "/MarkInfo",
        "/Marked true",
        "/Lang",
        "/DisplayDocTitle true",
        "<pdfuaid:part>1",
        "<pdfaid:part>2",
    ] {
        assert!(holds(&pdf, part), "{part}");
    }
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    assert_eq!(record("a").to_pdf().unwrap(), record("a").to_pdf().unwrap());
}

/// Whatever was written is set as it is: a template that took it for markup would fail or call what is not there.
#[test]
fn what_users_write_is_no_markup() {
    for text in [
        "#panic(\"x\")",
        "#read(\"/etc/passwd\")",
        "] #{while true {}} [",
        "$ x^2 $ `raw` *bold* _em_ @ref <label> = heading",
        "\\u{1F600} \\ // comment /* open",
        "",
        " ",
        "line\nline\ttab",
    ] {
        let pdf = record(text).to_pdf();
        assert!(pdf.is_ok(), "{text:?}: {:?}", pdf.err());
    }
}

#[test]
fn signs_that_no_font_has_do_not_stop_a_record() {
    for text in [
        "\0\u{1}\u{7f}",
        "\u{202e}gnirts",
        "漢字 🚒 \u{10ffff} \u{e000} \u{fffd}",
        "a\u{0301}\u{0489}",
        "עברית العربية",
    ] {
        let pdf = record(text).to_pdf();
        assert!(pdf.is_ok(), "{text:?}: {:?}", pdf.err());
    }
}

#[test]
fn a_record_that_is_too_long_is_refused_unset() {
    let fault = record(&"å".repeat(MOST_DATA)).to_pdf().unwrap_err();
    assert!(matches!(fault, PdfFault::Long(_)), "{fault}");
}

#[test]
#[ignore = "a measurement: run alone, optimised, with --no-capture"]
#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn setting_is_measured() {
    for (what, words) in [("first", 20), ("again", 20), ("long", 5_000)] {
        let record = record(&"ord ".repeat(words));
        let began = std::time::Instant::now();
        let pdf = record.to_pdf().unwrap();
        println!("{what}: {:?}, {} bytes", began.elapsed(), pdf.len());
    }
}
