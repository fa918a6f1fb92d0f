//! The words on form, status and time that lists use, and what the register understands by them. A word that is
//! not here is kept as written and sets nothing.

use vanort_domain::Edtf;
use vanort_names::fold;

use super::ends::{announced_end, tells_of_an_end};
use super::{Claim, dates, mapping};

/// Words, folded, and the field and value they set.
const STATUS: &[(&str, &str, &str)] = &[
    ("aktiv", "activity", "active"),
    ("aktivt", "activity", "active"),
    ("active", "activity", "active"),
    ("pagaende", "activity", "active"),
    ("pagaende samarbete", "activity", "active"),
    ("pagar", "activity", "active"),
    ("current", "activity", "active"),
    ("ongoing", "activity", "active"),
    ("aktivt samarbete", "activity", "active"),
    ("mycket aktiv", "activity", "active"),
    ("mycket aktivt", "activity", "active"),
    ("sporadisk", "activity", "sporadic"),
    ("sporadiskt", "activity", "sporadic"),
    ("sporadic", "activity", "sporadic"),
    ("vilande", "activity", "dormant"),
    ("slumrande", "activity", "dormant"),
    ("inaktiv", "activity", "dormant"),
    ("inaktivt", "activity", "dormant"),
    ("dormant", "activity", "dormant"),
    ("inactive", "activity", "dormant"),
    ("inte aktiv", "activity", "dormant"),
    ("inte aktivt", "activity", "dormant"),
    ("ej aktiv", "activity", "dormant"),
    ("ej aktivt", "activity", "dormant"),
    ("not active", "activity", "dormant"),
    ("inte langre aktiv", "activity", "dormant"),
    ("inte langre aktivt", "activity", "dormant"),
    ("ej langre aktiv", "activity", "dormant"),
    ("ej langre aktivt", "activity", "dormant"),
    ("no longer active", "activity", "dormant"),
    ("vilar", "activity", "dormant"),
    ("passiv", "activity", "dormant"),
    ("passivt", "activity", "dormant"),
    ("passive", "activity", "dormant"),
    ("inget utbyte", "activity", "dormant"),
    ("ingen aktivitet", "activity", "dormant"),
    ("ingen kontakt", "activity", "dormant"),
    ("inga kontakter", "activity", "dormant"),
    ("lag aktivitet", "activity", "sporadic"),
    ("liten aktivitet", "activity", "sporadic"),
    ("low activity", "activity", "sporadic"),
    ("fryst", "activity", "paused"),
    ("fryst samarbete", "activity", "paused"),
    ("frozen", "activity", "paused"),
    ("suspended", "activity", "paused"),
    ("paus", "activity", "paused"),
    ("pa paus", "activity", "paused"),
    ("pausad", "activity", "paused"),
    ("pausat", "activity", "paused"),
    ("paused", "activity", "paused"),
    ("on hold", "activity", "paused"),
    ("avslutad", "activity", "ended"),
    ("avslutat", "activity", "ended"),
    ("avslutades", "activity", "ended"),
    ("avslutat samarbete", "activity", "ended"),
    ("upphord", "activity", "ended"),
    ("upphort", "activity", "ended"),
    ("upphorde", "activity", "ended"),
    ("nedlagd", "activity", "ended"),
    ("nedlagt", "activity", "ended"),
    ("avvecklat", "activity", "ended"),
    ("avvecklad", "activity", "ended"),
    ("har avvecklats", "activity", "ended"),
    ("ended", "activity", "ended"),
    ("discontinued", "activity", "ended"),
    ("ceased", "activity", "ended"),
    ("har avslutats", "activity", "ended"),
    ("har upphort", "activity", "ended"),
    ("ej langre", "activity", "ended"),
    ("ej langre vanort", "activity", "ended"),
    ("ej langre vanorter", "activity", "ended"),
    ("inte langre vanort", "activity", "ended"),
    ("inte langre vanorter", "activity", "ended"),
    ("inte vanort langre", "activity", "ended"),
    ("no longer a twin town", "activity", "ended"),
    ("no longer twin towns", "activity", "ended"),
    ("no longer twinned", "activity", "ended"),
    ("uppsagt", "agreement", "terminated"),
    ("uppsagd", "agreement", "terminated"),
    ("sagt upp", "agreement", "terminated"),
    ("sagt upp avtalet", "agreement", "terminated"),
    ("har sagts upp", "agreement", "terminated"),
    ("avtalet sagts upp", "agreement", "terminated"),
    ("avtalet har sagts upp", "agreement", "terminated"),
    ("uppsagt avtal", "agreement", "terminated"),
    ("avtal uppsagt", "agreement", "terminated"),
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
/// Words, folded, before the reason of a status.
const BECAUSE: &[&str] = &[
    "pa grund av",
    "p g a",
    "pga",
    "till foljd av",
    "med anledning av",
    "because of",
    "due to",
    "owing to",
];
const KIND: &[(&str, &str)] = &[
    ("vanort", "vanort"),
    ("vanorter", "vanort"),
    ("vanortssamarbete", "vanort"),
    ("vanstad", "vanort"),
    ("vanskapsort", "vanort"),
    ("vankommun", "vanort"),
    ("vanstader", "vanort"),
    ("vankommuner", "vanort"),
    ("twin town", "vanort"),
    ("twin towns", "vanort"),
    ("twin city", "vanort"),
    ("twin cities", "vanort"),
    ("sister city", "vanort"),
    ("sister cities", "vanort"),
    ("twinning", "vanort"),
    ("twinned administrative body", "vanort"),
    ("kommunalt partnerskap", "partnership"),
    ("kommunala partnerskap", "partnership"),
    ("municipal partnership", "partnership"),
    ("municipal partnerships", "partnership"),
    ("icld", "partnership"),
    ("icld partnerskap", "partnership"),
    ("annat", "other"),
    ("annat samarbete", "other"),
    ("andra samarbeten", "other"),
    ("ovriga samarbeten", "other"),
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
    /// From when, where the words end in a date.
    pub effective: Option<Edtf>,
}

/// What the words on status set: "Vilande", "Avslutat maj 2022", "Uppsagt 2022-03-15 av KF", "Aktiv, utbyte vartannat år".
pub(super) fn status(written: &str) -> Option<Status> {
    let whole = written.trim();
    let lasting = || {
        let mut lasting = ["tills vidare", "until further notice"].into_iter();
        status_alone(lasting.find_map(|words| before_last(whole, words))?)
    };
    // Who decided it changes nothing.
    let decided = || {
        let decided = whole
            .split_once(" av ")
            .or_else(|| whole.split_once(" by "));
        status_alone(decided?.0)
    };
    // What stands behind goes with the words, unless it tells of an end or of a time of its own.
    let with_more = || {
        let (words, beside) = whole.split_once([',', ';', '('])?;
        let has_time = beside.bytes().any(|b| b.is_ascii_digit());
        status_alone(words).filter(|_| !has_time && !tells_of_an_end(beside))
    };
    let with_reason = || {
        let (words, reason) = because(whole)?;
        status_alone(words).filter(|_| !tells_of_an_end(reason))
    };
    status_alone(whole)
        .or_else(lasting)
        .or_else(decided)
        .or_else(with_reason)
        .or_else(with_more)
}

/// The reason that words on status give, where they are understood: "pausat på grund av kriget".
pub(super) fn reason(written: &str) -> Option<&str> {
    let (_, reason) = because(written)?;
    status(written).map(|_| reason)
}

/// What stands before and behind words for "because of".
fn because(written: &str) -> Option<(&str, &str)> {
    let gaps = || written.match_indices(char::is_whitespace).map(|(at, _)| at);
    gaps().find_map(|from| {
        let mut ends = gaps().filter(|to| *to > from);
        let to = ends.find(|to| BECAUSE.contains(&fold(&written[from..*to]).as_str()))?;
        let (words, reason) = (written[..from].trim(), written[to..].trim());
        (!reason.is_empty()).then_some((words, reason))
    })
}

/// What stands before words at the end.
fn before_last<'w>(written: &'w str, last: &str) -> Option<&'w str> {
    let at = written.len().checked_sub(last.len())?;
    let is_last = written.get(at..)?.eq_ignore_ascii_case(last);
    is_last.then(|| written[..at].trim_end())
}

