//! The names by which bodies are found, in the order of their words.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;
use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use rustc_hash::FxHashSet;
use vanort_domain::BodyId;
use vanort_domain::bodies::Body;
use vanort_names::fold;

/// How a body comes to have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// The name it is listed by.
    Main,
    /// Another of its names.
    Other,
    /// Its code or identifier.
    Code,
    /// What a source calls it.
    Written,
}

#[derive(Debug)]
pub(super) struct Name {
    pub(super) body: u32,
    pub(super) sort: Sort,
    /// As written, where it is not the name that is shown anyhow.
    pub(super) written: Option<Box<str>>,
    start: u32,
    len: u16,
}

/// Where a word of a name begins.
#[derive(Debug, Clone, Copy)]
struct Word {
    name: u32,
    at: u16,
}

/// How a name answers to what is sought; the closer the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// It is the same.
    Whole,
    /// It begins so.
    Beginning,
    /// One of its words begins so, or each word sought begins one of its.
    Word,
    /// It would begin so but for slips of the pen: twice as many as there are, and one more where a later word would.
    Slips(u8),
}

/// What goes before what when two names are equally close.
#[derive(Debug, Clone)]
pub(super) struct Bearer {
    pub(super) id: BodyId,
    /// 0 members, 1 bodies with partnerships, 2 others.
    pub(super) weight: u8,
    pub(super) population: u32,
}

/// Names in the order of their words: what begins in some way lies together.
#[derive(Debug, Default)]
pub(super) struct Names {
    text: String,
    names: Vec<Name>,
    words: Vec<Word>,
    /// As [`Names::rank`] has them; beside the words, for a beginning of one or two letters has many thousands.
    ranks: Vec<u64>,
    pub(super) bearers: Vec<Bearer>,
}

