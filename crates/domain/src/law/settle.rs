//! What would settle an answer that depends on something unknown.

use super::assessment::{Settle, SettledBranch};
use super::reach::Reached;
use super::ruleset::RuleSet;

impl RuleSet {
    /// What each answer to an unknown question that matters would lead to.
    pub(super) fn settles(
        &self,
        part: usize,
        touched: u32,
        reach: impl Fn(u8, u8) -> Reached,
    ) -> Vec<Settle> {
        let mut settles = Vec::new();
        let mut inputs: Vec<u8> = (0_u8..)
            .take(self.files.questions.len())
            .filter(|at| touched & (1 << at) != 0)
            .collect();
        inputs.sort_by_key(|at| self.first.get(usize::from(*at)).copied());
        for at in inputs {
            let (Some(input), Some(question)) = (
                self.inputs.get(usize::from(at)),
                self.files.questions.get(usize::from(at)),
            ) else {
                continue;
            };
            let branches: Vec<SettledBranch> = (0_u8..)
                .zip(&input.options)
                .map(|(value, option)| {
                    let reached = reach(at, value);
                    SettledBranch {
                        answer: option.value.clone(),
                        name: option.label(None),
                        outcome: reached.outcome,
                        rows: self.rows_of(&reached),
                        duties: self.duties_of(reached.duties),
                    }
                })
                .collect();
            let alike = branches.windows(2).all(|pair| {
                (pair[0].outcome, &pair[0].duties) == (pair[1].outcome, &pair[1].duties)
            });
            if !alike {
                settles.push(Settle {
                    part,
                    input: input.id.clone(),
                    question: question.text.clone(),
                    branches,
                });
            }
        }
        settles
    }
}
