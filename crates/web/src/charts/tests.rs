//! The drawings as they were when somebody last looked at them, and what must hold for each.

use roxmltree::Document;

use super::*;
use crate::messages::Language;

const SV: Words = Words {
    language: Language::Sv,
};

fn chart(plot: Plot, columns: &[&str], series: &[(&str, &[Option<usize>])]) -> Chart {
    Chart {
        key: "sample".into(),
        title: "Titel & <mer>".into(),
        description: "Vad som syns".into(),
        unit: "Antal".into(),
        over: "År".into(),
        columns: columns.iter().map(ToString::to_string).collect(),
        series: series
            .iter()
            .map(|(name, values)| Series {
                key: (*name).into(),
                name: (*name).into(),
                values: values.to_vec(),
                lists: Vec::new(),
            })
            .collect(),
        plot,
        marks: Vec::new(),
        breaks: vec![Break {
            before: 2,
            words: "Brott: annat begrepp".into(),
        }],
        remarks: Vec::new(),
        caveats: vec!["Läs inte som en minskning.".into()],
        source: "Källa: SKR".into(),
        no_figure: "ingen uppgift".into(),
    }
}

fn bars(plot: Plot) -> Chart {
    chart(
        plot,
        &["2007", "2011", "2018"],
        &[
            ("kommuner", &[Some(272), Some(243), Some(146)]),
            ("regioner", &[None, Some(12), Some(0)]),
        ],
    )
}

fn lives() -> Chart {
    let life = |name: &str, start, told, end| Life {
        name: name.into(),
        start,
        told,
        end,
        rests: Vec::new(),
        marks: vec![Mark {
            at: 2019.9,
            shape: Shape::Diamond,
        }],
        cells: vec!["1986".into()],
        data: Vec::new(),
    };
    let all = vec![
        life(
            "Göteborg – Shanghai",
            Some((1986.0, 1986.99)),
            Some((1986.0, 2020.3)),
            Ending::Open,
        ),
        life(
            "Mora – Changchun",
            Some((2004.0, 2004.99)),
            None,
            Ending::Between(2020.6, 2020.6),
        ),
        life(
            "Borlänge – Wuhan",
            Some((f64::NEG_INFINITY, 2009.99)),
            None,
            Ending::Between(2019.0, 2022.0),
        ),
        life("Umeå – Qufu", None, Some((2017.5, 2020.3)), Ending::Open),
        life("Eskilstuna – Linyi", None, None, Ending::Undated),
    ];
    let mut chart = chart(Plot::Lives(all), &["Började"], &[]);
    chart.marks = vec![(Shape::Diamond, "avtal löpte ut".into())];
    chart
}

fn every() -> Vec<(&'static str, Chart)> {
    vec![
        ("grouped", bars(Plot::Grouped)),
        ("stacked", bars(Plot::Stacked)),
        ("steps", bars(Plot::Steps)),
        ("panels", bars(Plot::Panels)),
        ("lives", lives()),
    ]
}

/// A shape a line, so that a difference can be read.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn every_drawing_is_as_it_was() {
    for (name, chart) in every() {
        insta::assert_snapshot!(name, lines(&svg(&chart, Look::Wide, &SV)));
    }
    let mut resting = lives();
    if let Plot::Lives(all) = &mut resting.plot {
        all[0].rests = vec![(2016.0, 2019.0)];
    }
    insta::assert_snapshot!("resting", lines(&svg(&resting, Look::Wide, &SV)));
    insta::assert_snapshot!("alone", lines(&svg(&bars(Plot::Grouped), Look::Alone, &SV)));
}

