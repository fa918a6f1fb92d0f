//! From what was reached to an answer in words: the row's sentences, duties, grounds, flags, and what did not fit.

use smol_str::SmolStr;

use super::assessment::{Asked, Condition, Fired, Flag, Ground, PartAnswer};
use super::facts::{Facts, Holds, Test, UNKNOWN_BIT};
use super::files::RuleVersion;
use super::reach::Reached;
use super::ruleset::{Compiled, RuleSet};
use super::text::{Day, Outcome, Text};

impl RuleSet {
    /// The answer to a part.
    pub(super) fn part_answer(
        &self,
        facts: Facts,
        day: Day,
        reached: &Reached,
        faulty: bool,
    ) -> PartAnswer {
        let texts = &self.files.order.texts;
        let outcome = if faulty {
            reached.outcome.max(Outcome::Judge)
        } else {
            reached.outcome
        };
        let option = facts.get(self.known.form).and_then(|value| {
            self.inputs
                .get(usize::from(self.known.form))?
                .options
                .get(usize::from(value))
        });
        let deciding = reached
            .deciding
            .and_then(|place| self.hit(place))
            .map(|hit| (hit, self.file_case(hit).1));
        let fits = deciding.is_some_and(|(hit, _)| hit.effect.outcome() == Some(reached.outcome));
        let capped = faulty && outcome != reached.outcome;
        let answer = match deciding {
            _ if capped => texts.faulty.clone(),
            Some((_, case)) if fits => case.answer.clone(),
            Some(_) => texts.depends.clone(),
            None => texts.no_row.clone(),
        };
        let mut why: Vec<Text> = Vec::new();
        if let Some((_, case)) = deciding.filter(|_| fits && !capped) {
            why.extend(self.either_way(&facts, reached));
            if why.len() < 2 {
                why = vec![case.why.clone()];
            }
        }
        let depends = reached.split || reached.touched != 0;
        if !reached.split && reached.touched != 0 && reached.outcome != Outcome::Judge {
            why.push(texts.same_either_way.clone());
        }
        PartAnswer {
            form: option.map(|option| option.value.clone()),
            form_name: option.map(|option| option.label(None)),
            outcome,
            row: reached.base.and_then(|place| self.row_of(place)),
            rows: self.rows_of(reached),
            answer,
            why,
            duties: self.duties_of(reached.duties),
            grounds: self.grounds_of(&facts, day, reached),
            flags: self.flags_of(&facts, day, reached),
            judge: self
                .cases_of(reached)
                .filter(|_| outcome == Outcome::Judge)
                .filter_map(|case| case.judge.clone())
                .collect(),
            ways_forward: self
                .cases_of(reached)
                .filter_map(|case| case.way_forward.clone())
                .collect(),
            fired: self.fired(&facts, reached),
            asked: self.asked(&facts, day, reached),
            depends,
        }
    }

    /// Why the answer is what it is in each case that what is unknown may come to, with what tells it from the others: what
    /// only one of them says is not said of the case itself.
    fn either_way(&self, facts: &Facts, reached: &Reached) -> Vec<Text> {
        let is_carrying = facts.get(self.known.form) == Some(self.known.carrying);
        if reached.split || reached.touched == 0 || is_carrying {
            return Vec::new();
        }
        let hits = reached.hits.iter().filter_map(|place| self.hit(*place));
        let of_outcome = |hit: &&Compiled| hit.effect.outcome() == Some(reached.outcome);
        let first = hits.filter(|hit| !hit.addition).filter(of_outcome);
        let why = first.map(|hit| {
            let (row, case) = self.file_case(hit);
            row.title.before(&case.why)
        });
        distinct(why)
    }

