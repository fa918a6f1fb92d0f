//! Weighing: of all places that have the name, which is meant.

use smallvec::{SmallVec, smallvec};
use vanort_domain::CountryCode;

use super::country::Where;
use super::likeness::{is_to_the_letter, likeness, size, sounds_alike, standing};
use super::reading::{How, Key, Reading};
use super::stands::{is_one_town, stands_for};
use super::{Ranked, Reason};
use crate::gazetteer::{Gazetteer, NameSort, Named, Near, Place, PlaceRef, Standing};
use crate::level::{is_around_a_town, without_level};
use crate::{Countries, Level, fold};

/// What is weighed, and against what.
pub(super) struct Weighing<'w> {
    gazetteer: &'w Gazetteer,
    reading: &'w Reading,
    place: &'w Where,
    /// What is called as the words in brackets say, in the countries looked at.
    around: Vec<PlaceRef>,
    /// Whether the words in brackets tell nothing but the country: "Stari Grad, Croatia".
    is_country_told: bool,
    likelier: Option<&'w dyn Fn(&Place) -> f32>,
}

/// A candidate while it is weighed.
struct Weighed {
    place: PlaceRef,
    /// How well the name agrees, 0 to 1.
    likeness: f32,
    weight: f32,
    reasons: SmallVec<[Reason; 4]>,
}

/// What a doubt leaves of the likeness: too little to be sure.
const DOUBTFUL: f32 = 0.65;
/// How much less likely a place is meant by one of its other names than one of that main name.
const OTHER_NAME: f32 = 0.04;
/// The same of a name with which its main name begins: "Newcastle" for Newcastle upon Tyne, "Tartu" for Tartumaa.
const SHORT_NAME: f32 = 0.14;
/// How much likelier a place is meant whose main name is what was written, accents and all.
const TO_THE_LETTER: f32 = 3.0;
/// And how much more where that is an authority: Habo and Håbo are told apart by an accent.
const OF_AN_AUTHORITY: f32 = 2.0;
/// How much less likely a name is meant that differs in sound too, beside one that is only written in another way.
const SOUNDS_OTHERWISE: f32 = 0.1;
/// How sure it can at most be that another country is meant than the one stated.
const ELSEWHERE: f32 = 0.3;
/// Inhabitants of a place in another country that is worth a look.
const NOTABLE: u32 = 3_000;
/// Inhabitants of a place so well known that a slip of the pen is likelier than a place that nobody has listed.
const WELL_KNOWN: u32 = 100_000;
/// Letters of a name in which a slip of the pen can be told from another name: "Gothenberg", but not "Tarna" for Tarnów.
const LONG_NAME: usize = 7;
/// How much likelier a place is meant that lies in the division that the words in brackets name, and one near the town.
const LIES_IN: f32 = 500.0;
const LIES_NEAR: f32 = 100.0;

fn is_long(name: &str) -> bool {
    name.chars().nth(LONG_NAME - 1).is_some()
}

impl<'w> Weighing<'w> {
    pub(super) fn new(
        gazetteer: &'w Gazetteer,
        reading: &'w Reading,
        place: &'w Where,
        countries: &Countries,
        likelier: Option<&'w dyn Fn(&Place) -> f32>,
    ) -> Self {
        let called = reading.around.iter().map(String::as_str);
        let mut around: Vec<PlaceRef> = called
            .clone()
            .chain(
                called
                    .clone()
                    .filter_map(|name| Some(without_level(name)?.0)),
            )
            .flat_map(|name| gazetteer.named_anywhere(name))
            .filter(|(country, _)| place.countries.contains(country))
            .map(|(_, named)| named.place)
            .collect();
        // "Rockford, Illinios": a slip in the region's name.
        if around.is_empty() {
            let near = called.flat_map(|name| {
                let countries = place.countries.iter();
                countries.flat_map(move |country| gazetteer.nearly_named(name, *country))
            });
            let near = near.filter(|near| near.slips == 1);
            let near = near.map(|near| near.named.place);
            around.extend(near.filter(|of| gazetteer.place(*of).level == Level::Region));
        }
        if around.is_empty() && reading.asides().next().is_some() {
            around = regions_called_partly(gazetteer, reading, place);
        }
        let mut asides = reading.asides().peekable();
        let is_country_told =
            asides.peek().is_some() && asides.all(|aside| place.is_country(aside, countries));
        Self {
            gazetteer,
            reading,
            place,
            around,
            is_country_told,
            likelier,
        }
    }

