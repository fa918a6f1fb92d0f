//! Names of Swedish bodies with slips of the pen.

use vanort_names::{Atlas, Ranked, Reason, Resolution};

/// Whether a name is but for slips of the pen that of one Swedish body, and as nearly that of another: "Lindköping". That a
/// region is called as its town is leaves no doubt.
pub(crate) fn is_as_near_another(atlas: &Atlas, resolution: &Resolution) -> bool {
    let slips = |ranked: &Ranked| {
        let mut reasons = ranked.reasons.iter();
        reasons.find_map(|reason| match reason {
            Reason::Slips(slips) => Some(*slips),
            _ => None,
        })
    };
    let Some((best, others)) = resolution.candidates.split_first() else {
        return false;
    };
    let Some(fewest) = slips(best) else {
        return false;
    };
    let id = |ranked: &Ranked| atlas.gazetteer.place(ranked.place).id.as_str();
    let is_body = |id: &str| {
        let code = id.strip_prefix("se-");
        code.is_some_and(|code| code.bytes().all(|b| b.is_ascii_digit()))
    };
    // A region's code begins those of its municipalities.
    let is_around = |one: &str, other: &str| one.starts_with(other) || other.starts_with(one);
    others.iter().any(|other| {
        is_body(id(other))
            && slips(other).is_some_and(|slips| slips <= fewest)
            && !is_around(id(best), id(other))
    })
}
