//! The form for an idea: read from the address, and shown again with everything that was written.

use vanort_app::funding;
use vanort_domain::collation::sort_key;
use vanort_domain::funding::{BodyType, Day, Guide, Idea, Party, Remark, Written, WrittenParty};

use super::teller;
use crate::pages::View;
use crate::pages::frame::query_of;
use crate::urls::Page;

/// Most partners that are read.
const MOST_PARTNERS: usize = 8;
/// Rows that are there from the start.
const FIRST_ROWS: usize = 3;

/// The form on the page.
pub(super) struct Form {
    pub action: String,
    pub day: String,
    pub applicant: Row,
    pub partners: Vec<Row>,
    pub too_many: Option<String>,
    pub starts: Field,
    pub days: Field,
    pub months: Field,
    pub participants: Field,
    pub invited: Field,
    pub amount: Field,
    /// Codes with their names, and whether each is chosen.
    pub currency: Vec<(&'static str, String, bool)>,
    pub currency_remarks: Vec<String>,
    pub countries: Vec<String>,
}

/// A question with what was written, and what is said about it.
pub(super) struct Field {
    pub id: &'static str,
    pub label: String,
    pub value: String,
    pub remarks: Vec<String>,
}

/// Somebody who takes part.
pub(super) struct Row {
    pub id: String,
    pub label: String,
    pub country: String,
    pub types: Vec<(&'static str, String, bool)>,
    pub remarks: Vec<String>,
}

/// Reads the idea out of the address.
pub(super) fn read(view: &View<'_>, guide: &Guide) -> (Form, Idea, Vec<Remark>) {
    let (written, too_many) = written(view);
    let country = |name: &str| funding::country(&view.ctx.countries, name);
    let (idea, remarks) = written.read(Day(view.today), &country);
    (
        form(view, guide, &written, &remarks, too_many),
        idea,
        remarks,
    )
}

fn value(view: &View<'_>, name: &str) -> String {
    view.param(name).unwrap_or_default().to_owned()
}

fn party(view: &View<'_>, name: &str) -> WrittenParty {
    WrittenParty {
        kind: value(view, &format!("{name}_type")),
        country: value(view, &format!("{name}_country")),
    }
}

fn written(view: &View<'_>) -> (Written, bool) {
    let all: Vec<WrittenParty> = (1..=50)
        .map(|n| party(view, &format!("partner{n}")))
        .collect();
    // The kind has an answer from the start: only a row with a country says that there is somebody.
    let mut partners: Vec<WrittenParty> = all
        .into_iter()
        .filter(|partner| !partner.country.trim().is_empty())
        .collect();
    let too_many = partners.len() > MOST_PARTNERS;
    partners.truncate(MOST_PARTNERS);
    let written = Written {
        day: value(view, "day"),
        applicant: party(view, "applicant"),
        partners: (!partners.is_empty()).then_some(partners),
        starts: value(view, "starts"),
        participants: value(view, "participants"),
        invited: value(view, "invited"),
        days: value(view, "days"),
        months: value(view, "months"),
        amount: value(view, "amount"),
        currency: value(view, "currency"),
    };
    (written, too_many)
}

fn form(
    view: &View<'_>,
    guide: &Guide,
    written: &Written,
    remarks: &[Remark],
    too_many: bool,
) -> Form {
    let t = &view.t;
    let teller = teller(view, guide);
    let at = |field: &str| -> Vec<String> {
        remarks
            .iter()
            .filter(|remark| remark.field == field)
            .map(|remark| teller.remark(remark))
            .collect()
    };
    let field = |id: &'static str, label: String, value: &str| Field {
        id,
        label,
        value: value.to_owned(),
        remarks: at(id),
    };
    let row = |id: String, label: String, party: &WrittenParty| Row {
        label,
        country: party.country.clone(),
        types: types(view, guide, &party.kind),
        remarks: [at(&format!("{id}_country")), at(&format!("{id}_type"))].concat(),
        id,
    };
    let (applicant, partners) = shown_parties(view, written);
    let partners = partners.iter().enumerate().map(|(place, partner)| {
        let label = t.w("fund-partner", place + 1);
        row(format!("partner{}", place + 1), label, partner)
    });
    Form {
        action: view.url(&Page::Funding),
        day: written.day.clone(),
        applicant: row("applicant".into(), t.m("fund-applicant"), &applicant),
        partners: partners.collect(),
        too_many: too_many.then(|| t.w("fund-ignored", MOST_PARTNERS)),
        starts: field("starts", t.m("fund-starts"), &written.starts),
        days: field("days", t.m("fund-days"), &written.days),
        months: field("months", t.m("fund-months"), &written.months),
        participants: field(
            "participants",
            t.m("fund-participants"),
            &written.participants,
        ),
        invited: field("invited", t.m("fund-invited"), &written.invited),
        amount: field("amount", t.m("fund-amount"), &written.amount),
        currency: [("EUR", "fund-currency-eur"), ("SEK", "fund-currency-sek")]
            .map(|(code, name)| {
                let chosen = written.currency.trim().eq_ignore_ascii_case(code);
                (code, t.m(name), chosen)
            })
            .into(),
        currency_remarks: at("currency"),
        countries: countries(view),
    }
}

/// Who stands in the form: what was written, with empty rows for more.
fn shown_parties(view: &View<'_>, written: &Written) -> (WrittenParty, Vec<WrittenParty>) {
    let usual = |country: &str| WrittenParty {
        kind: "municipality".into(),
        country: country.into(),
    };
    let applicant = if view.query.is_empty() {
        usual(&view.country(vanort_domain::CountryCode::SWEDEN))
    } else {
        written.applicant.clone()
    };
    let mut partners = written.partners.clone().unwrap_or_default();
    let rows = (partners.len() + 1).clamp(FIRST_ROWS, MOST_PARTNERS);
    partners.resize(rows, usual(""));
    (applicant, partners)
}

fn types(view: &View<'_>, guide: &Guide, chosen: &str) -> Vec<(&'static str, String, bool)> {
    let teller = teller(view, guide);
    let read = chosen.parse::<BodyType>().ok();
    let all = BodyType::ALL.into_iter();
    all.map(|kind| (kind.key(), teller.body_type(kind), read == Some(kind)))
        .collect()
}

/// The names to choose from while writing.
fn countries(view: &View<'_>) -> Vec<String> {
    let language = view.t.language.tag();
    let all = view
        .ctx
        .countries
        .iter()
        .filter(|country| country.historic_until.is_empty());
    let mut names: Vec<String> = all
        .map(|country| country.name(language).to_owned())
        .collect();
    names.sort_by_cached_key(|name| sort_key(name).to_vec());
    names
}

/// The address of the form with an idea filled in.
pub(super) fn filled(view: &View<'_>, idea: &Idea) -> String {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, party: &Party| {
        let country = party
            .country
            .map_or_else(String::new, |code| view.country(code));
        pairs.push((
            format!("{name}_type"),
            party.kind.map_or("", BodyType::key).to_owned(),
        ));
        pairs.push((format!("{name}_country"), country));
    };
    add("applicant", &idea.applicant);
    for (place, partner) in idea.partners.iter().flatten().enumerate() {
        add(&format!("partner{}", place + 1), partner);
    }
    format!("{}{}", view.url(&Page::Funding), query_of(&pairs))
}
