//! From degrees to the plane. Spherical formulas: at 1–10 km to a unit the ellipsoid would not be seen.
//!
//! Every function takes longitude and latitude in degrees and gives x to the east and y to the north in
//! radians on the unit sphere. Formulas: J. P. Snyder, *Map Projections: A Working Manual*, USGS Professional
//! Paper 1395 (1987), unless another source is named.

use super::topology::LonLat;

/// A point of the plane.
pub(super) type Point = (f64, f64);

/// Transverse Mercator with the central meridian 15° E, as in SWEREF 99 TM: Sweden as Swedes know it
/// (Snyder 8-1 to 8-3, k₀ = 1).
pub(super) fn sweden((lon, lat): LonLat) -> Point {
    let (across, along) = ((lon - 15.0).to_radians(), lat.to_radians());
    let b = along.cos() * across.sin();
    (b.atanh(), along.tan().atan2(across.cos()))
}

/// Lambert's azimuthal equal-area projection around 52° N 10° E, as Eurostat's maps (ETRS89-LAEA,
/// EPSG:3035; Snyder 24-2 to 24-4).
pub(super) fn europe((lon, lat): LonLat) -> Point {
    let centre = 52_f64.to_radians();
    let (across, along) = ((lon - 10.0).to_radians(), lat.to_radians());
    let cos_distance = centre.sin() * along.sin() + centre.cos() * along.cos() * across.cos();
    // At the antipode the formula divides by zero; no map of Europe reaches there.
    let k = (2.0 / (1.0 + cos_distance).max(1e-9)).sqrt();
    (
        k * along.cos() * across.sin(),
        k * (centre.cos() * along.sin() - centre.sin() * along.cos() * across.cos()),
    )
}

/// The meridian in the middle of the world map: the cut at 169° W runs through the Bering Strait, so that
/// Russia stays in one piece.
pub(super) const WORLD_MERIDIAN: f64 = 11.0;

/// Longitude east of [`WORLD_MERIDIAN`], between −180 and 180.
pub(super) fn world_longitude(lon: f64) -> f64 {
    (lon - WORLD_MERIDIAN + 180.0).rem_euclid(360.0) - 180.0
}

/// Equal Earth, for a longitude that [`world_longitude`] has turned (B. Šavrič, T. Patterson and B. Jenny,
/// "The Equal Earth map projection", *International Journal of Geographical Information Science* 33(3), 2019).
pub(super) fn world((turned_lon, lat): LonLat) -> Point {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let half_root_3 = 3_f64.sqrt() / 2.0;
    let t = (half_root_3 * lat.to_radians().sin()).asin();
    let (t2, t6) = (t * t, t.powi(6));
    let slope = 9.0 * A[3] * t6 * t2 + 7.0 * A[2] * t6 + 3.0 * A[1] * t2 + A[0];
    (
        turned_lon.to_radians() * t.cos() / (half_root_3 * slope),
        t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2)),
    )
}

/// The shortest way from one place to another over the sphere, as `steps + 1` places; only the two ends where
/// there is no one shortest way (same place, antipodes).
pub(super) fn great_circle(from: LonLat, to: LonLat, steps: u32) -> Vec<LonLat> {
    let vector = |(lon, lat): LonLat| {
        let (lon, lat) = (lon.to_radians(), lat.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    };
    let (a, b) = (vector(from), vector(to));
    let dot: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
    let angle = dot.clamp(-1.0, 1.0).acos();
    if angle.sin() < 1e-6 {
        return vec![from, to];
    }
    (0..=steps)
        .map(|step| {
            let part = f64::from(step) / f64::from(steps);
            let (ka, kb) = (((1.0 - part) * angle).sin(), (part * angle).sin());
            let [x, y, z] = [0, 1, 2].map(|i| (ka * a[i] + kb * b[i]) / angle.sin());
            (
                y.atan2(x).to_degrees(),
                z.clamp(-1.0, 1.0).asin().to_degrees(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EARTH: f64 = 6_371_007.0;

    #[track_caller]
    fn is_near(actual: f64, expected: f64, allowed: f64) {
        assert!(
            (actual - expected).abs() <= allowed,
            "{actual} is not {expected} ± {allowed}"
        );
    }

    #[test]
    fn kiruna_lies_where_sweref_99_tm_puts_it() {
        // 67.8558° N 20.2253° E is N 7 539 000, E 719 700 (false easting 500 000) in SWEREF 99 TM.
        let (x, y) = sweden((20.2253, 67.8558));
        is_near(x * EARTH, 219_700.0, 1_500.0);
        is_near(y * EARTH, 7_539_000.0, 25_000.0);
    }

    #[test]
    fn the_middle_of_the_europe_map_is_its_origin_and_areas_are_true_around_it() {
        let (x, y) = europe((10.0, 52.0));
        is_near(x, 0.0, 1e-12);
        is_near(y, 0.0, 1e-12);
        let (north, _) = (europe((10.0, 53.0)).1, ());
        is_near(north, 1_f64.to_radians(), 1e-5);
    }

    #[test]
    fn the_antipode_of_europe_is_still_a_number() {
        let (x, y) = europe((-170.0, -52.0));
        assert!(x.is_finite() && y.is_finite());
    }

    #[test]
    fn equal_earth_agrees_with_its_paper() {
        // The width of the map on the equator is 2 · 2.706 63 R and its height 2 · 1.317 36 R.
        is_near(world((180.0, 0.0)).0, 2.706_63, 1e-4);
        is_near(world((0.0, 90.0)).1, 1.317_36, 1e-4);
        is_near(world((0.0, 0.0)).1, 0.0, 1e-12);
    }

    #[test]
    fn longitudes_turn_with_the_map_and_stay_in_it() {
        is_near(world_longitude(11.0), 0.0, 1e-9);
        is_near(world_longitude(-170.0), 179.0, 1e-9);
        is_near(world_longitude(180.0), 169.0, 1e-9);
        is_near(world_longitude(-180.0), 169.0, 1e-9);
    }

    #[test]
    fn a_great_circle_ends_where_it_should_and_bends_north() {
        let way = great_circle((18.0, 59.0), (-122.0, 37.0), 10);
        is_near(way[10].0, -122.0, 1e-9);
        is_near(way[10].1, 37.0, 1e-9);
        assert!(way[3].1 > 70.0, "{way:?}");
    }

    #[test]
    fn same_place_and_antipodes_give_the_two_ends() {
        assert_eq!(great_circle((18.0, 59.0), (18.0, 59.0), 10).len(), 2);
        assert_eq!(great_circle((18.0, 59.0), (-162.0, -59.0), 10).len(), 2);
    }
}
