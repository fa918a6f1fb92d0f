//! Resolving names and taking in lists, from the command line.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use crate::{complaint, json, printed, vanort};

#[test]
fn the_exact_name_in_a_territory_goes_before_one_misspelt_in_the_country_and_a_saint_is_no_second_town()
 {
    let folder = tempfile::tempdir().expect("a folder");
    let resolve = |name: &str, country: &str| {
        json(&vanort(
            folder.path(),
            &["resolve", name, "--country", country, "--json"],
        ))
    };
    let macau = resolve("Macau", "China");
    assert_eq!(
        (&macau["decision"], &macau["id"]),
        (&"match".into(), &"gn-1821274".into())
    );
    let woluwe = resolve("Woluwe-Saint-Pierre", "Belgium");
    assert_eq!(
        (&woluwe["decision"], &woluwe["id"]),
        (&"match".into(), &"be-woluwe-saint-pierre".into())
    );
    // One that no table has is not in a Saint-Pierre 120 km away.
    assert_eq!(
        resolve("Wolumont-Saint-Pierre", "Belgium")["decision"],
        "none"
    );
    let named_twice = resolve("San Sebastián", "Spain");
    assert_eq!(
        (&named_twice["decision"], &named_twice["id"]),
        (&"match".into(), &"gn-3110044".into()),
        "one of the two names of Donostia / San Sebastián"
    );
    // The country by its code, though Austria has a Mühltal too.
    assert_eq!(resolve("Mühltal", "DE")["country_code"], "DE");
}

/// What is written, in which country; the decision, and the body or how the label of the nearest begins.
const CASES: &[(&str, &str, &str, &str)] = &[
    // The province; the town of that name lies in another one.
    ("Mpumalanga", "South Africa", "match", "gn-1085595"),
    // The town, not the prefecture that it is the seat of.
    ("Fukui", "Japan", "match", "gn-1863985"),
    // The county, not the town that it is called after.
    ("Veszprém County", "Hungary", "match", "gn-3042925"),
    // The district of half a million, not the village in it.
    ("Şahinbey", "Turkey", "match", "Şahinbey"),
    // In the city itself, not near it.
    ("Bunkyō (Tokyo)", "Japan", "match", "gn-7475133"),
    ("Vienna 1 – Innere Stadt", "Austria", "match", "wd-Q267329"),
    // Most people of the province of that name live in the city.
    ("District 12 (Tehran)", "Iran", "match", "District 12"),
    // Abolished, and put in the county of the places around.
    ("Saare (Jõgeva)", "Estonia", "match", "ee-0713"),
    // The words in brackets tell namesakes apart, and nobody knows where that is.
    ("Stolberg (Südharz)", "Germany", "ambiguous", "Stolberg"),
    // A slip that sounds the same goes before one that does not.
    ("Batheaston", "England", "match", "Bath-easton"),
    // The short form of a large town's name; a name that only brackets tell apart from its namesakes.
    ("Newcastle", "Great Britain", "match", "gn-3333174"),
    ("Halle", "Germany", "match", "gn-2911522"),
    // Districts that are called after no town.
    (
        "Rheingau-Taunus (district)",
        "Germany",
        "match",
        "de-rheingau-taunus-kreis",
    ),
    (
        "Vale of White Horse",
        "England",
        "match",
        "gb-vale-of-white-horse-district",
    ),
    // Districts of large cities, and a county whose namesakes are villages.
    ("Kadıköy", "Turkey", "match", "tr-istanbul-kadikoy"),
    ("Karpoš", "North Macedonia", "match", "gn-863860"),
    ("Binhai (Tianjin)", "China", "match", "cn-120116"),
    ("Jianli", "China", "match", "cn-421023"),
    ("Yongin", "South Korea", "match", "Yongin-si"),
    // One body by each of its names, and by where it is said to lie.
    ("Vienna", "Austria", "match", "wd-Q1741"),
    ("Wien", "Österrike", "match", "wd-Q1741"),
    ("Bucharest", "Romania", "match", "gn-8335003"),
    ("București", "Romania", "match", "gn-8335003"),
    ("Reykjavik", "Island", "match", "gn-3413831"),
    ("Kaunas", "Litauen", "match", "gn-598318"),
    ("Kretinga district", "Lithuania", "match", "gn-864494"),
    ("Sauvo (Sagu)", "Finland", "match", "gn-637401"),
    ("Mora i Minnesota", "USA", "match", "gn-5038195"),
    ("Vale of Glamorgan", "Wales", "match", "gn-2635028"),
    // Merged into one that has since got another code; nothing but its country in words; a number for a name.
    ("Skedsmo", "Norge", "match", "no-0231"),
    ("Stari Grad (Croatia)", "Croatia", "match", "gn-11054721"),
    (
        "Budapest District XXIII",
        "Hungary",
        "match",
        "Budapest XXIII.",
    ),
    (
        "Royal Borough of Greenwich",
        "Storbritannien",
        "match",
        "gb-greenwich-borough",
    ),
    // Municipalities that are called after no place.
    ("Ahrntal", "Italien", "match", "it-021108"),
    ("Frankenblick", "Tyskland", "match", "de-frankenblick"),
    ("Nötsch im Gailtal", "Österrike", "match", "wd-Q664507"),
    // A city of Romania among the communes of its name.
    ("Toplița", "Rumänien", "match", "gn-8334992"),
    // A province that is no more.
    ("Bình Dương", "Vietnam", "match", "vn-province-binh-duong"),
];

