//! Which column of a table means what: recognised by header and content, shown to the editor, and changed by her.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use vanort_names::{Atlas, fold};

use super::{Claim, Named};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The Swedish municipality or region, or in a table of the world the side that states it.
    Own,
    /// Its SCB code.
    OwnCode,
    /// Its country, in a table of the world.
    OwnCountry,
    /// Its Wikidata item.
    OwnWikidata,
    /// The partner.
    Partner,
    /// The partner's country.
    PartnerCountry,
    /// The partner's Wikidata item.
    PartnerWikidata,
    /// The form.
    Kind,
    /// The words on status.
    Status,
    /// The written agreement.
    Instrument,
    /// Since when.
    Since,
    /// Until when.
    Until,
    /// Fields of co-operation.
    Themes,
    /// Who pays.
    Funding,
    /// When it was said.
    Said,
    /// The source that the row itself names.
    Quoted,
    /// A remark.
    Note,
    /// Nothing that is taken in.
    Ignored,
}

impl Column {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 18] = [
        Self::Own,
        Self::OwnCode,
        Self::OwnCountry,
        Self::OwnWikidata,
        Self::Partner,
        Self::PartnerCountry,
        Self::PartnerWikidata,
        Self::Kind,
        Self::Status,
        Self::Instrument,
        Self::Since,
        Self::Until,
        Self::Themes,
        Self::Funding,
        Self::Said,
        Self::Quoted,
        Self::Note,
        Self::Ignored,
    ];

    /// The word for messages and files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::OwnCode => "own_code",
            Self::OwnCountry => "own_country",
            Self::OwnWikidata => "own_wikidata",
            Self::Partner => "partner",
            Self::PartnerCountry => "partner_country",
            Self::PartnerWikidata => "partner_wikidata",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Instrument => "instrument",
            Self::Since => "since",
            Self::Until => "until",
            Self::Themes => "themes",
            Self::Funding => "funding",
            Self::Said => "said",
            Self::Quoted => "quoted",
            Self::Note => "note",
            Self::Ignored => "ignored",
        }
    }

    /// The column of a word.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }
}

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
    (Column::OwnCountry, &["subject country"]),
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

/// How a column came to mean what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Its header says so.
    Header,
    /// Its cells look so.
    Content,
    /// The editor says so.
    Editor,
    /// Nothing tells.
    Nothing,
}

impl Because {
    /// The word for messages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Content => "content",
            Self::Editor => "editor",
            Self::Nothing => "nothing",
        }
    }
}

/// A column and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// Its header, or its letter where it has none.
    pub header: String,
    /// What it holds.
    pub column: Column,
    /// Why.
    pub because: Because,
}

/// How a table is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The row of the headers, from 0; `None` when there is none.
    pub header_row: Option<usize>,
    /// Its columns, from the left.
    pub columns: Vec<Use>,
    /// Whether an empty cell for the Swedish side means the one above.
    pub fill_down: bool,
    /// Whether one cell may hold several partners: "Turku (Finland), Bergen (Norge)".
    pub several: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its number in the file, from 1.
    pub line: u64,
    /// Its cells from the left.
    pub cells: Vec<smol_str::SmolStr>,
}

/// Rows that are looked at to see what columns hold.
const SAMPLE: usize = 200;
/// Rows among which the headers are looked for.
const HEADERS_WITHIN: usize = 15;
/// The share of a column's cells that must look alike to tell what it holds.
const ENOUGH: f32 = 0.6;

impl Mapping {
    /// What the columns of a table seem to mean.
    #[must_use]
    pub fn recognise(rows: &[TableRow], atlas: &Atlas) -> Self {
        let header_row = header_row(rows);
        let width = rows
            .iter()
            .take(SAMPLE)
            .map(|row| row.cells.len())
            .max()
            .unwrap_or(0);
        let sample = &rows[header_row.map_or(0, |row| row + 1).min(rows.len())..];
        let sample = &sample[..sample.len().min(SAMPLE)];
        let mut taken = BTreeSet::new();
        let mut columns: Vec<Use> = (0..width)
            .map(|number| {
                let written = header_row
                    .and_then(|row| rows[row].cells.get(number))
                    .map_or("", |text| text.trim());
                let meant = by_header(written)
                    .filter(|column| *column == Column::Note || taken.insert(*column));
                Use {
                    header: named(written, number),
                    column: meant.unwrap_or(Column::Ignored),
                    because: if meant.is_some() {
                        Because::Header
                    } else {
                        Because::Nothing
                    },
                }
            })
            .collect();
        number_alike(&mut columns);
        for (number, column) in columns
            .iter_mut()
            .enumerate()
            .filter(|(_, column)| column.because == Because::Nothing)
        {
            if let Some(meant) = by_content(sample, number, atlas, &taken) {
                taken.insert(meant);
                *column = Use {
                    column: meant,
                    because: Because::Content,
                    header: std::mem::take(&mut column.header),
                };
            }
        }
        let mut mapping = Self {
            header_row,
            columns,
            fill_down: false,
            several: false,
        };
        mapping.fill_down = mapping
            .place(Column::Own)
            .is_some_and(|own| has_gaps(sample, own));
        mapping.several = mapping
            .place(Column::Partner)
            .is_some_and(|partner| holds_several(sample, partner));
        mapping
    }

