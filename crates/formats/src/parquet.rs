//! Parquet files, written in groups of rows.
//!
//! Rows are held until a group is full ([`GROUP_ROWS`] rows or [`GROUP_BYTES`] of text) and then written column by column,
//! compressed with Snappy. Every column may be null; text, links and dates of any precision are UTF-8, whole numbers 64
//! bits, numbers doubles, days dates, lists lists of UTF-8, of which none is empty. Title, labels and notes stand in the file's metadata (`title`, `labels`, `notes`, the last two as JSON).

use std::io::Write;
use std::mem::take;
use std::sync::Arc;

use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::types::Type;
use time::Date;
use time::macros::date;

use crate::table::{Cell, Column, Kind, Latch, Notes, Table, TableFault};

/// Most rows in a group.
pub const GROUP_ROWS: usize = 50_000;

/// Most bytes of text in a group, but for the row that reaches it.
pub const GROUP_BYTES: usize = 16 << 20;

const EPOCH: Date = date!(1970 - 01 - 01);

/// Writes a table as Parquet.
///
/// ```
/// # use vanort_formats::table::{Cell, Column, Kind, Table, TableFault};
/// # use vanort_formats::parquet::GroupWriter;
/// let table = Table {
///     title: "Samarbeten".to_owned(),
///     columns: vec![Column::new("name", "Namn", Kind::Text), Column::new("lat", "Latitud", Kind::Number)],
///     ..Table::default()
/// };
/// let mut file = GroupWriter::new(Vec::new(), &table)?;
/// file.write(&[Cell::text("Åbo"), Cell::Number(60.45)])?;
/// assert!(file.finish()?.starts_with(b"PAR1"));
/// # Ok::<(), TableFault>(())
/// ```
pub struct GroupWriter<'t, W: Write + Send> {
    file: SerializedFileWriter<Latch<W>>,
    table: &'t Table,
    group: Vec<Stored>,
    rows: u64,
    held: usize,
    bytes: usize,
}

/// The cells of one column in the group that is being filled.
struct Stored {
    /// 1 where there is a value ([`IN_LIST`] in a list), 0 where there is none.
    stated: Vec<i16>,
    /// Of lists alone: 0 where a row begins, 1 for each further text of the same row.
    repeated: Vec<i16>,
    values: StoredValues,
}

/// That a text stands in a list: 1 would be a list without any.
const IN_LIST: i16 = 2;

enum StoredValues {
    Text(Vec<ByteArray>),
    List(Vec<ByteArray>),
    Integer(Vec<i64>),
    Number(Vec<f64>),
    Date(Vec<i32>),
}

impl<'t, W: Write + Send> GroupWriter<'t, W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When two columns have one name, there is none, or `out` cannot be written to.
    pub fn new(out: W, table: &'t Table) -> Result<Self, TableFault> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by("Vanort".to_owned())
            .set_key_value_metadata(Some(metadata(table)?))
            .build();
        let file = SerializedFileWriter::new(Latch::new(out), schema(table)?, Arc::new(properties));
        Ok(Self {
            file: file.map_err(fault)?,
            table,
            group: table.columns.iter().map(Stored::new).collect(),
            rows: 0,
            held: 0,
            bytes: 0,
        })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// When the row does not fit the table, or a group is full and `out` cannot be written to.
    pub fn write(&mut self, cells: &[Cell]) -> Result<(), TableFault> {
        self.table.check(self.rows + 1, cells)?;
        self.rows += 1;
        self.held += 1;
        for (column, cell) in self.group.iter_mut().zip(cells) {
            self.bytes += column.push(cell);
        }
        if self.held >= GROUP_ROWS || self.bytes >= GROUP_BYTES {
            self.write_group()?;
        }
        Ok(())
    }

    fn write_group(&mut self) -> Result<(), TableFault> {
        let mut group = self.file.next_row_group().map_err(fault)?;
        for stored in &mut self.group {
            let Some(mut column) = group.next_column().map_err(fault)? else {
                break;
            };
            stored.write(&mut column).map_err(fault)?;
            column.close().map_err(fault)?;
        }
        group.close().map_err(fault)?;
        (self.held, self.bytes) = (0, 0);
        Ok(self.file.inner_mut().check()?)
    }

    /// Writes what is held and the end of the file, and gives `out` back.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn finish(mut self) -> Result<W, TableFault> {
        if self.held > 0 {
            self.write_group()?;
        }
        // Finishes first.
        Ok(self.file.into_inner().map_err(fault)?.into_inner()?)
    }
}

impl Stored {
    fn new(column: &Column) -> Self {
        Self {
            stated: Vec::new(),
            repeated: Vec::new(),
            values: match column.kind {
                Kind::Text | Kind::Link | Kind::Edtf => StoredValues::Text(Vec::new()),
                Kind::List => StoredValues::List(Vec::new()),
                Kind::Integer => StoredValues::Integer(Vec::new()),
                Kind::Number => StoredValues::Number(Vec::new()),
                Kind::Date => StoredValues::Date(Vec::new()),
            },
        }
    }

