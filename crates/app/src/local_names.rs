//! Names of bodies in their own country's writing, beside the Latin letters by which the gazetteer lists them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use vanort_domain::BodyId;

use crate::bundle;

static UKRAINIAN: LazyLock<FxHashMap<BodyId, String>> = LazyLock::new(|| {
    let table = bundle::file("names_uk.csv").unwrap_or_default();
    csv::Reader::from_reader(&*table)
        .into_deserialize::<(String, String, String)>()
        .filter_map(|row| {
            let (id, name, _) = row.ok()?;
            Some((id.parse().ok()?, name))
        })
        .collect()
});

/// The Ukrainian name of a body in Ukraine, where `data/names_uk.csv` has one.
#[must_use]
pub fn ukrainian(id: &BodyId) -> Option<&'static str> {
    UKRAINIAN.get(id).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_ukraine_has_its_ukrainian_name_and_one_elsewhere_has_none() {
        let named = |id: &str| ukrainian(&id.parse().expect(id));
        assert_eq!(named("gn-702550"), Some("Львів"));
        assert_eq!(named("gn-9114317"), Some("Чугуївський район"));
        assert_eq!(named("se-1480"), None);
    }

    #[test]
    fn the_table_is_read_to_its_last_row() {
        let table = bundle::file("names_uk.csv").expect("bundled");
        let lines = table.iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(UKRAINIAN.len(), lines - 1);
    }
}
