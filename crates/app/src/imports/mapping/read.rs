//! The rows of a table as claims, by its mapping.

use std::borrow::Cow;

use vanort_names::Atlas;

use super::cells::{apart, name_and_country};
use super::headers::{below_header, holds_country_too};
use super::heading::{self, Heading, heading};
use super::sections::Section;
use super::{Because, Column, Mapping, TableRow, tells_of_partners};
use crate::imports::own::{Owners, owners};
use crate::imports::{Claim, LeftOut, Named, nobody, placeholders, words};

impl Mapping {
    /// The rows as claims. A row that holds nothing but a country or a Swedish body is a heading for those below, and a
    /// second header, for another table below the first, is read anew.
    #[must_use]
    pub fn read(&self, rows: &[TableRow], atlas: &Atlas) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut above = self.above_header(&rows[..self.header_row.unwrap_or(0)], atlas);
        let mut mapping = Cow::Borrowed(self);
        let mut sections = self.sections(atlas);
        let mut first = self.first_row(rows);
        for (number, row) in rows.iter().enumerate() {
            if number < first || row.cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if self.header_row.is_some() && tells_of_partners(&row.cells) {
                mapping = self.with_header_again(rows, number, atlas);
                sections = mapping.sections(atlas);
                first = below_header(rows, number);
                // A heading right above a header is for what stands below both.
                above.country = above.country.filter(|_| above.is_country_new);
                above.group_country = None;
                continue;
            }
            if mapping.is_heading(row, &mut above, atlas) {
                continue;
            }
            above.is_country_new = false;
            claims.extend(mapping.claims(row, &sections, &mut above, atlas));
        }
        self.tell_meant(&mut claims, atlas);
        claims
    }

    /// The rows that [`Mapping::read`] passes over, beside `empty` ones that did not come with the table.
    #[must_use]
    pub fn left_out(&self, rows: &[TableRow], empty: usize) -> LeftOut {
        let mut left_out = LeftOut { empty, headers: 0 };
        let mut first = self.first_row(rows);
        for (number, row) in rows.iter().enumerate() {
            if number < first {
                continue;
            }
            if filled(row).is_empty() {
                left_out.empty += 1;
            } else if self.header_row.is_some() && tells_of_partners(&row.cells) {
                first = below_header(rows, number);
                left_out.headers += first - number;
            }
        }
        left_out
    }

    /// The row below the header.
    #[must_use]
    pub fn first_row(&self, rows: &[TableRow]) -> usize {
        self.header_row.map_or(0, |row| below_header(rows, row))
    }

    /// What lines alone above the header say: a country, which then stands above the first table of several.
    fn above_header(&self, rows: &[TableRow], atlas: &Atlas) -> Above {
        let mut above = Above::default();
        for row in rows {
            let [only] = filled(row)[..] else { continue };
            match heading(atlas, only) {
                Some(Heading::Country(country))
                    if country == only && !is_sweden(atlas, &country) =>
                {
                    above.country = Some(country);
                }
                Some(Heading::Own(own)) if self.headings => above.own = Some((own, row.line)),
                Some(Heading::Kind(kind)) => above.kind = Some(kind),
                _ => {}
            }
        }
        above
    }

    /// How the rows below a second header are read: as its own words tell, but for what the editor says of a header.
    fn with_header_again<'m>(
        &'m self,
        rows: &[TableRow],
        number: usize,
        atlas: &Atlas,
    ) -> Cow<'m, Self> {
        let mut again = Self::with_header(rows, Some(number), atlas);
        if again
            .columns
            .iter()
            .map(|used| &used.header)
            .eq(self.columns.iter().map(|used| &used.header))
        {
            return Cow::Borrowed(self);
        }
        for used in &mut again.columns {
            let told = self.columns.iter().find(|told| told.header == used.header);
            if let Some(told) =
                told.filter(|told| matches!(told.because, Because::Editor | Because::Remembered))
            {
                used.column = told.column;
            }
        }
        again.several |= self.several;
        again.headings |= self.headings;
        again.body.clone_from(&self.body);
        Cow::Owned(again)
    }

    /// Whether a row is a heading, which is then taken note of. One that is not understood ends what the ones above it said.
    fn is_heading(&self, row: &TableRow, above: &mut Above, atlas: &Atlas) -> bool {
        let [only] = filled(row)[..] else {
            return false;
        };
        let is_in = |column| {
            let mut places = self.places(column);
            places.any(|place| row.cells.get(place).is_some_and(|cell| cell.trim() == only))
        };
        let (has_own, in_partner) = (self.place(Column::Own).is_some(), is_in(Column::Partner));
        // Below a name that is filled down, "Luxemburg" is a partner like the others.
        if in_partner && self.fill_down && has_own {
            return false;
        }
        let stands_for_own = !has_own || self.fill_down && is_in(Column::Own);
        match heading(atlas, only) {
            Some(Heading::Country(country))
                if !in_partner || self.place(Column::PartnerCountry).is_none() =>
            {
                above.country = Some(country);
                above.is_country_new = true;
                above.group_country = None;
                return true;
            }
            Some(Heading::Own(own)) if stands_for_own => {
                above.own = Some((own, row.line));
                return true;
            }
            Some(Heading::Kind(kind)) if !in_partner || !has_own => {
                *above = Above {
                    kind: Some(kind),
                    country: None,
                    ..std::mem::take(above)
                };
                return true;
            }
            _ => {}
        }
        let is_for_own = !has_own && heading::is_meant_for_own(only);
        if !in_partner || is_for_own {
            above.country = None;
            above.group_country = None;
            above.kind = None;
        }
        if is_for_own {
            above.own = Some((only.to_owned(), row.line));
        }
        false
    }

    /// What a row claims: of each of its partners, for each of those whose partners they are, in each year it is said in.
    fn claims(
        &self,
        row: &TableRow,
        sections: &[Section],
        above: &mut Above,
        atlas: &Atlas,
    ) -> Vec<Claim> {
        let names = |section: &&Section| {
            let cell = row.cells.get(section.partner);
            cell.is_some_and(|cell| !placeholders::is_no_name(cell.trim()))
        };
        let mut told: Vec<Option<&Section>> = sections.iter().filter(names).map(Some).collect();
        if told.is_empty() {
            told.push(sections.first());
        }
        let mut claims = Vec::with_capacity(told.len());
        for section in told {
            let claim = self.claim(row, section, above, atlas);
            let partners = if self.several && !nobody::denies(&claim.partner.name) {
                let header = section.map(|section| &self.columns[section.partner].header);
                let is_with_country = header.is_some_and(|header| holds_country_too(header));
                apart(&claim, is_with_country, atlas)
            } else {
                vec![claim]
            };
            let owned = partners
                .into_iter()
                .flat_map(|claim| by_owner(claim, atlas));
            claims.extend(owned.flat_map(|claim| self.by_year(row, claim)));
        }
        claims
    }

    /// Takes note of the country that a row names for the rows below it, where an empty cell means the one above. A cell that
    /// says that nothing is known ends that, and so does another Swedish side before it.
    fn note_country(
        &self,
        row: &TableRow,
        country: Option<&String>,
        own: Option<&String>,
        above: &mut Above,
    ) {
        if !self.country_down || self.places(Column::PartnerCountry).count() != 1 {
            return;
        }
        let place = self.place(Column::PartnerCountry);
        let is_empty = place
            .and_then(|place| row.cells.get(place))
            .is_none_or(|cell| cell.trim().is_empty());
        let is_before = self.place(Column::Own) < place;
        let said = above.own.as_ref().map(|(said, _)| said);
        let is_another = is_before && own.is_some() && own != said;
        if let Some(country) = country {
            above.group_country = Some((country.clone(), row.line));
        } else if !is_empty || is_another {
            above.group_country = None;
        }
    }

    /// Whether one column tells the country of all partners of a row, before them: behind a partner it is told of this one.
    pub(super) fn has_country_of_groups(&self) -> bool {
        let mut places = self.places(Column::PartnerCountry);
        match (places.next(), places.next()) {
            (Some(only), None) => self
                .place(Column::Partner)
                .is_some_and(|first| only < first),
            _ => false,
        }
    }

    /// A claim for each year whose column has a cross; the claim itself where there are no such columns.
    fn by_year(&self, row: &TableRow, claim: Claim) -> Vec<Claim> {
        let years = self.years_marked(row);
        if years.is_empty() {
            return vec![claim];
        }
        let said_in = |year: String| Claim {
            said: Some(year),
            ..claim.clone()
        };
        years.into_iter().map(said_in).collect()
    }

    fn claim(
        &self,
        row: &TableRow,
        section: Option<&Section>,
        above: &mut Above,
        atlas: &Atlas,
    ) -> Claim {
        let mut cells = Cells {
            mapping: self,
            row,
            section,
            unread: Vec::new(),
        };
        let own = cells.text(Column::Own);
        let country = cells.text(Column::PartnerCountry);
        let name = section.and_then(|section| cells.cell(section.partner));
        let name = name.unwrap_or_default();
        self.note_country(row, country.as_ref(), own.as_ref(), above);
        if let Some(own) = &own {
            above.own = Some((own.clone(), row.line));
        }
        let goes_down = self.fill_down || self.place(Column::Own).is_none();
        let from_above = above.own.clone().filter(|_| goes_down && own.is_none());
        let (from_above, subject_line) = from_above.unzip();
        let own = own.or(from_above).or_else(|| self.body.clone());
        let headed = section.and_then(|section| section.country.clone());
        let headed = country.or(headed);
        let tells_itself = headed.is_some() || name_and_country(&name, atlas).1.is_some();
        let (country_above, country_line) = above
            .group_country
            .clone()
            .filter(|_| !tells_itself)
            .unzip();
        Claim {
            line: row.line,
            subject_line,
            country_line,
            subject: Named {
                name: own.unwrap_or_default(),
                country: cells.text(Column::OwnCountry),
                wikidata: cells.item(Column::OwnWikidata),
                code: cells.text(Column::OwnCode),
                meant: None,
            },
            partner: Named {
                name,
                country: headed.or(country_above).or_else(|| above.country.clone()),
                wikidata: cells.item(Column::PartnerWikidata),
                ..Named::default()
            },
            kind: cells.text(Column::Kind).or_else(|| above.kind.clone()),
            status: cells.text(Column::Status),
            instrument: cells.text(Column::Instrument),
            since: cells.text(Column::Since),
            until: cells.text(Column::Until),
            themes: cells.text(Column::Themes),
            funding: cells.text(Column::Funding),
            decided_by: cells.text(Column::DecidedBy),
            said: cells.text(Column::Said),
            quoted: cells.text(Column::Quoted),
            note: cells.text(Column::Note),
            unread: cells.unread,
            beside: Vec::new(),
        }
    }
}

