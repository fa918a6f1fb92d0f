//! The closed lists of words: every value that a field of a statement, body or source may take.
//!
//! The keys are the ones in files, addresses and the API; their Swedish, English and Ukrainian words are
//! messages (`locales/`). Definitions follow SKR (kinds), and the design's own words (the two status axes).

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A text that is not in a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not one of {allowed}")]
pub struct VocabularyError {
    /// The text, cut at 80 characters.
    pub text: String,
    /// The words that are allowed, joined by commas.
    pub allowed: String,
}

/// What all closed lists have in common.
pub trait Vocabulary: Copy + Eq + Ord + 'static {
    /// Name of the list, as in message ids (`kind`, `agreement` …).
    const NAME: &'static str;
    /// Every word, in the order in which they are shown.
    const ALL: &'static [Self];
    /// The word's key.
    fn key(self) -> &'static str;
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $list:literal { $($(#[$vdoc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl Vocabulary for $name {
            const NAME: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }

        impl FromStr for $name {
            type Err = VocabularyError;
            fn from_str(text: &str) -> Result<Self, VocabularyError> {
                match text {
                    $($key => Ok(Self::$variant),)+
                    _ => Err(VocabularyError {
                        text: text.chars().take(80).collect(),
                        allowed: [$($key),+].join(", "),
                    }),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.key())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }
    };
}

vocabulary!(
    /// Form of a partnership, after SKR's three definitions.
    Kind, "kind" {
        /// Vänort: bilateral, formalised, long-term.
        Vanort = "vanort",
        /// Kommunalt partnerskap: a project paid by Sida and managed by ICLD.
        Partnership = "partnership",
        /// Other international co-operation, from own, EU or other means.
        Other = "other",
    }
);
vocabulary!(
    /// State of the agreement. Not stated is `None`, never a word.
    Agreement, "agreement" {
        /// A written agreement is stated.
        InForce = "in_force",
        /// Stated that there is no written agreement.
        None = "none",
        /// Ran out without a decision.
        Lapsed = "lapsed",
        /// Ended by a decision, or an ending is decided.
        Terminated = "terminated",
    }
);
vocabulary!(
    /// What is going on between the two, independent of the agreement.
    Activity, "activity" {
        /// Exchange is stated to take place.
        Active = "active",
        /// Now and then.
        Sporadic = "sporadic",
        /// Vilande: stands, but nothing happens.
        Dormant = "dormant",
        /// Paused by decision, meant to be taken up again.
        Paused = "paused",
        /// Over.
        Ended = "ended",
    }
);
vocabulary!(
    /// The form of the written agreement.
    Instrument, "instrument" {
        /// Vänortsavtal.
        Vanortsavtal = "vanortsavtal",
        /// Vänskapsavtal.
        Vanskapsavtal = "vanskapsavtal",
        /// Samarbetsavtal.
        Samarbetsavtal = "samarbetsavtal",
        /// Partnerstadsavtal.
        Partnerstadsavtal = "partnerstadsavtal",
        /// Samförståndsavtal (memorandum of understanding).
        Samforstandsavtal = "samforstandsavtal",
        /// Avsiktsförklaring (letter of intent).
        Avsiktsforklaring = "avsiktsforklaring",
        /// Projektavtal.
        Projektavtal = "projektavtal",
        /// Any other.
        Other = "other",
    }
);
vocabulary!(
    /// Who pays.
    Funding, "funding" {
        /// The body's own budget.
        Own = "own",
        /// Swedish state aid from Sida through ICLD.
        SidaIcld = "sida_icld",
        /// Swedish state aid from Sida by another way.
        Sida = "sida",
        /// A programme of the European Union.
        Eu = "eu",
        /// Anybody else.
        Other = "other",
    }
);
vocabulary!(
    /// Field of co-operation.
    Theme, "theme" {
        /// Culture.
        Culture = "culture",
        /// School and education.
        Education = "education",
        /// Business development and employment.
        Business = "business",
        /// Democracy and equality.
        Democracy = "democracy",
        /// Youth exchange.
        Youth = "youth",
        /// Environment and climate.
        Environment = "environment",
        /// Leisure, sport and tourism.
        Sport = "sport",
        /// Social services and care.
        Social = "social",
        /// Aid and support.
        Aid = "aid",
        /// Rescue services and preparedness.
        Emergency = "emergency",
        /// Planning, building, water and energy.
        Planning = "planning",
        /// Any other.
        Other = "other",
    }
);
vocabulary!(
    /// What a statement says has happened. Only some of them change a status (see `register::choice`).
    Event, "event" {
        /// An agreement was signed.
        Signed = "signed",
        /// An agreement was renewed.
        Renewed = "renewed",
        /// Paused.
        Paused = "paused",
        /// An agreement ran out.
        Lapsed = "lapsed",
        /// Over.
        Ended = "ended",
        /// An ending was decided.
        EndingDecided = "ending_decided",
        /// An ending was announced; no decision is named.
        EndingAnnounced = "ending_announced",
        /// An ending was proposed; a proposal is not an ending.
        EndingProposed = "ending_proposed",
        /// Somebody was told to end it.
        EndingMandated = "ending_mandated",
        /// Replaced by something else.
        Replaced = "replaced",
        /// Left a group.
        LeftGroup = "left_group",
        /// A review of the relations.
        Review = "review",
        /// A motion in the council.
        Motion = "motion",
        /// A policy was adopted.
        Policy = "policy",
        /// Said to be dormant.
        DormantStated = "dormant_stated",
        /// No longer on the list. Absence is not an ending.
        NoLongerListed = "no_longer_listed",
        /// Planned; not begun.
        Planned = "planned",
    }
);
vocabulary!(
    /// What a body says of itself as a whole.
    Declaration, "declaration" {
        /// Has no partners.
        None = "none",
        /// Does not look for partners.
        NotSeeking = "not_seeking",
    }
);
vocabulary!(
    /// Who speaks in a statement.
    Speaker, "speaker" {
        /// The body the statement is about: its own word.
        Subject = "subject",
        /// The partner: its own word too.
        Partner = "partner",
        /// Anybody else.
        Third = "third",
    }
);
vocabulary!(
    /// How sure the source itself is known to be.
    Confidence, "confidence" {
        /// The body's own text.
        Primary = "primary",
        /// A named other source.
        Secondary = "secondary",
        /// Inference, or not checked.
        Unconfirmed = "unconfirmed",
    }
);
vocabulary!(
    /// What a body is.
    Role, "role" {
        /// Municipality (kommun); abroad: local authority.
        Municipality = "municipality",
        /// Region; abroad: regional authority.
        Region = "region",
        /// Abroad: county or district between region and municipality.
        District = "district",
        /// Abroad: part of a city or of a municipality.
        Part = "part",
        /// State county board (länsstyrelse).
        CountyBoard = "county_board",
        /// Kommunalförbund.
        JointAuthority = "joint_authority",
        /// Company owned by municipalities or regions.
        Company = "company",
        /// Association or other.
        Association = "association",
        /// Not known.
        Unspecified = "unspecified",
    }
);
vocabulary!(
    /// How one body came out of another.
    SuccessionKind, "succession" {
        /// Went up in another body.
        Merged = "merged",
        /// Divided between several.
        Split = "split",
        /// Same area, new name.
        Renamed = "renamed",
        /// Same body, new code.
        Renumbered = "renumbered",
    }
);
vocabulary!(
    /// Sort of group.
    GroupKind, "group-kind" {
        /// Nordic chain of towns (vänortskedja).
        Chain = "chain",
        /// Network.
        Network = "network",
    }
);
vocabulary!(
    /// How much of a body's relations a source lists.
    Listing, "listing" {
        /// All of them, as far as the source goes.
        Complete = "complete",
        /// Some.
        Partial = "partial",
        /// Names none.
        None = "none",
    }
);
vocabulary!(
    /// Sort of publisher.
    PublisherKind, "publisher" {
        /// A municipality's own page.
        Municipality = "municipality",
        /// A region's own page.
        Region = "region",
        /// Council minutes.
        CouncilMinutes = "council_minutes",
        /// Press, radio, television.
        News = "news",
        /// A programme or its manager.
        Programme = "programme",
        /// The partner abroad.
        Partner = "partner",
        /// An association.
        Association = "association",
        /// A data set.
        Dataset = "dataset",
        /// Anybody else.
        Other = "other",
    }
);
vocabulary!(
    /// Verdict of an identity decision.
    Verdict, "verdict" {
        /// The two are one body.
        Same = "same",
        /// The two are different bodies.
        Different = "different",
        /// Looked at, not settled.
        Unsure = "unsure",
        /// A body of its own, none of those that are known; said of one body alone.
        OwnBody = "own_body",
        /// Not a body at all; said of one body alone.
        NotABody = "not_a_body",
    }
);
vocabulary!(
    /// On whose word a partnership rests: the ladder of evidence, best first.
    Evidence, "evidence" {
        /// Confirmed by both sides.
        BothSides = "both_sides",
        /// Stated by the Swedish side.
        SwedishSide = "swedish_side",
        /// Stated by the partner.
        PartnerSide = "partner_side",
        /// Only third parties say so.
        ThirdParty = "third_party",
        /// The two sides contradict each other.
        Disputed = "disputed",
    }
);
vocabulary!(
    /// Whether a partnership stands, in one word for lists; the two status axes say more.
    Standing, "standing" {
        /// Somebody says that it stands, nobody who counts more says otherwise.
        Stated = "stated",
        /// Only planned so far.
        Planned = "planned",
        /// Under review or in question, and nobody says that it stands.
        Unclear = "unclear",
        /// Last heard of as no longer on a list; nobody says that it is over.
        NoLongerListed = "no_longer_listed",
        /// Over.
        Ended = "ended",
        /// The two sides contradict each other.
        Disputed = "disputed",
    }
);
vocabulary!(
    /// What is known of a body's co-operation, and from whom.
    Coverage, "coverage" {
        /// Has itself stated partners.
        OwnPartners = "own_partners",
        /// Has itself stated that it has none.
        OwnNone = "own_none",
        /// Has itself stated that it does not look for any.
        OwnNotSeeking = "own_not_seeking",
        /// Known only from others.
        OthersOnly = "others_only",
        /// Nobody has said anything.
        NeverAsked = "never_asked",
    }
);
vocabulary!(
    /// The rule by which a value was chosen; each is explained in the register's method.
    Rule, "rule" {
        /// Nobody has said anything.
        NotStated = "not_stated",
        /// Everybody who says something says the same.
        Unanimous = "unanimous",
        /// A body's own word about itself outranks a third party's.
        OwnWord = "own_word",
        /// A later word outranks an earlier one of the same rank.
        LaterWord = "later_word",
        /// A dated word outranks an undated one of the same rank.
        DatedWord = "dated_word",
        /// A word of which only the latest possible day is known counts after undated ones.
        OpenWord = "open_word",
        /// An ending by either side outranks older words of the other.
        Ending = "ending",
        /// A later positive word of the side that ended it reopens.
        Reopened = "reopened",
        /// What has happened since the sides spoke, told by a third party.
        News = "news",
        /// The more precise of two dates that agree.
        MorePrecise = "more_precise",
        /// The same rank and date: settled by the order of the sources.
        SourceOrder = "source_order",
        /// The two sides contradict each other.
        Contradiction = "contradiction",
    }
);
vocabulary!(
    /// How old the newest word is.
    Freshness, "freshness" {
        /// At most 12 months.
        Fresh = "fresh",
        /// 12 to 36 months: confirmation is due.
        Due = "due",
        /// More than 36 months.
        Old = "old",
        /// No word carries a date.
        Undated = "undated",
        /// Only words that are later than the day that is shown tell of it.
        Later = "later",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_back_as_its_word() {
        fn check<T: Vocabulary + FromStr<Err = VocabularyError> + fmt::Debug>() {
            for word in T::ALL {
                assert_eq!(word.key().parse::<T>().as_ref(), Ok(word));
            }
        }
        check::<Kind>();
        check::<Agreement>();
        check::<Activity>();
        check::<Event>();
        check::<Evidence>();
        check::<Coverage>();
    }

    #[test]
    fn a_word_outside_the_list_names_the_list() {
        let error = "vilande".parse::<Activity>().expect_err("not a key");
        assert_eq!(
            error.to_string(),
            "\"vilande\" is not one of active, sporadic, dormant, paused, ended"
        );
    }
}
