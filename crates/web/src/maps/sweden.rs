//! The map of Sweden's municipalities by coverage.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use vanort_app::bundle;

use super::markup::escape;
use super::outline::{Frame, area, pieces_in, push_line, push_ring, simplify};
use super::projection::{self, Point};
use super::topology::{Shape, Topology, ring_points, shapes_by_arc};

/// A municipality on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapShape {
    /// SCB code, four digits; a shape whose code is not in the boundaries is left out.
    pub code: String,
    /// Class of the shape, one of `COVERAGE` for a pattern.
    pub class: String,
    /// What is shown on hover: the name and the coverage in words.
    pub title: String,
    /// Address of the body's page.
    pub href: String,
}

/// The classes that have a pattern of their own, with the marks on their ground as path data in a square of
/// eight units. The ground and the marks are coloured by the stylesheet.
const COVERAGE: [(&str, &str); 5] = [
    ("cov-own_partners", ""),
    ("cov-own_none", "M-2 2l4-4M-2 10l12-12M6 10l4-4"),
    ("cov-own_not_seeking", "M0 2h8M0 6h8M2 0v8M6 0v8"),
    ("cov-others_only", "M2 2h.01M6 6h.01"),
    ("cov-never_asked", ""),
];

/// Height of the map in its own units; Sweden is 1,570 km long, so that one is 1.6 km.
const HEIGHT: f64 = 1000.0;
/// Empty units around the map, for strokes.
const MARGIN: f64 = 4.0;
/// Points closer than this to the line without them are left out.
const TOLERANCE: f64 = 0.6;
/// Islands smaller than this are left out, unless a municipality has no larger part.
const SMALLEST_ISLAND: f64 = 3.0;

/// South-west and north-east corner of the inset: Greater Stockholm, where the smallest municipalities lie
/// (Sundbyberg would be three units across).
const INSET_CORNERS: [(f64, f64); 2] = [(17.63, 59.16), (18.5, 59.62)];
/// How many times larger the inset is drawn.
const INSET_ZOOM: f64 = 5.5;
/// Left upper corner of the inset, in the empty sea north-east of Stockholm.
const INSET_CORNER: (f64, f64) = (308.0, 425.0);

/// The map, ready to be filled in.
struct Sweden {
    width: f64,
    whole: Layer,
    inset: Layer,
    /// What the inset shows, in units of the map.
    inset_place: Frame,
    /// Where the inset is, in units of the map.
    inset_frame: Frame,
}

/// Municipalities and county borders as path data.
#[derive(Default)]
struct Layer {
    /// By SCB code.
    municipalities: BTreeMap<String, String>,
    county_borders: String,
}

static SWEDEN: LazyLock<Sweden> = LazyLock::new(|| {
    let file = bundle::file("boundaries/sweden.topo.json").unwrap_or_default();
    // The file is in the binary and a test reads it; were it broken, there is a map without shapes and no crash.
    Topology::read(&file)
        .ok()
        .and_then(|topology| Sweden::draw(&topology))
        .unwrap_or_else(Sweden::empty)
});

impl Sweden {
    fn empty() -> Self {
        let nowhere = Frame {
            left: 0.0,
            top: 0.0,
            right: 1.0,
            bottom: 1.0,
        };
        Self {
            width: HEIGHT / 2.0,
            whole: Layer::default(),
            inset: Layer::default(),
            inset_place: nowhere,
            inset_frame: nowhere,
        }
    }

    /// Draws the municipalities; `None` when the file has no arcs.
    fn draw(topology: &Topology) -> Option<Self> {
        let flat: Vec<Vec<Point>> = topology
            .arcs
            .iter()
            .map(|arc| arc.iter().map(|&at| projection::sweden(at)).collect())
            .collect();
        let frame = Frame::around(flat.iter().flatten().copied())?;
        let scale = HEIGHT / frame.height();
        let place = |(x, y): Point| ((x - frame.left) * scale, (frame.bottom - y) * scale);
        let arcs: Vec<Vec<Point>> = flat
            .iter()
            .map(|arc| arc.iter().map(|&at| place(at)).collect())
            .collect();
        let shapes = topology.shapes("kommuner");

        let corners = INSET_CORNERS.map(|corner| place(projection::sweden(corner)));
        let inset_place = Frame::around(corners)?;
        let enlarged: Vec<Vec<Point>> = arcs
            .iter()
            .map(|arc| arc.iter().map(|&at| enlarge(&inset_place, at)).collect())
            .collect();
        let inset_window = Frame {
            left: 0.0,
            top: 0.0,
            right: (inset_place.width() * INSET_ZOOM).round(),
            bottom: (inset_place.height() * INSET_ZOOM).round(),
        };
        let (left, top) = INSET_CORNER;
        Some(Self {
            width: (frame.width() * scale)
                .max(left + inset_window.right)
                .ceil(),
            whole: Layer::draw(&shapes, &arcs, None),
            inset: Layer::draw(&shapes, &enlarged, Some(&inset_window)),
            inset_place,
            inset_frame: Frame {
                left,
                top,
                right: left + inset_window.right,
                bottom: top + inset_window.bottom,
            },
        })
    }
}

