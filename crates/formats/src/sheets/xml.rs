//! XML as a stream of events that stays small: no document type, no deep nesting, no event of any size.

use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::SheetFault;

/// Elements within elements. Spreadsheets need about twelve.
const DEEPEST: usize = 200;

/// Bytes between two events: a tag with all its attributes, or a text between two tags. The longest cell has 32 767
/// characters.
const LONGEST_EVENT: u64 = 1 << 20;

/// A stream of XML events.
pub(super) struct Xml<R> {
    reader: Reader<Spurt<R>>,
    buffer: Vec<u8>,
    part: String,
    unpacked_limit: u64,
    depth: usize,
}

impl<R: BufRead> Xml<R> {
    /// Reads `part` from `bytes`. `unpacked_limit` stands in the fault when the reader says that it was overstepped.
    pub fn new(part: &str, unpacked_limit: u64, bytes: R) -> Self {
        let spurt = Spurt {
            inner: bytes,
            left: LONGEST_EVENT,
        };
        let mut reader = Reader::from_reader(spurt);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.check_comments = false;
        config.allow_unmatched_ends = true;
        Self {
            reader,
            buffer: Vec::new(),
            part: part.to_owned(),
            unpacked_limit,
            depth: 0,
        }
    }

    /// The next event; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Event<'_>>, SheetFault> {
        self.buffer.clear();
        self.reader.get_mut().left = LONGEST_EVENT;
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => return Err(fault(&self.part, self.unpacked_limit, &error)),
        };
        match &event {
            Event::Eof => return Ok(None),
            Event::DocType(_) => {
                return Err(damaged(&self.part, "declares a document type"));
            }
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEEPEST {
            return Err(damaged(&self.part, "is nested too deeply"));
        }
        Ok(Some(event))
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// The fault that something is wrong in this part.
    pub fn damaged(&self, reason: &str) -> SheetFault {
        damaged(&self.part, reason)
    }
}

fn damaged(part: &str, reason: &str) -> SheetFault {
    SheetFault::Damaged {
        part: part.to_owned(),
        reason: reason.to_owned(),
    }
}

fn fault(part: &str, limit: u64, error: &quick_xml::Error) -> SheetFault {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            SheetFault::UnpacksTooLarge { limit }
        }
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::QuotaExceeded => {
            damaged(part, "has a tag or a text that is too long")
        }
        other => damaged(part, &other.to_string()),
    }
}

/// The value of an attribute by its full name (`r:id`), entities resolved.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = element
        .attributes()
        // The check for doubles compares each with each.
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.as_ref() == name)?
        .normalized_value(XmlVersion::Implicit1_0)
        .ok()?;
    Some(value.into_owned())
}

/// What an entity or a numbered character stands for; nothing for one that XML itself does not know.
pub(super) fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        text.push(character);
    } else if let Some(known) = quick_xml::escape::resolve_xml_entity(reference) {
        text.push_str(known);
    }
}

/// A reader that fails when more than its allowance is asked of it between two events.
struct Spurt<R> {
    inner: R,
    left: u64,
}

impl<R: BufRead> Read for Spurt<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let read = available.len().min(buffer.len());
        buffer[..read].copy_from_slice(&available[..read]);
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Spurt<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, read: usize) {
        self.left = self.left.saturating_sub(read as u64);
        self.inner.consume(read);
    }
}
