//! Columns of lists as they come, Swedish and English, and what is understood of them.

use vanort_app::imports::{Column, Mapping};

use crate::world::{ATLAS, rows};

fn understood(table: &str) -> Vec<&'static str> {
    Mapping::recognise(&rows(table), &ATLAS)
        .columns
        .iter()
        .map(|used| used.column.key())
        .collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of lists")]
fn columns_are_recognised_by_their_headers_and_else_by_their_content() {
    let table: &[(&str, &[&str])] = &[
        (
            "Kommun,Vänort,Land\nÖrebro,Łódź,Polen\n",
            &["own", "partner", "partner_country"],
        ),
        (
            "Land,Kommun,Svensk kommun\nPolen,Łódź,Örebro\n",
            &["partner_country", "partner", "own"],
        ),
        (
            "Land,Kommun,Vänort\nPolen,Örebro,Łódź\n",
            &["partner_country", "own", "partner"],
        ),
        (
            "Region,Land,Partner,Startår\nRegion Skåne,Polen,Pommern,1999\n",
            &["own", "partner_country", "partner", "since"],
        ),
        (
            "Municipality,Twin town,Country,Since\nMalmö,Tallinn,Estonia,1989\n",
            &["own", "partner", "partner_country", "since"],
        ),
        (
            "Kommun/Landsting,Vänorter,Land,Avtal,Status\nMalmö,Tallinn,Estland,vänortsavtal,aktiv\n",
            &["own", "partner", "partner_country", "instrument", "status"],
        ),
        (
            "Kommunkod,Kommun,Vänort,Land,Sedan,Till,Tema,Finansiering,Källa,Anmärkning\n1280,Malmö,Tallinn,Estland,1989,,kultur,EU,x,y\n",
            &[
                "own_code",
                "own",
                "partner",
                "partner_country",
                "since",
                "until",
                "themes",
                "funding",
                "quoted",
                "note",
            ],
        ),
        (
            "Vänorter i Sverige 2011,,\n,,\nKommun,Vänort,Land\nMalmö,Tallinn,Estland\n",
            &["own", "partner", "partner_country"],
        ),
        (
            "Malmö,Tallinn,Estland,1989\nÖrebro,Łódź,Polen,1991\nLund,León,Nicaragua,1988\n",
            &["own", "partner", "partner_country", "since"],
        ),
        (
            "a,b,c\nEstland,Malmö,Tallinn\nPolen,Örebro,Łódź\nNicaragua,Lund,León\n",
            &["partner_country", "own", "partner"],
        ),
        (
            "subject,subject_country,subject_qid,object,object_country,object_qid,stated_at\nMalmö,Sweden,,Tallinn,Estonia,Q1770,2017\n",
            &[
                "own",
                "own_country",
                "own_wikidata",
                "partner",
                "partner_country",
                "partner_wikidata",
                "said",
            ],
        ),
    ];
    for (written, expected) in table {
        assert_eq!(&understood(written)[..], *expected, "{written}");
    }
}

#[test]
fn names_that_stand_once_for_the_rows_below_and_several_in_a_cell_are_read_apart() {
    let gaps = rows(
        "Kommun,Vänort,Land\nMalmö,Tallinn,Estland\n,Varna,Bulgarien\n,Szczecin,Polen\nLund,León,Nicaragua\n",
    );
    let mapping = Mapping::recognise(&gaps, &ATLAS);
    assert!(mapping.fill_down);
    let own: Vec<String> = mapping
        .read(&gaps, &ATLAS)
        .into_iter()
        .map(|claim| claim.subject.name)
        .collect();
    assert_eq!(own, ["Malmö", "Malmö", "Malmö", "Lund"]);

    let several = rows(
        "Kommun,Vänorter\nMalmö,\"Tallinn (Estland), Varna (Bulgarien)\"\nLund,\"León (Nicaragua), Zabrze (Polen)\"\n",
    );
    let mapping = Mapping::recognise(&several, &ATLAS);
    assert!(mapping.several);
    let partners: Vec<(String, Option<String>)> = mapping
        .read(&several, &ATLAS)
        .into_iter()
        .map(|claim| (claim.partner.name, claim.partner.country))
        .collect();
    assert_eq!(
        partners[0],
        ("Tallinn".to_owned(), Some("Estland".to_owned()))
    );
    assert_eq!(partners.len(), 4);
}

