//! Likeness over the bundled bodies: every reason is a fact of both.

use std::collections::BTreeSet;

use vanort_app::bundle;
use vanort_app::similar::{Alike, Kinds, Trait, read_traits};
use vanort_domain::BodyId;
use vanort_domain::log::{Content, Entry};
use vanort_domain::register::{AsOf, Register};
use vanort_domain::{Seq, Timestamp};

fn sweden() -> Register {
    let models = bundle::models().expect("the bundle");
    let entries = models
        .swedish
        .into_iter()
        .zip(1..)
        .map(|(body, seq)| Entry {
            seq: Seq(seq),
            recorded: Timestamp(0),
            by: "test".into(),
            content: Content::Body(body),
        });
    Register::fold(entries.collect(), AsOf::NOW)
}

fn id(text: &str) -> BodyId {
    text.parse().expect("an id")
}

#[test]
fn the_table_of_traits_can_be_read_and_says_what_everybody_knows() {
    let traits = read_traits().expect("the table");
    let has = |body: &str, which| traits.has(&id(body), which);
    // Göteborg, Gotland and Haparanda lie by the sea; Karlstad, Västerås, Ekerö and Jönköping by lakes.
    for by_the_sea in ["se-1480", "se-0980", "se-2583"] {
        assert!(has(by_the_sea, Trait::Coast), "{by_the_sea}");
    }
    for by_a_lake in ["se-1780", "se-1980", "se-0125", "se-0680"] {
        assert!(!has(by_a_lake, Trait::Coast), "{by_a_lake}");
    }
    assert!(has("se-2584", Trait::BorderNorway) && has("se-2584", Trait::BorderFinland));
    assert!(!has("se-2580", Trait::BorderFinland), "Luleå");
    assert!(has("se-1281", Trait::University) && !has("se-1278", Trait::University));
    assert!(traits.are_neighbours(&id("se-1280"), &id("se-1233")));
    assert!(traits.are_neighbours(&id("se-1233"), &id("se-1280")));
    assert!(!traits.are_neighbours(&id("se-1280"), &id("se-2584")));
}

#[test]
fn every_municipality_and_region_has_ten_like_it_and_none_is_like_itself() {
    let register = sweden();
    let kinds = Kinds::of(&register);
    for body in register.bodies().filter(|body| body.is_member()) {
        let like = kinds.like(&body.id);
        assert!(like.len() >= 10, "{}: {}", body.name, like.len());
        assert!(like.iter().all(|other| other.body != body.id));
        let ids: BTreeSet<_> = like.iter().map(|other| &other.body).collect();
        assert_eq!(ids.len(), like.len(), "{} has one twice", body.name);
        let scores: Vec<u32> = like.iter().map(|other| other.score()).collect();
        assert!(scores.is_sorted_by(|a, b| a >= b), "{}", body.name);
    }
}

#[test]
fn likeness_counts_the_same_from_both_sides_and_every_reason_is_true() {
    let register = sweden();
    let kinds = Kinds::of(&register);
    for body in register
        .bodies()
        .filter(|body| body.is_member())
        .step_by(13)
    {
        for like in kinds.like(&body.id) {
            let other = register.body(&like.body).expect("a body");
            let back = kinds.between(&other.id, &body.id);
            let score: u32 = back.iter().map(Alike::weight).sum();
            assert_eq!(like.score(), score, "{} and {}", body.name, other.name);
            for reason in &like.reasons {
                match reason {
                    Alike::Size(a, b) => {
                        assert_eq!((Some(*a), Some(*b)), (body.population, other.population));
                        assert!(a.max(b) * 2 <= a.min(b) * 3);
                    }
                    Alike::Group(code, _) => {
                        assert_eq!(body.skr_group.as_ref(), Some(code));
                        assert_eq!(other.skr_group.as_ref(), Some(code));
                    }
                    Alike::County(_, name) => {
                        assert_eq!(body.county_name.as_ref(), Some(name));
                        assert_eq!(other.county_name.as_ref(), Some(name));
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn a_body_abroad_and_an_unknown_one_are_like_nobody() {
    let kinds = Kinds::of(&sweden());
    assert!(kinds.like(&id("gn-588335")).is_empty());
    assert!(kinds.between(&id("se-1280"), &id("se-1280")).is_empty());
}
