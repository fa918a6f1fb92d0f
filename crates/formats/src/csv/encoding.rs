//! In which encoding a table is.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// What a file is read as: bytes that are UTF-8, but for rows that are broken.
///
/// A byte order mark decides where there is one. Without one the file is UTF-8 when it is valid UTF-8, or when at least
/// one of its characters outside ASCII is (then the rest is damage, which the reader names row by row). When not one
/// is, the file is Windows-1252, as saved by Excel, unless it holds bytes that Windows-1252 does not have.
pub(super) fn to_utf8(bytes: Vec<u8>) -> Vec<u8> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return if encoding == UTF_8 {
            bytes[mark..].to_vec()
        } else {
            encoding.decode(&bytes).0.into_owned().into_bytes()
        };
    }
    if has_utf8_character(&bytes) || bytes.iter().any(|byte| UNUSED.contains(byte)) {
        return bytes;
    }
    match WINDOWS_1252.decode_without_bom_handling(&bytes).0 {
        Cow::Borrowed(_) => bytes,
        Cow::Owned(text) => text.into_bytes(),
    }
}

/// Bytes that stand for nothing in Windows-1252 (encoding_rs makes control characters of them, as browsers do).
const UNUSED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

fn has_utf8_character(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_found() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            units
                .flat_map(|unit: u16| {
                    if big {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect()
        };
        let table: [(&str, Vec<u8>, &[u8]); 9] = [
            ("ASCII", b"Malmo".to_vec(), b"Malmo"),
            ("UTF-8", "Malmö".into(), "Malmö".as_bytes()),
            ("with a mark", "\u{FEFF}Malmö".into(), "Malmö".as_bytes()),
            (
                "UTF-16, little end first",
                utf16("Malmö", false),
                "Malmö".as_bytes(),
            ),
            (
                "UTF-16, big end first",
                utf16("Malmö", true),
                "Malmö".as_bytes(),
            ),
            (
                "Windows-1252",
                b"Malm\xF6 \x80".to_vec(),
                "Malmö €".as_bytes(),
            ),
            ("damaged UTF-8", b"\xC3\xB6 \xF6".to_vec(), b"\xC3\xB6 \xF6"),
            ("neither", b"\x81\xF6".to_vec(), b"\x81\xF6"),
            ("nothing", Vec::new(), b""),
        ];
        for (what, bytes, expected) in table {
            assert_eq!(to_utf8(bytes), expected, "{what}");
        }
    }
}
