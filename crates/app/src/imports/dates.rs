//! The words on time that lists use, and the dates of their precision that they mean.

use vanort_domain::Edtf;
use vanort_names::fold;

/// What words on time tell: from when, and until when.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Span {
    /// From when.
    pub from: Option<Edtf>,
    /// Until when.
    pub to: Option<Edtf>,
}

/// Years of which a list of partners tells; what lies outside is a slip of the pen.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2100;
/// Words beside a date that add nothing to it: "Vänort sedan 1967", "avtal tecknat i maj 1967".
const BESIDE: &[&str] = &[
    "a",
    "agreement",
    "autumn",
    "host",
    "hosten",
    "sommar",
    "sommaren",
    "spring",
    "summer",
    "var",
    "varen",
    "ar",
    "aret",
    "at",
    "av",
    "avtal",
    "avtalet",
    "beginning",
    "borjan",
    "den",
    "early",
    "established",
    "etablerad",
    "etablerades",
    "f",
    "fr",
    "fran",
    "from",
    "i",
    "in",
    "ingatt",
    "ingicks",
    "inledd",
    "inleddes",
    "inlett",
    "late",
    "m",
    "med",
    "mid",
    "mitt",
    "mitten",
    "o",
    "och",
    "of",
    "on",
    "partner",
    "partners",
    "partnerskap",
    "samarbete",
    "samarbetsavtal",
    "sedan",
    "sen",
    "signed",
    "since",
    "slutet",
    "start",
    "startade",
    "started",
    "tecknades",
    "tecknat",
    "the",
    "town",
    "towns",
    "twin",
    "twinned",
    "undertecknades",
    "undertecknat",
    "vanort",
    "vanorter",
    "vanortsavtal",
    "vanskapsavtal",
    "year",
];
/// Words in the place of an end that say that there is none.
const GOES_ON: &[&str] = &[
    "alltjamt",
    "dag",
    "dags",
    "fortfarande",
    "fortlopande",
    "i",
    "idag",
    "now",
    "nu",
    "nutid",
    "ongoing",
    "pagar",
    "pagaende",
    "present",
    "still",
    "tills",
    "today",
    "vidare",
];
const MONTHS: [[&str; 2]; 12] = [
    ["januari", "january"],
    ["februari", "february"],
    ["mars", "march"],
    ["april", "april"],
    ["maj", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["augusti", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

/// A piece of what is written.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Number(String),
    Word(String),
    Dash,
    Stroke,
}

/// The date that words mean: one as it stands, a year, "13 maj 1967", "1970-talet", "1900-talet" (a century), "ca 1985",
/// "före 1990", "1989 eller 1990".
pub(super) fn date(written: &str) -> Option<Edtf> {
    let text = without_time(written.trim());
    if let Ok(date) = text.parse::<Edtf>() {
        return Some(date).filter(is_told_of);
    }
    qualified(&pieces(text), text.ends_with('?'))
}

/// What words tell of a beginning and an end: a date, "1991–1995", "1989-90", "från 1990 till nu".
pub(super) fn span(written: &str) -> Option<Span> {
    if let Some(date) = date(written) {
        return Some(Span {
            from: Some(date),
            to: None,
        });
    }
    let pieces = pieces(written);
    (0..pieces.len()).find_map(|at| {
        let behind = until_what(&pieces[at..])?;
        let (before, after) = (&pieces[..at], &pieces[at + behind..]);
        let from = qualified(before, false);
        if goes_on_in(after) {
            return from.is_some().then_some(Span { from, to: None });
        }
        let to = short_year(from.as_ref(), after).or_else(|| qualified(after, false))?;
        let in_order = from
            .as_ref()
            .is_none_or(|from| from.as_str() <= to.as_str());
        (in_order && (from.is_some() || before.is_empty())).then_some(Span { from, to: Some(to) })
    })
}

/// Whether the words in the place of an end say that there is none.
pub(super) fn goes_on(written: &str) -> bool {
    let pieces = pieces(written);
    !pieces.is_empty() && goes_on_in(&pieces)
}

/// Nothing behind "1990–", or words for it.
fn goes_on_in(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Word(word) => GOES_ON.contains(&word.as_str()),
        Piece::Dash => true,
        _ => false,
    })
}

