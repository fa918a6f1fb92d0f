//! Reads TopoJSON: arcs once, shapes as lists of arcs.
//!
//! Only what our two files use (quantised arcs; Polygon and MultiPolygon in GeometryCollections), see
//! <https://github.com/topojson/topojson-specification>. It knows nothing of projections or drawing.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Longitude and latitude in degrees.
pub(super) type LonLat = (f64, f64);

/// Arcs that shapes share, and the shapes.
pub(super) struct Topology {
    /// Arcs as points in degrees.
    pub arcs: Vec<Vec<LonLat>>,
    objects: BTreeMap<String, Object>,
}

/// A shape: polygons, each a list of rings, each a list of arcs. `!n` (all bits turned) is arc `n` backwards.
#[derive(Debug)]
pub(super) struct Shape {
    /// Identifier in the file; empty where there is none.
    pub id: String,
    /// County code of a Swedish municipality; empty in other files.
    pub county: String,
    /// Rings of all its polygons; holes are told apart by the even-odd rule.
    pub rings: Vec<Vec<i32>>,
}

#[derive(Deserialize)]
struct File {
    arcs: Vec<Vec<[f64; 2]>>,
    transform: Transform,
    objects: BTreeMap<String, Object>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Object {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    properties: Properties,
    #[serde(flatten)]
    arcs: Arcs,
}

#[derive(Deserialize, Default)]
struct Properties {
    #[serde(default)]
    county: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Arcs {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

impl Topology {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is not a quantised topology of polygons.
    pub fn read(bytes: &[u8]) -> serde_json::Result<Self> {
        let file: File = serde_json::from_slice(bytes)?;
        let Transform { scale, translate } = file.transform;
        let decode = |deltas: Vec<[f64; 2]>| {
            let (mut x, mut y) = (0.0, 0.0);
            deltas
                .into_iter()
                .map(|[dx, dy]| {
                    x += dx;
                    y += dy;
                    (
                        x.mul_add(scale[0], translate[0]),
                        y.mul_add(scale[1], translate[1]),
                    )
                })
                .collect()
        };
        Ok(Self {
            arcs: file.arcs.into_iter().map(decode).collect(),
            objects: file.objects,
        })
    }

    /// The shapes of one object; none when the file does not have it.
    pub fn shapes(&self, object: &str) -> Vec<Shape> {
        let geometries = self.objects.get(object).map(|o| o.geometries.as_slice());
        geometries
            .unwrap_or_default()
            .iter()
            .map(|geometry| Shape {
                id: geometry.id.clone().unwrap_or_default(),
                county: geometry.properties.county.clone(),
                rings: match &geometry.arcs {
                    Arcs::Polygon(rings) => rings.clone(),
                    Arcs::MultiPolygon(polygons) => polygons.concat(),
                },
            })
            .collect()
    }
}

/// Number of an arc, whichever way it is walked.
pub(super) fn arc_index(reference: i32) -> usize {
    let forwards = if reference < 0 { !reference } else { reference };
    usize::try_from(forwards).unwrap_or_default()
}

/// The points of a ring, made of its arcs end to end, without the closing point.
pub(super) fn ring_points<P: Copy>(ring: &[i32], arcs: &[Vec<P>]) -> Vec<P> {
    let mut points = Vec::new();
    for &reference in ring {
        let arc = arcs
            .get(arc_index(reference))
            .map_or(&[][..], Vec::as_slice);
        // The last point of each arc is the first of the next.
        let steps = arc.len().saturating_sub(1);
        if reference < 0 {
            points.extend(arc.iter().rev().take(steps));
        } else {
            points.extend(arc.iter().take(steps));
        }
    }
    points
}

/// For each arc, the shapes (by position) whose outline it is part of.
pub(super) fn shapes_by_arc(shapes: &[Shape], arcs: usize) -> Vec<Vec<usize>> {
    let mut sides = vec![Vec::new(); arcs];
    for (position, shape) in shapes.iter().enumerate() {
        for &reference in shape.rings.iter().flatten() {
            if let Some(side) = sides.get_mut(arc_index(reference)) {
                side.push(position);
            }
        }
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARES: &str = r#"{"type":"Topology","transform":{"scale":[0.5,2],"translate":[10,20]},
        "objects":{"squares":{"type":"GeometryCollection","geometries":[
          {"type":"Polygon","id":"a","arcs":[[0,1]],"properties":{"county":"01"}},
          {"type":"MultiPolygon","arcs":[[[2,-2]]]}]}},
        "arcs":[[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[0,1]],[[1,0],[1,0],[0,1],[-1,0]]]}"#;

    #[test]
    fn quantised_deltas_become_degrees() {
        let topology = Topology::read(SQUARES.as_bytes()).unwrap();
        assert_eq!(topology.arcs[1], [(10.5, 20.0), (10.5, 22.0)]);
    }

    #[test]
    fn a_negative_reference_walks_the_shared_arc_backwards() {
        let topology = Topology::read(SQUARES.as_bytes()).unwrap();
        let shapes = topology.shapes("squares");
        let (a, b) = (&shapes[0], &shapes[1]);
        assert_eq!((a.id.as_str(), a.county.as_str()), ("a", "01"));
        let right = ring_points(&b.rings[0], &topology.arcs);
        assert_eq!(
            right,
            [(10.5, 20.0), (11.0, 20.0), (11.0, 22.0), (10.5, 22.0)]
        );
        assert_eq!(shapes_by_arc(&shapes, 3), [vec![0], vec![0, 1], vec![1]]);
    }

    #[test]
    fn what_is_no_topology_is_an_error() {
        assert!(Topology::read(b"{}").is_err());
    }
}
