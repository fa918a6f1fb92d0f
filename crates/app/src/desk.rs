//! The editor's desk: the atlas, the review queue, and imports that are being looked at.

mod corrections;
mod decisions;
pub mod taken_in;

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use serde::Serialize;
use vanort_domain::{Seq, ValuesError};
use vanort_formats::csv::Broken;
use vanort_formats::sheets::SheetFault;
use vanort_names::{Atlas, visible};

pub use corrections::Corrections;

use crate::bundle::{self, BundleError};
use crate::imports::{self, Arrival, Mapping, Plan, Table, TableRow, Use, WikidataError};
use crate::recorder::{Recorder, RecorderError};
use crate::review::Case;

/// Why something on the desk did not go.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The log did not take it.
    #[error(transparent)]
    Recorder(#[from] RecorderError),
    /// The atlas cannot be read.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// What was brought is no table.
    #[error(transparent)]
    Table(#[from] SheetFault),
    /// What was brought is no answer of Wikidata.
    #[error(transparent)]
    Answer(#[from] WikidataError),
    /// What is stated of the source cannot be read.
    #[error(transparent)]
    Source(#[from] ValuesError),
    /// There is no such import, or no such body.
    #[error("there is no such import on the desk, or no such body")]
    Gone,
    /// The work broke off.
    #[error("the work broke off")]
    BrokeOff,
}

impl DeskError {
    /// What is wrong, as a word for messages and addresses.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Table(SheetFault::Foreign(what)) => what.key(),
            Self::Table(SheetFault::Empty) => "empty",
            Self::Table(SheetFault::FileTooLarge { .. }) => "too_large",
            Self::Table(SheetFault::UnpacksTooLarge { .. }) => "unpacks_too_large",
            Self::Table(SheetFault::TooMany { .. }) => "too_many",
            Self::Table(SheetFault::LongCell { .. }) => "long_cell",
            Self::Table(SheetFault::Unreadable { .. }) => "unreadable",
            Self::Table(SheetFault::Text { broken, .. }) => match broken {
                Some(Broken::LongRow) => "long_row",
                Some(Broken::OpenQuote) => "open_quote",
                None => "damaged",
            },
            Self::Table(SheetFault::Damaged { .. }) => "damaged",
            Self::Answer(_) => "no_answer",
            Self::Source(fault) => match fault.field.as_str() {
                "date" => "date",
                "url" if fault.reason == imports::PERSONAL => "url_personal",
                "url" => "url",
                "publisher" => "publisher",
                "title" => "title",
                "licence" => "licence",
                _ => "failed",
            },
            Self::Gone => "gone",
            _ => "failed",
        }
    }

    /// The row or line of a table where it shows, from 1, where it is one.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::Table(fault) => fault.line(),
            _ => None,
        }
    }
}

/// What was brought and is being looked at.
#[derive(Debug, Clone)]
pub struct Pending {
    /// What it is called.
    pub title: String,
    /// `table` or `wikidata`.
    pub format: &'static str,
    /// What is stated of its source.
    pub stated: Stated,
    /// Whether pairs without a Swedish side are taken in.
    pub everywhere: bool,
    /// The rows, for a table.
    pub rows: Arc<Vec<TableRow>>,
    /// Empty rows between them.
    pub empty: usize,
    /// How columns are understood, for a table.
    pub mapping: Option<Mapping>,
    /// The sheet that was read.
    pub sheet: String,
    /// The sheets that may be read; empty but for a workbook of several.
    pub sheets: Vec<String>,
    /// How far it is.
    pub state: State,
    /// Whose turn it is to say how far it is: what works on an older one is not heard.
    turn: u64,
    /// Whether its plan is being carried out, or has been, so that nothing of it can be changed.
    is_taken_in: bool,
    bytes: Arc<Vec<u8>>,
}

impl Pending {
    /// Lets go of what it takes to take it in.
    fn let_go(&mut self) {
        self.rows = Arc::default();
        self.bytes = Arc::default();
        self.is_taken_in = true;
    }
}

/// What an editor states of the source of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Stated {
    /// Who publishes it.
    pub publisher: String,
    /// Where.
    pub url: Option<String>,
    /// Date (EDTF).
    pub date: Option<String>,
    /// Licence.
    pub licence: Option<String>,
}

