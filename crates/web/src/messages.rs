//! The words of the site, from the message files, and numbers and dates as each language writes them.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use rustc_hash::FxHashMap;
use time::Date;
use vanort_app::local_names::Tongue;
use vanort_domain::Edtf;
use vanort_domain::vocabulary::Vocabulary;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// A language of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Swedish, at the root.
    Sv,
    /// English, under `/en`.
    En,
    /// Ukrainian, under `/uk`.
    Uk,
}

impl Language {
    /// All languages, Swedish first.
    pub const ALL: [Self; 3] = [Self::Sv, Self::En, Self::Uk];

    /// The tag, as in `lang="…"`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    /// The same language, as the register names bodies in it.
    #[must_use]
    pub(crate) fn tongue(self) -> Tongue {
        match self {
            Self::Sv => Tongue::Swedish,
            Self::En => Tongue::English,
            Self::Uk => Tongue::Ukrainian,
        }
    }

    /// What comes before every path of the language.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Sv => "",
            Self::En => "/en",
            Self::Uk => "/uk",
        }
    }

    /// Its quotation marks; none for Swedish, which opens and closes with the same one.
    fn quotes(self) -> Option<Quotes> {
        let (outer, inner) = match self {
            Self::Sv => return None,
            Self::En => (['“', '”'], ['‘', '’']),
            Self::Uk => (['«', '»'], ['„', '“']),
        };
        Some(Quotes { outer, inner })
    }

    /// Its own name.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Sv => "Svenska",
            Self::En => "English",
            Self::Uk => "Українська",
        }
    }
}

/// The quotation marks of a language: the outer pair, and the one within it.
struct Quotes {
    outer: [char; 2],
    inner: [char; 2],
}

impl Quotes {
    /// A text in which what is quoted within a quotation has the inner marks.
    fn nested(&self, text: String) -> String {
        let [opening, closing] = self.outer;
        if text.matches(opening).nth(1).is_none() {
            return text;
        }
        let mut depth = 0_usize;
        let nested = text.chars().map(|c| {
            let is_within = depth > usize::from(c == closing);
            let [inner_opening, inner_closing] = self.inner;
            if c == opening {
                depth += 1;
                if is_within { inner_opening } else { c }
            } else if c == closing {
                depth = depth.saturating_sub(1);
                if is_within { inner_closing } else { c }
            } else {
                c
            }
        });
        nested.collect()
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    let folder = format!("{}/", language.tag());
    for path in Files::iter().filter(|path| path.starts_with(&folder)) {
        let text = Files::get(&path).map(|file| String::from_utf8_lossy(&file.data).into_owned());
        // The build has checked the syntax; what can be read of a file is better than nothing.
        let resource = FluentResource::try_new(text.unwrap_or_default())
            .unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

static BUNDLES: LazyLock<[Bundle; Language::ALL.len()]> =
    LazyLock::new(|| Language::ALL.map(bundle));

/// The messages that are the same whatever they are asked with, ready to be handed out: a page has a thousand of them.
static READY: LazyLock<[FxHashMap<String, String>; Language::ALL.len()]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        let bundle = &BUNDLES[language as usize];
        let folder = format!("{}/", language.tag());
        let files = Files::iter().filter(|path| path.starts_with(&folder));
        let texts = files.filter_map(|path| Files::get(&path));
        let mut ready = FxHashMap::default();
        for text in texts {
            // Every message begins a line with its name; what else does is no name of a message.
            for line in String::from_utf8_lossy(&text.data).lines() {
                let id = line.split([' ', '=']).next().unwrap_or_default();
                let pattern = bundle.get_message(id).and_then(|message| message.value());
                let mut missing = Vec::new();
                if let Some(pattern) = pattern {
                    let text = bundle.format_pattern(pattern, None, &mut missing);
                    if missing.is_empty() {
                        ready.insert(id.to_owned(), text.into_owned());
                    }
                }
            }
        }
        ready
    })
});

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The language.
    pub language: Language,
}

