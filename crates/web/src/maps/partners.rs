//! The map of a body's partners.

use std::f64::consts::PI;
use std::fmt::Write;

use super::markup::escape;
use super::outline::{Frame, push_line, simplify};
use super::projection::{Point, great_circle};
use super::topology::LonLat;
use super::world::{EUROPE, EUROPE_GROUND, Ground, WORLD, WORLD_GROUND, Window};

/// A partner on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPoint {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// What is shown on hover: the partner's name and country.
    pub title: String,
    /// Address of the partnership's page.
    pub href: String,
    /// Class of the circle; may be empty.
    pub class: String,
}

/// Radius of a circle as a part of the width of what is shown.
const RADIUS: f64 = 1.0 / 90.0;
/// Lines are as wide on the screen whatever part of the world is shown (an attribute: the W3C checker's CSS does not
/// know the property).
const FIXED: &str = "vector-effect=\"non-scaling-stroke\"";
/// How many points are moved apart; beyond that the map is a cloud anyway.
const MOST_MOVED: usize = 400;
/// How many places are tried before a point stays where it is.
const TRIES: u32 = 80;
/// The least part of the world's width that is shown.
const CLOSEST: f64 = 0.42;
/// Width by height of what is shown of the world: least and most.
const ASPECT: (f64, f64) = (1.35, 2.2);

/// The map of partners around `home` (latitude, longitude), with lines by the shortest way.
///
/// It shows Europe when all are in Europe, else as much of the world as is needed. Points without a usable coordinate
/// (not a number, off the globe, or exactly 0° 0°, which is how a missing one is often written) are left out; `None`
/// when no point is left.
#[must_use]
pub fn partners(home: Option<(f64, f64)>, points: &[MapPoint]) -> Option<String> {
    let home = home.and_then(|(lat, lon)| usable(lat, lon));
    let points: Vec<(LonLat, &MapPoint)> = points
        .iter()
        .filter_map(|point| Some((usable(point.lat, point.lon)?, point)))
        .collect();
    if points.is_empty() {
        return None;
    }
    let places = || points.iter().map(|(at, _)| *at).chain(home);
    let europe = EUROPE.frame().grown(-12.0);
    if places().all(|at| europe.holds(EUROPE.place(at))) {
        Some(draw(&EUROPE, &EUROPE_GROUND, home, &points))
    } else {
        Some(draw(&WORLD, &WORLD_GROUND, home, &points))
    }
}

/// The map of more partners than can be told apart: a dot each, without lines and links.
///
/// `None` when no point has a usable coordinate.
#[must_use]
pub fn crowd(points: impl Iterator<Item = (f64, f64)>) -> Option<String> {
    let window = &WORLD;
    let mut places: Vec<Point> = points
        .filter_map(|(lat, lon)| usable(lat, lon))
        .map(|at| window.place(at))
        .map(|(x, y)| (x.round(), y.round()))
        .collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    places.dedup();
    if places.is_empty() {
        return None;
    }
    let view = crop(window, places.iter().copied());
    let mut dots = String::new();
    for (x, y) in places {
        let _ = write!(dots, "M{x} {y}h0");
    }
    Some(format!(
        "<svg class=\"map map-partners\" viewBox=\"{:.0} {:.0} {:.0} {:.0}\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"map-land\" d=\"{}\"/><path class=\"map-home-land\" d=\"{}\"/><path class=\"map-border\" {FIXED} d=\"{}\"/>\
         <path class=\"map-dots\" {FIXED} d=\"{dots}\"/></svg>",
        view.left,
        view.top,
        view.width(),
        view.height(),
        WORLD_GROUND.land,
        WORLD_GROUND.sweden,
        WORLD_GROUND.borders,
    ))
}

fn usable(lat: f64, lon: f64) -> Option<LonLat> {
    let on_globe = lat.abs() <= 90.0 && lon.abs() <= 360.0;
    let missing = lat == 0.0 && lon == 0.0;
    (on_globe && !missing).then(|| ((lon + 180.0).rem_euclid(360.0) - 180.0, lat))
}

