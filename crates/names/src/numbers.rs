//! Numbers in names: "Prague 15", "13th district", "XIII. kerület".

/// The number that a folded word is: in digits, in Roman numerals, or as an ordinal ("13th", "2e").
pub(crate) fn number_of(word: &str) -> Option<u32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return word.get(..digits)?.parse().ok();
    }
    roman_of(word)
}

/// Roman numerals below ninety and what they are worth, the greatest first.
const ROMAN: [(&str, u32); 7] = [
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
];

fn roman_of(word: &str) -> Option<u32> {
    // Most words are none: known by the first letter.
    if !word.starts_with(['i', 'v', 'x', 'l']) {
        return None;
    }
    let (mut rest, mut number) = (word, 0);
    while !rest.is_empty() {
        // None is the beginning of a lesser one.
        let (sign, worth) = ROMAN.iter().find(|(sign, _)| rest.starts_with(sign))?;
        number += worth;
        rest = &rest[sign.len()..];
    }
    // "iiii" and "vx" add up to something, and are no numerals.
    (roman(number) == word).then_some(number)
}

/// A number below ninety in Roman numerals, in small letters.
pub(crate) fn roman(number: u32) -> String {
    let (mut left, mut written) = (number, String::new());
    for (sign, worth) in ROMAN {
        while left >= worth {
            written.push_str(sign);
            left -= worth;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_digits_in_roman_numerals_and_as_an_ordinal() {
        let table = [
            ("13", Some(13)),
            ("13th", Some(13)),
            ("2e", Some(2)),
            ("xiii", Some(13)),
            ("xi", Some(11)),
            ("xlix", Some(49)),
            ("iv", Some(4)),
            ("iiii", None),
            ("vx", None),
            ("ixi", None),
            ("vik", None),
            ("lund", None),
            ("", None),
        ];
        for (word, number) in table {
            assert_eq!(number_of(word), number, "{word}");
        }
    }

    #[test]
    fn roman_numerals_are_read_as_they_are_written() {
        for number in 1..90 {
            assert_eq!(number_of(&roman(number)), Some(number));
        }
    }
}