impl Words {
    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = &BUNDLES[self.language as usize];
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            // The build looks for names that are written out, the tests find those that are put together.
            debug_assert!(false, "there is no message {id} in {}", self.language.tag());
            return id.to_owned();
        };
        let text = bundle
            .format_pattern(pattern, args, &mut Vec::new())
            .into_owned();
        match self.language.quotes() {
            Some(quotes) if args.is_some() => quotes.nested(text),
            _ => text,
        }
    }

    /// A message.
    #[must_use]
    pub fn m(&self, id: &str) -> String {
        let ready = READY[self.language as usize].get(id);
        ready.map_or_else(|| self.format(id, None), String::clone)
    }

    /// A message with a number `$n`, which also picks the plural.
    #[must_use]
    pub fn n(&self, id: &str, n: &usize) -> String {
        let mut args = FluentArgs::new();
        args.set("n", FluentValue::from(*n));
        args.set("number", FluentValue::from(self.number(n)));
        self.format(id, Some(&args))
    }

    /// A message with a number `$n` of a whole `$of`.
    #[must_use]
    pub fn of(&self, id: &str, n: &usize, of: &usize) -> String {
        let mut args = FluentArgs::new();
        args.set("n", FluentValue::from(*n));
        args.set("number", FluentValue::from(self.number(n)));
        args.set("of", FluentValue::from(self.number(of)));
        self.format(id, Some(&args))
    }

    /// A message with a text `$what`.
    #[must_use]
    pub fn w(&self, id: &str, what: impl std::fmt::Display) -> String {
        let mut args = FluentArgs::new();
        args.set("what", FluentValue::from(what.to_string()));
        self.format(id, Some(&args))
    }

    /// A message with several texts, each with its name.
    #[must_use]
    pub fn args(&self, id: &str, texts: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, text) in texts {
            args.set(*name, FluentValue::from(*text));
        }
        self.format(id, Some(&args))
    }

    /// A word of a closed list.
    #[must_use]
    pub fn word<T: Vocabulary>(&self, word: &T) -> String {
        self.of_list(T::NAME, word.key())
    }

    /// The message of a list's key, as keys are written in addresses: `facet-skr-group` of `skr_group`.
    #[must_use]
    pub fn of_list(&self, list: &str, key: &str) -> String {
        self.m(&message_id(list, key))
    }

    /// A number with a space (Swedish, Ukrainian) or a comma (English) between thousands.
    #[must_use]
    pub fn number(&self, number: &usize) -> String {
        let gap = match self.language {
            Language::Sv | Language::Uk => "\u{a0}",
            Language::En => ",",
        };
        let digits = number.to_string();
        if digits.len() < 4 {
            return digits;
        }
        let mut text = String::with_capacity(digits.len() * 2);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(gap);
            }
            text.push(digit);
        }
        text
    }

    /// A day: "8 maj 1998", "8 May 1998", "8 травня 1998".
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        let month = self.month(u8::from(day.month()), Case::Genitive);
        format!("{}\u{a0}{month} {}", day.day(), day.year())
    }

    /// A message with a date `$what` that follows a preposition: "до травня 2014".
    #[must_use]
    pub fn dated(&self, id: &str, date: &Edtf) -> String {
        self.w(id, self.date_in(date, Case::Genitive))
    }

    /// A date with the precision that it has.
    #[must_use]
    pub fn date(&self, date: &Edtf) -> String {
        self.date_in(date, Case::Nominative)
    }

    fn date_in(&self, date: &Edtf, case: Case) -> String {
        let text = date.as_str();
        let after = |id, text| self.w(id, self.simple_date(text, Case::Genitive));
        match text.split_once('/') {
            Some(("" | "..", to)) => after("date-until", to),
            Some((from, "" | "..")) => after("date-or-later", from),
            Some((from, to)) => self.range(from, to, case),
            None => self.simple_date(text, case),
        }
    }

    /// A time from one day to another: "4–8 november 2024".
    #[must_use]
    pub fn days(&self, from: Date, to: Date) -> String {
        self.range(&from.to_string(), &to.to_string(), Case::Nominative)
    }

    /// From one date to another; the year, and the month of days, that are those of both stand once.
    fn range(&self, from: &str, to: &str, case: Case) -> String {
        let is_plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let is_alike = is_plain(from) && is_plain(to) && from.len() == to.len();
        let shares =
            |most: usize| is_alike && from.len() > most && from.get(..most) == to.get(..most);
        let mut first = self.simple_date(from, case);
        if shares("2024-11-".len()) {
            first = first.split('\u{a0}').next().unwrap_or_default().to_owned();
        } else if shares("2024-".len()) {
            let without = first.strip_suffix(&from[.."2024".len()]);
            first = without.unwrap_or(&first).trim_end().to_owned();
        }
        format!("{first}–{}", self.simple_date(to, case))
    }

    fn simple_date(&self, text: &str, case: Case) -> String {
        if let Some(about) = text.strip_suffix('~').or_else(|| text.strip_suffix('%')) {
            return self.w("date-about", self.simple_date(about, Case::Genitive));
        }
        if let Some(unsure) = text.strip_suffix('?') {
            return self.w("date-unsure", self.simple_date(unsure, case));
        }
        if let Some(decade) = text
            .strip_suffix('X')
            .filter(|d| d.len() == 3 && !d.contains('X'))
        {
            return self.in_case("date-decade", case, &format!("{decade}0"));
        }
        if let Some(century) = text.strip_suffix("XX") {
            return self.in_case("date-decade", case, &format!("{century}00"));
        }
        let mut parts = text.split('-');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), day) => match month.parse::<u8>() {
                Ok(number @ 1..=12) => match day.and_then(|day| day.parse::<u8>().ok()) {
                    Some(day) => {
                        let month = self.month(number, Case::Genitive);
                        format!("{day}\u{a0}{month} {year}")
                    }
                    None => format!("{} {year}", self.month(number, case)),
                },
                _ => year.to_owned(),
            },
            _ => text.to_owned(),
        }
    }

    fn month(&self, number: u8, case: Case) -> String {
        self.in_case(&format!("month-{number}"), case, "")
    }

    /// A message with a text `$what` in a grammatical case `$case`.
    fn in_case(&self, id: &str, case: Case, what: &str) -> String {
        let mut args = FluentArgs::new();
        args.set("case", case.key());
        args.set("what", what);
        self.format(id, Some(&args))
    }
}