fn enlarge(place: &Frame, (x, y): Point) -> Point {
    ((x - place.left) * INSET_ZOOM, (y - place.top) * INSET_ZOOM)
}

impl Layer {
    /// Draws shapes of placed arcs, all or what is within `window`. Arcs are simplified, not shapes, so that a border
    /// is the same line for both its sides.
    fn draw(shapes: &[Shape], arcs: &[Vec<Point>], window: Option<&Frame>) -> Self {
        let arcs: Vec<Vec<Point>> = arcs
            .iter()
            .map(|arc| {
                simplify(arc, TOLERANCE)
                    .into_iter()
                    .map(|i| arc[i])
                    .collect()
            })
            .collect();
        let mut county_borders = String::new();
        for (sides, arc) in shapes_by_arc(shapes, arcs.len()).iter().zip(&arcs) {
            let mut counties: Vec<&str> =
                sides.iter().map(|&s| shapes[s].county.as_str()).collect();
            counties.dedup();
            if counties.len() > 1 {
                match window {
                    None => push_line(&mut county_borders, arc),
                    Some(window) => pieces_in(window, arc)
                        .iter()
                        .for_each(|piece| push_line(&mut county_borders, piece)),
                }
            }
        }
        Self {
            municipalities: shapes
                .iter()
                .map(|shape| (shape.id.clone(), municipality(shape, &arcs, window)))
                .filter(|(_, path)| !path.is_empty())
                .collect(),
            county_borders,
        }
    }
}

/// Path data of a municipality: its largest part in any case, of the others those that can be seen.
fn municipality(shape: &Shape, arcs: &[Vec<Point>], window: Option<&Frame>) -> String {
    let mut rings: Vec<Vec<Point>> = shape
        .rings
        .iter()
        .map(|ring| ring_points(ring, arcs))
        .map(|ring| window.map_or_else(|| ring.clone(), |window| window.cut(ring.clone())))
        .collect();
    rings.sort_by(|a, b| area(b).total_cmp(&area(a)));
    let mut path = String::new();
    for (position, ring) in rings.iter().enumerate() {
        if position == 0 || area(ring) >= SMALLEST_ISLAND {
            push_ring(&mut path, ring);
        }
    }
    path
}

/// The map of municipalities: each a link with its class and title, county borders on top.
///
/// Municipalities without a shape in `shapes` are not drawn. The patterns are defined in the map, once per page.
#[must_use]
pub fn sweden_coverage(shapes: &[MapShape]) -> String {
    let sweden = &*SWEDEN;
    let mut svg = format!(
        "<svg class=\"map map-sweden\" viewBox=\"-{MARGIN} -{MARGIN} {} {}\" aria-hidden=\"true\" focusable=\"false\">{}",
        sweden.width + 2.0 * MARGIN,
        HEIGHT + 2.0 * MARGIN,
        patterns()
    );
    push_layer(&mut svg, shapes, &sweden.whole);
    push_inset(&mut svg, shapes, sweden);
    svg.push_str("</svg>");
    svg
}

fn push_layer(svg: &mut String, shapes: &[MapShape], layer: &Layer) {
    // One group per class: class and pattern are then said once and not 290 times.
    let mut classes: BTreeMap<&str, Vec<(&MapShape, &String)>> = BTreeMap::new();
    for shape in shapes {
        if let Some(path) = layer.municipalities.get(&shape.code) {
            classes.entry(&shape.class).or_default().push((shape, path));
        }
    }
    for (class, shapes) in classes {
        let _ = write!(
            svg,
            "<g class=\"map-area {}\"{}>",
            escape(class),
            fill(class)
        );
        for (shape, path) in shapes {
            let _ = write!(
                svg,
                "<a href=\"{}\" tabindex=\"-1\"><title>{}</title><path d=\"{path}\"/></a>",
                escape(&shape.href),
                escape(&shape.title),
            );
        }
        svg.push_str("</g>");
    }
    let _ = write!(
        svg,
        "<path class=\"map-county\" d=\"{}\"/>",
        layer.county_borders
    );
}

