//! Checking the files against one another and turning their rows into conditions.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::facts::{MOST_INPUTS, Test, Tests, UNKNOWN_BIT};
use super::files::{Conditions, Files, Row, RowCase};
use super::inputs::Input;
use super::ruleset::{Compiled, Known, LawError, unknown};

const MOST_DUTIES: usize = 32;

/// Turns names into numbers.
pub(super) struct Compiler<'f> {
    pub files: &'f Files,
    pub inputs: &'f [Input],
}

impl Compiler<'_> {
    pub fn input(&self, name: &str, place: &str) -> Result<u8, LawError> {
        let at = self.inputs.iter().position(|input| input.id == name);
        at.and_then(|at| u8::try_from(at).ok())
            .ok_or_else(|| unknown(place, "question", name))
    }

    pub fn value(&self, input: u8, name: &str, place: &str) -> Result<u8, LawError> {
        let options = self
            .inputs
            .get(usize::from(input))
            .map_or(&[][..], |input| &input.options);
        let at = options.iter().position(|option| option.value == name);
        at.and_then(|at| u8::try_from(at).ok())
            .ok_or_else(|| unknown(place, "answer", name))
    }

    /// Conditions of several places as one; those of the same input must both hold.
    pub fn tests(&self, conditions: &[&Conditions], place: &str) -> Result<Tests, LawError> {
        let mut tests = Tests::default();
        for conditions in conditions {
            tests.decided_before = tests.decided_before.or(conditions.decided_before);
            for (name, values) in &conditions.answers {
                let input = self.input(name, place)?;
                let mut mask = 0;
                for value in values {
                    mask |= match value.as_str() {
                        "unknown" => UNKNOWN_BIT,
                        value => 1 << self.value(input, value, place)?,
                    };
                }
                match tests.tests.iter_mut().find(|test| test.input == input) {
                    Some(test) => test.mask &= mask,
                    None => tests.tests.push(Test { input, mask }),
                }
            }
        }
        Ok(tests)
    }

    /// Every name is defined, and once.
    pub fn check(&self) -> Result<(), LawError> {
        let files = self.files;
        let rules = distinct("rule", files.rules.iter().map(|rule| &rule.id))?;
        let duties = distinct("duty", files.duties.iter().map(|duty| &duty.id))?;
        let rows = distinct("row", files.rows.iter().map(|row| &row.id))?;
        if files.duties.len() > MOST_DUTIES {
            return Err(LawError::TooMany {
                kind: "duties",
                most: MOST_DUTIES,
            });
        }
        for row in &files.rows {
            let place = format!("row {}", row.id);
            all_in(&row.ground, &rules, &place, "rule")?;
            for case in row.cases.iter().chain(&row.additions) {
                all_in(
                    case.ground.as_deref().unwrap_or_default(),
                    &rules,
                    &place,
                    "rule",
                )?;
                all_in(&case.duties, &duties, &place, "duty")?;
                if case
                    .duties_of
                    .as_ref()
                    .is_some_and(|of| *of != files.order.carried.carries)
                {
                    return Err(unknown(
                        &place,
                        "carried form",
                        case.duties_of.as_deref().unwrap_or(""),
                    ));
                }
            }
        }
        for duty in &files.duties {
            all_in(&duty.ground, &rules, &format!("duty {}", duty.id), "rule")?;
        }
        for ground in &files.grounds {
            all_in(&ground.rules, &rules, "grounds.toml", "rule")?;
        }
        all_in(&files.order.order, &rows, "order.toml", "row")?;
        all_in(&files.order.additions, &rows, "order.toml", "row")?;
        for question in &files.questions {
            for (name, values) in &question.asked_when {
                let place = format!("question {}", question.id);
                let input = self.input(name, &place)?;
                for value in values.iter().filter(|value| *value != "unknown") {
                    self.value(input, value, &place)?;
                }
            }
        }
        self.ordered()
    }

    /// A row with cases that is in no order would never answer.
    fn ordered(&self) -> Result<(), LawError> {
        let order = &self.files.order;
        for row in &self.files.rows {
            let missing = (!row.cases.is_empty() && !order.order.contains(&row.id))
                || (!row.additions.is_empty() && !order.additions.contains(&row.id));
            if missing {
                return Err(unknown(
                    &format!("row {} (order.toml lacks it)", row.id),
                    "place",
                    &row.id,
                ));
            }
        }
        Ok(())
    }

    /// The cases in the order in which they are tried, and the additions.
    pub fn rows(&self) -> Result<(Vec<Compiled>, Vec<Compiled>), LawError> {
        let mut bases = Vec::new();
        let mut additions = Vec::new();
        for (order, addition) in [
            (&self.files.order.order, false),
            (&self.files.order.additions, true),
        ] {
            for id in order {
                let Some(at) = self.files.rows.iter().position(|row| row.id == *id) else {
                    continue;
                };
                let row = &self.files.rows[at];
                let cases = if addition { &row.additions } else { &row.cases };
                for (case, file) in cases.iter().enumerate() {
                    let compiled = self.case(row, file, at, case, addition)?;
                    if addition {
                        additions.push(compiled)
                    } else {
                        bases.push(compiled)
                    }
                }
            }
        }
        Ok((bases, additions))
    }

    fn case(
        &self,
        row: &Row,
        file: &RowCase,
        at: usize,
        case: usize,
        addition: bool,
    ) -> Result<Compiled, LawError> {
        let place = format!("case {} of row {}", file.id, row.id);
        if !addition && file.outcome.outcome().is_none() {
            return Err(LawError::NoOutcome { place });
        }
        let mut duties = 0;
        for (bit, duty) in self.files.duties.iter().enumerate() {
            if file.duties.contains(&duty.id) {
                duties |= 1 << bit;
            }
        }
        let tests = self.tests(&[&row.when, &file.when], &place)?;
        Ok(Compiled {
            row: at,
            case,
            addition,
            tests,
            effect: file.outcome,
            duties,
        })
    }

    pub fn flags(&self, row: &Row) -> Result<Vec<Tests>, LawError> {
        let place = format!("row {}", row.id);
        row.flags
            .iter()
            .map(|flag| self.tests(&[&flag.when], &place))
            .collect()
    }

    pub fn contradictions(&self) -> Result<Vec<(Tests, Vec<u8>)>, LawError> {
        let place = "contradictions.toml";
        self.files
            .contradictions
            .iter()
            .map(|file| {
                self.input(&file.at, place)?;
                let inputs = file.unknown.iter().map(|name| self.input(name, place));
                Ok((
                    self.tests(&[&file.when], place)?,
                    inputs.collect::<Result<_, _>>()?,
                ))
            })
            .collect()
    }

    /// The rank of each input among those tried first.
    pub fn first(&self) -> Result<[u8; MOST_INPUTS], LawError> {
        let mut first = [u8::MAX; MOST_INPUTS];
        for (rank, name) in (0_u8..).zip(&self.files.order.tried_first) {
            let input = self.input(name, "order.toml")?;
            if let Some(slot) = first.get_mut(usize::from(input)) {
                *slot = rank;
            }
        }
        Ok(first)
    }

    pub fn known(&self) -> Result<Known, LawError> {
        let place = "order.toml";
        let carried = &self.files.order.carried;
        let form = self.input("form", place)?;
        Ok(Known {
            form,
            carrying: self.value(form, &carried.form, place)?,
            carried: self.value(form, &carried.carries, place)?,
            carried_outcome: self.input(&carried.carries, place)?,
            state_aid: self.input("stateAidCountry", place)?,
            actor: self.input("actor", place)?,
        })
    }
}

fn distinct<'f>(
    kind: &'static str,
    names: impl Iterator<Item = &'f SmolStr>,
) -> Result<BTreeSet<&'f SmolStr>, LawError> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(LawError::Twice {
                kind,
                name: name.to_string(),
            });
        }
    }
    Ok(seen)
}

fn all_in(
    names: &[SmolStr],
    known: &BTreeSet<&SmolStr>,
    place: &str,
    kind: &'static str,
) -> Result<(), LawError> {
    names
        .iter()
        .find(|name| !known.contains(name))
        .map_or(Ok(()), |name| Err(unknown(place, kind, name)))
}
