//! What a reader sees of each kind of page, in every language, as it was when somebody last looked at it.

use crate::addresses::{PAGES, in_ukrainian};
use crate::visit::get;

#[test]
fn every_kind_of_page_reads_as_it_did() {
    for (kind, sv, en) in PAGES {
        for (language, address) in [("sv", sv), ("en", en), ("uk", &in_ukrainian(sv))] {
            insta::assert_snapshot!(format!("{kind}-{language}"), get(address).reading());
        }
    }
}

#[test]
fn the_pages_of_errors_read_as_they_did() {
    for (name, address) in [
        ("404-near-sv", "/organ/goteborg"),
        ("404-near-en", "/en/bodies/goteborg"),
        ("404-sv", "/finns-inte"),
        ("404-en", "/en/finns-inte"),
        ("404-near-uk", "/uk/hromady/goteborg"),
        ("404-uk", "/uk/nemaie-takoi"),
        ("410-sv", "/id/st-38"),
        ("400-sv", "/sok?q=%FF"),
        ("400-en", "/en/search?q=%FF"),
        ("400-uk", "/uk/poshuk?q=%FF"),
    ] {
        insta::assert_snapshot!(name, get(address).reading());
    }
}