/// Greater Stockholm, larger, with lines from where it lies.
fn push_inset(svg: &mut String, shapes: &[MapShape], sweden: &Sweden) {
    let (place, frame) = (&sweden.inset_place, &sweden.inset_frame);
    let (width, height) = (frame.width(), frame.height());
    let _ = write!(
        svg,
        "<path class=\"map-inset-lines\" d=\"M{0:.0} {1:.0}H{2:.0}V{3:.0}H{0:.0}zM{0:.0} {1:.0}L{4:.0} {5:.0}M{2:.0} {1:.0}L{6:.0} {5:.0}\"/>\
         <svg x=\"{4:.0}\" y=\"{7:.0}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <path class=\"map-inset\" d=\"M0 0h{width}v{height}H0z\"/>",
        place.left,
        place.top,
        place.right,
        place.bottom,
        frame.left,
        frame.bottom,
        frame.right,
        frame.top,
    );
    push_layer(svg, shapes, &sweden.inset);
    let _ = write!(
        svg,
        "<path class=\"map-inset-edge\" d=\"M0 0h{width}v{height}H0z\"/></svg>"
    );
}

/// A sample of a coverage class for the legend, with the same pattern as on the map, which has to be on the page.
#[must_use]
pub fn coverage_swatch(class: &str) -> String {
    let (class, fill) = (escape(class), fill(class));
    format!(
        "<svg class=\"map-swatch\" width=\"28\" height=\"18\" viewBox=\"0 0 28 18\" aria-hidden=\"true\" \
         focusable=\"false\"><rect class=\"map-area {class}\"{fill} x=\"1\" y=\"1\" width=\"26\" height=\"16\"/></svg>"
    )
}

/// The attribute that refers to a class's pattern; nothing for a class without one.
fn fill(class: &str) -> String {
    if COVERAGE.iter().any(|(known, _)| *known == class) {
        format!(" fill=\"url(#map-{class})\"")
    } else {
        String::new()
    }
}