#[test]
fn nothing_lies_outside_a_drawing_and_no_number_is_missing() {
    for (name, chart) in every() {
        for look in [Look::Wide, Look::Narrow, Look::Alone] {
            let drawing = svg(&chart, look, &SV);
            assert!(
                !drawing.contains("NaN") && !drawing.contains("inf"),
                "{name}"
            );
            let document = Document::parse(&drawing).unwrap();
            let view = document.root_element().attribute("viewBox").unwrap();
            let size: Vec<f64> = view.split(' ').map(|n| n.parse().unwrap()).collect();
            for node in document.descendants() {
                let number = |name: &str| node.attribute(name).and_then(|n| n.parse::<f64>().ok());
                let (Some(x), Some(y)) = (number("x"), number("y")) else {
                    continue;
                };
                assert!(
                    (0.0..=size[2]).contains(&x),
                    "{name} {look:?}: {x} in {view}"
                );
                assert!(
                    (0.0..=size[3]).contains(&y),
                    "{name} {look:?}: {y} in {view}"
                );
                assert!(number("height").is_none_or(|high| high >= 0.0), "{name}");
            }
        }
    }
}

#[test]
fn a_drawing_on_a_page_has_classes_and_one_in_a_file_has_colours() {
    for (name, chart) in every() {
        let (page, file) = (svg(&chart, Look::Wide, &SV), svg(&chart, Look::Alone, &SV));
        assert!(
            page.contains("class=\"ch-") && !page.contains("#1b2226"),
            "{name}"
        );
        assert!(
            !file.contains("class=") && file.contains("#1b2226"),
            "{name}"
        );
        assert!(
            file.contains("Läs inte som en minskning."),
            "the caveat goes with the file"
        );
        assert!(file.contains("Källa: SKR"), "and so does the source");
    }
}

#[test]
fn the_second_series_is_told_from_the_first_without_colour() {
    let bars = svg(&bars(Plot::Stacked), Look::Wide, &SV);
    assert!(
        bars.contains("<pattern id=\"ch-sample-w-p1\"") && bars.contains("url(#ch-sample-w-p1)")
    );
    let steps = svg(&self::bars(Plot::Steps), Look::Wide, &SV);
    assert!(steps.contains("stroke-dasharray=\"7 3\""));
}

#[test]
fn a_time_of_rest_is_no_square_however_short_it_is() {
    let signed = |chart: &mut Chart| {
        if let Plot::Lives(all) = &mut chart.plot {
            all[0].marks = vec![Mark {
                at: 2016.0,
                shape: Shape::Square,
            }];
        }
    };
    let rested = |chart: &mut Chart, to| {
        if let Plot::Lives(all) = &mut chart.plot {
            all[0].marks = Vec::new();
            all[0].rests = vec![(2016.0, to)];
        }
    };
    // The side of a band's box and each of its bars are as long.
    let bars = |chart: &Chart| svg(chart, Look::Wide, &SV).matches("v8").count();
    let mut chart = lives();
    signed(&mut chart);
    assert_eq!(bars(&chart), 0);
    rested(&mut chart, 2016.1);
    let short = bars(&chart);
    rested(&mut chart, 2020.0);
    let long = bars(&chart);
    assert!(short >= 3 && long > short, "{short}, {long}");
}

#[test]
fn the_table_has_every_number_and_says_where_there_is_none() {
    let table = bars(Plot::Grouped).table(&SV);
    assert_eq!(table.head, ["År", "kommuner", "regioner"]);
    assert_eq!(table.rows[0], ["2007", "272", "ingen uppgift"]);
    assert_eq!(table.rows[2], ["2018", "146", "0"]);
    assert_eq!(bars(Plot::Grouped).data().rows[0], ["2007", "272", ""]);
}

#[test]
fn a_picture_shows_letters() {
    let with = svg(&bars(Plot::Grouped), Look::Alone, &SV);
    let mut bare = bars(Plot::Grouped);
    bare.caveats.clear();
    let without = svg(&bare, Look::Alone, &SV);
    let (with, without) = (png(&with).unwrap(), png(&without).unwrap());
    assert!(with.starts_with(b"\x89PNG") && with.len() > without.len() + 500);
    assert_eq!(png("not a drawing"), None);
}
