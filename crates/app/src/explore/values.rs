//! What values a partnership has in each facet.

use std::sync::LazyLock;

use smallvec::{SmallVec, smallvec};
use smol_str::{SmolStr, ToSmolStr as _};
use time::Date;
use vanort_domain::bodies::Body;
use vanort_domain::law::{CountryTable, Day, Status};
use vanort_domain::register::{Choice, DateValue, Outcome, Partnership, Register};
use vanort_domain::vocabulary::{Standing, Vocabulary};
use vanort_domain::{BodyId, CountryCode};

use super::facet::{DATED, Facet, SIZES, UNKNOWN, VAGUE};
use crate::development::single_year;
use crate::{Countries, law};

pub(super) type Values = SmallVec<[SmolStr; 2]>;

/// Which countries receive aid, and when.
static AID: LazyLock<CountryTable> =
    LazyLock::new(|| law::bundled().map(|law| law.countries).unwrap_or_default());

/// Reads partnerships of one register on one day.
pub(super) struct Reader<'r> {
    pub(super) register: &'r Register,
    pub(super) countries: &'r Countries,
    pub(super) today: Date,
}

impl Reader<'_> {
    /// The values of a partnership in a facet; never none.
    pub(super) fn values(&self, facet: Facet, p: &Partnership) -> Values {
        let mut values: Values = match facet {
            Facet::Body => return self.members(p, |body| Some(body.id.to_smolstr())),
            // A county board lies in its county, too.
            Facet::County => self
                .sides(p)
                .filter(|(id, _)| id.is_swedish())
                .filter_map(|(_, body)| body.county_code.clone())
                .collect(),
            Facet::SkrGroup => self.members(p, |body| body.skr_group.clone()),
            Facet::Size => self.members(p, |body| body.population.map(|n| size(n).into())),
            Facet::Country => abroad(self.register, p)
                .iter()
                .map(|code| code.to_smolstr())
                .collect(),
            Facet::Continent => self.continents(p),
            Facet::Union => self.unions(p),
            Facet::Kind => word(&p.kind),
            Facet::Agreement => words(&p.agreement),
            Facet::Activity => words(&p.activity),
            Facet::Standing => smallvec![p.standing.key().into()],
            Facet::Evidence => smallvec![p.evidence.key().into()],
            Facet::Freshness => smallvec![p.freshness(self.today).key().into()],
            Facet::Dated => {
                let is_dated = self.register.is_dated(p);
                is_dated.then(|| DATED.into()).into_iter().collect()
            }
            Facet::Theme => p.themes.iter().map(|theme| theme.key().into()).collect(),
            Facet::Since => decade(p).into_iter().collect(),
            Facet::Began => year(&p.since).into_iter().collect(),
            Facet::Until if p.standing != Standing::Ended => return Values::new(),
            Facet::Until => year(&p.until).into_iter().collect(),
            Facet::Group => return self.groups(p),
            Facet::Source => self.sources(p),
        };
        values.sort_unstable();
        values.dedup();
        if values.is_empty() {
            values.push(UNKNOWN.into());
        }
        values
    }

    fn sides<'p>(&'p self, p: &'p Partnership) -> impl Iterator<Item = (&'p BodyId, &'p Body)> {
        [&p.pair.first, &p.pair.second]
            .into_iter()
            .filter_map(|id| Some((id, &**self.register.body(id)?)))
    }

    /// Of each side that is a Swedish member.
    fn members(&self, p: &Partnership, value: impl Fn(&Body) -> Option<SmolStr>) -> Values {
        self.sides(p)
            .filter(|(_, body)| body.is_member())
            .filter_map(|(_, body)| value(body))
            .collect()
    }

    fn continents(&self, p: &Partnership) -> Values {
        abroad(self.register, p)
            .iter()
            .filter_map(|code| self.countries.get(*code))
            .map(|country| country.continent.as_str().into())
            .collect()
    }

    fn unions(&self, p: &Partnership) -> Values {
        let mut unions = Values::new();
        for code in abroad(self.register, p) {
            if let Some(country) = self.countries.get(code) {
                let (eu, eea) = (country.eu_on(self.today), country.eea_on(self.today));
                let outside = !eu && !eea;
                let is = [(eu, "eu"), (eea, "eea"), (outside, "outside")];
                unions.extend(
                    is.iter()
                        .filter(|(is, _)| *is)
                        .map(|(_, key)| SmolStr::from(*key)),
                );
            }
            if self.receives_aid(code) {
                unions.push("aid".into());
            }
        }
        unions
    }

    /// Whether the last list that is known by the day says so: lists are published for some years only.
    fn receives_aid(&self, country: CountryCode) -> bool {
        let mut told = AID.of(country).iter();
        let last = told.rfind(|fact| fact.valid_from <= Day(self.today));
        last.is_some_and(|fact| fact.status == Status::Yes)
    }

    /// The groups and networks of either side.
    fn groups(&self, p: &Partnership) -> Values {
        let mut groups: Values = [&p.pair.first, &p.pair.second]
            .into_iter()
            .flat_map(|side| self.register.memberships_of(side))
            .map(|member| member.group.to_smolstr())
            .collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    fn sources(&self, p: &Partnership) -> Values {
        p.statements
            .iter()
            .filter_map(|seq| self.register.statement(*seq))
            .map(|statement| statement.source.to_smolstr())
            .collect()
    }
}

/// The countries of the partner: of both sides where neither is Swedish.
pub(crate) fn abroad(register: &Register, p: &Partnership) -> SmallVec<[CountryCode; 2]> {
    let of = |id: &BodyId| register.body(id).and_then(|body| body.country);
    let (first, second) = (of(&p.pair.first), of(&p.pair.second));
    match (first, second) {
        (Some(CountryCode::SWEDEN), second) => second.into_iter().collect(),
        (first, Some(CountryCode::SWEDEN)) => first.into_iter().collect(),
        (first, second) => first.into_iter().chain(second).collect(),
    }
}

fn word<T: Vocabulary>(choice: &Choice<T>) -> Values {
    choice
        .value()
        .map(|value| value.key().into())
        .into_iter()
        .collect()
}

/// The same, and what both sides say where they contradict each other: nobody knows which holds, but somebody has said it.
fn words<T: Vocabulary>(choice: &Choice<T>) -> Values {
    match choice.outcome() {
        Outcome::Disputed(a, b) => smallvec![a.key().into(), b.key().into()],
        _ => word(choice),
    }
}

fn decade(p: &Partnership) -> Option<SmolStr> {
    let since = p.since.value()?.0.ordering_day()?;
    Some((since.year().div_euclid(10) * 10).to_smolstr())
}

/// The one year of a date, as the development over time counts it.
fn year(date: &Choice<DateValue>) -> Option<SmolStr> {
    match date.outcome() {
        Outcome::NotStated => None,
        Outcome::Disputed(..) => Some(VAGUE.into()),
        Outcome::Stated(date) => Some(match single_year(&date.0) {
            Some(year) => year.to_smolstr(),
            None => VAGUE.into(),
        }),
    }
}

fn size(inhabitants: u32) -> &'static str {
    SIZES
        .iter()
        .rfind(|(_, from)| inhabitants >= *from)
        .map_or(UNKNOWN, |(key, _)| key)
}
