//! The values of an entry as JSON: `{"field": {"v": value, "s": salt}}`, or `{"d": digest}` once redacted.
//! Salt and digest are hexadecimal.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use serde::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use vanort_domain::Values;
use vanort_domain::log::{Hash, Salt, Sealed};

/// Writes sealed values. The same values always give the same text.
pub(crate) fn write(values: &BTreeMap<String, Sealed>) -> String {
    let mut json = String::with_capacity(values.len() * 80 + 2);
    json.push('{');
    for (field, value) in values {
        if json.len() > 1 {
            json.push(',');
        }
        push_text(&mut json, field);
        match value {
            Sealed::Open { salt, text } => {
                json.push_str(":{\"v\":");
                push_text(&mut json, text);
                json.push_str(",\"s\":\"");
                for byte in salt {
                    push_byte(&mut json, *byte);
                }
                json.push_str("\"}");
            }
            Sealed::Redacted(digest) => {
                // Writing into a text cannot fail.
                let _ = write!(json, ":{{\"d\":\"{digest}\"}}");
            }
        }
    }
    json.push('}');
    json
}

fn push_byte(json: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    json.push(DIGITS[usize::from(byte >> 4)].into());
    json.push(DIGITS[usize::from(byte & 15)].into());
}

fn push_text(json: &mut String, text: &str) {
    if text.bytes().any(|b| b < b' ' || b == b'"' || b == b'\\') {
        json.push_str(&serde_json::Value::from(text).to_string());
    } else {
        json.push('"');
        json.push_str(text);
        json.push('"');
    }
}

/// Reads sealed values.
pub(crate) fn read(json: &str) -> Result<BTreeMap<String, Sealed>, String> {
    let fields: Fields<'_> = serde_json::from_str(json).map_err(|e| e.to_string())?;
    fields
        .0
        .into_iter()
        .map(|(field, cell)| Ok((field.into_owned(), cell.sealed()?)))
        .collect()
}

/// Reads the values alone, without their salts; `None` when one was redacted. Several times as fast as [`read`].
pub(crate) fn read_open(json: &str) -> Result<Option<Values>, String> {
    if let Some(values) = read_plain(json) {
        return Ok(Some(values.into_iter().collect()));
    }
    let fields: Fields<'_, Bare<'_>> = serde_json::from_str(json).map_err(|e| e.to_string())?;
    let open: Option<Vec<_>> = fields
        .0
        .into_iter()
        .map(|(field, value)| Some((field.into_owned(), value.0?.into_owned())))
        .collect();
    Ok(open.map(|open| open.into_iter().collect()))
}

/// Reads what [`write`] gives for values that are open; `None` for anything else, which the JSON reader takes.
fn read_plain(json: &str) -> Option<Vec<(&str, Cow<'_, str>)>> {
    const SALT: usize = 32;
    let mut values = Vec::with_capacity(16);
    let mut rest = json.strip_prefix('{')?;
    loop {
        let (field, after) = rest.strip_prefix('"')?.split_once('"')?;
        let (text, after) = plain_text(after.strip_prefix(":{\"v\":")?)?;
        let salted = after.strip_prefix(",\"s\":\"")?;
        if field.contains('\\') || salted.get(..SALT)?.contains('"') {
            return None;
        }
        values.push((field, text));
        rest = salted.get(SALT..)?.strip_prefix("\"}")?;
        if rest == "}" {
            return Some(values);
        }
        rest = rest.strip_prefix(',')?;
    }
}

/// A text in quotation marks, and what comes after it.
fn plain_text(json: &str) -> Option<(Cow<'_, str>, &str)> {
    let (text, after) = json.strip_prefix('"')?.split_once('"')?;
    if !text.contains('\\') {
        return Some((Cow::Borrowed(text), after));
    }
    let mut escaped = serde_json::Deserializer::from_str(json).into_iter::<String>();
    let text = escaped.next()?.ok()?;
    Some((Cow::Owned(text), json.get(escaped.byte_offset()..)?))
}

/// A text, borrowed from the JSON where it has no escapes.
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

/// An object, its fields in the order in which they stand.
struct Fields<'a, T = Cell<'a>>(Vec<(Cow<'a, str>, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Fields<'de, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldsVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for FieldsVisitor<T> {
            type Value = Fields<'de, T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::with_capacity(16);
                while let Some((field, value)) = map.next_entry::<Text<'de>, T>()? {
                    fields.push((field.0, value));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(FieldsVisitor(std::marker::PhantomData))
    }
}

/// One value with all that is kept of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell<'a> {
    #[serde(borrow)]
    v: Option<Text<'a>>,
    #[serde(borrow)]
    s: Option<Text<'a>>,
    #[serde(borrow)]
    d: Option<Text<'a>>,
}

