//! The whole result as a file: a table of text, a workbook, columns for calculations, places on a map.

use std::io::{self, Write};
use std::sync::Arc;

use rustc_hash::FxHashSet;
use vanort_app::tables;
use vanort_domain::BodyId;
use vanort_domain::register::{Partnership, Register};
use vanort_formats::geojson::{FeatureWriter, Geometry, Place};
use vanort_formats::table::{self, FileFormat, Note, Table, TableFault};

use super::super::{Answer, View};
use super::columns::{self, InWords};
use super::{Result, refusal, selection_in_words};
use crate::export::Export;
use crate::urls::{Kind, Page};

/// The result as a file.
pub(crate) fn file(view: &View<'_>, kind: Kind) -> Answer {
    let result = Result::of(view);
    if let Some(refusal) = refusal(view, &result) {
        return refusal;
    }
    let name = view.t.m("export-file-name");
    let table = table_of(view, &result, Some(kind));
    let rows = Rows::of(view, &result, Some(kind));
    let export = match kind {
        Kind::Geojson => Export::new(move |out| rows.write_places(&table, out)),
        Kind::Parquet => Export::new(move |out| rows.write(FileFormat::Parquet, &table, out)),
        _ => Export::new(move |out| rows.write(FileFormat::Xlsx, &table, out)),
    };
    Answer::export(
        kind.media_type(),
        format!("{name}{}", kind.ending()),
        export,
    )
}

/// The result as a table of text; `bom=0` leaves out the mark that spreadsheets want.
pub(super) fn csv(view: &View<'_>, result: &Result) -> Answer {
    let mark = view.param("bom") != Some("0");
    let table = table_of(view, result, None);
    let rows = Rows::of(view, result, None);
    let name = format!("{}.csv", view.t.m("export-file-name"));
    let export = Export::new(move |out| rows.write(FileFormat::Csv { mark }, &table, out));
    Answer::export("text/csv; charset=utf-8", name, export)
}

/// The whole result as an array of objects.
pub(super) fn json(view: &View<'_>, result: &Result) -> Answer {
    let table = table_of(view, result, None);
    let rows = Rows::of(view, result, None);
    let name = format!("{}.json", view.t.m("export-file-name"));
    let export = Export::new(move |out| rows.write(FileFormat::Json, &table, out));
    Answer::export("application/json", name, export)
}

/// What is written: a state of the register, and the partnerships in their order.
struct Rows {
    snapshot: Arc<vanort_app::Snapshot>,
    rows: Vec<Arc<Partnership>>,
    address: String,
    /// Whether years and places are told too, and the words of codes.
    has_more: bool,
    in_words: Option<InWords>,
}

impl Rows {
    fn of(view: &View<'_>, result: &Result, kind: Option<Kind>) -> Self {
        Self {
            snapshot: view.snapshot.clone(),
            rows: result.iter().cloned().collect(),
            address: view.absolute(&view.url(&Page::Partnerships)),
            has_more: matches!(kind, Some(Kind::Parquet | Kind::Xlsx)),
            in_words: (kind == Some(Kind::Xlsx)).then(|| InWords::of(view)),
        }
    }

    fn cells(
        &self,
        table: &Table,
        number: u64,
        p: &Partnership,
    ) -> std::result::Result<Vec<table::Cell>, TableFault> {
        let register = &self.snapshot.register;
        let mut values = tables::partnership(register, p);
        if self.has_more {
            columns::add_more(&mut values, register, p);
        }
        if let Some(in_words) = &self.in_words {
            in_words.add(&mut values, register, p);
        }
        values.set("address", format_args!("{}/{}", self.address, p.pair));
        table.cells(number, &values)
    }

    fn write(
        &self,
        format: FileFormat,
        table: &Table,
        out: &mut (dyn Write + Send),
    ) -> io::Result<()> {
        let rows = (1..).zip(&self.rows).map(|(number, p)| {
            // What the register has fits the columns, which a test sees to.
            self.cells(table, number, p).unwrap_or_default()
        });
        table::write(format, table, rows, out)
            .map(drop)
            .map_err(io::Error::other)
    }

