//! Many short lists of numbers, one after the other in memory.

/// A list of numbers for each number from zero.
#[derive(Debug)]
pub(super) struct Lists {
    /// Where each list begins, and where the last ends.
    from: Vec<u32>,
    all: Vec<u32>,
}

impl Lists {
    /// So many lists, from pairs of a list and a number in it; each list is in the order of its pairs. The pairs are
    /// gone through twice, so that they need not lie in memory.
    pub(super) fn of(count: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut from = vec![0; count + 1];
        for (list, _) in pairs.clone() {
            from[list as usize + 1] += 1;
        }
        for list in 0..count {
            from[list + 1] += from[list];
        }
        let mut next = from.clone();
        let mut all = vec![0; from[count] as usize];
        for (list, number) in pairs {
            let place = &mut next[list as usize];
            all[*place as usize] = number;
            *place += 1;
        }
        Self { from, all }
    }

    /// A list.
    pub(super) fn list(&self, list: usize) -> &[u32] {
        self.lists(list, list + 1)
    }

    /// The lists from one to before another, as one.
    pub(super) fn lists(&self, from: usize, to: usize) -> &[u32] {
        &self.all[self.from[from] as usize..self.from[to] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_has_its_numbers_and_an_empty_one_none() {
        let lists = Lists::of(4, [(2, 7), (0, 5), (2, 1), (3, 9)].into_iter());
        assert_eq!(lists.list(0), [5]);
        assert!(lists.list(1).is_empty());
        assert_eq!(lists.list(2), [7, 1]);
        assert_eq!(lists.lists(1, 4), [7, 1, 9]);
    }
}
