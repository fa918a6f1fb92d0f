//! Facts and conditions in the form in which they are compared: small numbers and bit masks.

use super::text::Day;

/// As many inputs as a rule set can have.
pub const MOST_INPUTS: usize = 24;
/// As many answers as a question can have.
pub const MOST_ANSWERS: usize = 31;
const UNKNOWN: u8 = u8::MAX;
/// The bit of a mask that an unknown answer fulfils.
pub const UNKNOWN_BIT: u32 = 1 << 31;

/// The answers of a part, by number of input; those not given are unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts([u8; MOST_INPUTS]);

impl Facts {
    /// Nothing is known.
    pub const NONE: Self = Self([UNKNOWN; MOST_INPUTS]);

    /// The answer to an input, if known.
    pub fn get(&self, input: u8) -> Option<u8> {
        self.0
            .get(usize::from(input))
            .copied()
            .filter(|value| *value != UNKNOWN)
    }

    /// The facts with nothing but the inputs of a mask.
    pub fn only(mut self, inputs: u32) -> Self {
        for (input, slot) in self.0.iter_mut().enumerate() {
            if inputs & (1 << input) == 0 {
                *slot = UNKNOWN;
            }
        }
        self
    }

    /// The facts with an answer, or without it.
    pub fn with(mut self, input: u8, value: Option<u8>) -> Self {
        if let Some(slot) = self.0.get_mut(usize::from(input)) {
            *slot = value.unwrap_or(UNKNOWN);
        }
        self
    }
}

/// A condition: the input, and a bit for every answer that fulfils it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Test {
    /// The input.
    pub input: u8,
    /// The answers.
    pub mask: u32,
}

/// Whether conditions hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// All hold. The bits are the inputs that hold because they are unknown.
    Yes(u32),
    /// One does not: its place among the tests; none when it is the day.
    No(Option<usize>),
    /// It depends on an input that is not known; the one to try first.
    Open(u8),
}

/// Conditions that must all hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tests {
    /// The decision is taken before this day.
    pub decided_before: Option<Day>,
    /// The conditions.
    pub tests: Vec<Test>,
}

impl Tests {
    /// Holds them against facts; `first` ranks inputs by which is tried first when several are open.
    pub fn hold(&self, facts: &Facts, day: Day, first: &[u8; MOST_INPUTS]) -> Holds {
        if self.decided_before.is_some_and(|limit| day >= limit) {
            return Holds::No(None);
        }
        let rank = |input: u8| first.get(usize::from(input)).copied().unwrap_or(u8::MAX);
        let mut open: Option<u8> = None;
        let mut by_unknown = 0;
        for (place, test) in self.tests.iter().enumerate() {
            match facts.get(test.input) {
                Some(value) if test.mask & (1 << value) == 0 => return Holds::No(Some(place)),
                Some(_) => {}
                None if test.mask & UNKNOWN_BIT != 0 => by_unknown |= 1 << test.input,
                None if open.is_none_or(|other| rank(test.input) < rank(other)) => {
                    open = Some(test.input)
                }
                None => {}
            }
        }
        open.map_or(Holds::Yes(by_unknown), Holds::Open)
    }
}
