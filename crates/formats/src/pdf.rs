//! Documents for people and for the file: a template and data become a tagged PDF (PDF/UA-1).
//!
//! The data comes in as values beside the template and is never pasted into it: whatever a text holds, it is text.
//! A template reads nothing but its data: no other file, no network, no clock.

use std::sync::LazyLock;

use thiserror::Error;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Why there is no document.
#[derive(Debug, Error)]
pub enum PdfError {
    /// The data is larger than a document should be.
    #[error("the data for the document has {0} bytes; {LARGEST} are allowed")]
    TooLarge(usize),
    /// The template and the data do not make a document that keeps to the standard.
    #[error("the document cannot be made: {0}")]
    Template(String),
}

/// The largest data, in bytes.
pub const LARGEST: usize = 512 * 1024;

/// When a document was made: year, month, day (UTC), which stands in its metadata.
pub type Made = (i32, u8, u8);

/// Makes a document of a template that reads its data by `json("data.json")`.
///
/// # Errors
/// When the data is too large, or when it and the template do not make a tagged document.
pub fn document(template: &str, data: &serde_json::Value, made: Made) -> Result<Vec<u8>, PdfError> {
    let data = data.to_string();
    if data.len() > LARGEST {
        return Err(PdfError::TooLarge(data.len()));
    }
    let paper = Paper {
        source: Source::new(TEMPLATE.file, template.to_owned()),
        data: Bytes::from_string(data),
    };
    let told = |faults: &[SourceDiagnostic]| {
        let words: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        PdfError::Template(words.join("; "))
    };
    let laid_out = typst::compile::<PagedDocument>(&paper).output;
    // What was worked out for one document is of no use for the next.
    let forget = || typst::comemo::evict(0);
    let written = laid_out.and_then(|pages| typst_pdf::pdf(&pages, &options(made)));
    forget();
    written.map_err(|faults| told(&faults))
}

fn options(made: Made) -> PdfOptions {
    let (year, month, day) = made;
    PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Vänort".into())),
        timestamp: Datetime::from_ymd_hms(year, month, day, 0, 0, 0).map(Timestamp::new_utc),
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default(),
        tagged: true,
        pretty: false,
    }
}

struct Template {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    file: FileId,
    data: FileId,
}

/// What every document shares.
static TEMPLATE: LazyLock<Template> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts()
        .flat_map(|font| Font::iter(Bytes::new(font)))
        .collect();
    Template {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        file: file("main.typ"),
        data: file("data.json"),
    }
});

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("a plain name is a path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

struct Paper {
    source: Source,
    data: Bytes,
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &TEMPLATE.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &TEMPLATE.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.file
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.file {
            Ok(self.source.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == TEMPLATE.data {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        TEMPLATE.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