impl Cell<'_> {
    fn sealed(self) -> Result<Sealed, String> {
        match self {
            Self {
                v: Some(text),
                s: Some(salt),
                d: None,
            } => Ok(Sealed::Open {
                salt: salt_from_hex(&salt.0).ok_or("a salt is not 32 hexadecimal digits")?,
                text: text.0.into_owned(),
            }),
            Self {
                v: None,
                s: None,
                d: Some(digest),
            } => Hash::from_hex(&digest.0)
                .map(Sealed::Redacted)
                .ok_or_else(|| "a digest is not 64 hexadecimal digits".to_owned()),
            _ => Err("a value has neither text and salt nor a digest".to_owned()),
        }
    }
}

fn salt_from_hex(text: &str) -> Option<Salt> {
    let mut salt = Salt::default();
    if text.len() != salt.len() * 2 || !text.is_ascii() {
        return None;
    }
    for (i, byte) in salt.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[i * 2..i * 2 + 2], 16).ok()?;
    }
    Some(salt)
}

/// One value without its salt; `None` when it was redacted.
struct Bare<'a>(Option<Cow<'a, str>>);

impl<'de> Deserialize<'de> for Bare<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BareVisitor;
        impl<'de> Visitor<'de> for BareVisitor {
            type Value = Bare<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Bare<'de>, A::Error> {
                let (mut text, mut redacted) = (None, false);
                while let Some(name) = map.next_key::<Text<'de>>()? {
                    match &*name.0 {
                        "v" => text = Some(map.next_value::<Text<'de>>()?.0),
                        "d" => {
                            redacted = true;
                            map.next_value::<IgnoredAny>()?;
                        }
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                match (text, redacted) {
                    (Some(text), false) => Ok(Bare(Some(text))),
                    (None, true) => Ok(Bare(None)),
                    _ => Err(A::Error::custom("a value has neither text nor digest")),
                }
            }
        }
        deserializer.deserialize_map(BareVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sealed_values_come_back_from_json_as_they_were() {
        let values: BTreeMap<String, Sealed> = [
            (
                "name",
                Sealed::Open {
                    salt: [0xa5; 16],
                    text: "Åbo \"\\\u{0}\n|🙂".into(),
                },
            ),
            ("note", Sealed::Redacted(Hash([7; 32]))),
            (
                "plain",
                Sealed::Open {
                    salt: [1; 16],
                    text: "Turku".into(),
                },
            ),
        ]
        .map(|(field, value)| (field.to_owned(), value))
        .into();
        let json = write(&values);
        assert_eq!(read(&json), Ok(values.clone()));
        assert_eq!(read_open(&json), Ok(None), "one value is redacted");

        let open: BTreeMap<_, _> = values.into_iter().filter(|(f, _)| f != "note").collect();
        let bare = read_open(&write(&open)).expect("json").expect("open");
        assert_eq!(bare.text("name"), Some("Åbo \"\\\u{0}\n|🙂"));
        assert_eq!(bare.text("plain"), Some("Turku"));
    }

    #[test]
    fn the_fast_way_and_the_careful_way_read_the_same() {
        for texts in [
            vec!["Turku"],
            vec!["Åbo 🙂", "a{}:,b", "x"],
            vec!["it's", "|"],
        ] {
            let values: BTreeMap<_, _> = (0..)
                .zip(texts)
                .map(|(number, text)| {
                    let salt = [number; 16];
                    (
                        format!("field_{number}"),
                        Sealed::Open {
                            salt,
                            text: text.to_owned(),
                        },
                    )
                })
                .collect();
            let json = write(&values);
            let plain: Values = read_plain(&json).expect("as written").into_iter().collect();
            let careful: Values = read(&json)
                .expect("json")
                .into_iter()
                .map(|(field, value)| match value {
                    Sealed::Open { text, .. } => (field, text),
                    Sealed::Redacted(_) => unreachable!("none is redacted"),
                })
                .collect();
            assert_eq!(plain, careful);
            assert!(read_plain(&json[..json.len() - 1]).is_none());
            assert!(read_plain(&(json + " ")).is_none());
        }
    }

    #[test]
    fn what_is_not_a_payload_is_refused_and_not_guessed_at() {
        for bad in [
            "",
            "[]",
            r#"{"a":1}"#,
            r#"{"a":{}}"#,
            r#"{"a":{"v":"x"}}"#,
            r#"{"a":{"v":"x","s":"00"}}"#,
            r#"{"a":{"d":"00"}}"#,
            r#"{"a":{"v":"x","s":"00000000000000000000000000000000","d":"00"}}"#,
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
