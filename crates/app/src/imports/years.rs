//! Years behind a partner's name, which are those of the partnership: "Wismar 1990-2005", "Turku (sedan 1946)".

use vanort_names::fold;

use super::dates;

/// Words, folded, with which words on time begin; others before a year may belong to the name, as in "Cape Town 1990".
const BEGINS: &[&str] = &[
    "ca", "cirka", "fore", "fr", "fran", "from", "mellan", "sedan", "sen", "since", "till", "until",
];

/// A name, and the words on time behind it.
pub(super) fn years_behind(written: &str) -> Option<(&str, &str)> {
    let is_gap = |sign: char| sign.is_whitespace() || "(,;:".contains(sign);
    let gaps = written.char_indices().filter(|(_, sign)| is_gap(*sign));
    gaps.map(|(at, sign)| written.split_at(at + sign.len_utf8()))
        .map(|(name, told)| {
            let told = told.trim().trim_end_matches(')');
            (name.trim_end_matches(is_gap), told)
        })
        .find(|(name, told)| {
            let is_whole = name.matches('(').count() == name.matches(')').count();
            is_whole
                && name.chars().any(char::is_alphabetic)
                && begins_with_time(told)
                && has_year(told)
                && dates::span(told).is_some()
        })
}

fn begins_with_time(told: &str) -> bool {
    let word = told.split(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or_default();
    word.starts_with(|c: char| c.is_ascii_digit()) || BEGINS.contains(&fold(word).as_str())
}

/// "Prague 15" is a part of a city.
fn has_year(told: &str) -> bool {
    let mut numbers = told.split(|c: char| !c.is_ascii_digit());
    numbers.any(|number| number.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_behind_a_name_are_told_from_what_belongs_to_it() {
        for (written, name, told) in [
            ("Wismar 1990-2005", "Wismar", "1990-2005"),
            ("Wismar, 1990–", "Wismar", "1990–"),
            ("Turku (sedan 1946)", "Turku", "sedan 1946"),
            ("Turku (Finland) 1946", "Turku (Finland)", "1946"),
            ("Cape Town 1990", "Cape Town", "1990"),
            (
                "Bad Doberan från 1990 till 1995",
                "Bad Doberan",
                "från 1990 till 1995",
            ),
        ] {
            assert_eq!(years_behind(written), Some((name, told)), "{written}");
        }
        for written in [
            "Prague 15",
            "1990",
            "1990-2005",
            "Wismar",
            "Turku (Finland, sedan 1946)",
        ] {
            assert_eq!(years_behind(written), None, "{written}");
        }
    }
}
