//! The rows of a table as claims, by its mapping.

use vanort_names::Atlas;

use super::recognise::{is_country, is_swedish_body};
use super::{Column, Mapping, TableRow};
use crate::imports::{Claim, Named, words};

impl Mapping {
    /// The rows as claims. A row that holds nothing but a country or a Swedish body is a heading for those below.
    #[must_use]
    pub fn read(&self, rows: &[TableRow], atlas: &Atlas) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut above = Above::default();
        let first = self.header_row.map_or(0, |row| row + 1);
        for row in rows.iter().skip(first) {
            if row.cells.iter().all(|cell| cell.trim().is_empty())
                || self.is_heading(row, &mut above, atlas)
            {
                continue;
            }
            let claim = self.claim(row, &mut above);
            if self.several {
                claims.extend(apart(&claim, atlas));
            } else {
                claims.push(claim);
            }
        }
        claims
    }

    fn is_heading(&self, row: &TableRow, above: &mut Above, atlas: &Atlas) -> bool {
        let filled: Vec<&str> = row
            .cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        let [only] = filled[..] else { return false };
        // Below a name that is filled down, "Luxemburg" is a partner like the others.
        let is_partner = self
            .place(Column::Partner)
            .and_then(|place| row.cells.get(place))
            .is_some_and(|cell| cell.trim() == only);
        if is_partner && self.fill_down && self.place(Column::Own).is_some() {
            return false;
        }
        if self.place(Column::PartnerCountry).is_none() && is_country(atlas, only) {
            above.country = Some(only.to_owned());
            return true;
        }
        let stands_for_own = self.place(Column::Own).is_none_or(|own| {
            self.fill_down && row.cells.get(own).is_some_and(|cell| cell.trim() == only)
        });
        if stands_for_own && is_swedish_body(atlas, only) {
            above.own = Some(only.to_owned());
            return true;
        }
        false
    }

    fn claim(&self, row: &TableRow, above: &mut Above) -> Claim {
        let text = |column| {
            let cell = row.cells.get(self.place(column)?)?.trim();
            (!words::is_placeholder(cell)).then(|| cell.to_owned())
        };
        let mut unread = Vec::new();
        let mut item = |column| {
            let cell = text(column)?;
            let item = words::item(&cell);
            if item.is_none() {
                unread.push(("wikidata", cell));
            }
            item
        };
        let items = [item(Column::OwnWikidata), item(Column::PartnerWikidata)];
        let [own_item, partner_item] = items;
        let own = text(Column::Own);
        if own.is_some() {
            above.own.clone_from(&own);
        }
        let own = own.or_else(|| {
            above
                .own
                .clone()
                .filter(|_| self.fill_down || self.place(Column::Own).is_none())
        });
        Claim {
            line: row.line,
            subject: Named {
                name: own.unwrap_or_default(),
                country: text(Column::OwnCountry),
                wikidata: own_item,
                code: text(Column::OwnCode),
            },
            partner: Named {
                name: text(Column::Partner).unwrap_or_default(),
                country: text(Column::PartnerCountry).or_else(|| above.country.clone()),
                wikidata: partner_item,
                code: None,
            },
            kind: text(Column::Kind),
            status: text(Column::Status),
            instrument: text(Column::Instrument),
            since: text(Column::Since),
            until: text(Column::Until),
            themes: text(Column::Themes),
            funding: text(Column::Funding),
            said: text(Column::Said),
            quoted: text(Column::Quoted),
            note: text(Column::Note),
            unread,
        }
    }
}

/// What headings and rows above say for the rows below.
#[derive(Default)]
struct Above {
    own: Option<String>,
    country: Option<String>,
}

/// Several partners of one cell, each with the country in brackets or after a comma: "Rauma, Finland; Galva, USA".
fn apart(claim: &Claim, atlas: &Atlas) -> Vec<Claim> {
    let cell = &claim.partner.name;
    let strong = parts(cell, &[';', '\n', '•', '|']);
    let parts = if strong.len() > 1 {
        strong
    } else {
        with_countries(parts(cell, &[',']), atlas)
    };
    parts
        .iter()
        .map(|part| {
            let mut claim = claim.clone();
            let (name, country) = name_and_country(part, atlas);
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
        .filter(|part| !words::is_placeholder(part))
        .collect()
}

/// Joins a country to the name before it, which is no country itself: of "Rauma, Finland, Galva, USA" two partners.
fn with_countries(parts: Vec<String>, atlas: &Atlas) -> Vec<String> {
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

/// A name and the country in brackets or after a comma behind it.
fn name_and_country<'p>(part: &'p str, atlas: &Atlas) -> (&'p str, Option<&'p str>) {
    let in_brackets = part
        .split_once('(')
        .map(|(name, rest)| (name.trim(), rest.trim_end_matches(')').trim()));
    let after_comma = part
        .rsplit_once(',')
        .map(|(name, rest)| (name.trim(), rest.trim()));
    [in_brackets, after_comma]
        .into_iter()
        .flatten()
        .find(|(name, country)| !name.is_empty() && is_country(atlas, country))
        .map_or((part, None), |(name, country)| (name, Some(country)))
}