#[test]
fn a_country_on_a_line_of_its_own_holds_for_the_rows_below() {
    let by_country =
        rows("Kommun,Vänort\nEstland,\nMalmö,Tallinn\nTartu och andra,x\nPolen,\nÖrebro,Łódź\n");
    let mapping = Mapping::recognise(&by_country, &ATLAS);
    let claims = mapping.read(&by_country, &ATLAS);
    let countries: Vec<Option<&str>> = claims
        .iter()
        .map(|claim| claim.partner.country.as_deref())
        .collect();
    assert_eq!(countries, [Some("Estland"), Some("Estland"), Some("Polen")]);
}

#[test]
fn what_is_missing_is_named() {
    let mapping = Mapping::recognise(&rows("Datum,Belopp\n2011-01-01,3\n2012-01-01,4\n"), &ATLAS);
    assert_eq!(mapping.missing(), [Column::Own, Column::Partner]);
}

/// What a table says: whose partner, which, where, and what else its columns tell.
fn said(table: &str) -> Vec<String> {
    let rows = rows(table);
    let mut mapping = Mapping::recognise(&rows, &ATLAS);
    mapping.look_whose(&rows, &["Blad1", "lista 2011.csv"], &ATLAS);
    assert_eq!(mapping.missing(), [], "{mapping:?}");
    let claims = mapping.read(&rows, &ATLAS);
    let claims = claims.into_iter().map(|claim| {
        let told = [
            Some(claim.subject.name),
            Some(claim.partner.name),
            claim.partner.country,
            claim.kind,
            claim.status,
            claim.instrument,
            claim.since,
            claim.said,
            claim.note,
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        let unread = claim
            .unread
            .iter()
            .map(|(field, text)| format!("?{field}: {text}"));
        told.into_iter()
            .chain(unread)
            .collect::<Vec<_>>()
            .join(" | ")
    });
    claims.collect()
}

/// A table, and what it says.
type Told<'t> = (&'t str, &'t [&'t str]);

