//! The words of headers, Swedish and English, and the columns they mean.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use vanort_names::fold;

use super::{Column, TableRow};

/// Words of headers, folded; a header that is one of them, or begins or ends with one as a word, means the column.
const HEADERS: &[(Column, &[&str])] = &[
    (
        Column::OwnWikidata,
        &["subject qid", "subject wikidata", "kommun wikidata"],
    ),
    (
        Column::PartnerWikidata,
        &[
            "object qid",
            "partner wikidata",
            "wikidata",
            "qid",
            "partner id",
        ],
    ),
    (
        Column::OwnCountry,
        &["subject country", "own country", "home country"],
    ),
    (
        Column::PartnerCountry,
        &[
            "object country",
            "land",
            "country",
            "partnerland",
            "vanortens land",
            "partner country",
            "nation",
            "land for vanort",
        ],
    ),
    (
        Column::OwnCode,
        &[
            "kommunkod",
            "lanskod",
            "scb kod",
            "scb code",
            "kod",
            "code",
            "municipality code",
            "region code",
        ],
    ),
    (
        Column::Partner,
        &[
            "vanort",
            "vanorter",
            "vanorten",
            "partner",
            "partners",
            "partnerort",
            "partnerkommun",
            "vankommun",
            "vanstad",
            "twin town",
            "twin towns",
            "sister city",
            "twin",
            "object",
            "ort",
            "stad",
            "samarbetspartner",
            "samarbetsort",
            "utlandsk partner",
            "motpart",
            "partner body",
            "foreign partner",
            "city",
            "town",
            "utlandsk kommun",
            "utlandsk ort",
            "utlandsk stad",
        ],
    ),
    (
        Column::Own,
        &[
            "kommun",
            "kommuner",
            "kommun region",
            "kommun landsting",
            "kommun landsting region",
            "region",
            "landsting",
            "svensk kommun",
            "svensk part",
            "municipality",
            "swedish municipality",
            "swedish body",
            "subject",
            "organ",
            "kommunnamn",
            "kommunens namn",
            "organisation",
        ],
    ),
    (
        Column::Kind,
        &[
            "form",
            "typ",
            "typ av samarbete",
            "kind",
            "type",
            "samarbetsform",
            "slag",
            "slags samarbete",
            "slags",
        ],
    ),
    (
        Column::Status,
        &[
            "status",
            "lage",
            "aktivitet",
            "activity",
            "aktiv",
            "aktivt",
            "active",
            "aktuell",
        ],
    ),
    (
        Column::Instrument,
        &[
            "avtal",
            "avtalsform",
            "agreement",
            "instrument",
            "typ av avtal",
        ],
    ),
    (
        Column::Since,
        &[
            "sedan",
            "sen",
            "startar",
            "start",
            "ar",
            "arta",
            "since",
            "from",
            "fran",
            "year",
            "ingicks",
            "etablerad",
            "inledd",
            "startdatum",
            "fran ar",
            "established",
            "inleddes",
            "start ar",
            "avtalsar",
            "tecknat",
            "tecknades",
            "undertecknat",
            "ingatt",
            "period",
            "tidsperiod",
            "tid",
            "vanort sedan",
            "vanorter sedan",
            "partner sedan",
            "twinned since",
            "avtalsdatum",
            "date of signing",
            "date signed",
            "fr o m",
            "signed",
            "signing date",
            "start date",
            "undertecknad",
            "undertecknandedatum",
            "undertecknande",
        ],
    ),
    (
        Column::Until,
        &[
            "till",
            "until",
            "slut",
            "end",
            "upphorde",
            "upphort",
            "avslutad",
            "slutar",
            "to",
            "till ar",
            "slut ar",
            "avslutades",
            "avslutat",
            "avslutat ar",
            "ended",
            "avslutsdatum",
            "date ended",
            "datum for avslut",
            "end date",
            "expires",
            "expiry date",
            "loper ut",
            "slutdatum",
            "t o m",
            "utgangsdatum",
        ],
    ),
    (
        Column::Themes,
        &[
            "tema",
            "teman",
            "omrade",
            "omraden",
            "innehall",
            "themes",
            "theme",
            "samarbetsomraden",
            "amne",
            "inriktning",
        ],
    ),
    (
        Column::Funding,
        &["finansiering", "finansiar", "funding", "medel"],
    ),
    (
        Column::DecidedBy,
        &[
            "beslutat av",
            "beslutad av",
            "beslut av",
            "beslutande",
            "beslutande organ",
            "beslutande instans",
            "beslutsorgan",
            "beslutsinstans",
            "beslutsfattare",
            "decided by",
            "decision by",
            "deciding body",
            "decision body",
            "decision maker",
        ],
    ),
    (
        Column::Said,
        &[
            "datum",
            "date",
            "uppgiftsdatum",
            "stated at",
            "per",
            "senast uppdaterad",
            "uppdaterad",
            "last updated",
            "senast uppdaterat",
            "updated",
            "uppdaterat",
        ],
    ),
    (
        Column::Quoted,
        &[
            "kalla",
            "source",
            "lank",
            "url",
            "webbplats",
            "link",
            "svar fran",
            "uppgift fran",
        ],
    ),
    (
        Column::Note,
        &[
            "anmarkning",
            "kommentar",
            "note",
            "notes",
            "comment",
            "ovrigt",
            "beskrivning",
            "anm",
            "anmarkningar",
            "anteckning",
            "anteckningar",
            "comments",
            "kommentarer",
            "remark",
            "remarks",
        ],
    ),
];

