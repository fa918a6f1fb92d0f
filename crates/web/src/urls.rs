//! Every address of the site, in every language: the table of contents.

use crate::messages::Language;

/// A page, whatever its language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// `/`
    Start,
    /// `/samarbeten`
    Partnerships,
    /// `/samarbeten/<id>`
    Partnership(String),
    /// `/organ`
    Bodies,
    /// `/organ/<id>`
    Body(String),
    /// `/organ/<id>/andringar`
    BodyChanges(String),
    /// `/organ/<id>/liknande`
    BodyAlike(String),
    /// `/jamfor`
    Compare,
    /// `/kretsar`
    Groups,
    /// `/kretsar/<id>`
    Group(String),
    /// `/lander`
    Countries,
    /// `/lander/<iso2>`
    Country(String),
    /// `/lander/<iso2>/andringar`
    CountryChanges(String),
    /// `/kallor`
    Sources,
    /// `/kallor/<id>`
    Source(String),
    /// `/sok`
    Search,
    /// `/senaste`
    Latest,
    /// `/utveckling`
    Development,
    /// `/om`
    About,
    /// `/data`
    Data,
    /// `/tillganglighet`
    Accessibility,
    /// `/ratt`
    Law,
    /// `/finansiering`
    Funding,
    /// `/finansiering/<programme>`
    Programme(String),
    /// `/redaktion`
    Editing,
    /// `/redaktion/granskning`
    Review,
    /// `/redaktion/import`
    Imports,
    /// `/redaktion/import/<key>`
    Import(String),
}

/// In which form a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A page to read.
    Html,
    /// `.json` beside it.
    Json,
    /// `.csv` beside a list.
    Csv,
    /// A file of another kind beside the page.
    File(Kind),
}

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A workbook.
    Xlsx,
    /// Places on a map.
    Geojson,
    /// A column store for calculations.
    Parquet,
    /// A record for the file.
    Pdf,
    /// A feed.
    Atom,
    /// A calendar.
    Ics,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
}

impl Kind {
    /// All kinds with what stands at the end of their paths and their media types.
    pub const ALL: [(Self, &'static str, &'static str); 8] = [
        (
            Self::Xlsx,
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (Self::Geojson, ".geojson", "application/geo+json"),
        (Self::Parquet, ".parquet", "application/vnd.apache.parquet"),
        (Self::Pdf, ".pdf", "application/pdf"),
        (Self::Atom, ".atom", "application/atom+xml; charset=utf-8"),
        (Self::Ics, ".ics", "text/calendar; charset=utf-8"),
        (Self::Svg, ".svg", "image/svg+xml"),
        (Self::Png, ".png", "image/png"),
    ];

    /// What stands at the end of the path.
    #[must_use]
    pub fn ending(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}

impl Form {
    /// What stands at the end of the path.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Json => ".json",
            Self::Csv => ".csv",
            Self::File(kind) => kind.ending(),
        }
    }

    /// The form whose ending a path has, with what stands before it.
    fn of(path: &str) -> (&str, Self) {
        [Self::Json, Self::Csv]
            .into_iter()
            .chain(Kind::ALL.map(|(kind, ..)| Self::File(kind)))
            .find_map(|form| Some((path.strip_suffix(form.ending())?, form)))
            .unwrap_or((path, Self::Html))
    }
}

