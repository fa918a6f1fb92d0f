//! A table's lines as they are, before it is known which of them is the header.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use csv::{ByteRecord, Reader};

use super::FileFault;
use super::file::{Limits, LineCount, check_rows, read_all, records, start_of};
use super::formula::rearm;

/// Reads the lines of a text of which nothing is known yet: titles may stand above its header, lines may be of unlike
/// width. Encodings, separators and limits are those of [`TableReader`](super::TableReader).
///
/// Each item is the line, from 1, and its cells; lines without any cell are passed over. Where bytes are no UTF-8 U+FFFD
/// stands in their place: whoever takes the cells refuses it, as it may also have come with the file.
#[derive(Debug)]
pub struct Lines {
    records: Reader<Cursor<Vec<u8>>>,
    record: ByteRecord,
    lines: LineCount,
    /// Lines that were taken away above the first.
    above: u64,
}

impl Lines {
    /// Reads a file within limits.
    ///
    /// # Errors
    /// When the file cannot be read, is larger than a limit, is empty, is not text, or ends within quotation marks.
    pub fn new(bytes: impl Read, limits: Limits) -> Result<Self, FileFault> {
        const NAME: &str = "the table";
        let mut text = read_all(NAME, bytes, limits.bytes)?;
        let stated = stated_separator(&text);
        if let Some((_, length)) = stated {
            text.drain(..length);
        }
        if text.contains(&0) {
            let reason = "is not a table of text (save a spreadsheet as CSV)";
            return Err(FileFault::new(NAME, None, reason));
        }
        let separator = stated.map_or_else(|| separator(&text), |(separator, _)| separator);
        check_rows(NAME, &text, separator, limits)?;
        Ok(Self {
            records: records(Cursor::new(text), separator),
            record: ByteRecord::new(),
            lines: LineCount::default(),
            above: u64::from(stated.is_some()),
        })
    }
}

impl Iterator for Lines {
    type Item = (u64, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        while self
            .records
            .read_byte_record(&mut self.record)
            .unwrap_or(false)
        {
            if self.record.as_slice().is_empty() {
                continue;
            }
            let start = start_of(&self.record);
            let line = self.lines.line_at(self.records.get_ref().get_ref(), start);
            let cells = self
                .record
                .iter()
                .map(|cell| rearm(&String::from_utf8_lossy(cell)).to_owned())
                .collect();
            return Some((self.above + line, cells));
        }
        None
    }
}

/// The separator that Excel lets a file state in a first line of its own (`sep=;`), and the bytes of that line.
fn stated_separator(text: &[u8]) -> Option<(u8, usize)> {
    let rest = text.strip_prefix(b"sep=")?;
    let (&separator, rest) = rest.split_first()?;
    let end = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return None,
    };
    matches!(separator, b'\t' | b';' | b',' | b'|').then_some((separator, 5 + end))
}

/// The separator that divides most of the first lines into one and the same number of columns; of equals the rarer in
/// prose.
fn separator(text: &[u8]) -> u8 {
    const LOOKED_AT: usize = 100;
    let alike = |separator: u8| {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for record in records(text, separator)
            .into_byte_records()
            .take(LOOKED_AT)
            .flatten()
        {
            if record.len() > 1 {
                *widths.entry(record.len()).or_default() += 1;
            }
        }
        widths.into_values().max().unwrap_or(0)
    };
    // Of equals the last is taken.
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|&separator| alike(separator))
        .filter(|&separator| alike(separator) > 0)
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        let shown = |(line, cells): (u64, Vec<String>)| format!("{line}: {}", cells.join("|"));
        match Lines::new(text.as_bytes(), Limits::default()) {
            Ok(lines) => lines.map(shown).collect(),
            Err(fault) => vec![fault.to_string()],
        }
    }

    #[test]
    fn the_separator_is_the_one_that_makes_lines_alike() {
        for (text, expected) in [
            (
                "Vänorter 2024\n\nKommun;Land\nÅmål;Danmark\n",
                &["1: Vänorter 2024", "3: Kommun|Land", "4: Åmål|Danmark"][..],
            ),
            (
                "Kommun;Vänorter\nÅmål;Tønder (Danmark), Gjerstad (Norge)\nEda;Eidskog (Norge)\n",
                &[
                    "1: Kommun|Vänorter",
                    "2: Åmål|Tønder (Danmark), Gjerstad (Norge)",
                    "3: Eda|Eidskog (Norge)",
                ],
            ),
            ("a,b\n1,2\n", &["1: a|b", "2: 1|2"]),
            ("a\tb, c\n1\t2, 3\n", &["1: a|b, c", "2: 1|2, 3"]),
            ("sep=;\r\na;b,c\r\n1;2,3\r\n", &["2: a|b,c", "3: 1|2,3"]),
            ("sep=|\na|b\n", &["2: a|b"]),
            ("Kommun\nÅmål\n", &["1: Kommun", "2: Åmål"]),
            ("a,b\n'=1,'+46 1\n", &["1: a|b", "2: =1|+46 1"]),
            ("a,a\n1\n1,2,3\n", &["1: a|a", "2: 1", "3: 1|2|3"]),
        ] {
            assert_eq!(lines(text), expected, "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_missing_is_a_fault() {
        assert_eq!(
            lines("a,b\n\"1,2\n3,4\n"),
            [
                "the table, line 2: has a quotation mark that is not closed before the end of the file"
            ]
        );
    }
}