#[test]
fn what_lies_where_tells_namesakes_apart_and_is_not_guessed_at() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = folder.path().join("in.csv");
    let output = folder.path().join("out.csv");
    let rows = CASES
        .iter()
        .map(|(name, country, ..)| format!("{name},{country}\n"));
    let table: String = std::iter::once("name,country\n".to_owned())
        .chain(rows)
        .collect();
    std::fs::write(&input, table).expect("written");
    let (input, output) = (input.to_string_lossy(), output.to_string_lossy());
    printed(&vanort(
        folder.path(),
        &["resolve", "--input", &input, "--output", &output],
    ));
    let answers = std::fs::read_to_string(&*output).expect("written");
    for (row, (name, country, decision, body)) in answers.lines().skip(1).zip(CASES) {
        let cells: Vec<&str> = row.split(',').collect();
        assert_eq!(&cells[..2], &[*name, *country]);
        assert_eq!(cells[2], *decision, "{row}");
        assert!(cells[3] == *body || cells[4].starts_with(body), "{row}");
    }
    assert_eq!(answers.lines().count(), CASES.len() + 1);
}

#[test]
fn the_places_that_an_ambiguous_name_may_mean_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let several = printed(&vanort(
        folder.path(),
        &["resolve", "Springfield", "--country", "USA"],
    ));
    let (first, others) = several
        .split_once("Or one of these:\n")
        .unwrap_or_else(|| panic!("{several}"));
    let likeliest = "ambiguous: Springfield (Sangamon County, Illinois, United States), gn-4250542";
    assert!(first.starts_with(likeliest), "{first}");
    assert!(others.contains("Missouri, United States"), "{others}");
}

#[test]
fn a_name_is_resolved_with_its_reasons_and_a_table_of_names_row_by_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let one = json(&vanort(
        folder.path(),
        &["resolve", "Kiikala", "--country", "Finland", "--json"],
    ));
    assert_eq!(one["decision"], "match");
    assert_eq!(one["id"], "fi-252");
    assert!(
        one["reasons"]
            .to_string()
            .contains("2009, merged into Salo"),
        "{one}"
    );
    let (input, output) = (folder.path().join("in.csv"), folder.path().join("out.csv"));
    let names = "name,country\nÅbo,Finland\nГётеборг,Швеция\nSpringfield,USA\nXyzzygrad,Russia\nOutremont (Montreal),Canada\n";
    std::fs::write(&input, names).expect("written");
    let (input, output) = (input.to_string_lossy(), output.to_string_lossy());
    printed(&vanort(
        folder.path(),
        &["resolve", "--input", &input, "--output", &output],
    ));
    let answers = std::fs::read_to_string(&*output).expect("written");
    let rows: Vec<&str> = answers.lines().collect();
    assert_eq!(
        rows[0],
        "name,country,decision,id,label,country_code,lat,lon,score,reasons"
    );
    assert!(
        rows[1].starts_with("Åbo,Finland,match,gn-633680,Turku,FI,60.4"),
        "{}",
        rows[1]
    );
    assert!(
        rows[2].starts_with("Гётеборг,Швеция,match,se-1480,Göteborg,SE,"),
        "{}",
        rows[2]
    );
    assert!(
        rows[3].starts_with("Springfield,USA,ambiguous,"),
        "{}",
        rows[3]
    );
    assert!(
        rows[4].starts_with("Xyzzygrad,Russia,none,,"),
        "{}",
        rows[4]
    );
    assert!(
        rows[5].starts_with("Outremont (Montreal),Canada,match,"),
        "{}",
        rows[5]
    );
}

