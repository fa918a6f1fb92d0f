//! The whole check: every part answered, transport by the equipment it carries, and the answers put together.

use super::answer::distinct;
use smol_str::SmolStr;

use super::assessment::{Assessment, Fault, PartAnswer, Settle};
use super::case::Case;
use super::countries::CountryTable;
use super::facts::Facts;
use super::reach::{CarriedAnswer, Reached};
use super::read::Read;
use super::ruleset::RuleSet;
use super::text::{Day, Outcome};

impl RuleSet {
    /// Answers a case. It always answers: what is unknown, wrong or contradictory is named, and leaves the
    /// answer to a person unless every possibility gives the same.
    #[must_use]
    pub fn assess(&self, case: &Case, table: &CountryTable) -> Assessment {
        let mut read = self.read(case, table);
        if read.parts.is_empty() && !read.faults.iter().any(|fault| fault.input == "form") {
            let text = self.files.order.texts.no_parts.clone();
            read.faults.push(Fault {
                input: "form".into(),
                part: None,
                text,
            });
        }
        let mut parts = Vec::new();
        let mut settles = Vec::new();
        if let Some(day) = read.day {
            for at in 0..read.parts.len() {
                let (part, settled) = self.assess_part(&read, at, day);
                parts.push(part);
                settles.extend(settled);
            }
        } else {
            parts.extend(read.parts.iter().map(|part| self.undated(&part.facts)));
        }
        self.whole(read, parts, settles)
    }

    fn assess_part(&self, read: &Read, at: usize, day: Day) -> (PartAnswer, Vec<Settle>) {
        let part = &read.parts[at];
        let reached = self.reach_part(read, part.facts, day);
        let faulty = part.faulty || read.faulty;
        let settles = self.settles(at, reached.touched, |input, value| {
            self.reach_part(read, part.facts.with(input, Some(value)), day)
        });
        (self.part_answer(part.facts, day, &reached, faulty), settles)
    }

    /// What a part's facts lead to; a part that carries others is answered by those of the case, or, when the
    /// case has none, by what its own answers say of them.
    fn reach_part(&self, read: &Read, facts: Facts, day: Day) -> Reached {
        let known = &self.known;
        if facts.get(known.form) != Some(known.carrying) {
            return self.reach(facts, day, None);
        }
        let of_case = read
            .parts
            .iter()
            .map(|part| part.facts)
            .filter(|facts| facts.get(known.form) == Some(known.carried));
        let mut carried_parts: Vec<Facts> = of_case.collect();
        if carried_parts.is_empty() {
            carried_parts.push(facts.with(known.form, Some(known.carried)));
        }
        let reached: Vec<Reached> = carried_parts
            .iter()
            .map(|facts| self.reach(*facts, day, None))
            .collect();
        let (outcome, answer) = carried(&reached.iter().collect::<Vec<_>>());
        let place = Outcome::ALL.iter().position(|other| *other == outcome);
        let value = place.and_then(|place| u8::try_from(place).ok());
        let mut whole = self.reach(facts.with(known.carried_outcome, value), day, Some(&answer));
        whole.touched |= reached
            .iter()
            .fold(0, |touched, reached| touched | reached.touched);
        whole.split |= reached.iter().any(|reached| reached.split);
        whole
    }

    /// The answer to a part of a case without a usable day.
    fn undated(&self, facts: &Facts) -> PartAnswer {
        let nothing = Reached::default();
        let mut answer = self.part_answer(*facts, self.files.order.earliest, &nothing, true);
        answer.answer = self.files.order.texts.faulty.clone();
        answer.asked.clear();
        answer
    }

    fn whole(&self, read: Read, parts: Vec<PartAnswer>, settles: Vec<Settle>) -> Assessment {
        let worst = parts.iter().map(|part| part.outcome).max();
        let unread_form = read.faults.iter().any(|fault| fault.input == "form");
        let outcome = worst.unwrap_or(Outcome::Judge);
        let actor = read
            .parts
            .first()
            .and_then(|part| part.facts.get(self.known.actor))
            .and_then(|value| {
                self.inputs
                    .get(usize::from(self.known.actor))?
                    .options
                    .get(usize::from(value))
            });
        Assessment {
            // A form that could not be read may hide a part that is not allowed.
            outcome: if unread_form {
                outcome.max(Outcome::Judge)
            } else {
                outcome
            },
            rows: by_number(distinct(
                parts.iter().flat_map(|part| part.rows.iter().cloned()),
            )),
            duties: distinct(parts.iter().flat_map(|part| part.duties.iter().cloned())),
            grounds: distinct(
                parts
                    .iter()
                    .flat_map(|part| part.grounds.iter().map(|ground| ground.rule.clone())),
            ),
            flags: distinct(
                parts
                    .iter()
                    .flat_map(|part| part.flags.iter().map(|flag| flag.id.clone())),
            ),
            ways_forward: distinct(
                parts
                    .iter()
                    .flat_map(|part| part.ways_forward.iter().map(|way| way.id.clone())),
            ),
            decision_date: read.day,
            actor: actor.map(|option| option.label(read.day)),
            country: read.country,
            parts,
            settles,
            faults: read.faults,
            assumed: read.assumed,
            unread: read.unread,
            rules_hash: self.files.hash.clone(),
            guidance: self.files.order.texts.guidance.clone(),
        }
    }
}

/// What the part that is carried came to, as the carrying part takes it over.
fn carried(reached: &[&Reached]) -> (Outcome, CarriedAnswer) {
    let first = reached
        .first()
        .map_or(Outcome::Judge, |reached| reached.outcome);
    let alike = reached.iter().all(|reached| reached.outcome == first);
    let answer = CarriedAnswer {
        duties: reached
            .iter()
            .fold(0, |duties, reached| duties | reached.duties),
        hits: reached
            .iter()
            .flat_map(|reached| reached.hits.iter().copied())
            .collect(),
    };
    (if alike { first } else { Outcome::Judge }, answer)
}

/// Rows as a reader looks for them: D5 before D14.
fn by_number(mut rows: Vec<SmolStr>) -> Vec<SmolStr> {
    rows.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    rows
}
