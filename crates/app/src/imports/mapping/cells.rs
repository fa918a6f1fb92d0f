//! Cells that hold several partners, and the country beside a name.

use vanort_names::Atlas;

use super::recognise::is_country;
use crate::imports::{Claim, placeholders, several, words};

/// Words for "and" behind a country in brackets.
const AND: &[&str] = &[") och ", ") samt ", ") and ", ") & "];

/// Several partners of one cell, each with the country in brackets or after a comma: "Rauma, Finland; Galva, USA". In a column
/// that is said to hold both the country may stand first, too: "Finland/Karis".
pub(super) fn apart(claim: &Claim, is_with_country: bool, atlas: &Atlas) -> Vec<Claim> {
    // "Bistrița (Rumänien) och Mikołajki (Polen)": behind a bracket the word parts as a comma does.
    let cell = &AND.iter().fold(claim.partner.name.clone(), |cell, and| {
        cell.replace(and, "),")
    });
    let strong = parts(cell, &[';', '\n', '•', '|']);
    let parts = if strong.len() > 1 || is_with_country && country_before(cell, atlas).is_some() {
        strong
    } else {
        let parts = with_status(with_countries(parts(cell, &[',']), atlas));
        let has_country = |part: &String| name_and_country(part, atlas).1.is_some();
        // "Paris, Texas" is one, however many there may be in a cell.
        if parts.len() > 1
            && !parts.iter().any(has_country)
            && several::is_one(atlas, &claim.partner)
        {
            strong
        } else {
            parts
        }
    };
    if parts.is_empty() {
        return vec![claim.clone()];
    }
    parts
        .iter()
        .map(|part| {
            let mut claim = claim.clone();
            let before = country_before(part, atlas).filter(|_| is_with_country);
            let (name, country) = before.map_or_else(
                || name_and_country(part, atlas),
                |(country, name)| (name, Some(country)),
            );
            name.clone_into(&mut claim.partner.name);
            if let Some(country) = country {
                claim.partner.country = Some(country.to_owned());
            }
            claim
        })
        .collect()
}

/// What stands between signs outside brackets, and is not empty.
fn parts(cell: &str, signs: &[char]) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut depth = 0u32;
    for sign in cell.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && signs.contains(&sign) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts
        .into_iter()
        .map(|part| part.trim().to_owned())
        .filter(|part| !placeholders::is_no_name(part))
        .collect()
}

/// Joins a country to the name before it, which is no country itself: of "Rauma, Finland, Galva, USA" two partners.
pub(in super::super) fn with_countries(parts: Vec<String>, atlas: &Atlas) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(parts.len());
    let mut is_open = false;
    for part in parts {
        let country = is_country(atlas, &part);
        match joined.last_mut().filter(|_| is_open && country) {
            Some(name) => {
                *name = format!("{name}, {part}");
                is_open = false;
            }
            None => {
                is_open = !country;
                joined.push(part);
            }
        }
    }
    joined
}

/// Joins words on status to the name before them: of "Kaunas, avslutat 2004, Turku" two partners.
fn with_status(parts: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(parts.len());
    for part in parts {
        match joined.last_mut() {
            Some(name) if words::status(&part).is_some() => *name = format!("{name}, {part}"),
            _ => joined.push(part),
        }
    }
    joined
}

/// The country before the one name of a cell, and the name: "Finland/Karis".
fn country_before<'p>(cell: &'p str, atlas: &Atlas) -> Option<(&'p str, &'p str)> {
    let (country, name) = cell.split_once(['/', ',', ':'])?;
    let (country, name) = (country.trim(), name.trim());
    let is_one = !name.is_empty() && !name.contains(',') && !is_country(atlas, name);
    (is_one && is_country(atlas, country)).then_some((country, name))
}

/// A name and the country in brackets or after a comma or a stroke behind it.
pub(in super::super) fn name_and_country<'p>(
    part: &'p str,
    atlas: &Atlas,
) -> (&'p str, Option<&'p str>) {
    let in_brackets = part
        .split_once('(')
        .map(|(name, rest)| (name.trim(), rest.trim_end_matches(')').trim()));
    let after_comma = part
        .rsplit_once([',', '/'])
        .map(|(name, rest)| (name.trim(), rest.trim()));
    [in_brackets, after_comma]
        .into_iter()
        .flatten()
        .find(|(name, country)| !name.is_empty() && is_country(atlas, country))
        .map_or((part, None), |(name, country)| (name, Some(country)))
}