/// What words set that stand alone or with a date.
fn status_alone(written: &str) -> Option<Status> {
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
    if let Some((field, value)) = yes_or_no(written) {
        return Some(Status {
            field,
            value,
            effective: None,
        });
    }
    // The date behind the words is that from which they hold: "Vilande sedan 2015", "Upphörde 31 december 2015".
    let spaces = written.match_indices(char::is_whitespace);
    spaces
        .filter_map(|(at, _)| Some((known(&fold(&written[..at]))?, dates::date(&written[at..])?)))
        .map(|(row, date)| of(row, Some(date)))
        .next()
}

/// What yes or no says beside the header of its column: "Avtal: ja", "Aktivt: nej".
fn yes_or_no(written: &str) -> Option<(&'static str, &'static str)> {
    let (header, answer) = written.rsplit_once(": ")?;
    let (header, yes) = (fold(header), mapping::mark(answer)?);
    let has = |words: &[&str]| words.iter().any(|word| header.contains(word));
    Some(match yes {
        true if has(&["inaktiv", "inactive", "vilande"]) => ("activity", "dormant"),
        _ if has(&["inaktiv", "inactive", "vilande"]) => return None,
        true if has(&["avtal", "agreement"]) => ("agreement", "in_force"),
        false if has(&["avtal", "agreement"]) => ("agreement", "none"),
        true if has(&["aktiv", "active", "activity"]) => ("activity", "active"),
        false if has(&["aktiv", "active", "activity"]) => ("activity", "dormant"),
        // What no says there is unclear: that it rests, or that it is over.
        true if has(&[
            "status", "lage", "aktuell", "current", "ongoing", "pagaende",
        ]) =>
        {
            ("activity", "active")
        }
        _ => return None,
    })
}

