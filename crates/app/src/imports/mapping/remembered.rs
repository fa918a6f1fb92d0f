//! What the editor said of columns before, for a table with the same headers.

use vanort_names::fold;

use super::{Because, Mapping};

impl Mapping {
    /// Whether the editor corrected it.
    #[must_use]
    pub fn is_corrected(&self) -> bool {
        let mut columns = self.columns.iter();
        !self.meant.is_empty()
            || columns.any(|used| matches!(used.because, Because::Editor | Because::Remembered))
    }

    /// Whether another table has the same headers.
    #[must_use]
    pub fn has_headers_of(&self, other: &Self) -> bool {
        let headers = |mapping: &Self| -> Vec<String> {
            mapping
                .columns
                .iter()
                .map(|used| fold(&used.header))
                .collect()
        };
        self.header_row.is_some() && other.header_row.is_some() && headers(self) == headers(other)
    }

    /// Understands the columns, and the words for Swedish bodies, that the editor corrected as she did before in a table with
    /// the same headers. Whose list it is, is told anew.
    pub fn remember(&mut self, before: &Self) {
        for (used, before) in self.columns.iter_mut().zip(&before.columns) {
            let is_hers = matches!(before.because, Because::Editor | Because::Remembered);
            if is_hers && used.column != before.column {
                used.column = before.column;
                used.because = Because::Remembered;
            }
        }
        self.fill_down = before.fill_down;
        self.country_down = before.country_down;
        self.several = before.several;
        self.meant.clone_from(&before.meant);
    }
}
