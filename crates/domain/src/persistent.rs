//! Maps and lists that share their structure: a copy costs nothing, and a change leaves the copies as they were.

use std::sync::Arc;

use imbl::Vector;
use imbl::shared_ptr::DefaultSharedPtr;
use rustc_hash::FxBuildHasher;

/// A persistent hash map.
pub type Map<K, V> = imbl::GenericHashMap<K, V, FxBuildHasher, DefaultSharedPtr>;

/// A persistent list of different values in their order.
///
/// The values stand on pages: a list that is there in its order already is taken over without comparing, which
/// a tree of the same library cannot do, and without room to spare.
#[derive(Debug, Clone)]
pub struct SortedList<T> {
    /// None of them is empty.
    pages: Vector<Arc<Vec<T>>>,
}

/// Values on a page of a new list; a page is divided when it holds twice as many.
const PAGE: usize = 64;

impl<T> Default for SortedList<T> {
    fn default() -> Self {
        Self {
            pages: Vector::new(),
        }
    }
}

impl<T: PartialEq> PartialEq for SortedList<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T> SortedList<T> {
    /// The values in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.pages.iter().flat_map(|page| page.iter())
    }
}

impl<T: Ord + Clone> SortedList<T> {
    /// Takes over values that come in their order, each once.
    pub fn of_sorted(values: impl Iterator<Item = T>) -> Self {
        let mut pages = Vector::new();
        let mut page = Vec::with_capacity(PAGE);
        for value in values {
            if page.len() == PAGE {
                pages.push_back(Arc::new(std::mem::replace(
                    &mut page,
                    Vec::with_capacity(PAGE),
                )));
            }
            page.push(value);
        }
        if !page.is_empty() {
            pages.push_back(Arc::new(page));
        }
        Self { pages }
    }

    /// Puts a value in its place, once.
    pub fn insert(&mut self, value: T) {
        let index = self.page_for(&value);
        let Some(page) = self.pages.get_mut(index) else {
            self.pages.push_back(Arc::new(vec![value]));
            return;
        };
        let Err(place) = page.binary_search(&value) else {
            return;
        };
        let page = Arc::make_mut(page);
        page.insert(place, value);
        if page.len() == 2 * PAGE {
            let rest = page.split_off(PAGE);
            self.pages.insert(index + 1, Arc::new(rest));
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, value: &T) {
        let index = self.page_for(value);
        let Some(page) = self.pages.get_mut(index) else {
            return;
        };
        let Ok(place) = page.binary_search(value) else {
            return;
        };
        let page = Arc::make_mut(page);
        page.remove(place);
        if page.is_empty() {
            self.pages.remove(index);
        }
    }

    /// The page on which a value stands or would stand: the first that does not end before it, or the last.
    fn page_for(&self, value: &T) -> usize {
        self.pages
            .binary_search_by(|page| page.last().cmp(&Some(value)))
            .unwrap_or_else(|index| index.min(self.pages.len().saturating_sub(1)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_sorted_list_holds_what_a_set_holds_and_leaves_its_copies_as_they_were() {
        let mut set: BTreeSet<u32> = (0..1_000).map(|number| number * 2).collect();
        let mut list = SortedList::of_sorted(set.iter().copied());
        let (before, held) = (list.clone(), set.clone());
        // Steps that visit every number once, in no order: some are there already, some lie beyond the end.
        for number in (0..3_001).map(|step| step * 1_009 % 3_001) {
            set.insert(number);
            list.insert(number);
        }
        assert!(list.iter().eq(set.iter()) && list.iter().rev().eq(set.iter().rev()));
        assert_eq!(list, SortedList::of_sorted(set.iter().copied()));
        for number in (0..3_001).map(|step| step * 1_013 % 3_001) {
            if number % 17 != 0 {
                set.remove(&number);
                list.remove(&number);
            }
        }
        list.remove(&5_000);
        assert!(list.iter().eq(set.iter()));
        set.iter().for_each(|number| list.remove(number));
        assert_eq!(list, SortedList::default());
        list.insert(7);
        assert!(list.iter().eq(&[7]));
        assert!(before.iter().eq(held.iter()));
    }
}
