//! Near names: what somebody may have meant.

use crate::fold;

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
