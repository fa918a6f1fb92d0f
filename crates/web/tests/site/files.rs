//! What the files of a result hold, read again by the libraries of others.

use std::io::Cursor;

use calamine::{Data, DataType as _, Reader as _, Xlsx};

use crate::visit::get;

/// A sheet's rows.
struct Sheet(Vec<Vec<Data>>);

impl Sheet {
    /// The sheets of the workbook of all partnerships, each with its name.
    fn all() -> Vec<(String, Self)> {
        let file = Cursor::new(get("/samarbeten.xlsx").body);
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(file).expect("a book");
        book.worksheets()
            .into_iter()
            .map(|(name, range)| (name, Self(range.rows().map(<[Data]>::to_vec).collect())))
            .collect()
    }

    fn called(name: &str) -> Self {
        let found = Self::all().into_iter().find(|(other, _)| other == name);
        found.expect(name).1
    }

    fn column(&self, label: &str) -> usize {
        let labels = &self.0[0];
        let found = labels.iter().position(|cell| *cell == *label);
        found.unwrap_or_else(|| panic!("{label} in {labels:?}"))
    }

    fn cells(&self, label: &str) -> Vec<&Data> {
        let column = self.column(label);
        self.0[1..].iter().map(|row| &row[column]).collect()
    }
}

fn total() -> u64 {
    get("/samarbeten.json").json()["total"]
        .as_u64()
        .expect("a total")
}

#[test]
fn a_workbook_has_days_years_numbers_and_the_rest_as_it_is_written() {
    let sheet = Sheet::called("Samarbeten");
    assert_eq!(sheet.0.len() as u64, total() + 1);
    let since = sheet.cells("Började");
    let days = since.iter().filter(|cell| cell.is_datetime()).count();
    let years = since.iter().filter(|cell| cell.is_float()).count();
    assert!(days > 0 && years > 0, "{since:?}");
    for text in since.iter().filter_map(|cell| cell.get_string()) {
        assert!(text.parse::<i32>().is_err(), "{text} is a number");
    }
    for label in [
        "Började, år",
        "Antal uppgifter",
        "Första partens latitud (first_lat)",
        "Andra partens longitud (second_lon)",
    ] {
        let all = sheet.cells(label);
        let numbers = all.iter().filter(|cell| cell.is_float() || cell.is_int());
        let empty = all.iter().filter(|cell| cell.to_string().is_empty());
        let (numbers, empty) = (numbers.count(), empty.count());
        assert!(numbers > 0, "{label}: {all:?}");
        assert_eq!(numbers + empty, all.len(), "{label}: {all:?}");
    }
}

#[test]
fn a_workbook_has_words_first_and_then_the_codes_with_a_sheet_of_what_they_mean() {
    let names: Vec<String> = Sheet::all().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Samarbeten", "Metod", "Koder", "Källor"]);
    let (sheet, codes) = (Sheet::called("Samarbeten"), Sheet::called("Koder"));
    assert!(sheet.column("Första parten") < sheet.column("Adress"));
    let meaning = |code: &Data| {
        let line = codes.0.iter().find(|line| line[2] == *code);
        line.map(|line| line[3].to_string())
    };
    for (words, code, example) in [
        (
            "Andra partens land",
            "Andra partens land, kod (country)",
            "Norge",
        ),
        ("Form", "Form, kod (kind)", "Vänort"),
        ("Läge", "Läge, kod (standing)", "Avslutat"),
        ("Belägg", "Belägg, kod (evidence)", "Bekräftat av båda"),
    ] {
        assert!(sheet.column(words) < sheet.column("Adress"));
        assert!(sheet.column(code) > sheet.column("Adress"));
        let words = sheet.cells(words);
        assert!(words.iter().any(|word| **word == *example), "{words:?}");
        for (word, code) in words.iter().zip(sheet.cells(code)) {
            let expected = Some(word.to_string()).filter(|word| !word.is_empty());
            assert_eq!(
                meaning(code).filter(|_| expected.is_some()),
                expected,
                "{code}"
            );
        }
    }
    assert_eq!(Sheet::called("Källor").0[0][1], *"Utgivare");
    let method = Sheet::called("Metod");
    let whole = "5a".repeat(32);
    for said in ["Så är cellerna skrivna", "Så är kolumnerna ordnade"] {
        assert!(method.0.iter().any(|line| line[0] == *said), "{said}");
    }
    assert!(
        method.0.iter().any(|line| line[1] == *whole),
        "the log's hash"
    );
}

