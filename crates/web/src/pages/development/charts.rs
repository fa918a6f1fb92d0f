//! The charts of numbers over time, for the whole register and for one country.

use vanort_app::development::{Development, LeftOut, Loose, Year, left_out};
use vanort_app::explore::{Facet, STATED, Selection, UNKNOWN};
use vanort_domain::CountryCode;
use vanort_domain::vocabulary::{Kind, Theme, Vocabulary as _};

use crate::charts::{Chart, Plot, Series};
use crate::messages::Words;
use crate::pages::View;
use crate::pages::explore::facet_named;
use crate::pages::frame::query_of;
use crate::pages::time::{AS_OF, FIRST_YEAR, is_ours, undated};
use crate::urls::Page;

/// What charts over years have in common.
pub(crate) struct OverYears<'v> {
    pub view: &'v View<'v>,
    pub development: &'v Development,
    /// What of the explorer lists those of which the numbers are; `None` where it may be others in another year.
    listed: Option<Vec<(String, String)>>,
    /// Those in no year, since no word about them bears a date.
    undated: usize,
    years: Vec<Year>,
}

/// What of the explorer lists that of which a number is.
type Listed<'l> = &'l [(Facet, &'l str)];

/// Those that stand, as the explorer tells it.
const STANDING: (Facet, &str) = (Facet::Standing, "stated,disputed");

impl<'v> OverYears<'v> {
    pub fn new(
        view: &'v View<'v>,
        development: &'v Development,
        country: Option<CountryCode>,
    ) -> Self {
        let mut selection = Selection::default();
        if let Some(code) = country {
            selection.add(Facet::Country, code.as_str());
        }
        let country = country.map(|code| (Facet::Country.key().to_owned(), code.to_string()));
        Self {
            listed: Some(country.into_iter().collect()),
            ..Self::of_some(view, development, &selection)
        }
    }

    /// Those of a selection: which of them it finds may be others in another year, so that no number leads to a list.
    pub fn of_some(
        view: &'v View<'v>,
        development: &'v Development,
        selection: &Selection,
    ) -> Self {
        Self {
            // The register of another day has none of them.
            undated: development.undated + undated(view, selection),
            view,
            development,
            listed: None,
            years: development.until(view.today.year()),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.years.is_empty()
    }

    fn t(&self) -> &Words {
        &self.view.t
    }

    fn series(&self, key: &str, name: String, value: impl Fn(&Year) -> usize) -> Series {
        Series {
            key: key.to_owned(),
            name,
            values: self.years.iter().map(|year| Some(value(year))).collect(),
            lists: Vec::new(),
        }
    }

    /// The same with each number leading to the list of what stood at the end of its year and is so. The year that goes on
    /// has not ended, and of a register that is looked at from another day nobody asks for a third.
    fn stock_series(
        &self,
        key: &str,
        name: String,
        value: impl Fn(&Year) -> usize,
        is: Listed<'_>,
    ) -> Series {
        let mut series = self.series(key, name, value);
        let is_now = !self.view.query.iter().any(|(name, _)| is_ours(name));
        let (first, today) = (FIRST_YEAR, self.view.today.year());
        series.lists = self.lists(&series, |year| {
            let has_ended = (first..today).contains(&year);
            let mut query = self.query(&[&[STANDING], is].concat())?;
            query.push((AS_OF.to_owned(), year.to_string()));
            (is_now && has_ended).then_some(query)
        });
        series
    }

    /// The same with each number leading to the list of what has its year in a facet.
    fn flow_series(
        &self,
        key: &str,
        name: String,
        value: impl Fn(&Year) -> usize,
        facet: Facet,
    ) -> Series {
        let mut series = self.series(key, name, value);
        series.lists = self.lists(&series, |year| {
            self.query(&[(facet, year.to_string().as_str())])
        });
        series
    }

    fn lists(
        &self,
        series: &Series,
        query: impl Fn(i32) -> Option<Vec<(String, String)>>,
    ) -> Vec<String> {
        let list = self.view.url(&Page::Partnerships);
        let numbers = self.years.iter().zip(&series.values);
        numbers
            .map(|(year, number)| match number {
                Some(1..) => query(year.year)
                    .map(|query| format!("{list}{}", query_of(&query)))
                    .unwrap_or_default(),
                _ => String::new(),
            })
            .collect()
    }

    fn query(&self, is: Listed<'_>) -> Option<Vec<(String, String)>> {
        let mut query = self.listed.clone()?;
        let is = is.iter();
        query.extend(is.map(|(facet, value)| (facet.key().to_owned(), (*value).to_owned())));
        Some(query)
    }

    fn chart(&self, key: &str, plot: Plot, series: Vec<Series>) -> Chart {
        let t = self.t();
        let span = match (self.years.first(), self.years.last()) {
            (Some(first), Some(last)) => format!("{}–{}", first.year, last.year),
            _ => String::new(),
        };
        Chart {
            key: key.to_owned(),
            title: t.m(&format!("chart-{key}")),
            description: t.w(&format!("chart-{key}-desc"), span),
            unit: t.m(&format!("chart-{key}-unit")),
            over: t.m("chart-year"),
            columns: self
                .years
                .iter()
                .map(|year| year.year.to_string())
                .collect(),
            series,
            plot,
            marks: Vec::new(),
            breaks: Vec::new(),
            remarks: Vec::new(),
            caveats: Vec::new(),
            source: source(self.view),
            no_figure: t.m("chart-no-figure"),
        }
    }

    /// The year with the most that stood, and how many they were.
    pub fn peak(&self) -> Option<(i32, usize)> {
        let stood = |year: &Year| year.start_known + year.start_unknown;
        let most = self.years.iter().map(stood).max()?;
        let first = self.years.iter().find(|year| stood(year) == most)?;
        Some((first.year, most))
    }

    /// How many stood at the end of each year.
    pub fn stock(&self) -> Chart {
        let t = self.t();
        let mut chart = self.chart(
            "stock",
            Plot::Stacked,
            vec![
                self.stock_series(
                    "start_known",
                    t.m("series-start-known"),
                    |y| y.start_known,
                    &[(Facet::Began, STATED)],
                ),
                self.stock_series(
                    "start_unknown",
                    t.m("series-start-unknown"),
                    |y| y.start_unknown,
                    &[(Facet::Began, UNKNOWN)],
                ),
            ],
        );
        let unknown = self.development.starts.unknown;
        chart.caveats = vec![
            t.m("stock-what"),
            t.of("stock-unknown", &unknown, &self.development.total),
            t.m("stock-peaks"),
            t.n("stock-undated", &self.undated),
        ];
        chart
    }

    /// What began and ended in each year.
    pub fn flows(&self) -> Chart {
        let t = self.t();
        let mut chart = self.chart(
            "flows",
            Plot::Grouped,
            vec![
                self.flow_series("starts", t.m("series-starts"), |y| y.starts, Facet::Began),
                self.flow_series(
                    "endings",
                    t.m("series-endings"),
                    |y| y.endings,
                    Facet::Until,
                ),
            ],
        );
        let Loose { vague, unknown } = self.development.starts;
        let endings = self.development.endings;
        chart.caveats = vec![
            t.of("flows-starts", &(vague + unknown), &self.development.total),
            t.n("flows-endings", &(endings.vague + endings.unknown)),
            t.m("flows-silent"),
        ];
        chart
    }

    /// Municipalities of which something is known, and that have said something themselves.
    pub fn coverage(&self) -> Chart {
        let t = self.t();
        let mut chart = self.chart(
            "coverage",
            Plot::Steps,
            vec![
                self.series("municipalities", t.m("series-municipalities"), |y| {
                    y.municipalities
                }),
                self.series("own_words", t.m("series-own-words"), |y| y.own_words),
            ],
        );
        let all = self.view.register().figures().municipalities;
        let LeftOut {
            undated,
            not_standing,
        } = left_out(self.view.register(), self.view.today.year());
        chart.caveats = vec![t.n("coverage-of", &all)];
        // Without them the last number is the start page's.
        if undated > 0 {
            chart.caveats.push(t.n("coverage-in-no-year", &undated));
        }
        if not_standing > 0 {
            chart
                .caveats
                .push(t.n("coverage-not-standing", &not_standing));
        }
        chart.caveats.push(t.m("coverage-not-surveys"));
        chart
    }

    /// Those that stood, by kind.
    pub fn kinds(&self) -> Chart {
        let t = self.t();
        let mut series: Vec<Series> = Kind::ALL
            .iter()
            .map(|kind| {
                let of = |y: &Year| y.kinds[*kind as usize];
                self.stock_series(kind.key(), t.word(kind), of, &[(Facet::Kind, kind.key())])
            })
            .collect();
        let last = Kind::ALL.len();
        series.push(self.stock_series(
            "not_stated",
            t.m("series-kind-not-stated"),
            |y| y.kinds[last],
            &[(Facet::Kind, UNKNOWN)],
        ));
        let mut chart = self.chart("kinds", Plot::Stacked, series);
        chart.caveats = vec![t.m("kinds-what"), t.m("stock-peaks")];
        chart
    }

    /// Those that stood, by theme.
    pub fn themes(&self) -> Chart {
        let t = self.t();
        // A field in which nothing is to be seen says less than its absence, which the caveat speaks of.
        let series = Theme::ALL
            .iter()
            .map(|theme| {
                let of = |y: &Year| y.themes[*theme as usize];
                self.stock_series(
                    theme.key(),
                    t.word(theme),
                    of,
                    &[(Facet::Theme, theme.key())],
                )
            })
            .filter(|series| series.values.iter().any(|value| *value > Some(0)))
            .collect();
        let mut chart = self.chart("themes", Plot::Panels, series);
        chart.caveats = vec![
            t.m("themes-what"),
            t.of(
                "themes-named",
                &self.development.themed,
                &self.development.total,
            ),
            t.m("themes-several"),
        ];
        chart
    }
}

/// Where the register's own numbers are from, so that a picture can be cited: the address with what was chosen, the day on
/// which it was read, and the head of the log.
pub(crate) fn source(view: &View<'_>) -> String {
    let is_chosen = |name: &str| {
        let is_of_list = matches!(name, "q" | "view") || facet_named(name).is_some();
        is_ours(name) || (view.page == Page::Partnerships && is_of_list)
    };
    let mut chosen = view.query.clone();
    chosen.retain(|(name, value)| is_chosen(name) && !value.is_empty());
    let what = format!(
        "{}{}, {}, #{}",
        view.absolute(&view.url(&view.page)),
        query_of(&chosen),
        view.t.day(view.ctx.clock.today()),
        view.register().head().0
    );
    view.t.w("chart-source", what)
}
