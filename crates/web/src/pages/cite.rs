//! How a page is referred to: the day and the state of the log it was made from.

use super::View;

/// The day, the number of the last entry, and the day looked from where it is another.
pub(crate) fn when(view: &View<'_>) -> String {
    let t = &view.t;
    let head = view.register().head();
    let day = t.day(view.ctx.clock.today());
    let read = t.w("cite-read", day);
    let state = t.w("cite-head", t.number(&(head.0 as usize)));
    format!("{read} {state}")
}
