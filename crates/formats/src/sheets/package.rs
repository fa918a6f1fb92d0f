//! The zip around XLSX and ODS: its parts, unpacked as they are read and never further than the limit.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::Xml;
use super::{Limits, SheetFault};

/// Parts in one file: a workbook of many sheets and pictures has some hundreds.
const MOST_PARTS: usize = 10_000;

/// An opened zip.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    limit: u64,
    /// Bytes that may still be unpacked, over all parts.
    left: Cell<u64>,
}

impl<'b> Package<'b> {
    /// Opens a zip; one that claims to unpack to more than the limit is refused unread.
    pub fn open(bytes: &'b [u8], limits: Limits) -> Result<Self, SheetFault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged("zip", &e))?;
        if archive.len() > MOST_PARTS {
            return Err(SheetFault::TooMany {
                what: "parts",
                limit: MOST_PARTS,
            });
        }
        let limit = limits.unpacked;
        if archive
            .decompressed_size()
            .is_some_and(|size| size > u128::from(limit))
        {
            return Err(SheetFault::UnpacksTooLarge { limit });
        }
        Ok(Self {
            archive,
            limit,
            left: Cell::new(limit),
        })
    }

    /// A part as XML, where it is there. Case and the way of the slash do not matter.
    pub fn xml(&mut self, name: &str) -> Result<Option<Xml<PartReader<'_, 'b>>>, SheetFault> {
        let Some(index) = self.index(name) else {
            return Ok(None);
        };
        let file = self
            .archive
            .by_index(index)
            .map_err(|e| damaged(name, &e))?;
        let part = Part {
            file,
            left: &self.left,
        };
        Ok(Some(Xml::new(name, self.limit, BufReader::new(part))))
    }

    /// The first bytes of a part.
    pub fn start(&mut self, name: &str, bytes: u64) -> Result<Option<Vec<u8>>, SheetFault> {
        let Some(index) = self.index(name) else {
            return Ok(None);
        };
        let file = self
            .archive
            .by_index(index)
            .map_err(|e| damaged(name, &e))?;
        let mut start = Vec::new();
        file.take(bytes)
            .read_to_end(&mut start)
            .map_err(|e| damaged(name, &e))?;
        Ok(Some(start))
    }

    fn index(&self, name: &str) -> Option<usize> {
        let same = |other: &str| {
            other.len() == name.len()
                && other
                    .bytes()
                    .zip(name.bytes())
                    .all(|(a, b)| a.eq_ignore_ascii_case(&b) || (a == b'\\' && b == b'/'))
        };
        self.archive.index_for_name(name).or_else(|| {
            self.archive
                .file_names()
                .position(|other| other.is_ok_and(|other| same(&other)))
        })
    }
}

fn damaged(part: &str, error: &dyn std::error::Error) -> SheetFault {
    SheetFault::Damaged {
        part: part.to_owned(),
        reason: error.to_string(),
    }
}

/// What parts are read through.
pub(super) type PartReader<'p, 'b> = BufReader<Part<'p, 'b>>;

/// A part that is unpacked as it is read; reading past the limit of the whole file is an error.
pub(super) struct Part<'p, 'b> {
    file: ZipFile<'p, Cursor<&'b [u8]>>,
    left: &'p Cell<u64>,
}

impl Read for Part<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64);
        self.left.set(left.unwrap_or(0));
        match left {
            Some(_) => Ok(read),
            None => Err(io::ErrorKind::FileTooLarge.into()),
        }
    }
}
