//! Cells that hold nothing, whatever stands in them.

use vanort_names::fold;

/// Words that stand where nothing is known.
const PLACEHOLDERS: &[&str] = &[
    "saknas",
    "okand",
    "okant",
    "ej kand",
    "ej kant",
    "uppgift saknas",
    "uppgifter saknas",
    "ingen uppgift",
    "inga uppgifter",
    "vet ej",
    "vet inte",
    "svar saknas",
    "ej svar",
    "inget svar",
    "ej svarat",
    "inte svarat",
    "har ej svarat",
    "har inte svarat",
    "ej besvarad",
    "ej besvarat",
    "obesvarad",
    "obesvarat",
    "n a",
    "unknown",
    "not known",
    "missing",
    "no information",
    "no data",
    "not available",
    "not answered",
    "unanswered",
    "no answer",
    "no reply",
    "no response",
    "null",
    "0",
];
/// Crosses, folded, that lists have in the place of a name.
const CROSSES: &[&str] = &["x", "xx", "xxx"];

/// Whether a cell holds nothing: no letter and no digit ("-", "?"), a word for it, or what a spreadsheet writes in place of
/// a value that it cannot work out (`#N/A`, `#REF!`).
pub(super) fn is_placeholder(cell: &str) -> bool {
    let folded = fold(cell);
    let is_error = cell.starts_with('#') && cell.ends_with(['!', '?', 'A', 'S']);
    folded.is_empty() || is_error || PLACEHOLDERS.contains(&folded.as_str())
}

/// Whether a cell for a partner holds no name: nothing, or a cross. One of a single letter may be a name: "Y" is a town.
pub(super) fn is_no_name(cell: &str) -> bool {
    is_placeholder(cell) || CROSSES.contains(&fold(cell).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_holds_nothing_is_told_from_one_that_does() {
        for cell in [
            "-",
            "–",
            "?",
            "…",
            "#N/A",
            "#REF!",
            "#SAKNAS",
            "#VÄRDEFEL!",
            "0",
            "saknas",
        ] {
            assert!(is_placeholder(cell), "{cell}");
        }
        for cell in ["NA", "Å", "Y", "Saknäs by", "1998"] {
            assert!(!is_placeholder(cell), "{cell}");
        }
        for cell in ["x", "XX", "-", "ej svar"] {
            assert!(is_no_name(cell), "{cell}");
        }
        for cell in ["Y", "nej", "X-köping"] {
            assert!(!is_no_name(cell), "{cell}");
        }
    }
}
