//! Compression of what is sent: Brotli or Zstandard, as the visitor takes it.

use std::cell::RefCell;
use std::io::{self, Write as _};
use std::sync::OnceLock;

use axum::http::{HeaderMap, HeaderName, header};
use bytes::Bytes;
use zstd::bulk::Compressor;

/// A way to compress that browsers understand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    /// Smaller, and slower to make.
    Brotli,
    /// Quicker to make, and then smaller too than Brotli made as quickly.
    Zstd,
}

impl Coding {
    /// Its name in headers.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
        }
    }

    /// The one of those the visitor takes that suits an answer: one made in haste is hardly asked for again.
    pub(crate) fn taken(headers: &HeaderMap, hasty: bool) -> Option<Self> {
        let wanted = if hasty {
            [Self::Zstd, Self::Brotli]
        } else {
            [Self::Brotli, Self::Zstd]
        };
        wanted.into_iter().find(|coding| takes(headers, *coding))
    }
}

/// Whether a visitor takes what is compressed so.
pub(crate) fn takes(headers: &HeaderMap, coding: Coding) -> bool {
    listed(headers, &header::ACCEPT_ENCODING).any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused = weight
            .trim()
            .strip_prefix("q=")
            .is_some_and(|q| q.trim().parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case(coding.key()) && !refused
    })
}

/// The parts of a header that is a list.
pub(crate) fn listed<'h>(
    headers: &'h HeaderMap,
    name: &HeaderName,
) -> impl Iterator<Item = &'h str> {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
}

/// Smaller answers are not worth compressing, in bytes.
const COMPRESS_FROM: usize = 700;
/// The room that a thread keeps for compressing its next answer, in bytes.
const MOST_ROOM: usize = 256 * 1024;
/// How thoroughly Brotli compresses a page, from 0 to 11: one hardly asked for again, and others.
const BROTLI: [u32; 2] = [0, 5];
/// The same of Zstandard, from 1 to 22.
const ZSTD: [i32; 2] = [1, 6];

/// An answer compressed, once somebody takes it so.
#[derive(Debug, Default)]
pub(crate) struct Packed {
    brotli: OnceLock<Bytes>,
    zstd: OnceLock<Option<Bytes>>,
}

impl Packed {
    /// The bytes in a coding; `None` where they are too few to be worth it, or there is no memory for it.
    pub(crate) fn of(&self, bytes: &[u8], coding: Coding, hasty: bool) -> Option<&Bytes> {
        let thorough = usize::from(!hasty);
        if bytes.len() < COMPRESS_FROM {
            return None;
        }
        match coding {
            Coding::Brotli => Some(self.brotli.get_or_init(|| brotli(bytes, BROTLI[thorough]))),
            Coding::Zstd => self
                .zstd
                .get_or_init(|| zstd(bytes, ZSTD[thorough]).ok())
                .as_ref(),
        }
    }
}

/// Compresses with Brotli, as thoroughly as `quality` says, from 0 to 11.
pub(crate) fn brotli(bytes: &[u8], quality: u32) -> Bytes {
    const WINDOW: u32 = 20;
    let mut packed = Vec::with_capacity(bytes.len() / 4);
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, quality, WINDOW);
        // Writing to memory does not fail.
        let _ = writer.write_all(bytes);
    }
    packed.into()
}

fn zstd(bytes: &[u8], level: i32) -> io::Result<Bytes> {
    thread_local! {
        /// What a compressor needs of memory is set up once for each thread, and so is the room that it writes to:
        /// room for the worst case, of which little is used and nothing is to be kept with an answer.
        static COMPRESSOR: RefCell<(Compressor<'static>, Vec<u8>)> = RefCell::default();
    }
    COMPRESSOR.with_borrow_mut(|(compressor, room)| {
        compressor.set_compression_level(level)?;
        room.clear();
        room.reserve(zstd::zstd_safe::compress_bound(bytes.len()));
        compressor.compress_to_buffer(bytes, room)?;
        let packed = Bytes::copy_from_slice(room);
        room.shrink_to(MOST_ROOM);
        Ok(packed)
    })
}
