//! The editor's pages, at the machine itself: lists that are brought and withdrawn, and decisions.

use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::Request;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;
use vanort_app::desk::{Corrections, State, Stated};
use vanort_app::intake::{Prepared, PreparedEntry};
use vanort_app::tables::{self, Table};
use vanort_app::{Clock, Countries, Ctx, Desk, Recorder, bundle};
use vanort_domain::BodyId;
use vanort_testkit::{NOW, TestDatabase, body};
use vanort_web::{Settings, router};

use crate::visit::Answer;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// A site with a desk, on a register with two Swedish municipalities.
struct Office {
    site: Router,
    desk: Arc<Desk>,
    _database: TestDatabase,
}

/// Partners of which there are many, of which one lies in another country than it says, and of which nobody knows.
const LIST: &str = "Kommun,Vänort,Land\n\
    Malmö,Neustadt,Tyskland\n\
    Malmö,Esbjerg,Sverige\n\
    Malmö,Salem,USA\n\
    Göteborg,\"=HYPERLINK(\"\"http://x.se\"\";\"\"Gladsaxe\"\")\",Danmark\n";

impl Office {
    fn open() -> Self {
        let database = TestDatabase::sqlite();
        let recorder = RUNTIME.block_on(async {
            let store = database.open().await;
            let recorder = Recorder::open(store, Clock::fixed(NOW)).await;
            let recorder = recorder.expect("a log");
            let municipality = |id: &str, name: &str| {
                let more = [
                    ("country", "SE"),
                    ("roles", "municipality"),
                    ("scb_code", &id[3..]),
                ];
                PreparedEntry::of(body(id, name, &more))
            };
            let prepared = Prepared {
                entries: vec![
                    municipality("se-1280", "Malmö"),
                    municipality("se-1480", "Göteborg"),
                ],
                set_aside: Vec::new(),
            };
            recorder.record("bundle", prepared).await.expect("bodies");
            Arc::new(recorder)
        });
        let table = bundle::file("countries.csv").expect("bundled");
        let desk = Arc::new(Desk::new(recorder.clone()));
        let ctx = Ctx {
            live: recorder.live().clone(),
            countries: Arc::new(Countries::read(&table).expect("a table")),
            clock: Clock::fixed(NOW),
            desk: Some(desk.clone()),
        };
        Self {
            site: router(ctx, Settings::default()),
            desk,
            _database: database,
        }
    }

    /// With the list taken in; the way of it.
    fn with_list() -> (Self, String) {
        let office = Self::open();
        let way = office.take_in(LIST);
        (office, way)
    }

    /// Takes a list in; the way of it.
    fn take_in(&self, list: &str) -> String {
        let desk = &self.desk;
        let key = desk.bring("list.csv", list.into()).expect("a list");
        let stated = Stated {
            publisher: "Vänföreningen".to_owned(),
            date: Some("2018-03".to_owned()),
            ..Stated::default()
        };
        let said = Corrections {
            stated,
            ..Corrections::default()
        };
        desk.correct(&key, said).expect("on the desk");
        RUNTIME.block_on(async {
            let turn = desk.begin(&key).expect("a turn");
            desk.plan(&key, turn).await.expect("a plan");
            let (turn, plan) = desk.take_plan(&key, &mark(desk, &key)).expect("a plan");
            desk.carry_out(&key, turn, plan).await.expect("taken in");
        });
        let State::Done(way, _) = desk.pending(&key).expect("on the desk").state else {
            panic!("it was not taken in");
        };
        way
    }

    fn ask(&self, method: &str, address: &str, kind: &str, sent: impl Into<Body>) -> Answer {
        let peer: SocketAddr = "127.0.0.1:5000".parse().expect("an address");
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header("host", "127.0.0.1:8080")
            .header("content-type", kind)
            .extension(ConnectInfo(peer))
            .body(sent.into())
            .expect("a request");
        RUNTIME.block_on(async {
            let response = self.site.clone().oneshot(request).await;
            let (parts, body) = response.expect("the site answers").into_parts();
            let body = to_bytes(body, 16 << 20).await.expect("a body").to_vec();
            Answer {
                status: parts.status,
                headers: parts.headers,
                body,
            }
        })
    }

    fn get(&self, address: &str) -> Answer {
        self.ask("GET", address, "text/plain", Body::empty())
    }