fn draw(
    window: &Window,
    ground: &Ground,
    home: Option<LonLat>,
    points: &[(LonLat, &MapPoint)],
) -> String {
    let lines: Vec<Vec<Point>> = points
        .iter()
        .filter_map(|(at, _)| Some(way(window, home?, *at)))
        .flatten()
        .collect();
    let placed: Vec<Point> = points.iter().map(|(at, _)| window.place(*at)).collect();
    let home = home.map(|at| window.place(at));
    let seen = lines.iter().flatten().chain(&placed).chain(&home).copied();
    let view = crop(window, seen);
    let radius = view.width() * RADIUS;

    let mut svg = format!(
        "<svg class=\"map map-partners\" viewBox=\"{:.0} {:.0} {:.0} {:.0}\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"map-land\" d=\"{}\"/><path class=\"map-home-land\" d=\"{}\"/><path class=\"map-border\" {FIXED} d=\"{}\"/>",
        view.left,
        view.top,
        view.width(),
        view.height(),
        ground.land,
        ground.sweden,
        ground.borders,
    );
    let mut path = String::new();
    for line in &lines {
        let kept = simplify(line, 0.7);
        push_line(
            &mut path,
            &kept.into_iter().map(|i| line[i]).collect::<Vec<_>>(),
        );
    }
    if !path.is_empty() {
        let _ = write!(svg, "<path class=\"map-line\" {FIXED} d=\"{path}\"/>");
    }
    for ((x, y), (_, point)) in apart(home, &placed, radius).into_iter().zip(points) {
        let _ = write!(
            svg,
            "<a href=\"{}\" tabindex=\"-1\"><title>{}</title><circle class=\"{}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" {FIXED}/></a>",
            escape(&point.href),
            escape(&point.title),
            escape(format!("map-point {}", point.class).trim_end()),
        );
    }
    if let Some((x, y)) = home {
        let r = radius * 1.2;
        let _ = write!(
            svg,
            "<path class=\"map-home\" {FIXED} d=\"M{x:.1} {y:.1}m0-{r:.1}l{r:.1} {r:.1}-{r:.1} {r:.1}-{r:.1}-{r:.1}z\"/>"
        );
    }
    svg.push_str("</svg>");
    svg
}

/// The shortest way between two places on the map: two lines where it leaves the map on one side and comes back on
/// the other.
fn way(window: &Window, from: LonLat, to: LonLat) -> Vec<Vec<Point>> {
    let half = window.frame().width() / 2.0;
    let mut lines: Vec<Vec<Point>> = Vec::new();
    for at in great_circle(from, to, 32) {
        let at = window.place(at);
        match lines.last_mut() {
            Some(line) if line.last().is_some_and(|last| (last.0 - at.0).abs() < half) => {
                line.push(at);
            }
            _ => lines.push(vec![at]),
        }
    }
    lines
}

/// What of the window is shown: all of Europe; of the world, what is needed with room around it.
fn crop(window: &Window, seen: impl Iterator<Item = Point>) -> Frame {
    let all = window.frame();
    if !window.zooms {
        return all;
    }
    let Some(needed) = Frame::around(seen) else {
        return all;
    };
    let needed = needed.grown(all.width() * 0.03);
    let width = needed
        .width()
        .max(all.width() * CLOSEST)
        .max(needed.height() * ASPECT.0);
    let height = needed.height().max(width / ASPECT.1);
    let (width, height) = (width.min(all.width()), height.min(all.height()));
    let start =
        |middle: f64, size: f64, most: f64| (middle - size / 2.0).clamp(0.0, most - size).round();
    let left = start((needed.left + needed.right) / 2.0, width, all.width());
    let top = start((needed.top + needed.bottom) / 2.0, height, all.height());
    Frame {
        left,
        top,
        right: left + width.round(),
        bottom: top + height.round(),
    }
}

