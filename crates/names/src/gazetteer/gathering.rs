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
    place: PlaceRef,
    country: CountryCode,
    form: Form,
}

/// What is written of a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// Another name, of which the words that tell the level are a part.
    Whole,
    /// Another name, which counts without them, too.
    Name,
    /// The main name, which may be two, or have an addition in brackets.
    Main,
    /// Several such names, with `|` between.
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

    /// What is written of a place in a country.
    pub(super) fn add(&mut self, place: PlaceRef, country: CountryCode, written: &str, form: Form) {
        if written.is_empty() {
            return;
        }
        self.lot.text.push_str(written);
        self.lot.names.push(Written {
            len: written.len(),
            place,
            country,
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
            Form::Whole => self.add_folded(names, &fold(text), NameSort::Other),
            Form::Name => self.add_name(names, text, NameSort::Other),
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
                    self.add_name(names, name, NameSort::Other);
                }
            }
        }
    }

    fn add_name(&self, names: &mut Names, name: &str, sort: NameSort) {
        let folded = fold(name);
        self.add_folded(names, &folded, sort);
        if let Some((bare, _)) = without_level(&folded) {
            let sort = match sort {
                NameSort::Main => NameSort::MainWithoutLevel,
                _ => NameSort::OtherWithoutLevel,
            };
            self.add_folded(names, bare, sort);
        }
    }

    fn add_folded(&self, names: &mut Names, folded: &str, sort: NameSort) {
        let place = self.place;
        names.add(folded, self.country, Named { place, sort });
    }
}
