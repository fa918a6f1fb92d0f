//! The words of headers, Swedish and English, and the columns they mean.

use vanort_names::fold;

use super::Column;

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
        ],
    ),
    (
        Column::Until,
        &[
            "till", "until", "slut", "end", "upphorde", "upphort", "avslutad", "slutar", "to",
            "till ar", "ended",
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
        Column::Said,
        &[
            "datum",
            "date",
            "uppgiftsdatum",
            "stated at",
            "per",
            "senast uppdaterad",
            "uppdaterad",
        ],
    ),
    (
        Column::Quoted,
        &["kalla", "source", "lank", "url", "webbplats", "link"],
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
        ],
    ),
];

/// The column that a header means.
pub(super) fn by_header(written: &str) -> Option<Column> {
    let folded = fold(written);
    if folded.is_empty() || folded.len() > 60 {
        return None;
    }
    let exact = HEADERS
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()));
    let within = || {
        let padded = format!(" {folded} ");
        HEADERS
            .iter()
            .flat_map(|(column, words)| words.iter().map(move |word| (*column, *word)))
            .filter(|(_, word)| word.len() > 3 && padded.contains(&format!(" {word} ")))
            .max_by_key(|(_, word)| word.len())
            .map(|(column, _)| column)
    };
    exact.map(|(column, _)| *column).or_else(within)
}