/// How far an import on the desk is.
#[derive(Debug, Clone)]
pub enum State {
    /// Columns are missing; the mapping has to be corrected first.
    Mapping,
    /// The plan is being made: rows done, of all.
    Planning(usize, usize),
    /// What it would do.
    Planned(Arc<Plan>),
    /// The plan is being carried out.
    TakingIn,
    /// Taken in under this way, and what came of its rows.
    Done(String, imports::Totals),
    /// It did not go, for what the word says ([`DeskError::key`]).
    Failed(&'static str),
}

/// The desk.
#[derive(Debug)]
pub struct Desk {
    recorder: Arc<Recorder>,
    atlas: OnceLock<Arc<Atlas>>,
    /// By key, the oldest first.
    pending: Mutex<Vec<(String, Pending)>>,
    cases: Mutex<Option<(Seq, Arc<Vec<Case>>)>>,
}

/// Most imports that lie on the desk at once, and most bytes of their files; the oldest goes first.
const MOST_PENDING: usize = 50;
const MOST_BYTES: usize = 64 * 1024 * 1024;

impl Desk {
    /// A desk over a log.
    #[must_use]
    pub fn new(recorder: Arc<Recorder>) -> Self {
        Self {
            recorder,
            atlas: OnceLock::new(),
            pending: Mutex::default(),
            cases: Mutex::default(),
        }
    }

    /// The atlas; read on first use, which takes about a second.
    ///
    /// # Errors
    /// When a bundled table is damaged.
    pub fn atlas(&self) -> Result<Arc<Atlas>, DeskError> {
        if let Some(atlas) = self.atlas.get() {
            return Ok(atlas.clone());
        }
        let atlas = bundle::atlas()?;
        Ok(self.atlas.get_or_init(|| atlas).clone())
    }

    /// The atlas, if it has been read.
    #[must_use]
    pub fn atlas_at_hand(&self) -> Option<&Arc<Atlas>> {
        self.atlas.get()
    }

    /// Puts what was brought on the desk; the key by which it is found there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn bring(&self, title: &str, bytes: Vec<u8>) -> Result<String, DeskError> {
        let atlas = self.atlas()?;
        let is_answer = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
        let (format, table, mapping) = if is_answer {
            imports::read_wikidata(&bytes)?;
            ("wikidata", Table::default(), None)
        } else {
            let table = imports::table(&bytes, None, &atlas)?;
            let mapping = self.understood(&table, title, &atlas);
            ("table", table, Some(mapping))
        };
        let known = {
            let snapshot = self.recorder.live().snapshot();
            let content = mapping.is_some().then(|| imports::content(&table.rows));
            let digest = imports::digest(&bytes);
            imports::known_title(&snapshot.register, &digest, content.as_ref())
        };
        let title = known.as_deref().unwrap_or(title);
        imports::check_title(title)?;
        let key = imports::digest(&bytes).to_string()[..16].to_owned();
        let publisher = if format == "wikidata" {
            "Wikidata".to_owned()
        } else {
            String::new()
        };
        let pending = Pending {
            title: visible(title)
                .chars()
                .filter(|c| !c.is_control())
                .take(120)
                .collect(),
            format,
            stated: Stated {
                publisher,
                ..Stated::default()
            },
            everywhere: false,
            rows: Arc::new(table.rows),
            empty: table.empty,
            mapping,
            sheet: table.sheet,
            sheets: table.sheets,
            state: State::Mapping,
            turn: 0,
            is_taken_in: false,
            bytes: Arc::new(bytes),
        };
        let mut all = locked(&self.pending);
        all.retain(|(known, _)| *known != key);
        all.push((key.clone(), pending));
        let size = |all: &[(String, Pending)]| -> usize {
            all.iter().map(|(_, pending)| pending.bytes.len()).sum()
        };
        while all.len() > 1 && (all.len() > MOST_PENDING || size(&all) > MOST_BYTES) {
            all.remove(0);
        }
        Ok(key)
    }

    /// How the columns of a table seem to be meant, and whose list it is. What the editor corrected in a table with the same
    /// headers, on the desk or in the log, is taken from there.
    fn understood(&self, table: &Table, title: &str, atlas: &Atlas) -> Mapping {
        let mut mapping = Mapping::recognise(&table.rows, atlas);
        let on_desk = {
            let all = locked(&self.pending);
            let mut mappings = all.iter().rev().filter_map(|(_, of)| of.mapping.as_ref());
            mappings
                .find(|before| before.is_corrected() && before.has_headers_of(&mapping))
                .cloned()
        };
        let in_log = || imports::remembered(&self.recorder.live().snapshot().register, &mapping);
        if let Some(before) = on_desk.or_else(in_log) {
            mapping.remember(&before);
        }
        mapping.look_whose(&table.rows, &[&table.sheet, title], atlas);
        mapping
    }

