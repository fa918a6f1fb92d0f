//! Tolerant reading of names and answers: case, accents and punctuation do not matter.

/// A text with nothing left but lower-case letters and digits, words parted by one space.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ó' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other => other,
        };
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The name of an input, however it is written: `tied_to_service` is `tiedToService`.
#[must_use]
pub fn name(text: &str) -> String {
    plain(text).replace(' ', "")
}

/// Whether a text says that the answer is not known.
#[must_use]
pub fn is_unknown(plain: &str) -> bool {
    matches!(
        plain,
        "" | "unknown" | "okant" | "vet inte" | "vet ej" | "not known" | "null"
    )
}

/// The pieces of a list written in words: "equipment plus transport", "råd, utbildning".
#[must_use]
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![text];
    for separator in [
        " plus ", "+", ",", ";", "&", " and ", " och ", " with ", " samt ",
    ] {
        pieces = pieces
            .iter()
            .flat_map(|piece| piece.split(separator))
            .collect();
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}
