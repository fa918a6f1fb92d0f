//! Names as they are heard: "Wexiö" is Växjö and "Schällefteå" Skellefteå, though more letters are other ones than slips of
//! the pen allow. It is the last resort, for those who find nothing otherwise.

use std::cmp::Reverse;

use rapidfuzz::distance::osa;
use vanort_domain::BodyId;
use vanort_domain::bodies::Body;
use vanort_names::fold;

use super::names::forgiven;

/// Names that are compared at most, those of members and of large partners first: each costs some tenths of a microsecond.
const MOST_COMPARED: usize = 2_000;

/// Bodies by how their names are heard.
#[derive(Debug, Default)]
pub(super) struct Sounds(Vec<(String, BodyId)>);

impl Sounds {
    /// Of some bodies, each with what goes before what.
    pub fn of<'b>(bodies: impl Iterator<Item = (&'b Body, u8)>) -> Self {
        let mut all: Vec<_> = bodies
            .flat_map(|(body, weight)| {
                let rank = (weight, Reverse(body.population.unwrap_or_default()));
                let names = body.names().into_iter();
                names.map(move |name| (rank, &body.id, heard(name)))
            })
            .filter(|(_, _, heard)| forgiven(heard.chars().count()) > 0)
            .collect();
        all.sort_unstable();
        all.truncate(MOST_COMPARED);
        let all = all.into_iter();
        Self(all.map(|(_, id, heard)| (heard, id.clone())).collect())
    }

    /// The bodies whose names are heard most like it, where any are; those that go before others first.
    pub fn like(&self, written: &str) -> Vec<BodyId> {
        let sought: Vec<char> = heard(written).chars().collect();
        let most = forgiven(sought.len());
        if most == 0 {
            return Vec::new();
        }
        let comparator = osa::BatchComparator::new(sought.iter().copied());
        let args = osa::Args::default().score_cutoff(most);
        let slips = |heard: &str| comparator.distance_with_args(heard.chars(), &args);
        let found: Vec<(usize, &BodyId)> = self
            .0
            .iter()
            .filter(|(heard, _)| heard.len().abs_diff(sought.len()) <= 2 * most)
            .filter_map(|(heard, id)| Some((slips(heard)?, id)))
            .collect();
        let fewest = found.iter().map(|(slips, _)| *slips).min();
        let closest = found
            .into_iter()
            .filter(|(slips, _)| Some(*slips) == fewest);
        closest.map(|(_, id)| id.clone()).collect()
    }
}

/// How a name is heard in Swedish, roughly: letters for one sound are one, and what is not heard is left out.
fn heard(name: &str) -> String {
    let plain = name.chars().flat_map(char::to_lowercase);
    let plain = plain.map(|letter| match letter {
        'ä' | 'æ' => 'e',
        'å' | 'ö' | 'ø' => 'o',
        other => other,
    });
    let plain = fold(&plain.collect::<String>());
    // Before a soft vowel sk is heard as sj; ä and ö are e and o by now, of which o may be hard: it stays.
    let mut text = plain
        .replace("sch", "sj")
        .replace("skj", "sj")
        .replace("stj", "sj");
    for soft in ["ske", "ski", "sky"] {
        text = text.replace(soft, &format!("sj{}", &soft[2..]));
    }
    for (written, heard) in [
        ("ck", "k"),
        ("ch", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("dt", "t"),
        ("x", "ks"),
    ] {
        text = text.replace(written, heard);
    }
    let letters: Vec<char> = text.chars().collect();
    let mut heard = String::with_capacity(text.len());
    for (place, letter) in letters.iter().enumerate() {
        let next = letters.get(place + 1).copied();
        let is_last = next.is_none_or(|next| next == ' ');
        let sound = match letter {
            'w' => 'v',
            'f' if is_last => 'v',
            'z' => 's',
            'c' if next.is_some_and(|next| "eiy".contains(next)) => 's',
            'c' | 'q' => 'k',
            'i' if next.is_some_and(is_vowel) => 'j',
            other => *other,
        };
        let last = heard.chars().next_back();
        let is_after_consonant = last.is_some_and(|last| last != ' ' && !is_vowel(last));
        // A letter twice is heard once, and a j behind a consonant hardly, but for sj.
        let is_mute = sound == 'j' && is_after_consonant && last != Some('s');
        if last != Some(sound) && !is_mute {
            heard.push(sound);
        }
    }
    heard
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_alike_is_alike() {
        for (one, other) in [
            ("Wexiö", "Wäxjö"),
            ("Schällefteå", "Skellefteå"),
            ("Kjöping", "Köping"),
            ("Eslöf", "Eslöv"),
            ("Elmhullt", "Älmhult"),
            ("Kristianstad", "Christianstad"),
        ] {
            assert_eq!(heard(one), heard(other), "{one} {other}");
        }
        for (one, other) in [("Malmö", "Mölndal"), ("Lund", "Luleå"), ("", "Åre")] {
            assert_ne!(heard(one), heard(other), "{one} {other}");
        }
    }
}