/// The case of a month or a decade; Swedish and English need none.
#[derive(Debug, Clone, Copy)]
enum Case {
    /// By itself: "травень 1998".
    Nominative,
    /// After a day or a preposition: "8 травня 1998", "до травня 1998".
    Genitive,
}

impl Case {
    fn key(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Genitive => "genitive",
        }
    }
}

/// The message of a word of a closed list: `agreement-in-force`. A page has hundreds of them.
fn message_id(list: &str, key: &str) -> String {
    let mut id = String::with_capacity(list.len() + 1 + key.len());
    id.push_str(list);
    id.push('-');
    id.extend(key.chars().map(|c| if c == '_' { '-' } else { c }));
    id
}

#[cfg(test)]
mod tests {
    use vanort_domain::vocabulary::*;

    use super::*;

    const EN: Words = Words {
        language: Language::En,
    };

    /// Checks how dates are written, in all languages.
    fn check_dates(table: &[(&str, [&str; 3])]) {
        for (text, expected) in table {
            let date: Edtf = text.parse().expect(text);
            let written = Language::ALL.map(|language| Words { language }.date(&date));
            assert_eq!(written, *expected, "{text}");
        }
    }

    #[test]
    fn dates_are_written_with_the_precision_they_have() {
        check_dates(&[
            (
                "1998-05-08",
                ["8\u{a0}maj 1998", "8\u{a0}May 1998", "8\u{a0}травня 1998"],
            ),
            ("1998-05", ["maj 1998", "May 1998", "травень 1998"]),
            ("1998", ["1998", "1998", "1998"]),
            ("197X", ["1970-talet", "the 1970s", "1970-ті роки"]),
            ("1975~", ["omkring 1975", "about 1975", "близько 1975"]),
            ("1975?", ["kanske 1975", "perhaps 1975", "можливо, 1975"]),
            (
                "../2014-01-15",
                [
                    "15\u{a0}januari 2014 eller tidigare",
                    "15\u{a0}January 2014 or earlier",
                    "не пізніше 15\u{a0}січня 2014",
                ],
            ),
            (
                "../2014-01",
                [
                    "januari 2014 eller tidigare",
                    "January 2014 or earlier",
                    "не пізніше січня 2014",
                ],
            ),
            (
                "2017/..",
                ["2017 eller senare", "2017 or later", "не раніше 2017"],
            ),
            (
                "197X~",
                [
                    "omkring 1970-talet",
                    "about the 1970s",
                    "близько 1970-х років",
                ],
            ),
        ]);
    }