    /// Where a column of that meaning is.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|used| used.column == column)
    }

    /// What is needed and no column holds.
    #[must_use]
    pub fn missing(&self) -> Vec<Column> {
        let own = self
            .place(Column::Own)
            .or(self.place(Column::OwnCode))
            .or(self.place(Column::OwnWikidata));
        let partner = self.place(Column::Partner);
        [(own, Column::Own), (partner, Column::Partner)]
            .into_iter()
            .filter(|(place, _)| place.is_none())
            .map(|(_, column)| column)
            .collect()
    }

    /// The rows as claims. A row that holds nothing but a country or a Swedish body is a heading for those below.
    #[must_use]
    pub fn read(&self, rows: &[TableRow], atlas: &Atlas) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut above = Above::default();
        let first = self.header_row.map_or(0, |row| row + 1);
        for row in rows.iter().skip(first) {
            if row.cells.iter().all(|cell| cell.trim().is_empty())
                || self.is_heading(row, &mut above, atlas)
            {
                continue;
            }
            let claim = self.claim(row, &mut above);
            if self.several {
                claims.extend(apart(&claim, atlas));
            } else {
                claims.push(claim);
            }
        }
        claims
    }

    fn is_heading(&self, row: &TableRow, above: &mut Above, atlas: &Atlas) -> bool {
        let filled: Vec<&str> = row
            .cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        let [only] = filled[..] else { return false };
        if self.place(Column::PartnerCountry).is_none() && is_country(atlas, only) {
            above.country = Some(only.to_owned());
            return true;
        }
        let stands_for_own = self.place(Column::Own).is_none_or(|own| {
            self.fill_down && row.cells.get(own).is_some_and(|cell| cell.trim() == only)
        });
        if stands_for_own && is_swedish_body(atlas, only) {
            above.own = Some(only.to_owned());
            return true;
        }
        false
    }

    fn claim(&self, row: &TableRow, above: &mut Above) -> Claim {
        let text = |column| {
            let cell = row.cells.get(self.place(column)?)?.trim();
            (!cell.is_empty()).then(|| cell.to_owned())
        };
        let own = text(Column::Own);
        if own.is_some() {
            above.own.clone_from(&own);
        }
        let own = own.or_else(|| {
            above
                .own
                .clone()
                .filter(|_| self.fill_down || self.place(Column::Own).is_none())
        });
        Claim {
            line: row.line,
            subject: Named {
                name: own.unwrap_or_default(),
                country: text(Column::OwnCountry),
                wikidata: text(Column::OwnWikidata),
                code: text(Column::OwnCode),
            },
            partner: Named {
                name: text(Column::Partner).unwrap_or_default(),
                country: text(Column::PartnerCountry).or_else(|| above.country.clone()),
                wikidata: text(Column::PartnerWikidata),
                code: None,
            },
            kind: text(Column::Kind),
            status: text(Column::Status),
            instrument: text(Column::Instrument),
            since: text(Column::Since),
            until: text(Column::Until),
            themes: text(Column::Themes),
            funding: text(Column::Funding),
            said: text(Column::Said),
            quoted: text(Column::Quoted),
            note: text(Column::Note),
        }
    }
}

/// What headings and rows above say for the rows below.
#[derive(Default)]
struct Above {
    own: Option<String>,
    country: Option<String>,
}

/// Several partners of one cell, each with the country in its brackets.
fn apart(claim: &Claim, atlas: &Atlas) -> Vec<Claim> {
    let cell = &claim.partner.name;
    let mut parts: Vec<String> = vec![String::new()];
    let mut depth = 0u32;
    for sign in cell.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(sign, ',' | ';' | '\n' | '•' | '|') {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut claim = claim.clone();
            let bracket = part
                .split_once('(')
                .map(|(name, rest)| (name.trim(), rest.trim_end_matches(')').trim()));
            match bracket.filter(|(_, inside)| is_country(atlas, inside)) {
                Some((name, country)) => {
                    name.clone_into(&mut claim.partner.name);
                    claim.partner.country = Some(country.to_owned());
                }
                None => part.clone_into(&mut claim.partner.name),
            }
            claim
        })
        .collect()
}

