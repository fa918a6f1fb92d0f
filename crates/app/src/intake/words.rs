//! Bodies of which only the words are known, and their identifiers.

use sha2::{Digest as _, Sha256};
use vanort_domain::bodies::Body;
use vanort_domain::{BodyId, CountryCode};
use vanort_names::{Outcome, Ranked, Reason, Resolution, fold};

/// A body of which only the words are known.
pub(super) fn mint(written: &str, country: Option<CountryCode>, wikidata: Option<&str>) -> Body {
    let id = wikidata
        .and_then(|item| format!("wd-{item}").parse().ok())
        .unwrap_or_else(|| minted_id(written, country));
    let mut body = Body::named(id, written, country, "the statements that name it");
    body.wikidata = wikidata.map(Into::into);
    body
}

/// Whether words may mean one of several places that are called just so.
pub(super) fn has_namesakes(resolution: &Resolution) -> bool {
    let is_slip = |reason: &Reason| matches!(reason, Reason::Slips(_));
    let called = |ranked: &&Ranked| !ranked.reasons.iter().any(is_slip);
    let mut called = resolution.candidates.iter().filter(called);
    resolution.outcome == Outcome::Ambiguous && called.nth(1).is_some()
}

/// Identifier of what one body means by words that many places share: that of the words, and its own behind it.
pub(super) fn minted_id_of(words: &BodyId, of: &BodyId) -> BodyId {
    format!("{words}-{of}")
        .parse()
        // An identifier of the greatest length has no room before it.
        .unwrap_or_else(|_| words.clone())
}

/// Identifier of a body of which only the words are known: `vn-` and ten letters and digits from the digest of folded name
/// and country. The same words in the same country make the same body in every copy of the register.
pub fn minted_id(written: &str, country: Option<CountryCode>) -> BodyId {
    const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let folded = fold(written);
    // A name in signs that fold to nothing is still a name.
    let name = if folded.is_empty() { written } else { &folded };
    let digest = Sha256::digest(format!(
        "{name}\n{}",
        country.map_or_else(String::new, |c| c.to_string())
    ));
    let signs: String = digest
        .iter()
        .take(10)
        .map(|byte| char::from(SIGNS[usize::from(byte % 32)]))
        .collect();
    format!("vn-{signs}")
        .parse()
        .unwrap_or_else(|_| unreachable!("letters and digits make an identifier"))
}
