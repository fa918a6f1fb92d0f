//! What people write into the form.

use vanort_app::{Countries, bundle, funding};
use vanort_domain::funding::{Currency, Idea, Money, Remark, RemarkKind, Written, WrittenParty};

fn countries() -> Countries {
    bundle::countries().expect("the countries")
}

fn read(written: &Written) -> (Idea, Vec<Remark>) {
    let countries = countries();
    written.read("2026-11-23".parse().expect("a day"), &|name| {
        funding::country(&countries, name)
    })
}

fn with_country(country: &str) -> Written {
    Written {
        partners: Some(vec![WrittenParty {
            kind: "kommun".into(),
            country: country.into(),
        }]),
        ..Written::default()
    }
}

#[test]
fn countries_are_known_by_code_and_by_name_and_former_ones_are_named() {
    for (written, code, remark) in [
        ("PL", Some("PL"), None),
        ("Polen", Some("PL"), None),
        ("Польща", Some("PL"), None),
        ("Norway", Some("NO"), None),
        ("Utopia", None, Some(RemarkKind::UnknownCountry)),
        ("Sovjetunionen", None, Some(RemarkKind::FormerCountry)),
        ("YU", None, Some(RemarkKind::FormerCountry)),
    ] {
        let (idea, remarks) = read(&with_country(written));
        let country = idea
            .partners
            .as_ref()
            .and_then(|p| p[0].country)
            .map(|c| c.to_string());
        assert_eq!(country.as_deref(), code, "{written}");
        assert_eq!(remarks.first().map(|r| r.kind), remark, "{written}");
        assert!(
            remarks
                .iter()
                .all(|r| r.field == "partner1_country" && r.written == written)
        );
    }
    let (_, remarks) = read(&with_country("Jugoslavien"));
    assert!(
        remarks[0]
            .countries
            .contains(&"HR".parse().expect("a code"))
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn numbers_and_amounts_are_read_as_people_write_them() {
    let euro = |cents| {
        Some(Money {
            cents,
            currency: Currency::Eur,
        })
    };
    let table = [
        ("30000", "", euro(3_000_000), None),
        (
            "12 000,50",
            "EUR",
            euro(1_200_050),
            Some(RemarkKind::ReadAs),
        ),
        ("30 000", "", euro(3_000_000), None),
        ("1 200.5", "", euro(120_050), Some(RemarkKind::ReadAs)),
        ("12.000,50", "", euro(1_200_050), Some(RemarkKind::ReadAs)),
        ("1.234.567", "", euro(123_456_700), Some(RemarkKind::ReadAs)),
        (
            "20 000 kr",
            "",
            Some(Money {
                cents: 2_000_000,
                currency: Currency::Sek,
            }),
            Some(RemarkKind::ReadAs),
        ),
        ("12,000", "", None, Some(RemarkKind::TwoWays)),
        ("mycket", "", None, Some(RemarkKind::NoNumber)),
        ("-5", "", None, Some(RemarkKind::NoNumber)),
        ("10 000-20 000", "", None, Some(RemarkKind::NoNumber)),
        (
            "99999999999999999999999",
            "",
            None,
            Some(RemarkKind::NoNumber),
        ),
        ("100", "NOK", None, Some(RemarkKind::UnknownCurrency)),
        ("", "", None, None),
    ];
    for (amount, currency, money, remark) in table {
        let written = Written {
            amount: amount.into(),
            currency: currency.into(),
            ..Written::default()
        };
        let (idea, remarks) = read(&written);
        assert_eq!(
            (idea.amount, remarks.first().map(|r| r.kind)),
            (money, remark),
            "{amount} {currency}"
        );
    }
    let written = Written {
        participants: "50 st".into(),
        ..Written::default()
    };
    let (idea, remarks) = read(&written);
    assert_eq!(
        (idea.participants, remarks[0].read_as.as_deref()),
        (Some(50), Some("50"))
    );
    let written = Written {
        participants: "50,5".into(),
        ..Written::default()
    };
    assert!(read(&written).0.participants.is_none());
}

#[test]
fn answers_that_cannot_be_true_together_are_named() {
    let written = Written {
        starts: "2026-02-30".into(),
        participants: "20".into(),
        invited: "30".into(),
        days: "90".into(),
        months: "2".into(),
        ..Written::default()
    };
    let (idea, remarks) = read(&written);
    let kinds: Vec<_> = remarks.iter().map(|r| (r.field.as_str(), r.kind)).collect();
    assert_eq!(idea.starts, None);
    assert_eq!(
        kinds,
        [
            ("starts", RemarkKind::NoDay),
            ("invited", RemarkKind::MoreInvited),
            ("days", RemarkKind::LongerThanProject)
        ]
    );
}