#[test]
fn a_list_is_tried_taken_in_once_withdrawn_and_put_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list.csv");
    std::fs::write(
        &list,
        "Kommun;Vänort;Land\nÖrebro;Łódź;Polen\nPåhittby;Turku;Finland\n",
    )
    .expect("written");
    let list = list.to_string_lossy();
    let stats = || json(&vanort(folder.path(), &["stats", "--json"]));
    let before = stats();
    let tried = json(&vanort(
        folder.path(),
        &["import", "table", &list, "--json"],
    ));
    assert_eq!(tried["totals"]["rows"]["refused"], 1, "{tried}");
    assert_eq!(stats(), before, "trying changes nothing");
    printed(&vanort(
        folder.path(),
        &[
            "import",
            "table",
            &list,
            "--publisher",
            "Somebody",
            "--commit",
        ],
    ));
    assert_eq!(
        stats()["statements"].as_u64(),
        before["statements"].as_u64().map(|n| n + 1)
    );
    let again = printed(&vanort(
        folder.path(),
        &[
            "import",
            "table",
            &list,
            "--publisher",
            "Somebody",
            "--commit",
        ],
    ));
    assert!(again.contains("nothing new"), "{again}");
    let imports = json(&vanort(folder.path(), &["import", "list", "--json"]));
    let way = imports[0]["import"]["way"]
        .as_str()
        .expect("a way")
        .to_owned();
    assert_eq!(imports.as_array().map(Vec::len), Some(1));
    printed(&vanort(folder.path(), &["import", "withdraw", &way]));
    assert_eq!(stats()["partnerships"], before["partnerships"]);
    assert_eq!(stats()["sources"], before["sources"]);
    printed(&vanort(folder.path(), &["import", "restore", &way]));
    printed(&vanort(folder.path(), &["log", "verify"]));
    let unknown = complaint(&vanort(
        folder.path(),
        &["import", "withdraw", "import-nothing"],
    ));
    assert!(unknown.contains("import list"), "{unknown}");
}

#[test]
fn what_a_withdrawn_list_stated_is_written_out_as_not_counting_and_not_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list.csv");
    std::fs::write(&list, "Kommun;Vänort;Land\nÖrebro;Łódź;Polen\n").expect("written");
    let run = |args: &[&str]| vanort(folder.path(), args);
    let counted = || {
        let all = json(&run(&["export", "statements", "--json"]));
        let all = all.as_array().expect("statements").clone();
        let counting = all.iter().filter(|said| said["counts"] == "yes").count();
        let stats = json(&run(&["stats", "--json"]));
        assert_eq!(stats["statements"], counting);
        assert_eq!(stats["statements_not_counting"], all.len() - counting);
        (counting, all.len())
    };
    let list = list.to_string_lossy();
    printed(&run(&["import", "table", &list, "--commit"]));
    let (counting, all) = counted();
    assert_eq!(counting, all);
    let imports = json(&run(&["import", "list", "--json"]));
    let way = imports[0]["import"]["way"].as_str().expect("a way");
    printed(&run(&["import", "withdraw", way]));
    assert_eq!(counted(), (all - 1, all));
    printed(&run(&["source", "off", "wikidata"]));
    assert!(counted().0 < all - 1);
    printed(&run(&["source", "on", "wikidata"]));
    printed(&run(&["import", "restore", way]));
    assert_eq!(counted(), (all, all));
}

#[test]
fn a_list_without_its_municipality_is_whose_one_says_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list.csv");
    std::fs::write(&list, "Ort;Land;Sedan\nLohja;Finland;sedan 1948\n").expect("written");
    let list = list.to_string_lossy();
    let run = |args: &[&str]| vanort(folder.path(), &[&["import", "table", &list], args].concat());
    let why = complaint(&run(&[]));
    assert!(why.contains("own") && why.contains("--body"), "{why}");
    let tried = json(&run(&["--body", "Växjö kommun", "--json"]));
    assert_eq!(tried["rows"][0]["subject"], "se-0780", "{tried}");
    let why = complaint(&run(&["--sheet", "Blad2"]));
    assert!(why.contains("there is no sheet Blad2"), "{why}");
}

