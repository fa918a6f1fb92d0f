//! Writes tables.

use std::io::{self, Write};

use vanort_domain::Values;

use super::formula::disarm;

/// Writes a table with fixed columns to `out`, row by row.
///
/// ```
/// # use vanort_domain::Values;
/// # use vanort_formats::csv::TableWriter;
/// let mut table = TableWriter::new(Vec::new(), &["name", "country"])?;
/// table.write(&Values::from_iter([("name", "Åbo"), ("country", "FI")]))?;
/// assert_eq!(table.finish()?, "name,country\nÅbo,FI\n".as_bytes());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct TableWriter<W: Write> {
    out: csv::Writer<W>,
    columns: Vec<String>,
}

impl<W: Write> TableWriter<W> {
    /// Begins a table and writes its header.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn new(out: W, columns: &[&str]) -> io::Result<Self> {
        let mut out = csv::WriterBuilder::new().from_writer(out);
        out.write_record(columns)?;
        Ok(Self {
            out,
            columns: columns.iter().map(|&column| column.to_owned()).collect(),
        })
    }

    /// Begins a table with the byte order mark of UTF-8, without which Excel takes it for Windows-1252.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn with_mark(mut out: W, columns: &[&str]) -> io::Result<Self> {
        out.write_all("\u{FEFF}".as_bytes())?;
        Self::new(out, columns)
    }

    /// Adds a row. Fields that are no column of the table are left out, columns without a field are empty.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn write(&mut self, values: &Values) -> io::Result<()> {
        for column in &self.columns {
            let cell = values.text(column).unwrap_or_default();
            self.out
                .write_field(disarm(cell).as_bytes())
                .map_err(io_error)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io_error)
    }

    /// Adds a row whose fields stand in the order of the columns.
    pub(crate) fn write_fields<T: AsRef<str>>(
        &mut self,
        fields: impl IntoIterator<Item = T>,
    ) -> io::Result<()> {
        for field in fields {
            self.out
                .write_field(disarm(field.as_ref()).as_bytes())
                .map_err(io_error)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io_error)
    }

    /// Flushes and gives `out` back.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(|e| e.into_error())
    }
}

/// The writer's own error, so that a reader that went away can still be told from a full disk.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_in_their_order_and_other_fields_are_left_out() {
        let mut table = TableWriter::new(Vec::new(), &["b", "a"]).unwrap();
        table
            .write(&Values::from_iter([
                ("a", "1"),
                ("b", "x,\"y\"\nz"),
                ("c", "3"),
            ]))
            .unwrap();
        table.write(&Values::from_iter([("a", "=2")])).unwrap();
        assert_eq!(
            String::from_utf8(table.finish().unwrap()).unwrap(),
            "b,a\n\"x,\"\"y\"\"\nz\",1\n,'=2\n"
        );
    }

    #[test]
    fn the_mark_stands_first() {
        let table = TableWriter::with_mark(Vec::new(), &["a"]).unwrap();
        assert_eq!(table.finish().unwrap(), b"\xEF\xBB\xBFa\n");
    }

    #[test]
    fn a_full_disk_is_an_error_and_no_panic() {
        #[derive(Debug)]
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut table = TableWriter::new(Full, &["a"]).unwrap();
        table.write(&Values::from_iter([("a", "1")])).unwrap();
        assert_eq!(
            table.finish().unwrap_err().kind(),
            io::ErrorKind::StorageFull
        );
    }
}
