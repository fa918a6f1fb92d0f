//! The words on form, status and time that lists use, and what the register understands by them. A word that is
//! not here is kept as written and sets nothing.

use vanort_domain::Edtf;
use vanort_names::fold;

use super::Claim;

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
    ("inte aktiv", "activity", "dormant"),
    ("inte aktivt", "activity", "dormant"),
    ("ej aktiv", "activity", "dormant"),
    ("ej aktivt", "activity", "dormant"),
    ("not active", "activity", "dormant"),
    ("pausad", "activity", "paused"),
    ("pausat", "activity", "paused"),
    ("paused", "activity", "paused"),
    ("avslutad", "activity", "ended"),
    ("avslutat", "activity", "ended"),
    ("avslutades", "activity", "ended"),
    ("avslutat samarbete", "activity", "ended"),
    ("upphord", "activity", "ended"),
    ("upphort", "activity", "ended"),
    ("upphorde", "activity", "ended"),
    ("nedlagd", "activity", "ended"),
    ("nedlagt", "activity", "ended"),
    ("ended", "activity", "ended"),
    ("uppsagt", "agreement", "terminated"),
    ("uppsagd", "agreement", "terminated"),
    ("terminated", "agreement", "terminated"),
    ("avtalet uppsagt", "agreement", "terminated"),
    ("lopt ut", "agreement", "lapsed"),
    ("avtalet har lopt ut", "agreement", "lapsed"),
    ("utganget", "agreement", "lapsed"),
    ("expired", "agreement", "lapsed"),
    ("lapsed", "agreement", "lapsed"),
    ("inget avtal", "agreement", "none"),
    ("avtal saknas", "agreement", "none"),
    ("no agreement", "agreement", "none"),
    ("avtal", "agreement", "in_force"),
    ("avtal finns", "agreement", "in_force"),
    ("in force", "agreement", "in_force"),
    ("planerad", "event", "planned"),
    ("planerat", "event", "planned"),
    ("planeras", "event", "planned"),
    ("planned", "event", "planned"),
];
/// Words between a status and the year from which it holds: "Vilande sedan 2015".
const FROM: &[&str] = &[
    "ar",
    "sedan",
    "fran",
    "fran och med",
    "i",
    "since",
    "from",
    "in",
];
/// Words in a partner's place that say that there is none.
const NONE: &[&str] = &[
    "inga",
    "inga vanorter",
    "inga partner",
    "inga samarbeten",
    "ingen vanort",
    "har inga vanorter",
    "none",
    "no partners",
    "no twin towns",
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

/// Words that stand where nothing is known.
const PLACEHOLDERS: &[&str] = &[
    "saknas",
    "okand",
    "okant",
    "ej kand",
    "ej kant",
    "uppgift saknas",
    "n a",
    "unknown",
    "missing",
    "null",
    "0",
];

/// Whether a cell holds nothing: no letter and no digit ("-", "?"), a word for it, or what a spreadsheet writes in place of
/// a value that it cannot work out (`#N/A`, `#REF!`).
pub(super) fn is_placeholder(cell: &str) -> bool {
    let folded = fold(cell);
    let is_error = cell.starts_with('#') && cell.ends_with(['!', '?', 'A', 'S']);
    folded.is_empty() || is_error || PLACEHOLDERS.contains(&folded.as_str())
}

/// The Wikidata item of a cell or an address: `Q493840`, `q493840`, `http://www.wikidata.org/entity/Q493840`.
pub(super) fn item(written: &str) -> Option<String> {
    let last = written.trim().rsplit(['/', ':']).next()?;
    let number = last.strip_prefix(['Q', 'q'])?;
    let is_number = number.bytes().all(|b| b.is_ascii_digit()) && !number.starts_with('0');
    (is_number && (1..=10).contains(&number.len())).then(|| format!("Q{number}"))
}

fn of(table: &[(&str, &'static str)], written: &str) -> Option<&'static str> {
    let folded = fold(written);
    table
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, key)| *key)
}

/// What words on status set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Status {
    /// The field.
    pub field: &'static str,
    /// Its value.
    pub value: &'static str,
    /// From when, where the words end in a year.
    pub effective: Option<Edtf>,
}

/// What the words on status set: "Vilande", "Avslutat 2022".
pub(super) fn status(written: &str) -> Option<Status> {
    let folded = fold(written);
    let known = |words: &str| STATUS.iter().find(|(word, ..)| *word == words);
    let of = |row: &(&'static str, &'static str, &'static str), effective| Status {
        field: row.1,
        value: row.2,
        effective,
    };
    if let Some(row) = known(&folded) {
        return Some(of(row, None));
    }
    let (words, year) = folded.rsplit_once(' ')?;
    let effective = date(four_digits(year)?)?;
    let bare = FROM
        .iter()
        .find_map(|from| words.strip_suffix(from)?.strip_suffix(' '));
    known(words)
        .or_else(|| known(bare?))
        .map(|row| of(row, Some(effective)))
}

/// Whether the words in a partner's place say that there is none.
pub(super) fn says_none(written: &str) -> bool {
    NONE.contains(&fold(written).as_str())
}

/// The fields of a row whose words set nothing, with the words.
pub(super) fn not_understood(claim: &Claim) -> Vec<(&'static str, &str)> {
    let is_form =
        |text: &str| kind(text).is_some() || instrument(text).is_some() || status(text).is_some();
    let of = |field: &'static str, text: &'_ Option<String>, is_read: &dyn Fn(&str) -> bool| {
        let text = text.as_deref().filter(|text| !is_read(text));
        text.is_some().then_some(field)
    };
    let is_date = |text: &str| date(text).is_some();
    let is_theme = |text: &str| theme_words(text).all(|word| of_theme(word).is_some());
    let read = [
        (of("kind", &claim.kind, &is_form), &claim.kind),
        (
            of("status", &claim.status, &|text| status(text).is_some()),
            &claim.status,
        ),
        (
            of("instrument", &claim.instrument, &|text| {
                instrument(text).is_some()
            }),
            &claim.instrument,
        ),
        (
            of("since", &claim.since, &|text| {
                is_date(text) || period(text).is_some()
            }),
            &claim.since,
        ),
        (of("until", &claim.until, &is_date), &claim.until),
        (of("themes", &claim.themes, &is_theme), &claim.themes),
        (
            of("funding", &claim.funding, &|text| funding(text).is_some()),
            &claim.funding,
        ),
        (of("said", &claim.said, &is_date), &claim.said),
    ];
    let unread = claim.unread.iter();
    read.into_iter()
        .filter_map(|(field, text)| Some((field?, text.as_deref()?)))
        .chain(unread.map(|(field, text)| (*field, text.as_str())))
        .collect()
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
    let mut themes: Vec<&'static str> = theme_words(written).filter_map(of_theme).collect();
    themes.sort_unstable();
    themes.dedup();
    themes
}

fn theme_words(written: &str) -> impl Iterator<Item = &str> {
    written
        .split([',', ';', '/', '|'])
        .filter(|word| !word.trim().is_empty())
}

fn of_theme(word: &str) -> Option<&'static str> {
    of(THEME, word)
}

