//! The register that readers see: an immutable snapshot, exchanged for the next one when the log grows.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use arc_swap::ArcSwap;
use imbl::HashSet;
use time::Date;
use vanort_domain::log::{Content, Entry, Hash};
use vanort_domain::register::{AsOf, Partnership, Register};
use vanort_domain::statements::{About, Statement};
use vanort_domain::{BodyId, CountryCode, PairKey, Seq};

use crate::Countries;
use crate::development::{Counted, Development};
use crate::explore::Explorer;
use crate::namesakes::Namesakes;
use crate::search::SearchIndex;
use crate::similar::Kinds;

/// One state of the register, with what is derived from it for reading.
#[derive(Debug)]
pub struct Snapshot {
    /// The register.
    pub register: Register,
    search: OnceLock<SearchIndex>,
    explorer: Mutex<Sets>,
    /// Held by whoever makes the sets, so that nobody else does and nobody who only reads what is there waits.
    making: Mutex<()>,
    /// The register as of other days that somebody asked for, the latest asked for last.
    past: Mutex<Vec<(AsOf, Arc<Snapshot>)>>,
    counted: OnceLock<Counted>,
    development: OnceLock<Development>,
    kinds: OnceLock<Kinds>,
    namesakes: OnceLock<Arc<Namesakes>>,
    /// The hash of the last entry, where the log has told it.
    hash: Option<Hash>,
}

/// The sets by which partnerships are explored, as far as they are there.
#[derive(Debug, Default, Clone)]
enum Sets {
    #[default]
    None,
    /// Of this state.
    Made(Arc<Explorer>),
    /// Of a state before, with the bodies of which something else than a partnership was told since.
    Before(Arc<Explorer>, HashSet<BodyId>),
}

impl Sets {
    /// The same seen from the next state.
    fn before(&self, news: &News) -> Self {
        let (explorer, mut touched) = match self {
            Self::None => return Self::None,
            Self::Made(explorer) => (explorer, HashSet::new()),
            Self::Before(explorer, touched) => (explorer, touched.clone()),
        };
        // What was touched before is shared and not copied: entries may come one by one with nobody looking.
        touched.extend(news.touched.iter().cloned());
        Self::Before(explorer.clone(), touched)
    }
}

/// Most other days that are kept, and most statements in all of them: each is a register of its own.
const MOST_PAST: usize = 8;
const MOST_PAST_STATEMENTS: u32 = 400_000;

impl Snapshot {
    /// A snapshot of a register.
    #[must_use]
    pub fn new(register: Register) -> Self {
        Self {
            register,
            search: OnceLock::new(),
            explorer: Mutex::default(),
            making: Mutex::default(),
            past: Mutex::default(),
            counted: OnceLock::new(),
            development: OnceLock::new(),
            kinds: OnceLock::new(),
            namesakes: OnceLock::new(),
            hash: None,
        }
    }

    /// The hash of the last entry, by which others know the state of the log again; `None` where the register was not
    /// folded from a log that has any.
    #[must_use]
    pub fn hash(&self) -> Option<&Hash> {
        self.hash.as_ref()
    }

    /// Bodies abroad that share their name with one of another level; found on first use.
    pub fn namesakes(&self) -> &Namesakes {
        self.namesakes
            .get_or_init(|| Arc::new(Namesakes::of(&self.register)))
    }

    /// The snapshot that follows on this one, with what can be carried over of what is derived.
    fn followed_by(&self, register: Register, news: &News) -> Self {
        let next = Self::new(register);
        let carried = self
            .search
            .get()
            .filter(|_| !news.anew)
            .and_then(|index| index.with(&next.register, &news.names, news.others));
        if let Some(index) = carried {
            let _ = next.search.set(index);
        }
        if !news.anew && !news.moves {
            if let Some(namesakes) = self.namesakes.get().filter(|_| !news.bodies) {
                let _ = next.namesakes.set(namesakes.clone());
            }
            next.set_sets(self.sets().before(news));
            if let Some(counted) = self.counted.get() {
                let after = &next.register;
                let pairs = news.pairs(after);
                let counted = counted.followed_by(&self.register, after, pairs, &news.touched);
                if let Some(counted) = counted {
                    let _ = next.counted.set(counted);
                }
            }
        }
        next
    }