/// Words, folded, of headers of columns that count.
const COUNTS: &[&str] = &[
    "antal",
    "antalet",
    "number of",
    "no of",
    "count",
    "nr",
    "lopnr",
];

/// Words, folded, of headers of columns that tell of persons and of how to reach them.
const PERSONS: &[&str] = &[
    "ansvarig",
    "ansvariga",
    "contact",
    "contacts",
    "e mail",
    "e post",
    "email",
    "epost",
    "handlaggare",
    "kontakt",
    "kontakter",
    "kontaktperson",
    "kontaktpersoner",
    "kontaktuppgift",
    "kontaktuppgifter",
    "mail",
    "mejl",
    "mejladress",
    "mobil",
    "mobile",
    "mobilnr",
    "mobilnummer",
    "mobiltelefon",
    "person",
    "phone",
    "tel",
    "telefon",
    "telefonnr",
    "telefonnummer",
    "telephone",
    "tfn",
];

/// Whether a header is of a column that tells of persons: never taken in, whatever its cells look like.
pub(super) fn is_of_persons(written: &str) -> bool {
    is_of_persons_folded(&fold(written))
}

fn is_of_persons_folded(folded: &str) -> bool {
    PERSONS.iter().any(|words| holds(folded, words))
        || folded
            .split(' ')
            .any(|word| word.starts_with("kontaktperson"))
}

/// Whether folded words stand in a folded text.
pub(in super::super) fn holds(folded: &str, words: &str) -> bool {
    let is_gap = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
    let bytes = folded.as_bytes();
    folded.match_indices(words).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        is_gap(before) && is_gap(bytes.get(at + words.len()))
    })
}

/// The column of each word of [`HEADERS`], and its place in that list.
static MEANINGS: LazyLock<FxHashMap<&str, (usize, Column)>> = LazyLock::new(|| {
    let words = HEADERS.iter().flat_map(|(column, words)| {
        let column = *column;
        words.iter().map(move |word| (*word, column))
    });
    let placed = words.enumerate();
    placed
        .map(|(place, (word, column))| (word, (place, column)))
        .collect()
});
/// Most of them that stand together: "land for vanort".
const MOST_WORDS: usize = 3;

/// The column of a folded header: of the whole of it, or of the longest of its words that mean one.
fn meaning(folded: &str) -> Option<Column> {
    if let Some((_, column)) = MEANINGS.get(folded) {
        return Some(*column);
    }
    let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(gap, _)| gap + 1));
    let together = starts.flat_map(|start| {
        let rest = &folded[start..];
        let ends = rest.match_indices(' ').map(|(end, _)| end);
        let ends = ends.chain([rest.len()]).take(MOST_WORDS);
        ends.map(move |end| &rest[..end])
    });
    let known = together
        .filter(|words| words.len() > 3)
        .filter_map(|words| Some((words.len(), *MEANINGS.get(words)?)));
    known
        .max_by_key(|(len, (place, _))| (*len, *place))
        .map(|(_, (_, column))| column)
}

/// The time that a header tells of whose column holds times and not the words that it means: "Avtal från", "Avtal till".
pub(super) fn time_by_header(written: &str) -> Column {
    let folded = fold(written);
    let of = |word| MEANINGS.get(word).map(|(_, column)| *column);
    let is_until = folded
        .split(' ')
        .any(|word| of(word) == Some(Column::Until));
    if is_until {
        Column::Until
    } else {
        Column::Since
    }
}

/// The column that a header means. What counts something holds none of it, and "Ort, land" is the partner with its country.
pub(super) fn by_header(written: &str) -> Option<Column> {
    let folded = fold(written);
    if folded.is_empty() || folded.len() > 60 {
        return None;
    }
    // Every cell of a list is asked: most mean nothing, which is found out first.
    let meant = if holds_country_too(written) {
        Column::Partner
    } else {
        meaning(&folded)?
    };
    let counts = COUNTS.iter().any(|words| holds(&folded, words));
    (!counts && !is_of_persons_folded(&folded)).then_some(meant)
}