    /// The candidates, the likeliest first, each with its share of the weight, and whether there are more than are told.
    pub(super) fn candidates(&self) -> (Vec<Ranked>, bool) {
        let (stated, related) = (&self.place.countries[..], &self.place.related[..]);
        let mut weighed = self.exactly(|country| stated.contains(&country));
        if weighed.is_empty() {
            // "Macau" in China is Macao as it is written there, rather than a Makau misspelt.
            weighed = self.filed_elsewhere(self.exactly(|country| related.contains(&country)));
        }
        if weighed.is_empty() {
            weighed = self.nearly(stated);
        }
        if weighed.is_empty() {
            weighed = self.filed_elsewhere(self.nearly(related));
        }
        if weighed.is_empty() && self.place.countries.is_empty() {
            weighed = self.exactly(|_| true);
            for one in &mut weighed {
                one.reasons.push(Reason::NoCountry);
            }
        }
        self.ranked(weighed)
    }

    /// The same of a country under which things of the stated one may be filed.
    fn filed_elsewhere(&self, mut weighed: Vec<Weighed>) -> Vec<Weighed> {
        for one in &mut weighed {
            one.likeness *= 0.95;
            one.reasons.push(Reason::OtherCountry(
                self.gazetteer.place(one.place).country,
            ));
        }
        weighed
    }

    /// Those with the name under the first key that anything has.
    fn exactly(&self, is_wanted: impl Fn(CountryCode) -> bool) -> Vec<Weighed> {
        let mut of_another_level = Vec::new();
        for key in &self.reading.keys {
            let found: Vec<Weighed> = self
                .gazetteer
                .named_anywhere(&key.folded)
                .filter(|(country, _)| is_wanted(*country))
                .map(|(_, named)| self.weigh(named, key, None))
                .collect();
            if found.is_empty() {
                continue;
            }
            // "Jönköpings stad" is not the region that is called "Jönköpings län".
            let is_region = |one: &Weighed| {
                self.gazetteer.place(one.place).level == Level::Region
                    && self.gazetteer.town_of(one.place).is_none()
            };
            if self.reading.level != Some(Level::Municipality) || !found.iter().all(is_region) {
                return found;
            }
            if of_another_level.is_empty() {
                of_another_level = found;
            }
        }
        of_another_level
    }

    /// Those with nearly the name.
    fn nearly(&self, countries: &[CountryCode]) -> Vec<Weighed> {
        let keys = self.reading.keys.iter().filter(|key| {
            matches!(
                key.how,
                How::AsWritten | How::WithoutBrackets | How::WithoutLevel | How::InLatin
            )
        });
        let mut found: Vec<Weighed> = Vec::new();
        for key in keys {
            for country in countries {
                let near = self.gazetteer.nearly_named(&key.folded, *country);
                found.extend(
                    near.iter()
                        .map(|near| self.weigh(near.named, key, Some(near))),
                );
            }
            if !found.is_empty() {
                break;
            }
        }
        found
    }