    /// The sets by which partnerships are explored; made on first use of the day, from those of the state before
    /// where there are any.
    pub fn explorer(&self, countries: &Countries, today: Date) -> Arc<Explorer> {
        let made = |sets: &Sets| match sets {
            Sets::Made(explorer) if explorer.day() == today => Some(explorer.clone()),
            _ => None,
        };
        if let Some(explorer) = made(&self.sets()) {
            return explorer;
        }
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let sets = self.sets();
        if let Some(explorer) = made(&sets) {
            return explorer;
        }
        let explorer = Arc::new(match &sets {
            Sets::Before(explorer, touched) if explorer.day() == today => {
                explorer.renewed(&self.register, countries, touched)
            }
            _ => Explorer::of(&self.register, countries, today),
        });
        self.set_sets(Sets::Made(explorer.clone()));
        explorer
    }

    fn sets(&self) -> Sets {
        let sets = self.explorer.lock();
        sets.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_sets(&self, sets: Sets) {
        *self.explorer.lock().unwrap_or_else(PoisonError::into_inner) = sets;
    }

    /// The register as of another day, from the same log. The days asked for last are kept; for a new one the log
    /// is folded, which takes a second or two where it has a million statements, one day at a time.
    pub fn seen_from(&self, as_of: AsOf) -> Arc<Self> {
        let mut past = self.past.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = past.iter().position(|(of, _)| *of == as_of) {
            let known = past.remove(place);
            let snapshot = known.1.clone();
            past.push(known);
            return snapshot;
        }
        let room = MOST_PAST_STATEMENTS / self.register.head().0.max(1);
        let room = usize::try_from(room)
            .unwrap_or(MOST_PAST)
            .clamp(1, MOST_PAST);
        while past.len() >= room {
            past.remove(0);
        }
        // It is the same log, whatever of it counts.
        let snapshot = Arc::new(Self {
            hash: self.hash,
            ..Self::new(self.register.seen_from(as_of))
        });
        past.push((as_of, snapshot.clone()));
        snapshot
    }

    /// Makes what is derived from the register, so that no reader waits for it.
    pub fn prepare(&self, countries: &Countries, today: Date) {
        let _ = self.register.figures();
        self.development();
        self.search_index();
        let explorer = self.explorer(countries, today);
        explorer.put_in_order(&self.register);
        self.kinds();
        self.namesakes();
    }

    /// The names by which bodies are found; made on first use.
    pub fn search_index(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::of(&self.register))
    }

    /// How the partnerships developed year by year; counted on first use, or carried over from the state before.
    pub fn development(&self) -> &Development {
        self.development.get_or_init(|| self.counted().all())
    }

    /// How those with a country developed, which are `partnerships`.
    pub fn development_with<'p>(
        &self,
        country: CountryCode,
        partnerships: impl Iterator<Item = &'p Arc<Partnership>>,
    ) -> Development {
        match self.counted.get() {
            Some(counted) => counted.with(country),
            // For one country alone the others need not be counted.
            None => Development::of(&self.register, partnerships),
        }
    }

    fn counted(&self) -> &Counted {
        self.counted.get_or_init(|| Counted::of(&self.register))
    }

    /// What tells which bodies are alike; made on first use.
    pub fn kinds(&self) -> &Kinds {
        self.kinds.get_or_init(|| Kinds::of(&self.register))
    }
}

