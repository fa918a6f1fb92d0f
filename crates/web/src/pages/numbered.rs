//! Long lists in numbered pages.

use std::ops::Range;

use super::View;

/// Which page of a list this is, with what leads to those before and after it.
pub(crate) struct Numbered {
    pub number: usize,
    /// How many there are; none where that is not counted.
    pub pages: Option<usize>,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// What of the address asks for a page that there is not.
    pub ignored: Option<String>,
}

/// The number of the page that the address asks for, from 1 to `last`; 1 when it asks for none that there is.
pub(crate) fn asked(view: &View<'_>, last: usize) -> usize {
    view.param("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1)
        .clamp(1, last.max(1))
}

impl Numbered {
    /// The page that the address asks for, of `total` things with `each` on a page; `to` makes the address of a page.
    pub fn of(
        view: &View<'_>,
        total: usize,
        each: usize,
        to: impl Fn(usize) -> String,
    ) -> (Self, Range<usize>) {
        let pages = total.div_ceil(each).max(1);
        let number = asked(view, pages);
        let before = (number - 1) * each;
        let numbered = Self {
            number,
            pages: Some(pages),
            previous: (number > 1).then(|| to(number - 1)),
            next: (number < pages).then(|| to(number + 1)),
            ignored: view
                .param("page")
                .filter(|asked| *asked != number.to_string())
                .map(|asked| format!("page={}", asked.chars().take(40).collect::<String>())),
        };
        (numbered, before..total.min(before + each))
    }
}
