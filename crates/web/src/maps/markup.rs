//! Text put into SVG.

use vanort_formats::xml::is_char;

/// Text for an element or a quoted attribute of XML: what has a meaning there is escaped, and what XML 1.0 does
/// not allow at all (section 2.2, most control characters) is left out.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' => escaped.push(' '),
            c if c.is_control() || !is_char(c) => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
pub(super) mod tests {
    use roxmltree::Document;

    use super::escape;

    /// The document of an SVG as it stands in HTML (without its namespace); fails when it is not well formed or holds
    /// what is not a number.
    #[track_caller]
    pub fn well_formed(svg: &str) -> Document<'_> {
        assert!(
            !svg.contains("NaN") && !svg.contains("inf "),
            "not a number"
        );
        Document::parse(svg).unwrap()
    }

    /// Bytes after compression as the server does it for pages made on request.
    pub fn brotli_size(svg: &str) -> usize {
        let mut packed = Vec::new();
        let quality = brotli::enc::BrotliEncoderParams {
            quality: 5,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut svg.as_bytes(), &mut packed, &quality).unwrap()
    }

    #[test]
    fn nothing_in_a_text_ends_the_attribute_or_element_it_stands_in() {
        assert_eq!(
            escape("<a href=\"x\" o='y'>&\u{0}\u{7}\u{FFFE}\u{FFFF}Å\n</a>"),
            "&lt;a href=&quot;x&quot; o=&#39;y&#39;&gt;&amp;Å &lt;/a&gt;"
        );
    }
}
