//! The review queue: cases, decisions, and taking them back.

use vanort_app::intake::{Prepared, PreparedEntry, minted_id};
use vanort_app::review::{Doubt, Say};
use vanort_domain::bodies::Body;
use vanort_domain::imports::Withdrawal;
use vanort_domain::log::Content;
use vanort_domain::statements::Statement;
use vanort_domain::{BodyId, CountryCode, Values};

use crate::world::{World, list, run};

fn with_springfield() -> (World, BodyId) {
    let world = World::bundled();
    world.take_in(&list(
        "Kommun,Vänort,Land\nÖrebro,Springfield,USA\nMalmö,Springfield,Amerikas förenta stater\n",
    ));
    let desk = world.desk();
    let cases = desk.cases().expect("cases");
    let case = cases
        .iter()
        .find(|case| case.body.as_str().ends_with("-se-1880"))
        .expect("a case of what Örebro means");
    assert_eq!(case.doubt, Doubt::Several);
    assert_eq!(case.same_words.len(), 1, "Malmö may mean another one");
    let id = case.body.clone();
    drop(cases);
    (world, id)
}

fn is_waiting(world: &World, id: &BodyId) -> bool {
    world
        .desk()
        .cases()
        .expect("cases")
        .iter()
        .any(|case| case.body == *id)
}

#[test]
fn a_merge_carries_all_partnerships_along_and_can_be_undone() {
    let (world, case) = with_springfield();
    let desk = world.desk();
    let chosen = desk
        .cases()
        .expect("cases")
        .iter()
        .find(|c| c.body == case)
        .expect("it")
        .candidates[0]
        .body
        .id
        .clone();
    let before = world.shown();
    let seq = run(desk.say(&case, &Say::Same(chosen.clone()), None))
        .expect("recorded")
        .expect("a number");
    assert!(!is_waiting(&world, &case));
    let snapshot = world.recorder.live().snapshot();
    assert_eq!(snapshot.register.partnerships_of(&chosen).len(), 1);
    assert_eq!(
        run(desk.take_back(seq)).expect("recorded"),
        Some(case.clone())
    );
    assert!(is_waiting(&world, &case));
    let partnerships = |shown: &[String]| shown[..shown.len() - 2].to_vec();
    assert_eq!(partnerships(&world.shown()), partnerships(&before));
    assert_eq!(
        run(desk.take_back(seq)).expect("nothing"),
        None,
        "it was taken back already"
    );
}

#[test]
fn words_that_many_places_share_are_decided_for_whoever_writes_them() {
    let (world, case) = with_springfield();
    let desk = world.desk();
    let waiting = |named: &str| {
        let cases = desk.cases().expect("cases");
        let register = &world.recorder.live().snapshot().register;
        let mut ids = Vec::new();
        for case in cases.iter() {
            if register.body(&case.body).is_some_and(|b| b.name == named) {
                ids.push(case.body.clone());
            }
        }
        ids
    };
    let chosen = {
        let cases = desk.cases().expect("cases");
        let of = |c: &&vanort_app::review::Case| c.body == case;
        let found = cases.iter().find(of).expect("it");
        found.candidates[0].body.id.clone()
    };
    run(desk.say(&case, &Say::Same(chosen.clone()), None)).expect("recorded");
    let left = waiting("Springfield");
    assert_eq!(left.len(), 1, "what Malmö means is still asked");
    // A later list: what was decided holds for the one it was decided of, and for nobody else.
    world.take_in(&list(
        "Kommun,Vänort,Land,Anm\nÖrebro,Springfield,USA,ny\nMora,Springfield,USA,ny\nMalmö,Springfield,USA,ny\n",
    ));
    let snapshot = world.recorder.live().snapshot();
    let partners = snapshot.register.partnerships_of(&chosen);
    assert_eq!(partners.len(), 1);
    assert_eq!(partners[0].partner.as_str(), "se-1880");
    let mut now = waiting("Springfield");
    now.sort_unstable();
    let of_mora: BodyId = format!("{}-se-2062", case.of_words().expect("words"))
        .parse()
        .expect("an identifier");
    assert_eq!(now, [left[0].clone(), of_mora]);
    // Misspelt or unknown words mean the same to everybody.
    world.take_in(&list(
        "Kommun,Vänort,Land\nÖrebro,Xyzzygrad,USA\nMora,Xyzzygrad,USA\n",
    ));
    assert_eq!(waiting("Xyzzygrad").len(), 1);
}

