//! GeoJSON (RFC 7946), written feature by feature.
//!
//! A feature's properties are a row of a [`Table`]; its place is a point, a line, or none. Title and notes stand beside
//! the features as members of the collection's own (`title`, `notes`), which readers that do not know them leave alone.

use std::io::Write;

use serde::{Serialize, Serializer};

use crate::table::{Cell, Notes, Object, Table, TableFault};

/// A place on the Earth, in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From -180 to 180, east positive.
    pub longitude: f64,
    /// From -90 to 90, north positive.
    pub latitude: f64,
}

/// Where a feature is.
#[derive(Debug, Clone, PartialEq)]
pub enum Geometry {
    /// At a place.
    Point(Place),
    /// From place to place, at least two. A line over the 180th meridian is cut by whoever makes it.
    Line(Vec<Place>),
}

/// Writes a collection of features, one a line, as they come; nothing is held back.
///
/// ```
/// # use vanort_formats::geojson::{FeatureWriter, Geometry, Place};
/// # use vanort_formats::table::{Cell, Column, Kind, Table, TableFault};
/// let table = Table {
///     title: "Organ".to_owned(),
///     columns: vec![Column::new("name", "Namn", Kind::Text)],
///     ..Table::default()
/// };
/// let mut file = FeatureWriter::new(Vec::new(), &table)?;
/// let place = Geometry::Point(Place { longitude: 22.27, latitude: 60.45 });
/// file.write(Some(&place), &[Cell::text("Åbo")])?;
/// let text = String::from_utf8_lossy(&file.finish()?).into_owned();
/// assert!(text.contains(
///     r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[22.27,60.45]},"properties":{"name":"Åbo"}}"#
/// ));
/// # Ok::<(), TableFault>(())
/// ```
#[derive(Debug)]
pub struct FeatureWriter<'t, W: Write> {
    out: W,
    table: &'t Table,
    features: u64,
}

#[derive(Serialize)]
struct Feature<'f> {
    r#type: &'static str,
    geometry: Option<Shape<'f>>,
    properties: Object<'f>,
}

impl<'t, W: Write> FeatureWriter<'t, W> {
    /// Begins a collection.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn new(mut out: W, table: &'t Table) -> Result<Self, TableFault> {
        write!(
            out,
            "{{\"type\":\"FeatureCollection\",\"title\":{},\"notes\":{},\"features\":[",
            json(&table.title)?,
            json(&Notes(&table.notes))?
        )?;
        Ok(Self {
            out,
            table,
            features: 0,
        })
    }

    /// Adds a feature.
    ///
    /// # Errors
    /// When the cells do not fit the table, a place is none on the Earth, or `out` cannot be written to.
    pub fn write(&mut self, geometry: Option<&Geometry>, cells: &[Cell]) -> Result<(), TableFault> {
        let number = self.features + 1;
        self.table.check(number, cells)?;
        if let Some(geometry) = geometry {
            check(number, geometry)?;
        }
        let feature = json(&Feature {
            r#type: "Feature",
            geometry: geometry.map(Shape),
            properties: Object(self.table, cells),
        })?;
        self.out
            .write_all(if self.features == 0 { b"\n" } else { b",\n" })?;
        self.out.write_all(feature.as_bytes())?;
        self.features = number;
        Ok(())
    }

    /// Ends the collection and gives `out` back. A collection that is not ended is not JSON: whoever reads it sees that
    /// it was cut off.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn finish(mut self) -> Result<W, TableFault> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn check(feature: u64, geometry: &Geometry) -> Result<(), TableFault> {
    let places = match geometry {
        Geometry::Point(place) => std::slice::from_ref(place),
        Geometry::Line(places) if places.len() < 2 => return Err(TableFault::Line { feature }),
        Geometry::Line(places) => places,
    };
    let off = |place: &&Place| {
        !((-180.0..=180.0).contains(&place.longitude) && (-90.0..=90.0).contains(&place.latitude))
    };
    match places.iter().find(off) {
        Some(place) => Err(TableFault::Place {
            feature,
            longitude: place.longitude,
            latitude: place.latitude,
        }),
        None => Ok(()),
    }
}

fn json<T: Serialize>(value: &T) -> Result<String, TableFault> {
    serde_json::to_string(value).map_err(|e| TableFault::Io(e.into()))
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.longitude, self.latitude].serialize(serializer)
    }
}

/// A geometry as the format has it.
#[derive(Debug)]
struct Shape<'g>(&'g Geometry);

impl Serialize for Shape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Typed<T> {
            r#type: &'static str,
            coordinates: T,
        }
        match self.0 {
            Geometry::Point(place) => Typed {
                r#type: "Point",
                coordinates: place,
            }
            .serialize(serializer),
            Geometry::Line(places) => Typed {
                r#type: "LineString",
                coordinates: places,
            }
            .serialize(serializer),
        }
    }
}