fn assert_said(tables: &[Told<'_>]) {
    for (table, expected) in tables {
        assert_eq!(said(table), *expected, "{table}");
    }
}

#[test]
fn several_partners_of_a_row_are_read_each_with_its_country() {
    assert_said(&[
        (
            "Kommun,Vänort 1,Vänort 2,Vänort 3\nLudvika,Imatra,Bad Honnef,\nSäter,,Lapua,Gravdal\n",
            &[
                "Ludvika | Imatra",
                "Ludvika | Bad Honnef",
                "Säter | Lapua",
                "Säter | Gravdal",
            ],
        ),
        (
            "Kommun,Vänort 1,Land 1,Vänort 2,Land 2,Sedan 2\nLudvika,Imatra,Finland,Bad Honnef,Tyskland,1990\n",
            &[
                "Ludvika | Imatra | Finland",
                "Ludvika | Bad Honnef | Tyskland | 1990",
            ],
        ),
        (
            "Kommun,Land 1,Vänort 1,Land 2,Vänort 2\nLudvika,Finland,Imatra,Tyskland,Bad Honnef\n",
            &[
                "Ludvika | Imatra | Finland",
                "Ludvika | Bad Honnef | Tyskland",
            ],
        ),
        (
            "Kommun,Vänort 1,Vänort 2,Land 1,Land 2,Anm,Kommentar\nLudvika,Imatra,Bad Honnef,Finland,Tyskland,a,b\n",
            &[
                "Ludvika | Imatra | Finland | a; b",
                "Ludvika | Bad Honnef | Tyskland | a; b",
            ],
        ),
    ]);
}

#[test]
fn what_counts_is_no_partner_and_a_cross_says_what_its_header_says() {
    assert_said(&[
        (
            "Kommunkod,Kommunnamn,Län,Antal vänorter,Vänort 1,Vänort 2\n0114,Upplands Väsby,Stockholms län,2,Alta,Hvidovre\n",
            &["Upplands Väsby | Alta", "Upplands Väsby | Hvidovre"],
        ),
        (
            "Kommun,Partner,Land,Vänort,Projekt,Avtal,Aktivt\nSandviken,Rakvere,Estland,Ja,Nej,Ja,Nej\nSandviken,Kaunas,Litauen,Nej,x,Nej,Ja\n",
            &[
                "Sandviken | Rakvere | Estland | Vänort | Aktivt: Nej | Avtal: Ja",
                "Sandviken | Kaunas | Litauen | Aktivt: Ja | Avtal: Nej",
            ],
        ),
        (
            "Kommun,Vänort,Land,2007,2011,2018\nEksjö,Barlinek,Polen,x,x,\nTranås,Bjerkreim,Norge,x,,\n",
            &[
                "Eksjö | Barlinek | Polen | 2007",
                "Eksjö | Barlinek | Polen | 2011",
                "Tranås | Bjerkreim | Norge | 2007",
            ],
        ),
        (
            "Kommun,Danmark,Finland,Norge (2 st),Övriga\nHalmstad,Gentofte,Hangö,Stord,Shijiazhuang (Kina); Trier (Tyskland)\nLaholm,,Ylistaro,,\n",
            &[
                "Halmstad | Gentofte | Danmark",
                "Halmstad | Hangö | Finland",
                "Halmstad | Stord | Norge",
                "Halmstad | Shijiazhuang | Kina",
                "Halmstad | Trier | Tyskland",
                "Laholm | Ylistaro | Finland",
            ],
        ),
        (
            "Kommun,\"Ort, land\",Period\nJärfälla,\"Uusikaupunki, Finland\",1946-\n",
            &["Järfälla | Uusikaupunki | Finland | 1946-"],
        ),
    ]);
}

#[test]
fn what_stands_above_rows_is_told_of_them_as_long_as_it_holds() {
    assert_said(&[
        (
            "Internationella samarbeten i Dalarna\nVänort,Land,Anmärkning\nMora kommun,,\nVörå,Finland,x\nLeksands kommun,,\nHørsholm,Danmark,\nÄLVDALEN (2 vänorter),,\nEid,Norge,\nPåhittby kommun,,\nSel,Norge,\n",
            &[
                "Mora kommun | Vörå | Finland | x",
                "Leksands kommun | Hørsholm | Danmark",
                "ÄLVDALEN (2 vänorter) | Eid | Norge",
                "Påhittby kommun | Påhittby kommun",
                "Påhittby kommun | Sel | Norge",
            ],
        ),
        (
            "TYSKLAND,\nTeterow,Sjöbo\nPasewalk,Svalöv\nNORGE,\nNes,Svalöv\nMoss,\"Sjöbo, Svalöv\"\n",
            &[
                "Sjöbo | Teterow | TYSKLAND",
                "Svalöv | Pasewalk | TYSKLAND",
                "Svalöv | Nes | NORGE",
                "Sjöbo | Moss | NORGE",
                "Svalöv | Moss | NORGE",
            ],
        ),
        (
            "Mora kommun,,\nVörå,Finland,Vänort sedan 1946\nOberammergau,Tyskland,sedan 1960\nLeksands kommun,,\nHørsholm,Danmark,1970\n",
            &[
                "Mora kommun | Vörå | Finland | Vänort sedan 1946",
                "Mora kommun | Oberammergau | Tyskland | sedan 1960",
                "Leksands kommun | Hørsholm | Danmark | 1970",
            ],
        ),
        (
            "Vänorter i Norden,,\nDanmark,,\nKommun,Vänort,År\nYstad,Haderslev,1945\nNORGE (3 st),,\nLund,Hamar,1948\nNågon annanstans,,\nEslöv,Viljandi,1990\n",
            &[
                "Ystad | Haderslev | Danmark | 1945",
                "Lund | Hamar | NORGE | 1948",
                "Någon annanstans | ",
                "Eslöv | Viljandi | 1990",
            ],
        ),
    ]);
}

#[test]
fn a_header_that_comes_again_begins_another_table_and_a_row_may_be_of_several() {
    assert_said(&[
        (
            "Spanien\nKommun,Vänort,År\nLund,León,1988\nUSA\nKommun,Vänort,År\nMora,Changchun,1990\nEslöv,Galva,1991\n\nStorbritannien\n\nKommun,Vänort,År\nYstad,Bath,1992\nKommun,Vänort,År\nMora,Nevers,1993\n",
            &[
                "Lund | León | Spanien | 1988",
                "Mora | Changchun | USA | 1990",
                "Eslöv | Galva | USA | 1991",
                "Ystad | Bath | Storbritannien | 1992",
                "Mora | Nevers | 1993",
            ],
        ),
        // A second table below the first, with its own header.
        (
            "Vänorter\nKommun,Vänort,Land,Sedan\nArvika,Kongsvinger,Norge,1950\n\nKommunala partnerskap\nKommun,Land,Partner,Start\nArvika,Tanzania,Moshi,2010\nKommun,Land,Partner,Start\nKarlstad,Turkiet,Gaziantep,2011\n",
            &[
                "Arvika | Kongsvinger | Norge | Vänorter | 1950",
                "Arvika | Moshi | Tanzania | Kommunala partnerskap | 2010",
                "Karlstad | Gaziantep | Turkiet | Kommunala partnerskap | 2011",
            ],
        ),
        (
            "Kommun,Vänort,Land\n\"Gnosjö, Gislaved\",Valga,Estland\nMora/Orsa,Oberammergau,Tyskland\nMora och Orsa,Vörå,Finland\n\"Luleå kommun, Norrbotten\",Kemi,Finland\n\"Mora, Påhittby\",Sel,Norge\n",
            &[
                "Gnosjö | Valga | Estland",
                "Gislaved | Valga | Estland",
                "Mora | Oberammergau | Tyskland",
                "Orsa | Oberammergau | Tyskland",
                "Mora | Vörå | Finland",
                "Orsa | Vörå | Finland",
                "Luleå kommun, Norrbotten | Kemi | Finland",
                "Mora, Påhittby | Sel | Norge | ?own: Mora, Påhittby",
            ],
        ),
    ]);
}

#[test]
fn a_list_that_does_not_say_whose_it_is_has_it_above_on_its_sheet_or_in_its_name() {
    assert_said(&[(
        "Växjö kommuns vänorter\nOrt,Land,År,Form\nLohja,Finland,1948,Vänort\nKaunas,Litauen,1999,Vänort\n",
        &[
            "Växjö | Lohja | Finland | Vänort | 1948",
            "Växjö | Kaunas | Litauen | Vänort | 1999",
        ],
    )]);
    let rows = rows("Ort,Land\nLohja,Finland\n");
    let whose = |names: &[&str]| {
        let mut mapping = Mapping::recognise(&rows, &ATLAS);
        mapping.look_whose(&rows, names, &ATLAS);
        mapping.body.unwrap_or_default()
    };
    for (name, body) in [
        ("Växjös vänorter", "Växjö"),
        ("Västerås vänorter 2011.xlsx", "Västerås"),
        ("vaxjo_vanorter.csv", "Växjö"),
        ("Upplands-Bro kommuns vänorter", "Upplands-Bro"),
        ("Upplands Väsby", "Upplands Väsby"),
        ("Region Skånes samarbeten", "Region Skåne"),
        ("Vänorter i Kalmar län 2011", ""),
        ("Vänorter i Sverige", ""),
        ("Mora och Orsa", ""),
        ("Blad1", ""),
    ] {
        assert_eq!(whose(&[name]), body, "{name}");
    }
    assert_eq!(whose(&["Blad1", "Mora.csv"]), "Mora");
}

#[test]
fn a_column_of_persons_is_never_taken_in_whatever_its_cells_look_like() {
    for header in [
        "Kontaktperson",
        "Kontakt",
        "Handläggare",
        "Ansvarig",
        "E-post",
        "Telefon",
        "Mobil",
        "Namn på kontakt",
        "Kontaktperson vänort",
        "Contact",
        "Phone",
        "E-mail",
    ] {
        let table = format!(
            "Kommun,{header},Land\nÖrebro,Anna Berg,Polen\nMalmö,Lars Olsson,Estland\nLund,Eva Ek,Polen\n"
        );
        let expected = ["own", "ignored", "partner_country"];
        assert_eq!(understood(&table), expected, "{header}");
    }
    let second =
        "Kommun,Vänort,Kontakt,Telefon,E-post\nÖrebro,Łódź,Anna,1,a\nMalmö,Varna,Lars,2,b\n";
    let expected = ["own", "partner", "ignored", "ignored", "ignored"];
    assert_eq!(understood(second), expected);
}

#[test]
fn a_column_of_country_and_place_is_the_partner_with_its_country() {
    for (header, cell) in [
        ("Land/Ort", "Finland/Karis"),
        ("Ort/Land", "Karis/Finland"),
        ("Land och ort", "Finland, Karis"),
        ("Ort och land", "Karis, Finland"),
        ("Vänort (land)", "Karis (Finland)"),
        ("Land/Ort", "Karis (Finland)"),
    ] {
        let table = rows(&format!(
            "Kommun;{header}\nÖrebro;{cell}\nMalmö;Norge/Vang\n"
        ));
        let mapping = Mapping::recognise(&table, &ATLAS);
        let claims = mapping.read(&table, &ATLAS);
        let partner = &claims[0].partner;
        assert_eq!(
            (partner.name.as_str(), partner.country.as_deref()),
            ("Karis", Some("Finland")),
            "{header}: {cell}"
        );
    }
}

#[test]
fn a_header_of_two_rows_is_read_as_one() {
    let header = "Kommun,Partner,,Avtal,,Anmärkning\n,Ort,Land,Från,Till,\n";
    let body = "Lund,Nevers,Frankrike,1990,2005,skolor\nMora,Gdańsk,Polen,1995,,\n";
    let columns = [
        "own",
        "partner",
        "partner_country",
        "since",
        "until",
        "note",
    ];
    assert_eq!(understood(&format!("{header}{body}")), columns);
    let more = "Kommun,Partner,,,Avtal,,\n,Ort,Land,Form,Från,Till,Anm\nLund,Nevers,Frankrike,Vänort,1990,2005,x\n";
    assert_eq!(
        understood(more),
        [
            "own",
            "partner",
            "partner_country",
            "kind",
            "since",
            "until",
            "note"
        ]
    );
    let table = format!("Vänorter 2018\n{header}{body}\n{header}Eslöv,Viljandi,Estland,1991,,x\n");
    assert_said(&[(
        &table,
        &[
            "Lund | Nevers | Frankrike | 1990 | skolor",
            "Mora | Gdańsk | Polen | 1995",
            "Eslöv | Viljandi | Estland | 1991 | x",
        ],
    )]);
    let rows = rows(&table);
    let mapping = Mapping::recognise(&rows, &ATLAS);
    assert_eq!(mapping.left_out(&rows, 0).headers, 2);
    // A row of names with words of headers in them is none.
    let names = "Land,Kommun,Vänort,\n,Lunds kommun,Viborgs kommun,Region Nordjylland\nPolen,Mora,Gdańsk,\n";
    assert_eq!(said(names).len(), 2);
}

#[test]
fn headers_for_the_end_are_understood() {
    for header in [
        "Samarbetet avslutades",
        "Avslutat år",
        "Avslutat",
        "Upphörde",
    ] {
        let table = format!("Kommun,Vänort,{header}\nÖrebro,Łódź,1999\nMalmö,Varna,2001\n");
        assert_eq!(understood(&table), ["own", "partner", "until"], "{header}");
    }
}

#[test]
fn what_tells_of_a_person_above_a_table_and_in_its_headers_is_not_kept() {
    let table = rows(
        "Örebro kommun lars@orebro.example 070-555 11 22,,\nVänort,Land,Frågor: lars@orebro.example\nŁódź,Polen,x\nVarna,Bulgarien,y\n",
    );
    let mut mapping = Mapping::recognise(&table, &ATLAS);
    mapping.look_whose(&table, &[], &ATLAS);
    assert_eq!(mapping.body.as_deref(), Some("Örebro"));
    let kept = serde_json::to_string(&mapping).expect("JSON");
    assert!(!kept.contains("lars") && !kept.contains("555"), "{kept}");
}

/// What a column is taken for that stands beside a municipality and its partner.
fn beside(header: &str, cells: [&str; 2]) -> &'static str {
    let [first, second] = cells;
    let table = format!(
        "Kommun;Vänort;Land;{header}\nMalmö;Tallinn;Estland;{first}\nLund;Zabrze;Polen;{second}\n"
    );
    understood(&table)[3]
}