    /// Adds a cell; gives the bytes that it takes.
    fn push(&mut self, cell: &Cell) -> usize {
        if let StoredValues::List(texts) = &mut self.values {
            let all: &[String] = match cell {
                Cell::List(all) => all,
                _ => &[],
            };
            return push_all(all, texts, &mut self.stated, &mut self.repeated);
        }
        let bytes = match (&mut self.values, cell) {
            (_, Cell::Empty) => None,
            (StoredValues::Text(texts), cell) => {
                let text = cell.to_text();
                let bytes = text.len() + size_of::<ByteArray>();
                texts.push(text.into_owned().into_bytes().into());
                Some(bytes)
            }
            (StoredValues::Integer(numbers), Cell::Integer(number)) => {
                numbers.push(*number);
                Some(8)
            }
            (StoredValues::Number(numbers), Cell::Number(number)) if number.is_finite() => {
                numbers.push(*number);
                Some(8)
            }
            #[expect(
                clippy::cast_precision_loss,
                reason = "a column of doubles was asked for"
            )]
            (StoredValues::Number(numbers), Cell::Integer(number)) => {
                numbers.push(*number as f64);
                Some(8)
            }
            (StoredValues::Date(days), Cell::Date(day)) => {
                days.push(day.to_julian_day() - EPOCH.to_julian_day());
                Some(4)
            }
            _ => None,
        };
        self.stated.push(i16::from(bytes.is_some()));
        bytes.unwrap_or_default() + 2
    }

    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let stated = take(&mut self.stated);
        let stated = Some(&stated[..]);
        let repeated = take(&mut self.repeated);
        match &mut self.values {
            StoredValues::List(texts) => {
                column
                    .typed::<ByteArrayType>()
                    .write_batch(&take(texts), stated, Some(&repeated))
            }
            StoredValues::Text(texts) => {
                column
                    .typed::<ByteArrayType>()
                    .write_batch(&take(texts), stated, None)
            }
            StoredValues::Integer(numbers) => {
                column
                    .typed::<Int64Type>()
                    .write_batch(&take(numbers), stated, None)
            }
            StoredValues::Number(numbers) => {
                column
                    .typed::<DoubleType>()
                    .write_batch(&take(numbers), stated, None)
            }
            StoredValues::Date(days) => {
                column
                    .typed::<Int32Type>()
                    .write_batch(&take(days), stated, None)
            }
        }?;
        Ok(())
    }
}

/// Adds the texts of a row's list; gives the bytes that they take.
fn push_all(
    all: &[String],
    texts: &mut Vec<ByteArray>,
    stated: &mut Vec<i16>,
    repeated: &mut Vec<i16>,
) -> usize {
    if all.is_empty() {
        stated.push(0);
        repeated.push(0);
        return 4;
    }
    let mut bytes = 0;
    for (text, place) in all.iter().zip(0..) {
        stated.push(IN_LIST);
        repeated.push(i16::from(place > 0));
        bytes += text.len() + size_of::<ByteArray>() + 4;
        texts.push(text.clone().into_bytes().into());
    }
    bytes
}

fn schema(table: &Table) -> Result<Arc<Type>, TableFault> {
    let mut names: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    names.sort_unstable();
    if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(TableFault::Columns(format!("two are called {}", twice[0])));
    }
    if names.is_empty() {
        return Err(TableFault::Columns("there are none".to_owned()));
    }
    let fields: Result<Vec<_>, _> = table.columns.iter().map(field).collect();
    Type::group_type_builder("table")
        .with_fields(fields.map_err(fault)?)
        .build()
        .map(Arc::new)
        .map_err(fault)
}

fn field(column: &Column) -> Result<Arc<Type>, ParquetError> {
    let text = (Physical::BYTE_ARRAY, Some(LogicalType::String));
    let (physical, logical) = match column.kind {
        Kind::List => return list(&column.name),
        Kind::Text | Kind::Link | Kind::Edtf => text,
        Kind::Integer => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
    };
    let field = Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical);
    field.build().map(Arc::new)
}

/// A list of texts in the three steps that the format prescribes.
fn list(name: &str) -> Result<Arc<Type>, ParquetError> {
    let text = Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::String))
        .build()?;
    let texts = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![Arc::new(text)])
        .build()?;
    Type::group_type_builder(name)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(Some(LogicalType::List))
        .with_fields(vec![Arc::new(texts)])
        .build()
        .map(Arc::new)
}

fn metadata(table: &Table) -> Result<Vec<KeyValue>, TableFault> {
    let labels: std::collections::BTreeMap<&str, &str> = table
        .columns
        .iter()
        .map(|column| (&*column.name, &*column.label))
        .collect();
    let json = |value: serde_json::Result<String>| value.map_err(|e| TableFault::Io(e.into()));
    Ok(vec![
        KeyValue::new("title".to_owned(), table.title.clone()),
        KeyValue::new("labels".to_owned(), json(serde_json::to_string(&labels))?),
        KeyValue::new(
            "notes".to_owned(),
            json(serde_json::to_string(&Notes(&table.notes)))?,
        ),
    ])
}

fn fault(error: ParquetError) -> TableFault {
    TableFault::Format {
        format: "Parquet",
        reason: error.to_string(),
    }
}
