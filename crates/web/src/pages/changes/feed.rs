//! Changes as an Atom feed (RFC 4287), in parts (RFC 5005).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use vanort_domain::Timestamp;
use vanort_formats::xml::allowed;

use super::Change;
use crate::pages::{Answer, View};
use crate::urls::Kind;

type Xml = Writer<Vec<u8>>;

/// The feed: its links are relations with paths.
pub(super) fn atom(
    view: &View<'_>,
    title: &str,
    links: &[(&str, Option<String>)],
    changes: &[Change],
) -> Answer {
    // Writing to memory does not fail.
    let xml = written(view, title, links, changes).unwrap_or_default();
    Answer::new(Kind::Atom.media_type(), xml)
}

fn written(
    view: &View<'_>,
    title: &str,
    links: &[(&str, Option<String>)],
    changes: &[Change],
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    // A feed in which nothing has changed yet is as old as the register.
    let newest = changes.first().map(|change| change.recorded);
    let newest = newest.or_else(|| view.register().entries().next_back().map(|e| e.recorded));
    let language = view.t.language.tag();
    xml.create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", language))
        .write_inner_content(|xml| {
            text(xml, "id", &view.absolute(&view.url(&view.page)))?;
            text(
                xml,
                "title",
                &format!("{title} – {}", view.t.m("site-name")),
            )?;
            text(xml, "updated", &moment(newest.unwrap_or(Timestamp(0))))?;
            for (relation, path) in links {
                if let Some(path) = path {
                    link(xml, relation, &view.absolute(path))?;
                }
            }
            author(xml, view)?;
            changes
                .iter()
                .try_for_each(|change| entry(xml, view, change))
        })?;
    Ok(xml.into_inner())
}

fn entry(xml: &mut Xml, view: &View<'_>, change: &Change) -> io::Result<()> {
    let told = change.told.as_ref();
    let summary = told.map_or_else(
        || change.sentence.clone(),
        |told| {
            let says = told
                .says
                .iter()
                .map(|said| format!("{}: {}. ", said.name, said.value));
            let source = format!("{}, {}.", told.publisher, told.date);
            says.chain([source]).collect()
        },
    );
    xml.create_element("entry").write_inner_content(|xml| {
        // The entries of the log are never renumbered: their addresses are good for ever.
        text(xml, "id", &change.id)?;
        text(xml, "title", &format!("{}: {}", change.about, change.what))?;
        text(xml, "updated", &moment(change.recorded))?;
        link(xml, "alternate", &view.absolute(&change.about_href))?;
        xml.create_element("category")
            .with_attribute(("term", change.kind.key()))
            .with_attribute(("label", &*allowed(&change.what)))
            .write_empty()?;
        text(xml, "summary", &summary)
    })?;
    Ok(())
}

fn author(xml: &mut Xml, view: &View<'_>) -> io::Result<()> {
    xml.create_element("author")
        .write_inner_content(|xml| text(xml, "name", &view.t.m("site-name")))?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    xml.create_element(name)
        .write_text_content(BytesText::new(&allowed(value)))?;
    Ok(())
}

fn link(xml: &mut Xml, relation: &str, href: &str) -> io::Result<()> {
    xml.create_element("link")
        .with_attribute(("rel", relation))
        .with_attribute(("href", &*allowed(href)))
        .write_empty()?;
    Ok(())
}

fn moment(at: Timestamp) -> String {
    at.to_string()
}
