//! The data that comes with the program, and its loading into an empty register.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use rust_embed::RustEmbed;
use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};
use vanort_domain::bodies::Body;
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::Role;
use vanort_domain::{Seq, SourceId};
use vanort_names::{Atlas, Countries, Gazetteer};

use crate::intake::{self, Prepared, PreparedEntry, Resolver, Row, SetAside, Sureness};
use crate::recorder::{Recorder, RecorderError};

#[derive(RustEmbed)]
#[folder = "../../data"]
#[exclude = "*.md"]
// The rules of law and of funding are no statements: a changed rule does not make the register load again.
#[exclude = "law/*"]
// Nor is what others have counted.
#[exclude = "survey_series.csv"]
#[exclude = "country_figures.csv"]
#[exclude = "funding/*"]
// What bodies are by nature only tells which are alike.
#[exclude = "body_traits.csv"]
// Of the tables that only the gazetteer has use for the program has what they come to.
#[exclude = "authorities_other.csv.zst"]
#[exclude = "city_divisions.csv"]
#[exclude = "divisions.csv.zst"]
#[exclude = "gazetteer.csv.zst"]
#[exclude = "region_names.csv"]
#[exclude = "villages.csv.zst"]
struct Data;

/// The gazetteer of its tables, ready for use: `build.rs` makes it.
static GAZETTEER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer"));
/// A digest over the tables of which that was made.
static GAZETTEER_TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.sha256"));

/// A bundled file by its path below `data/`.
#[must_use]
pub fn file(path: &str) -> Option<Cow<'static, [u8]>> {
    Data::get(path).map(|file| file.data)
}

/// The rows of a bundled table with a header, those that can be read.
pub(crate) fn rows<T: serde::de::DeserializeOwned>(path: &str) -> Vec<T> {
    let table = file(path).unwrap_or_default();
    csv::Reader::from_reader(&*table)
        .into_deserialize()
        .filter_map(Result::ok)
        .collect()
}

/// The tables of statements, in the order in which they are loaded.
pub const STATEMENT_TABLES: [&str; 5] = [
    "statements/municipal_pages.csv",
    "statements/ukraine.csv",
    "statements/china.csv",
    "statements/events.csv",
    "statements/wikidata.csv",
];

/// The name under which the store keeps which bundle it holds.
const LOADED: &str = "bundle";

/// Who records what comes with the program.
const BUNDLE: &str = "bundle";

/// How far the loading is.
#[derive(Debug, Clone)]
pub enum Progress {
    /// The gazetteer is being read.
    Gazetteer,
    /// A table is being taken in: its name and how many entries it makes.
    Table(&'static str, usize),
}

/// What loading came to.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// Entries that were new.
    pub recorded: usize,
    /// Entries the log knew already.
    pub known: usize,
    /// Rows that were set aside.
    pub set_aside: Vec<SetAside>,
}

