//! Style, script and icon: built in, with their content's hash in the address.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

#[derive(RustEmbed)]
#[folder = "assets"]
#[include = "*.css"]
#[include = "*.js"]
#[include = "*.svg"]
#[include = "vendor/maplibre-gl*.mjs"]
#[include = "vendor/ground.json"]
#[include = "vendor/*.br"]
struct Files;

/// A file that is served under `/static/`.
#[derive(Debug)]
pub struct Asset {
    /// Its path with the hash of its content: it never changes.
    pub path: String,
    /// Its content type.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Its bytes compressed beforehand, for files that take seconds to compress.
    pub brotli: Option<Cow<'static, [u8]>>,
}

/// The outlines of Sweden's municipalities, which the live map asks for once somebody looks closer.
pub const MUNICIPALITIES: &str = "municipalities.json";

static ASSETS: LazyLock<Vec<(String, Asset)>> = LazyLock::new(|| {
    let outlines = vanort_app::bundle::file("boundaries/sweden.topo.json").unwrap_or_default();
    let outlines: Cow<'static, [u8]> = match crate::maps::coarser(&outlines) {
        Some(coarser) => coarser.into(),
        None => outlines,
    };
    Files::iter()
        .filter(|name| !name.ends_with(".br"))
        .filter_map(|name| {
            let file = Files::get(&name)?;
            // What stands beside the code it belongs to comes after the common rules.
            let bytes = match &*name {
                "site.css" => bare(
                    &[
                        &*file.data,
                        include_bytes!("maps/maps.css").as_slice(),
                        include_bytes!("charts/charts.css").as_slice(),
                        include_bytes!("pages/views/views.css").as_slice(),
                    ]
                    .concat(),
                )
                .into(),
                own if own.ends_with(".js") => bare(&file.data).into(),
                _ => file.data,
            };
            let (path, ending) = address(&name, &bytes)?;
            let content_type = match ending {
                "css" => "text/css; charset=utf-8",
                "js" | "mjs" => "text/javascript; charset=utf-8",
                "json" => "application/json",
                _ => "image/svg+xml",
            };
            let brotli = Files::get(&format!("{name}.br")).map(|file| file.data);
            let asset = Asset {
                content_type,
                bytes,
                brotli,
                path,
            };
            Some((name.into_owned(), asset))
        })
        .chain(address(MUNICIPALITIES, &outlines).map(|(path, _)| {
            let asset = Asset {
                path,
                content_type: "application/json",
                bytes: outlines.clone(),
                brotli: None,
            };
            (MUNICIPALITIES.to_owned(), asset)
        }))
        .collect()
});

/// A file of ours without the lines that are a comment and nothing else: they are for whoever changes it, and a telephone
/// pays for them.
fn bare(text: &[u8]) -> Vec<u8> {
    let is_comment =
        |line: &[u8]| line.starts_with(b"//") || (line.starts_with(b"/*") && line.ends_with(b"*/"));
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    let kept = lines.filter(|line| !is_comment(line.trim_ascii()));
    kept.flatten().copied().collect()
}

/// The address of a file, with the hash of its content, and the ending of its name.
fn address<'n>(name: &'n str, bytes: &[u8]) -> Option<(String, &'n str)> {
    let hash: String = Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (stem, ending) = name.rsplit_once('.')?;
    Some((format!("/static/{stem}.{hash}.{ending}"), ending))
}

/// The address of a file.
#[must_use]
pub fn url(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|(known, _)| known == name)
        .map_or("", |(_, asset)| asset.path.as_str())
}

/// The file at an address.
#[must_use]
pub fn at(path: &str) -> Option<&'static Asset> {
    ASSETS
        .iter()
        .map(|(_, asset)| asset)
        .find(|asset| asset.path == path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out_and_what_only_looks_like_one_is_not() {
        let text = b"/* Why. */\na { b: c; } /* here */\n  // why\nconst d = \"https://e\";\n";
        assert_eq!(
            bare(text),
            b"a { b: c; } /* here */\nconst d = \"https://e\";\n"
        );
    }
}
