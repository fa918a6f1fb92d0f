//! Which sheets a workbook has, and in which parts they and what they share are.

use std::collections::HashMap;

use quick_xml::events::Event;

use crate::sheets::package::Package;
use crate::sheets::xml::attribute;
use crate::sheets::{Limits, SheetFault};

/// A workbook's table of contents.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub tabs: Vec<Tab>,
    /// The part with the shared strings.
    pub strings: Option<String>,
    /// The part with the formats of cells.
    pub styles: Option<String>,
    /// Whether dates are counted from 1904.
    pub from_1904: bool,
}

/// A sheet in the table of contents.
#[derive(Debug)]
pub(super) struct Tab {
    pub name: String,
    pub hidden: bool,
    pub part: String,
}

/// A relationship between parts: what it is and where it leads.
struct Relation {
    kind: String,
    target: String,
}

/// Relationships in one part; a workbook has a few more than it has sheets.
const MOST_RELATIONS: usize = 10_000;

pub(super) fn read(package: &mut Package<'_>, limits: Limits) -> Result<Book, SheetFault> {
    let roots = relations(package, "_rels/.rels", "")?;
    let workbook = roots
        .into_values()
        .find(|relation| relation.kind.ends_with("/officeDocument"))
        .map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let slash = if folder.is_empty() { "" } else { "/" };
    let beside = format!("{folder}{slash}_rels/{file}.rels");
    let relations = relations(package, &beside, folder)?;
    let part_of_kind = |kind: &str| {
        let found = relations.values().find(|r| r.kind.ends_with(kind));
        found.map(|relation| relation.target.clone())
    };
    let mut book = Book {
        strings: part_of_kind("/sharedStrings"),
        styles: part_of_kind("/styles"),
        ..Book::default()
    };
    let Some(mut xml) = package.xml(&workbook)? else {
        return Err(SheetFault::Damaged {
            part: workbook,
            reason: "is missing".to_owned(),
        });
    };
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        match element.local_name().as_ref() {
            "workbookPr" => {
                let from = attribute(&element, "date1904");
                book.from_1904 = from.is_some_and(|value| value == "1" || value == "true");
            }
            "sheet" => {
                let id = attribute(&element, "r:id").or_else(|| other_id(&element));
                let relation = id.and_then(|id| relations.get(&id));
                // Charts and macros of old have tabs too.
                let Some(relation) = relation.filter(|r| r.kind.ends_with("/worksheet")) else {
                    continue;
                };
                book.tabs.push(Tab {
                    name: attribute(&element, "name").unwrap_or_default(),
                    hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                    part: relation.target.clone(),
                });
                if book.tabs.len() > limits.sheets {
                    return Err(SheetFault::TooMany {
                        what: "sheets",
                        limit: limits.sheets,
                    });
                }
            }
            _ => {}
        }
    }
    Ok(book)
}

/// The relationship's id where its prefix is another than `r`.
fn other_id(sheet: &quick_xml::events::BytesStart<'_>) -> Option<String> {
    let found = sheet
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|a| a.key.local_name().as_ref() == "id" && a.key.as_ref().contains(':'))?;
    Some(found.value.into_owned())
}

/// The relationships that a part states, by their id; targets are full paths.
fn relations(
    package: &mut Package<'_>,
    part: &str,
    folder: &str,
) -> Result<HashMap<String, Relation>, SheetFault> {
    let mut relations = HashMap::new();
    let Some(mut xml) = package.xml(part)? else {
        return Ok(relations);
    };
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        if element.local_name().as_ref() != "Relationship" {
            continue;
        }
        let (Some(id), Some(target)) = (attribute(&element, "Id"), attribute(&element, "Target"))
        else {
            continue;
        };
        let relation = Relation {
            kind: attribute(&element, "Type").unwrap_or_default(),
            target: resolve(folder, &target),
        };
        relations.insert(id, relation);
        if relations.len() > MOST_RELATIONS {
            return Err(xml.damaged("has too many relationships"));
        }
    }
    Ok(relations)
}

/// The path of a target as seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_seen_from_their_folder() {
        for (folder, target, expected) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl/a", "../b\\c.xml", "xl/b/c.xml"),
            ("xl", "../../../x.xml", "x.xml"),
        ] {
            assert_eq!(resolve(folder, target), expected);
        }
    }
}