    /// Reads another sheet of a workbook on the desk. Returns whether it is another than before.
    ///
    /// # Errors
    /// When it cannot be read, or there is no such import or sheet.
    pub fn choose_sheet(&self, key: &str, sheet: &str) -> Result<bool, DeskError> {
        let before = self.pending(key).ok_or(DeskError::Gone)?;
        if before.sheet == sheet || before.is_taken_in {
            return Ok(false);
        }
        if !before.sheets.iter().any(|offered| offered == sheet) {
            return Err(DeskError::Gone);
        }
        let atlas = self.atlas()?;
        let table = imports::table(&before.bytes, Some(sheet), &atlas)?;
        let mapping = self.understood(&table, &before.title, &atlas);
        let mut all = locked(&self.pending);
        let pending = find(&mut all, key).ok_or(DeskError::Gone)?;
        pending.turn += 1;
        pending.rows = Arc::new(table.rows);
        pending.empty = table.empty;
        pending.sheet = table.sheet;
        pending.mapping = Some(mapping);
        pending.state = State::Mapping;
        Ok(true)
    }

    /// What lies on the desk under a key.
    #[must_use]
    pub fn pending(&self, key: &str) -> Option<Pending> {
        locked(&self.pending)
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, pending)| pending.clone())
    }

    /// What lies on the desk and has not been taken in: key and title.
    #[must_use]
    pub fn all_pending(&self) -> Vec<(String, String)> {
        locked(&self.pending)
            .iter()
            .filter(|(_, pending)| !matches!(pending.state, State::Done(..)))
            .map(|(key, pending)| (key.clone(), pending.title.clone()))
            .collect()
    }

    /// Corrects how columns and words are understood, whose list it is and what is stated of the source.
    ///
    /// # Errors
    /// When there is no such import on the desk.
    pub fn correct(&self, key: &str, said: Corrections) -> Result<(), DeskError> {
        let mut all = locked(&self.pending);
        let pending = find(&mut all, key).ok_or(DeskError::Gone)?;
        if pending.is_taken_in {
            return Ok(());
        }
        pending.turn += 1;
        if let Some(mapping) = &mut pending.mapping {
            for (place, column) in said.columns {
                if let Some(used) = mapping
                    .columns
                    .get_mut(place)
                    .filter(|used| used.column != column)
                {
                    *used = Use {
                        column,
                        because: imports::Because::Editor,
                        header: used.header.clone(),
                    };
                }
            }
            mapping.fill_down = said.options.fill_down;
            mapping.country_down = said.options.country_down;
            mapping.several = said.options.several;
            mapping.set_body(&said.body);
            mapping.meant.clear();
            for (words, body) in &said.meant {
                mapping.set_meant(words, body);
            }
        }
        pending.everywhere = said.options.everywhere;
        pending.stated = said.stated;
        pending.state = State::Mapping;
        Ok(())
    }

    /// Takes note of what is stated of the source, of an import whose columns nobody has seen yet.
    ///
    /// # Errors
    /// When there is no such import on the desk.
    pub fn state(&self, key: &str, stated: Stated) -> Result<(), DeskError> {
        let mut all = locked(&self.pending);
        let pending = find(&mut all, key).ok_or(DeskError::Gone)?;
        if !pending.is_taken_in {
            pending.stated = stated;
        }
        Ok(())
    }

    /// Notes that the plan of an import is being made; the turn with which it is told how that goes. `None` while one is
    /// carried out.
    #[must_use]
    pub fn begin(&self, key: &str) -> Option<u64> {
        let mut all = locked(&self.pending);
        let pending = find(&mut all, key).filter(|pending| !pending.is_taken_in)?;
        pending.turn += 1;
        pending.state = State::Planning(0, 0);
        Some(pending.turn)
    }

    /// Takes the plan of an import from the desk to carry it out, with its turn: whoever comes second gets none, and so does
    /// whoever was shown another than the one that is there now ([`Plan::mark`]).
    #[must_use]
    pub fn take_plan(&self, key: &str, shown: &str) -> Option<(u64, Arc<Plan>)> {
        let mut all = locked(&self.pending);
        let pending = find(&mut all, key)?;
        let State::Planned(plan) = &pending.state else {
            return None;
        };
        if plan.mark() != shown {
            return None;
        }
        let plan = plan.clone();
        pending.state = State::TakingIn;
        pending.turn += 1;
        pending.is_taken_in = true;
        Some((pending.turn, plan))
    }

    /// Makes the plan of an import on the desk; its progress shows in its state, as long as no other one is made since.
    ///
    /// # Errors
    /// When the log cannot be read, or the import is gone.
    pub async fn plan(self: &Arc<Self>, key: &str, turn: u64) -> Result<(), DeskError> {
        let arrival = self.arrival(key)?;
        let rows = arrival.claims.len();
        self.set(key, turn, State::Planning(0, rows));
        let (desk, key_there) = (self.clone(), key.to_owned());
        let prepared = tokio::task::spawn_blocking(move || {
            let atlas = desk.atlas()?;
            let snapshot = desk.recorder.live().snapshot();
            let today = desk.recorder.today();
            let progress = |row| desk.set(&key_there, turn, State::Planning(row, rows));
            let register = &snapshot.register;
            Ok::<_, DeskError>(Plan::prepare(&arrival, &atlas, register, today, progress))
        })
        .await
        .map_err(|_| DeskError::BrokeOff)??;
        let plan = self.recorder.plan(prepared).await?;
        self.set(key, turn, State::Planned(Arc::new(plan)));
        Ok(())
    }

    /// Carries a plan out that was taken from the desk.
    ///
    /// # Errors
    /// When the import is gone, or the log does not take it.
    pub async fn carry_out(
        self: &Arc<Self>,
        key: &str,
        turn: u64,
        plan: Arc<Plan>,
    ) -> Result<(), DeskError> {
        let arrival = self.arrival(key)?;
        if !plan.is_of(&arrival.source) {
            // The very same table has come in meanwhile, under another source.
            return self.plan(key, turn).await;
        }
        let totals = plan.totals.clone();
        let (way, loaded) = self
            .recorder
            .carry_out(&arrival, Arc::unwrap_or_clone(plan))
            .await?;
        if loaded.recorded == 0 {
            // Others have taken the same in meanwhile: the plan as it is now says that there is nothing to do.
            return self.plan(key, turn).await;
        }
        self.set(key, turn, State::Done(way, totals));
        Ok(())
    }

    /// Notes that an import did not go.
    pub fn fail(&self, key: &str, turn: u64, why: &DeskError) {
        self.set(key, turn, State::Failed(why.key()));
    }

    /// The log's recorder.
    #[must_use]
    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    fn set(&self, key: &str, turn: u64, state: State) {
        let mut all = locked(&self.pending);
        if let Some(pending) = find(&mut all, key).filter(|pending| pending.turn == turn) {
            match &state {
                // Whoever wants more of it brings it again.
                State::Done(..) => pending.let_go(),
                State::Planned(_) | State::Failed(_) => pending.is_taken_in = false,
                State::Mapping | State::Planning(..) | State::TakingIn => {}
            }
            pending.state = state;
        }
    }

    fn arrival(&self, key: &str) -> Result<Arrival, DeskError> {
        let pending = self.pending(key).ok_or(DeskError::Gone)?;
        let claims = match &pending.mapping {
            Some(mapping) => mapping.read(&pending.rows, &*self.atlas()?),
            None => imports::read_wikidata(&pending.bytes)?,
        };
        let left_out = pending
            .mapping
            .as_ref()
            .map(|mapping| mapping.left_out(&pending.rows, pending.empty));
        let collection = if pending.format == "wikidata" {
            "wikidata"
        } else {
            "lists"
        };
        let stated = &pending.stated;
        let source = imports::source(
            collection,
            if stated.publisher.trim().is_empty() {
                &pending.title
            } else {
                &stated.publisher
            },
            Some(&pending.title),
            stated.url.as_deref(),
            stated.date.as_deref(),
            stated.licence.as_deref(),
        )?;
        imports::check_date(&source, self.recorder.today())?;
        let is_table = pending.mapping.is_some();
        let content = is_table.then(|| imports::content(&pending.rows));
        let known = {
            let snapshot = self.recorder.live().snapshot();
            content.and_then(|content| imports::known_source(&snapshot.register, &content))
        };
        Ok(Arrival {
            title: pending.title.clone(),
            format: pending.format,
            digest: imports::digest(&pending.bytes),
            content,
            mapping: pending
                .mapping
                .as_ref()
                .and_then(|mapping| serde_json::to_string(mapping).ok()),
            source: known.unwrap_or(source),
            claims,
            left_out: left_out.unwrap_or_default(),
            everywhere: pending.everywhere,
        })
    }
}

/// What an editor may choose for an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Options {
    /// An empty cell for the Swedish side means the one above.
    pub fill_down: bool,
    /// An empty cell for the partner's country means the one above.
    pub country_down: bool,
    /// One cell may hold several partners.
    pub several: bool,
    /// Pairs without a Swedish side are taken in too.
    pub everywhere: bool,
}

fn find<'p>(all: &'p mut [(String, Pending)], key: &str) -> Option<&'p mut Pending> {
    all.iter_mut()
        .find(|(known, _)| known == key)
        .map(|(_, pending)| pending)
}

/// What a lock guards, also after a holder has failed: each holder leaves it whole.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