/// The cells of a row that tell of one of its partners.
struct Cells<'r> {
    mapping: &'r Mapping,
    row: &'r TableRow,
    section: Option<&'r Section>,
    /// What is told twice, or is not what its column is for.
    unread: Vec<(&'static str, String)>,
}

impl Cells<'_> {
    fn cell(&self, place: usize) -> Option<String> {
        let cell = self.row.cells.get(place)?.trim();
        self.mapping.in_words(place, cell).map(Cow::into_owned)
    }

    /// What is told of the partner in columns of that meaning: words for people together; of two that say different things
    /// the first counts, and the other is told to the editor.
    fn text(&mut self, column: Column) -> Option<String> {
        let places = self.mapping.of_section(column, self.section);
        let mut cells: Vec<String> = places
            .into_iter()
            .filter_map(|place| self.cell(place))
            .collect();
        cells.dedup();
        if matches!(column, Column::Note | Column::Quoted | Column::Themes) {
            return (!cells.is_empty()).then(|| cells.join("; "));
        }
        let mut cells = cells.into_iter();
        let first = cells.next();
        if column != Column::Said {
            self.unread.extend(cells.map(|cell| (column.key(), cell)));
        }
        first
    }

    fn item(&mut self, column: Column) -> Option<String> {
        let cell = self.text(column)?;
        let item = words::item(&cell);
        if item.is_none() {
            self.unread.push(("wikidata", cell));
        }
        item
    }
}

