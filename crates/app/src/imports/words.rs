//! The words on form, status and time that lists use, and what the register understands by them. A word that is
//! not here is kept as written and sets nothing.

use vanort_domain::Edtf;
use vanort_names::fold;

/// Words, folded, and the field and value they set.
const STATUS: &[(&str, &str, &str)] = &[
    ("aktiv", "activity", "active"),
    ("aktivt", "activity", "active"),
    ("active", "activity", "active"),
    ("pagaende", "activity", "active"),
    ("sporadisk", "activity", "sporadic"),
    ("sporadiskt", "activity", "sporadic"),
    ("sporadic", "activity", "sporadic"),
    ("vilande", "activity", "dormant"),
    ("inaktiv", "activity", "dormant"),
    ("inaktivt", "activity", "dormant"),
    ("dormant", "activity", "dormant"),
    ("inactive", "activity", "dormant"),
    ("pausad", "activity", "paused"),
    ("pausat", "activity", "paused"),
    ("paused", "activity", "paused"),
    ("avslutad", "activity", "ended"),
    ("avslutat", "activity", "ended"),
    ("upphord", "activity", "ended"),
    ("upphort", "activity", "ended"),
    ("ended", "activity", "ended"),
    ("uppsagt", "agreement", "terminated"),
    ("uppsagd", "agreement", "terminated"),
    ("terminated", "agreement", "terminated"),
    ("avtal", "agreement", "in_force"),
    ("avtal finns", "agreement", "in_force"),
    ("in force", "agreement", "in_force"),
];
const KIND: &[(&str, &str)] = &[
    ("vanort", "vanort"),
    ("vanorter", "vanort"),
    ("vanortssamarbete", "vanort"),
    ("vanstad", "vanort"),
    ("vanskapsort", "vanort"),
    ("vankommun", "vanort"),
    ("twin town", "vanort"),
    ("sister city", "vanort"),
    ("twinning", "vanort"),
    ("twinned administrative body", "vanort"),
    ("kommunalt partnerskap", "partnership"),
    ("municipal partnership", "partnership"),
    ("icld", "partnership"),
    ("icld partnerskap", "partnership"),
    ("annat", "other"),
    ("annat samarbete", "other"),
    ("other", "other"),
];
const INSTRUMENT: &[(&str, &str)] = &[
    ("vanortsavtal", "vanortsavtal"),
    ("vanskapsavtal", "vanskapsavtal"),
    ("samarbetsavtal", "samarbetsavtal"),
    ("partnerstadsavtal", "partnerstadsavtal"),
    ("samforstandsavtal", "samforstandsavtal"),
    ("memorandum of understanding", "samforstandsavtal"),
    ("mou", "samforstandsavtal"),
    ("avsiktsforklaring", "avsiktsforklaring"),
    ("letter of intent", "avsiktsforklaring"),
    ("projektavtal", "projektavtal"),
];
const THEME: &[(&str, &str)] = &[
    ("kultur", "culture"),
    ("culture", "culture"),
    ("utbildning", "education"),
    ("skola", "education"),
    ("education", "education"),
    ("naringsliv", "business"),
    ("business", "business"),
    ("demokrati", "democracy"),
    ("democracy", "democracy"),
    ("ungdom", "youth"),
    ("ungdomar", "youth"),
    ("youth", "youth"),
    ("miljo", "environment"),
    ("environment", "environment"),
    ("idrott", "sport"),
    ("sport", "sport"),
    ("social", "social"),
    ("socialt", "social"),
    ("bistand", "aid"),
    ("aid", "aid"),
    ("planering", "planning"),
    ("planning", "planning"),
];
const FUNDING: &[(&str, &str)] = &[
    ("egna medel", "own"),
    ("egen", "own"),
    ("own", "own"),
    ("icld", "sida_icld"),
    ("sida icld", "sida_icld"),
    ("sida", "sida"),
    ("eu", "eu"),
];

fn of(table: &[(&str, &'static str)], written: &str) -> Option<&'static str> {
    let folded = fold(written);
    table
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, key)| *key)
}

/// Field and value that the words on status set.
pub(super) fn status(written: &str) -> Option<(&'static str, &'static str)> {
    let folded = fold(written);
    STATUS
        .iter()
        .find(|(word, ..)| *word == folded)
        .map(|(_, field, value)| (*field, *value))
}

/// The form that a word means.
pub(super) fn kind(written: &str) -> Option<&'static str> {
    of(KIND, written)
}

/// The written agreement that a word means.
pub(super) fn instrument(written: &str) -> Option<&'static str> {
    of(INSTRUMENT, written)
}

/// Who pays, by the word.
pub(super) fn funding(written: &str) -> Option<&'static str> {
    of(FUNDING, written)
}

/// The fields of co-operation among words parted by commas, semicolons or strokes.
pub(super) fn themes(written: &str) -> Vec<&'static str> {
    let mut themes: Vec<&'static str> = written
        .split([',', ';', '/', '|'])
        .filter_map(|word| of(THEME, word))
        .collect();
    themes.sort_unstable();
    themes.dedup();
    themes
}

/// The date that words mean: a date as it stands, a year, "1970-talet", "ca 1985".
pub(super) fn date(written: &str) -> Option<Edtf> {
    let text = written.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let decade = |word: &str| {
        word.strip_suffix("talet")
            .and_then(|year| year.get(..3))
            .map(str::to_owned)
    };
    match words[..] {
        [word] | [word, "talet"] if words.len() == 2 || word.ends_with("talet") => {
            let digits = decade(word).or_else(|| word.get(..3).map(str::to_owned))?;
            digits
                .bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| format!("{digits}X").parse().ok())?
        }
        ["ca" | "cirka" | "circa" | "omkring" | "about", year] => {
            format!("{}~", four_digits(year)?).parse().ok()
        }
        [year] => four_digits(year)?.parse().ok(),
        // 12.5.1998, 12/5 1998: a day that may be read in two ways is kept as its year.
        [.., year]
            if words
                .iter()
                .all(|word| word.bytes().all(|b| b.is_ascii_digit())) =>
        {
            four_digits(year)?.parse().ok()
        }
        _ => None,
    }
}

fn four_digits(text: &str) -> Option<&str> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_time_become_dates_of_their_precision() {
        let table = [
            ("1971", Some("1971")),
            ("1998-05-08", Some("1998-05-08")),
            ("1970-talet", Some("197X")),
            ("ca 1985", Some("1985~")),
            ("12.5.1998", Some("1998")),
            ("länge", None),
            ("197", None),
            ("", None),
        ];
        for (written, expected) in table {
            assert_eq!(
                date(written).as_ref().map(Edtf::as_str),
                expected,
                "{written}"
            );
        }
    }

    #[test]
    fn a_listed_word_sets_its_field_and_another_sets_nothing() {
        assert_eq!(status("Vilande"), Some(("activity", "dormant")));
        assert_eq!(status("lite av varje"), None);
        assert_eq!(kind("Vänort"), Some("vanort"));
        assert_eq!(themes("Kultur, skola; fiske"), ["culture", "education"]);
    }
}
