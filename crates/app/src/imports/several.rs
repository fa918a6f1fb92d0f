//! Several partners in one cell: "Würzburg / Jena", "Gdańsk, Gdynia och Sopot". Whether they are several is told by what the
//! pieces are, never by the sign between them alone: "Turku/Åbo" is one, and so is "Paris, Texas".

use vanort_names::{Atlas, Level, Outcome, PlaceRef, Question, Ranked, Reason, Resolution};

use super::claims::Named;
use super::mapping::{is_country, name_and_country, with_countries};
use super::own;
use super::years::years_behind;
use crate::intake::SURE_WITHOUT_COUNTRY;

/// Pieces of a cell that may be a list of partners; more of them are a text.
const MOST: usize = 40;

/// What a cell for the partner names.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Partners {
    /// One, or what only its words tell.
    One,
    /// Several, each in its words.
    Several(Vec<String>),
    /// It seems to name several, of which not all are known: what is known of them.
    Doubtful(Vec<Ranked>),
}

/// Whether a cell whose words are parted by signs names one partner all the same.
pub(super) fn is_one(atlas: &Atlas, named: &Named) -> bool {
    partners(atlas, named) == Partners::One
}

/// The pieces of a cell that may each be a partner; fewer than two where nothing parts it.
pub(super) fn pieces(atlas: &Atlas, written: &str) -> Vec<String> {
    let mut parts = own::parts(written);
    // "Wismar, 1990": a year is no partner.
    parts.retain(|part| part.chars().any(char::is_alphabetic));
    with_countries(parts, atlas)
}

/// How many partners a cell names. They are several where each piece by itself is surely known in the country stated and all
/// are different.
pub(super) fn partners(atlas: &Atlas, named: &Named) -> Partners {
    let (written, country) = (named.name.as_str(), named.country.as_deref());
    let pieces = pieces(atlas, written);
    let has_country_alone = pieces.iter().any(|piece| is_country(atlas, piece));
    if !(2..=MOST).contains(&pieces.len())
        || named.wikidata.is_some()
        || has_country_alone
        || is_one_name(atlas, written, country)
    {
        return Partners::One;
    }
    let known: Vec<Ranked> = pieces
        .iter()
        .filter_map(|piece| surely(atlas, piece, country))
        .collect();
    let mut places: Vec<_> = known.iter().map(|ranked| ranked.place).collect();
    places.sort_unstable();
    places.dedup();
    let are_known = known.len() == pieces.len();
    let lies_in_another = |of: &PlaceRef| {
        let place = atlas.gazetteer.place(*of);
        let mut around = [place.county, place.region].into_iter().flatten();
        around.any(|around| places.contains(&around))
    };
    let whole = ask(atlas, written, country);
    if are_known && places.len() == 1 || is_told_where(atlas, written, country, &pieces, &whole) {
        Partners::One
    } else if are_known && places.len() == pieces.len() && !places.iter().any(lies_in_another) {
        Partners::Several(pieces)
    } else if whole.outcome == Outcome::Within {
        // "Oadby and Wigston" carries the names of two towns.
        Partners::One
    } else {
        Partners::Doubtful(known)
    }
}

fn ask(atlas: &Atlas, name: &str, country: Option<&str>) -> Resolution {
    atlas.resolve(&Question {
        name,
        country,
        ..Question::default()
    })
}

/// The place that a piece surely is, without a slip of the pen.
fn surely(atlas: &Atlas, piece: &str, country: Option<&str>) -> Option<Ranked> {
    let (name, own) = name_and_country(piece, atlas);
    let name = years_behind(name).map_or(name, |(name, _)| name);
    let country = own.or(country);
    let resolution = ask(atlas, name, country);
    let is_slip = |reason: &Reason| matches!(reason, Reason::Slips(_));
    let best = resolution.found()?;
    let is_sure = country.is_some() || best.score >= SURE_WITHOUT_COUNTRY;
    (is_sure && !best.reasons.iter().any(is_slip)).then(|| best.clone())
}

/// Whether all the words together are one name: "Heide och Büsum" of a body that is called so, "Halle, Saale" of Halle (Saale).
fn is_one_name(atlas: &Atlas, written: &str, country: Option<&str>) -> bool {
    let in_spaces = written.replace([',', '/'], " ");
    let in_spaces = in_spaces.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_called = |reason: &Reason| {
        matches!(
            reason,
            Reason::SameName
                | Reason::OtherName
                | Reason::WithoutLevelWord
                | Reason::InLatinLetters
                | Reason::Respelled
        )
    };
    // "Mo i Rana och Hemnes" is not Mo, of which the rest would tell where it lies.
    let is_told_where =
        |reason: &Reason| matches!(reason, Reason::LiesIn(_) | Reason::NotKnownToLieThere);
    let is_name = |best: &Ranked| {
        best.reasons.iter().any(is_called) && !best.reasons.iter().any(is_told_where)
    };
    is_country(atlas, written) || ask(atlas, &in_spaces, country).found().is_some_and(is_name)
}

/// Whether one piece tells where another lies: "Paris, Texas", "Kazan, Tatarstan, Ryssland". Behind a comma that is what words
/// are for; of another sign only where all the words together are understood so.
fn is_told_where(
    atlas: &Atlas,
    written: &str,
    country: Option<&str>,
    pieces: &[String],
    whole: &Resolution,
) -> bool {
    let lies_in = |piece: &String, around: &String| {
        let known = [piece, around].map(|name| surely(atlas, name, country));
        if let [Some(piece), Some(around)] = &known {
            let place = atlas.gazetteer.place(piece.place);
            if [place.county, place.region].contains(&Some(around.place)) {
                return Some(piece.place);
            }
        }
        let told = ask(atlas, &format!("{piece} ({around})"), country);
        let best = told.found()?;
        let place = atlas.gazetteer.place(best.place);
        let is_around = |reason: &Reason| {
            matches!(reason, Reason::LiesIn(of)
                if place.level == Level::Part || [place.county, place.region].contains(&Some(*of)))
        };
        let lies_in = best.reasons.iter().any(is_around);
        lies_in.then_some(best.place)
    };
    let Some((first, around)) = pieces.split_first() else {
        return false;
    };
    if written.contains(',') && around.iter().all(|around| lies_in(first, around).is_some()) {
        return true;
    }
    let [around] = around else { return false };
    let either = lies_in(first, around).or_else(|| lies_in(around, first));
    either.is_some_and(|place| {
        let is_meant = whole.found().is_some_and(|best| best.place == place);
        is_meant || written.contains(',')
    })
}
