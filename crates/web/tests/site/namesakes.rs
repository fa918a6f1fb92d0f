//! Bodies of one name and of two levels, side by side.

use vanort_testkit::{body, statement};
use vanort_web::{Settings, router};

use crate::register::ctx_with;
use crate::visit::ask;

#[test]
fn a_province_that_shares_its_name_with_a_city_is_told_apart_wherever_it_is_named() {
    let named = |id, roles: &str| {
        let more = [("country", "TR"), ("roles", roles)];
        body(id, "Samsun", &more[..if roles.is_empty() { 1 } else { 2 }])
    };
    let twin = |partner| statement("dataset-2016", "se-1280", partner, &[("speaker", "third")]);
    let site = router(
        ctx_with(vec![
            named("gn-740264", ""),
            named("gn-740263", "region"),
            twin("gn-740264"),
            twin("gn-740263"),
        ]),
        Settings::default(),
    );
    let page = |address: &str| ask(&site, "GET", address, &[]).text().to_owned();
    for (address, both) in [
        ("/organ/se-1280", ["Samsun<", "Samsun (region)<"]),
        ("/en/bodies/se-1280", ["Samsun<", "Samsun (region)<"]),
        ("/sok?q=samsun", ["Samsun<", "Samsun (region)<"]),
        (
            "/samarbeten?partner_country=TR",
            ["Samsun<", "Samsun (region)<"],
        ),
        ("/organ/gn-740263", ["Samsun (region)", "Turkiet"]),
    ] {
        let page = page(address);
        for name in both {
            assert!(page.contains(name), "{address}: {name}");
        }
    }
}