#[test]
fn a_body_that_stood_for_words_of_several_goes_on_for_those_who_wrote_them() {
    let world = World::bundled();
    let america: CountryCode = "US".parse().expect("a country");
    let words = minted_id("Springfield", Some(america));
    let arrival = list("Kommun,Vänort,Land\nÖrebro,Springfield,USA\n");
    // As it was recorded before it counted who writes the words.
    let mut stated = Values::new();
    stated
        .set("source", &arrival.source.id)
        .set("speaker", "third")
        .set("subject", "se-1880")
        .set("about", "partner")
        .set("partner", &words)
        .set("partner_written", "Springfield")
        .set("country_written", "USA")
        .set("confidence", "secondary");
    let body = Body::named(words.clone(), "Springfield", Some(america), "a test");
    let statement = Statement::from_values(&stated).expect("a statement");
    let contents = [
        Content::Source(arrival.source.clone().into()),
        Content::Body(body.into()),
        Content::Statement(statement.into()),
    ];
    let prepared = Prepared {
        entries: contents.into_iter().map(PreparedEntry::of).collect(),
        set_aside: Vec::new(),
    };
    run(world.recorder.record("test", prepared)).expect("recorded");
    world.take_in(&list(
        "Kommun,Vänort,Land,Anm\nÖrebro,Springfield,USA,ny\nMora,Springfield,USA,ny\n",
    ));
    let cases = world.desk().cases().expect("cases");
    let of_words = |case: &&vanort_app::review::Case| case.body.of_words() == Some(words.as_str());
    let mut waiting: Vec<(String, usize)> = cases
        .iter()
        .filter(of_words)
        .map(|case| (case.body.to_string(), case.named_by.len()))
        .collect();
    waiting.sort_unstable();
    assert_eq!(
        waiting,
        [(words.to_string(), 2), (format!("{words}-se-2062"), 1)]
    );
}

#[test]
fn a_list_that_was_withdrawn_does_not_say_which_partner_a_later_one_means() {
    let world = World::bundled();
    let partner_of_orebro = |plan: &vanort_app::imports::Plan| {
        let partner = plan.rows[0].partner.clone();
        partner.map(|id| id.to_string())
    };
    // A wrong item beside the name.
    let wrong = list("Kommun,Vänort,Land,Wikidata\nÖrebro,Hannover,Tyskland,Q1118932\n");
    let right = list("Kommun,Vänort,Land,Anm\nÖrebro,Hannover,Tyskland,ny\n");
    let at_first = partner_of_orebro(&world.plan(&right));
    let (way, _) = world.take_in(&wrong);
    let known = partner_of_orebro(&world.plan(&right));
    assert_eq!(known.as_deref(), Some("wd-Q1118932"));
    let withdrawal = Withdrawal {
        way: way.into(),
        withdrawn: true,
        reason: None,
    };
    run(world.recorder.withdraw("editor", withdrawal)).expect("recorded");
    assert_eq!(partner_of_orebro(&world.plan(&right)), at_first);
}

#[test]
fn what_it_is_not_is_remembered_and_what_is_settled_does_not_come_back() {
    let (world, case) = with_springfield();
    let desk = world.desk();
    let first = |world: &World| {
        let cases = world.desk().cases().expect("cases");
        cases
            .iter()
            .find(|c| c.body == case)
            .map(|c| c.candidates[0].body.id.clone())
    };
    let wrong = first(&world).expect("a candidate");
    run(desk.say(&case, &Say::Different(wrong.clone()), None)).expect("recorded");
    assert_ne!(first(&world).expect("another candidate"), wrong);
    run(desk.say(&case, &Say::OwnBody, None)).expect("recorded");
    assert!(!is_waiting(&world, &case));
}