/// The fields of a row whose words set nothing, with the words.
pub(super) fn not_understood(claim: &Claim) -> Vec<(&'static str, &str)> {
    let is_form =
        |text: &str| kind(text).is_some() || instrument(text).is_some() || status(text).is_some();
    let of = |field: &'static str, text: &'_ Option<String>, is_read: &dyn Fn(&str) -> bool| {
        let text = text.as_deref().filter(|text| !is_read(text));
        text.is_some().then_some(field)
    };
    let is_date = |text: &str| dates::date(text).is_some();
    let is_end = |text: &str| until(text).is_some() || dates::goes_on(text);
    let is_theme = |text: &str| theme_words(text).all(|word| of_theme(word).is_some());
    let read = [
        (of("kind", &claim.kind, &is_form), &claim.kind),
        (
            of("status", &claim.status, &|text| {
                status(text).is_some() || announced_end(text).is_some()
            }),
            &claim.status,
        ),
        (
            of("instrument", &claim.instrument, &|text| {
                instrument(text).is_some() || status(text).is_some()
            }),
            &claim.instrument,
        ),
        (
            of("since", &claim.since, &|text| dates::span(text).is_some()),
            &claim.since,
        ),
        (of("until", &claim.until, &is_end), &claim.until),
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

/// Since when and until when, as two columns tell it: a period may stand in either. An end before the beginning is none.
pub(super) fn years(claim: &Claim) -> dates::Span {
    let span = years_as_told(claim);
    dates::Span {
        to: span.to.clone().filter(|_| !is_turned(&span)),
        ..span
    }
}

/// Whether a row says that it is planned.
pub(super) fn is_planned(claim: &Claim) -> bool {
    let told = [&claim.status, &claim.instrument, &claim.kind];
    let mut told = told.into_iter().filter_map(|text| status(text.as_deref()?));
    told.any(|status| status.value == "planned")
}

/// The end that a row tells of, where it lies before its beginning.
pub(super) fn end_before_start(claim: &Claim) -> Option<Edtf> {
    let span = years_as_told(claim);
    is_turned(&span).then_some(span.to)?
}

fn is_turned(span: &dates::Span) -> bool {
    let from = span.from.as_ref().and_then(Edtf::earliest);
    let to = span.to.as_ref().and_then(Edtf::latest);
    from.zip(to).is_some_and(|(from, to)| from > to)
}

fn years_as_told(claim: &Claim) -> dates::Span {
    let since = claim.since.as_deref().and_then(dates::span);
    let since = since.unwrap_or_default();
    dates::Span {
        to: claim
            .until
            .as_deref()
            .and_then(until)
            .or(since.to)
            .or_else(|| announced_end(claim.status.as_deref()?)),
        from: since.from,
    }
}

fn until(written: &str) -> Option<Edtf> {
    dates::date(written).or_else(|| dates::span(written)?.to)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The field, value and date that words set.
    fn read(written: &str) -> Option<(&'static str, &'static str, Option<String>)> {
        let found = status(written)?;
        let from = found.effective.map(|date| date.to_string());
        Some((found.field, found.value, from))
    }

    #[test]
    fn words_on_rest_and_end_are_understood_with_what_stands_behind_them() {
        for (written, field, value, from) in [
            ("fryst", "activity", "paused", None),
            (
                "Fryst sedan mars 2022",
                "activity",
                "paused",
                Some("2022-03"),
            ),
            ("Pausat tills vidare", "activity", "paused", None),
            ("Paus", "activity", "paused", None),
            ("Pågår", "activity", "active", None),
            ("Pågår sedan 1998", "activity", "active", Some("1998")),
            ("ongoing", "activity", "active", None),
            ("Current", "activity", "active", None),
            ("On hold", "activity", "paused", None),
            ("Ceased 2004", "activity", "ended", Some("2004")),
            ("Vilar", "activity", "dormant", None),
            ("passiv", "activity", "dormant", None),
            ("Låg aktivitet", "activity", "sporadic", None),
            ("Inte längre aktivt", "activity", "dormant", None),
            (
                "avslutat 2020 av kommunfullmäktige",
                "activity",
                "ended",
                Some("2020"),
            ),
            (
                "Uppsagt 2022-03-15 av KF",
                "agreement",
                "terminated",
                Some("2022-03-15"),
            ),
            (
                "Sagt upp avtalet 2022",
                "agreement",
                "terminated",
                Some("2022"),
            ),
            ("Avvecklat", "activity", "ended", None),
            (
                "Inget utbyte sedan 2010",
                "activity",
                "dormant",
                Some("2010"),
            ),
            ("Aktiv, utbyte vartannat år", "activity", "active", None),
        ] {
            let expected = (field, value, from.map(str::to_owned));
            assert_eq!(read(written), Some(expected), "{written}");
        }
        assert_eq!(read("Aktiv, men avtalet upphör"), None);
        assert_eq!(read("Aktiv, 1990-2005"), None);
    }

    #[test]
    fn a_listed_word_sets_its_field_and_another_sets_nothing() {
        assert_eq!(read("Vilande"), Some(("activity", "dormant", None)));
        let ended = Some(("activity", "ended", Some("2022".to_owned())));
        assert_eq!(read("Avslutat 2022"), ended);
        assert_eq!(read("Avslutat år 2022"), ended);
        for (written, from) in [
            ("Avslutad 2004-05-01", Some("2004-05-01")),
            ("Avslutat maj 2004", Some("2004-05")),
            ("Upphörde 31 december 2015", Some("2015-12-31")),
            ("Ej längre vänort", None),
            ("Ej längre vänort sedan 1999", Some("1999")),
            ("Ended May 2004", Some("2004-05")),
        ] {
            let expected = ("activity", "ended", from.map(str::to_owned));
            assert_eq!(read(written), Some(expected), "{written}");
        }
        assert_eq!(read("Planerad"), Some(("event", "planned", None)));
        assert_eq!(read("Avtal: Nej"), Some(("agreement", "none", None)));
        assert_eq!(read("Aktivt: ja"), Some(("activity", "active", None)));
        assert_eq!(read("Status: ja"), Some(("activity", "active", None)));
        assert_eq!(read("Status: nej"), None);
        assert_eq!(read("lite av varje"), None);
        assert_eq!(read("lite av varje 2022"), None);
        assert_eq!(read("Avslutat 2999"), None);
        assert_eq!(kind("Vänort"), Some("vanort"));
        assert_eq!(kind("Twin city"), Some("vanort"));
        assert_eq!(themes("Kultur, skola; fiske"), ["culture", "education"]);
    }

    #[test]
    fn an_item_is_known_by_its_number_and_in_an_address() {
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
}
