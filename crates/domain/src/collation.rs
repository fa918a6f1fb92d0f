//! Alphabetical order, Swedish (å ä ö last) and of the other languages, as sort keys that compare byte by byte.

use std::cell::RefCell;
use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// A name's place in an alphabet: compare the bytes.
pub type SortKey = Arc<[u8]>;

thread_local! {
    static COLLATORS: RefCell<[Option<CollatorBorrowed<'static>>; 3]> = const { RefCell::new([None, None, None]) };
}

/// The sort key of a name in Swedish order (CLDR).
#[must_use]
pub fn sort_key(name: &str) -> SortKey {
    sort_key_in("sv", name)
}

/// The sort key of a name in the order of a language (`sv`, `en`, `uk`); Swedish unless it is one of the others.
///
/// Keys of two languages do not compare.
#[must_use]
pub fn sort_key_in(language: &str, name: &str) -> SortKey {
    let (place, locale) = match language {
        "en" => (1, locale!("en")),
        "uk" => (2, locale!("uk")),
        _ => (0, locale!("sv")),
    };
    COLLATORS.with_borrow_mut(|slots| {
        let slot = &mut slots[place];
        if slot.is_none() {
            *slot = Collator::try_new(locale.into(), CollatorOptions::default()).ok();
        }
        let Some(collator) = slot else {
            return name.as_bytes().into();
        };
        let mut key = smallvec::SmallVec::<[u8; 128]>::new();
        let Ok(()) = collator.write_sort_key_to(name, &mut key);
        key.as_slice().into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_come_last_and_accents_stay_with_their_letter() {
        let mut names = [
            "Örebro",
            "Zwolle",
            "Ängelholm",
            "Åre",
            "Évora",
            "Eksjö",
            "Falun",
            "malmö",
            "Malmö",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "Eksjö",
                "Évora",
                "Falun",
                "malmö",
                "Malmö",
                "Zwolle",
                "Åre",
                "Ängelholm",
                "Örebro"
            ]
        );
    }

    #[test]
    fn each_language_has_its_own_order() {
        let mut names = ["Österrike", "Oman", "Zambia"];
        names.sort_by_key(|name| sort_key_in("sv", name));
        assert_eq!(names, ["Oman", "Zambia", "Österrike"]);
        names.sort_by_key(|name| sort_key_in("en", name));
        assert_eq!(names, ["Oman", "Österrike", "Zambia"]);
        let mut names = [
            "Åland",
            "Японія",
            "Ґабон",
            "Гана",
            "Італія",
            "Ємен",
            "Еквадор",
            "Йорданія",
            "Ирій",
        ];
        names.sort_by_key(|name| sort_key_in("uk", name));
        assert_eq!(
            names,
            [
                "Гана",
                "Ґабон",
                "Еквадор",
                "Ємен",
                "Ирій",
                "Італія",
                "Йорданія",
                "Японія",
                "Åland"
            ]
        );
    }
}