    /// Sends a form, and goes where it leads.
    fn send(&self, address: &str, form: &str) -> (String, Answer) {
        self.led(&self.ask(
            "POST",
            address,
            "application/x-www-form-urlencoded",
            form.to_owned(),
        ))
    }

    /// Brings a file, and goes where it leads.
    fn bring(&self, address: &str, file: &[u8]) -> String {
        let mut sent =
            b"--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n"
                .to_vec();
        sent.extend(file);
        sent.extend(b"\r\n--x--\r\n");
        let answer = self.ask("POST", address, "multipart/form-data; boundary=x", sent);
        plain(&self.led(&answer).1)
    }

    fn led(&self, answer: &Answer) -> (String, Answer) {
        assert_eq!(answer.status, 303, "{}", answer.text());
        let to = answer.header("location").to_owned();
        let there = self.get(&to);
        (to, there)
    }

    /// The case whose words begin so.
    fn case(&self, words: &str) -> BodyId {
        let snapshot = self.desk.recorder().live().snapshot();
        let cases = self.desk.cases().expect("cases");
        let named = cases.iter().find(|case| {
            let body = snapshot.register.body(&case.body).expect("a body");
            body.name.starts_with(words)
        });
        named.expect("a case").body.clone()
    }
}

/// By what the dry run on the desk is known again.
fn mark(desk: &Desk, key: &str) -> String {
    let State::Planned(plan) = desk.pending(key).expect("on the desk").state else {
        panic!("it was not tried");
    };
    plan.mark().to_owned()
}

/// What a reader sees, without the marks around what was put into a sentence.
fn plain(answer: &Answer) -> String {
    answer
        .reading()
        .replace(['\u{2068}', '\u{2069}'], "")
        .replace('\u{a0}', " ")
}

#[test]
fn a_file_that_is_no_table_is_told_what_it_is_in_every_language() {
    let office = Office::open();
    let (zip, pdf) = (&b"\x1F\x8B\x08"[..], &b"%PDF-1.7\n"[..]);
    let long = [b"Kommun,Partner\n", "x".repeat(300_000).as_bytes()].concat();
    let open = b"Kommun,Partner\nA,\"B\n";
    for (address, told) in [
        (
            "/redaktion/import",
            [
                "Filen är en packad mapp",
                "Filen är ett PDF-dokument",
                "Rad 2: raden är längre än 256 kilobyte",
                "Rad 2: ett citattecken öppnas och stängs aldrig",
            ],
        ),
        (
            "/en/editing/import",
            [
                "The file is a packed folder",
                "The file is a PDF document",
                "Line 2: the line is longer than 256 kilobytes",
                "Line 2: a quotation mark is opened and never closed",
            ],
        ),
        (
            "/uk/redaktsiia/import",
            [
                "Це архів",
                "Це документ PDF",
                "Рядок 2: він довший за 256 КБ",
                "Рядок 2: лапки відкрито, але не закрито",
            ],
        ),
    ] {
        for (file, told) in [zip, pdf, &long, open].into_iter().zip(told) {
            let page = office.bring(address, file);
            assert!(page.contains(told), "{told}: {page}");
        }
    }
}

#[test]
fn a_file_that_is_too_large_leads_back_to_the_page_of_lists_with_what_to_do() {
    let office = Office::open();
    // With the limit passed in what is sent, and only in the file.
    for bytes in [33 << 20, (32 << 20) + 1] {
        let page = office.bring("/redaktion/import", &vec![b'x'; bytes]);
        assert!(page.contains("Filen är större än 32 megabyte"), "{page}");
        assert!(page.contains("Intagna listor"), "{page}");
    }
}

#[test]
fn a_list_is_withdrawn_only_after_it_is_said_what_goes_and_can_be_taken_in_again() {
    let (office, way) = Office::with_list();
    let lists = office.get("/redaktion/import");
    assert!(plain(&lists).contains("list.csv Vänföreningen, mars 2018"));
    assert!(!lists.text().contains("name=\"withdraw\""), "one click");
    let ask = format!("/redaktion/import?ask={way}");
    assert!(lists.text().contains(&ask));
    let page = plain(&office.get(&ask));
    assert!(page.contains("Ska ”list.csv” återkallas?"), "{page}");
    let goes = "4 uppgifter och 4 samarbeten skulle sluta gälla.";
    assert!(page.contains(goes), "{page}");
    let (_, page) = office.send("/redaktion/import", &format!("withdraw={way}"));
    let told = plain(&page);
    let gone = "”list.csv” är återkallad. 4 uppgifter och 4 samarbeten gäller inte längre.";
    assert!(told.contains(gone) && told.contains("Ta in igen"), "{told}");
    assert!(page.text().contains("role=\"status\""));
    let (_, page) = office.send("/redaktion/import", &format!("restore={way}"));
    let told = plain(&page);
    let back = "”list.csv” är intagen igen. 4 uppgifter och 4 samarbeten gäller nu.";
    assert!(told.contains(back), "{told}");
}