fn patterns() -> String {
    let mut defs = String::from("<defs>");
    for (class, marks) in COVERAGE {
        let _ = write!(
            defs,
            "<pattern id=\"map-{class}\" class=\"map-pattern {class}\" width=\"8\" height=\"8\" \
             patternUnits=\"userSpaceOnUse\"><path class=\"map-ground\" d=\"M0 0h8v8H0z\"/>"
        );
        if !marks.is_empty() {
            let _ = write!(defs, "<path class=\"map-mark\" d=\"{marks}\"/>");
        }
        defs.push_str("</pattern>");
    }
    defs + "</defs>"
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;
    use crate::maps::markup::tests::{brotli_size, well_formed};

    fn codes() -> Vec<String> {
        let file = bundle::file("boundaries/sweden.topo.json").unwrap();
        let topology = Topology::read(&file).unwrap();
        topology
            .shapes("kommuner")
            .into_iter()
            .map(|shape| shape.id)
            .collect()
    }

    fn shapes() -> Vec<MapShape> {
        let shape = |(i, code): (usize, String)| MapShape {
            class: COVERAGE[i * 7 % 5].0.to_owned(),
            title: format!("Kommunen {code}: har svarat med vänorter"),
            href: format!("/organ/se-{code}"),
            code,
        };
        codes().into_iter().enumerate().map(shape).collect()
    }

    fn hrefs(document: &Document, inset: bool) -> Vec<String> {
        document
            .descendants()
            .filter(|node| node.has_tag_name("a"))
            .filter(|node| {
                node.ancestors().filter(|a| a.has_tag_name("svg")).count() == 1 + usize::from(inset)
            })
            .filter(|node| {
                node.children()
                    .any(|c| c.attribute("d").is_some_and(|d| d.len() > 8))
            })
            .filter_map(|node| node.attribute("href").map(str::to_owned))
            .collect()
    }

    #[test]
    fn every_municipality_of_the_data_has_a_shape_with_its_link() {
        let svg = sweden_coverage(&shapes());
        let mut drawn = hrefs(&well_formed(&svg), false);
        drawn.sort();
        let expected: Vec<String> = codes()
            .iter()
            .map(|code| format!("/organ/se-{code}"))
            .collect();
        assert_eq!(expected.len(), 290);
        assert_eq!(drawn, expected);
    }

    #[test]
    fn the_smallest_municipalities_are_in_the_inset_and_those_far_away_are_not() {
        let svg = sweden_coverage(&shapes());
        let inset = hrefs(&well_formed(&svg), true);
        // Sundbyberg, Solna, Danderyd, Vaxholm, Stockholm.
        for code in ["0183", "0184", "0162", "0187", "0180"] {
            assert!(inset.contains(&format!("/organ/se-{code}")), "{code}");
        }
        assert!(!inset.contains(&"/organ/se-1480".to_owned()));
    }

    /// The straight pieces of a path, each from its lesser to its greater end.
    fn edges(path: &str) -> Vec<[(i64, i64); 2]> {
        let mut edges = Vec::new();
        for ring in path.split_terminator('z') {
            let spaced = ring.replace('-', " -").replace(['M', 'l'], " ");
            let numbers: Vec<i64> = spaced
                .split_whitespace()
                .map(|n| n.parse().unwrap())
                .collect();
            let mut at = (0, 0);
            let mut points = Vec::new();
            for step in numbers.chunks(2) {
                at = (at.0 + step[0], at.1 + step[1]);
                points.push(at);
            }
            points.push(points[0]);
            edges.extend(points.windows(2).map(|e| [e[0].min(e[1]), e[0].max(e[1])]));
        }
        edges
    }

    #[test]
    fn neighbours_share_their_border_to_the_unit() {
        let mut sides: BTreeMap<[(i64, i64); 2], usize> = BTreeMap::new();
        for edge in SWEDEN
            .whole
            .municipalities
            .values()
            .flat_map(|path| edges(path))
        {
            *sides.entry(edge).or_default() += 1;
        }
        // What is not shared is coast, lake shore and the border of the realm.
        let shared = sides.values().filter(|count| **count == 2).count();
        assert!(shared * 2 > sides.len(), "{shared} of {}", sides.len());
    }

    #[test]
    fn the_map_is_at_most_35_kb_compressed() {
        let size = brotli_size(&sweden_coverage(&shapes()));
        assert!(size <= 35_000, "{size}");
    }

    #[test]
    fn the_map_has_no_tab_stop_no_style_and_is_hidden_from_readers_that_get_the_list() {
        let svg = sweden_coverage(&shapes());
        let document = well_formed(&svg);
        assert_eq!(
            document.root_element().attribute("aria-hidden"),
            Some("true")
        );
        for node in document.descendants() {
            assert!(node.attribute("style").is_none());
            assert!(!node.has_tag_name("a") || node.attribute("tabindex") == Some("-1"));
        }
    }

    #[test]
    fn every_class_of_coverage_has_its_own_pattern_and_its_sample() {
        let svg = sweden_coverage(&shapes());
        for (class, _) in COVERAGE {
            let fill = format!("fill=\"url(#map-{class})\"");
            assert!(svg.contains(&format!("<pattern id=\"map-{class}\"")));
            assert!(svg.contains(&fill) && coverage_swatch(class).contains(&fill));
            well_formed(&coverage_swatch(class));
        }
    }

    #[test]
    fn hostile_words_stay_words() {
        let evil = "\"><script>alert(1)</script>&'\u{0}".to_owned();
        let shape = MapShape {
            code: "0180".to_owned(),
            class: evil.clone(),
            title: evil.clone(),
            href: evil.clone(),
        };
        let unknown = MapShape {
            code: evil.clone(),
            ..shape.clone()
        };
        let svg = sweden_coverage(&[shape, unknown]);
        let document = well_formed(&svg);
        assert!(
            document
                .descendants()
                .all(|node| !node.has_tag_name("script"))
        );
        assert!(
            document
                .descendants()
                .any(|node| node.text() == Some("\"><script>alert(1)</script>&'"))
        );
        well_formed(&coverage_swatch(&evil));
    }

    #[test]
    fn without_municipalities_there_is_still_a_map() {
        assert_eq!(hrefs(&well_formed(&sweden_coverage(&[])), false).len(), 0);
    }
}
