//! What can be wrong with a table.

/// What is wrong with a file as a whole: none of its rows is read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {reason}", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct FileFault {
    /// The name of the file, as given.
    pub file: String,
    /// The line where it shows, from 1, where it is one.
    pub line: Option<u64>,
    /// What is wrong, as a sentence without file and line.
    pub reason: String,
    /// What breaks the rows of a text, where that is it.
    pub broken: Option<Broken>,
}

/// What breaks the rows of a text, so that whoever tells of it has words of her own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A row of more bytes than any has.
    LongRow,
    /// A quotation mark is open at the end of the file.
    OpenQuote,
}

/// What is wrong with one row: it is set aside, and the others are read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}{}: {reason}", column.as_ref().map(|c| format!(", column {c}")).unwrap_or_default())]
pub struct RowFault {
    /// The name of the file, as given.
    pub file: String,
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// The name of the column, where it is about one.
    pub column: Option<String>,
    /// What is wrong, as a sentence without file, line and column.
    pub reason: String,
}

impl FileFault {
    pub(super) fn new(file: &str, line: Option<u64>, reason: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            reason: reason.into(),
            broken: None,
        }
    }

    /// The same fault, by what breaks the rows.
    pub(super) fn by(mut self, broken: Broken) -> Self {
        self.broken = Some(broken);
        self
    }
}
