//! From an address to a selection: what is understood, and what is not.

use vanort_app::explore::{
    Column, DATED, Explorer, Facet, Order, STATED, Selection, Turn, UNKNOWN, VAGUE,
};
use vanort_app::search;
use vanort_domain::vocabulary::{
    Activity, Agreement, Evidence, Freshness, Kind, Standing, Theme, Vocabulary,
};

use super::super::View;
use super::super::frame::not_understood;
use super::super::others::LIKE;
use super::super::time::is_ours;
use super::super::views::ViewKind;
use super::cursor;

/// What is asked for.
pub(crate) struct Asked {
    pub selection: Selection,
    pub order: Order,
    pub columns: Vec<Column>,
    pub turn: Option<Turn>,
    pub ignored: Vec<String>,
}

/// The facet that a name in an address means.
pub(crate) fn facet_named(name: &str) -> Option<Facet> {
    match name {
        "country" => Some(Facet::Country),
        _ => Facet::of_key(name),
    }
}

/// The charts that views have.
const CHARTS: [&str; 4] = ["timeline", "stock", "flows", "network"];
/// The longest text that is looked for in names, in characters.
const LONGEST_WORDS: usize = 100;
/// The most values of one facet.
const MOST_VALUES: usize = 40;

impl Asked {
    /// Reads the address.
    pub fn read(view: &View<'_>, explorer: &Explorer) -> Self {
        let mut asked = Self {
            selection: Selection::default(),
            order: Order::default(),
            columns: Vec::new(),
            turn: None,
            ignored: Vec::new(),
        };
        asked.ignored = not_understood(view, |name, value| asked.take(view, explorer, name, value));
        asked.columns.sort_unstable();
        asked.columns.dedup();
        let over_time = view.param("view").and_then(ViewKind::of_key) == Some(ViewKind::Timeline);
        if over_time && view.param("sort").is_none() {
            asked.order.column = Column::Since;
        }
        if asked.columns.is_empty() {
            let usual = Column::ALL.iter().take(Column::USUAL);
            asked.columns = usual.map(|(column, _)| *column).collect();
            if over_time {
                let since = asked.columns.iter().position(|c| *c == Column::Since);
                let after = since.map_or(0, |place| place + 1);
                asked.columns.insert(after, Column::Until);
            }
        }
        asked
    }

    fn take(&mut self, view: &View<'_>, explorer: &Explorer, name: &str, value: &str) -> bool {
        let pair = || cursor::read(value);
        match name {
            "q" => {
                self.selection.words = value.chars().take(LONGEST_WORDS).collect();
                value.chars().count() <= LONGEST_WORDS
            }
            "sort" => {
                let (down, key) = match value.strip_prefix('-') {
                    Some(key) => (true, key),
                    // What the first column was called before.
                    None => (false, if value == "name" { "home" } else { value }),
                };
                let column = Column::of_key(key);
                self.order = column.map_or(self.order, |column| Order { column, down });
                column.is_some()
            }
            "columns" => {
                let columns: Vec<Option<Column>> = value.split(',').map(Column::of_key).collect();
                self.columns.extend(columns.iter().flatten());
                columns.iter().all(Option::is_some)
            }
            "after" => self.turn_to(pair().map(Turn::After)),
            "before" => self.turn_to(pair().map(Turn::Before)),
            "page" => self.turn_to(value.parse().ok().map(Turn::Number)),
            "chart" => CHARTS.contains(&value),
            "view" => value == "table" || ViewKind::of_key(value).is_some(),
            // Where the map stands: the script's own word, which changes nothing here.
            "map" | "layer" => value.len() <= 60,
            LIKE => value.chars().count() <= search::LONGEST,
            "bom" | "all" | "places" => value == "0" || value == "1",
            _ if is_ours(name) => true,
            _ => match facet_named(name) {
                Some(facet) => self.choose(view, explorer, facet, value),
                None => false,
            },
        }
    }

    fn turn_to(&mut self, turn: Option<Turn>) -> bool {
        if turn.is_some() {
            self.turn = turn;
        }
        self.turn.is_some()
    }

    fn choose(&mut self, view: &View<'_>, explorer: &Explorer, facet: Facet, list: &str) -> bool {
        let mut all_understood = true;
        for value in list.split(',').map(str::trim) {
            let room = self
                .selection
                .values
                .get(&facet)
                .is_none_or(|values| values.len() < MOST_VALUES);
            match understood(view, explorer, facet, value).filter(|_| room) {
                Some(value) => self.selection.add(facet, &value),
                None => all_understood = false,
            }
        }
        all_understood
    }
}

/// The value of a facet that a text means; one that no partnership has counts where it could be one.
fn understood(view: &View<'_>, explorer: &Explorer, facet: Facet, value: &str) -> Option<String> {
    fn word<T: Vocabulary + std::str::FromStr>(value: &str) -> bool {
        value.parse::<T>().is_ok()
    }
    let could_be = match facet {
        Facet::Body => {
            let id = value.parse().ok()?;
            return view.register().body(&id).map(|body| body.id.to_string());
        }
        Facet::Country => {
            let upper = value.to_uppercase();
            let known = upper
                .parse()
                .is_ok_and(|code| view.ctx.countries.get(code).is_some());
            return (known || value == UNKNOWN).then_some(if known {
                upper
            } else {
                value.to_owned()
            });
        }
        Facet::Kind => word::<Kind>(value),
        Facet::Agreement => word::<Agreement>(value),
        Facet::Activity => word::<Activity>(value),
        Facet::Standing => word::<Standing>(value),
        Facet::Evidence => word::<Evidence>(value),
        Facet::Freshness => word::<Freshness>(value),
        Facet::Dated => value == DATED,
        Facet::Theme => word::<Theme>(value),
        Facet::Group => value
            .parse()
            .is_ok_and(|id| view.register().group(&id).is_some()),
        Facet::Source => value
            .parse()
            .is_ok_and(|id| view.register().source(&id).is_some()),
        Facet::County | Facet::SkrGroup => explorer.name(facet, value).is_some(),
        Facet::Size => vanort_app::explore::SIZES
            .iter()
            .any(|(key, _)| *key == value),
        Facet::Continent => ["EU", "AS", "AF", "NA", "SA", "OC", "AN"].contains(&value),
        Facet::Union => ["eu", "eea", "outside", "aid"].contains(&value),
        Facet::Since => value
            .parse::<i32>()
            .is_ok_and(|year| year % 10 == 0 && (1000..=2100).contains(&year)),
        Facet::Began | Facet::Until => {
            let is_year = |year| (1000..=2100).contains(&year);
            value == VAGUE || value.parse::<i32>().is_ok_and(is_year)
        }
    };
    let is_stated = value == STATED && facet.is_stated();
    (could_be || is_stated || value == UNKNOWN).then(|| value.to_owned())
}
