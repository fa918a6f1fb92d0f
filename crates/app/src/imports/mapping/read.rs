//! The rows of a table as claims, by its mapping.

use vanort_names::Atlas;

use super::recognise::{is_country, is_swedish_body};
use super::{Column, Mapping, TableRow};
use crate::imports::{Claim, Named};

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
            (!cell.is_empty()).then(|| cell.to_owned())
        };
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
                wikidata: text(Column::OwnWikidata),
                code: text(Column::OwnCode),
            },
            partner: Named {
                name: text(Column::Partner).unwrap_or_default(),
                country: text(Column::PartnerCountry).or_else(|| above.country.clone()),
                wikidata: text(Column::PartnerWikidata),
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
        }
    }
}

/// What headings and rows above say for the rows below.
#[derive(Default)]
struct Above {
    own: Option<String>,
    country: Option<String>,
}

/// Several partners of one cell, each with the country in its brackets.
fn apart(claim: &Claim, atlas: &Atlas) -> Vec<Claim> {
    let cell = &claim.partner.name;
    let mut parts: Vec<String> = vec![String::new()];
    let mut depth = 0u32;
    for sign in cell.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(sign, ',' | ';' | '\n' | '•' | '|') {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut claim = claim.clone();
            let bracket = part
                .split_once('(')
                .map(|(name, rest)| (name.trim(), rest.trim_end_matches(')').trim()));
            match bracket.filter(|(_, inside)| is_country(atlas, inside)) {
                Some((name, country)) => {
                    name.clone_into(&mut claim.partner.name);
                    claim.partner.country = Some(country.to_owned());
                }
                None => part.clone_into(&mut claim.partner.name),
            }
            claim
        })
        .collect()
}
