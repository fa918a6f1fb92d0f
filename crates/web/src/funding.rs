//! The funding guide in words: what the engine's codes and parts say in each language. The pages and the command line share it.

use vanort_app::Countries;
use vanort_domain::CountryCode;
use vanort_domain::funding::{
    Answer, BodyType, Call, Change, Counted, CountryEntry, Counts, Currency, Day, Guide, Outcome,
    Remark, RemarkKind, Round, Rule, RuleAnswer, Span, Test, Why,
};

use crate::messages::Words;

/// The words of one language, with the names of countries and contacts.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The words.
    pub t: Words,
    /// The countries.
    pub countries: &'a Countries,
    /// The guide.
    pub guide: &'a Guide,
}

/// What a rule requires, before it is known what somebody has.
struct Need<'a> {
    tests: Test,
    at_least: Option<u32>,
    at_most: Option<u32>,
    currency: Option<Currency>,
    one_of: &'a [BodyType],
    one_of_countries: &'a [CountryCode],
}

impl Teller<'_> {
    fn language(&self) -> &'static str {
        self.t.language.tag()
    }

    /// A day, written out.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        self.t.day(day.0)
    }

    fn country(&self, code: CountryCode) -> String {
        self.countries.name(code, self.language()).into_owned()
    }

    /// Countries, one after the other.
    #[must_use]
    pub fn countries(&self, codes: &[CountryCode]) -> String {
        let names: Vec<String> = codes.iter().map(|code| self.country(*code)).collect();
        names.join(", ")
    }

    /// A type of body.
    #[must_use]
    pub fn body_type(&self, kind: BodyType) -> String {
        self.t
            .m(&format!("fund-type-{}", kind.key().replace('_', "-")))
    }

    fn types(&self, kinds: &[BodyType]) -> String {
        let names: Vec<String> = kinds.iter().map(|kind| self.body_type(*kind)).collect();
        names.join(", ")
    }

    /// An outcome.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> String {
        self.t.m(&format!("fund-{}", outcome.key()))
    }

    /// How far a source can be trusted.
    #[must_use]
    pub fn confidence(&self, word: &str) -> String {
        match word {
            "primary" => self.t.m("fund-primary"),
            "secondary" => self.t.m("fund-secondary"),
            _ => self.t.m("fund-unconfirmed"),
        }
    }

    /// What a rule tests.
    #[must_use]
    pub fn test(&self, test: Test) -> String {
        self.t
            .m(&format!("fund-test-{}", test.key().replace('_', "-")))
    }

    fn bound(&self, number: u32, currency: Option<Currency>) -> String {
        let number = self.t.number(&(number as usize));
        match currency {
            Some(Currency::Eur) => self.t.w("fund-money-eur", number),
            Some(Currency::Sek) => self.t.w("fund-money-sek", number),
            None => number,
        }
    }

    fn need(&self, need: &Need<'_>) -> Option<String> {
        let bound = |number| self.bound(number, need.currency);
        let range = match (need.at_least, need.at_most) {
            (Some(low), Some(high)) => Some(self.t.args(
                "fund-between",
                &[
                    ("low", &self.t.number(&(low as usize))),
                    ("high", &bound(high)),
                ],
            )),
            (Some(low), None) => Some(self.t.w("fund-at-least", bound(low))),
            (None, Some(high)) => Some(self.t.w("fund-at-most", bound(high))),
            (None, None) => None,
        };
        let set = if !need.one_of.is_empty() {
            Some(self.types(need.one_of))
        } else if !need.one_of_countries.is_empty() {
            Some(self.countries(need.one_of_countries))
        } else if need.tests == Test::ApplicantCountry {
            Some(self.t.m("fund-counting-country"))
        } else {
            None
        };
        match (range, set) {
            (Some(range), Some(set)) => Some(format!("{range} ({set})")),
            (range, set) => range.or(set),
        }
    }

    /// What a rule of the files requires; none where that is not established.
    #[must_use]
    pub fn requirement(&self, rule: &Rule) -> Option<String> {
        if let Some(text) = &rule.text {
            return Some(text.get(self.language()).to_owned());
        }
        let mut need = self
            .need(&Need {
                tests: rule.tests,
                at_least: rule.at_least,
                at_most: rule.at_most,
                currency: rule.currency,
                one_of: &rule.one_of,
                one_of_countries: &rule.one_of_countries,
            })
            .filter(|_| rule.is_established())?;
        if rule.normally {
            need = self.t.w("fund-normally", need);
        }
        if rule.open_list {
            need = format!("{need} ({})", self.t.m("fund-open-list"));
        }
        Some(need)
    }

    fn required(&self, rule: &RuleAnswer) -> Option<String> {
        self.need(&Need {
            tests: rule.tests,
            at_least: rule.at_least,
            at_most: rule.at_most,
            currency: rule.currency,
            one_of: &rule.one_of,
            one_of_countries: &rule.one_of_countries,
        })
    }

    fn have(&self, rule: &RuleAnswer, have: Span) -> Option<String> {
        let scale = if rule.tests == Test::Amount { 100 } else { 1 };
        let number = |n: u64| {
            self.t
                .number(&usize::try_from(n / scale).unwrap_or(usize::MAX))
        };
        match have.most {
            Some(_) if have.is_exact() => Some(number(have.least)),
            Some(most) => Some(self.t.args(
                "fund-between",
                &[("low", &number(have.least)), ("high", &number(most))],
            )),
            // That a project lasts a month at least says nothing.
            None if have.least > u64::from(rule.tests == Test::Months) => {
                Some(self.t.w("fund-at-least", number(have.least)))
            }
            None => None,
        }
    }

    /// The answer of a rule in one line: what it tests, what it requires, what there is, and why.
    #[must_use]
    pub fn line(&self, rule: &RuleAnswer) -> String {
        let test = self.test(rule.tests);
        if let Some(text) = &rule.text {
            let why = (rule.outcome == Outcome::DoesNotFit)
                .then(|| format!("{} ", self.t.m(&format!("fund-why-{}", rule.why.key()))));
            return format!(
                "{test}. {}{}",
                why.unwrap_or_default(),
                text.get(self.language())
            );
        }
        let mut parts = Vec::new();
        if let Some(need) = self
            .required(rule)
            .filter(|_| rule.why != Why::NotEstablished)
        {
            parts.push(self.t.w("fund-need", need));
        }
        if let Some(have) = rule.have.and_then(|have| self.have(rule, have)) {
            parts.push(self.t.w("fund-have", have));
        }
        let parts = if parts.is_empty() {
            String::new()
        } else {
            format!(" ({})", parts.join("; "))
        };
        let why = self.t.m(&format!("fund-why-{}", rule.why.key()));
        let earlier = rule.earlier.as_ref().and_then(|earlier| {
            let need = self.need(&Need {
                tests: rule.tests,
                at_least: earlier.at_least,
                at_most: earlier.at_most,
                currency: None,
                one_of: &[],
                one_of_countries: &earlier.one_of_countries,
            })?;
            Some(self.t.args(
                "fund-earlier",
                &[("version", &earlier.version), ("need", &need)],
            ))
        });
        format!("{test}{parts}. {why} {}", earlier.unwrap_or_default())
            .trim_end()
            .to_owned()
    }

    /// Those who do not count, or of whom it is not known, with the word on them.
    #[must_use]
    pub fn not_counted(&self, rule: &RuleAnswer) -> Vec<String> {
        // What the rule on countries says once need not be said again where all is well.
        if rule.outcome == Outcome::Fits && rule.tests != Test::Countries {
            return Vec::new();
        }
        let open = rule.counted.iter().filter(|one| one.counts != Counts::Yes);
        open.filter(|one| !(rule.tests == Test::EuCountries && is_plain_no(one)))
            .map(|one| self.counted(rule, one))
            .collect()
    }

    fn counted(&self, rule: &RuleAnswer, one: &Counted) -> String {
        let country = match (one.country, one.party) {
            (Some(code), _) => self.country(code),
            (None, 0) => self.t.m("fund-applicant-no-country"),
            (None, _) => self.t.m("fund-no-country"),
        };
        let id = match (one.counts, one.by_type) {
            (Counts::Yes, _) => "fund-party-yes",
            (Counts::No, true) => "fund-party-type-no",
            (Counts::Unknown, true) => "fund-party-type-unknown",
            (Counts::No, false) => "fund-party-no",
            (Counts::Unknown, false) => "fund-party-unknown",
        };
        let said = self.t.args(id, &[("country", &country)]);
        match &one.entry {
            Some(entry) if !one.by_type && is_outside_the_eu(rule, entry) => {
                format!("{said}: {}.", self.t.m("fund-party-not-eu"))
            }
            Some(entry) if !one.by_type => format!(
                "{said}: {} ({}).",
                entry.text.get(self.language()),
                self.confidence(&entry.confidence)
            ),
            None if one.country.is_some() && !one.by_type && rule.one_of_countries.is_empty() => {
                format!("{said}: {}.", self.t.m("fund-party-unnamed"))
            }
            _ => format!("{said}."),
        }
    }

    /// A change, to stand within a sentence.
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        let t = &self.t;
        let number = |n: &u32| t.number(&(*n as usize));
        let id = format!("fund-change-{}", change.key());
        match change {
            Change::AddFromEu { number, .. } => t.n(&id, &(*number as usize)),
            Change::AddFrom { countries } => t.w(&id, self.countries(countries)),
            Change::Participants { to } | Change::Months { to } => t.w(&id, number(to)),
            Change::Invited {
                to,
                participants: Some(_),
            } => t.w("fund-change-invited-all", number(to)),
            Change::Invited { to, .. } => t.w(&id, number(to)),
            Change::Amount { to, currency } => t.w(&id, self.bound(*to, Some(*currency))),
            Change::ApplicantType { one_of } => t.w(&id, self.types(one_of)),
            Change::PartnerApplies { country } | Change::ApplicantFrom { country } => {
                t.w(&id, self.country(*country))
            }
            Change::Starts { on } => t.w(&id, self.day(*on)),
        }
    }

    /// All changes of a programme in one line; none where there are none.
    #[must_use]
    pub fn changes(&self, answer: &Answer) -> Option<String> {
        let changes: Vec<String> = answer
            .changes
            .iter()
            .map(|change| self.change(change))
            .collect();
        (!changes.is_empty())
            .then(|| format!("{} {}.", self.t.m("fund-change"), changes.join("; ")))
    }

    /// How many of a programme's rules fit.
    #[must_use]
    pub fn tally(&self, answer: &Answer) -> String {
        let fits = answer
            .rules
            .iter()
            .filter(|rule| rule.outcome == Outcome::Fits)
            .count();
        let (fits, all) = (self.t.number(&fits), self.t.number(&answer.rules.len()));
        self.t.args("fund-tally", &[("fits", &fits), ("all", &all)])
    }

    /// "Ask MUCF or EACEA."
    #[must_use]
    pub fn ask(&self, answer: &Answer) -> String {
        let names: Vec<&str> = answer
            .ask
            .iter()
            .take(2)
            .filter_map(|key| self.guide.contact(key))
            .map(|contact| contact.name.as_str())
            .collect();
        self.t.w(
            "fund-ask",
            names.join(&format!(" {} ", self.t.m("fund-or"))),
        )
    }

    /// The days a call closes: both, where sources differ.
    #[must_use]
    pub fn deadline(&self, call: &Call) -> String {
        match (call.deadline, call.deadline_latest) {
            (Some(first), Some(last)) => {
                format!(
                    "{} {} {}",
                    self.day(first),
                    self.t.m("fund-or"),
                    self.day(last)
                )
            }
            (Some(day), None) => self.day(day),
            _ => self.t.m("fund-undated"),
        }
    }

    /// Where the calls of a programme stand, in sentences.
    #[must_use]
    pub fn calls(&self, answer: &Answer) -> Vec<String> {
        let t = &self.t;
        let has_calls = self
            .guide
            .programme(&answer.programme)
            .is_some_and(|p| p.calls.is_some());
        if !has_calls {
            return vec![t.m("fund-no-calls")];
        }
        let mut said = vec![match &answer.calls.next {
            Some((round, call)) => {
                let id = match round {
                    Round::Open => "fund-call-open",
                    Round::Coming => "fund-call-coming",
                    _ => "fund-call-announced",
                };
                let opens = call.opens.map_or_else(String::new, |day| self.day(day));
                let texts = [
                    ("call", call.name.as_str()),
                    ("opens", &opens),
                    ("day", &self.deadline(call)),
                ];
                with_source(self, &t.args(id, &texts), call)
            }
            None => t.m("fund-rules-old"),
        }];
        if let (None, Some(call)) = (&answer.calls.next, &answer.calls.last) {
            let texts = [("call", call.name.as_str()), ("day", &self.deadline(call))];
            said.push(with_source(self, &t.args("fund-last-closed", &texts), call));
            let days: Vec<String> = answer
                .calls
                .earlier
                .iter()
                .take(4)
                .map(|call| self.deadline(call))
                .collect();
            if !days.is_empty() {
                said.push(t.w("fund-earlier-deadlines", days.join(", ")));
            }
        }
        said
    }

    /// A remark at a question.
    #[must_use]
    pub fn remark(&self, remark: &Remark) -> String {
        let id = format!("fund-remark-{}", remark.kind.key());
        let read = remark.read_as.clone().unwrap_or_default();
        let said = self
            .t
            .args(&id, &[("what", &remark.written), ("read", &read)]);
        if remark.kind == RemarkKind::FormerCountry && !remark.countries.is_empty() {
            let today = self.t.w(
                "fund-remark-former-today",
                self.countries(&remark.countries),
            );
            return format!("{said} {today}");
        }
        said
    }
}

/// Whether a country is not counted since it lies outside the EU, whatever else its entry says of the programme.
fn is_outside_the_eu(rule: &RuleAnswer, entry: &CountryEntry) -> bool {
    rule.tests == Test::EuCountries && entry.eu == Counts::No
}

/// A country outside the EU that is known: nothing needs to be said of it where countries of the EU are counted.
fn is_plain_no(one: &Counted) -> bool {
    one.counts == Counts::No && !one.by_type && one.entry.is_none()
}

fn with_source(teller: &Teller<'_>, said: &str, call: &Call) -> String {
    let said = said.trim_end_matches('.');
    format!("{said} ({}).", teller.confidence(&call.confidence))
}