    fn write_places(&self, table: &Table, out: &mut (dyn Write + Send)) -> io::Result<()> {
        let write = || -> std::result::Result<(), TableFault> {
            let mut features = FeatureWriter::new(out, table)?;
            for (number, p) in (1..).zip(&self.rows) {
                let cells = self.cells(table, number, p)?;
                features.write(geometry(&self.snapshot.register, p).as_ref(), &cells)?;
            }
            features.finish().map(drop)
        };
        write().map_err(io::Error::other)
    }
}

/// A line between the two sides; a point where only one is placed.
fn geometry(register: &Register, p: &Partnership) -> Option<Geometry> {
    let place = |id: &BodyId| {
        let body = register.body(id)?;
        Some(Place {
            longitude: body.lon?,
            latitude: body.lat?,
        })
    };
    match (place(&p.pair.first), place(&p.pair.second)) {
        (Some(first), Some(second)) => Some(Geometry::Line(vec![first, second])),
        (Some(only), None) | (None, Some(only)) => Some(Geometry::Point(only)),
        (None, None) => None,
    }
}

/// The table of a file: a workbook is for people, all else for programs. What is to be known of the whole travels with
/// the kinds that have a place for it.
fn table_of(view: &View<'_>, result: &Result, kind: Option<Kind>) -> Table {
    let t = &view.t;
    Table {
        title: t.m("partnerships-title"),
        columns: match kind {
            Some(Kind::Xlsx) => columns::for_people(t),
            kind => columns::for_programs(t, kind == Some(Kind::Parquet)),
        },
        notes: match kind {
            Some(Kind::Xlsx) => vec![
                method(view, result, true),
                columns::codes(view, result.iter()),
                sources(view, result),
            ],
            Some(Kind::Geojson) => vec![method(view, result, false)],
            Some(Kind::Parquet) => vec![method(view, result, false), sources(view, result)],
            _ => Vec::new(),
        },
    }
}

/// What the file is, and how its values came about.
fn method(view: &View<'_>, result: &Result, has_words: bool) -> Note {
    let t = &view.t;
    let row = |name: &str, value: String| vec![t.m(name), value];
    let mut rows = vec![
        row("export-what", t.n("partnerships-count", &result.rows.len())),
        row("export-selection", selection_in_words(view, result)),
        row("export-when", super::super::cite::when(view)),
        row(
            "export-from",
            view.absolute(&super::super::cite::fixed(view, &result.turned(view, None))),
        ),
        row("export-how", t.m("export-how-text")),
    ];
    if let Some(hash) = view.snapshot.hash() {
        rows.insert(3, row("export-hash", hash.to_string()));
    }
    if has_words {
        rows.push(row("export-columns", t.m("export-columns-text")));
        rows.push(row("export-cells", t.m("export-cells-text")));
    }
    let data = view.absolute(&view.url(&Page::Data));
    let licence = format!("{} {data}", t.m("export-licence-text"));
    rows.push(row("export-licence", licence));
    Note {
        title: t.m("export-method"),
        rows,
        ..Note::default()
    }
}

/// The sources on which the rows rest.
fn sources(view: &View<'_>, result: &Result) -> Note {
    let register = view.register();
    let mut known = FxHashSet::default();
    let statements = result.iter().flat_map(|p| p.statements.iter());
    for statement in statements.filter_map(|seq| register.statement(*seq)) {
        if !known.contains(&statement.source) {
            known.insert(statement.source.clone());
        }
    }
    let mut sources: Vec<_> = known.iter().filter_map(|id| register.source(id)).collect();
    sources.sort_by_key(|source| (&source.publisher, &source.id));
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let rows = sources
        .into_iter()
        .map(|source| {
            vec![
                source.id.to_string(),
                source.publisher.clone(),
                text(&source.title),
                source
                    .date
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                text(&source.url),
                text(&source.licence),
            ]
        })
        .collect();
    let head = [
        "export-id",
        "source-publisher",
        "source-title",
        "source-date",
        "export-address",
        "source-licence",
    ];
    Note {
        title: view.t.m("export-sources"),
        head: head.map(|name| view.t.m(name)).to_vec(),
        rows,
    }
}
