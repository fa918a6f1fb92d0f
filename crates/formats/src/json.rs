//! JSON arrays, written value by value.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a JSON array of values to `out`, one value a line, as they come; nothing is held back.
///
/// Values keep their text as it is: what the table format does for spreadsheets is not done here.
///
/// ```
/// # use vanort_domain::Values;
/// # use vanort_formats::json::ArrayWriter;
/// let mut array = ArrayWriter::new(Vec::new())?;
/// array.write(&Values::from_iter([("name", "Åbo")]))?;
/// assert_eq!(array.finish()?, "[\n{\"name\":\"Åbo\"}\n]\n".as_bytes());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct ArrayWriter<W: Write> {
    out: W,
    empty: bool,
}

impl<W: Write> ArrayWriter<W> {
    /// Begins an array.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, empty: true })
    }

    /// Adds a value.
    ///
    /// # Errors
    /// When `out` cannot be written to, or the value has no JSON form (a map whose keys are not texts).
    pub fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> io::Result<()> {
        // Serialised first, so that a value without a JSON form leaves no half of itself behind.
        let json = serde_json::to_vec(value)?;
        self.out
            .write_all(if self.empty { b"\n" } else { b",\n" })?;
        self.empty = false;
        self.out.write_all(&json)
    }

    /// Ends the array, flushes and gives `out` back. An array that is not ended is not JSON: whoever reads it sees
    /// that it was cut off.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn finish(mut self) -> io::Result<W> {
        self.out
            .write_all(if self.empty { b"]\n" } else { b"\n]\n" })?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Writes values as one JSON array.
///
/// # Errors
/// As [`ArrayWriter::write`].
pub fn write_array<W: Write, T: Serialize>(
    out: W,
    values: impl IntoIterator<Item = T>,
) -> io::Result<W> {
    let mut array = ArrayWriter::new(out)?;
    for value in values {
        array.write(&value)?;
    }
    array.finish()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use vanort_domain::Values;

    use super::*;

    #[test]
    fn an_array_without_values_is_an_empty_array() {
        let none: [Values; 0] = [];
        assert_eq!(write_array(Vec::new(), none).unwrap(), b"[]\n");
    }

    #[test]
    fn formulas_stay_as_they_are() {
        let values = Values::from_iter([("note", "=1+1"), ("name", "L'Aquila")]);
        assert_eq!(
            write_array(Vec::new(), [values]).unwrap(),
            b"[\n{\"name\":\"L'Aquila\",\"note\":\"=1+1\"}\n]\n"
        );
    }

    #[test]
    fn a_value_without_a_json_form_leaves_the_array_as_it_was() {
        let mut array = ArrayWriter::new(Vec::new()).unwrap();
        array.write(&1).unwrap();
        assert!(array.write(&BTreeMap::from([(vec![1], 2)])).is_err());
        array.write(&3).unwrap();
        assert_eq!(array.finish().unwrap(), b"[\n1,\n3\n]\n");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            rows in prop::collection::vec(prop::collection::btree_map("[a-z_]{1,8}", ".{1,20}", 0..5), 0..8)
        ) {
            let values = rows.iter().map(|row| Values::from_iter(row.clone()));
            let json = write_array(Vec::new(), values).unwrap();
            let read: Vec<BTreeMap<String, String>> = serde_json::from_slice(&json).unwrap();
            prop_assert_eq!(read, rows);
        }
    }
}
