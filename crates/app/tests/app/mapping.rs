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
