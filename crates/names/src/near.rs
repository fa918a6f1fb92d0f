//! Near names: what somebody may have meant.

use crate::fold;

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

/// How alike two folded names must at least be to be worth proposing (Jaro-Winkler, 0 to 1).
const NEAR_ENOUGH: f64 = 0.84;

/// The names most like `written`, best first, at most `limit`; each comes with the value it stands for.
pub fn nearest<'a, T: Clone>(
    written: &str,
    names: impl IntoIterator<Item = (&'a str, T)>,
    limit: usize,
) -> Vec<(T, f64)> {
    let written = fold(&written.chars().take(100).collect::<String>());
    if written.is_empty() {
        return Vec::new();
    }
    let mut near: Vec<(f64, String, T)> = names
        .into_iter()
        .filter_map(|(name, value)| {
            let folded = fold(name);
            let likeness = strsim::jaro_winkler(&written, &folded);
            (likeness >= NEAR_ENOUGH).then_some((likeness, folded, value))
        })
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    near.into_iter()
        .take(limit)
        .map(|(likeness, _, value)| (value, likeness))
        .collect()
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

    #[test]
    fn a_slip_of_the_pen_finds_the_name_and_noise_finds_nothing() {
        let names = [("Göteborg", 1), ("Borås", 2), ("Malmö", 3)];
        assert_eq!(
            nearest("Götebrog", names, 3).first().map(|(id, _)| *id),
            Some(1)
        );
        assert_eq!(nearest("xyzzy", names, 3), []);
        assert_eq!(nearest("  ", names, 3), []);
    }
}