    fn cases_of<'r>(
        &'r self,
        reached: &'r Reached,
    ) -> impl Iterator<Item = &'r super::files::RowCase> {
        reached
            .hits
            .iter()
            .filter_map(|place| self.hit(*place))
            .map(|hit| self.file_case(hit).1)
    }

    fn row_of(&self, place: usize) -> Option<SmolStr> {
        self.hit(place)
            .map(|hit| self.files.rows[hit.row].id.clone())
    }

    pub(super) fn rows_of(&self, reached: &Reached) -> Vec<SmolStr> {
        distinct(
            reached
                .base
                .iter()
                .chain(&reached.hits)
                .filter_map(|place| self.row_of(*place)),
        )
    }

    pub(super) fn duties_of(&self, duties: u32) -> Vec<SmolStr> {
        let duty = |(bit, duty): (usize, &super::questions::Duty)| {
            (duties & (1 << bit) != 0).then(|| duty.id.clone())
        };
        self.files
            .duties
            .iter()
            .enumerate()
            .filter_map(duty)
            .collect()
    }

    fn grounds_of(&self, facts: &Facts, day: Day, reached: &Reached) -> Vec<Ground> {
        let of_rows = reached
            .hits
            .iter()
            .filter_map(|place| self.hit(*place))
            .flat_map(|hit| {
                let (row, case) = self.file_case(hit);
                case.ground.as_ref().unwrap_or(&row.ground)
            });
        let of_actor = self
            .files
            .grounds
            .iter()
            .zip(&self.grounds)
            .filter(|(_, tests)| self.holds(tests, facts, day))
            .flat_map(|(ground, _)| &ground.rules);
        let form = facts.get(self.known.form).and_then(|value| {
            self.inputs
                .get(usize::from(self.known.form))?
                .options
                .get(usize::from(value))
        });
        distinct(of_rows.chain(of_actor).cloned())
            .iter()
            .filter_map(|id| self.rule(id))
            .filter(|rule| {
                rule.forms.is_empty() || form.is_some_and(|form| rule.forms.contains(&form.value))
            })
            .filter_map(|rule| {
                Some((
                    rule,
                    rule.versions.iter().find(|version| version.holds_on(day))?,
                ))
            })
            .map(|(rule, version): (_, &RuleVersion)| Ground {
                rule: rule.id.clone(),
                act: rule.act.clone(),
                valid_from: version.valid_from,
                valid_to: version.valid_to,
                wording: version.wording.clone(),
                text: version.text.clone(),
                source: rule.source.clone(),
                checked: rule.checked,
                confidence: rule.confidence.clone(),
            })
            .collect()
    }

    fn flags_of(&self, facts: &Facts, day: Day, reached: &Reached) -> Vec<Flag> {
        let mut flags: Vec<Flag> = Vec::new();
        for hit in reached.hits.iter().filter_map(|place| self.hit(*place)) {
            let row = &self.files.rows[hit.row];
            for (flag, tests) in row.flags.iter().zip(&self.flags[hit.row]) {
                let shown = !matches!(tests.hold(facts, day, &self.first), Holds::No(_));
                if shown && !flags.iter().any(|other| other.id == flag.id) {
                    flags.push(Flag {
                        id: flag.id.clone(),
                        row: row.id.clone(),
                        text: flag.text.clone(),
                    });
                }
            }
        }
        flags
    }

    fn fired(&self, facts: &Facts, reached: &Reached) -> Vec<Fired> {
        let fired = |place: &usize| {
            let hit = self.hit(*place)?;
            let (row, case) = self.file_case(hit);
            Some(Fired {
                row: row.id.clone(),
                title: row.title.clone(),
                case: case.id.clone(),
                outcome: hit.effect.outcome(),
                answer: case.answer.clone(),
                conditions: hit
                    .tests
                    .tests
                    .iter()
                    .map(|test| self.condition(test, facts))
                    .collect(),
                confidence: row.confidence.clone(),
                source: row.source.clone(),
            })
        };
        reached.hits.iter().filter_map(fired).collect()
    }

    fn asked(&self, facts: &Facts, day: Day, reached: &Reached) -> Vec<Asked> {
        let fired = self.rows_of(reached);
        let mut asked: Vec<Asked> = Vec::new();
        for case in self.bases.iter().chain(&self.additions) {
            let row = &self.files.rows[case.row].id;
            if fired.contains(row) || asked.iter().any(|asked| asked.row == *row) {
                continue;
            }
            if let Holds::No(place) = case.tests.hold(facts, day, &self.first) {
                let test = place.and_then(|place| case.tests.tests.get(place));
                let condition = test.map(|test| self.condition(test, facts));
                asked.push(Asked {
                    row: row.clone(),
                    condition,
                });
            }
        }
        asked
    }

    fn condition(&self, test: &Test, facts: &Facts) -> Condition {
        let input = &self.inputs[usize::from(test.input)];
        let wanted = (0_u32..)
            .zip(&input.options)
            .filter(|(bit, _)| test.mask & (1 << bit) != 0);
        let mut wanted: Vec<SmolStr> = wanted.map(|(_, option)| option.value.clone()).collect();
        if test.mask & UNKNOWN_BIT != 0 {
            wanted.push("unknown".into());
        }
        let given = facts
            .get(test.input)
            .and_then(|value| input.options.get(usize::from(value)));
        Condition {
            input: input.id.clone(),
            wanted,
            given: given.map_or_else(|| "unknown".into(), |option| option.value.clone()),
        }
    }
}

pub(super) fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen: Vec<T> = Vec::new();
    for one in all {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}