/// What entries change in what is derived from the register.
#[derive(Default)]
struct News {
    /// Names under which bodies are to be found from now on; an empty one stands for those a body has.
    names: Vec<(BodyId, String)>,
    /// Whether so much changes that it is better derived anew.
    anew: bool,
    /// Whether a body is told of.
    bodies: bool,
    /// Bodies of which something else than a partnership is told.
    touched: Vec<BodyId>,
    /// Whether a group or a source is told of.
    others: bool,
    /// Whether what is known of bodies moves from one to another.
    moves: bool,
    /// Partnerships of which something is told.
    pairs: Vec<PairKey>,
    /// Statements that do not count any more.
    corrected: Vec<Seq>,
}

impl News {
    /// The partnerships that change, those included of which something does not count any more.
    fn pairs<'n>(&'n self, register: &'n Register) -> impl Iterator<Item = PairKey> + 'n {
        let corrected = self.corrected.iter();
        let corrected = corrected.filter_map(|seq| pair(register.statement(*seq)?));
        self.pairs.iter().cloned().chain(corrected)
    }

    fn note(&mut self, content: &Content) {
        match content {
            Content::Body(body) => {
                self.bodies = true;
                self.touched.push(body.id.clone());
                let names = body.names().into_iter();
                self.names
                    .extend(names.map(|name| (body.id.clone(), name.to_owned())));
            }
            Content::Statement(statement) => {
                self.pairs.extend(pair(statement));
                self.corrected.extend(statement.corrects);
                let partner = match &statement.about {
                    About::Partner(partner) => Some(partner),
                    _ => {
                        self.touched.push(statement.subject.body.clone());
                        None
                    }
                };
                for mention in [Some(&statement.subject), partner].into_iter().flatten() {
                    if let Some(written) = &mention.written {
                        self.names.push((mention.body.clone(), written.to_string()));
                    }
                }
            }
            // That something was brought in changes nothing; what was brought comes as entries of its own.
            Content::Import(_) => {}
            Content::Group(_) | Content::Source(_) => self.others = true,
            Content::Decision(decision) => {
                self.moves = true;
                // What was said to be no body may be one again, and be found by its own names.
                if decision.a == decision.b {
                    self.names.push((decision.a.clone(), String::new()));
                }
            }
            Content::Switch(_) => self.moves = true,
            Content::Redaction(_) | Content::Withdrawal(_) | Content::Unreadable => {
                self.anew = true;
            }
        }
    }
}

/// The pair that a statement is about, by the names it uses itself.
fn pair(statement: &Statement) -> Option<PairKey> {
    match &statement.about {
        About::Partner(partner) => Some(PairKey::new(
            statement.subject.body.clone(),
            partner.body.clone(),
        )),
        _ => None,
    }
}

/// The live register.
#[derive(Debug)]
pub struct Live {
    snapshot: ArcSwap<Snapshot>,
}

impl Live {
    /// A live register that begins with a state.
    #[must_use]
    pub fn new(register: Register) -> Self {
        Self::of(register, None)
    }

    /// The same with the hash of the state's last entry.
    #[must_use]
    pub fn of(register: Register, hash: Option<Hash>) -> Self {
        Self {
            snapshot: ArcSwap::from_pointee(Snapshot {
                hash,
                ..Snapshot::new(register)
            }),
        }
    }

    /// The register as it is now.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// Takes in entries that the log has accepted. Entries that are known already are passed over; one that
    /// does not follow on the last is an error of the caller and is left for the next round.
    ///
    /// Only one task may call this at a time.
    pub fn take_in(&self, entries: impl IntoIterator<Item = Entry>) {
        self.take_in_up_to(entries, None);
    }

    /// The same with the hash of the last of the entries.
    ///
    /// Only one task may call this at a time.
    pub fn take_in_up_to(&self, entries: impl IntoIterator<Item = Entry>, hash: Option<Hash>) {
        let before = self.snapshot.load_full();
        let mut register = before.register.clone();
        let mut news = News::default();
        for entry in entries {
            if entry.seq.0 == register.head().0 + 1 {
                news.note(&entry.content);
                register.apply(entry);
            }
        }
        if register.head() != before.register.head() {
            let next = Snapshot {
                hash,
                ..before.followed_by(register, &news)
            };
            self.snapshot.store(Arc::new(next));
        }
    }
}
