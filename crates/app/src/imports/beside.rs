//! Words beside a partner's name, in brackets or behind a comma or a dash, which tell of the partnership what a column could: "Kolding
//! (avslutat)", "Kaunas, avslutat 2004".

use vanort_names::{Atlas, Question, Reason, fold};

use super::{Claim, Named, ends, several, words};

impl Claim {
    /// Takes words beside the partner's name for those on status, form or agreement; what the row tells of them in another
    /// place is told to the editor.
    pub(super) fn read_words_beside_name(&mut self, atlas: &Atlas) {
        if self.partner.wikidata.is_some() {
            return;
        }
        let (name, told) = apart(atlas, &self.partner);
        if name.is_empty() {
            return;
        }
        self.partner.name = name;
        for (field, text) in told {
            let column = match field {
                "kind" => &mut self.kind,
                "instrument" => &mut self.instrument,
                _ => &mut self.status,
            };
            if column.is_none() {
                self.beside.push((field, text.clone()));
                *column = Some(text);
            } else if column.as_ref() != Some(&text) {
                self.unread.push((field, text));
            }
        }
    }
}

/// Words beside a name with the field that they tell.
type Told = Vec<(&'static str, String)>;

/// A name, and the words beside it that tell of the partnership.
fn apart(atlas: &Atlas, named: &Named) -> (String, Told) {
    let (mut name, mut told) = without_brackets(atlas, &named.name);
    while let Some((before, behind)) = last_apart(&name) {
        let is_outside = before.matches('(').count() == before.matches(')').count();
        let Some(field) = field(atlas, behind).filter(|_| is_outside) else {
            break;
        };
        // Of "Jena, Weimar, avslutat" it is unclear of which it is told.
        let alone = Named {
            name: before.trim().to_owned(),
            ..named.clone()
        };
        if !several::is_one(atlas, &alone) {
            break;
        }
        told.push((field, behind.trim().to_owned()));
        name = alone.name;
    }
    (name, told)
}

/// What stands before and behind the last comma, or the last dash with spaces around it.
fn last_apart(written: &str) -> Option<(&str, &str)> {
    let signs = [",", " - ", " – ", " — "].into_iter();
    let parted = signs.filter_map(|sign| written.rsplit_once(sign));
    parted.max_by_key(|(before, _)| before.len())
}

/// A name without what its brackets tell of the partnership; other words stay in them.
fn without_brackets(atlas: &Atlas, written: &str) -> (String, Told) {
    let (mut name, mut told) = (String::new(), Vec::new());
    let mut rest = written;
    while let Some((before, (inside, behind))) = rest
        .split_once('(')
        .and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
    {
        let mut kept: Vec<&str> = Vec::new();
        let before_it = told.len();
        for words in inside.split([',', ';']) {
            match field(atlas, words) {
                Some(field) => told.push((field, words.trim().to_owned())),
                None => kept.push(words.trim()),
            }
        }
        name.push_str(before);
        if told.len() == before_it {
            name.push_str(&format!("({inside})"));
        } else if !kept.is_empty() {
            name.push_str(&format!("({})", kept.join(", ")));
        }
        rest = behind;
    }
    name.push_str(rest);
    (name.trim().to_owned(), told)
}

/// What words beside a name tell of the partnership. A place may be called like words that tell of an end: "Vila Real".
fn field(atlas: &Atlas, words: &str) -> Option<&'static str> {
    if words::status(words).is_some() || ends::announced_end(words).is_some() {
        Some("status")
    } else if words::kind(words).is_some() {
        Some("kind")
    } else if words::instrument(words).is_some() {
        Some("instrument")
    } else {
        (ends::tells_of_an_end(words) && !is_called_so(atlas, words)).then_some("status")
    }
}

/// Whether a place that the atlas knows is called so.
fn is_called_so(atlas: &Atlas, words: &str) -> bool {
    let resolution = atlas.resolve(&Question {
        name: words,
        ..Question::default()
    });
    let is_slip = |reason: &Reason| matches!(reason, Reason::Slips(_));
    let mut candidates = resolution.candidates.iter();
    candidates.any(|of| !of.reasons.iter().any(is_slip))
}

/// Words in brackets or behind a comma that nothing is called, as they stand beside the name of a place that is not known to
/// lie there.
pub(super) fn unknown<'w>(atlas: &Atlas, written: &'w str) -> Vec<&'w str> {
    let (_, beside) = written.split_once(['(', ',']).unwrap_or_default();
    let words = beside.split(['(', ')', ',', ';']).map(str::trim);
    words
        .filter(|words| fold(words).chars().any(char::is_alphabetic))
        .filter(|words| !is_called_so(atlas, words))
        .collect()
}
