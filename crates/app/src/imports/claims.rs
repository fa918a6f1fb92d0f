//! What a row says, in its own words.

use super::personal::holds_personal;
use super::years::years_behind;

/// Signs of the longest name that is taken for one.
pub(super) const LONGEST_NAME: usize = 150;

/// Words as a plan tells them: what is no name need not be told whole.
pub(super) fn shortened(written: &str) -> String {
    match written.char_indices().nth(LONGEST_NAME) {
        Some((at, _)) => format!("{}…", &written[..at]),
        None => written.to_owned(),
    }
}

/// A body as a row names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The name as written.
    pub name: String,
    /// The country as written.
    pub country: Option<String>,
    /// Its Wikidata item.
    pub wikidata: Option<String>,
    /// A code that the row gives for a Swedish body.
    pub code: Option<String>,
    /// The code of the Swedish body that the editor says is meant.
    pub meant: Option<String>,
}

/// One row: who is said to be whose partner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    /// Line in what came, from 1.
    pub line: u64,
    /// The line above from which it is known whose partner is told of, where the row's own cell is empty.
    pub subject_line: Option<u64>,
    /// The line above from which the partner's country is known, where the row's own cell is empty.
    pub country_line: Option<u64>,
    /// Whose partner is told of: the Swedish side in tables, in Wikidata the item that states it.
    pub subject: Named,
    /// The partner.
    pub partner: Named,
    /// The word for the form.
    pub kind: Option<String>,
    /// The words on status.
    pub status: Option<String>,
    /// The word for the agreement.
    pub instrument: Option<String>,
    /// Since when, as written.
    pub since: Option<String>,
    /// Until when, as written.
    pub until: Option<String>,
    /// Fields of co-operation, as written.
    pub themes: Option<String>,
    /// Who pays, as written.
    pub funding: Option<String>,
    /// Who decided it, as written.
    pub decided_by: Option<String>,
    /// When it was said, where the row tells.
    pub said: Option<String>,
    /// The source that the row itself names.
    pub quoted: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Columns that hold something else than they are for, with the words.
    pub unread: Vec<(&'static str, String)>,
    /// What stood beside the partner's name and was understood: the field that it tells, and the words.
    pub beside: Vec<(&'static str, String)>,
}

impl Claim {
    /// Takes the years behind the partner's name for those of the partnership; what the row tells of them in another place is
    /// told to the editor.
    pub(super) fn read_years_in_name(&mut self) {
        if self.partner.wikidata.is_some() {
            return;
        }
        let Some((name, told)) = years_behind(&self.partner.name) else {
            return;
        };
        let (name, told) = (name.to_owned(), told.to_owned());
        self.partner.name = name;
        if self.since.is_none() {
            self.beside.push(("since", told.clone()));
            self.since = Some(told);
        } else if self.since.as_ref() != Some(&told) {
            self.unread.push(("since", told));
        }
    }

    /// Whether one of the names tells of a person, by an address of e-mail or a number.
    pub(super) fn names_a_person(&self) -> bool {
        [&self.subject, &self.partner]
            .iter()
            .any(|named| holds_personal(&named.name))
    }

    /// Leaves out what tells of a person from what is kept as written; which fields those were.
    pub(super) fn without_personal(&mut self) -> Vec<&'static str> {
        let kept = [
            ("partner_country", &mut self.partner.country),
            ("own_country", &mut self.subject.country),
            ("kind", &mut self.kind),
            ("status", &mut self.status),
            ("instrument", &mut self.instrument),
            ("since", &mut self.since),
            ("until", &mut self.until),
            ("themes", &mut self.themes),
            ("funding", &mut self.funding),
            ("decided_by", &mut self.decided_by),
            ("said", &mut self.said),
            ("quoted", &mut self.quoted),
            ("note", &mut self.note),
        ];
        let mut left_out: Vec<&'static str> = Vec::new();
        for (field, text) in kept {
            if text.as_deref().is_some_and(holds_personal) {
                *text = None;
                left_out.push(field);
            }
        }
        let (personal, unread): (Vec<_>, Vec<_>) = std::mem::take(&mut self.unread)
            .into_iter()
            .partition(|(_, text)| holds_personal(text));
        self.unread = unread;
        left_out.extend(personal.into_iter().map(|(field, _)| field));
        left_out
    }
}
