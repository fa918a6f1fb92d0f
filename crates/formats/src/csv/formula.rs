//! Cells that a spreadsheet would take for a formula.
//!
//! The Open Worldwide Application Security Project advises to put an apostrophe in front of a cell that begins with
//! `=`, `+`, `-`, `@`, a tab, a carriage return or a line feed, or the full-width forms of the four signs
//! (<https://owasp.org/www-community/attacks/CSV_Injection>). We do, with two differences:
//!
//! - A plain number (`-0.1276`, `+3`) stays a number: it is harmless, and coordinates would be lost to every other
//!   program.
//! - It can be undone. Apostrophes that already stand before such a sign count as part of the danger, so one more is
//!   put in front of them; the reader takes exactly one away. `L'Aquila` and `'s-Hertogenbosch` have no such sign
//!   after the apostrophe and are never touched.

use std::borrow::Cow;

/// A cell as it is written.
pub(super) fn disarm(cell: &str) -> Cow<'_, str> {
    if is_armed(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// A cell as it was before [`disarm`].
pub(super) fn rearm(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(before) if is_armed(before) => before,
        _ => cell,
    }
}

fn is_armed(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    let quoted = bare.len() < cell.len();
    bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        && (quoted || !is_number(bare))
}

/// A sign, digits, and perhaps a point or comma with digits.
fn is_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    match unsigned.split_once(['.', ',']) {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(unsigned),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_gets_an_apostrophe_and_nothing_else_does() {
        for (cell, written) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+46 8 123", "'+46 8 123"),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("-1+1", "'-1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''-", "'''-"),
            ("'-5", "''-5"),
            ("-", "'-"),
            ("-0.1276", "-0.1276"),
            ("+3", "+3"),
            ("-1,5", "-1,5"),
            ("1=1", "1=1"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            ("L'Aquila", "L'Aquila"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(disarm(cell), written);
            assert_eq!(rearm(written), cell);
        }
    }

    proptest! {
        #[test]
        fn what_was_put_in_front_is_taken_away(cell in "['=+@\\-\t0-9a.]{0,6}") {
            let written = disarm(&cell).into_owned();
            prop_assert_eq!(rearm(&written), cell);
        }

        #[test]
        fn no_written_cell_is_a_formula(cell in "['=+@\\-\t0-9a.]{0,6}") {
            let written = disarm(&cell).into_owned();
            let first = written.chars().next();
            prop_assert!(is_number(&written) || !matches!(first, Some('=' | '+' | '-' | '@' | '\t')));
        }
    }
}
