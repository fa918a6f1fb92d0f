//! All that a template can see.

use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _};

use super::Template;

/// What is the same for all templates: the language of templates, and the fonts.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// The families that are used: a serif for Latin and Cyrillic, and one of even width with many signs.
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts()
        .flat_map(|font| Font::iter(Bytes::new(font)))
        .filter(|font| FAMILIES.contains(&font.info().family.as_str()))
        .collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// A template and its data.
pub(super) struct World {
    template: Source,
    data: (FileId, Bytes),
}

impl World {
    pub(super) fn new(template: Template, data: Vec<u8>) -> Self {
        Self {
            template: Source::new(file("/main.typ"), template.text.to_owned()),
            data: (file("/data.json"), Bytes::new(data)),
        }
    }
}

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).unwrap_or_else(|_| unreachable!("{path} is a path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            Ok(self.data.1.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Makes every text of the data one that can be set.
pub(super) fn settle(data: &mut Value) {
    match data {
        Value::String(text) if !text.bytes().all(|b| (b' '..=b'~').contains(&b)) => {
            *text = text.chars().filter_map(settled).collect();
        }
        Value::Array(values) => values.iter_mut().for_each(settle),
        Value::Object(fields) => fields.values_mut().for_each(settle),
        _ => {}
    }
}

fn settled(sign: char) -> Option<char> {
    match sign {
        '\n' => Some(sign),
        '\t' => Some(' '),
        _ if sign.is_control()
            || STEERING
                .iter()
                .any(|(from, to)| (*from..=*to).contains(&sign)) =>
        {
            None
        }
        _ if SHARED
            .fonts
            .iter()
            .any(|font| font.info().coverage.contains(sign.into())) =>
        {
            Some(sign)
        }
        _ => Some('□'),
    }
}

/// Signs that are not seen and turn or join what is beside them.
const STEERING: [(char, char); 5] = [
    ('\u{200B}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
];