#[test]
fn what_a_header_means_is_borne_out_by_its_cells_and_else_they_tell() {
    let days = ["2012-05-04", "2013-06-04"];
    for (column, headers) in [
        (
            "since",
            &[
                "Avtal från",
                "Date signed",
                "Date of signing",
                "Undertecknandedatum",
                "Start date",
                "Friendship since",
                "Fr.o.m.",
                "Avtal",
            ][..],
        ),
        (
            "until",
            &[
                "End date",
                "Slutdatum",
                "Avtal till",
                "Avtal t.o.m.",
                "Avtalet löper ut",
                "Agreement end",
                "Datum för avslut",
                "Date ended",
                "Aktiv till",
            ],
        ),
        (
            "said",
            &["Uppdaterat", "Last updated", "Uppgift från", "Svar från"],
        ),
    ] {
        for header in headers {
            assert_eq!(beside(header, days), column, "{header}");
        }
    }
}

#[test]
fn remarks_forms_and_sources_are_known_by_many_words() {
    let words = ["En kommentar om allt", "Något annat"];
    for header in [
        "Anteckning",
        "Anteckningar",
        "Anmärkningar",
        "Kommentarer",
        "Remarks",
        "Comments",
    ] {
        assert_eq!(beside(header, words), "note", "{header}");
    }
    let kinds = ["Vänort", "Annat"];
    let agreements = ["Vänortsavtal", "Avsiktsförklaring"];
    assert_eq!(beside("Slags samarbete", kinds), "kind");
    assert_eq!(beside("Avtal", agreements), "instrument");
    assert_eq!(beside("Avtal från", agreements), "instrument");
    assert_eq!(
        beside("Uppgift från", ["Kommunens webbplats", "Samtal"]),
        "quoted"
    );
    assert_eq!(
        beside("Från", ["Estland", "Polen"]),
        "ignored",
        "a second one"
    );
}