impl Names {
    /// Adds a body under its names and under what sources call it.
    pub(super) fn add<'w>(
        &mut self,
        body: &Body,
        weight: u8,
        written: impl Iterator<Item = &'w str>,
    ) {
        let Ok(number) = u32::try_from(self.bearers.len()) else {
            return;
        };
        self.bearers.push(Bearer {
            id: body.id.clone(),
            weight,
            population: body.population.unwrap_or_default(),
        });
        let mut known = FxHashSet::default();
        let own = body.names().into_iter().enumerate().map(|(place, name)| {
            let sort = if place == 0 { Sort::Main } else { Sort::Other };
            (name, sort)
        });
        let local = crate::local_names::ukrainian(body);
        let local = local.into_iter().map(|name| (name, Sort::Other));
        // In one word, for the last four digits of 212000-1280 are another's code.
        let org_number = body.org_number.as_ref();
        let org_number = org_number.map(|number| number.replace('-', ""));
        let codes = [
            body.scb_code.as_deref(),
            Some(body.id.as_str()),
            org_number.as_deref(),
            body.wikidata.as_deref(),
        ];
        let codes = codes.into_iter().flatten().map(|code| (code, Sort::Code));
        let written = written.map(|name| (name, Sort::Written));
        for (name, sort) in own.chain(local).chain(codes).chain(written) {
            let folded = fold(name);
            if !folded.is_empty() && known.insert(folded.clone()) {
                self.push(&folded, number, sort, name);
            }
        }
    }

    fn push(&mut self, folded: &str, body: u32, sort: Sort, written: &str) {
        let (Ok(start), Ok(len), Ok(name)) = (
            u32::try_from(self.text.len()),
            u16::try_from(folded.len()),
            u32::try_from(self.names.len()),
        ) else {
            // Longer than any name is.
            return;
        };
        self.text.push_str(folded);
        self.names.push(Name {
            body,
            sort,
            written: (sort != Sort::Main).then(|| written.into()),
            start,
            len,
        });
        let begins = folded
            .match_indices(' ')
            .map(|(gap, _)| gap + 1)
            .filter_map(|at| u16::try_from(at).ok());
        self.words.push(Word { name, at: 0 });
        self.words.extend(begins.map(|at| Word { name, at }));
    }

    /// Puts the words into order; names are found from then on.
    pub(super) fn seal(&mut self) {
        // Eight letters in one number decide nearly every comparison.
        let mut keyed: Vec<(u64, Word)> = self
            .words
            .iter()
            .map(|word| (first_letters(self.text_at(*word)), *word))
            .collect();
        keyed.sort_unstable_by(|(a, left), (b, right)| {
            a.cmp(b)
                .then_with(|| self.text_at(*left).cmp(self.text_at(*right)))
                .then_with(|| (left.at, left.name).cmp(&(right.at, right.name)))
        });
        self.words = keyed.into_iter().map(|(_, word)| word).collect();
        self.ranks = self.rank();
    }

    /// What goes before what where many words begin in the same way, as one number for each word: names that begin so
    /// before those with a later word, then by weight and population of the bearer, by sort, by identifier.
    fn rank(&self) -> Vec<u64> {
        let key = |bearer: &Bearer| (bearer.weight, Reverse(bearer.population));
        let mut order: Vec<usize> = (0..self.bearers.len()).collect();
        order.sort_unstable_by(|a, b| {
            let (a, b) = (&self.bearers[*a], &self.bearers[*b]);
            (key(a), &a.id).cmp(&(key(b), &b.id))
        });
        // Of each bearer, its place, and that of the first with the same weight and population.
        let mut places: Vec<(u64, u64)> = vec![(0, 0); order.len()];
        let mut first = (0, None);
        for (place, number) in (0..).zip(order) {
            let key = Some(key(&self.bearers[number]));
            if key != first.1 {
                first = (place, key);
            }
            places[number] = (first.0, place);
        }
        let rank = |word: &Word| {
            let name = self.name(word.name);
            let (first, place) = places[name.body as usize];
            u64::from(word.at > 0) << 63 | first << 33 | (name.sort as u64) << 31 | place
        };
        self.words.iter().map(rank).collect()
    }

    pub(super) fn name(&self, number: u32) -> &Name {
        &self.names[number as usize]
    }

    fn folded(&self, number: u32) -> &str {
        let name = self.name(number);
        let start = name.start as usize;
        &self.text[start..start + usize::from(name.len)]
    }

    fn text_at(&self, word: Word) -> &str {
        &self.folded(word.name)[usize::from(word.at)..]
    }

    /// The places of the words that begin so.
    fn beginning(&self, sought: &str) -> Range<usize> {
        let from = self
            .words
            .partition_point(|word| self.text_at(*word) < sought);
        let rest = &self.words[from..];
        let count = rest.partition_point(|word| self.text_at(*word).starts_with(sought));
        from..from + count
    }

    /// The so many places that go before the others of the range, in no particular order.
    fn first(&self, range: Range<usize>, most: usize) -> Vec<usize> {
        let mut first: BinaryHeap<(u64, usize)> = BinaryHeap::with_capacity(most + 1);
        let mut last = u64::MAX;
        for (place, rank) in range.clone().zip(&self.ranks[range]) {
            if first.len() < most {
                first.push((*rank, place));
            } else if *rank < last {
                first.pop();
                first.push((*rank, place));
            } else {
                continue;
            }
            if first.len() == most {
                last = first.peek().map_or(u64::MAX, |(rank, _)| *rank);
            }
        }
        first.into_iter().map(|(_, place)| place).collect()
    }

    /// The names that answer to the folded text, a name perhaps more than once; where there are more than `most` of one
    /// closeness, the first of them.
    pub(super) fn find(&self, sought: &str, most: usize) -> Vec<(Closeness, u32)> {
        let range = self.beginning(sought);
        if range.is_empty() && sought.contains(' ') {
            return self.with_every_word(sought);
        }
        // The same text comes before longer ones, and whole names before the ends of others.
        let is_whole = |word: &Word| word.at == 0 && self.text_at(*word).len() == sought.len();
        let whole = range.start + self.words[range.clone()].partition_point(is_whole);
        [range.start..whole, whole..range.end]
            .into_iter()
            .flat_map(|range| self.first(range, most))
            .map(|place| {
                let word = self.words[place];
                let close = match word.at {
                    _ if place < whole => Closeness::Whole,
                    0 => Closeness::Beginning,
                    _ => Closeness::Word,
                };
                (close, word.name)
            })
            .collect()
    }

    /// Names in which each word sought begins a word, in whatever order.
    fn with_every_word(&self, sought: &str) -> Vec<(Closeness, u32)> {
        let wanted: Vec<&str> = sought.split(' ').take(MOST_WORDS).collect();
        let rarest = wanted
            .iter()
            .map(|word| self.beginning(word))
            .min_by_key(|words| words.len());
        let has = |name: u32, wanted: &str| {
            self.folded(name)
                .split(' ')
                .any(|word| word.starts_with(wanted))
        };
        self.words[rarest.unwrap_or_default()]
            .iter()
            .map(|word| word.name)
            .filter(|name| wanted.iter().all(|wanted| has(*name, wanted)))
            .map(|name| (Closeness::Word, name))
            .collect()
    }

    /// Names that would begin so but for a slip of the pen. One of the first two letters must be right, so that
    /// the search stays quick, or all but the first ("Jöteborg", "öteborg"). Where there are more than `enough`, the
    /// first of them.
    pub(super) fn nearly(&self, sought: &str, enough: usize) -> Vec<(Closeness, u32)> {
        let signs = sought.chars().count().min(LONGEST_WITH_SLIPS);
        let automaton = match forgiven(signs) {
            0 => return Vec::new(),
            1 => &*ONE_SLIP,
            _ => &*TWO_SLIPS,
        };
        let sought: String = sought.chars().take(signs).collect();
        let automaton = automaton.build_prefix_dfa(&sought);
        let mut letters: Vec<char> = sought.chars().take(2).collect();
        letters.dedup();
        let mut buffer = [0; 4];
        let mut found: BinaryHeap<(u8, u64, u32)> = BinaryHeap::new();
        for letter in letters {
            let range = self.beginning(letter.encode_utf8(&mut buffer));
            self.accepted(&automaton, range, |same, slips| {
                for place in self.first(same, enough) {
                    found.push((slips, self.ranks[place], self.words[place].name));
                    if found.len() > enough {
                        found.pop();
                    }
                }
            });
        }
        self.but_for_the_first(&sought, |range| {
            for place in self.first(range, enough) {
                found.push((1, self.ranks[place], self.words[place].name));
            }
        });
        let mut found: Vec<(u8, u64, u32)> = found.into_vec();
        found.sort_unstable();
        found.truncate(enough);
        let found = found.into_iter();
        found
            // "Stokholm" is Stockholm before the region that has it as a later word: the first bit of a rank.
            .map(|(slips, rank, name)| {
                (
                    Closeness::Slips(2 * slips + u8::from(rank >> 63 == 1)),
                    name,
                )
            })
            .collect()
    }

    /// The places of the words that begin with some letter and then as the text does after its own first, or as it
    /// does altogether.
    fn but_for_the_first(&self, sought: &str, mut found: impl FnMut(Range<usize>)) {
        let mut rest = sought.chars();
        let Some(own) = rest.next() else { return };
        let mut place = 0;
        // One letter after the other, of those with which words begin.
        while let Some(letter) = self.words.get(place).map(|word| self.text_at(*word)) {
            let Some(letter) = letter.chars().next() else {
                place += 1;
                continue;
            };
            if letter != own {
                found(self.beginning(&format!("{letter}{}", rest.as_str())));
            }
            found(self.beginning(&format!("{letter}{sought}")));
            place = self.beginning(letter.encode_utf8(&mut [0; 4])).end;
        }
    }

    /// The places of the range whose words the automaton accepts, those of one text together. The words are in order:
    /// what it knows after the letters that a word shares with the last is known already, and what begins as it cannot
    /// accept is passed over as a whole.
    fn accepted(
        &self,
        automaton: &DFA,
        range: Range<usize>,
        mut found: impl FnMut(Range<usize>, u8),
    ) {
        let mut states = vec![automaton.initial_state()];
        let mut last: &[u8] = &[];
        let mut place = range.start;
        while place < range.end {
            let text = self.text_at(self.words[place]).as_bytes();
            let shared = last.iter().zip(text).take_while(|(a, b)| a == b).count();
            states.truncate(shared + 1);
            last = text;
            let mut state = states.last().copied().unwrap_or(SINK_STATE);
            for byte in &text[states.len() - 1..] {
                state = automaton.transition(state, *byte);
                if state == SINK_STATE {
                    break;
                }
                states.push(state);
            }
            if state == SINK_STATE {
                let hopeless = &text[..states.len().min(text.len())];
                place = self.after(place, range.end, |word| word.starts_with(hopeless));
                continue;
            }
            let next = self.after(place, range.end, |word| word == text);
            if let Distance::Exact(slips) = automaton.distance(state) {
                found(place..next, slips);
            }
            place = next;
        }
    }

    /// The first place after this one whose word is not as this one is; it is mostly near.
    fn after(&self, place: usize, end: usize, is: impl Fn(&[u8]) -> bool) -> usize {
        let is = |word: &Word| is(self.text_at(*word).as_bytes());
        let mut known = place;
        let mut step = 1;
        while known + step < end && is(&self.words[known + step]) {
            known += step;
            step *= 2;
        }
        let rest = &self.words[known + 1..end.min(known + step)];
        known + 1 + rest.partition_point(is)
    }

    /// The bearers of exactly this folded name.
    pub(super) fn called(&self, folded: &str) -> impl Iterator<Item = &Bearer> {
        let from = self
            .words
            .partition_point(|word| self.text_at(*word) < folded);
        self.words[from..]
            .iter()
            .take_while(move |word| self.text_at(**word) == folded)
            .filter(|word| word.at == 0)
            .map(|word| &self.bearers[self.name(word.name).body as usize])
    }
}

