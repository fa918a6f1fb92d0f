//! Names: one sorted array of digests for exact look-ups, and one order by country, first letter and length for
//! near ones. A million names take about 30 MB, and are ready in well under a second.

use std::hash::{Hash as _, Hasher as _};
use std::ops::Range;

use rayon::slice::ParallelSliceMut as _;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use vanort_domain::CountryCode;

use super::place::PlaceRef;

/// How a place comes to have a name, the closest first: of several ways the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum NameSort {
    /// It is its main name.
    Main,
    /// It is its main name without the words that tell the level.
    MainWithoutLevel,
    /// It is another of its names.
    Other,
    /// It is another of its names without those words.
    OtherWithoutLevel,
}

/// A place under one of its names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) place: PlaceRef,
    pub(crate) sort: NameSort,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    digest: u64,
    pub(super) place: PlaceRef,
    start: u32,
    len: u8,
    pub(super) sort: NameSort,
    country: CountryCode,
}

/// Room that is made when there are more names than were expected.
const MORE_NAMES: usize = 32_768;

/// All names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By digest of the folded name, once sealed.
    entries: Vec<Entry>,
    /// The folded names, one after the other.
    text: String,
    /// Numbers of entries by country, first letter, length.
    order: Vec<u32>,
    /// Where each country's names are in `order`.
    countries: FxHashMap<CountryCode, Range<usize>>,
}

impl Names {
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn with_capacity(names: usize) -> Self {
        Self {
            entries: Vec::with_capacity(names),
            text: String::with_capacity(names * 11),
            ..Self::default()
        }
    }

    /// Adds a folded name; a longer one than 255 bytes is nobody's name and is left out.
    pub(crate) fn add(&mut self, folded: &str, country: CountryCode, named: Named) {
        let (Ok(len), Ok(start)) = (u8::try_from(folded.len()), u32::try_from(self.text.len()))
        else {
            return;
        };
        if len == 0 {
            return;
        }
        self.text.push_str(folded);
        // Twice the room for a few names more than were expected would be 30 MB.
        if self.entries.len() == self.entries.capacity() {
            self.entries.reserve_exact(MORE_NAMES);
        }
        self.entries.push(Entry {
            digest: digest(folded),
            country,
            place: named.place,
            start,
            len,
            sort: named.sort,
        });
    }

    /// Puts everything into order; names are found from then on.
    pub(crate) fn seal(&mut self) {
        self.entries
            .par_sort_unstable_by_key(|entry| (entry.digest, entry.place, entry.sort));
        self.entries
            .dedup_by_key(|entry| (entry.digest, entry.place));
        let text = self.text.as_bytes();
        // Country, first letter, length and number in one integer: quick to sort.
        let mut keyed: Vec<u64> = self
            .entries
            .iter()
            .zip(0u32..)
            .map(|(entry, number)| {
                let first = text.get(entry.start as usize).copied().unwrap_or_default();
                let country = entry.country.as_str().as_bytes();
                let bytes = [country[0], country[1], first, entry.len];
                u64::from(u32::from_be_bytes(bytes)) << 32 | u64::from(number)
            })
            .collect();
        keyed.par_sort_unstable();
        let mut end = 0;
        for of_one in keyed.chunk_by(|a, b| a >> 48 == b >> 48) {
            let country = self.entries[of_one[0] as u32 as usize].country;
            self.countries.insert(country, end..end + of_one.len());
            end += of_one.len();
        }
        self.order = keyed.into_iter().map(|key| key as u32).collect();
    }

    /// Every folded name with what has it, names of one place beside each other.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, Named)> {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_unstable_by_key(|entry| (entry.place, entry.start));
        entries
            .into_iter()
            .map(|entry| (self.text_of(entry), entry.named()))
    }

    /// The folded names that more than one place has, each with all of these.
    pub(super) fn shared(&self) -> impl Iterator<Item = (&str, &[Entry])> {
        self.entries
            .chunk_by(|a, b| a.digest == b.digest)
            .filter(|all| all.len() > 1)
            .map(|all| (self.text_of(&all[0]), all))
    }

    pub(crate) fn countries(&self) -> impl Iterator<Item = CountryCode> + '_ {
        self.countries.keys().copied()
    }

    pub(crate) fn exact(
        &self,
        folded: &str,
        country: CountryCode,
    ) -> impl Iterator<Item = Named> + '_ {
        self.anywhere(folded)
            .filter(move |(of, _)| *of == country)
            .map(|(_, named)| named)
    }

    /// Everything of that name, with its country.
    pub(crate) fn anywhere(&self, folded: &str) -> impl Iterator<Item = (CountryCode, Named)> + '_ {
        let digest = digest(folded);
        let start = self.entries.partition_point(|entry| entry.digest < digest);
        self.entries[start..]
            .iter()
            .take_while(move |entry| entry.digest == digest)
            .map(|entry| (entry.country, entry.named()))
    }

    /// Names of a country that differ by few signs: one in a name of five to eight letters, two in a longer one.
    pub(crate) fn near(&self, folded: &str, country: CountryCode) -> Vec<super::near::Near<'_>> {
        super::near::near(self, folded, country)
    }

    pub(super) fn candidates<'n>(
        &'n self,
        folded: &str,
        country: CountryCode,
        most: usize,
    ) -> impl Iterator<Item = (&'n str, Named)> + 'n {
        let len = folded.len();
        let lengths = u8::try_from(len.saturating_sub(most)).unwrap_or(u8::MAX)
            ..=u8::try_from(len + most).unwrap_or(u8::MAX);
        self.starting_with(folded.as_bytes().first().copied(), lengths, country)
            .map(|entry| (self.text_of(entry), entry.named()))
    }

    /// Everything in a country with a name that begins so, with that name.
    pub(crate) fn beginning<'n>(
        &'n self,
        folded: &'n str,
        country: CountryCode,
    ) -> impl Iterator<Item = (&'n str, Named)> + 'n {
        let shortest = u8::try_from(folded.len()).unwrap_or(u8::MAX);
        let first = folded.as_bytes().first().copied();
        self.starting_with(first, shortest..=u8::MAX, country)
            .map(|entry| (self.text_of(entry), entry.named()))
            .filter(move |(name, _)| name.starts_with(folded))
    }

    fn starting_with(
        &self,
        first: Option<u8>,
        lengths: std::ops::RangeInclusive<u8>,
        country: CountryCode,
    ) -> impl Iterator<Item = &Entry> + '_ {
        let all = self.countries.get(&country).cloned().unwrap_or(0..0);
        let order = &self.order[all];
        let key = move |number: &u32| {
            let entry = &self.entries[*number as usize];
            (
                self.text.as_bytes().get(entry.start as usize).copied(),
                entry.len,
            )
        };
        let from = order.partition_point(|number| key(number) < (first, *lengths.start()));
        let to = order.partition_point(|number| key(number) <= (first, *lengths.end()));
        order[from..to.max(from)]
            .iter()
            .map(|number| &self.entries[*number as usize])
    }

    fn text_of(&self, entry: &Entry) -> &str {
        let start = entry.start as usize;
        self.text
            .get(start..start + usize::from(entry.len))
            .unwrap_or_default()
    }
}

impl Entry {
    fn named(&self) -> Named {
        Named {
            place: self.place,
            sort: self.sort,
        }
    }
}

/// Sixty-four bits of a name; among a million names two share one once in 37,000 gazetteers.
fn digest(folded: &str) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    folded.hash(&mut hasher);
    hasher.finish()
}