/// How many pieces stand for "until" at the beginning.
fn until_what(pieces: &[Piece]) -> Option<usize> {
    let word = |at: usize, wanted: &str| matches!(pieces.get(at), Some(Piece::Word(word)) if word == wanted);
    match &pieces[0] {
        Piece::Dash => Some(1),
        _ if word(0, "till") && word(1, "och") && word(2, "med") => Some(3),
        _ if word(0, "t") && word(1, "o") && word(2, "m") => Some(3),
        Piece::Word(word) if ["till", "to", "until"].contains(&word.as_str()) => Some(1),
        _ => None,
    }
}

/// "1967-05-13 00:00:00" without the time.
fn without_time(text: &str) -> &str {
    match (text.get(..10), text.get(10..)) {
        (Some(day), Some(time))
            if time.starts_with([' ', 'T'])
                && time.contains(':')
                && time
                    .chars()
                    .skip(1)
                    .all(|c| c.is_ascii_digit() || ":.Z+".contains(c)) =>
        {
            day
        }
        _ => text,
    }
}

fn is_told_of(date: &Edtf) -> bool {
    let year = date.as_str().trim_start_matches(['.', '/']).get(..4);
    // "197X" and what is longer than a year have been written with care.
    year.is_none_or(|year| year.parse().map_or(true, |year| YEARS.contains(&year)))
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut run, mut is_number) = (String::new(), false);
    for sign in text.chars().chain([' ']) {
        let goes_along = sign.is_alphanumeric() && sign.is_ascii_digit() == is_number;
        if !goes_along && !run.is_empty() {
            let run = std::mem::take(&mut run);
            pieces.push(if is_number {
                Piece::Number(run)
            } else {
                Piece::Word(fold(&run))
            });
        }
        match sign {
            _ if sign.is_alphanumeric() => {
                is_number = sign.is_ascii_digit();
                run.push(sign);
            }
            '-' | '–' | '—' | '−' | '‐' | '‑' if pieces.last() != Some(&Piece::Dash) => {
                pieces.push(Piece::Dash)
            }
            '/' => pieces.push(Piece::Stroke),
            _ => {}
        }
    }
    pieces
}

/// A date with what is said of how sure it is.
fn qualified(pieces: &[Piece], is_asked: bool) -> Option<Edtf> {
    let is_ordinal = |at: usize, word: &str| {
        at > 0
            && matches!(pieces[at - 1], Piece::Number(_))
            && ["a", "e", "nd", "rd", "st", "th"].contains(&word)
    };
    let telling: Vec<&Piece> = pieces
        .iter()
        .enumerate()
        .filter(|(at, piece)| match piece {
            Piece::Word(word) => !BESIDE.contains(&word.as_str()) && !is_ordinal(*at, word),
            _ => true,
        })
        .map(|(_, piece)| piece)
        .collect();
    let (qualifier, rest) = match &telling[..] {
        [Piece::Word(word), rest @ ..] => match qualifier(word) {
            Some(qualifier) => (qualifier, rest),
            None => ("", &telling[..]),
        },
        all => ("", all),
    };
    if qualifier == "between" {
        let [Piece::Number(a), Piece::Number(b)] = rest else {
            return None;
        };
        return either(year(a)?, year(b)?);
    }
    let core = core(rest)?;
    let words = match qualifier {
        "~" => format!("{core}~"),
        "?" => format!("{core}?"),
        "before" => format!("../{core}"),
        "after" => format!("{core}/.."),
        _ if is_asked => format!("{core}?"),
        _ => core,
    };
    words.parse().ok().filter(is_told_of)
}

/// What a word before a date says of it.
fn qualifier(word: &str) -> Option<&'static str> {
    Some(match word {
        "about" | "approximately" | "around" | "c" | "ca" | "circa" | "cirka" | "omkring"
        | "runt" | "ung" | "ungefar" => "~",
        "kanske" | "maybe" | "mojligen" | "perhaps" | "probably" | "sannolikt" | "troligen" => "?",
        "before" | "fore" | "innan" | "senast" => "before",
        "after" | "efter" => "after",
        "between" | "mellan" => "between",
        _ => return None,
    })
}

/// One of two years, nobody knows which.
fn either(a: &str, b: &str) -> Option<Edtf> {
    (a < b)
        .then(|| format!("{a}/{b}"))?
        .parse()
        .ok()
        .filter(is_told_of)
}

