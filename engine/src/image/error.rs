// SPDX-License-Identifier: Apache-2.0

//! The reasons why bytes are not an image of a program for this machine.

use crate::validate::ProgramError;

/// The reason why an image is refused, with a remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// The bytes do not start like an image.
    #[error("byte 0, magic: this is not a program image; make one with `riskgate compile`")]
    Magic,
    /// The format has another version.
    #[error(
        "byte 8, version: the image has format {found}, this is format {expected}; \
         recompile the rule file"
    )]
    Version {
        /// The version it states.
        found: u32,
        /// The version that this crate reads.
        expected: u32,
    },
    /// The image was compiled for a machine with other sizes, latencies or instructions.
    #[error(
        "byte 12, fingerprint: the image is for machine {found:08x}, \
         this is machine {expected:08x}; recompile the rule file"
    )]
    Machine {
        /// The fingerprint it states.
        found: u32,
        /// The fingerprint of this machine.
        expected: u32,
    },
    /// The length of the image differs from the length that it states.
    #[error(
        "byte 16, length: the image states {stated} bytes and has {found}; \
         copy it again or recompile the rule file"
    )]
    Length {
        /// Bytes it states.
        stated: u64,
        /// The length in bytes.
        found: u64,
    },
    /// The image is longer than that of any program.
    #[error("byte 16, length: the image has {found} bytes, a program takes at most {limit}")]
    TooLong {
        /// The length in bytes.
        found: usize,
        /// The greatest length in bytes.
        limit: usize,
    },
    /// The body has changed since it was written.
    #[error(
        "byte 24, checksum: the image states {stated:08x}, its body has {found:08x}; \
         copy it again or recompile the rule file"
    )]
    Checksum {
        /// The CRC-32 it states.
        stated: u32,
        /// The CRC-32 of its body.
        found: u32,
    },
    /// The bytes end inside an item.
    #[error("byte {offset}, {field}: the section ends here; recompile the rule file")]
    End {
        /// Its offset.
        offset: usize,
        /// The item.
        field: &'static str,
    },
    /// A count that exceeds the machine or the section.
    #[error(
        "byte {offset}, {field}: {found} of them, at most {limit} are possible; \
         recompile the rule file"
    )]
    Count {
        /// The offset of the count.
        offset: usize,
        /// The items that it counts.
        field: &'static str,
        /// The count.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// Bytes without a meaning.
    #[error("byte {offset}, {field}: these bytes mean nothing; recompile the rule file")]
    Field {
        /// Their offset.
        offset: usize,
        /// The expected item.
        field: &'static str,
    },
    /// Bytes after the end of an item.
    #[error("byte {offset}, {field}: {bytes} bytes too many; recompile the rule file")]
    Trailing {
        /// Their offset.
        offset: usize,
        /// The item that has ended.
        field: &'static str,
        /// The number of bytes.
        bytes: usize,
    },
    /// The image is well-formed, but its program is not sound.
    #[error("the program is not sound: {0}; recompile the rule file")]
    Program(#[from] ProgramError),
}
