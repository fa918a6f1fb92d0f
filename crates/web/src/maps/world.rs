//! The ground of the map of partners: land, borders and Sweden, for each of its two windows.
//!
//! Natural Earth by way of the npm package `world-atlas`: 1:50 million for Europe, 1:110 million for the world.

use std::sync::LazyLock;

use super::outline::{Frame, area, pieces_in, push_line, push_ring, simplify};
use super::projection::{self, Point, WORLD_MERIDIAN, world_longitude};
use super::topology::{LonLat, Topology, ring_points, shapes_by_arc};

static COUNTRIES_50M: &[u8] = include_bytes!("../../assets/vendor/countries-50m.json"); // missing? Run `make assets`.
static COUNTRIES_110M: &[u8] = include_bytes!("../../assets/vendor/countries-110m.json"); // missing? Run `make assets`.

/// A border of the files that is not drawn: the one they draw across the isthmus of Crimea, which is Ukraine
/// (United Nations General Assembly resolution 68/262; the position of Sweden and the European Union).
const NO_BORDER: Frame = Frame {
    left: 33.2,
    top: 45.5,
    right: 35.3,
    bottom: 46.5,
};

/// Identifier of Sweden in the files: ISO 3166-1 numeric.
const SWEDEN: &str = "752";
/// Points closer than this to the line without them are left out.
const TOLERANCE: f64 = 0.9;
/// Smaller islands are left out.
const SMALLEST_ISLAND: f64 = 6.0;

/// A part of the world and how it is laid flat.
pub(super) struct Window {
    project: fn(LonLat) -> Point,
    /// What is cut out before it is projected, in degrees as `project` takes them.
    degrees: Frame,
    /// What is added to longitudes of the file: the world is drawn several times and cut, so that what lies across the
    /// edge of the map is on both sides.
    turns: &'static [f64],
    /// The longitude of a place as `project` takes it.
    longitude: fn(f64) -> f64,
    /// What is shown, on the unit sphere laid flat, y to the south.
    plane: Frame,
    /// Units per radian.
    scale: f64,
    /// Whether it is shown in part where that is enough.
    pub zooms: bool,
}

/// Reykjavík to Kharkiv, the North Cape to Crete.
pub(super) static EUROPE: Window = Window {
    project: projection::europe,
    degrees: Frame {
        left: -60.0,
        top: 15.0,
        right: 90.0,
        bottom: 85.0,
    },
    turns: &[-360.0, 0.0, 360.0],
    longitude: std::convert::identity,
    plane: Frame {
        left: -0.285,
        top: -0.37,
        right: 0.345,
        bottom: 0.32,
    },
    scale: 1500.0,
    zooms: false,
};

/// All but Antarctica.
pub(super) static WORLD: Window = Window {
    project: projection::world,
    degrees: Frame {
        left: -180.0,
        top: -56.5,
        right: 180.0,
        bottom: 84.0,
    },
    turns: &[
        -360.0 - WORLD_MERIDIAN,
        -WORLD_MERIDIAN,
        360.0 - WORLD_MERIDIAN,
    ],
    longitude: world_longitude,
    plane: Frame {
        left: -2.71,
        top: -1.34,
        right: 2.71,
        bottom: 1.08,
    },
    scale: 360.0,
    zooms: true,
};

/// What is drawn beneath the partners, as path data.
#[derive(Default)]
pub(super) struct Ground {
    pub land: String,
    pub borders: String,
    pub sweden: String,
}

pub(super) static EUROPE_GROUND: LazyLock<Ground> =
    LazyLock::new(|| Ground::read(COUNTRIES_50M, &EUROPE));
pub(super) static WORLD_GROUND: LazyLock<Ground> =
    LazyLock::new(|| Ground::read(COUNTRIES_110M, &WORLD));

impl Window {
    /// Where a place is on the map, in its units.
    pub fn place(&self, (lon, lat): LonLat) -> Point {
        self.unit((self.project)(((self.longitude)(lon), lat)))
    }

    /// What the map shows, in its units.
    pub fn frame(&self) -> Frame {
        Frame {
            left: 0.0,
            top: 0.0,
            right: (self.plane.width() * self.scale).round(),
            bottom: (self.plane.height() * self.scale).round(),
        }
    }

    fn unit(&self, (x, y): Point) -> Point {
        (
            (x - self.plane.left) * self.scale,
            (-y - self.plane.top) * self.scale,
        )
    }

    fn flatten(&self, degrees: &[LonLat]) -> Vec<Point> {
        degrees
            .iter()
            .map(|&at| self.unit((self.project)(at)))
            .collect()
    }

    fn push_shape(&self, path: &mut String, rings: &[Vec<i32>], arcs: &[Vec<LonLat>]) {
        let frame = self.frame().grown(4.0);
        for ring in rings {
            let degrees = unwrapped(&ring_points(ring, arcs));
            for turn in self.turns {
                let turned = degrees
                    .iter()
                    .map(|(lon, lat)| (lon + turn, *lat))
                    .collect();
                let flat = frame.cut(self.flatten(&self.degrees.cut(turned)));
                if area(&flat) >= SMALLEST_ISLAND {
                    push_ring(path, &flat);
                }
            }
        }
    }