/// Words of a question that are looked at.
const MOST_WORDS: usize = 8;

/// Signs of a question in which slips are looked for; what comes after may be anything.
const LONGEST_WITH_SLIPS: usize = 32;

/// Two letters that changed places are one slip.
static ONE_SLIP: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO_SLIPS: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// How many slips are forgiven in so many signs.
pub(super) fn forgiven(signs: usize) -> usize {
    match signs {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

fn first_letters(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapidfuzz::distance::osa;

    fn names(words: &[&str]) -> Names {
        let mut names = Names::default();
        for (number, word) in (0..).zip(words) {
            names.bearers.push(Bearer {
                id: format!("vn-{number}").parse().expect("an identifier"),
                weight: 0,
                population: number,
            });
            names.push(word, number, Sort::Main, word);
        }
        names.seal();
        names
    }

    /// The fewest slips by which some beginning of the name is what is sought.
    fn slips(sought: &str, name: &str) -> usize {
        let ends = name.char_indices().map(|(at, _)| at).chain([name.len()]);
        ends.map(|end| osa::distance(sought.chars(), name[..end].chars()))
            .min()
            .unwrap_or(usize::MAX)
    }

    #[test]
    fn near_names_are_those_that_counting_the_slips_of_each_name_gives() {
        let words = [
            "goteborg",
            "gotebo",
            "gotaborg",
            "getebro",
            "gnosjo",
            "boras",
            "bras",
            "borgholm",
            "orebro",
            "oteborg",
            "гетеборг",
            "гетебург",
            "goteborgs stad",
            "gote",
            "",
        ];
        let all = names(&words);
        for sought in [
            "goteborg",
            "gotebrog",
            "gteborg",
            "boars",
            "oreboro",
            "гетеборк",
            "got",
            "borgholms",
            "joteborg",
            "rebro",
            "horas",
        ] {
            let found: FxHashSet<u32> = all
                .nearly(sought, 100)
                .into_iter()
                .map(|(_, name)| name)
                .collect();
            let most = forgiven(sought.chars().count());
            let letters: Vec<char> = sought.chars().take(2).collect();
            let expected: FxHashSet<u32> = (0..)
                .zip(&words)
                .filter(|(_, word)| {
                    most > 0
                        && word.split(' ').any(|word| {
                            let rest: String = sought.chars().skip(1).collect();
                            let after: String = word.chars().skip(1).collect();
                            let all_but_one = [sought, &rest]
                                .iter()
                                .any(|end| !word.is_empty() && after.starts_with(end));
                            all_but_one
                                || word.starts_with(&letters[..]) && slips(sought, word) <= most
                        })
                })
                .map(|(number, _)| number)
                .collect();
            assert_eq!(found, expected, "{sought}");
        }
    }

    #[test]
    fn of_many_names_the_first_are_found() {
        let words: Vec<String> = (0..500).map(|number| format!("berga {number}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let all = names(&words);
        for found in [all.find("be", 3), all.nearly("berag", 3)] {
            let found: FxHashSet<u32> = found.into_iter().map(|(_, name)| name).collect();
            assert_eq!(found, FxHashSet::from_iter([497, 498, 499]), "the largest");
        }
    }
}
