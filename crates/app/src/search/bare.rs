//! A name without the words of administration and the country that stand with it: "Броварська міська рада" is sought as
//! «бровар…», "Lund Sverige" as "lund".

use vanort_names::{bare, fold};

use crate::Countries;

/// Ukrainian words for settlements, communities, councils and districts, folded, and how they are shortened.
const UKRAINIAN: [&str; 30] = [
    "м",
    "місто",
    "міста",
    "смт",
    "село",
    "селище",
    "с",
    "громада",
    "громади",
    "тг",
    "отг",
    "мтг",
    "територіальна",
    "територіальноі",
    "обєднана",
    "рада",
    "ради",
    "міська",
    "міськоі",
    "селищна",
    "селищноі",
    "сільська",
    "сільськоі",
    "область",
    "обл",
    "раион",
    "лен",
    "комуна",
    "муніципалітет",
    "регіон",
];

/// Endings of adjectives that are made of names of towns: «броварська», «вінницька», «запорізький». The name begins with what
/// stands before them.
const ADJECTIVES: [&str; 12] = [
    "ська",
    "ськии",
    "ське",
    "ськоі",
    "цька",
    "цькии",
    "цьке",
    "цькоі",
    "зька",
    "зькии",
    "зьке",
    "зькоі",
];
/// Fewest letters of a name before such an ending.
const LEAST_STEM: usize = 3;

/// What may be sought instead of the words as they were written; nothing where no word can be left out.
pub(super) fn without_administration(written: &str, countries: &Countries) -> Vec<String> {
    let folded = fold(written);
    let words: Vec<&str> = folded.split(' ').collect();
    let words = without_country(&words, countries);
    let is_name = |word: &&&str| !UKRAINIAN.contains(word);
    let names: Vec<&str> = words.iter().filter(is_name).copied().collect();
    let mut readings = vec![names.join(" "), bare(&words.join(" ")).0];
    if let [name] = names[..] {
        readings.extend(ADJECTIVES.iter().find_map(|ending| stem(name, ending)));
    }
    readings.retain(|reading| !reading.is_empty() && *reading != folded);
    readings.dedup();
    readings
}

fn stem(name: &str, ending: &str) -> Option<String> {
    let stem = name.strip_suffix(ending)?;
    (stem.chars().count() >= LEAST_STEM).then(|| stem.to_owned())
}

/// The words before the name of a country, where they end with one.
fn without_country<'w, 's>(words: &'w [&'s str], countries: &Countries) -> &'w [&'s str] {
    let ends_with_country = |count: &usize| countries.by_name(&words[*count..].join(" ")).is_some();
    match (1..words.len()).find(ends_with_country) {
        Some(count) => &words[..count],
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_folded() {
        for word in UKRAINIAN.iter().chain(&ADJECTIVES) {
            assert_eq!(fold(word), *word);
        }
        assert!(UKRAINIAN.contains(&fold("Об’єднана").as_str()));
        assert!(UKRAINIAN.contains(&fold("район").as_str()));
    }

    #[test]
    fn a_country_is_left_out_behind_a_name_and_never_all_there_is() {
        let countries = Countries::default();
        let read = |written: &str| without_administration(written, &countries);
        assert_eq!(read("Броварська міська рада"), ["броварська", "бровар"]);
        assert_eq!(
            read("Стокгольмський лен").last().map(String::as_str),
            Some("стокгольм")
        );
        assert_eq!(read("міська рада"), Vec::<String>::new());
        assert_eq!(read("Lund"), Vec::<String>::new());
    }
}
