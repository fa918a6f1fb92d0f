//! Reads tables.

use std::io::{Cursor, Read};

use csv::{ByteRecord, Reader};
use vanort_domain::Values;

use super::faults::{FileFault, RowFault};
use super::file::{
    Limits, LineCount, check_rows, columns, read_all, records, separator, start_of, text_of,
};
use super::formula::rearm;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its cells by column; empty cells are absent.
    pub values: Values,
}

/// Reads a table row by row.
///
/// The whole file is looked at before the first row: to find its encoding and separator, and so that nothing is taken
/// from a file that turns out to be broken. Rows without any value are passed over.
///
/// ```
/// # use vanort_formats::csv::TableReader;
/// let table = TableReader::new("towns.csv", "name;country\r\nÅbo;FI\r\nOslo\r\n".as_bytes())?;
/// let rows: Vec<_> = table.collect();
/// assert_eq!(rows[0].as_ref().unwrap().values.text("country"), Some("FI"));
/// assert_eq!(
///     rows[1].as_ref().unwrap_err().to_string(),
///     "towns.csv, line 3: has 1 field where the header has 2"
/// );
/// # Ok::<(), vanort_formats::csv::FileFault>(())
/// ```
#[derive(Debug)]
pub struct TableReader {
    file: String,
    columns: Vec<String>,
    records: Reader<Cursor<Vec<u8>>>,
    record: ByteRecord,
    lines: LineCount,
}

impl TableReader {
    /// Reads a file within the default [`Limits`]; `name` stands in the faults.
    ///
    /// # Errors
    /// As [`TableReader::with_limits`].
    pub fn new(name: &str, bytes: impl Read) -> Result<Self, FileFault> {
        Self::with_limits(name, bytes, Limits::default())
    }

    /// Reads a file within limits; `name` stands in the faults.
    ///
    /// # Errors
    /// When the file cannot be read, is larger than a limit, is empty, is not text, has no header or the same column
    /// twice, or ends within quotation marks.
    pub fn with_limits(name: &str, bytes: impl Read, limits: Limits) -> Result<Self, FileFault> {
        let text = read_all(name, bytes, limits.bytes)?;
        let separator = separator(&text);
        let columns = columns(name, &text, separator)?;
        check_rows(name, &text, separator, limits)?;
        let mut table = Self {
            file: name.to_owned(),
            columns,
            records: records(Cursor::new(text), separator),
            record: ByteRecord::new(),
            lines: LineCount::default(),
        };
        // The header, which is already known; a cursor does not fail.
        table.advance();
        Ok(table)
    }

    /// The names of the columns in their order; empty where the header has none.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Goes to the next record; whether there is one.
    fn advance(&mut self) -> bool {
        self.records
            .read_byte_record(&mut self.record)
            .unwrap_or(false)
    }

    fn row(&self, line: u64) -> Result<Row, RowFault> {
        let fault = |column: Option<&str>, reason: String| RowFault {
            file: self.file.clone(),
            line,
            column: column.map(str::to_owned),
            reason,
        };
        if self.record.len() != self.columns.len() {
            let (has, fields) = (self.record.len(), plural(self.record.len()));
            let reason = format!(
                "has {has} {fields} where the header has {}",
                self.columns.len()
            );
            return Err(fault(None, reason));
        }
        let mut values = Values::new();
        for (position, (column, cell)) in self.columns.iter().zip(&self.record).enumerate() {
            let cell = text_of(cell).map_err(|reason| {
                let nameless = format!("{}", position + 1);
                let column = if column.is_empty() { &nameless } else { column };
                fault(Some(column), reason.to_owned())
            })?;
            if column.is_empty() && !cell.is_empty() {
                let reason = format!("has a value in column {}, which has no name", position + 1);
                return Err(fault(None, reason));
            }
            values.set(column, rearm(cell));
        }
        Ok(Row { line, values })
    }
}

impl Iterator for TableReader {
    type Item = Result<Row, RowFault>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.advance() {
            if self.record.as_slice().is_empty() {
                continue;
            }
            let start = start_of(&self.record);
            let line = self.lines.line_at(self.records.get_ref().get_ref(), start);
            return Some(self.row(line));
        }
        None
    }
}

