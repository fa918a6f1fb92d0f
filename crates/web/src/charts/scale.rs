//! Scales and ticks.

/// Where lines go across: 0 and up to `most` round numbers above it, the last at or above `largest`.
pub(super) fn ticks(largest: usize, most: usize) -> Vec<usize> {
    let largest = largest.max(1);
    let mut step = 1;
    // 1, 2, 5, 10, 20, 50 …
    for factor in [2, 5, 10].iter().cycle() {
        if largest.div_ceil(step) <= most.max(1) {
            break;
        }
        let power = 10usize.pow(step.ilog10());
        step = power * factor;
    }
    (0..=largest.div_ceil(step)).map(|n| n * step).collect()
}

/// Which columns bear their names, so that at most `most` of many years do: round ones.
pub(super) fn named(columns: &[String], most: usize) -> Vec<usize> {
    let years: Option<Vec<i32>> = columns.iter().map(|name| name.parse().ok()).collect();
    let all = || (0..columns.len()).collect();
    let Some(years) = years.filter(|years| years.len() > most) else {
        return all();
    };
    let round = |step: i32| {
        let at = |year: &i32| year.rem_euclid(step) == 0;
        years
            .iter()
            .enumerate()
            .filter(|(_, year)| at(year))
            .map(|(place, _)| place)
            .collect::<Vec<usize>>()
    };
    [2, 5, 10, 20, 50, 100]
        .into_iter()
        .map(round)
        .find(|places| places.len() <= most)
        .unwrap_or_default()
}

/// Text in lines of at most so many characters; a longer word has a line of its own.
pub(super) fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_the_largest_number() {
        let table: [(usize, usize, &[usize]); 6] = [
            (0, 5, &[0, 1]),
            (4, 5, &[0, 1, 2, 3, 4]),
            (7, 5, &[0, 2, 4, 6, 8]),
            (272, 6, &[0, 50, 100, 150, 200, 250, 300]),
            (49, 5, &[0, 10, 20, 30, 40, 50]),
            (1_000_000, 2, &[0, 500_000, 1_000_000]),
        ];
        for (largest, most, expected) in table {
            assert_eq!(ticks(largest, most), expected, "{largest} in {most}");
        }
    }

    #[test]
    fn of_many_years_only_round_ones_are_named_and_few_columns_all_are() {
        let years: Vec<String> = (1939..=2026).map(|year| year.to_string()).collect();
        let found: Vec<&str> = named(&years, 9).into_iter().map(|i| &*years[i]).collect();
        assert_eq!(
            found,
            [
                "1940", "1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020"
            ]
        );
        assert_eq!(named(&years[..3], 9), [0, 1, 2]);
    }

    #[test]
    fn long_text_is_wrapped_between_words() {
        assert_eq!(wrap("ett två tre fyra", 8), ["ett två", "tre fyra"]);
        assert_eq!(wrap("samarbetsavtal ja", 5), ["samarbetsavtal", "ja"]);
    }
}
