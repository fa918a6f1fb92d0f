//! Records as PDF: a template kept as a file, and data; out comes a tagged PDF (PDF/UA-1 and PDF/A-2a).
//!
//! The data is a file of its own beside the template (`data.json`), never a part of its text: what a user wrote cannot become
//! markup. The template sees these two files and nothing else: no network, no packages, no folders, no clock.
//! How long it takes is bounded by how much there is: templates are ours, data is at most [`MOST_DATA`] bytes, and one record
//! is made at a time.

mod record;
mod world;

use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use record::{Block, Day, Ground, Record, Section, Sign, Words};
use world::World;

/// Most bytes of data, as JSON.
pub const MOST_DATA: usize = 512 * 1024;

/// A template.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What it is called in faults.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfFault {
    /// More data than a record has.
    #[error("a record of {0} bytes is too long; at most {MOST_DATA} are set")]
    Long(usize),
    /// Data without a JSON form.
    #[error("the data of the record cannot be written as JSON: {0}")]
    Data(#[from] serde_json::Error),
    /// The template does not fit the data, or breaks a rule of PDF/UA.
    #[error("the template {template} does not set: {reason}")]
    Template {
        /// Which.
        template: &'static str,
        /// What is said of it.
        reason: String,
    },
}

/// One at a time: setting takes a processor for itself.
static TURN: Mutex<()> = Mutex::new(());

/// Sets a template with data and gives the PDF.
///
/// Signs that the fonts do not have are set as "□"; signs that only steer (control characters, marks of direction) are left
/// out. The same template and data give the same bytes.
///
/// # Errors
/// When there is too much data, or the template does not fit it.
pub fn make(template: Template, data: &impl Serialize) -> Result<Vec<u8>, PdfFault> {
    let mut data = serde_json::to_value(data)?;
    world::settle(&mut data);
    let data = serde_json::to_vec(&data)?;
    if data.len() > MOST_DATA {
        return Err(PdfFault::Long(data.len()));
    }
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let made = set(template, data);
    // What was kept to set it faster the next time is another visitor's, and would only grow.
    typst::comemo::evict(0);
    made
}

fn set(template: Template, data: Vec<u8>) -> Result<Vec<u8>, PdfFault> {
    let fault = |said: &[SourceDiagnostic]| PdfFault::Template {
        template: template.name,
        reason: said
            .iter()
            .map(|one| one.message.as_str())
            .collect::<Vec<_>>()
            .join("; "),
    };
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    let options = PdfOptions {
        standards: standards.map_err(|error| PdfFault::Template {
            template: template.name,
            reason: error.message().to_string(),
        })?,
        ..PdfOptions::default()
    };
    let document: PagedDocument = typst::compile(&World::new(template, data))
        .output
        .map_err(|said| fault(&said))?;
    typst_pdf::pdf(&document, &options).map_err(|said| fault(&said))
}
