//! Feeds (Atom, RFC 4287).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use time::Date;

use crate::xml::allowed;

/// What a feed says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What tells it from all others.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its author.
    pub author: String,
    /// Its language.
    pub language: String,
    /// The page it belongs to.
    pub page: String,
    /// Where it is read itself.
    pub address: String,
    /// The day it was last changed.
    pub updated: Date,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from all others.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where more is read.
    pub link: String,
    /// The day it was last changed.
    pub updated: Date,
}

/// Writes a feed.
///
/// # Errors
/// Never for memory; the writer's own.
pub fn write(feed: &Feed) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", feed.language.as_str()),
    ];
    xml.write_event(Event::Start(BytesStart::new("feed").with_attributes(root)))?;
    text(&mut xml, "id", &feed.id)?;
    text(&mut xml, "title", &feed.title)?;
    text(&mut xml, "updated", &instant(feed.updated))?;
    xml.write_event(Event::Start(BytesStart::new("author")))?;
    text(&mut xml, "name", &feed.author)?;
    xml.write_event(Event::End(BytesEnd::new("author")))?;
    link(&mut xml, "alternate", &feed.page)?;
    link(&mut xml, "self", &feed.address)?;
    for entry in &feed.entries {
        xml.write_event(Event::Start(BytesStart::new("entry")))?;
        text(&mut xml, "id", &entry.id)?;
        text(&mut xml, "title", &entry.title)?;
        text(&mut xml, "updated", &instant(entry.updated))?;
        link(&mut xml, "alternate", &entry.link)?;
        text(&mut xml, "summary", &entry.text)?;
        xml.write_event(Event::End(BytesEnd::new("entry")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("feed")))?;
    Ok(xml.into_inner())
}

fn text(xml: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name)
        .write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

fn link(xml: &mut Writer<Vec<u8>>, rel: &str, href: &str) -> io::Result<()> {
    xml.create_element("link")
        .with_attribute(("rel", rel))
        .with_attribute(("href", &*allowed(href)))
        .write_empty()?;
    Ok(())
}

fn instant(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;
    use crate::xml::is_char;

    #[test]
    fn no_text_puts_into_a_feed_what_xml_has_no_place_for() {
        let evil = || "a\u{1}\u{FFFE}<\u{FFFF}b".to_owned();
        let day = date!(2026 - 03 - 01);
        let feed = Feed {
            id: evil(),
            title: evil(),
            author: evil(),
            language: "sv".to_owned(),
            page: evil(),
            address: evil(),
            updated: day,
            entries: vec![Entry {
                id: evil(),
                title: evil(),
                text: evil(),
                link: evil(),
                updated: day,
            }],
        };
        let xml = String::from_utf8(write(&feed).unwrap()).unwrap();
        assert_eq!(xml.matches("a&lt;b").count(), 9, "{xml}");
        assert!(xml.chars().all(is_char), "{xml}");
    }
}
