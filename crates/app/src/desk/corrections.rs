//! What the form on a list's page says, by which it is known whether what stands there was tried.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use vanort_domain::log::Hash;
use vanort_names::visible;

use super::{Options, Pending, Stated};
use crate::imports::Column;

/// What an editor says of how a list is read, and of its source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Corrections {
    /// The sheet that is read; empty but for a workbook of several.
    pub sheet: String,
    /// What columns mean, by their place from 0; empty for what is no table.
    pub columns: Vec<(usize, Column)>,
    /// What was chosen for the whole list.
    pub options: Options,
    /// Whose list it is, where its rows do not tell.
    pub body: String,
    /// Which Swedish body words mean that no such body is called, by the words ([`crate::imports::Mapping::set_meant`]).
    pub meant: BTreeMap<String, String>,
    /// What is stated of its source.
    pub stated: Stated,
}

impl Corrections {
    /// A digest by which it is known whether a form says what it said when it was shown.
    #[must_use]
    pub fn mark(&self) -> String {
        let told = serde_json::to_vec(self).unwrap_or_default();
        Hash(Sha256::digest(told).into()).to_string()[..16].to_owned()
    }
}

impl Pending {
    /// What its form says when it is shown, as it comes back when nobody changes it.
    #[must_use]
    pub fn corrections(&self) -> Corrections {
        let mapping = self.mapping.as_ref();
        let columns = mapping.map(|mapping| {
            let columns = mapping.columns.iter().enumerate();
            columns.map(|(at, used)| (at, used.column)).collect()
        });
        let body = mapping.and_then(|mapping| mapping.body.as_deref());
        let meant = mapping.map(|mapping| {
            let meant = mapping.meant.iter();
            meant
                .map(|(words, body)| (words.clone(), sent(body)))
                .collect()
        });
        let is_one_of = !self.sheets.is_empty();
        Corrections {
            sheet: if is_one_of {
                sent(&self.sheet)
            } else {
                String::new()
            },
            columns: columns.unwrap_or_default(),
            options: Options {
                fill_down: mapping.is_some_and(|mapping| mapping.fill_down),
                country_down: mapping.is_some_and(|mapping| mapping.country_down),
                several: mapping.is_some_and(|mapping| mapping.several),
                everywhere: self.everywhere,
            },
            body: body.map(sent).unwrap_or_default(),
            meant: meant.unwrap_or_default(),
            stated: Stated {
                publisher: sent(&self.stated.publisher),
                url: self.stated.url.as_deref().map(sent),
                date: self.stated.date.as_deref().map(sent),
                licence: self.stated.licence.as_deref().map(sent),
            },
        }
    }
}

/// A text as a form sends it.
fn sent(text: &str) -> String {
    let seen = visible(text).replace(char::is_control, "");
    seen.trim().to_owned()
}
