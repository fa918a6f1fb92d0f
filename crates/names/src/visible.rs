//! Signs that nobody sees: two names that differ by one look alike, and one that turns the direction of writing disguises what
//! stands beside it.

use std::borrow::Cow;

/// The text without control characters, signs that turn the direction of writing, and signs without width. Ends of lines and tabs
/// stay, and so do joiners between letters of scripts that need them: they are part of how a Persian name is written.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_invisible(c) || is_joiner(c)) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len());
    let mut signs = text.chars().filter(|c| !is_invisible(*c)).peekable();
    while let Some(sign) = signs.next() {
        let joins = || seen.chars().next_back().is_some_and(needs_joiners);
        if !is_joiner(sign) || joins() && signs.peek().is_some_and(|next| needs_joiners(*next)) {
            seen.push(sign);
        }
    }
    Cow::Owned(seen)
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a letter is of Arabic or of a script of India or its neighbours, in which a joiner changes what is read.
fn needs_joiners(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}')
        // The signs that are written with such letters.
        || matches!(c, '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9cd}' | '\u{a4d}' | '\u{acd}' | '\u{bcd}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}')
}

fn is_invisible(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(
            c,
            // Soft hyphen, and signs that only keep others together.
            '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
            // Direction of writing.
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            // Letters that fill a place and are not seen.
            | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
            // How another sign is drawn, notes between lines, and labels.
            | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_what_belongs_to_a_name_stays() {
        for (written, told) in [
            ("Tur\u{200b}ku", "Turku"),
            ("\u{202e}ukruT\u{202c}", "ukruT"),
            ("\u{feff}Kommun", "Kommun"),
            ("Åbo\u{0}\u{8}\u{7f}", "Åbo"),
            ("Öster\u{ad}bybruk", "Österbybruk"),
            ("Tur\u{200d}ku\u{200c}", "Turku"),
            ("\u{3164}\u{2800}", ""),
            ("Turku\nBergen\tOslo", "Turku\nBergen\tOslo"),
            ("Łódź – Kraków", "Łódź – Kraków"),
            // Neyshabur, and Kozhikode as it is written in Malayalam.
            ("نی\u{200c}شابور", "نی\u{200c}شابور"),
            ("\u{200f}نیشابور\u{200f}", "نیشابور"),
            ("കോഴിക്\u{200d}കോട്", "കോഴിക്\u{200d}കോട്"),
        ] {
            assert_eq!(visible(written), told, "{}", written.escape_unicode());
        }
        assert!(matches!(visible("Turku"), Cow::Borrowed(_)));
    }
}
