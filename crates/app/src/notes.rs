//! The register's own notes in the language of the page. They are written in English and in parts, with semicolons between
//! them; `data/notes.csv` has the parts in Swedish and Ukrainian, and which of them tell no more than an event. What
//! sources wrote is never translated.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use vanort_domain::vocabulary::Event;

use crate::bundle;
use crate::local_names::Tongue;

/// A part of a note.
struct Part {
    /// In Swedish and in Ukrainian.
    words: [String; 2],
    /// The event that it repeats.
    tells: Option<Event>,
}

/// The parts by their English words.
static PARTS: LazyLock<FxHashMap<String, Part>> = LazyLock::new(|| {
    bundle::rows::<(String, String, String, String)>("notes.csv")
        .into_iter()
        .map(|(english, swedish, ukrainian, tells)| {
            let words = [swedish, ukrainian];
            let tells = tells.parse().ok();
            (english, Part { words, tells })
        })
        .collect()
});

/// Between two parts of a note.
const BETWEEN: &str = "; ";

/// A note as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'n> {
    /// The text.
    pub text: Cow<'n, str>,
    /// The language that it is left in, where it is not the one asked for.
    pub lang: Option<&'static str>,
}

/// Whether words are the register's own, every part of them, and not a source's.
#[must_use]
pub fn are_own(words: &str) -> bool {
    words.split(BETWEEN).all(|part| PARTS.contains_key(part))
}

/// A note in a language, when every part of it is known there; else as it is written, in English.
#[must_use]
pub fn in_language(note: &str, tongue: Tongue) -> Shown<'_> {
    let as_written = |lang| Shown {
        text: Cow::Borrowed(note),
        lang,
    };
    let place = match tongue {
        Tongue::English => return as_written(None),
        Tongue::Swedish => 0,
        Tongue::Ukrainian => 1,
    };
    let known = |part| Some(PARTS.get(part)?.words[place].as_str());
    match note.split(BETWEEN).map(known).collect::<Option<Vec<_>>>() {
        Some(parts) => Shown {
            text: Cow::Owned(parts.join(BETWEEN)),
            lang: None,
        },
        None => as_written(Some(Tongue::English.tag())),
    }
}

/// A note without the parts that tell no more than an event that is named beside it; `None` when nothing is left.
#[must_use]
pub fn beside(note: &str, event: Event) -> Option<Cow<'_, str>> {
    let repeats = |part: &&str| {
        PARTS
            .get(*part)
            .is_some_and(|part| part.tells == Some(event))
    };
    if !note.split(BETWEEN).any(|part| repeats(&part)) {
        return Some(note.into());
    }
    let rest: Vec<&str> = note.split(BETWEEN).filter(|part| !repeats(part)).collect();
    (!rest.is_empty()).then(|| rest.join(BETWEEN).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of the table that name an event.
    const TELLING: usize = 10;

    #[test]
    fn a_note_is_told_in_the_language_when_every_part_of_it_is_known() {
        let note = "country inferred from the wording of the page; text from before 2022";
        let swedish = in_language(note, Tongue::Swedish);
        assert_eq!(
            (&*swedish.text, swedish.lang),
            (
                "landet framgår av sidans ordalag; text från tiden före 2022",
                None
            )
        );
        assert_eq!(in_language(note, Tongue::English).text, note);
        let unknown = format!("{note}; something else");
        let shown = in_language(&unknown, Tongue::Ukrainian);
        assert_eq!((&*shown.text, shown.lang), (&*unknown, Some("en")));
    }

    #[test]
    fn what_the_event_says_already_is_not_said_again() {
        let note = "recorded as: ended; only a blog";
        assert_eq!(beside(note, Event::Ended).as_deref(), Some("only a blog"));
        assert_eq!(beside(note, Event::Paused).as_deref(), Some(note));
        assert_eq!(beside("recorded as: ended", Event::Ended), None);
        let tell = PARTS.values().filter(|part| part.tells.is_some());
        assert_eq!(tell.count(), TELLING, "each event is a word of the list");
    }

    #[test]
    fn every_note_and_reason_of_the_bundled_tables_is_known_in_each_language() {
        let mut notes = 0;
        for path in bundle::STATEMENT_TABLES.into_iter().chain(["sources.csv"]) {
            for row in bundle::rows::<FxHashMap<String, String>>(path) {
                for field in ["note", "reason", "licence"] {
                    let text = row.get(field).map_or("", String::as_str);
                    notes += usize::from(!text.is_empty());
                    for tongue in Tongue::ALL.into_iter().filter(|_| !text.is_empty()) {
                        assert_eq!(in_language(text, tongue).lang, None, "{path}: {text}");
                    }
                }
            }
        }
        assert!(notes > 1_500, "{notes} notes were read");
    }
}
