//! Near names: what a slip of the pen may have meant.

use rapidfuzz::distance::osa;
use vanort_domain::CountryCode;

use super::index::{Named, Names};
use crate::numbers::number_of;

/// A place under a name that differs by few signs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Near<'n> {
    pub(crate) named: Named,
    /// The folded name it has.
    pub(crate) name: &'n str,
    /// By how many signs that differs.
    pub(crate) slips: usize,
}

/// How many slips are forgiven in a folded name of so many signs.
pub(super) fn forgiven(signs: usize) -> usize {
    match signs {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// Every name of the country within the slips forgiven, each with how many; the first letter must be right, so
/// that the search stays quick, and because few get it wrong.
pub(super) fn near<'n>(names: &'n Names, folded: &str, country: CountryCode) -> Vec<Near<'n>> {
    let most = forgiven(folded.chars().count());
    if most == 0 {
        return Vec::new();
    }
    let wanted = osa::BatchComparator::new(folded.chars());
    let limits = osa::Args::default().score_cutoff(most);
    names
        .candidates(folded, country, most)
        .filter_map(|(name, named)| {
            let slips = wanted.distance_with_args(name.chars(), &limits)?;
            same_numbers(folded, name).then_some(Near { named, name, slips })
        })
        .collect()
}

/// Whether two folded names have the same numbers: nobody who writes XIII means XI.
fn same_numbers(a: &str, b: &str) -> bool {
    a.split(' ')
        .filter_map(number_of)
        .eq(b.split(' ').filter_map(number_of))
}

#[cfg(test)]
mod tests {
    use super::same_numbers;

    #[test]
    fn a_number_is_never_a_slip_for_another() {
        let table = [
            ("budapest xiii kerulet", "budapest xi kerulet", false),
            (
                "13th district of budapest",
                "11th district of budapest",
                false,
            ),
            ("prague 15", "prague 16", false),
            ("prague 15", "prague", false),
            ("budapest xvii kerulete", "budapest xvii kerulet", true),
            ("2nd district", "2 district", true),
            ("gotebrog", "goteborg", true),
        ];
        for (one, other, same) in table {
            assert_eq!(same_numbers(one, other), same, "{one} {other}");
        }
    }
}
