//! Where a page of the list begins, as it stands in an address: signs that say nothing to readers, so that nobody builds
//! on what is in them, with a check that tells a damaged one from one whose place is gone.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use twox_hash::XxHash3_64;
use vanort_domain::PairKey;

/// What a cursor begins with; another form gets another.
const FORM: u8 = 1;
/// Bytes of the check at its end.
const CHECK: usize = 4;

/// The cursor of a pair.
pub(super) fn write(pair: &PairKey) -> String {
    let mut bytes = vec![FORM];
    bytes.extend_from_slice(pair.to_string().as_bytes());
    let check = check(&bytes);
    bytes.extend_from_slice(&check);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The pair of a cursor; also of one that is the pair's own name, as links had it before.
pub(super) fn read(text: &str) -> Option<PairKey> {
    if let Ok(pair) = text.parse() {
        return Some(pair);
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (said, told) = bytes.split_last_chunk::<CHECK>()?;
    if check(said) != *told {
        return None;
    }
    let pair = said.strip_prefix(&[FORM])?;
    std::str::from_utf8(pair).ok()?.parse().ok()
}

fn check(bytes: &[u8]) -> [u8; CHECK] {
    let mut check = [0; CHECK];
    check.copy_from_slice(&XxHash3_64::oneshot(bytes).to_be_bytes()[..CHECK]);
    check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back_hides_what_it_holds_and_is_none_when_a_sign_is_changed() {
        let pair: PairKey = "se-1781~gn-639701".parse().expect("a pair");
        let cursor = write(&pair);
        assert!(
            cursor
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        );
        assert!(
            !cursor.contains("1781") && !cursor.contains('~'),
            "{cursor}"
        );
        assert_eq!(read(&cursor), Some(pair.clone()));
        assert_eq!(
            read("se-1781~gn-639701"),
            Some(pair),
            "as links had it before"
        );
        for place in 0..cursor.len() {
            let other = if &cursor[place..=place] == "A" {
                "B"
            } else {
                "A"
            };
            let mut changed = cursor.clone();
            changed.replace_range(place..=place, other);
            assert_eq!(read(&changed), None, "{changed}");
            assert_eq!(read(&cursor[..place]), None);
        }
        for none in ["", "AA", "x", "ö", "AXNlLTE3ODF-Z24tNjM5NzAx"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
