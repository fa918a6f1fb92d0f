//! Writing SVG: the same shapes with classes for a page and with attributes for a file.

use std::fmt::Write as _;

use super::Look;
use crate::maps::escape;

/// The colours of a file, as `charts.css` has them for a light page.
const COLOURS: [&str; 6] = [
    "#0b5c8a", "#b04a00", "#00705a", "#7d3c8c", "#7a5c00", "#56626a",
];
/// Dashes that tell lines apart.
const DASHES: [&str; 6] = ["", "7 3", "2 3", "9 3 2 3", "5 5", "1 4"];

/// What is being drawn, which gives it its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Quiet,
    Strong,
    Axis,
    Grid,
    Break,
    Line(usize),
    Mark,
}

/// Where text stands against its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The drawing so far.
pub(super) struct Pen {
    pub out: String,
    look: Look,
    /// What the ids of this drawing begin with.
    scope: String,
}

impl Pen {
    pub fn new(look: Look, scope: String) -> Self {
        Self {
            out: String::with_capacity(4096),
            look,
            scope,
        }
    }

    pub fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.scope)
    }

    fn ink(&self, ink: Ink) -> String {
        if self.look != Look::Alone {
            return match ink {
                Ink::Text => r#" class="ch-text""#.to_owned(),
                Ink::Quiet => r#" class="ch-text ch-quiet""#.to_owned(),
                Ink::Strong => r#" class="ch-text ch-strong""#.to_owned(),
                Ink::Axis => r#" class="ch-axis""#.to_owned(),
                Ink::Grid => r#" class="ch-grid""#.to_owned(),
                Ink::Break => r#" class="ch-break""#.to_owned(),
                Ink::Line(n) => format!(r#" class="ch-line ch-l{}""#, n % COLOURS.len()),
                Ink::Mark => r#" class="ch-mark""#.to_owned(),
            };
        }
        match ink {
            Ink::Text => r##" fill="#1b2226""##.to_owned(),
            Ink::Quiet => r##" fill="#56626a""##.to_owned(),
            Ink::Strong => r##" fill="#1b2226" font-weight="bold""##.to_owned(),
            Ink::Axis => r##" fill="none" stroke="#56626a" stroke-width="1""##.to_owned(),
            Ink::Grid => r##" fill="none" stroke="#d5dadb" stroke-width="1""##.to_owned(),
            Ink::Break => {
                r##" fill="none" stroke="#1b2226" stroke-width="1.6" stroke-linejoin="round""##
                    .to_owned()
            }
            Ink::Line(n) => format!(
                r#" fill="none" stroke="{}" stroke-width="2.4""#,
                COLOURS[n % COLOURS.len()]
            ),
            Ink::Mark => r##" fill="#ffffff" stroke="#1b2226" stroke-width="1.8""##.to_owned(),
        }
    }

    pub fn text(&mut self, at: (f64, f64), anchor: Anchor, ink: Ink, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let ink = self.ink(ink);
        let _ = write!(
            self.out,
            r#"<text x="{:.1}" y="{:.1}"{anchor}{ink}>{}</text>"#,
            at.0,
            at.1,
            escape(text)
        );
    }

    /// Text that leads somewhere; in a file of its own it is text alone.
    pub fn link(&mut self, at: (f64, f64), anchor: Anchor, ink: Ink, text: &str, href: &str) {
        if self.look == Look::Alone {
            return self.text(at, anchor, ink, text);
        }
        let _ = write!(self.out, r#"<a class="ch-link" href="{}">"#, escape(href));
        self.text(at, anchor, ink, text);
        self.out.push_str("</a>");
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        let ink = self.ink(ink);
        let _ = write!(
            self.out,
            r#"<path d="M{:.1} {:.1}L{:.1} {:.1}"{ink}/>"#,
            from.0, from.1, to.0, to.1
        );
    }

    pub fn dashed(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        let ink = self.ink(ink);
        let _ = write!(
            self.out,
            r#"<path d="M{:.1} {:.1}L{:.1} {:.1}" stroke-dasharray="3 4"{ink}/>"#,
            from.0, from.1, to.0, to.1
        );
    }

    /// A path in the ink of a series, with the dashes of the series.
    pub fn path(&mut self, d: &str, series: usize) {
        let ink = self.ink(Ink::Line(series));
        let dashes = DASHES[series % DASHES.len()];
        let dashes = if dashes.is_empty() {
            String::new()
        } else {
            format!(r#" stroke-dasharray="{dashes}""#)
        };
        let _ = write!(self.out, r#"<path d="{d}"{dashes}{ink}/>"#);
    }

    pub fn drawn(&mut self, d: &str, ink: Ink) {
        let ink = self.ink(ink);
        let _ = write!(self.out, r#"<path d="{d}"{ink}/>"#);
    }

    /// A bar with the pattern of its series.
    pub fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), series: usize) {
        let fill = if series == 0 {
            match self.look {
                Look::Alone => format!(r#" fill="{}""#, COLOURS[0]),
                _ => r#" class="ch-f0""#.to_owned(),
            }
        } else {
            format!(
                r#" fill="url(#{})""#,
                self.id(&format!("p{}", series % COLOURS.len()))
            )
        };
        let _ = write!(
            self.out,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}"{fill}/>"#
        );
    }

    /// The patterns of the series that have one.
    pub fn patterns(&mut self, series: usize) {
        if series < 2 {
            return;
        }
        self.out.push_str("<defs>");
        let coloured = COLOURS.iter().enumerate().take(series).skip(1);
        for (number, colour) in coloured {
            let (ground, ink) = match self.look {
                Look::Alone => (
                    r##" fill="#ffffff""##.to_owned(),
                    format!(r#" fill="none" stroke="{colour}""#),
                ),
                _ => (
                    r#" class="ch-paper""#.to_owned(),
                    format!(r#" class="ch-l{number}" fill="none""#),
                ),
            };
            let (size, d, width) = match number {
                1 => (6, "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", "2"),
                2 => (6, "M0 1.5h6M0 4.5h6", "1.6"),
                3 => (6, "M-1 -1L7 7M-1 5L1 7M5 -1L7 1M-1 7L7 -1", "1.1"),
                4 => (5, "M1.5 0v5M4 0v5", "1.2"),
                _ => (6, "M2 3h2", "2"),
            };
            let _ = write!(
                self.out,
                r#"<pattern id="{}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"><rect width="{size}" height="{size}"{ground}/><path d="{d}" stroke-width="{width}"{ink}/></pattern>"#,
                self.id(&format!("p{number}"))
            );
        }
        self.out.push_str("</defs>");
    }
}