    fn weigh(&self, named: Named, key: &Key, near: Option<&Near<'_>>) -> Weighed {
        let slips = near.map_or(0, |near| near.slips);
        let place = self.gazetteer.place(named.place);
        let called = near.map_or(key.folded.as_str(), |near| near.name);
        let (mut likeness, why) = likeness(named.sort, key, slips);
        let mut reasons: SmallVec<[Reason; 4]> = smallvec![why];
        let mut weight = size(place) * standing(place, &mut reasons);
        if matches!(named.sort, NameSort::Other | NameSort::OtherWithoutLevel) {
            weight *= if fold(&place.name).starts_with(called) {
                SHORT_NAME
            } else {
                OTHER_NAME
            };
        }
        if let Some(near) = near
            && !(slips == 1 && place.weight >= WELL_KNOWN && is_long(&key.folded))
            && !sounds_alike(&key.folded, near.name)
        {
            likeness *= DOUBTFUL;
            weight *= SOUNDS_OTHERWISE;
        }
        if place.position.is_none() {
            // "Gmina Rudniki" is just what one on the list is called, wherever it lies.
            if !self.is_called_just_so(place, key) {
                likeness *= DOUBTFUL;
            }
            reasons.push(Reason::NotOnTheMap);
        }
        if slips == 0 && is_to_the_letter(self.reading.base(), place) {
            weight *= TO_THE_LETTER;
            if place.standing == Standing::Authority {
                weight *= OF_AN_AUTHORITY;
            }
        }
        let (times, sure) = self.town_or_around(place, key);
        weight *= times;
        likeness *= sure;
        weight *= self.level(named.place, called, &mut reasons);
        let (times, sure) = self.whereabouts(named.place, &mut reasons);
        weight *= times;
        likeness *= sure;
        if slips > 0 {
            weight *= 0.1_f32.powi(slips as i32 - 1);
        }
        if let Some(likelier) = self.likelier {
            let times = likelier(place);
            if times > 1.0 {
                reasons.push(Reason::KnownOtherwise);
            }
            weight *= times;
        }
        Weighed {
            place: named.place,
            likeness,
            weight,
            reasons,
        }
    }

    /// Whether what is written is the name on a list of authorities, the word for the level in it.
    fn is_called_just_so(&self, place: &Place, key: &Key) -> bool {
        let is_whole = matches!(key.how, How::AsWritten | How::WithoutBrackets);
        let name = || fold(&place.name);
        place.standing == Standing::Authority
            && is_whole
            && self.reading.level == Some(place.level)
            && without_level(&key.folded).is_some()
            && name() == key.folded
    }

    /// A bare name means the town rather than the municipality around it ("Rakvere vald"), unless the words say so; where
    /// they do and only the town is known, that is a doubt. How much likelier it is, and how sure that leaves the name.
    fn town_or_around(&self, place: &Place, key: &Key) -> (f32, f32) {
        let is_so_called = matches!(key.how, How::AsWritten | How::WithoutBrackets);
        let is_authority = matches!(place.standing, Standing::Authority | Standing::Abolished(_));
        if place.level != Level::Municipality || is_so_called && !is_authority {
            return (1.0, 1.0);
        }
        let is_around = is_around_a_town(&place.name) == Some(true);
        // A "gmina" may be either.
        let may_be_around = is_around || place.name.starts_with("Gmina ");
        match self.reading.is_around_a_town {
            Some(true) if may_be_around => (50.0, 1.0),
            Some(true) => (0.02, DOUBTFUL),
            _ if is_around => (0.2, 1.0),
            _ => (1.0, 1.0),
        }
    }

    fn level(&self, of: PlaceRef, called: &str, reasons: &mut SmallVec<[Reason; 4]>) -> f32 {
        let place = self.gazetteer.place(of);
        match (self.reading.level, place.level) {
            (Some(said), is) if said == is => {
                reasons.push(Reason::LevelAgrees(said));
                4.0
            }
            // "District" and "region" are used for one another.
            (Some(Level::Region | Level::County), Level::Region | Level::County) => 2.0,
            // A county that is asked for is not the town it is called after.
            (Some(Level::Region | Level::County), _) => 0.05,
            // Nor is a town that is asked for the region that is called after it.
            (Some(Level::Municipality), Level::Region) => 0.02,
            (Some(_), _) => 0.25,
            (None, Level::Municipality) => 1.0,
            (None, Level::Region | Level::County) => self.without_a_word(of, place, called),
            (None, Level::Part) => 0.3,
        }
    }

