//! Swedish alphabetical order (å ä ö last), as sort keys that compare byte by byte.

use std::cell::RefCell;
use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// A name's place in the Swedish alphabet: compare the bytes.
pub type SortKey = Arc<[u8]>;

thread_local! {
    static COLLATOR: RefCell<Option<CollatorBorrowed<'static>>> = const { RefCell::new(None) };
}

/// The sort key of a name in Swedish order (CLDR).
#[must_use]
pub fn sort_key(name: &str) -> SortKey {
    COLLATOR.with_borrow_mut(|slot| {
        if slot.is_none() {
            *slot = Collator::try_new(locale!("sv").into(), CollatorOptions::default()).ok();
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
}