#[test]
fn words_that_are_no_body_make_no_partnership_and_later_puts_a_case_last() {
    let (world, case) = with_springfield();
    let desk = world.desk();
    run(desk.say(&case, &Say::Later, None)).expect("recorded");
    let last = || {
        let cases = world.desk().cases().expect("cases");
        cases.last().map(|last| last.body.clone())
    };
    assert_eq!(last().as_ref(), Some(&case));
    // Whoever goes around once more meets each case again, and not one of them for ever.
    let others = world.desk().cases().expect("cases");
    for other in others.iter().filter(|other| other.body != case).take(2) {
        run(desk.say(&other.body, &Say::Later, None)).expect("recorded");
        assert_eq!(last().as_ref(), Some(&other.body));
    }
    run(desk.say(&case, &Say::Later, None)).expect("recorded");
    assert_eq!(last().as_ref(), Some(&case));
    let before = world
        .recorder
        .live()
        .snapshot()
        .register
        .partnership_count();
    run(desk.say(&case, &Say::NotABody, None)).expect("recorded");
    assert_eq!(
        world
            .recorder
            .live()
            .snapshot()
            .register
            .partnership_count(),
        before - 1
    );
    assert!(!is_waiting(&world, &case));
}

#[test]
fn an_item_that_nobody_places_in_a_country_waits_where_its_name_leads_somewhere() {
    let world = World::bundled();
    world.take_in(&list(
        "Kommun,Vänort,Wikidata\nÖrebro,Springfield,Q99999999\nÖrebro,Xyzzygrad,Q99999998\n",
    ));
    let item = |id: &str| id.parse().expect("an identifier");
    let desk = world.desk();
    let cases = desk.cases().expect("cases");
    let case = cases.iter().find(|case| case.body == item("wd-Q99999999"));
    assert_eq!(case.map(|case| case.doubt), Some(Doubt::NoCountry));
    assert!(!is_waiting(&world, &item("wd-Q99999998")));
}

#[test]
fn no_case_is_proposed_to_itself_and_of_itself_nothing_is_recorded() {
    let world = World::bundled();
    let desk = world.desk();
    let cases = desk.cases().expect("cases");
    assert!(!cases.is_empty());
    for case in cases.iter() {
        let is_itself = |c: &vanort_app::review::Candidate| c.body.id == case.body;
        assert!(!case.candidates.iter().any(is_itself), "{}", case.body);
        // A Swedish body that stands in the tables is none of which only words are known.
        assert_ne!(case.body.as_str(), "se-kf-fyrbodal");
    }
    let case = cases[0].body.clone();
    let said = run(desk.say(&case, &Say::Same(case.clone()), None));
    assert_eq!(said.expect("no fault"), None);
}

#[test]
fn a_partner_of_the_same_body_with_a_name_like_it_is_proposed_and_another_can_be_named() {
    let world = World::bundled();
    let desk = world.desk();
    let snapshot = world.recorder.live().snapshot();
    let called = |name: &str| {
        let mut bodies = snapshot.register.bodies();
        bodies
            .find(|body| body.name == name)
            .map(|body| body.id.clone())
    };
    let (one, other) = (
        called("Kartung").expect("a body"),
        called("Kartong").expect("a body"),
    );
    let cases = desk.cases().expect("cases");
    let case = cases
        .iter()
        .find(|case| case.body == one || case.body == other);
    let case = case.expect("one of two spellings waits");
    let spelt_otherwise = if case.body == one { &other } else { &one };
    let is_proposed = |c: &vanort_app::review::Candidate| c.body.id == *spelt_otherwise;
    assert!(
        case.candidates.iter().any(is_proposed),
        "{:?}",
        case.candidates
    );
    let named = |written: &str| desk.other(&case.body, written).expect("an atlas");
    assert_eq!(
        named("Brikama").map(|id| id.to_string()).as_deref(),
        Some("gn-2413753")
    );
    assert_eq!(
        named("gn-2413753").map(|id| id.to_string()).as_deref(),
        Some("gn-2413753")
    );
    assert_eq!(named("Zzyxville"), None);
    assert_eq!(named(""), None);
    assert_eq!(named(case.body.as_str()), None, "not itself");
}
