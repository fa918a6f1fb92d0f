//! Rows that the register has already, in the same words from the same source, though the file or what is told of it differs.

use rustc_hash::{FxHashMap, FxHashSet};
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::sources::Source;
use vanort_domain::{Seq, SourceId, Values};
use vanort_names::{fold, visible};

use super::Plan;

/// What a list says, field by field in its own words; what is understood by them may differ from one reading to the next.
const WORDS: &[&str] = &[
    "about",
    "country_written",
    "decided_by",
    "declaration",
    "funding",
    "instrument_written",
    "kind_written",
    "note",
    "partner_written",
    "quote",
    "said",
    "since_written",
    "status_written",
    "subject_written",
    "themes",
    "until_written",
];
/// The collection of lists; answers of Wikidata are told apart by their day.
const LISTS: &str = "lists";

impl Plan {
    /// The entries that the log has for each statement: those known by their fingerprints, and those that the register counts
    /// in the same words, of the same day, from the same publisher or under the same title. A second source is another
    /// publisher's word under another title, and a later word of the same has another day: both are kept.
    pub(crate) fn known_in_words(
        &self,
        register: &Register,
        known: &[Option<Seq>],
    ) -> Vec<Option<Seq>> {
        let sources = self.same_sources(register);
        if sources.is_empty() || known.iter().all(Option::is_some) {
            return known.to_vec();
        }
        let said: FxHashMap<Values, Seq> = register
            .statements()
            .filter(|(entry, statement)| {
                sources.contains(&statement.source) && register.counts(entry, statement)
            })
            .map(|(entry, statement)| (in_words(&statement.to_values()), entry.seq))
            .collect();
        let in_register = |entry: usize| match &self.entries[entry].content {
            Content::Statement(statement) => said.get(&in_words(&statement.to_values())).copied(),
            _ => None,
        };
        self.statements
            .iter()
            .zip(known)
            .map(|((_, entry), known)| known.or_else(|| in_register(*entry)))
            .collect()
    }

    /// The sources of the register that are this plan's, under its own name or another.
    fn same_sources(&self, register: &Register) -> FxHashSet<SourceId> {
        let mut own = self
            .entries
            .iter()
            .filter_map(|entry| match &entry.content {
                Content::Source(source) if source.collection == LISTS => Some(source),
                _ => None,
            });
        let Some(own) = own.next() else {
            return FxHashSet::default();
        };
        register
            .sources()
            .filter(|source| source.collection == LISTS && is_same(own, source))
            .map(|source| source.id.clone())
            .collect()
    }
}

/// Whether two sources have the same publisher, or the same title and no two addresses.
fn is_same(a: &Source, b: &Source) -> bool {
    let title = |source: &Source| source.title.as_deref().map(without_ending);
    let no_two_addresses = a.url.is_none() || b.url.is_none() || a.url == b.url;
    fold(&a.publisher) == fold(&b.publisher)
        || no_two_addresses && title(a).is_some() && title(a) == title(b)
}

/// The name of a file without what tells its form.
fn without_ending(title: &str) -> String {
    let stem = title
        .rsplit_once('.')
        .filter(|(_, ending)| (2..=4).contains(&ending.len()));
    fold(stem.map_or(title, |(stem, _)| stem))
}

fn in_words(values: &Values) -> Values {
    let mut words = Values::new();
    for field in WORDS {
        // Earlier versions kept what nobody sees.
        words.set_some(field, values.text(field).map(visible));
    }
    // Which Swedish body is meant may have been corrected; what a partner was resolved to is no other word.
    let own = values.text("subject").filter(|id| id.starts_with("se-"));
    words.set_some("subject", own);
    words
}