/// Why the bundled data was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A table is missing or damaged as a whole: the program was not built right.
    #[error("the bundled table {0} cannot be read: {1}")]
    Table(&'static str, String),
    /// The log did not take it.
    #[error(transparent)]
    Recorder(#[from] RecorderError),
}

/// A digest over all bundled files, by which a later start sees that nothing has changed.
#[must_use]
pub fn version() -> String {
    let mut names: Vec<Cow<'static, str>> = Data::iter().collect();
    names.sort();
    let mut hasher = Sha256::new();
    hasher.update(GAZETTEER_TABLES);
    for name in names {
        if let Some(file) = Data::get(&name) {
            hasher.update(name.as_bytes());
            hasher.update(file.metadata.sha256_hash());
        }
    }
    vanort_domain::log::Hash(hasher.finalize().into()).to_string()
}

fn table(path: &'static str) -> Result<(Vec<Row>, Vec<SetAside>), BundleError> {
    intake::read_table(path, &bytes(path)?).map_err(|e| BundleError::Table(path, e.reason))
}

/// The atlas that somebody has, so that nobody reads it again.
static ATLAS: Mutex<Weak<Atlas>> = Mutex::new(Weak::new());

/// Countries and places of the bundled tables, against which written names are resolved. As long as somebody has it, it is
/// not read again; whoever asks while it is being read waits for it.
///
/// # Errors
/// When a table is missing or damaged.
pub fn atlas() -> Result<Arc<Atlas>, BundleError> {
    let mut kept = ATLAS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(atlas) = kept.upgrade() {
        return Ok(atlas);
    }
    let atlas = Arc::new(read_atlas()?);
    *kept = Arc::downgrade(&atlas);
    Ok(atlas)
}

fn read_atlas() -> Result<Atlas, BundleError> {
    let gazetteer =
        Gazetteer::unpack(GAZETTEER).map_err(|e| BundleError::Table("gazetteer", e.to_string()))?;
    Ok(Atlas {
        gazetteer,
        countries: countries()?,
    })
}

/// Countries and their names.
///
/// # Errors
/// When a table is missing or damaged.
pub fn countries() -> Result<Countries, BundleError> {
    let damaged = |path| move |e: csv::Error| BundleError::Table(path, e.to_string());
    let mut countries =
        Countries::read(&bytes("countries.csv")?).map_err(damaged("countries.csv"))?;
    countries
        .add_names(&bytes("country_names.csv")?)
        .map_err(damaged("country_names.csv"))?;
    Ok(countries)
}

fn bytes(path: &'static str) -> Result<Cow<'static, [u8]>, BundleError> {
    file(path).ok_or_else(|| BundleError::Table(path, "it is not in the program".to_owned()))
}

/// Loads what the log does not know yet; does nothing when this very bundle has been loaded. What came of it comes with the
/// atlas that was read for it, so that whoever needs that next has it still.
///
/// # Errors
/// When a table is damaged as a whole or the log does not take it. What was recorded until then stays, and the
/// next start goes on from there.
pub async fn load(
    recorder: &Recorder,
    mut progress: impl FnMut(Progress),
) -> Result<Option<(Loaded, Arc<Atlas>)>, BundleError> {
    let version = version();
    if recorder.setting(LOADED).await?.as_deref() == Some(version.as_str()) {
        return Ok(None);
    }
    let mut loaded = Loaded::default();
    let mut sources: BTreeSet<SourceId> = BTreeSet::new();
    for (path, prepared) in bodies_and_sources()? {
        sources.extend(prepared.source_ids());
        progress(Progress::Table(path, prepared.entries.len()));
        loaded.take(recorder.record(BUNDLE, prepared).await?);
    }
    progress(Progress::Gazetteer);
    let atlas = atlas()?;
    let snapshot = recorder.live().snapshot();
    let mut resolver = Resolver::new(&atlas, &snapshot.register);
    let earlier = of_earlier_bundles(&snapshot.register);
    let mut tables = statements_by_sureness(&resolver, &mut loaded.set_aside)?;
    // The surest rows first: they tell which partner the others mean.
    for sure in Sureness::ALL {
        for (path, rows) in &mut tables {
            let now = rows.extract_if(.., |(of, _)| *of == sure);
            let now: Vec<Row> = now.map(|(_, row)| row).collect();
            let mut prepared =
                intake::statements_table(path, now, &mut resolver, |id| sources.contains(id));
            correct(&mut prepared, &earlier);
            progress(Progress::Table(path, prepared.entries.len()));
            loaded.take(recorder.record(BUNDLE, prepared).await?);
        }
    }
    let levelled = levels(&recorder.live().snapshot().register, &atlas);
    loaded.take(recorder.record(BUNDLE, levelled).await?);
    recorder.set_setting(LOADED, &version).await?;
    Ok(Some((loaded, atlas)))
}

/// The tables of bodies, sources and groups, in the order in which they are recorded.
fn bodies_and_sources() -> Result<[(&'static str, Prepared); 4], BundleError> {
    let (authorities, _) = table("authorities.csv")?;
    Ok([
        (
            "bodies_sweden.csv",
            with_faults(table("bodies_sweden.csv")?, |rows| {
                intake::swedish_bodies("bodies_sweden.csv", rows)
            }),
        ),
        (
            "successions.csv",
            with_faults(table("successions.csv")?, |rows| {
                intake::successions("successions.csv", rows, &authorities)
            }),
        ),
        (
            "sources.csv",
            with_faults(table("sources.csv")?, |rows| {
                intake::sources_table("sources.csv", "source", rows)
            }),
        ),
        (
            "groups.csv",
            with_faults(table("groups.csv")?, |rows| {
                intake::sources_table("groups.csv", "group", rows)
            }),
        ),
    ])
}

/// A table of statements by its path, each row with how surely it names its partner.
type BySureness = (&'static str, Vec<(Sureness, Row)>);

/// The tables of statements; rows that cannot be read go to `set_aside`.
fn statements_by_sureness(
    resolver: &Resolver<'_>,
    set_aside: &mut Vec<SetAside>,
) -> Result<Vec<BySureness>, BundleError> {
    let mut tables = Vec::new();
    for path in STATEMENT_TABLES {
        let (rows, faults) = table(path)?;
        let rows = rows.into_iter();
        let rows = rows.map(|row| (Sureness::of(&row.values, resolver), row));
        tables.push((path, rows.collect()));
        set_aside.extend(faults);
    }
    Ok(tables)
}

/// Districts and parts of cities that were recorded before bodies told that they are one.
fn levels(register: &Register, atlas: &Atlas) -> Prepared {
    let mut prepared = Prepared::default();
    for known in register.bodies().filter(|body| body.roles.is_empty()) {
        let place = atlas.gazetteer.by_id(known.id.as_str());
        let told = place
            .and_then(|of| intake::body_of(atlas.gazetteer.place(of), known.wikidata.as_deref()));
        let is_levelled = |body: &Body| body.has_role(Role::District) || body.has_role(Role::Part);
        if let Some(body) = told.filter(|body| body.id == known.id && is_levelled(body)) {
            let entry = PreparedEntry::of(Content::Body(body.into()));
            prepared.entries.push(entry);
        }
    }
    prepared
}

/// The last statement of each key that an earlier version of the program brought.
fn of_earlier_bundles(register: &Register) -> FxHashMap<String, Seq> {
    let own = register
        .statements()
        .filter(|(entry, _)| entry.by == BUNDLE);
    own.filter_map(|(entry, statement)| Some((statement.words.get("key")?.to_owned(), entry.seq)))
        .collect()
}

/// A row that has changed since corrects what the program said before; one that has not is known and not recorded again.
fn correct(prepared: &mut Prepared, earlier: &FxHashMap<String, Seq>) {
    for entry in &mut prepared.entries {
        if let Content::Statement(statement) = &mut entry.content
            && let Some(seq) = statement.words.get("key").and_then(|key| earlier.get(key))
        {
            Arc::make_mut(statement).corrects = Some(*seq);
        }
    }
}

/// Real bodies and statements.
#[derive(Debug, Clone, Default)]
pub struct Models {
    /// The Swedish bodies.
    pub swedish: Vec<Arc<Body>>,
    /// Statements about pairs.
    pub statements: Vec<Arc<Statement>>,
}

/// The real Swedish bodies and statements that made-up ones are modelled on.
///
/// # Errors
/// When a table is damaged as a whole.
pub fn models() -> Result<Models, BundleError> {
    let swedish = intake::swedish_bodies("bodies_sweden.csv", table("bodies_sweden.csv")?.0);
    let swedish: Vec<Arc<Body>> = swedish
        .entries
        .into_iter()
        .filter_map(|entry| match entry.content {
            Content::Body(body) => Some(body),
            _ => None,
        })
        .collect();
    let mut templates = Vec::new();
    for path in STATEMENT_TABLES {
        for mut row in table(path)?.0 {
            row.values.set("partner", "vn-model");
            if row.values.text("about") == Some("partner") {
                templates.extend(Statement::from_values(&row.values).ok().map(Arc::new));
            }
        }
    }
    Ok(Models {
        swedish,
        statements: templates,
    })
}

fn with_faults(
    (rows, faults): (Vec<Row>, Vec<SetAside>),
    prepare: impl FnOnce(Vec<Row>) -> Prepared,
) -> Prepared {
    let mut prepared = prepare(rows);
    prepared.set_aside.extend(faults);
    prepared
}

impl Loaded {
    fn take(&mut self, other: Self) {
        self.recorded += other.recorded;
        self.known += other.known;
        self.set_aside.extend(other.set_aside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::PreparedEntry;

    #[test]
    fn a_row_that_has_changed_corrects_what_was_said_before() {
        let statement = |key: &str| {
            let mut values = vanort_domain::Values::new();
            values
                .set("source", "page-lund-1")
                .set("speaker", "subject")
                .set("subject", "se-1281")
                .set("about", "body")
                .set("declaration", "none")
                .set("key", key);
            Statement::from_values(&values).expect("a statement")
        };
        let mut prepared = Prepared::default();
        for key in ["a:1", "a:2"] {
            let content = Content::Statement(Arc::new(statement(key)));
            prepared.entries.push(PreparedEntry::of(content));
        }
        let known_by = prepared.entries[0].known_by.clone();
        let earlier = [("a:1".to_owned(), Seq(7))].into_iter().collect();
        correct(&mut prepared, &earlier);
        let corrects = |number: usize| match &prepared.entries[number].content {
            Content::Statement(statement) => statement.corrects,
            _ => None,
        };
        assert_eq!([corrects(0), corrects(1)], [Some(Seq(7)), None]);
        assert_eq!(
            prepared.entries[0].known_by, known_by,
            "the row is known as it came"
        );
    }
}