/// A date in EDTF, without how sure it is.
fn core(pieces: &[&Piece]) -> Option<String> {
    use Piece::{Dash, Number, Stroke, Word};
    match pieces {
        [Number(year), Word(s)] if s == "s" => decade(year),
        [Number(year), Word(tal)] | [Number(year), Dash, Word(tal)]
            if ["t", "tal", "talet", "talets"].contains(&tal.as_str()) =>
        {
            decade(year)
        }
        [Number(all)] if all.len() == 8 => day(&all[..4], &all[4..6], &all[6..]),
        [Number(only)] => year(only).map(str::to_owned),
        [Word(name), Number(of)] | [Number(of), Word(name)] => {
            Some(format!("{}-{:02}", year(of)?, month(name)?))
        }
        [Number(a), Word(or), Number(b)] if ["el", "eller", "or"].contains(&or.as_str()) => {
            Some(either(year(a)?, year(b)?)?.to_string())
        }
        [Number(on), Word(name), Number(of)] | [Word(name), Number(on), Number(of)] => {
            let (of, on) = if on.len() == 4 { (on, of) } else { (of, on) };
            day(of, &month(name)?.to_string(), on)
        }
        [Number(a), Stroke, Number(b)] if a.len() == 4 && b.len() == 2 => {
            Some(either(year(a)?, &format!("{}{b}", &a[..2]))?.to_string())
        }
        _ => in_numbers(pieces),
    }
}

/// 1967-5-13, 13.5.1967, 12.5.1998, 5/1998: a day that may be read in two ways is kept as its year.
fn in_numbers(pieces: &[&Piece]) -> Option<String> {
    let mut numbers: Vec<&str> = Vec::with_capacity(3);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Number(number) => numbers.push(number),
            Piece::Dash | Piece::Stroke if at > 0 => {}
            _ => return None,
        }
    }
    let short = |number: &str| number.len() <= 2;
    match numbers[..] {
        [of, in_month, on] if short(in_month) && short(on) => day(year(of)?, in_month, on),
        [a, b, of] if short(a) && short(b) => {
            let of = year(of)?;
            match (day(of, b, a), day(of, a, b)) {
                (Some(one), None) | (None, Some(one)) => Some(one),
                (Some(one), Some(other)) if one == other => Some(one),
                (Some(_), Some(_)) => Some(of.to_owned()),
                (None, None) => None,
            }
        }
        [a, of] if short(a) => year(of).map(str::to_owned),
        _ => None,
    }
}

fn year(number: &str) -> Option<&str> {
    (number.len() == 4).then_some(number)
}

fn day(year: &str, month: &str, day: &str) -> Option<String> {
    let text = format!("{year}-{month:0>2}-{day:0>2}");
    text.parse::<Edtf>().is_ok().then_some(text)
}

fn month(name: &str) -> Option<usize> {
    let is_meant = |full: &str| {
        name.len() >= 3 && full.starts_with(name) || name == "sept" && full == "september"
    };
    let of_any = |names: &[&str; 2]| names.iter().any(|full| is_meant(full));
    Some(MONTHS.iter().position(of_any)? + 1)
}

/// "1960" of "1960-talet", "60" of "60-talet"; "1900-talet" is more often the century than its first ten years.
fn decade(number: &str) -> Option<String> {
    let whole = match number.len() {
        4 => number.to_owned(),
        // Of "20-talet" nobody knows the century.
        2 if number.ends_with('0') && number >= "30" => format!("19{number}"),
        _ => return None,
    };
    let known = whole.trim_end_matches('0');
    let known = whole.get(..known.len().clamp(2, 3))?;
    Some(format!("{known:X<4}"))
}