/// The words of an address in Swedish, English and Ukrainian (in Latin letters, as resolution 55 of 2010 has it).
type Slugs = [&'static str; Language::ALL.len()];
const PARTNERSHIPS: Slugs = ["samarbeten", "partnerships", "partnerstva"];
const BODIES: Slugs = ["organ", "bodies", "hromady"];
const GROUPS: Slugs = ["kretsar", "groups", "merezhi"];
const COUNTRIES: Slugs = ["lander", "countries", "krainy"];
const SOURCES: Slugs = ["kallor", "sources", "dzherela"];
const SEARCH: Slugs = ["sok", "search", "poshuk"];
const LATEST: Slugs = ["senaste", "latest", "ostanni"];
const DEVELOPMENT: Slugs = ["utveckling", "development", "rozvytok"];
/// What comes after the address of a body or country.
const CHANGES: Slugs = ["andringar", "changes", "zminy"];
/// What comes after the address of a body.
const ALIKE: Slugs = ["liknande", "similar", "skhozhi"];
const COMPARE: Slugs = ["jamfor", "compare", "porivniannia"];
const ABOUT: Slugs = ["om", "about", "pro"];
const DATA: Slugs = ["data", "data", "dani"];
const ACCESSIBILITY: Slugs = ["tillganglighet", "accessibility", "dostupnist"];
const LAW: Slugs = ["ratt", "law", "pravo"];
const FUNDING: Slugs = ["finansiering", "funding", "finansuvannia"];
const EDITING: Slugs = ["redaktion", "editing", "redaktsiia"];
const REVIEW: Slugs = [
    "redaktion/granskning",
    "editing/review",
    "redaktsiia/perevirka",
];
const IMPORTS: Slugs = ["redaktion/import", "editing/import", "redaktsiia/import"];

impl Page {
    /// The path of the page in a language.
    #[must_use]
    pub fn path(&self, language: Language) -> String {
        let slug = |slugs: Slugs| format!("{}/{}", language.prefix(), slugs[language as usize]);
        let under = |slugs: Slugs, id: &str| format!("{}/{id}", slug(slugs));
        let changes =
            |slugs: Slugs, id: &str| format!("{}/{}", under(slugs, id), CHANGES[language as usize]);
        match self {
            Self::Start => {
                if language == Language::Sv {
                    "/".to_owned()
                } else {
                    language.prefix().to_owned()
                }
            }
            Self::Partnerships => slug(PARTNERSHIPS),
            Self::Partnership(id) => under(PARTNERSHIPS, id),
            Self::Bodies => slug(BODIES),
            Self::Body(id) => under(BODIES, id),
            Self::BodyChanges(id) => changes(BODIES, id),
            Self::BodyAlike(id) => {
                format!("{}/{}", under(BODIES, id), ALIKE[language as usize])
            }
            Self::Compare => slug(COMPARE),
            Self::Groups => slug(GROUPS),
            Self::Group(id) => under(GROUPS, id),
            Self::Countries => slug(COUNTRIES),
            Self::Country(id) => under(COUNTRIES, id),
            Self::CountryChanges(id) => changes(COUNTRIES, id),
            Self::Sources => slug(SOURCES),
            Self::Source(id) => under(SOURCES, id),
            Self::Search => slug(SEARCH),
            Self::Latest => slug(LATEST),
            Self::Development => slug(DEVELOPMENT),
            Self::About => slug(ABOUT),
            Self::Data => slug(DATA),
            Self::Accessibility => slug(ACCESSIBILITY),
            Self::Law => slug(LAW),
            Self::Funding => slug(FUNDING),
            Self::Programme(key) => under(FUNDING, key),
            Self::Editing => slug(EDITING),
            Self::Review => slug(REVIEW),
            Self::Imports => slug(IMPORTS),
            Self::Import(key) => under(IMPORTS, key),
        }
    }

    fn of_slug(slug: &str, language: Language) -> Option<Self> {
        let is = |slugs: Slugs| slugs[language as usize] == slug;
        [
            (PARTNERSHIPS, Self::Partnerships),
            (BODIES, Self::Bodies),
            (COMPARE, Self::Compare),
            (GROUPS, Self::Groups),
            (COUNTRIES, Self::Countries),
            (SOURCES, Self::Sources),
            (SEARCH, Self::Search),
            (LATEST, Self::Latest),
            (DEVELOPMENT, Self::Development),
            (ABOUT, Self::About),
            (DATA, Self::Data),
            (ACCESSIBILITY, Self::Accessibility),
            (LAW, Self::Law),
            (FUNDING, Self::Funding),
            (EDITING, Self::Editing),
            (REVIEW, Self::Review),
            (IMPORTS, Self::Imports),
        ]
        .into_iter()
        .find(|(slugs, _)| is(*slugs))
        .map(|(_, page)| page)
    }

    fn under(self, id: String) -> Option<Self> {
        Some(match self {
            Self::Partnerships => Self::Partnership(id),
            Self::Bodies => Self::Body(id),
            Self::Groups => Self::Group(id),
            Self::Countries => Self::Country(id),
            Self::Sources => Self::Source(id),
            Self::Imports => Self::Import(id),
            Self::Funding => Self::Programme(id),
            _ => return None,
        })
    }

    /// Whether the page is an editor's.
    #[must_use]
    pub fn is_editorial(&self) -> bool {
        matches!(
            self,
            Self::Editing | Self::Review | Self::Imports | Self::Import(_)
        )
    }
}

/// The language a path is in, whether or not there is a page.
#[must_use]
pub fn language_of(path: &str) -> Language {
    Language::ALL
        .into_iter()
        .filter(|language| !language.prefix().is_empty())
        .find(|language| {
            path.strip_prefix(language.prefix())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
        })
        .unwrap_or(Language::Sv)
}

/// The page that a path (percent signs decoded) asks for.
#[must_use]
pub fn parse(path: &str) -> Option<(Language, Page, Form)> {
    let language = language_of(path);
    let (page, form) = parse_in(path.strip_prefix(language.prefix())?, language)?;
    Some((language, page, form))
}

/// The address that is meant by a path with the words of another language: `/en/lander/CN`, `/partnerships`.
#[must_use]
pub fn meant(path: &str) -> Option<String> {
    let language = language_of(path);
    let rest = path.strip_prefix(language.prefix())?;
    let (words_of, (page, form)) = Language::ALL
        .into_iter()
        .filter(|words_of| *words_of != language)
        .find_map(|words_of| Some((words_of, parse_in(rest, words_of)?)))?;
    let language = if language.prefix().is_empty() {
        words_of
    } else {
        language
    };
    Some(format!("{}{}", page.path(language), form.ending()))
}

/// The page of a path without its language, in the words of a language.
fn parse_in(path: &str, language: Language) -> Option<(Page, Form)> {
    let (rest, form) = Form::of(path);
    let rest = rest.trim_start_matches('/').trim_end_matches('/');
    // The data of the start page has a name of its own, since nothing stands before its dot.
    if rest.is_empty() || rest == "index" {
        return Some((Page::Start, form));
    }
    if let Some(page) = Page::of_slug(rest, language) {
        return Some((page, form));
    }
    let changes = rest.strip_suffix(CHANGES[language as usize]);
    if let Some((slug, id)) = changes.and_then(|rest| rest.strip_suffix('/')?.rsplit_once('/')) {
        let page = match Page::of_slug(slug, language)?.under(id.to_owned())? {
            Page::Body(id) if !id.is_empty() => Page::BodyChanges(id),
            Page::Country(id) if !id.is_empty() => Page::CountryChanges(id),
            _ => return None,
        };
        return Some((page, form));
    }
    let alike = rest.strip_suffix(ALIKE[language as usize]);
    if let Some((slug, id)) = alike.and_then(|rest| rest.strip_suffix('/')?.rsplit_once('/')) {
        return match Page::of_slug(slug, language)?.under(id.to_owned())? {
            Page::Body(id) if !id.is_empty() => Some((Page::BodyAlike(id), form)),
            _ => None,
        };
    }
    match rest.rsplit_once('/') {
        Some((slug, id)) if !id.is_empty() => {
            let page = Page::of_slug(slug, language)?.under(id.to_owned())?;
            Some((page, form))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_own_address_in_every_language() {
        let id = || "se-1280".to_owned();
        let pages = [
            Page::Start,
            Page::Partnerships,
            Page::Partnership("se-1280~gn-1".into()),
            Page::Bodies,
            Page::Body(id()),
            Page::BodyChanges(id()),
            Page::BodyAlike(id()),
            Page::Compare,
            Page::Groups,
            Page::Group(id()),
            Page::Countries,
            Page::Country("FI".into()),
            Page::CountryChanges("FI".into()),
            Page::Sources,
            Page::Source(id()),
            Page::Search,
            Page::Latest,
            Page::Development,
            Page::About,
            Page::Data,
            Page::Accessibility,
            Page::Law,
            Page::Funding,
            Page::Programme("icld".into()),
            Page::Editing,
            Page::Review,
            Page::Imports,
            Page::Import("0123abcd".into()),
        ];
        for page in pages {
            for language in Language::ALL {
                let path = page.path(language);
                assert_eq!(
                    parse(&path),
                    Some((language, page.clone(), Form::Html)),
                    "{path}"
                );
                if page != Page::Start {
                    let files = Kind::ALL.map(|(kind, ..)| Form::File(kind));
                    for form in [Form::Json, Form::Csv].into_iter().chain(files) {
                        assert_eq!(
                            parse(&format!("{path}{}", form.ending())),
                            Some((language, page.clone(), form))
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_words_of_another_language_lead_to_the_page() {
        for (path, to) in [
            ("/en/lander/CN", Some("/en/countries/CN")),
            ("/uk/bodies/se-1280.json", Some("/uk/hromady/se-1280.json")),
            (
                "/en/organ/se-1280/andringar",
                Some("/en/bodies/se-1280/changes"),
            ),
            ("/partnerships.csv", Some("/en/partnerships.csv")),
            ("/en/partnerships", None),
            ("/en/finns-inte", None),
        ] {
            assert_eq!(meant(path).as_deref(), to, "{path}");
        }
    }

    #[test]
    fn a_path_of_no_page_is_none() {
        for path in [
            "/finns-inte",
            "/en/samarbeten",
            "/organ/a/b",
            "/organ//andringar",
            "/kallor/x/andringar",
            "/om/x",
            "/engelska",
        ] {
            assert_eq!(parse(path), None, "{path}");
        }
    }
}
