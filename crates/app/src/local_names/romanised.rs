//! Ukrainian in Latin letters, by resolution 55 of the Cabinet of Ministers of Ukraine of 27 January 2010.

/// A Ukrainian name in Latin letters, in lower case; `None` where a sign of it is no Ukrainian letter, as in Russian names.
pub(super) fn romanised(name: &str) -> Option<String> {
    let mut latin = String::with_capacity(name.len());
    let mut begins = true;
    let mut last = ' ';
    for letter in name.chars().flat_map(char::to_lowercase) {
        match (letter, begins) {
            ('є', true) => latin.push_str("ye"),
            ('ї', true) => latin.push_str("yi"),
            ('й', true) => latin.push('y'),
            ('ю', true) => latin.push_str("yu"),
            ('я', true) => latin.push_str("ya"),
            // зг is zgh, so that it is not taken for ж.
            ('г', _) if last == 'з' => latin.push_str("gh"),
            _ => latin.push_str(plain(letter)?),
        }
        begins = !letter.is_alphabetic() && !matches!(letter, '’' | '\'' | 'ʼ');
        last = letter;
    }
    Some(latin)
}

/// A letter that does not begin a word.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' => "y",
        'і' | 'ї' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "iu",
        'я' => "ia",
        'ь' | '’' | '\'' | 'ʼ' => "",
        '-' => "-",
        ' ' => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_the_resolution_writes_them() {
        // The examples of the resolution, and names of places.
        let table = [
            ("Згорани", "zghorany"),
            ("Єнакієве", "yenakiieve"),
            ("Їжакевич", "yizhakevych"),
            ("Йосипівка", "yosypivka"),
            ("Знам’янка", "znamianka"),
            ("Русь", "rus"),
            ("Щербухи", "shcherbukhy"),
            ("Кам’янець-Подільський", "kamianets-podilskyi"),
            ("Зміївка", "zmiivka"),
            ("Новоукраїнка", "novoukrainka"),
        ];
        for (name, latin) in table {
            assert_eq!(romanised(name).as_deref(), Some(latin), "{name}");
        }
    }

    #[test]
    fn a_name_with_russian_letters_is_no_ukrainian_one() {
        for name in ["Сумы", "Объект", "Берёза", "Lviv"] {
            assert_eq!(romanised(name), None, "{name}");
        }
    }
}
