//! What a row of a table does not say outright: of which level a division is, and how many live in an authority at least.

use super::place::{Place, Standing};
use crate::Level;

/// Inhabitants that even a small municipality or district has, by country and standing, where none of these is a village
/// and no list at hand tells how many: counties of China have some hundred thousand, those of South Korea, Turkey's
/// districts and the districts of the other countries' large cities 20,000 and more, with few exceptions.
const LEAST_INHABITANTS: [(&str, Standing, u32); 7] = [
    ("CN", Standing::Authority, 45_000),
    ("CI", Standing::Authority, 20_000),
    ("DZ", Standing::Authority, 20_000),
    ("KR", Standing::Division, 20_000),
    ("PE", Standing::Authority, 20_000),
    ("TR", Standing::Authority, 20_000),
    ("TW", Standing::Authority, 20_000),
];

/// Words before the name that tell how large an authority is, by country: cities, towns and communes of Romania.
const LEAST_BY_TITLE: [(&str, &str, u32); 2] =
    [("RO", "Municipiul ", 30_000), ("RO", "Oraş ", 8_000)];

pub(super) fn least_inhabitants(place: &Place) -> u32 {
    if place.standing == Standing::Place || place.level != Level::Municipality {
        return 0;
    }
    let country = place.country.as_str();
    let by_title = LEAST_BY_TITLE
        .iter()
        .find(|(of, title, _)| *of == country && place.name.starts_with(title))
        .map(|(.., least)| *least);
    let by_country = LEAST_INHABITANTS
        .iter()
        .find(|(of, standing, _)| *of == country && place.standing == *standing)
        .map(|(.., least)| *least);
    by_title.or(by_country).unwrap_or(0)
}

pub(super) fn authority_level(written: &str) -> Level {
    match written {
        "region" => Level::Region,
        "county" | "district" | "county (powiat)" => Level::County,
        _ => Level::Municipality,
    }
}

/// Countries where GeoNames' second level is the municipality, the city, or the district that a city is the seat
/// and the name of; elsewhere it is a county or a district of many municipalities.
const SECOND_IS_MUNICIPALITY: [&str; 40] = [
    "JP", "MX", "BR", "CA", "RO", "NL", "PT", "HR", "TR", "CN", "KR", "BG", "DK", "SE", "NO", "BO",
    "CO", "CL", "EC", "VE", "GT", "HN", "NI", "SV", "CR", "CU", "AL", "BA", "ME", "ZA", "IL", "PS",
    "LT", "LV", "EE", "IS", "PY", "TW", "GB", "TN",
];

pub(super) fn division_level(is_first: bool, division: &Place, sort: &str) -> Level {
    // Small countries have municipalities at the first level.
    const FIRST_IS_MUNICIPALITY: [&str; 8] = ["SI", "MK", "LV", "MT", "AD", "SM", "LI", "XK"];
    let (country, sort) = (division.country.as_str(), sort.to_lowercase());
    // A gun of Japan is some towns and villages, and no body.
    if country == "JP" && division.name.to_lowercase().ends_with("gun") {
        return Level::County;
    }
    if sort.contains("municipality")
        || sort.contains("city")
        || sort.contains("council area")
        || sort.contains("borough")
    {
        Level::Municipality
    } else if is_first {
        if FIRST_IS_MUNICIPALITY.contains(&country) {
            Level::Municipality
        } else {
            Level::Region
        }
    } else if SECOND_IS_MUNICIPALITY.contains(&country) && !sort.contains("county") {
        Level::Municipality
    } else {
        Level::County
    }
}
