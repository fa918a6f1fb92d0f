//! Words in a partner's place that name nobody: that there is none, sums, and titles of what stands below.

use vanort_names::fold;

use super::Claim;

/// A word in a partner's place that says that there is none, where nothing else is told of one.
const NONE: &[&str] = &["inga", "ingen", "none"];
/// Words in a partner's place that say so whatever is told beside them.
const NO_PARTNERS: &[&str] = &[
    "inga vänorter",
    "inga vanorter",
    "inga partner",
    "inga samarbeten",
    "ingen vänort",
    "har inga vänorter",
    "no partners",
    "no twin towns",
];
/// Words, folded, before a sum.
const SUMS: &[&str] = &[
    "antal",
    "count",
    "delsumma",
    "sum",
    "summa",
    "sammanlagt",
    "total",
    "totalt",
    "totalsumma",
];
/// Words, folded, for what a list counts.
pub(super) const COUNTED: &[&str] = &[
    "kommuner",
    "orter",
    "partner",
    "partners",
    "samarbeten",
    "st",
    "stycken",
    "towns",
    "twin",
    "vanorter",
];
/// Words, folded, in a partner's place that are the title of what stands below.
const TITLES: &[&str] = &[
    "andra samarbeten",
    "eu projekt",
    "internationella natverk",
    "internationella projekt",
    "natverk",
    "network",
    "networks",
    "ovriga",
    "ovriga samarbeten",
    "ovrigt",
    "project",
    "projects",
    "projekt",
    "samarbeten",
    "tidigare vanorter",
    "vanorter",
];

/// Whether the words in a partner's place name nobody: a sum ("Totalt: 7 st") or the title of what stands below ("Projekt").
pub(super) fn names_nobody(written: &str) -> bool {
    let folded = fold(written);
    let mut words = folded.split(' ');
    let is_sum = words.next().is_some_and(|first| SUMS.contains(&first));
    let is_counted = |word: &str| {
        word == "antal" || COUNTED.contains(&word) || word.bytes().all(|b| b.is_ascii_digit())
    };
    is_sum && words.all(is_counted) || TITLES.contains(&folded.as_str())
}

/// Whether the words in a partner's place say that there is none. They have to be written just so: "Ingå" is a municipality.
pub(super) fn says_none(claim: &Claim) -> bool {
    let is_sign = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "–—…".contains(c);
    let written = claim.partner.name.to_lowercase();
    let words: Vec<&str> = written
        .split(is_sign)
        .filter(|word| !word.is_empty())
        .collect();
    let words = words.join(" ");
    let is_alone =
        claim.partner.country.is_none() && claim.since.is_none() && claim.until.is_none();
    NO_PARTNERS.contains(&words.as_str()) || is_alone && NONE.contains(&words.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_none_is_one_only_as_it_is_written_and_with_nothing_beside_it() {
        let told = |name: &str, country: Option<&str>| {
            let mut claim = Claim::default();
            claim.partner.name = name.to_owned();
            claim.partner.country = country.map(str::to_owned);
            says_none(&claim)
        };
        for name in ["Inga vänorter", "Inga", "(inga)", "INGA VÄNORTER.", "None"] {
            assert!(told(name, None), "{name}");
        }
        for name in ["Ingå", "Inga\u{30a}", "Ingarö", "Inga vän"] {
            assert!(!told(name, None), "{name}");
        }
        assert!(!told("Inga", Some("Finland")) && told("Inga vänorter", Some("Finland")));
        let since = Claim {
            since: Some("1990".to_owned()),
            partner: crate::imports::Named {
                name: "Inga".to_owned(),
                ..Default::default()
            },
            ..Claim::default()
        };
        assert!(!says_none(&since));
    }

    #[test]
    fn sums_and_titles_name_nobody() {
        for text in [
            "Totalt: 7 st",
            "Summa",
            "Antal: 5",
            "Antal vänorter: 12",
            "Projekt",
            "NÄTVERK",
        ] {
            assert!(names_nobody(text), "{text}");
        }
        for text in [
            "Total Town",
            "Summa Yamuna",
            "Totalán",
            "Projekt Riga",
            "Lage",
            "7",
        ] {
            assert!(!names_nobody(text), "{text}");
        }
    }
}