#[test]
fn a_list_that_was_taken_in_tells_its_rows_and_leads_to_its_own_cases() {
    let (office, way) = Office::with_list();
    let key = vanort_app::imports::digest(LIST.as_bytes()).to_string()[..16].to_owned();
    let page = office.get(&format!("/redaktion/import/{key}"));
    let told = plain(&page);
    assert!(told.contains("Listan är intagen."), "{told}");
    assert!(!told.contains("loggen"), "{told}");
    assert!(told.contains("4 nya samarbeten"), "{told}");
    let source = {
        let snapshot = office.desk.recorder().live().snapshot();
        let source = vanort_app::desk::taken_in::source(&snapshot.register, &way);
        source.expect("a source").id.to_string()
    };
    let cases = office.desk.cases().expect("cases").len();
    assert!(told.contains(&format!("{cases} fall från listan väntar")));
    let review = format!("/redaktion/granskning?source={source}");
    assert!(page.text().contains(&review), "{}", page.text());
    let queue = plain(&office.get(&review));
    assert!(queue.contains(&format!("list.csv ({cases})")), "{queue}");
    let none = plain(&office.get("/redaktion/granskning?source=page-nobody"));
    assert!(none.contains("Inget fall i urvalet"), "{none}");
}

#[test]
fn what_is_said_to_be_no_party_has_no_page_and_is_not_found_until_that_is_taken_back() {
    let (office, way) = Office::with_list();
    let case = office.case("=HYPERLINK");
    let seen = || {
        let page = office.get(&format!("/organ/{case}")).status == 200;
        let found = office
            .get("/sok?q=hyperlink")
            .text()
            .contains(case.as_str());
        let snapshot = office.desk.recorder().live().snapshot();
        let mut rows = tables::rows(&snapshot.register, Table::Bodies);
        let exported = rows.any(|row| row.need::<BodyId>("id") == Ok(case.clone()));
        assert_eq!((page, page), (found, exported), "page, search and export");
        page
    };
    assert!(seen());
    let form = format!("case={case}&say=not_a_body");
    let (to, page) = office.send("/redaktion/granskning", &form);
    assert!(!seen());
    // Who wonders what was decided still reads its words.
    assert!(plain(&page).contains("Gladsaxe"), "{}", plain(&page));
    let home = plain(&office.get("/organ/se-1480"));
    assert!(!home.contains(case.as_str()), "{home}");
    office.send("/redaktion/import", &format!("withdraw={way}"));
    assert!(!seen());
    office.send("/redaktion/import", &format!("restore={way}"));
    assert!(!seen());
    let seq = to.split("done=").nth(1).expect("a number");
    office.send("/redaktion/granskning", &format!("undo={seq}"));
    assert!(seen());
}

#[test]
fn a_key_pressed_twice_keeps_its_receipt_and_decides_once() {
    let (office, _) = Office::with_list();
    let case = office.case("=HYPERLINK");
    let head = || office.desk.recorder().live().snapshot().register.head();
    let form = format!("case={case}&say=not_a_body");
    let (first, _) = office.send("/redaktion/granskning", &form);
    let decided = head();
    let (second, page) = office.send("/redaktion/granskning", &form);
    assert_eq!((&first, decided), (&second, head()));
    assert!(page.text().contains("data-key=\"u\""), "{}", page.text());
    // Whoever comes second with another word is told what the first has said.
    let other = format!("case={case}&say=own_body");
    let (_, page) = office.send("/redaktion/granskning", &other);
    assert_eq!(head(), decided);
    let told = plain(&page);
    assert!(told.contains("ditt svar är inte antecknat"), "{told}");
    assert!(told.contains("är inte en part"), "{told}");
    assert!(
        !page.text().contains("data-key=\"u\""),
        "it is not hers to undo"
    );
    let seq = first.split("done=").nth(1).expect("a number");
    let (_, page) = office.send("/redaktion/granskning", &format!("undo={seq}"));
    assert!(
        plain(&page).contains("Beslutet är ångrat"),
        "{}",
        plain(&page)
    );
}