#[test]
fn parquet_has_lists_numbers_and_where_it_comes_from() {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    use parquet::record::Field;
    let file = get("/samarbeten.parquet");
    let reader = SerializedFileReader::new(bytes::Bytes::from(file.body.clone())).expect("a file");
    let rows: Vec<Vec<(String, Field)>> = reader
        .get_row_iter(None)
        .expect("rows")
        .map(|row| row.expect("a row").into_columns())
        .collect();
    assert_eq!(rows.len() as u64, total());
    let all = |name: &str| {
        let cells = rows.iter().flatten();
        let of_name = cells.filter(|(other, _)| other == name);
        of_name.map(|(_, field)| field).collect::<Vec<_>>()
    };
    for (name, is_typed) in [
        (
            "statements",
            (|f| matches!(f, Field::ListInternal(_))) as fn(&Field) -> bool,
        ),
        ("themes", |f| matches!(f, Field::ListInternal(_))),
        ("since_year", |f| matches!(f, Field::Long(1901..2100))),
        ("first_lat", |f| matches!(f, Field::Double(_))),
        ("second_lon", |f| matches!(f, Field::Double(_))),
        ("since", |f| matches!(f, Field::Str(_))),
        ("county_code", |f| matches!(f, Field::Str(_))),
    ] {
        let all = all(name);
        assert!(all.iter().any(|field| is_typed(field)), "{name}: {all:?}");
        let other = all
            .iter()
            .find(|f| !is_typed(f) && !matches!(f, Field::Null));
        assert!(other.is_none(), "{name}: {other:?}");
    }
    let about = reader
        .metadata()
        .file_metadata()
        .key_value_metadata()
        .expect("notes");
    let notes = about
        .iter()
        .find(|about| about.key == "notes")
        .and_then(|about| about.value.as_ref());
    assert!(notes.is_some_and(|notes| notes.contains("Metod") && notes.contains("Källor")));
}

#[test]
fn no_file_is_made_of_a_choice_that_is_not_understood() {
    for path in [
        "/samarbeten.csv?partner_country=Kina",
        "/samarbeten.csv?chart=stock&view=timeline&partner_country=Kina",
        "/samarbeten.xlsx?partner_country=Kina&kind=vanort",
        "/samarbeten.geojson?partner_country=Kina",
        "/samarbeten.parquet?partner_country=Kina",
        "/samarbeten.svg?chart=stock&view=timeline&partner_country=Kina",
    ] {
        let answer = get(path);
        assert_eq!(answer.status, 400, "{path}");
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert!(
            answer.text().starts_with("Filen skapades inte"),
            "{}",
            answer.text()
        );
        assert!(
            answer.text().contains("partner_country=Kina."),
            "{}",
            answer.text()
        );
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    let english = get("/en/partnerships.csv?sort=colour&as_of=soon");
    assert!(
        english.text().contains("understood: sort=colour, soon."),
        "{}",
        english.text()
    );
    let all = get("/samarbeten.json?all=1&partner_country=Kina");
    assert_eq!(all.status, 400);
    assert_eq!(all.json()["ignored"][0], "partner_country=Kina");
    let page = get("/samarbeten.json?partner_country=Kina&as_of=soon").json();
    assert_eq!(
        page["ignored"],
        serde_json::json!(["partner_country=Kina", "soon"])
    );
    assert_eq!(get("/organ.csv?coverage=much").status, 400);

    let page = get("/samarbeten?partner_country=Kina&kind=vanort&columns=partner");
    let text = page.text();
    assert!(
        text.contains("href=\"/samarbeten.csv?kind=vanort\""),
        "a link asks for what was understood, and files have every column"
    );
}
