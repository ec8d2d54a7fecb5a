// SPDX-License-Identifier: Apache-2.0

//! A reader that tracks its offset. It never reads or allocates more than the remaining bytes
//! allow.

use super::error::ImageError;

/// A reader of a part of an image. Offsets in errors are offsets in the image.
pub(super) struct Reader<'i> {
    bytes: &'i [u8],
    offset: usize,
}

impl<'i> Reader<'i> {
    pub(super) fn new(bytes: &'i [u8], offset: usize) -> Reader<'i> {
        Reader { bytes, offset }
    }

    /// The offset in the image of the next byte.
    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    pub(super) fn take(
        &mut self,
        count: usize,
        field: &'static str,
    ) -> Result<&'i [u8], ImageError> {
        let Some((taken, rest)) = self.bytes.split_at_checked(count) else {
            let offset = self.offset;
            return Err(ImageError::End { offset, field });
        };
        self.bytes = rest;
        self.offset += count;
        Ok(taken)
    }

    pub(super) fn array<const N: usize>(
        &mut self,
        field: &'static str,
    ) -> Result<[u8; N], ImageError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N, field)?);
        Ok(array)
    }

    pub(super) fn byte(&mut self, field: &'static str) -> Result<u8, ImageError> {
        self.array(field).map(|[byte]| byte)
    }

    pub(super) fn half(&mut self, field: &'static str) -> Result<u16, ImageError> {
        self.array(field).map(u16::from_le_bytes)
    }

    pub(super) fn word(&mut self, field: &'static str) -> Result<u32, ImageError> {
        self.array(field).map(u32::from_le_bytes)
    }

    /// A byte that is 0 or 1.
    pub(super) fn flag(&mut self, field: &'static str) -> Result<bool, ImageError> {
        let offset = self.offset;
        match self.byte(field)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(ImageError::Field { offset, field }),
        }
    }

    /// A count of items of at least `bytes_each` bytes, within the machine's limit and the
    /// remaining bytes.
    fn count(
        &mut self,
        field: &'static str,
        limit: usize,
        bytes_each: usize,
    ) -> Result<usize, ImageError> {
        let offset = self.offset;
        let found = self.word(field)?;
        let limit = limit.min(self.bytes.len() / bytes_each);
        if found as usize <= limit {
            return Ok(found as usize);
        }
        Err(ImageError::Count { offset, field, found: found.into(), limit: limit as u64 })
    }

    /// A list of items of at least `bytes_each` bytes.
    pub(super) fn list<T>(
        &mut self,
        field: &'static str,
        limit: usize,
        bytes_each: usize,
        mut each: impl FnMut(&mut Self) -> Result<T, ImageError>,
    ) -> Result<Vec<T>, ImageError> {
        let count = self.count(field, limit, bytes_each)?;
        (0..count).map(|_| each(self)).collect()
    }

    pub(super) fn text(
        &mut self,
        field: &'static str,
        bytes_max: usize,
    ) -> Result<String, ImageError> {
        let length = self.count(field, bytes_max, 1)?;
        let offset = self.offset;
        let text = std::str::from_utf8(self.take(length, field)?);
        text.map(str::to_owned).map_err(|_| ImageError::Field { offset, field })
    }

    /// Refuses bytes that remain.
    pub(super) fn finish(self, field: &'static str) -> Result<(), ImageError> {
        match self.bytes.len() {
            0 => Ok(()),
            bytes => Err(ImageError::Trailing { offset: self.offset, field, bytes }),
        }
    }
}
