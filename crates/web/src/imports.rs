//! What an import would do, in words: for the editor's page and for the command line.

use vanort_app::imports::{Change, Contradiction, LeftOut, Value};

use crate::messages::Words;

/// What a field is called.
#[must_use]
pub fn field(t: &Words, field: &str) -> String {
    t.m(match field {
        "kind" => "column-kind",
        "instrument" => "column-instrument",
        "agreement" => "field-agreement",
        "activity" => "field-activity",
        "since" => "column-since",
        "until" => "column-until",
        "funding" => "column-funding",
        "themes" => "column-themes",
        "status" => "column-status",
        "said" => "column-said",
        "quoted" => "column-quoted",
        "note" => "column-note",
        "decided_by" => "column-decided-by",
        "wikidata" => "column-partner-wikidata",
        "own" => "column-own",
        "own_code" => "column-own-code",
        "own_country" => "column-own-country",
        "partner" => "column-partner",
        "partner_country" => "column-partner-country",
        _ => "field-evidence",
    })
}

/// Which rows of a table were left out, and why: a sentence for each reason.
#[must_use]
pub fn left_out(t: &Words, of: &LeftOut) -> Vec<String> {
    let told = [
        ("import-left-out-empty", of.empty),
        ("import-left-out-headers", of.headers),
    ];
    let told = told.into_iter().filter(|(_, rows)| *rows > 0);
    told.map(|(id, rows)| t.n(id, &rows)).collect()
}

/// What a row would change, from what to what.
#[must_use]
pub fn change(t: &Words, change: &Change) -> String {
    let name = field(t, change.field);
    let from = shown(t, change.field, &change.from);
    let to = shown(t, change.field, &change.to);
    t.args(
        "import-change",
        &[("what", &name), ("one", &from), ("other", &to)],
    )
}

/// What rows say that cannot all be true, and which of them would hold.
#[must_use]
pub fn contradiction(t: &Words, of: &Contradiction) -> String {
    let said = of.said.iter().map(|said| {
        let value = value(t, &said.value);
        let line = t.number(&(said.line as usize));
        t.args("contradiction-said", &[("line", &line), ("what", &value)])
    });
    let said: Vec<String> = said.collect();
    let holds = match of.holds {
        Some(line) if of.by_order => t.n("contradiction-by-order", &(line as usize)),
        Some(line) => t.n("contradiction-holds", &(line as usize)),
        None if of.shown.is_empty() => t.m("contradiction-none-shown"),
        None => t.w("contradiction-none", shown(t, of.field, &of.shown)),
    };
    format!("{}: {}. {holds}", field(t, of.field), said.join(", "))
}

/// What the register shows of a field.
fn shown(t: &Words, field: &str, values: &[Value]) -> String {
    if values.is_empty() {
        return t.m("not-stated");
    }
    let values: Vec<String> = values.iter().map(|one| value(t, one)).collect();
    values.join(if field == "themes" { ", " } else { " / " })
}

fn value(t: &Words, value: &Value) -> String {
    match value {
        Value::Word(list, key) => t.of_list(list, key),
        Value::Date(date) => t.date(date),
    }
}

#[cfg(test)]
mod tests {
    use vanort_app::imports::Said;

    use super::*;
    use crate::messages::Language;

    fn plain(text: &str) -> String {
        text.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn a_change_is_told_in_the_words_of_the_page() {
        let of = Change {
            field: "activity",
            from: Vec::new(),
            to: vec![
                Value::Word("activity", "active"),
                Value::Word("activity", "ended"),
            ],
        };
        for (language, told) in [
            (Language::Sv, "Aktivitet: inte uppgivet → Aktivt / Avslutat"),
            (Language::En, "Activity: not stated → Active / Ended"),
        ] {
            assert_eq!(plain(&change(&Words { language }, &of)), told);
        }
    }

    #[test]
    fn a_contradiction_names_its_rows_and_the_one_that_would_hold() {
        let year = |year: &str| Value::Date(year.parse().expect("a year"));
        let said = [(2, "1985"), (1003, "1990")].map(|(line, said)| Said {
            line,
            value: year(said),
        });
        let of = |shown: Vec<Value>, holds| Contradiction {
            field: "since",
            said: said.to_vec(),
            shown,
            holds,
            by_order: false,
        };
        let t = Words {
            language: Language::En,
        };
        for (contradiction, end) in [
            (of(vec![year("1990")], Some(1003)), "Row 1,003 would hold."),
            (
                of(vec![year("1970")], None),
                "Neither would hold; the register shows 1970.",
            ),
            (of(Vec::new(), None), "Neither would be shown."),
        ] {
            let told = plain(&super::contradiction(&t, &contradiction));
            let begins = "Since: row 2 says 1985, row 1,003 says 1990. ";
            assert_eq!(told, format!("{begins}{end}"));
        }
    }
}