    /// How likely a county or region is meant by its bare name, beside a town: little where a town in it is called so,
    /// more where towns of that name lie elsewhere ("Mpumalanga" in KwaZulu-Natal).
    fn without_a_word(&self, of: PlaceRef, division: &Place, called: &str) -> f32 {
        let has_namesake = self
            .gazetteer
            .named(called, division.country)
            .map(|named| self.gazetteer.place(named.place))
            .any(|place| place.region == Some(of) || place.county == Some(of));
        if has_namesake { 0.03 } else { 0.3 }
    }

    /// How much likelier it is for where it lies, and how sure that leaves the name.
    fn whereabouts(&self, of: PlaceRef, reasons: &mut SmallVec<[Reason; 4]>) -> (f32, f32) {
        let place = self.gazetteer.place(of);
        let mut factor = 1.0;
        if let Some(region) = self.place.region {
            let inside = place.region == Some(region);
            let unknown = place.region.is_none();
            factor *= if inside {
                1.0
            } else if unknown {
                0.5
            } else {
                0.01
            };
            if inside {
                reasons.push(Reason::LiesIn(region));
            }
        } else if self.place.countries.contains(&place.country) {
            reasons.push(Reason::CountryAgrees);
        }
        // "Sauvo (Sagu)": the words in brackets are another name of it.
        if self.reading.around.is_empty() || self.around.contains(&of) {
            return (factor, 1.0);
        }
        if let Some((container, times)) = self.container(place) {
            reasons.push(Reason::LiesIn(container));
            (factor * times, 1.0)
        } else if self.is_country_told {
            (factor, 1.0)
        } else {
            reasons.push(Reason::NotKnownToLieThere);
            // Words in brackets that nothing is called cannot speak against it.
            let may_hold = self.around.iter().any(|of| self.may_hold(*of, place));
            (factor, if may_hold { DOUBTFUL } else { 0.85 })
        }
    }

    /// Whether a place may lie in or near what the words in brackets name: nothing lies in a smaller village that is
    /// called as a river is ("Winsen (Luhe)").
    fn may_hold(&self, of: PlaceRef, place: &Place) -> bool {
        let other = self.gazetteer.place(of);
        matches!(other.level, Level::Region | Level::County)
            || other.weight == 0
            || other.weight >= place.weight
    }

    /// Which of the things called as the words in brackets say a place lies in, or near, and how much likelier that makes it.
    fn container(&self, place: &Place) -> Option<(PlaceRef, f32)> {
        let divisions = [place.county, place.region];
        let around = || self.around.iter().copied();
        around()
            .find(|of| divisions.contains(&Some(*of)))
            .map(|of| (of, LIES_IN))
            .or_else(|| {
                let near = around().find(|of| {
                    let other = self.gazetteer.place(*of);
                    let reach = 15.0 + f64::from(other.weight).sqrt() / 60.0;
                    other.level != Level::Region
                        && other.name != place.name
                        && place.km_to(other).is_some_and(|km| km <= reach)
                })?;
                Some((near, LIES_NEAR))
            })
    }

