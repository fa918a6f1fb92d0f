//! How much likelier a place is meant than its inhabitants tell.

/// Countries where GeoNames marks the seat of every municipality, so that a place without the mark is a village in one.
const SEATS_ARE_MARKED: [&str; 19] = [
    "AL", "AR", "BA", "CN", "EE", "FI", "GE", "HR", "IT", "ME", "MK", "NO", "PT", "RO", "RS", "SE",
    "SI", "TR", "XK",
];

/// Inhabitants of what is a city, marked as a seat or not (Luoyang, Datong).
const CITY: u32 = 200_000;

/// How much likelier a place is meant than its inhabitants tell, by GeoNames' feature code: the seat of a district or a
/// municipality is spoken of more than a village of its size, and what has no code at all less.
pub(super) fn renown(feature_code: &str, country: &str, population: u32) -> f32 {
    match feature_code {
        "PPL" | "PPLL" if population < CITY && SEATS_ARE_MARKED.contains(&country) => 0.25,
        // The seats of counties are far fewer there than municipalities, and better known.
        "PPLA2" if country == "US" => 3.0,
        "PPLC" | "PPLA" => 2.4,
        "PPLA2" => 2.0,
        "PPLA3" => 3.0,
        "PPLA4" | "PPLA5" => 2.2,
        "" => 0.5,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::renown;

    #[test]
    fn a_village_without_the_mark_of_a_seat_is_less_known_and_a_city_is_not() {
        assert!(renown("PPL", "CN", 5_000) < 1.0);
        assert!((renown("PPL", "CN", 1_390_581) - 1.0).abs() < f32::EPSILON);
        assert!((renown("PPL", "DE", 5_000) - 1.0).abs() < f32::EPSILON);
    }
}