fn named(written: &str, number: usize) -> String {
    if written.is_empty() {
        let letter = u32::try_from(number % 26)
            .ok()
            .and_then(|n| char::from_u32(u32::from('A') + n))
            .unwrap_or('?');
        let round = number / 26;
        if round == 0 {
            letter.to_string()
        } else {
            format!("{letter}{round}")
        }
    } else {
        written.chars().take(80).collect()
    }
}

/// Headers that are the same get numbers.
fn number_alike(columns: &mut [Use]) {
    for at in 1..columns.len() {
        let header = columns[at].header.clone();
        let before = columns[..at]
            .iter()
            .filter(|used| used.header == header)
            .count();
        if before > 0 {
            columns[at].header = format!("{header} ({})", before + 1);
        }
    }
}

fn header_row(rows: &[TableRow]) -> Option<usize> {
    let score = |row: &TableRow| {
        row.cells
            .iter()
            .filter(|cell| by_header(cell).is_some())
            .count()
    };
    let (best, found) = rows
        .iter()
        .take(HEADERS_WITHIN)
        .enumerate()
        .map(|(number, row)| (number, score(row)))
        .max_by_key(|(number, found)| (*found, std::cmp::Reverse(*number)))?;
    // One word alone may be a heading above the table, unless the table has one column.
    let filled = rows[best]
        .cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count();
    (found >= 2 || found == 1 && filled <= 2).then_some(best)
}

fn by_header(written: &str) -> Option<Column> {
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

/// Whether a cell looks like what a column holds.
type Looks<'l> = &'l dyn Fn(&str) -> bool;

fn by_content(
    sample: &[TableRow],
    number: usize,
    atlas: &Atlas,
    taken: &BTreeSet<Column>,
) -> Option<Column> {
    let cells: Vec<&str> = sample
        .iter()
        .filter_map(|row| row.cells.get(number))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .take(60)
        .collect();
    if cells.len() < 2 {
        return None;
    }
    let share = |is: &dyn Fn(&str) -> bool| {
        cells.iter().filter(|cell| is(cell)).count() as f32 / cells.len() as f32
    };
    let tests: [(Column, Looks<'_>); 6] = [
        (Column::PartnerWikidata, &|cell| {
            cell.strip_prefix('Q')
                .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        }),
        (Column::Quoted, &|cell| {
            cell.starts_with("http://") || cell.starts_with("https://")
        }),
        (Column::Since, &is_year),
        (Column::PartnerCountry, &|cell| is_country(atlas, cell)),
        (Column::Own, &|cell| is_swedish_body(atlas, cell)),
        (Column::Partner, &|cell| {
            !cell.bytes().any(|b| b.is_ascii_digit()) && cell.chars().count() < 60
        }),
    ];
    tests
        .iter()
        .filter(|(column, _)| !taken.contains(column))
        .find(|(_, is)| share(is) >= ENOUGH)
        .map(|(column, _)| *column)
        // Names that are nothing else are partners only where the Swedish side is known.
        .filter(|column| {
            *column != Column::Partner
                || taken.contains(&Column::Own)
                || taken.contains(&Column::OwnCode)
        })
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4
        && cell
            .parse::<u16>()
            .is_ok_and(|year| (1850..2100).contains(&year))
}

fn is_country(atlas: &Atlas, cell: &str) -> bool {
    atlas.countries.by_name(cell).is_some()
}

fn is_swedish_body(atlas: &Atlas, cell: &str) -> bool {
    let sweden = vanort_names::Question {
        name: cell,
        code: Some(vanort_domain::CountryCode::SWEDEN),
        ..vanort_names::Question::default()
    };
    let resolution = atlas.resolve(&sweden);
    resolution
        .found()
        .is_some_and(|best| atlas.gazetteer.place(best.place).id.starts_with("se-"))
}

/// Whether a column is empty where its neighbours are not: the name stands once for the rows below.
fn has_gaps(sample: &[TableRow], number: usize) -> bool {
    let filled = |row: &&TableRow| {
        row.cells
            .get(number)
            .is_some_and(|cell| !cell.trim().is_empty())
    };
    let rows: Vec<&TableRow> = sample
        .iter()
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect();
    let gaps = rows.iter().filter(|row| !filled(row)).count();
    gaps > 0 && gaps * 10 >= rows.len()
}

fn holds_several(sample: &[TableRow], number: usize) -> bool {
    let cells: Vec<&smol_str::SmolStr> = sample
        .iter()
        .filter_map(|row| row.cells.get(number))
        .filter(|cell| !cell.trim().is_empty())
        .collect();
    let several = cells
        .iter()
        .filter(|cell| {
            cell.contains([';', '\n']) || cell.matches(',').count() > 1 || cell.contains("),")
        })
        .count();
    several * 5 >= cells.len().max(1)
}