/// Moves points that would hide each other, or home, outwards along a spiral to the first free place.
fn apart(home: Option<Point>, points: &[Point], radius: f64) -> Vec<Point> {
    let golden_angle = PI * (3.0 - 5_f64.sqrt());
    let mut taken: Vec<Point> = home.into_iter().collect();
    let own = taken.len();
    for &(x, y) in points {
        let free = (0..TRIES)
            .map(|turn| {
                let (angle, distance) = (
                    f64::from(turn) * golden_angle,
                    f64::from(turn).sqrt() * radius,
                );
                (x + distance * angle.cos(), y + distance * angle.sin())
            })
            .find(|at| {
                taken
                    .iter()
                    .all(|other| (at.0 - other.0).hypot(at.1 - other.1) >= 1.7 * radius)
            });
        let at = free.filter(|_| taken.len() < MOST_MOVED).unwrap_or((x, y));
        taken.push(at);
    }
    taken.split_off(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::maps::markup::tests::{brotli_size, well_formed};

    const STOCKHOLM: (f64, f64) = (59.33, 18.07);

    fn point(lat: f64, lon: f64) -> MapPoint {
        MapPoint {
            lat,
            lon,
            title: format!("Ort på {lat}, {lon}"),
            href: format!("/samarbeten/se-1280--{lat}-{lon}"),
            class: "ev-both".to_owned(),
        }
    }

    fn circles(svg: &str) -> Vec<Point> {
        let number = |node: &roxmltree::Node, name| node.attribute(name).unwrap().parse().unwrap();
        well_formed(svg)
            .descendants()
            .filter(|node| node.has_tag_name("circle"))
            .map(|node| (number(&node, "cx"), number(&node, "cy")))
            .collect()
    }

    fn view(svg: &str) -> Frame {
        let document = well_formed(svg);
        let numbers = document.root_element().attribute("viewBox").unwrap();
        let n: Vec<f64> = numbers.split(' ').map(|n| n.parse().unwrap()).collect();
        Frame {
            left: n[0],
            top: n[1],
            right: n[0] + n[2],
            bottom: n[1] + n[3],
        }
    }

    #[test]
    fn partners_in_europe_get_the_map_of_europe() {
        let svg = partners(Some(STOCKHOLM), &[point(60.17, 24.94), point(50.45, 30.52)]).unwrap();
        assert_eq!(view(&svg), EUROPE.frame());
        assert_eq!(circles(&svg).len(), 2);
    }

    #[test]
    fn one_partner_elsewhere_widens_the_map_and_all_are_within_it() {
        for far in [
            (39.9, 116.4),
            (-36.85, 174.76),
            (37.77, -122.4),
            (-6.8, 39.28),
            (64.8, -147.7),
        ] {
            let svg =
                partners(Some(STOCKHOLM), &[point(60.17, 24.94), point(far.0, far.1)]).unwrap();
            let view = view(&svg);
            assert!(
                circles(&svg).iter().all(|&at| view.holds(at)),
                "{far:?} {view:?}"
            );
        }
    }

    #[test]
    fn without_coordinates_there_is_no_map() {
        assert_eq!(partners(Some(STOCKHOLM), &[]), None);
        let bad = [
            (f64::NAN, 10.0),
            (10.0, f64::INFINITY),
            (0.0, 0.0),
            (91.0, 10.0),
            (10.0, 400.0),
        ];
        let points: Vec<MapPoint> = bad.iter().map(|&(lat, lon)| point(lat, lon)).collect();
        assert_eq!(partners(Some(STOCKHOLM), &points), None);
        assert_eq!(partners(None, &points), None);
    }

    #[test]
    fn poles_antimeridian_antipodes_and_home_itself_are_drawn_without_a_nan() {
        let odd = [
            (90.0, 0.0),
            (-90.0, 0.0),
            (10.0, 180.0),
            (10.0, -180.0),
            (10.0, 200.0),
            (-59.33, -161.93),
            STOCKHOLM,
        ];
        let points: Vec<MapPoint> = odd.iter().map(|&(lat, lon)| point(lat, lon)).collect();
        for home in [Some(STOCKHOLM), Some((f64::NAN, 0.0)), None] {
            let svg = partners(home, &points).unwrap();
            assert_eq!(circles(&svg).len(), odd.len());
            assert_eq!(svg.contains("map-line"), home == Some(STOCKHOLM));
        }
    }

    #[test]
    fn a_line_over_the_edge_of_the_map_is_two_lines() {
        // From Honolulu to Tokyo over the date line is not drawn across Africa; the cut lies at 169° W.
        let lines = way(&WORLD, (-157.8, 21.3), (139.7, 35.7));
        assert_eq!(lines.len(), 2);
        let longest = lines
            .iter()
            .flat_map(|line| line.windows(2))
            .map(|step| (step[0].0 - step[1].0).abs())
            .fold(0.0, f64::max);
        assert!(longest < WORLD.frame().width() / 10.0, "{longest}");
    }

    #[test]
    fn partners_in_the_same_place_are_all_seen() {
        let svg = partners(Some(STOCKHOLM), &vec![point(56.95, 24.1); 12]).unwrap();
        let circles = circles(&svg);
        for (i, a) in circles.iter().enumerate() {
            for b in &circles[i + 1..] {
                assert!((a.0 - b.0).hypot(a.1 - b.1) > 10.0, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn the_map_is_at_most_12_kb_compressed() {
        let towns = |lon: fn(f64) -> f64| -> Vec<MapPoint> {
            (0..30_u8)
                .map(f64::from)
                .map(|i| point((36.0 + i * 7.3 % 28.0).round(), lon(i).round()))
                .collect()
        };
        for points in [
            towns(|i| i * 11.7 % 30.0),
            towns(|i| i * 47.1 % 300.0 - 150.0),
        ] {
            let size = brotli_size(&partners(Some(STOCKHOLM), &points).unwrap());
            assert!(size <= 12_000, "{size}");
        }
    }

    #[test]
    fn a_crowd_is_dots_and_small() {
        let points = (0..3_000_u16)
            .map(f64::from)
            .map(|i| (i * 7.3 % 70.0, i * 47.1 % 300.0 - 150.0));
        let svg = crowd(points).unwrap();
        assert!(
            well_formed(&svg)
                .descendants()
                .any(|n| n.attribute("class") == Some("map-dots"))
        );
        assert!(!svg.contains("<a "));
        let size = brotli_size(&svg);
        assert!(size <= 20_000, "{size}");
        assert_eq!(crowd([(0.0, 0.0), (f64::NAN, 1.0)].into_iter()), None);
    }

    #[test]
    fn hostile_words_stay_words() {
        let evil = "\"><script>alert(1)</script>&'\u{0}".to_owned();
        let svg = partners(
            None,
            &[MapPoint {
                title: evil.clone(),
                href: evil.clone(),
                class: evil,
                ..point(50.0, 10.0)
            }],
        );
        let svg = svg.unwrap();
        assert!(
            well_formed(&svg)
                .descendants()
                .all(|node| !node.has_tag_name("script"))
        );
    }
}