/// "90" of "1989-90".
fn short_year(from: Option<&Edtf>, behind: &[Piece]) -> Option<Edtf> {
    let from = from?.as_str();
    match behind {
        [Piece::Number(short)]
            if from.len() == 4 && short.len() == 2 && *short.as_str() > from[2..] =>
        {
            format!("{}{short}", &from[..2]).parse().ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_time_become_dates_of_their_precision() {
        let table = [
            ("1971", "1971"),
            ("1998-05-08", "1998-05-08"),
            ("1967-05-13 00:00:00", "1967-05-13"),
            ("1967-05-13T00:00:00Z", "1967-05-13"),
            ("1967-5-13", "1967-05-13"),
            ("13 maj 1967", "1967-05-13"),
            ("den 13:e maj 1967", "1967-05-13"),
            ("May 13th, 1967", "1967-05-13"),
            ("13 Oct. 1967", "1967-10-13"),
            ("maj 1967", "1967-05"),
            ("March 1967", "1967-03"),
            ("sedan 1967", "1967"),
            ("Vänort sedan 1967", "1967"),
            ("Vänort sedan 13 maj 1967", "1967-05-13"),
            ("fr.o.m. 1967", "1967"),
            ("f.o.m. 2002", "2002"),
            ("från och med 1967", "1967"),
            ("från 1967", "1967"),
            ("år 1967", "1967"),
            ("since 1967", "1967"),
            ("1970-talet", "197X"),
            ("1960-tal", "196X"),
            ("90-talet", "199X"),
            ("the 1960s", "196X"),
            ("i början av 1960-talet", "196X"),
            ("1900-talet", "19XX"),
            ("2010-talet", "201X"),
            ("ca 1985", "1985~"),
            ("omkring 1985", "1985~"),
            ("1985?", "1985?"),
            ("troligen 1985", "1985?"),
            ("före 1990", "../1990"),
            ("before May 1990", "../1990-05"),
            ("efter 1990", "1990/.."),
            ("1967/1968", "1967/1968"),
            ("1967/68", "1967/1968"),
            ("2008 el 2009", "2008/2009"),
            ("mellan 1990 och 1995", "1990/1995"),
            ("31.12.2015", "2015-12-31"),
            ("12.5.1998", "1998"),
            ("5/1998", "1998"),
            ("20-talet", "-"),
            ("1991-1995", "-"),
            ("31 februari 1990", "-"),
            ("2999", "-"),
            ("länge", "-"),
            ("197", "-"),
            ("", "-"),
        ];
        for (written, expected) in table {
            let found = date(written);
            assert_eq!(
                found.as_ref().map_or("-", Edtf::as_str),
                expected,
                "{written}"
            );
        }
    }

    #[test]
    fn a_decade_written_short_and_a_season_are_understood() {
        for (written, expected) in [
            ("1940-t", "194X"),
            ("1940-t.", "194X"),
            ("våren 1983", "1983"),
            ("sommaren 1971", "1971"),
            ("Hösten 1990", "1990"),
        ] {
            let found = date(written);
            assert_eq!(
                found.as_ref().map(Edtf::as_str),
                Some(expected),
                "{written}"
            );
        }
    }

    #[test]
    fn a_period_is_a_beginning_and_an_end_and_an_uncertain_beginning_is_no_end() {
        let table = [
            ("1991-1995", "1991 1995"),
            ("1991–1995", "1991 1995"),
            ("1967-99", "1967 1999"),
            ("1989-90", "1989 1990"),
            ("Avtal 1993-1999", "1993 1999"),
            ("från 1990 till 1995", "1990 1995"),
            ("från maj 1990 t.o.m. 1995", "1990-05 1995"),
            ("1990-talet – 2010", "199X 2010"),
            ("1990–nu", "1990 -"),
            ("1990-", "1990 -"),
            ("1990 t.o.m. 1995", "1990 1995"),
            ("våren 1983 – hösten 1990", "1983 1990"),
            ("sedan 1990 - pågår", "1990 -"),
            ("1990 -- pågår", "1990 -"),
            ("1990 to present", "1990 -"),
            ("–2012", "- 2012"),
            ("1967/1968", "1967/1968 -"),
            ("1995-1991", "none"),
            ("länge", "none"),
            ("nu", "none"),
        ];
        for (written, expected) in table {
            let shown = |date: &Option<Edtf>| date.as_ref().map_or("-".to_owned(), Edtf::to_string);
            let found =
                span(written).map(|span| format!("{} {}", shown(&span.from), shown(&span.to)));
            assert_eq!(found.as_deref().unwrap_or("none"), expected, "{written}");
        }
        assert!(goes_on("pågår") && goes_on("tills vidare") && !goes_on("2012") && !goes_on(""));
    }
}
