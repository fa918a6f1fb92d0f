//! Several partners in a row, each in a column of its own with what belongs to it: "Vänort 1, Land 1, Vänort 2, Land 2".

use vanort_names::Atlas;

use super::headers::stem;
use super::{Column, Mapping, heading};

/// The columns of one partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// Which partner of the row it is, from 0.
    number: usize,
    /// The column of its name.
    pub partner: usize,
    /// The column of the next one's name, or one behind the last.
    end: usize,
    /// The country that its header is: "Kommun, Danmark, Finland".
    pub country: Option<String>,
}

impl Mapping {
    /// The partners of a row, from the left.
    pub(super) fn sections(&self, atlas: &Atlas) -> Vec<Section> {
        let partners: Vec<usize> = self.places(Column::Partner).collect();
        let ends = partners.iter().skip(1).copied().chain([self.columns.len()]);
        partners
            .iter()
            .zip(ends)
            .enumerate()
            .map(|(number, (partner, end))| Section {
                number,
                partner: *partner,
                end,
                country: heading::country(atlas, &self.columns[*partner].header),
            })
            .collect()
    }

    /// Where what a column means is told of one partner. As many alike columns as there are partners are one for each, in
    /// their order. What stands before or behind them all is for all of them, and otherwise a column belongs to the partner
    /// before it.
    pub(super) fn of_section(&self, column: Column, section: Option<&Section>) -> Vec<usize> {
        let places: Vec<usize> = self.places(column).collect();
        let partners: Vec<usize> = self.places(Column::Partner).collect();
        let is_of_own = matches!(
            column,
            Column::Own | Column::OwnCode | Column::OwnCountry | Column::OwnWikidata
        );
        let (Some(section), Some(first), Some(last)) = (section, partners.first(), partners.last())
        else {
            return places;
        };
        if is_of_own || partners.len() == 1 {
            return places;
        }
        let mut stems = places
            .iter()
            .map(|place| stem(&self.columns[*place].header));
        let stem = stems.next();
        if places.len() == partners.len() && stems.all(|other| Some(other) == stem) {
            return vec![places[section.number]];
        }
        if let [only] = places[..] {
            // "Sedan 2" is told of "Vänort 2".
            let number = number(&self.columns[only].header);
            let mut numbered = partners.iter().filter(|partner| {
                number.is_some() && self::number(&self.columns[**partner].header) == number
            });
            if let Some(partner) = numbered.next() {
                return if *partner == section.partner {
                    places
                } else {
                    Vec::new()
                };
            }
        }
        if !places.iter().any(|place| (*first..*last).contains(place)) {
            return places;
        }
        let within = section.partner..section.end;
        places
            .into_iter()
            .filter(|place| within.contains(place))
            .collect()
    }
}

/// The number behind a header.
fn number(header: &str) -> Option<&str> {
    let stem = header.trim_end_matches(|c: char| c.is_ascii_digit());
    Some(&header[stem.len()..]).filter(|number| !number.is_empty())
}
