//! Filters with a list of choices each.

use vanort_domain::vocabulary::Vocabulary;

use super::View;

/// One choice of a filter.
pub(crate) struct Choice {
    pub value: String,
    pub text: String,
    pub count: String,
    pub chosen: bool,
}

/// A filter with its choices.
pub(crate) struct Select {
    pub name: &'static str,
    pub label: String,
    pub choices: Vec<Choice>,
}

fn choices(all: impl Iterator<Item = (String, String)>, chosen: Option<&str>) -> Vec<Choice> {
    all.map(|(value, text)| Choice {
        chosen: chosen == Some(value.as_str()),
        value,
        text,
        count: String::new(),
    })
    .collect()
}

fn select(
    view: &View<'_>,
    name: &'static str,
    label: String,
    chosen: Option<String>,
    all: impl Iterator<Item = (String, String)>,
) -> Select {
    let any = Choice {
        value: String::new(),
        text: view.t.m("filter-all"),
        count: String::new(),
        chosen: chosen.is_none(),
    };
    let mut list = vec![any];
    list.extend(choices(all, chosen.as_deref()));
    Select {
        name,
        label,
        choices: list,
    }
}

/// A filter by the words of a closed list.
pub(crate) fn words<T: Vocabulary>(
    view: &View<'_>,
    name: &'static str,
    label: String,
    chosen: Option<T>,
) -> Select {
    let all = T::ALL
        .iter()
        .map(|word| (word.key().to_owned(), view.t.word(word)));
    select(
        view,
        name,
        label,
        chosen.map(|word| word.key().to_owned()),
        all,
    )
}