#[test]
fn a_decision_on_words_that_others_write_too_holds_for_them_where_that_is_asked() {
    let (office, _) = Office::with_list();
    let list =
        "Kommun;Vänort;Land\nÖrebro;Springfield;USA\nMora;Springfield;USA\nMalmö;Springfield;USA\n";
    office.take_in(list);
    let case = |of: &str| {
        let cases = office.desk.cases().expect("cases");
        let found = cases.iter().find(|case| case.body.as_str().ends_with(of));
        found.map(|case| case.body.clone())
    };
    let orebro = case("-se-1880").expect("a case");
    let page = office.get(&format!("/redaktion/granskning?case={orebro}"));
    let asked = plain(&page);
    assert!(asked.contains("samma ord hos Malmö, Mora"), "{asked}");
    assert!(asked.contains("bara vad Örebro menar"), "{asked}");
    let mora = case("-se-2062").expect("a case");
    let form = format!("case={orebro}&say=own_body&also={mora},se-1480");
    let (to, page) = office.send("/redaktion/granskning", &form);
    assert_eq!(case("-se-1880"), None);
    assert_eq!(case("-se-2062"), None);
    assert!(case("-se-1280").is_some(), "it was not asked for");
    let said = plain(&page);
    assert!(
        said.contains("Springfield (så som Örebro skriver) är en ny part"),
        "{said}"
    );
    assert!(said.contains("gäller också ett fall till"), "{said}");
    let (again, _) = office.send("/redaktion/granskning", &form);
    assert_eq!(to, again, "a key pressed twice decides once");
    let seqs = to.split("done=").nth(1).expect("numbers");
    office.send("/redaktion/granskning", &format!("undo={seqs}"));
    assert!(case("-se-1880").is_some() && case("-se-2062").is_some());
}

#[test]
fn a_decision_tells_places_by_what_tells_them_apart() {
    let (office, _) = Office::with_list();
    let case = office.case("Salem");
    let first = {
        let cases = office.desk.cases().expect("cases");
        let case = cases.iter().find(|of| of.body == case).expect("it");
        case.candidates[0].body.id.clone()
    };
    let form = format!("case={case}&different={first}");
    let (_, page) = office.send("/redaktion/granskning", &form);
    let told = plain(&page);
    let receipt = told.lines().find(|line| line.contains("Inte samma: "));
    let receipt = receipt.expect("a receipt");
    assert!(!receipt.contains(first.as_str()), "{receipt}");
    assert!(
        receipt.contains("Salem (") && receipt.contains("USA)"),
        "{receipt}"
    );
}

#[test]
fn of_many_places_with_a_name_the_likeliest_are_shown_and_it_is_said_that_there_are_more() {
    let (office, _) = Office::with_list();
    let queue = |words: &str| {
        let case = office.case(words);
        plain(&office.get(&format!("/redaktion/granskning?case={case}")))
    };
    let told = queue("Neustadt");
    assert!(told.contains("Fler orter har det namnet"), "{told}");
    let told = queue("Esbjerg");
    assert!(!told.contains("Fler orter har det namnet"), "{told}");
}

#[test]
fn a_town_and_its_municipality_abroad_are_one_candidate() {
    let (office, _) = Office::with_list();
    let case = office.case("Esbjerg");
    let cases = office.desk.cases().expect("cases");
    let case = cases.iter().find(|of| of.body == case).expect("it");
    let mut ids: Vec<&BodyId> = case.candidates.iter().map(|one| &one.body.id).collect();
    let told = ids.len();
    ids.sort();
    ids.dedup();
    assert!(told > 0);
    assert_eq!(ids.len(), told, "{ids:?}");
}

/// The page of a list once nothing works on it any more.
fn at_rest(office: &Office, address: &str) -> Answer {
    loop {
        let page = office.get(address);
        if !page.text().contains("data-reload") {
            return page;
        }
        assert!(
            !page.text().contains("name=\"publisher\""),
            "a form that is loaded anew"
        );
        std::thread::yield_now();
    }
}

