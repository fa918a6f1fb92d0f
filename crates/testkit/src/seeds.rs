//! Time and randomness that are the same in every run.

use vanort_domain::Timestamp;
use vanort_domain::log::Salt;

/// The moment at which every test takes place: 2026-03-01 12:00:00 UTC.
pub const NOW: Timestamp = Timestamp(1_772_366_400);

/// Numbers that look random and follow from a seed (SplitMix64, Steele et al. 2014).
#[derive(Debug, Clone)]
pub struct Seeds(u64);

impl Seeds {
    /// The sequence of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// The next number below a bound; the bound is not 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.number() % bound
    }

    /// The next sixteen bytes.
    pub fn salt(&mut self) -> Salt {
        let mut salt = Salt::default();
        let (first, second) = salt.split_at_mut(8);
        first.copy_from_slice(&self.number().to_be_bytes());
        second.copy_from_slice(&self.number().to_be_bytes());
        salt
    }
}

/// Salts that follow from a seed.
pub fn salts(seed: u64) -> impl FnMut() -> Salt + Send {
    let mut seeds = Seeds::new(seed);
    move || seeds.salt()
}
