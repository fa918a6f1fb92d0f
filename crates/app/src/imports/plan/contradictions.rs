//! Rows of one list that say different things of one partnership, and which of them would hold.

use rustc_hash::FxHashMap;
use serde::Serialize;
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::Rule;
use vanort_domain::{Edtf, PairKey};

use super::change::{Shown, Value, chosen};
use super::{Fate, Plan, PlannedRow};
use crate::imports::findings::{Finding, FindingKind};

/// What rows of one list say of one field of one partnership, where it cannot all be true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// Which field.
    pub field: &'static str,
    /// Each value, with the first line that says it.
    pub said: Vec<Said>,
    /// What the register would show of the field, by its own rules of choice.
    pub shown: Shown,
    /// The line whose value that is; `None` where it is another's word, or nobody's.
    pub holds: Option<u64>,
    /// Whether that line would hold only because there has to be an order: nothing tells which of them is right.
    pub by_order: bool,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The line.
    pub line: u64,
    /// Its value.
    pub value: Value,
}

impl Plan {
    /// Tells of rows that contradict each other; `grown` is the register with all of them.
    pub(super) fn tell_contradictions(&mut self, grown: &Register) {
        let mut by_pair: FxHashMap<PairKey, Vec<(usize, &Statement)>> = FxHashMap::default();
        for (row, entry) in &self.statements {
            let planned = &self.rows[*row];
            let Content::Statement(statement) = &self.entries[*entry].content else {
                continue;
            };
            if let Some((subject, partner)) = planned.subject.clone().zip(planned.partner.clone())
                && subject != partner
                && !matches!(planned.fate, Fate::KnownWithdrawn { .. })
            {
                let pair = PairKey::new(subject, partner);
                by_pair.entry(pair).or_default().push((*row, statement));
            }
        }
        let mut findings = Vec::new();
        for (pair, told) in by_pair.iter().filter(|(_, told)| told.len() > 1) {
            let Some(partnership) = grown.partnership(pair) else {
                continue;
            };
            for (field, shown, rule) in chosen(partnership) {
                let lines = told
                    .iter()
                    .map(|(row, statement)| (self.rows[*row].line, *statement));
                if let Some(contradiction) = contradiction(lines, field, shown) {
                    let contradiction = Contradiction {
                        by_order: contradiction.by_order && rule == Rule::SourceOrder,
                        ..contradiction
                    };
                    let mut rows = told.iter().map(|(row, _)| &self.rows[*row]);
                    let first = rows.find(|row| row.line == contradiction.said[0].line);
                    findings.push((first.map(names).unwrap_or_default(), contradiction));
                }
            }
        }
        let findings = findings.into_iter().map(|(words, contradiction)| Finding {
            kind: FindingKind::Contradiction,
            line: contradiction.said[0].line,
            words,
            field: None,
            instead: None,
            contradiction: Some(contradiction),
        });
        self.findings.extend(findings);
        self.findings
            .sort_by_key(|finding| (finding.kind, finding.line));
    }
}

/// The names of a row's sides, as written.
fn names(row: &PlannedRow) -> String {
    format!("{} – {}", row.subject_written, row.partner_written)
}

/// The values of a field that cannot all be true, the first of each; `None` where they agree. What lines tell of different days
/// is a course of events and no contradiction.
fn contradiction<'s>(
    told: impl Iterator<Item = (u64, &'s Statement)>,
    field: &'static str,
    shown: Shown,
) -> Option<Contradiction> {
    let mut first: Vec<(Said, &Statement)> = Vec::new();
    for (line, statement) in told {
        let Some(value) = value(statement, field) else {
            continue;
        };
        if !first.iter().any(|(known, _)| known.value == value) {
            first.push((Said { line, value }, statement));
        }
    }
    let is_denied = |(said, statement): &&(Said, &Statement)| {
        let mut others = first.iter();
        others.any(|(other, of)| are_of_one_day(statement, of) && !agree(&said.value, &other.value))
    };
    let denied: Vec<&(Said, &Statement)> = first.iter().filter(is_denied).collect();
    let (_, one) = denied.first()?;
    let by_order = denied.iter().all(|(_, of)| of.effective == one.effective);
    let said: Vec<Said> = denied.iter().map(|(said, _)| said.clone()).collect();
    let holds = match &shown[..] {
        [shown] => said.iter().find(|said| said.value == *shown),
        _ => None,
    };
    Some(Contradiction {
        field,
        holds: holds.map(|said| said.line),
        said,
        shown,
        by_order,
    })
}

fn value(statement: &Statement, field: &str) -> Option<Value> {
    let date = |date: &Option<Box<Edtf>>| date.as_deref().cloned().map(Value::Date);
    match field {
        "kind" => statement.kind.map(Value::word),
        "instrument" => statement.instrument.map(Value::word),
        "agreement" => statement.agreement.map(Value::word),
        "activity" => statement.activity.map(Value::word),
        "since" => date(&statement.since),
        "until" => date(&statement.until),
        "funding" => statement.funding.map(Value::word),
        _ => None,
    }
}

fn are_of_one_day(a: &Statement, b: &Statement) -> bool {
    let are_of_two_times = a
        .effective
        .as_ref()
        .zip(b.effective.as_ref())
        .is_some_and(|(a, b)| a != b);
    a.said == b.said && !are_of_two_times
}

fn agree(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => a.agrees_with(b),
        _ => a == b,
    }
}
