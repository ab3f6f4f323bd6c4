//! The parts of a package: found by name as lenient readers find them, unpacked within the limit.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{broken, too_large};
use crate::intake::workbook::Unreadable;
use crate::rules::Limits;

const MIB: u64 = 1024 * 1024;
/// What a part may claim of the memory before it has unpacked to so much.
const TRUSTED_SIZE: u64 = 256 * 1024;

/// The parts of a package.
pub(in crate::intake) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: BTreeMap<String, usize>,
    left: u64,
    limits: Limits,
}

impl<'a> Parts<'a> {
    /// Reads the directory of the package.
    pub(in crate::intake) fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        // What it declares is refused before anything is unpacked; what it does not declare is measured on the way.
        if archive
            .decompressed_size()
            .is_some_and(|declared| declared > u128::from(limits.unpacked_mib) * u128::from(MIB))
        {
            return Err(too_large(format_args!("{} MiB (giải nén)", limits.unpacked_mib)));
        }
        let mut names = BTreeMap::new();
        for at in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(at) {
                names.insert(key(&name), at);
            }
        }
        Ok(Self { archive, names, left: limits.unpacked_mib.saturating_mul(MIB), limits })
    }

    /// The text of a part, if there is such a part. What the directory declares of its size is not believed: all
    /// that is ever unpacked of the package stays within the limit.
    pub(in crate::intake) fn text<'b>(
        &mut self,
        name: &str,
        buffer: &'b mut Vec<u8>,
    ) -> Result<Option<&'b str>, Unreadable> {
        let Some(at) = self.names.get(&key(name)) else { return Ok(None) };
        let part = self.archive.by_index(*at).map_err(broken)?;
        buffer.clear();
        buffer.reserve(usize::try_from(part.size().min(TRUSTED_SIZE)).unwrap_or(0));
        part.take(self.left.saturating_add(1)).read_to_end(buffer).map_err(broken)?;
        let unpacked = u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        let enough = || too_large(format_args!("{} MiB (giải nén)", self.limits.unpacked_mib));
        self.left = self.left.checked_sub(unpacked).ok_or_else(enough)?;
        if let Some(text) = from_utf16(buffer) {
            *buffer = text.into_bytes();
        }
        std::str::from_utf8(buffer).map(Some).map_err(broken)
    }
}

/// Names are compared without case, and Windows programs have written `\`.
fn key(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}

/// A part may be in UTF-16, which it then says by its mark.
fn from_utf16(bytes: &[u8]) -> Option<String> {
    let (unit, bytes): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => (u16::from_be_bytes, rest),
        _ => return None,
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    Some(char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|read| read.unwrap_or('\u{FFFD}')).collect())
}