fn plural(fields: usize) -> &'static str {
    if fields == 1 { "field" } else { "fields" }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::csv::TableWriter;

    /// What a file gives, a line a row: values as `column=cell`, or the fault.
    fn read(bytes: &[u8]) -> Vec<String> {
        read_within(bytes, Limits::default())
    }

    fn read_within(bytes: &[u8], limits: Limits) -> Vec<String> {
        let table = match TableReader::with_limits("f", bytes, limits) {
            Ok(table) => table,
            Err(fault) => return vec![fault.to_string()],
        };
        let row = |row: Result<Row, RowFault>| match row {
            Ok(row) => {
                let cells: Vec<String> = row
                    .values
                    .iter()
                    .map(|(column, cell)| format!("{column}={cell}"))
                    .collect();
                format!("{}: {}", row.line, cells.join(" "))
            }
            Err(fault) => fault.to_string(),
        };
        table.map(row).collect()
    }

    #[test]
    fn files_of_all_kinds_are_read() {
        let utf16: Vec<u8> = "\u{FEFF}a;b\r\nÅ;ö\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let table: [(&str, &[u8], &[&str]); 14] = [
            ("plain", b"a,b\n1,2\n", &["2: a=1 b=2"]),
            ("no line end at the end", b"a,b\n1,2", &["2: a=1 b=2"]),
            (
                "CRLF",
                b"a,b\r\n1,2\r\n3,4\r\n",
                &["2: a=1 b=2", "3: a=3 b=4"],
            ),
            ("CR alone", b"a,b\r1,2\r3,4", &["2: a=1 b=2", "3: a=3 b=4"]),
            ("mark", b"\xEF\xBB\xBFa,b\n1,2\n", &["2: a=1 b=2"]),
            ("UTF-16 from Excel", &utf16, &["2: a=Å b=ö"]),
            (
                "Windows-1252 from Excel",
                b"a;b\r\n\xC5;\xF6\r\n",
                &["2: a=Å b=ö"],
            ),
            ("tabs", b"a\tb\n1\t2,3\n", &["2: a=1 b=2,3"]),
            (
                "blank lines",
                b"\n\na,b\n\r\n\n1,2\n,\n\n3,4\n",
                &["6: a=1 b=2", "9: a=3 b=4"],
            ),
            (
                "a row of two lines",
                b"a,b\n\"1\n1\",2\n3,4\n",
                &["2: a=1\n1 b=2", "4: a=3 b=4"],
            ),
            ("spaces around names", b" a , b\n1,2\n", &["2: a=1 b=2"]),
            ("a column without name or value", b"a,\n1,\n", &["2: a=1"]),
            ("only a header", b"a,b\n", &[]),
            (
                "a formula made harmless",
                b"a\n'=1\n'x\n",
                &["2: a==1", "3: a='x"],
            ),
        ];
        for (what, bytes, expected) in table {
            assert_eq!(read(bytes), expected, "{what}");
        }
    }

    #[test]
    fn a_broken_row_says_where_and_stops_no_other() {
        let table: [(&str, &[u8], &[&str]); 7] = [
            (
                "too few",
                b"a,b\n1\n3,4\n",
                &[
                    "f, line 2: has 1 field where the header has 2",
                    "3: a=3 b=4",
                ],
            ),
            (
                "too many",
                b"a,b\r\n1,2\r\n1,2,3\r\n3,4\r\n",
                &[
                    "2: a=1 b=2",
                    "f, line 3: has 3 fields where the header has 2",
                    "4: a=3 b=4",
                ],
            ),
            (
                "not UTF-8 in the middle",
                b"a,b\n\xC3\xB6,2\n1,Malm\xF6\n3,4\n",
                &[
                    "2: a=ö b=2",
                    "f, line 3, column b: is not UTF-8, as the rest of the file is",
                    "4: a=3 b=4",
                ],
            ),
            (
                "null",
                b"a,b\n1,2\0\n3,4\n",
                &["f, line 2, column b: holds a null character", "3: a=3 b=4"],
            ),
            (
                "lost character",
                "a\nMalm\u{FFFD}\n".as_bytes(),
                &[
                    "f, line 2, column a: holds a character that was lost when the file was converted (\u{FFFD})",
                ],
            ),
            (
                "value without a column",
                b"a,\n1,2\n",
                &["f, line 2: has a value in column 2, which has no name"],
            ),
            (
                "after a row of two lines",
                b"a,b\n\"1\r\n1\",2\n3\n",
                &[
                    "2: a=1\r\n1 b=2",
                    "f, line 4: has 1 field where the header has 2",
                ],
            ),
        ];
        for (what, bytes, expected) in table {
            assert_eq!(read(bytes), expected, "{what}");
        }
    }

    #[test]
    fn a_broken_file_gives_no_row() {
        let table: [(&str, &[u8], &str); 8] = [
            ("empty", b"", "f: is empty"),
            ("only a mark", b"\xEF\xBB\xBF", "f: is empty"),
            ("blank", b"\n\r\n", "f: is empty"),
            (
                "header of commas",
                b",,\n1,2,3\n",
                "f, line 1: has no header",
            ),
            (
                "same column",
                b"a,b, a\n1,2,3\n",
                "f, line 1: has the column a twice",
            ),
            (
                "a spreadsheet",
                b"PK\x03\x04\x14\0\x06\0\n",
                "f, line 1: is not a table of text (save a spreadsheet as CSV)",
            ),
            (
                "UTF-16 without a mark",
                b"a\0,\0b\0\n\0",
                "f, line 1: is not a table of text (save a spreadsheet as CSV)",
            ),
            (
                "open quotation mark",
                b"a,b\n1,2\n3,\"4\n5,6\n",
                "f, line 3: has a quotation mark that is not closed before the end of the file",
            ),
        ];
        for (what, bytes, expected) in table {
            assert_eq!(read(bytes), [expected], "{what}");
        }
    }

    #[test]
    fn a_file_over_a_limit_gives_no_row() {
        let limits = Limits {
            bytes: 20,
            rows: 2,
            row_bytes: 9,
        };
        let table: [(&[u8], &[&str]); 4] = [
            (b"a\n1\n2\n", &["2: a=1", "3: a=2"]),
            (b"a\n1\n2\n3\n", &["f, line 4: has more than 2 rows"]),
            (
                b"a\n1\n0123456789\n",
                &["f, line 3: has a row of more than 9 bytes (is a quotation mark missing?)"],
            ),
            (
                b"a\n012345678901234567890\n",
                &["f: is larger than 20 bytes"],
            ),
        ];
        for (bytes, expected) in table {
            assert_eq!(read_within(bytes, limits), expected);
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_says_so() {
        struct Gone;
        impl Read for Gone {
            fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
                Err(std::io::ErrorKind::ConnectionReset.into())
            }
        }
        let fault = TableReader::new("f", Gone).unwrap_err();
        assert_eq!(fault.to_string(), "f: cannot be read: connection reset");
    }

    const COLUMNS: [&str; 3] = ["a", "b", "c"];

    fn rows() -> impl Strategy<Value = Vec<Values>> {
        let cell = prop_oneof![
            "[^\0\u{FFFD}]{0,12}",
            "['=+@;,\"\t\r\n-]{0,5}",
            "[+-]?[0-9]{1,3}(\\.[0-9])?"
        ];
        let row = prop::collection::btree_map(prop::sample::select(&COLUMNS[..]), cell, 0..4);
        prop::collection::vec(row.prop_map(Values::from_iter), 0..6)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(rows in rows(), mark: bool) {
            let begin = if mark { TableWriter::with_mark } else { TableWriter::new };
            let mut table = begin(Vec::new(), &COLUMNS).unwrap();
            for row in &rows {
                table.write(row).unwrap();
            }
            let bytes = table.finish().unwrap();
            let read: Vec<Values> = TableReader::new("f", &bytes[..])
                .unwrap()
                .map(|row| row.unwrap().values)
                .collect();
            let stated: Vec<Values> = rows.into_iter().filter(|row| !row.is_empty()).collect();
            prop_assert_eq!(read, stated);
        }

        #[test]
        fn no_bytes_make_it_panic_and_lines_only_go_up(
            bytes in prop_oneof![
                prop::collection::vec(any::<u8>(), 0..200),
                "[ab,;\t\"\r\n\0ö]{0,80}".prop_map(String::into_bytes),
            ]
        ) {
            if let Ok(table) = TableReader::new("f", &bytes[..]) {
                let lines: Vec<u64> = table
                    .map(|row| row.map_or_else(|fault| fault.line, |row| row.line))
                    .collect();
                prop_assert!(lines.is_sorted_by(|a, b| a < b), "{:?}", lines);
            }
        }
    }
}