/// Years of which a list of partners tells; what lies outside is a slip of the pen.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2100;

/// The date that words mean: a date as it stands, a year, "1970-talet", "1900-talet" (a century), "ca 1985".
pub(super) fn date(written: &str) -> Option<Edtf> {
    let text = written.trim();
    let is_told_of = |date: &Edtf| {
        let year = date.as_str().trim_start_matches(['.', '/']).get(..4);
        // "197X" and what is longer than a year have been written with care.
        year.is_none_or(|year| year.parse().map_or(true, |year| YEARS.contains(&year)))
    };
    if let Ok(date) = text.parse::<Edtf>() {
        return Some(date).filter(is_told_of);
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let date: Edtf = match words[..] {
        [word] | [word, "talet"] if words.len() == 2 || word.ends_with("talet") => {
            let number = word.strip_suffix("talet").unwrap_or(word);
            let known = four_digits(number)?.trim_end_matches('0');
            // "1900-talet" is more often the century than its first ten years.
            let known = number.get(..known.len().clamp(2, 3))?;
            format!("{known:X<4}").parse().ok()?
        }
        ["ca" | "cirka" | "circa" | "omkring" | "about", year] => {
            format!("{}~", four_digits(year)?).parse().ok()?
        }
        [year] => four_digits(year)?.parse().ok()?,
        // 12.5.1998, 5/1998: a day that may be read in two ways is kept as its year.
        [day, year] | [day, _, year]
            if is_day(day) && words.iter().rev().skip(1).all(|w| is_day(w)) =>
        {
            four_digits(year)?.parse().ok()?
        }
        _ => return None,
    };
    Some(date).filter(is_told_of)
}

fn is_day(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
}

/// The two years of a period: "1991–1995".
pub(super) fn period(written: &str) -> Option<(Edtf, Edtf)> {
    let folded = fold(written);
    let (from, to) = folded.split_once(' ')?;
    let (from, to) = (date(four_digits(from)?)?, date(four_digits(to)?)?);
    (from.as_str() <= to.as_str()).then_some((from, to))
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
            ("5/1998", Some("1998")),
            ("1900-talet", Some("19XX")),
            ("2010-talet", Some("201X")),
            ("1991-1995", None),
            ("2999", None),
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
    fn a_period_is_a_beginning_and_an_end() {
        let years = |written: &str| {
            let (from, to) = period(written)?;
            Some((from.to_string(), to.to_string()))
        };
        let nineties = Some(("1991".to_owned(), "1995".to_owned()));
        assert_eq!(years("1991-1995"), nineties);
        assert_eq!(years("1991–1995"), nineties);
        assert_eq!(years("1995-1991"), None);
        assert_eq!(years("1991"), None);
    }

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
        assert_eq!(item("q409").as_deref(), Some("Q409"));
        assert_eq!(
            item("http://www.wikidata.org/entity/Q1").as_deref(),
            Some("Q1")
        );
        for text in [
            "-",
            "saknas",
            "http://www.wikidata.org/.well-known/genid/0123abc",
            "t99",
            "Q",
            "Q0",
        ] {
            assert_eq!(item(text), None, "{text}");
        }
    }

    #[test]
    fn a_listed_word_sets_its_field_and_another_sets_nothing() {
        let read = |written: &str| {
            let found = status(written)?;
            let from = found.effective.map(|date| date.to_string());
            Some((found.field, found.value, from))
        };
        assert_eq!(read("Vilande"), Some(("activity", "dormant", None)));
        let ended = Some(("activity", "ended", Some("2022".to_owned())));
        assert_eq!(read("Avslutat 2022"), ended);
        assert_eq!(read("Avslutat år 2022"), ended);
        assert_eq!(read("Planerad"), Some(("event", "planned", None)));
        assert_eq!(read("lite av varje"), None);
        assert_eq!(read("lite av varje 2022"), None);
        assert_eq!(read("Avslutat 2999"), None);
        assert!(says_none("Inga vänorter") && !says_none("Ingarö"));
        assert_eq!(kind("Vänort"), Some("vanort"));
        assert_eq!(themes("Kultur, skola; fiske"), ["culture", "education"]);
    }
}
