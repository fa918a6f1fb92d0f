//! Partnerships by the words of their bodies' names: from the beginning of a word to the rows, without looking at
//! every name.

use std::sync::OnceLock;

use roaring::RoaringBitmap;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use vanort_domain::register::Register;
use vanort_names::fold;

use super::Explorer;
use super::lists::Lists;
use super::sides::Sides;
use super::turned::Turned;
use crate::local_names::{Tongue, ukrainian};

/// What is put into order when somebody first asks for words.
#[derive(Debug, Default)]
pub(super) struct InOrder {
    words: OnceLock<Words>,
    sides: OnceLock<Sides>,
    /// The places of the partners' names in each language, by the bodies' numbers.
    partner_places: [OnceLock<Vec<u32>>; Tongue::ALL.len()],
    /// The same of the first sides, where a language names them otherwise than the rows' order has it.
    home_places: OnceLock<Vec<u32>>,
    turned: OnceLock<Turned>,
}

impl PartialEq for InOrder {
    /// What follows from the rest of the sets does not tell two of them apart.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// For each word the names that have it, for each name its body, for each body its rows.
#[derive(Debug)]
struct Words {
    /// Folded words, in order.
    words: Vec<SmolStr>,
    /// The names with each word.
    names: Lists,
    /// By name.
    body: Vec<u32>,
    /// The rows of each body.
    rows: Lists,
}

impl Explorer {
    /// Puts names and values into order, so that nobody who asks for words waits for it.
    pub fn put_in_order(&self, register: &Register) {
        self.words(register);
        self.partner_places(register, Tongue::Swedish);
        self.in_order.turned.get_or_init(|| Turned::of(self));
    }

    /// The bodies of each row.
    pub fn sides(&self) -> &Sides {
        self.in_order.sides.get_or_init(|| Sides::of(self))
    }

    /// By a body's number the place of its name in a language among those of all partners; the same name has the same
    /// place.
    pub(super) fn partner_places(&self, register: &Register, tongue: Tongue) -> &[u32] {
        let places = || self.sides().places(register, tongue, 1);
        self.in_order.partner_places[tongue as usize].get_or_init(places)
    }

    /// By a body's number the place of its name among those of all first sides, in a language whose names of Swedish bodies are
    /// its own; none where the rows are in the order of the names.
    pub(super) fn home_places(&self, register: &Register, tongue: Tongue) -> Option<&[u32]> {
        let places = || self.sides().places(register, tongue, 0);
        (tongue == Tongue::Ukrainian).then(|| &**self.in_order.home_places.get_or_init(places))
    }

    fn words(&self, register: &Register) -> &Words {
        let words = || Words::of(self, register);
        self.in_order.words.get_or_init(words)
    }

    /// The values of each row, where somebody has put them into order.
    pub(super) fn turned(&self) -> Option<&Turned> {
        self.in_order.turned.get()
    }

    /// The partnerships with all the words in one name of one of the two sides.
    pub(super) fn named(&self, register: &Register, words: &str) -> RoaringBitmap {
        let folded = fold(words);
        self.put_in_order(register);
        let all = self.words(register);
        let mut names: Option<FxHashSet<u32>> = None;
        for wanted in folded.split(' ') {
            let having = all.beginning(wanted);
            names = Some(match names {
                None => having.iter().copied().collect(),
                Some(before) => having
                    .iter()
                    .filter(|name| before.contains(name))
                    .copied()
                    .collect(),
            });
        }
        let bodies: FxHashSet<u32> = names
            .into_iter()
            .flatten()
            .map(|name| all.body[name as usize])
            .collect();
        let mut rows: Vec<u32> = bodies
            .into_iter()
            .flat_map(|body| all.rows.list(body as usize))
            .copied()
            .collect();
        rows.sort_unstable();
        rows.dedup();
        RoaringBitmap::from_sorted_iter(rows).unwrap_or_default()
    }
}

impl Words {
    fn of(explorer: &Explorer, register: &Register) -> Self {
        let sides = explorer.sides();
        let mut body: Vec<u32> = Vec::new();
        let mut numbers_of_words: FxHashMap<SmolStr, u32> = FxHashMap::default();
        let mut places: Vec<(u32, u32)> = Vec::new();
        for (number, id) in (0..).zip(sides.bodies()) {
            let Some(known) = register.body(id) else {
                continue;
            };
            for name in known.names().into_iter().chain(ukrainian(known)) {
                let place = u32::try_from(body.len()).unwrap_or(u32::MAX);
                body.push(number);
                for word in fold(name).split(' ') {
                    let next = u32::try_from(numbers_of_words.len()).unwrap_or(u32::MAX);
                    let word = *numbers_of_words.entry(word.into()).or_insert(next);
                    places.push((word, place));
                }
            }
        }
        let (words, names) = in_order(numbers_of_words, places);
        let rows = sides.rows();
        let rows = rows.flat_map(|(row, [first, second])| [(first, row), (second, row)]);
        Self {
            words,
            names,
            body,
            rows: Lists::of(sides.bodies().len(), rows),
        }
    }

    /// The names with a word that begins so.
    fn beginning(&self, wanted: &str) -> &[u32] {
        let from = self.words.partition_point(|word| word.as_str() < wanted);
        let count = self.words[from..].partition_point(|word| word.starts_with(wanted));
        self.names.lists(from, from + count)
    }
}

/// The words in order, each with the names that have it.
fn in_order(
    numbers: FxHashMap<SmolStr, u32>,
    mut places: Vec<(u32, u32)>,
) -> (Vec<SmolStr>, Lists) {
    let mut words: Vec<(SmolStr, u32)> = numbers.into_iter().collect();
    words.sort_unstable();
    let mut ranks = vec![0; words.len()];
    for (rank, (_, number)) in (0..).zip(&words) {
        ranks[*number as usize] = rank;
    }
    for (word, _) in &mut places {
        *word = ranks[*word as usize];
    }
    let names = Lists::of(words.len(), places.into_iter());
    (words.into_iter().map(|(word, _)| word).collect(), names)
}
