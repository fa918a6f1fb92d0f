//! `vanort law check --pdf`

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use vanort_app::law::Law as Rules;
use vanort_domain::law::{Answer, Day};
use vanort_web::messages::{self, Words};
use vanort_web::{Told, law_record};

use super::{Language, case_of, read};
use crate::system;

/// Writes the record of a case.
pub(super) fn write(
    rules: &Rules,
    path: &Path,
    date: Option<Day>,
    language: Language,
    pdf: &Path,
) -> Result<()> {
    if path == Path::new("-") {
        bail!("a record is made of a case in a file; write the case into one");
    }
    let value = read(path)?;
    if value.is_array() {
        bail!("a record is made of one case; write each case into a file of its own");
    }
    let names = vanort_app::bundle::countries()?;
    let case = case_of(value, path, date, &names)?;
    let assessment = rules.rules.assess(&case, &rules.countries);
    let written = case.answers_to("country").and_then(Answer::words);
    let country = written.and_then(|words| {
        let code = words.first()?.parse().ok()?;
        Some(names.name(code, language.tag()).to_string())
    });
    let words = Words {
        language: match language {
            Language::Sv => messages::Language::Sv,
            Language::En => messages::Language::En,
        },
    };
    let told = Told {
        words,
        today: system::clock().today(),
        address: None,
        country,
    };
    let bytes = law_record(rules, &case, &assessment, &told).to_pdf()?;
    std::fs::write(pdf, bytes)
        .with_context(|| format!("the record {} cannot be written", pdf.display()))
}