/// What headings and rows above say for the rows below.
#[derive(Default)]
struct Above {
    /// Whose partners stand below, and on which line that is said.
    own: Option<(String, u64)>,
    country: Option<String>,
    /// Whether nothing stands between that country and the row.
    is_country_new: bool,
    /// The country of the group of rows, by its column, and on which line that is said.
    group_country: Option<(String, u64)>,
    kind: Option<String>,
}

/// A claim for each of those whose partner a row tells of: "Mora/Orsa". Where that cannot be told it is one claim, and told.
fn by_owner(mut claim: Claim, atlas: &Atlas) -> Vec<Claim> {
    match owners(atlas, &claim.subject.name) {
        Owners::One => vec![claim],
        Owners::Several(names) => names
            .into_iter()
            .map(|name| {
                let mut claim = claim.clone();
                claim.subject.name = name;
                claim.subject.code = None;
                claim.subject.wikidata = None;
                claim
            })
            .collect(),
        Owners::Doubtful => {
            claim.unread.push(("own", claim.subject.name.clone()));
            vec![claim]
        }
    }
}

fn filled(row: &TableRow) -> Vec<&str> {
    let cells = row.cells.iter().map(|cell| cell.trim());
    cells.filter(|cell| !cell.is_empty()).collect()
}

fn is_sweden(atlas: &Atlas, country: &str) -> bool {
    atlas.countries.code_by_name(country) == Some(vanort_domain::CountryCode::SWEDEN)
}
