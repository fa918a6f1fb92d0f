//! Decisions on which bodies are one: separate, attributable, reversible. Merging two bodies rewrites no
//! statement.

use serde::Serialize;

use crate::persistent::Map;
use crate::vocabulary::Verdict;
use crate::{BodyId, Seq, Values, ValuesError};

/// A record that two bodies are the same, different, or unsure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    /// One body.
    pub a: BodyId,
    /// The other; the same one again when the verdict is on it alone.
    pub b: BodyId,
    /// What was decided.
    pub verdict: Verdict,
    /// How sure a machine was, 0 to 1; `None` for a person.
    pub score: Option<f64>,
    /// Why, as a sentence.
    pub reason: Option<String>,
    /// The earlier decision that this one takes back; verdict and bodies repeat that one's.
    pub withdraws: Option<Seq>,
}

impl Decision {
    /// Reads a decision from its named values.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read.
    pub fn from_values(values: &Values) -> Result<Self, ValuesError> {
        Ok(Self {
            a: values.need("a")?,
            b: values.need("b")?,
            verdict: values.need("verdict")?,
            score: values.read("score")?,
            reason: values.read("reason")?,
            withdraws: values.read::<u32>("withdraws")?.map(Seq),
        })
    }

    /// The decision as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        let mut values = Values::new();
        values
            .set("a", &self.a)
            .set("b", &self.b)
            .set("verdict", self.verdict)
            .set_some("score", self.score)
            .set_some("reason", self.reason.as_ref())
            .set_some("withdraws", self.withdraws);
        values
    }
}

/// Which body stands for which: the connected components of the decisions *same* that are in force.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Identity {
    stands_for: Map<BodyId, BodyId>,
    in_force: Map<(BodyId, BodyId), (Seq, Verdict)>,
    is_nobody: bool,
}

impl Identity {
    /// The components of all decisions; one that has been withdrawn does not count, and a later decision on
    /// the same two bodies replaces the earlier.
    pub fn of<'a>(decisions: impl IntoIterator<Item = (Seq, &'a Decision)>) -> Self {
        let mut in_force: std::collections::BTreeMap<(BodyId, BodyId), (Seq, Verdict)> =
            Default::default();
        for (seq, decision) in decisions {
            let pair = in_order(&decision.a, &decision.b);
            if let Some(withdrawn) = decision.withdraws {
                if in_force.get(&pair).is_some_and(|(at, _)| *at == withdrawn) {
                    in_force.remove(&pair);
                }
            } else {
                in_force.insert(pair, (seq, decision.verdict));
            }
        }
        let same: Vec<(BodyId, BodyId)> = in_force
            .iter()
            .filter(|(_, (_, verdict))| *verdict == Verdict::Same)
            .map(|(pair, _)| pair.clone())
            .collect();
        Self {
            stands_for: components(&same),
            is_nobody: in_force
                .values()
                .any(|(_, verdict)| *verdict == Verdict::NotABody),
            in_force: in_force.into_iter().collect(),
        }
    }

    /// The decision in force on two bodies, or on one alone, with the number of its entry.
    #[must_use]
    pub fn verdict(&self, a: &BodyId, b: &BodyId) -> Option<(Seq, Verdict)> {
        self.in_force.get(&in_order(a, b)).copied()
    }

    /// Whether it has been decided that this is no body at all.
    #[must_use]
    pub fn is_nobody(&self, id: &BodyId) -> bool {
        self.is_nobody
            && self
                .verdict(id, id)
                .is_some_and(|(_, verdict)| verdict == Verdict::NotABody)
    }

    /// The bodies of which it has been decided that they are none; in no particular order.
    pub fn nobodies(&self) -> impl Iterator<Item = &BodyId> {
        let pairs = self.is_nobody.then(|| self.in_force.iter());
        let nobodies = pairs
            .into_iter()
            .flatten()
            .filter(|((a, b), (_, verdict))| a == b && *verdict == Verdict::NotABody);
        nobodies.map(|((a, _), _)| a)
    }

    /// Decisions in force, with the numbers of their entries; in no particular order.
    pub fn in_force(&self) -> impl Iterator<Item = (&(BodyId, BodyId), Seq, Verdict)> {
        self.in_force
            .iter()
            .map(|(pair, (seq, verdict))| (pair, *seq, *verdict))
    }

    /// The body that stands for `id`: itself, or the best identifier of its component.
    #[must_use]
    pub fn canonical(&self, id: &BodyId) -> BodyId {
        self.canonical_ref(id).clone()
    }

    /// As [`Identity::canonical`], without making a copy.
    #[must_use]
    pub fn canonical_ref<'a>(&'a self, id: &'a BodyId) -> &'a BodyId {
        if self.stands_for.is_empty() {
            id
        } else {
            self.stands_for.get(id).unwrap_or(id)
        }
    }

    /// Whether another body stands for `id`.
    #[must_use]
    pub fn is_merged(&self, id: &BodyId) -> bool {
        self.stands_for
            .get(id)
            .is_some_and(|canonical| canonical != id)
    }

    /// The bodies for which `id` stands, without itself.
    pub fn merged_into<'a>(&'a self, id: &'a BodyId) -> impl Iterator<Item = &'a BodyId> {
        self.stands_for
            .iter()
            .filter(move |(member, canonical)| *canonical == id && *member != id)
            .map(|(m, _)| m)
    }

    /// Whether no two bodies have been merged.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stands_for.is_empty()
    }
}