    #[test]
    fn what_the_two_ends_of_a_time_share_is_written_once() {
        check_dates(&[
            ("2003/2009", ["2003–2009", "2003–2009", "2003–2009"]),
            (
                "2024-11-04/2024-11-08",
                [
                    "4–8\u{a0}november 2024",
                    "4–8\u{a0}November 2024",
                    "4–8\u{a0}листопада 2024",
                ],
            ),
            (
                "2024-11-04/2024-12-08",
                [
                    "4\u{a0}november–8\u{a0}december 2024",
                    "4\u{a0}November–8\u{a0}December 2024",
                    "4\u{a0}листопада–8\u{a0}грудня 2024",
                ],
            ),
            (
                "2024-01/2024-03",
                [
                    "januari–mars 2024",
                    "January–March 2024",
                    "січень–березень 2024",
                ],
            ),
            (
                "2024-11-04~/2024-11-08",
                [
                    "omkring 4\u{a0}november 2024–8\u{a0}november 2024",
                    "about 4\u{a0}November 2024–8\u{a0}November 2024",
                    "близько 4\u{a0}листопада 2024–8\u{a0}листопада 2024",
                ],
            ),
        ]);
    }

    #[test]
    fn a_quotation_within_a_quotation_has_marks_of_its_own() {
        let table = [
            (Language::Sv, "”Lund”", "Utan ”Namn: ”Lund””:"),
            (Language::En, "“Lund”", "Without “Name: ‘Lund’”:"),
            (Language::Uk, "«Лунд»", "Без «Name: „Лунд“»:"),
        ];
        for (language, name, expected) in table {
            let words = Words { language };
            let label = if language == Language::Sv {
                "Namn"
            } else {
                "Name"
            };
            assert_eq!(
                words.w("filter-without", format_args!("{label}: {name}")),
                expected
            );
        }
        let uk = Words {
            language: Language::Uk,
        };
        let beside = uk.w("chart-source", "«Лунд» і «Умео»");
        assert!(beside.ends_with("«Лунд» і «Умео»"), "{beside}");
    }

    #[test]
    fn numbers_have_their_thousands_apart() {
        let written = Language::ALL.map(|language| Words { language }.number(&10_333_456));
        assert_eq!(
            written,
            ["10\u{a0}333\u{a0}456", "10,333,456", "10\u{a0}333\u{a0}456"]
        );
        assert_eq!(EN.number(&999), "999");
    }

    #[test]
    fn a_ukrainian_number_takes_one_of_three_forms() {
        let uk = Words {
            language: Language::Uk,
        };
        let table = [
            (0, "Жодного партнерства"),
            (1, "1 партнерство"),
            (2, "2 партнерства"),
            (5, "5 партнерств"),
            (11, "11 партнерств"),
            (21, "21 партнерство"),
            (1_034, "1\u{a0}034 партнерства"),
        ];
        for (number, expected) in table {
            assert_eq!(uk.n("partnerships-count", &number), expected);
        }
    }

    #[test]
    fn a_message_that_is_ready_is_what_fluent_says() {
        for language in Language::ALL {
            let t = Words { language };
            let ready = &READY[language as usize];
            assert!(ready.len() > 500, "{} of {}", ready.len(), language.tag());
            for (id, text) in ready {
                assert_eq!(*text, t.format(id, None), "{id}");
            }
            assert!(!ready.contains_key("partnerships-count"), "it has a number");
        }
    }

    #[test]
    fn every_word_of_every_closed_list_is_in_every_language() {
        fn check<T: Vocabulary>() {
            for language in Language::ALL {
                for word in T::ALL {
                    let id = message_id(T::NAME, word.key());
                    assert_ne!(Words { language }.m(&id), id, "{}", language.tag());
                }
            }
        }
        check::<Kind>();
        check::<Agreement>();
        check::<Activity>();
        check::<Instrument>();
        check::<Funding>();
        check::<Theme>();
        check::<Event>();
        check::<Declaration>();
        check::<Speaker>();
        check::<Role>();
        check::<SuccessionKind>();
        check::<GroupKind>();
        check::<Evidence>();
        check::<Standing>();
        check::<Coverage>();
        check::<Rule>();
        check::<Freshness>();
        check::<PublisherKind>();
        check::<Confidence>();
    }
}