/// Whether a header is of a column with the partner and its country, in either order: "Ort, land", "Land/Ort", "Land och ort".
pub(super) fn holds_country_too(written: &str) -> bool {
    let exactly = |written: &str| {
        let known = MEANINGS.get(fold(written).as_str());
        known.map(|(_, column)| *column)
    };
    const AND: [&str; 4] = [" och ", " and ", " & ", " + "];
    if !written.contains([',', '/', '(']) && !AND.iter().any(|and| written.contains(and)) {
        return false;
    }
    let told = AND
        .iter()
        .fold(written.to_owned(), |told, and| told.replace(and, "/"));
    told.split_once([',', '/', '('])
        .is_some_and(|(one, other)| {
            matches!(
                (exactly(one), exactly(other)),
                (Some(Column::Partner), Some(Column::PartnerCountry))
                    | (Some(Column::PartnerCountry), Some(Column::Partner))
            )
        })
}

/// Whether a row is the header of a list of partners: it names the partner and its body or country, and little else than
/// what is known.
pub(in super::super) fn tells_of_partners<S: AsRef<str>>(cells: &[S]) -> bool {
    let texts = cells.iter().map(|cell| cell.as_ref().trim());
    let filled: Vec<&str> = texts.filter(|cell| !cell.is_empty()).collect();
    let (mut known, mut unknown): (Vec<Column>, usize) = (Vec::new(), 0);
    for (at, cell) in filled.iter().enumerate() {
        match by_header(cell) {
            Some(column) => known.push(column),
            None if is_of_persons(cell) => {}
            None => unknown += 1,
        }
        // Every row is asked, and of most it is told by its first cells.
        let most_known = known.len() + filled.len() - at - 1;
        if most_known < unknown * 2 {
            return false;
        }
    }
    let has = |column| known.contains(&column);
    let beside = has(Column::Own) || has(Column::OwnCode) || has(Column::PartnerCountry);
    has(Column::Partner) && beside
}

/// The row below the header in that row, which may have a second row.
pub(super) fn below_header(rows: &[TableRow], header: usize) -> usize {
    let second = rows.get(header + 1);
    let has_second = second.is_some_and(|second| completes(&rows[header], second));
    (header + 1 + usize::from(has_second)).min(rows.len())
}

/// Whether a row is the second of a header whose first has cells that are merged, downwards and sideways: each has words where
/// the other has none. "Kommun | Partner | | Anm" above " | Ort | Land | ".
pub(super) fn completes(first: &TableRow, second: &TableRow) -> bool {
    let width = first.cells.len().max(second.cells.len());
    let at = |row: &TableRow, place: usize| {
        let cell = row.cells.get(place).map_or("", |cell| cell.trim());
        (!cell.is_empty(), by_header(cell).is_some())
    };
    let places = || (0..width).map(|place| (at(first, place), at(second, place)));
    // "Region Nordjylland" has a header's word in it, too.
    let is_header = |place: usize| {
        let cell = second.cells.get(place).map(|cell| fold(cell));
        cell.is_some_and(|cell| MEANINGS.contains_key(cell.as_str()))
    };
    let adds = (0..width).any(|place| !at(first, place).0 && is_header(place));
    let lacks = places().any(|((_, above), (below, _))| above && !below);
    let are_words = |row: &TableRow| {
        let filled = (0..width).filter(|place| at(row, *place).0).count();
        let known = (0..width).filter(|place| at(row, *place).1).count();
        known >= 2 && known * 3 >= filled * 2
    };
    adds && lacks && are_words(first) && are_words(second)
}

/// Whether cells are the header of a list that says whose the partners are, too: a table of its own, wherever it stands.
pub(in super::super) fn is_whole_header<S: AsRef<str>>(cells: &[S]) -> bool {
    let is_own = |cell: &S| {
        matches!(
            by_header(cell.as_ref()),
            Some(Column::Own | Column::OwnCode)
        )
    };
    cells.iter().any(is_own) && tells_of_partners(cells)
}

/// A header without what tells alike columns apart: "Vänort 2", "Andra vänorten", "Vänort B".
pub(super) fn stem(written: &str) -> String {
    const ORDINALS: &[&str] = &[
        "forsta", "andra", "tredje", "fjarde", "femte", "first", "second", "third", "fourth",
        "fifth", "i", "ii", "iii", "iv", "v", "vi",
    ];
    let folded = fold(written);
    let words = folded
        .split(' ')
        .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
    let telling: Vec<&str> = words
        .filter(|word| word.len() > 1 && !ORDINALS.contains(word))
        .collect();
    telling.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_a_header_means_one_column_and_is_found_among_others() {
        let words: Vec<&str> = HEADERS
            .iter()
            .flat_map(|(_, words)| *words)
            .copied()
            .collect();
        assert_eq!(MEANINGS.len(), words.len(), "each once");
        for word in words {
            assert!(word.split(' ').count() <= MOST_WORDS, "{word}");
            let (_, column) = MEANINGS[word];
            assert_eq!(meaning(word), Some(column), "{word}");
            // The longer word tells: "land for vanort" holds "vanort", too.
            if word.len() > 3 {
                assert_eq!(meaning(&format!("x {word} y")), Some(column), "{word}");
            }
        }
        assert_eq!(meaning("esbo i finland"), None);
    }
}
