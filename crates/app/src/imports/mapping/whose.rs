//! Whose list it is, where its rows do not tell: by the words above the table, of its sheet or of its file.

use std::collections::BTreeSet;

use vanort_domain::{BodyId, CountryCode};
use vanort_names::{Atlas, Question, Reason, fold};

use super::{Column, Mapping, TableRow};
use crate::imports::personal::holds_personal;

/// Most words of a name: "Region Jämtland Härjedalen".
const MOST_WORDS: usize = 4;
/// Most words that are looked at.
const MOST_LOOKED_AT: usize = 16;

impl Mapping {
    /// Looks whose list it is, where neither a column nor headings tell: in the lines above the table, then in `names`, which
    /// are the sheet's and the file's. The first of them that names just one Swedish body tells.
    pub fn look_whose(&mut self, rows: &[TableRow], names: &[&str], atlas: &Atlas) {
        let is_told = [Column::Own, Column::OwnCode, Column::OwnWikidata]
            .into_iter()
            .any(|column| self.place(column).is_some());
        if is_told || self.headings || self.body.is_some() {
            return;
        }
        let above = rows.iter().take(self.header_row.unwrap_or(0));
        let above = above.flat_map(|row| row.cells.iter().map(|cell| cell.as_str()));
        let told = above
            .chain(names.iter().copied())
            .find_map(|words| Some((only_body(atlas, words)?, words)));
        if let Some((body, words)) = told {
            // The log keeps the words, unless they tell of a person.
            let is_kept = !holds_personal(words);
            self.body_by = Some(if is_kept { words.trim() } else { &body }.to_owned());
            self.body = Some(body);
            self.partner_by_content(rows, atlas);
        }
    }
}

/// The name of the one Swedish body that words name.
fn only_body(atlas: &Atlas, words: &str) -> Option<String> {
    let has_capitals = words.chars().any(char::is_uppercase);
    let words: Vec<&str> = words
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(MOST_LOOKED_AT)
        .collect();
    let mut found: BTreeSet<BodyId> = BTreeSet::new();
    let mut at = 0;
    while at < words.len() {
        let is_name = !has_capitals || words[at].starts_with(char::is_uppercase);
        let longest = (1..=MOST_WORDS.min(words.len() - at))
            .rev()
            .filter(|_| is_name)
            .find_map(|long| Some((long, named(atlas, &words[at..at + long])?)));
        at += longest.as_ref().map_or(1, |(long, _)| *long);
        found.extend(longest.and_then(|(_, body)| body));
    }
    let only = found.first().filter(|_| found.len() == 1)?;
    let place = atlas.gazetteer.by_id(only.as_str())?;
    Some(atlas.gazetteer.place(place).name.to_string())
}

/// The Swedish body that a publisher is, where its name is one of the body's and nothing else: "Sala kommun", "Region Skåne".
pub(in super::super) fn publisher_body(atlas: &Atlas, publisher: &str) -> Option<BodyId> {
    let words: Vec<&str> = publisher.split_whitespace().collect();
    named(atlas, &words)?
}

/// What words name in Sweden, as they stand or in the genitive: a body, or a county, which is none.
fn named(atlas: &Atlas, words: &[&str]) -> Option<Option<BodyId>> {
    let written = words.join(" ");
    let nominative = written.strip_suffix('s').map(str::to_owned);
    let id = [Some(written), nominative]
        .into_iter()
        .flatten()
        .find_map(|written| exactly(atlas, &written))?;
    let is_region = id.as_str().len() < "se-0000".len();
    let folded = fold(&words.join(" "));
    let says_region = ["region", "landsting"]
        .iter()
        .any(|word| folded.contains(word));
    let is_county = ["lan", "lans"]
        .iter()
        .any(|word| folded.ends_with(&format!(" {word}")));
    Some((says_region || !is_region && !is_county).then_some(id))
}

/// The Swedish body that is called just so.
fn exactly(atlas: &Atlas, written: &str) -> Option<BodyId> {
    let resolution = atlas.resolve(&Question {
        name: written,
        code: Some(CountryCode::SWEDEN),
        ..Question::default()
    });
    let best = resolution.found()?;
    let is_called = |reason: &Reason| {
        matches!(
            reason,
            Reason::SameName | Reason::OtherName | Reason::WithoutLevelWord
        )
    };
    let id = &atlas.gazetteer.place(best.place).id;
    let id = id.parse().ok().filter(BodyId::is_swedish);
    id.filter(|_| best.reasons.iter().any(is_called))
}
