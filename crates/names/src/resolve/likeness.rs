//! How much a name that agrees is worth, and how likely a place is meant for its size and its standing.

use smallvec::SmallVec;

use super::Reason;
use super::reading::{How, Key};
use crate::fold;
use crate::gazetteer::{NameSort, Place, Standing};
use crate::level::level_only;

/// Inhabitants given to every place, so that a village is not nothing beside a town.
const EVERYBODY: f32 = 500.0;
/// Inhabitants given to a place that nobody has placed on the map.
const UNPLACED: f32 = 300.0;
/// How much size tells: the exponent of the inhabitants.
const SIZE_TELLS: f32 = 0.78;

/// How much the agreement of the name is worth, and the reason it gives.
pub(super) fn likeness(sort: NameSort, key: &Key, slips: usize) -> (f32, Reason) {
    let how = match key.how {
        How::AsWritten | How::WithoutBrackets => 1.0,
        How::WithoutLevel => 0.98,
        How::OneOfTwo | How::Respelled => 0.95,
        How::InLatin => 0.93,
        How::Shortened => 0.85,
    };
    let of = match sort {
        NameSort::Main => 1.0,
        NameSort::MainWithoutLevel => 0.98,
        NameSort::Other => 0.95,
        NameSort::OtherWithoutLevel => 0.92,
    };
    let slip = match slips {
        0 => 1.0,
        1 => 0.9,
        _ => 0.8,
    };
    let reason = match (slips, key.how, sort) {
        (1.., ..) => Reason::Slips(slips),
        (_, How::WithoutLevel, _)
        | (_, _, NameSort::MainWithoutLevel | NameSort::OtherWithoutLevel) => {
            Reason::WithoutLevelWord
        }
        (_, How::InLatin, _) => Reason::InLatinLetters,
        (_, How::Respelled, _) => Reason::Respelled,
        (_, How::OneOfTwo, _) => Reason::OneOfTwoNames,
        (_, How::Shortened, _) => Reason::Shortened,
        (_, _, NameSort::Other) => Reason::OtherName,
        _ => Reason::SameName,
    };
    (how * of * slip, reason)
}

pub(super) fn size(place: &Place) -> f32 {
    // The gazetteer has every place of five hundred; what it has not placed is smaller.
    let everybody = if place.position.is_some() {
        EVERYBODY
    } else {
        UNPLACED
    };
    (place.weight as f32 + everybody).powf(SIZE_TELLS)
}

/// Whether two folded names differ by no more than how one writes down the same sounds: spaces, i and y, double
/// letters.
pub(super) fn sounds_alike(a: &str, b: &str) -> bool {
    fn sounds(name: &str) -> impl Iterator<Item = char> + '_ {
        let mut before = None;
        name.chars()
            .filter(|c| !matches!(c, ' ' | 'h'))
            .map(|c| match c {
                'y' | 'j' => 'i',
                'w' => 'v',
                'c' | 'q' => 'k',
                'z' => 's',
                other => other,
            })
            .filter(move |c| before.replace(*c) != Some(*c))
    }
    sounds(a).eq(sounds(b))
}

/// Whether what is written is the name, but for case and for words that tell the level: "Habo kommun" is Habo and not Håbo.
pub(super) fn is_to_the_letter(written: &str, place: &Place) -> bool {
    let (written, name) = (small_letters(written), small_letters(&place.name));
    let rest = written.strip_prefix(&name);
    rest.is_some_and(|rest| {
        let level = || level_only(&fold(rest.strip_prefix(' ')?));
        rest.is_empty() || level() == Some(place.level)
    })
}

/// A name in small letters, with one sign for every apostrophe: Tai'an is Tai’an.
fn small_letters(name: &str) -> String {
    let small = name.to_lowercase();
    if small.is_ascii() {
        small
    } else {
        small.replace(['’', '‘', 'ʼ', 'ʻ', '`', '´'], "'")
    }
}

pub(super) fn standing(place: &Place, reasons: &mut SmallVec<[Reason; 4]>) -> f32 {
    place.renown
        * match place.standing {
            Standing::Authority => {
                reasons.push(Reason::OfficialList);
                if place.position.is_some() { 3.0 } else { 1.0 }
            }
            Standing::Abolished(year) => {
                reasons.push(Reason::Ceased(year, place.successor));
                1.5
            }
            Standing::Division | Standing::Place => 1.0,
        }
}