/// The form of a list as a browser sends it, with another publisher where one is given.
fn form(page: &Answer, publisher: Option<&str>) -> String {
    let text = page.text();
    let value = |name: &str| {
        let (_, rest) = text.split_once(&format!("name=\"{name}\" value=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let selects = text.split("<select name=\"column-").skip(1).map(|select| {
        let (number, rest) = select.split_once('"').expect("a number");
        let (before, _) = rest.split_once(" selected").expect("a choice");
        let (_, key) = before.rsplit_once("value=\"").expect("a value");
        format!("column-{number}={}&", key.trim_end_matches('"'))
    });
    let columns: String = selects.collect();
    let (_, stated) = text.split_once("id=\"publisher\"").expect("the field");
    let (_, stated) = stated.split_once("value=\"").expect("its value");
    let stated = stated.split_once('"').expect("its end").0;
    let publisher = publisher.unwrap_or(stated).replace(' ', "+");
    let (shown, tried) = (value("shown"), value("tried"));
    let (shown, tried) = (shown.unwrap_or_default(), tried.unwrap_or_default());
    format!("shown={shown}&tried={tried}&{columns}publisher={publisher}")
}

#[test]
fn what_is_taken_in_is_what_the_page_showed_and_a_change_on_it_is_tried_first() {
    let office = Office::open();
    let list = "Kommun;Vänort;Land;Sedan\nMalmö;Esbjerg;Danmark;1950\nGöteborg;Oslo;Norge;1946\n";
    let key = office.desk.bring("list.csv", list.into()).expect("a list");
    let address = format!("/redaktion/import/{key}");
    let send = |form: String| office.send(&address, &form).0;
    send(form(&office.get(&address), Some("Norden")));
    let mine = at_rest(&office, &address);
    let text = mine.text();
    let [first, commit] = ["plan", "commit"].map(|what| {
        let button = format!("name=\"do\" value=\"{what}\"");
        text.find(&button).expect("a button of the form")
    });
    assert!(first < commit, "the key Enter in a field tries");

    // A change that was not tried.
    let to = send(form(&mine, Some("Vänföreningen")) + "&do=commit");
    assert_eq!(to, format!("{address}?told=untried"));
    let told = plain(&at_rest(&office, &to));
    let why = "Inget togs in, för på sidan fanns ändringar som inte var prövade.";
    assert!(told.contains(why), "{told}");
    let stated = office.desk.pending(&key).expect("on the desk").stated;
    assert_eq!(stated.publisher, "Vänföreningen", "it is not lost");

    // Another window has tried since, and the page in the first one is as it was.
    let to = send(form(&mine, None) + "&do=commit");
    assert_eq!(to, format!("{address}?told=replaced"));
    let page = at_rest(&office, &to);
    let told = plain(&page);
    let why = "Inget togs in. Listan har prövats på nytt sedan sidan visades.";
    assert!(told.contains(why), "{told}");

    assert_eq!(send(form(&page, None) + "&do=commit"), address);
    let told = plain(&at_rest(&office, &address));
    assert!(told.contains("Listan är intagen."), "{told}");
    let lists = plain(&office.get("/redaktion/import"));
    assert!(lists.contains("list.csv Vänföreningen"), "{lists}");
}

#[test]
fn a_list_that_was_withdrawn_is_offered_again_by_its_name_when_it_is_brought_once_more() {
    let (office, way) = Office::with_list();
    office.send("/redaktion/import", &format!("withdraw={way}"));
    let key = office.desk.bring("annan.csv", LIST.into()).expect("a list");
    let address = format!("/redaktion/import/{key}");
    let fields = form(&office.get(&address), Some("Vänföreningen")) + "&date=2018-03";
    office.send(&address, &fields);
    let page = at_rest(&office, &address);
    let told = plain(&page);
    assert!(told.contains("4 rader togs in den "), "{told}");
    assert!(
        told.contains("med listan ”list.csv”, som är återkallad"),
        "{told}"
    );
    assert!(
        told.contains("Känd från ”list.csv” (mars 2018), som"),
        "{told}"
    );
    assert!(
        !told.contains(&way) && !told.contains("nya parter"),
        "{told}"
    );
    let restore = format!("name=\"restore\" value=\"{way}\"");
    assert!(page.text().contains(&restore));
    office.send("/redaktion/import", &format!("restore={way}"));
    let page = office.get(&address);
    assert!(!page.text().contains(&restore), "it counts already");
}

#[test]
fn what_was_not_understood_of_yes_and_no_is_told_without_saying_its_column_twice() {
    let office = Office::open();
    let list = "Kommun;Vänort;Land;Status\nMalmö;Esbjerg;Danmark;Nej\nGöteborg;Oslo;Norge;Ja\n";
    let key = office.desk.bring("list.csv", list.into()).expect("a list");
    let address = format!("/redaktion/import/{key}");
    office.send(&address, &form(&office.get(&address), Some("Norden")));
    let told = plain(&at_rest(&office, &address));
    assert!(told.contains("Malmö – Esbjerg · Status: ”Nej”"), "{told}");
    assert!(!told.contains("Göteborg – Oslo ·"), "{told}");
}

#[test]
fn a_row_says_what_was_read_from_the_name_and_which_municipality_may_be_meant() {
    let office = Office::open();
    let list = "Kommun;Vänort;Land\nMora;Kolding (avslutat 2004);Danmark\nVexjö;Kaunas;Litauen\n";
    let key = office.desk.bring("list.csv", list.into()).expect("a list");
    let address = format!("/redaktion/import/{key}");
    office.send(&address, &form(&office.get(&address), Some("Norden")));
    let told = plain(&at_rest(&office, &address));
    assert!(
        told.contains("Kolding, Danmark (ur namnet: status ”avslutat 2004”)"),
        "{told}"
    );
    assert!(told.contains("Menas Växjö? Svara ovanför"), "{told}");
    for (address, asked) in [
        (format!("/en/editing/import/{key}"), "Is Växjö meant?"),
        (format!("/uk/redaktsiia/import/{key}"), "Можливо, це Växjö?"),
    ] {
        let told = plain(&office.get(&address));
        assert!(told.contains(asked), "{told}");
    }
}

#[test]
fn a_name_that_no_municipality_has_is_answered_on_the_page_and_remembered() {
    let office = Office::open();
    let list = "Kommun;Vänort;Land\nMamlö;Kaunas;Litauen\nMAMLÖ;Lohja;Finland\nKronstaden;Molde;Norge\nMora;Kolding;Danmark\n";
    let key = office.desk.bring("list.csv", list.into()).expect("a list");
    let address = format!("/redaktion/import/{key}");
    let send = |more: &str| {
        let stated = form(&office.get(&address), Some("Norden"));
        office.send(&address, &format!("{stated}{more}"));
        at_rest(&office, &address)
    };
    let page = send("");
    let told = plain(&page);
    assert!(told.contains("Mamlö 2 rader\nDet är Malmö"), "{told}");
    assert!(told.contains("Kronstaden En rad"), "{told}");
    let text = page.text();
    let first = text.find("form=\"reading\"").expect("a button");
    let likely = text.find("value=\"mamlo=Malmö\"").expect("what is likely");
    assert!(first < likely, "the key Enter in a field takes no guess");

    // What is said of one name stays while another is answered, wrongly first.
    let told = plain(&send("&mean=mamlo=Malm%C3%B6"));
    assert!(told.contains("MAMLÖ → Malmö"), "{told}");
    let page = send("&meant-mamlo=Malm%C3%B6&meant-kronstaden=Kronstad");
    assert!(page.text().contains("aria-invalid=\"true\""));
    assert!(page.text().contains("value=\"Kronstad\""));
    let answers = "&meant-mamlo=Malm%C3%B6&meant-kronstaden=G%C3%B6teborg";
    let told = plain(&send(answers));
    assert!(told.contains("Kronstaden → Göteborg"), "{told}");
    assert!(!told.contains("Tas inte in"), "{told}");

    // The answers are part of the form: without them it says another thing than was tried.
    let shown = form(&office.get(&address), None);
    let (to, _) = office.send(&address, &format!("{shown}&do=commit"));
    assert_eq!(to, format!("{address}?told=untried"));
    at_rest(&office, &to);
    send(answers);
    let shown = form(&office.get(&address), None);
    office.send(&address, &format!("{shown}{answers}&do=commit"));
    let told = plain(&at_rest(&office, &address));
    assert!(told.contains("Listan är intagen."), "{told}");

    // The next list with the same headers.
    let next = "Kommun;Vänort;Land\nMamlö;Schwerin;Tyskland\nMora;Changchun;Kina\n";
    let key = office.desk.bring("next.csv", next.into()).expect("a list");
    let address = format!("/redaktion/import/{key}");
    let page = office.get(&address);
    let kept = "type=\"hidden\" name=\"meant-kronstaden\" value=\"Göteborg\"";
    assert!(page.text().contains(kept), "what no row asks about is kept");
    office.send(&address, &(form(&page, Some("Norden")) + answers));
    let told = plain(&at_rest(&office, &address));
    assert!(told.contains("Mamlö → Malmö"), "{told}");
}
