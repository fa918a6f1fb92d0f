//! Names on their way into the index: folded and put into order on a thread of their own, while the tables are still read.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use vanort_domain::CountryCode;

use super::index::{NameSort, Named, Names};
use super::place::PlaceRef;
use super::rows::joined;
use crate::fold;
use crate::level::without_level;

/// Names that are handed over at once, and how many such lots may wait.
const LOT: usize = 2_048;
const WAITING: usize = 8;

/// Where names go while the tables are read.
#[derive(Debug)]
pub(super) struct Gathering {
    lot: Lot,
    to: SyncSender<Lot>,
    index: JoinHandle<Names>,
}

/// Some names as they are written, one after the other.
#[derive(Debug, Default)]
struct Lot {
    text: String,
    names: Vec<Written>,
}

#[derive(Debug)]
struct Written {
    /// Bytes of it.
    len: usize,
    country: CountryCode,
    named: Named,
    form: Form,
}

/// What is written.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// A name of which the words that tell the level are a part.
    Whole,
    /// A name that counts without them, too.
    Name,
    /// The main name, which may be two, or have an addition in brackets.
    Main,
    /// Several names, with `|` between.
    List,
}

impl Gathering {
    /// With room for so many names.
    pub(super) fn with_capacity(names: usize) -> Self {
        let (to, from) = sync_channel(WAITING);
        Self {
            lot: Lot::default(),
            to,
            index: std::thread::spawn(move || indexed(&from, names)),
        }
    }

    /// The main name of a place.
    pub(super) fn main(&mut self, place: PlaceRef, country: CountryCode, name: &str) {
        let sort = NameSort::Main;
        self.push(name, country, Named { place, sort }, Form::Main);
    }

    /// Another name of a place, which counts without the words that tell the level, too.
    pub(super) fn other(&mut self, place: PlaceRef, country: CountryCode, name: &str) {
        let sort = NameSort::Other;
        self.push(name, country, Named { place, sort }, Form::Name);
    }

    /// Another name of a place, which counts as a whole only.
    pub(super) fn whole(&mut self, place: PlaceRef, country: CountryCode, name: &str) {
        let sort = NameSort::Other;
        self.push(name, country, Named { place, sort }, Form::Whole);
    }

    /// Other names of a place, with `|` between them.
    pub(super) fn others(&mut self, place: PlaceRef, country: CountryCode, names: &str) {
        let sort = NameSort::Other;
        self.push(names, country, Named { place, sort }, Form::List);
    }

    fn push(&mut self, written: &str, country: CountryCode, named: Named, form: Form) {
        if written.is_empty() {
            return;
        }
        self.lot.text.push_str(written);
        self.lot.names.push(Written {
            len: written.len(),
            country,
            named,
            form,
        });
        if self.lot.names.len() >= LOT {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        // Nobody takes it only where the other thread has panicked, which is told in the end.
        let _ = self.to.send(std::mem::take(&mut self.lot));
    }

    /// No more names come: what is there is put into order from now on.
    pub(super) fn close(mut self) -> Ordering {
        self.hand_over();
        Ordering(self.index)
    }
}

/// Names that are being put into order.
pub(super) struct Ordering(JoinHandle<Names>);

impl Ordering {
    /// All names, once they are in order.
    pub(super) fn finish(self) -> Names {
        joined(self.0.join())
    }
}

fn indexed(from: &Receiver<Lot>, capacity: usize) -> Names {
    let mut names = Names::with_capacity(capacity);
    for lot in from {
        let mut rest = lot.text.as_str();
        for written in lot.names {
            let (text, more) = rest.split_at(written.len);
            rest = more;
            written.add_to(&mut names, text);
        }
    }
    names.seal();
    names
}

impl Written {
    fn add_to(&self, names: &mut Names, text: &str) {
        match self.form {
            Form::Whole => names.add(&fold(text), self.country, self.named),
            Form::Name => self.add_name(names, text, self.named.sort),
            Form::Main => {
                self.add_name(names, text, NameSort::Main);
                // "Donostia / San Sebastián" is called both.
                for half in text.split(" / ").filter(|half| half.len() < text.len()) {
                    self.add_name(names, half, NameSort::Main);
                }
                // "Halle (Saale)" is told apart from its namesakes, and called Halle.
                if let Some((bare, _)) = text.split_once(" (") {
                    self.add_name(names, bare, NameSort::MainWithoutLevel);
                }
            }
            Form::List => {
                for name in text.split('|') {
                    self.add_name(names, name, self.named.sort);
                }
            }
        }
    }

    fn add_name(&self, names: &mut Names, name: &str, sort: NameSort) {
        let place = self.named.place;
        let folded = fold(name);
        names.add(&folded, self.country, Named { place, sort });
        if let Some((bare, _)) = without_level(&folded) {
            let sort = match sort {
                NameSort::Main => NameSort::MainWithoutLevel,
                _ => NameSort::OtherWithoutLevel,
            };
            names.add(bare, self.country, Named { place, sort });
        }
    }
}
