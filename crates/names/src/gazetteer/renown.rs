//! How much likelier a place is meant than its inhabitants tell.

/// Countries where GeoNames marks the seat of every municipality, so that a place without the mark is a village in one.
const SEATS_ARE_MARKED: [&str; 19] = [
    "AL", "AR", "BA", "CN", "EE", "FI", "GE", "HR", "IT", "ME", "MK", "NO", "PT", "RO", "RS", "SE",
    "SI", "TR", "XK",
];

/// How much likelier a place is meant than its inhabitants tell, by GeoNames' feature code: the seat of a district or a
/// municipality is spoken of more than a village of its size, and what has no code at all less.
pub(super) fn renown(feature_code: &str, country: &str) -> f32 {
    match feature_code {
        "PPL" | "PPLL" if SEATS_ARE_MARKED.contains(&country) => 0.25,
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
