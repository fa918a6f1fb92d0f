//! What is looked at before the first row is read: the file as a whole.

use std::collections::BTreeSet;
use std::io::Read;

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::encoding::to_utf8;
use super::faults::{Broken, FileFault};

/// How large a table may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole file. It is held in memory, once or twice.
    pub bytes: u64,
    /// Rows below the header.
    pub rows: u64,
    /// Bytes of the cells of one row; a quotation mark that is missing makes one row of many.
    pub row_bytes: usize,
}

impl Default for Limits {
    /// 64 MiB, a million rows, 256 KiB a row.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            rows: 1_000_000,
            row_bytes: 256 << 10,
        }
    }
}

/// A cell as text, or what is wrong with it.
pub(super) fn text_of(cell: &[u8]) -> Result<&str, &'static str> {
    let text = std::str::from_utf8(cell).map_err(|_| "is not UTF-8, as the rest of the file is")?;
    if text.contains('\0') {
        return Err("holds a null character");
    }
    if text.contains('\u{FFFD}') {
        return Err("holds a character that was lost when the file was converted (\u{FFFD})");
    }
    Ok(text)
}

pub(super) fn records<R: Read>(text: R, separator: u8) -> Reader<R> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text)
}

pub(super) fn read_all(name: &str, bytes: impl Read, limit: u64) -> Result<Vec<u8>, FileFault> {
    let mut all = Vec::new();
    bytes
        .take(limit.saturating_add(1))
        .read_to_end(&mut all)
        .map_err(|e| FileFault::new(name, None, format!("cannot be read: {e}")))?;
    if all.len() as u64 > limit {
        let reason = format!("is larger than {limit} bytes");
        return Err(FileFault::new(name, None, reason));
    }
    Ok(to_utf8(all))
}

/// The separator that divides the header into most columns; a comma where none does.
pub(super) fn separator(text: &[u8]) -> u8 {
    let columns = |separator: u8| {
        let mut header = ByteRecord::new();
        let read = records(text, separator).read_byte_record(&mut header);
        read.map_or(0, |_| header.len())
    };
    // Of equals the last is taken.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|&separator| columns(separator))
        .unwrap_or(b',')
}

/// The names in the header.
pub(super) fn columns(name: &str, text: &[u8], separator: u8) -> Result<Vec<String>, FileFault> {
    let fault = |reason: String| FileFault::new(name, Some(1), reason);
    let mut header = ByteRecord::new();
    let any = records(text, separator).read_byte_record(&mut header);
    if !any.is_ok_and(|any| any) {
        return Err(FileFault::new(name, None, "is empty"));
    }
    let columns: Vec<String> = header
        .iter()
        .map(|cell| text_of(cell).map(|cell| cell.trim().to_owned()))
        .collect::<Result<_, _>>()
        .map_err(|_| fault("is not a table of text (save a spreadsheet as CSV)".to_owned()))?;
    if columns.iter().all(String::is_empty) {
        return Err(fault("has no header".to_owned()));
    }
    let mut seen = BTreeSet::new();
    match columns.iter().find(|c| !c.is_empty() && !seen.insert(*c)) {
        Some(twice) => Err(fault(format!("has the column {twice} twice"))),
        None => Ok(columns),
    }
}

/// Checks what concerns the file as a whole but needs all rows.
pub(super) fn check_rows(
    name: &str,
    text: &[u8],
    separator: u8,
    limits: Limits,
) -> Result<(), FileFault> {
    let mut records = records(text, separator);
    let (mut record, mut lines) = (ByteRecord::new(), LineCount::default());
    let (mut read, mut last) = (0_u64, 0);
    while records.read_byte_record(&mut record).unwrap_or(false) {
        read += 1;
        last = start_of(&record);
        let line = lines.line_at(text, last);
        if record.as_slice().len() > limits.row_bytes {
            let reason = format!(
                "has a row of more than {} bytes (is a quotation mark missing?)",
                limits.row_bytes
            );
            return Err(FileFault::new(name, Some(line), reason).by(Broken::LongRow));
        }
        // The header is no row.
        if read > limits.rows.saturating_add(1) {
            let reason = format!("has more than {} rows", limits.rows);
            return Err(FileFault::new(name, Some(line), reason));
        }
    }
    if ends_in_quotes(text.get(last..).unwrap_or_default(), separator) {
        let line = LineCount::default().line_at(text, last);
        let reason = "has a quotation mark that is not closed before the end of the file";
        return Err(FileFault::new(name, Some(line), reason).by(Broken::OpenQuote));
    }
    Ok(())
}

/// Whether a line after the last record would still be part of it.
fn ends_in_quotes(last_record: &[u8], separator: u8) -> bool {
    let continued = last_record.chain(&b"\nx\n"[..]);
    records(continued, separator).into_byte_records().count() == 1
}

/// Offset of a record, or of the blank lines before it.
pub(super) fn start_of(record: &ByteRecord) -> usize {
    let byte = record.position().map_or(0, csv::Position::byte);
    usize::try_from(byte).unwrap_or(usize::MAX)
}

/// Counts lines forward. The crate's own count is one short after CRLF, and gives blank lines to the record after them.
#[derive(Debug, Default)]
pub(super) struct LineCount {
    offset: usize,
    breaks: u64,
}

impl LineCount {
    /// The line, from 1, of the first record at or after `offset`, which may not be before the last one asked for.
    pub fn line_at(&mut self, text: &[u8], offset: usize) -> u64 {
        let rest = text.get(offset..).unwrap_or_default();
        let blank = rest
            .iter()
            .take_while(|b| matches!(b, b'\r' | b'\n'))
            .count();
        let to = offset.saturating_add(blank).min(text.len());
        for at in self.offset..to {
            let lone_return = text[at] == b'\r' && text.get(at + 1) != Some(&b'\n');
            self.breaks += u64::from(text[at] == b'\n' || lone_return);
        }
        self.offset = self.offset.max(to);
        self.breaks + 1
    }
}
