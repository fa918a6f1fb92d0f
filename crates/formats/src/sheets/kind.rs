//! What a file is, told by its content.

use std::io::Cursor;

use zip::ZipArchive;

use super::SheetFault;

/// What a file was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text separated by commas, semicolons or tabs.
    Text,
    /// Office Open XML, as Excel writes it.
    Xlsx,
    /// OpenDocument, as LibreOffice writes it.
    Ods,
}

/// A file that is no table, or in a form that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Foreign {
    /// Excel before 2007.
    #[error("an Excel workbook of the old kind (xls)")]
    Xls,
    /// Excel's binary workbook.
    #[error("a binary Excel workbook (xlsb)")]
    Xlsb,
    /// A workbook that cannot be read without its password.
    #[error("a workbook protected with a password; take the password away")]
    Protected,
    /// A web page, also one that is called xls.
    #[error(
        "a web page (HTML), perhaps under the name of a spreadsheet; open it in a spreadsheet program"
    )]
    Html,
    /// Excel's XML of 2003, flat OpenDocument, or any other XML.
    #[error("an XML document")]
    Xml,
    /// JSON.
    #[error("a JSON document")]
    Json,
    /// PDF.
    #[error("a PDF document; copy its table to a spreadsheet")]
    Pdf,
    /// A picture.
    #[error("a picture")]
    Picture,
    /// A text document or a presentation.
    #[error("a text document or a presentation, not a spreadsheet; copy its table to one")]
    Document,
    /// A packed folder.
    #[error("a packed folder (zip); unpack it and bring the table in it")]
    Archive,
    /// Something with bytes that no text has.
    #[error("no table that is known here")]
    Unknown,
}

impl Foreign {
    /// The word for messages and addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Xls => "foreign_xls",
            Self::Xlsb => "foreign_xlsb",
            Self::Protected => "foreign_protected",
            Self::Html => "foreign_html",
            Self::Xml => "foreign_xml",
            Self::Json => "foreign_json",
            Self::Pdf => "foreign_pdf",
            Self::Picture => "foreign_picture",
            Self::Document => "foreign_document",
            Self::Archive => "foreign_archive",
            Self::Unknown => "foreign",
        }
    }
}

/// Tells what a file is.
pub(super) fn recognise(bytes: &[u8]) -> Result<Format, SheetFault> {
    let foreign = |what| Err(SheetFault::Foreign(what));
    match bytes {
        [] => return Err(SheetFault::Empty),
        [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..] => return packed(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return foreign(compound(bytes)),
        [b'%', b'P', b'D', b'F', ..] => return foreign(Foreign::Pdf),
        [0x89, b'P', b'N', b'G', ..]
        | [0xFF, 0xD8, 0xFF, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..]
        | [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => {
            return foreign(Foreign::Picture);
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => return foreign(Foreign::Document),
        [0x1F, 0x8B, ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [b'R', b'a', b'r', b'!', ..] => {
            return foreign(Foreign::Archive);
        }
        _ => {}
    }
    text(bytes)
}

/// A text, if it is one of a table.
fn text(bytes: &[u8]) -> Result<Format, SheetFault> {
    let foreign = |what| Err(SheetFault::Foreign(what));
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        // UTF-16, which has null bytes; its reader tells what is wrong with it.
        return Ok(Format::Text);
    }
    if bytes.contains(&0) {
        return foreign(Foreign::Unknown);
    }
    let bare = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bare = bare.trim_ascii_start();
    if bare.is_empty() {
        return Err(SheetFault::Empty);
    }
    let start = bare[..bare.len().min(1024)].to_ascii_lowercase();
    let begins = |with: &[u8]| start.starts_with(with);
    let holds = |what: &[u8]| start.windows(what.len()).any(|window| window == what);
    if begins(b"<") {
        let html = begins(b"<!doctype html") || holds(b"<html") || begins(b"<table");
        return foreign(if html { Foreign::Html } else { Foreign::Xml });
    }
    // A cell may begin with a bracket; JSON goes on with a quotation mark, another bracket or its end.
    let after = start[1..].trim_ascii_start().first();
    if begins(b"{") && matches!(after, Some(b'"' | b'}') | None)
        || begins(b"[") && matches!(after, Some(b'{' | b'[' | b']') | None)
    {
        return foreign(Foreign::Json);
    }
    Ok(Format::Text)
}

/// An OLE container: an old workbook, or a new one behind a password.
fn compound(bytes: &[u8]) -> Foreign {
    let encrypted: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(encrypted.len()).any(|w| w == encrypted) {
        Foreign::Protected
    } else {
        Foreign::Xls
    }
}

/// A zip: which of the formats that are packed so.
fn packed(bytes: &[u8]) -> Result<Format, SheetFault> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| SheetFault::Damaged {
        part: "zip".to_owned(),
        reason: error.to_string(),
    })?;
    let has = |what: fn(&str) -> bool| {
        archive
            .file_names()
            .filter_map(Result::ok)
            .any(|name| what(&name.replace('\\', "/").to_ascii_lowercase()))
    };
    if has(|name| name.ends_with("xl/workbook.bin")) {
        return Err(SheetFault::Foreign(Foreign::Xlsb));
    }
    if has(|name| name.starts_with("xl/")) {
        return Ok(Format::Xlsx);
    }
    if has(|name| name.starts_with("word/") || name.starts_with("ppt/")) {
        return Err(SheetFault::Foreign(Foreign::Document));
    }
    if has(|name| name == "content.xml") && has(|name| name == "mimetype") {
        // Which of OpenDocument's kinds it is stands in a part that the reader looks at.
        return Ok(Format::Ods);
    }
    Err(SheetFault::Foreign(Foreign::Archive))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_called_by_its_name() {
        use Foreign::{Archive, Document, Html, Json, Pdf, Picture, Unknown, Xls, Xml};
        let table: [(&[u8], Foreign); 14] = [
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Xls),
            (b"%PDF-1.7\n", Pdf),
            (b"\x89PNG\r\n\x1A\n", Picture),
            (b"\xFF\xD8\xFF\xE0", Picture),
            (b"<!DOCTYPE html><html>", Html),
            (
                b"\xEF\xBB\xBF \n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
                Html,
            ),
            (b"<table><tr><td>Kommun", Html),
            (b"<?xml version=\"1.0\"?><html>", Html),
            (b"<?xml version=\"1.0\"?><Workbook>", Xml),
            (b"{\"head\": {}}", Json),
            (b"[{\"kommun\": 1}]", Json),
            (b"{\\rtf1", Document),
            (b"\x1F\x8B\x08", Archive),
            (b"a\0b", Unknown),
        ];
        for (bytes, expected) in table {
            let text = String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(
                recognise(bytes),
                Err(SheetFault::Foreign(expected)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_text_may_begin_with_a_bracket() {
        assert_eq!(recognise(b"[Kommun],Land\n"), Ok(Format::Text));
        assert_eq!(recognise(b"{Kommun},Land\n"), Ok(Format::Text));
    }

    #[test]
    fn a_workbook_behind_a_password_is_told_from_an_old_one() {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(
            recognise(&bytes),
            Err(SheetFault::Foreign(Foreign::Protected))
        );
    }
}
