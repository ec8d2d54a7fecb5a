// SPDX-License-Identifier: Apache-2.0

//! The storage of a journal's bytes. All faults of a disk are faults of this trait's methods, so
//! tests can produce them.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};

/// A sequence of bytes that is read anywhere and, as a rule, written at its end.
pub trait Storage {
    /// Reads bytes at an offset and returns how many. As with [`Read::read`], it may return fewer
    /// than the buffer holds, and returns 0 only at the end.
    ///
    /// # Errors
    /// If the storage cannot be read.
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;

    /// Writes some of the bytes at an offset and returns how many, as [`Write::write`] does.
    ///
    /// # Errors
    /// If none can be written.
    fn write(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize>;

    /// Returns when all writes and truncations so far would survive a power failure.
    ///
    /// # Errors
    /// If that is uncertain.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the storage off at an offset.
    ///
    /// # Errors
    /// If it cannot be cut off.
    fn truncate(&mut self, offset: u64) -> io::Result<()>;

    /// Number of bytes.
    ///
    /// # Errors
    /// If it cannot be found out.
    fn size(&mut self) -> io::Result<u64>;
}

impl Storage for File {
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.seek(SeekFrom::Start(offset))?;
        Read::read(self, buffer)
    }

    fn write(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        self.seek(SeekFrom::Start(offset))?;
        Write::write(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn truncate(&mut self, offset: u64) -> io::Result<()> {
        self.set_len(offset)
    }

    fn size(&mut self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }
}

/// A disk that never fails, for tests and fuzzing.
impl Storage for Vec<u8> {
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let rest =
            usize::try_from(offset).ok().and_then(|offset| self.get(offset..)).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }

    fn write(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        let offset = usize::try_from(offset).map_err(|_| ErrorKind::FileTooLarge)?;
        let end = offset.checked_add(bytes.len()).ok_or(ErrorKind::FileTooLarge)?;
        if self.len() < end {
            self.resize(end, 0);
        }
        self[offset..end].copy_from_slice(bytes);
        Ok(bytes.len())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn truncate(&mut self, offset: u64) -> io::Result<()> {
        Vec::truncate(self, usize::try_from(offset).unwrap_or(usize::MAX));
        Ok(())
    }

    fn size(&mut self) -> io::Result<u64> {
        Ok(self.len() as u64)
    }
}

impl<S: Storage> Storage for &mut S {
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        (**self).read(offset, buffer)
    }

    fn write(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        (**self).write(offset, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        (**self).sync()
    }

    fn truncate(&mut self, offset: u64) -> io::Result<()> {
        (**self).truncate(offset)
    }

    fn size(&mut self) -> io::Result<u64> {
        (**self).size()
    }
}

/// Reads until the buffer is full or the storage ends; returns the number of bytes.
pub fn read_full(storage: &mut impl Storage, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
    let mut count = 0;
    while count < buffer.len() {
        match storage.read(offset + count as u64, &mut buffer[count..]) {
            Ok(0) => break,
            Ok(more) => count += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(count)
}

/// Reads as many bytes as the buffer has.
pub fn read_exact(storage: &mut impl Storage, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
    let count = read_full(storage, offset, buffer)?;
    if count < buffer.len() { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
}

/// Writes all bytes. An error comes with the number of bytes that were written before it.
pub fn write_all(
    storage: &mut impl Storage,
    offset: u64,
    bytes: &[u8],
) -> Result<(), (usize, io::Error)> {
    let mut count = 0;
    while count < bytes.len() {
        match storage.write(offset + count as u64, &bytes[count..]) {
            Ok(0) => return Err((count, ErrorKind::WriteZero.into())),
            Ok(more) => count += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err((count, error)),
        }
    }
    Ok(())
}