#[test]
fn a_list_says_which_rows_it_leaves_out_and_one_of_headers_alone_that_it_has_no_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    let run = |table: &str| {
        std::fs::write(&path, table).expect("written");
        let list = path.to_string_lossy();
        printed(&vanort(folder.path(), &["import", "table", &list]))
    };
    let alone = run("Kommun;Partner;Land\n");
    assert!(alone.contains("has headers and no rows"), "{alone}");
    let twice = run(
        "Kommun;Partner;Land\nLund;Nevers;Frankrike\n;;\nKommun;Partner;Land\nLund;Gdynia;Polen\n",
    );
    for part in [
        "One empty row is left out.",
        "One repeated row of headers is left out.",
    ] {
        assert!(twice.contains(part), "{twice}");
    }
    assert!(!twice.contains("has headers and no rows"), "{twice}");
}

#[test]
fn a_list_whose_columns_mean_nothing_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("list.csv");
    std::fs::write(&list, "Datum;Belopp\n2011-01-01;3\n2012-01-01;4\n").expect("written");
    let why = complaint(&vanort(
        folder.path(),
        &["import", "table", &list.to_string_lossy()],
    ));
    assert!(
        why.contains("own, partner") && why.contains("--show-mapping"),
        "{why}"
    );
    std::fs::write(&list, b"%PDF-1.7 and so on").expect("written");
    let why = complaint(&vanort(
        folder.path(),
        &["import", "table", &list.to_string_lossy()],
    ));
    assert!(why.contains("save it as xlsx or csv"), "{why}");
    let mixed = b"Kommun;V\xC3\xA4nort\n\xC3\x85m\xC3\xA5l;Kaunas\xF6\n";
    std::fs::write(&list, mixed).expect("written");
    let why = complaint(&vanort(
        folder.path(),
        &["import", "table", &list.to_string_lossy()],
    ));
    for part in ["line 2: a character cannot be read", "csv in UTF-8"] {
        assert!(why.contains(part), "{why}");
    }
}

/// An answer of the query service as it was recorded: its form, with three pairs.
const RECORDED: &str = include_str!("../data/p190.srj");

/// Answers one request with what was recorded, and hands back what was asked.
fn service() -> (String, thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!(
        "http://{}/sparql",
        listener.local_addr().expect("an address")
    );
    let answering = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a request");
        let mut asked = Vec::new();
        let mut part = [0; 4096];
        loop {
            let read = stream.read(&mut part).expect("readable");
            asked.extend_from_slice(&part[..read]);
            let text = String::from_utf8_lossy(&asked);
            let body = text.split_once("\r\n\r\n").map_or("", |(_, body)| body);
            let length = text
                .to_lowercase()
                .split("content-length: ")
                .nth(1)
                .and_then(|rest| {
                    rest.split_whitespace()
                        .next()
                        .and_then(|n| n.parse::<usize>().ok())
                });
            if read == 0 || length.is_some_and(|length| body.len() >= length) {
                break;
            }
        }
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\nConnection: close\r\n";
        write!(
            stream,
            "{head}Content-Length: {}\r\n\r\n{RECORDED}",
            RECORDED.len()
        )
        .expect("written");
        String::from_utf8_lossy(&asked).into_owned()
    });
    (address, answering)
}

#[test]
fn wikidata_is_asked_with_the_query_of_the_program_and_its_answer_taken_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let (address, answering) = service();
    let taken = printed(&vanort(
        folder.path(),
        &["import", "wikidata", "--endpoint", &address, "--commit"],
    ));
    let asked = answering.join().expect("answered");
    assert!(
        asked.contains("POST /sparql") && asked.contains("query=") && asked.contains("P190"),
        "{asked}"
    );
    assert!(taken.contains("taken in as import-"), "{taken}");
    assert!(taken.contains("one_sided"), "{taken}");
    let shown = printed(&vanort(folder.path(), &["import", "list"]));
    assert!(shown.contains("Wikidata P190, 3 rows"), "{shown}");
}
