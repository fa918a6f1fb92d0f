//! Text in XML.

use std::borrow::Cow;

/// Whether XML has a place for a character: `Char` of XML 1.0 (section 2.2). What is none may not stand in a document even
/// escaped, and whoever reads one refuses the whole of it.
#[must_use]
pub fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// A text without what XML has no place for.
#[must_use]
pub fn allowed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_char) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| is_char(*c)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_has_no_place_for_is_left_out_and_nothing_else() {
        for (text, left) in [
            (
                "Åbo \u{1F600} Київ\t\r\n\u{85}\u{FFFD}",
                "Åbo \u{1F600} Київ\t\r\n\u{85}\u{FFFD}",
            ),
            ("\u{0}Å\u{1F}b\u{FFFE}o\u{FFFF}", "Åbo"),
            (
                "\u{D7FF}\u{E000}\u{10000}\u{10FFFF}",
                "\u{D7FF}\u{E000}\u{10000}\u{10FFFF}",
            ),
            ("\u{B}\u{FFFF}", ""),
        ] {
            assert_eq!(allowed(text), left);
        }
    }
}
