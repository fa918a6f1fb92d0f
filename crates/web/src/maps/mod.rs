//! Maps, drawn on the server as SVG: Sweden by coverage, and a body's partners.
//!
//! Pure functions of what the page hands over; the geometry is prepared once, on first use. A map knows no
//! register, no language and no address: titles and links come in ready.
//!
//! # For assistive technology
//! A map of 290 links is no help to anyone who cannot see it, and a tab stop for each of them would be a trap. An
//! `img` may not hold links (its children are presentational), and a `group` would read 290 links twice. So every
//! map is `aria-hidden`, its links have `tabindex="-1"`, and **the page has to give the same links as a list or table
//! beside it** and name the map in the `figcaption`. The map is then the pointer's short cut to that list.
//!
//! # Colours
//! There is no style in the markup (the content security policy forbids it), only classes, and presentation
//! attributes where a pattern is referred to (`fill="url(#…)"` in a stylesheet would be looked for in the stylesheet
//! by some browsers). Patterns tell the classes apart without colour. The page's stylesheet has
//! `crates/web/src/maps/maps.css`.

mod grid;
mod markup;
mod outline;
mod partners;
mod projection;
mod sweden;
mod topology;
mod world;

pub(crate) use grid::coarser;
pub(crate) use markup::escape;
pub use partners::{MapPoint, crowd, partners};
pub use sweden::{MapShape, coverage_swatch, sweden_coverage};
