//! Reasons of the resolution, in words.

use vanort_app::{Atlas, Level, Reason};

use super::super::View;

/// A reason as a person reads it.
pub(super) fn reason(view: &View<'_>, atlas: &Atlas, reason: &Reason) -> String {
    let t = &view.t;
    let named = |of| atlas.gazetteer.place(of).name.to_string();
    match reason {
        Reason::SameName => t.m("reason-same-name"),
        Reason::OtherName => t.m("reason-other-name"),
        Reason::WithoutLevelWord => t.m("reason-without-level"),
        Reason::InLatinLetters => t.m("reason-latin"),
        Reason::Respelled => t.m("reason-respelled"),
        Reason::OneOfTwoNames => t.m("reason-one-of-two"),
        Reason::Shortened => t.m("reason-shortened"),
        Reason::Slips(slips) => t.n("reason-slips", slips),
        Reason::CountryAgrees => t.m("reason-country"),
        Reason::OtherCountry(code) => t.w("reason-other-country", view.country(*code)),
        Reason::NoCountry => t.m("reason-no-country"),
        Reason::LiesIn(of) => t.w("reason-lies-in", named(*of)),
        Reason::NotKnownToLieThere => t.m("reason-not-there"),
        Reason::LevelAgrees(level) => t.w("reason-level", self::level(view, *level)),
        Reason::OnlyOne => t.m("reason-only-one"),
        Reason::ByFarTheLargest => t.m("reason-largest"),
        Reason::NotOnTheMap => t.m("reason-not-on-map"),
        Reason::OfficialList => t.m("reason-official"),
        Reason::Ceased(year, into) => {
            let what = [year.map(|year| year.to_string()), into.map(named)];
            t.w(
                "reason-ceased",
                what.into_iter().flatten().collect::<Vec<_>>().join(", "),
            )
        }
        Reason::BodyOfItsOwnIn(of) => t.w("reason-own-in", named(*of)),
        Reason::KnownOtherwise => t.m("reason-known"),
    }
}

/// The level in words.
pub(super) fn level(view: &View<'_>, level: Level) -> String {
    view.t.m(match level {
        Level::Region => "level-region",
        Level::County => "level-county",
        Level::Municipality => "level-municipality",
        Level::Part => "level-part",
    })
}