    fn push_border(&self, path: &mut String, arc: &[LonLat]) {
        let frame = self.frame();
        for turn in self.turns {
            let turned: Vec<LonLat> = arc.iter().map(|(lon, lat)| (lon + turn, *lat)).collect();
            for piece in pieces_in(&self.degrees, &turned) {
                for seen in pieces_in(&frame, &self.flatten(&piece)) {
                    push_line(path, &seen);
                }
            }
        }
    }
}

impl Ground {
    /// Draws a file; a test reads both, and a broken one would give partners without land and no crash.
    fn read(file: &[u8], window: &Window) -> Self {
        Topology::read(file).map_or_else(|_| Self::default(), |file| Self::draw(&file, window))
    }

    fn draw(topology: &Topology, window: &Window) -> Self {
        let thinned: Vec<Vec<LonLat>> = topology
            .arcs
            .iter()
            .map(|arc| {
                let arc = unwrapped(arc);
                let kept = simplify(&window.flatten(&arc), TOLERANCE);
                kept.into_iter().map(|i| arc[i]).collect()
            })
            .collect();
        let countries = topology.shapes("countries");
        let mut ground = Self::default();
        for land in topology.shapes("land") {
            window.push_shape(&mut ground.land, &land.rings, &thinned);
        }
        for country in countries.iter().filter(|country| country.id == SWEDEN) {
            window.push_shape(&mut ground.sweden, &country.rings, &thinned);
        }
        for (sides, arc) in shapes_by_arc(&countries, thinned.len())
            .iter()
            .zip(&thinned)
        {
            let drawn = !arc.iter().all(|&at| NO_BORDER.holds(at));
            if sides.len() > 1 && drawn {
                window.push_border(&mut ground.borders, arc);
            }
        }
        ground
    }
}

/// A line without jumps from 180° E to 180° W: it goes on beyond 180 instead.
fn unwrapped(line: &[LonLat]) -> Vec<LonLat> {
    let mut before = line.first().map_or(0.0, |first| first.0);
    line.iter()
        .map(|&(lon, lat)| {
            before += (lon - before + 180.0).rem_euclid(360.0) - 180.0;
            (before, lat)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_over_the_antimeridian_goes_on_instead_of_jumping_back() {
        let line = [(179.0, 1.0), (-179.0, 2.0), (-178.0, 3.0), (179.0, 4.0)];
        assert_eq!(
            unwrapped(&line),
            [(179.0, 1.0), (181.0, 2.0), (182.0, 3.0), (179.0, 4.0)]
        );
    }

    #[test]
    fn both_windows_have_land_borders_and_sweden() {
        for ground in [&EUROPE_GROUND, &WORLD_GROUND] {
            assert!(ground.land.len() > 1_000);
            assert!(ground.borders.len() > 500);
            assert!(!ground.sweden.is_empty());
        }
    }

    #[test]
    fn places_are_where_one_looks_for_them() {
        let europe = EUROPE.frame();
        let (stockholm, lisbon, kyiv) = (
            EUROPE.place((18.07, 59.33)),
            EUROPE.place((-9.14, 38.72)),
            EUROPE.place((30.52, 50.45)),
        );
        assert!([stockholm, lisbon, kyiv].iter().all(|&at| europe.holds(at)));
        assert!(lisbon.0 < stockholm.0 && stockholm.0 < kyiv.0);
        assert!(stockholm.1 < kyiv.1 && kyiv.1 < lisbon.1);
        assert!(!europe.holds(EUROPE.place((116.4, 39.9))));
    }

    #[test]
    fn the_world_map_holds_every_place_north_of_antarctica() {
        for lon in (-180..=180).step_by(5) {
            for lat in (-55..=80).step_by(5) {
                let at = WORLD.place((f64::from(lon), f64::from(lat)));
                assert!(WORLD.frame().holds(at), "{lon} {lat}: {at:?}");
            }
        }
    }

    #[test]
    fn no_border_is_drawn_across_the_isthmus_of_crimea() {
        for file in [COUNTRIES_50M, COUNTRIES_110M] {
            let topology = Topology::read(file).unwrap();
            let left_out = topology
                .arcs
                .iter()
                .filter(|arc| arc.iter().all(|&at| NO_BORDER.holds(at)));
            assert_eq!(left_out.count(), 1);
        }
        let perekop = EUROPE.place((33.7, 46.15));
        let starts = EUROPE_GROUND.borders.split('M').filter_map(|line| {
            let start = line.split('l').next()?.replace('-', " -");
            let mut numbers = start
                .split_whitespace()
                .filter_map(|n| n.parse::<f64>().ok());
            Some((numbers.next()?, numbers.next()?))
        });
        for (x, y) in starts {
            assert!((x - perekop.0).hypot(y - perekop.1) > 15.0, "{x} {y}");
        }
    }

    #[test]
    fn no_line_runs_across_the_world_from_edge_to_edge() {
        // A ring over the antimeridian that is not unwrapped has a step nearly as wide as the map.
        let numbers = |ring: &str| -> Vec<f64> {
            ring.replace('-', " -")
                .split(['M', 'l', 'z', ' '])
                .filter(|number| !number.is_empty())
                .map(|number| number.parse().unwrap())
                .collect()
        };
        for ring in WORLD_GROUND.land.split_inclusive('z') {
            let steps = &numbers(ring)[2..];
            assert!(steps.iter().all(|step| step.abs() < 400.0), "{ring}");
        }
    }
}