fn in_order(a: &BodyId, b: &BodyId) -> (BodyId, BodyId) {
    if a <= b {
        (a.clone(), b.clone())
    } else {
        (b.clone(), a.clone())
    }
}

fn components(same: &[(BodyId, BodyId)]) -> Map<BodyId, BodyId> {
    let mut neighbours: std::collections::BTreeMap<&BodyId, Vec<&BodyId>> = Default::default();
    for (a, b) in same {
        neighbours.entry(a).or_default().push(b);
        neighbours.entry(b).or_default().push(a);
    }
    let mut stands_for = Map::default();
    let all: Vec<&BodyId> = neighbours.keys().copied().collect();
    for start in all {
        if stands_for.contains_key(start) {
            continue;
        }
        let mut members = std::collections::BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(next) = open.pop() {
            open.extend(neighbours[next].iter().filter(|n| members.insert(n)));
        }
        if let Some(best) = members.iter().min_by_key(|id| (id.rank(), **id)).copied() {
            for member in members {
                stands_for.insert(member.clone(), best.clone());
            }
        }
    }
    stands_for
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> BodyId {
        text.parse().expect("id")
    }

    fn decision(a: &str, b: &str, verdict: Verdict, withdraws: Option<u32>) -> Decision {
        Decision {
            a: id(a),
            b: id(b),
            verdict,
            score: None,
            reason: None,
            withdraws: withdraws.map(Seq),
        }
    }

    #[test]
    fn same_bodies_stand_under_the_best_identifier_of_them_all() {
        let decisions = [
            decision("vn-x", "wd-Q1", Verdict::Same, None),
            decision("wd-Q1", "gn-5", Verdict::Same, None),
        ];
        let identity = Identity::of(
            decisions
                .iter()
                .enumerate()
                .map(|(i, d)| (Seq(i as u32 + 1), d)),
        );
        for member in ["vn-x", "wd-Q1", "gn-5"] {
            assert_eq!(identity.canonical(&id(member)), id("gn-5"));
        }
        assert_eq!(identity.canonical(&id("se-1280")), id("se-1280"));
        assert!(identity.is_merged(&id("vn-x")) && !identity.is_merged(&id("gn-5")));
    }

    #[test]
    fn a_decision_taken_back_and_a_different_leave_bodies_apart() {
        let withdrawn = [
            decision("a", "b", Verdict::Same, None),
            decision("a", "b", Verdict::Same, Some(1)),
        ];
        let replaced = [
            decision("a", "b", Verdict::Same, None),
            decision("b", "a", Verdict::Different, None),
        ];
        for decisions in [withdrawn, replaced] {
            let identity = Identity::of(
                decisions
                    .iter()
                    .enumerate()
                    .map(|(i, d)| (Seq(i as u32 + 1), d)),
            );
            assert!(identity.is_empty());
        }
    }
}