    /// Well-known places of that very name in other countries than the one stated.
    pub(super) fn elsewhere(&self) -> Vec<Ranked> {
        let stated = &self.place.countries;
        if stated.is_empty() {
            return Vec::new();
        }
        let mut found = self.exactly(|country| {
            !stated.contains(&country) && !self.place.related.contains(&country)
        });
        found.retain(|one| self.gazetteer.place(one.place).weight >= NOTABLE);
        found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.place.cmp(&b.place)));
        let mut told: Vec<Ranked> = Vec::new();
        for mut one in found {
            // A town and its municipality have the same name and are one body.
            let place = stands_for(self.gazetteer, one.place, self.reading.level);
            if told.iter().any(|known| known.place == place) {
                continue;
            }
            one.reasons.push(Reason::OtherCountry(
                self.gazetteer.place(one.place).country,
            ));
            told.push(Ranked {
                place,
                score: one.likeness * ELSEWHERE,
                reasons: one.reasons,
            });
        }
        told.truncate(3);
        told
    }

    fn is_nowhere(&self, of: PlaceRef) -> bool {
        let place = self.gazetteer.place(of);
        place.position.is_none() && place.standing == Standing::Authority
    }

    /// Of the spots the records that stand for them, those of one body together, the likeliest first: a municipality and
    /// the place that has outlived it may be put far apart.
    fn by_body(&self, weighed: &[Weighed], spots: &[(usize, f32)]) -> Vec<(usize, f32, PlaceRef)> {
        let mut bodies: Vec<(usize, f32, PlaceRef)> = Vec::with_capacity(spots.len());
        for (number, weight) in spots {
            let of = stands_for(self.gazetteer, weighed[*number].place, self.reading.level);
            match bodies.iter_mut().find(|(.., known)| *known == of) {
                Some((_, together, _)) => *together += weight,
                None => bodies.push((*number, *weight, of)),
            }
        }
        bodies.sort_by(|a, b| b.1.total_cmp(&a.1));
        bodies
    }

    fn ranked(&self, mut weighed: Vec<Weighed>) -> (Vec<Ranked>, bool) {
        weighed.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.place.cmp(&b.place)));
        let mut spots: Vec<(usize, f32)> = Vec::new();
        for (number, one) in weighed.iter().enumerate() {
            // A town and its municipality do not weigh double.
            let is_there = spots.iter().any(|(first, _)| {
                // One that nobody has placed may be any of them.
                is_one_town(self.gazetteer, one.place, weighed[*first].place).unwrap_or(true)
            });
            if !is_there {
                spots.push((number, one.weight));
            }
        }
        // Of several authorities of one name one may be any of the places of that name; the others are elsewhere.
        for (number, one) in weighed
            .iter()
            .enumerate()
            .filter(|(_, one)| self.is_nowhere(one.place))
            .skip(1)
        {
            if spots.iter().all(|(first, _)| *first != number) {
                spots.push((number, one.weight));
            }
        }
        let total: f32 = spots.iter().map(|(_, weight)| weight).sum();
        let more = spots.len() > super::MOST;
        spots.truncate(super::MOST);
        let spots = self.by_body(&weighed, &spots);
        let many = more || spots.len() > 1;
        // Words in brackets tell namesakes apart; when nobody knows where that is, it may be any of them.
        let is_told_in_vain =
            many && self.around.iter().all(|of| {
                let first = weighed.first().map(|one| self.gazetteer.place(one.place));
                first.is_some_and(|first| !self.may_hold(*of, first))
            }) && !self.is_country_told
                && self.reading.asides().next().is_some();
        let sure = if is_told_in_vain { DOUBTFUL } else { 1.0 };
        let ranked = spots
            .into_iter()
            .map(|(number, weight, place)| {
                let one = &mut weighed[number];
                let share = if total > 0.0 { weight / total } else { 0.0 };
                if !many {
                    one.reasons.push(Reason::OnlyOne);
                } else if share > 0.8 {
                    one.reasons.push(Reason::ByFarTheLargest);
                }
                let stands = self.gazetteer.place(place);
                if let Standing::Abolished(year) = stands.standing
                    && place != one.place
                {
                    one.reasons.push(Reason::Ceased(year, stands.successor));
                }
                Ranked {
                    place,
                    score: share * one.likeness * sure,
                    reasons: std::mem::take(&mut one.reasons),
                }
            })
            .collect();
        (ranked, more)
    }
}

/// Signs of a word that tells a region among others.
const TELLING: usize = 5;

/// The regions of those that have the name which the words in brackets are a part of: "Coswig (Anhalt)" lies in
/// Sachsen-Anhalt.
fn regions_called_partly(gazetteer: &Gazetteer, reading: &Reading, place: &Where) -> Vec<PlaceRef> {
    let name = fold(reading.base());
    let is_part = |region: &PlaceRef| {
        let called = fold(&gazetteer.place(*region).name);
        reading.asides().any(|aside| {
            aside.chars().count() >= TELLING && called.split(' ').any(|word| word == aside)
        })
    };
    let mut regions: Vec<PlaceRef> = place
        .countries
        .iter()
        .flat_map(|country| gazetteer.named(&name, *country))
        .filter_map(|named| gazetteer.place(named.place).region)
        .collect();
    regions.sort_unstable();
    regions.dedup();
    regions.retain(is_part);
    regions
}
