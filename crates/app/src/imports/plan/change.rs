//! What a row would change of a partnership, from what to what.

use serde::{Serialize, Serializer};
use vanort_domain::Edtf;
use vanort_domain::register::{Choice, DateValue, Outcome, Partnership};
use vanort_domain::vocabulary::{Rule, Vocabulary};

/// A value as the register shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A word of a closed list, by the name of the list and the word's key.
    Word(&'static str, &'static str),
    /// A date.
    Date(Edtf),
}

impl Value {
    pub(super) fn word<T: Vocabulary>(word: T) -> Self {
        Self::Word(T::NAME, word.key())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Word(_, key) => serializer.serialize_str(key),
            Self::Date(date) => date.serialize(serializer),
        }
    }
}

/// What the register shows of a field: no value where none is stated, two where the sides contradict each other, and any number
/// of fields of co-operation.
pub type Shown = Vec<Value>;

/// A field that the register would show differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which.
    pub field: &'static str,
    /// What it shows now.
    pub from: Shown,
    /// What it would show.
    pub to: Shown,
}

/// The fields of a partnership that are chosen among words, with what is shown of each, and the rule that chose it.
pub(super) fn chosen(of: &Partnership) -> [(&'static str, Shown, Rule); 7] {
    [
        ("kind", words(&of.kind), of.kind.rule()),
        ("instrument", words(&of.instrument), of.instrument.rule()),
        ("agreement", words(&of.agreement), of.agreement.rule()),
        ("activity", words(&of.activity), of.activity.rule()),
        ("since", dates(&of.since), of.since.rule()),
        ("until", dates(&of.until), of.until.rule()),
        ("funding", words(&of.funding), of.funding.rule()),
    ]
}

/// What is shown differently of a partnership.
pub(super) fn changes(before: &Partnership, after: &Partnership) -> Vec<Change> {
    let beside = |of: &Partnership| {
        let themes = of.themes.iter().copied().map(Value::word).collect();
        let evidence = vec![Value::word(of.evidence)];
        [("themes", themes), ("evidence", evidence)]
    };
    let shown = |of: &Partnership| {
        let chosen = chosen(of).map(|(field, shown, _)| (field, shown));
        chosen.into_iter().chain(beside(of))
    };
    shown(before)
        .zip(shown(after))
        .filter(|((_, from), (_, to))| from != to)
        .map(|((field, from), (_, to))| Change { field, from, to })
        .collect()
}

fn words<T: Vocabulary>(choice: &Choice<T>) -> Shown {
    values(choice.outcome(), |word| Value::word(*word))
}

fn dates(choice: &Choice<DateValue>) -> Shown {
    values(choice.outcome(), |date| Value::Date(date.0.clone()))
}

fn values<T>(outcome: &Outcome<T>, value: impl Fn(&T) -> Value) -> Shown {
    match outcome {
        Outcome::NotStated => Vec::new(),
        Outcome::Stated(one) => vec![value(one)],
        Outcome::Disputed(a, b) => vec![value(a), value(b)],
    }
}
