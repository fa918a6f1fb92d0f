//! Near names: what somebody may have meant.

/// The letters of a folded name as a set: what has too many letters that another name lacks is no near name of it,
/// which is known much sooner than the slips are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters(u32);

impl Letters {
    /// The letters of the first so many signs. Digits, gaps and letters of other scripts share what is left beside
    /// the Latin letters.
    #[must_use]
    pub fn of(folded: &str, signs: usize) -> Self {
        let letters = folded.chars().take(signs).fold(0, |letters, sign| {
            let place = match sign {
                'a'..='z' => u32::from(sign) - u32::from('a'),
                other => 26 + u32::from(other) % 6,
            };
            letters | 1 << place
        });
        Self(letters)
    }

    /// At least how many slips it takes to write these letters for those of the other.
    #[must_use]
    pub fn least_slips(self, other: Self) -> usize {
        (self.0 & !other.0).count_ones() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_never_ask_for_more_slips_than_there_are() {
        let names = [
            "goteborg",
            "gotebrog",
            "boras",
            "malmo 2",
            "гетеборг",
            "getebor",
            "",
        ];
        for (one, other) in names
            .iter()
            .flat_map(|one| names.map(|other| (*one, other)))
        {
            let slips = rapidfuzz::distance::osa::distance(one.chars(), other.chars());
            let (of_one, of_other) = (Letters::of(one, 100), Letters::of(other, 100));
            assert!(of_one.least_slips(of_other) <= slips, "{one} {other}");
        }
        let (one, other) = (Letters::of("boras", 100), Letters::of("malmo", 100));
        assert_eq!(one.least_slips(other), 3, "b, r, s");
    }
}
