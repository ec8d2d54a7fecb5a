// SPDX-License-Identifier: Apache-2.0

//! Why bytes are not an image of a program for this machine.

use crate::validate::ProgramError;

/// Why an image is refused, with what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// The bytes do not begin as an image does.
    #[error("byte 0, magic: this is not a program image; make one with `riskgate compile`")]
    Magic,
    /// The format is another version.
    #[error(
        "byte 8, version: the image has format {found}, this is format {expected}; recompile the rule file"
    )]
    Version {
        /// The version it states.
        found: u32,
        /// The version that is read here.
        expected: u32,
    },
    /// The image was compiled for other sizes, latencies or instructions.
    #[error(
        "byte 12, fingerprint: the image is for machine {found:08x}, this is machine {expected:08x}; recompile the rule file"
    )]
    Machine {
        /// The fingerprint it states.
        found: u32,
        /// The fingerprint of this machine.
        expected: u32,
    },
    /// The image is shorter or longer than it states.
    #[error(
        "byte 16, length: the image states {stated} bytes and has {found}; copy it again or recompile the rule file"
    )]
    Length {
        /// Bytes it states.
        stated: u64,
        /// Bytes there are.
        found: u64,
    },
    /// The image is longer than any program takes.
    #[error("byte 16, length: the image has {found} bytes, a program takes at most {limit}")]
    TooLong {
        /// Bytes there are.
        found: usize,
        /// Bytes there may be.
        limit: usize,
    },
    /// The body is not the one that was written.
    #[error(
        "byte 24, checksum: the image states {stated:08x}, its body has {found:08x}; copy it again or recompile the rule file"
    )]
    Checksum {
        /// The CRC-32 it states.
        stated: u32,
        /// That of its body.
        found: u32,
    },
    /// The bytes end inside something.
    #[error("byte {offset}, {field}: the section ends here; recompile the rule file")]
    End {
        /// Where it begins.
        offset: usize,
        /// What it is.
        field: &'static str,
    },
    /// More of something than the machine has or the section can hold.
    #[error(
        "byte {offset}, {field}: {found} of them, at most {limit} are possible; recompile the rule file"
    )]
    Count {
        /// Where the count stands.
        offset: usize,
        /// Of what.
        field: &'static str,
        /// How many it states.
        found: u64,
        /// How many there can be.
        limit: u64,
    },
    /// Bytes that mean nothing.
    #[error("byte {offset}, {field}: these bytes mean nothing; recompile the rule file")]
    Field {
        /// Where they begin.
        offset: usize,
        /// What they should be.
        field: &'static str,
    },
    /// Bytes behind the end of something.
    #[error("byte {offset}, {field}: {bytes} bytes too many; recompile the rule file")]
    Trailing {
        /// Where they begin.
        offset: usize,
        /// What has ended.
        field: &'static str,
        /// How many there are.
        bytes: usize,
    },
    /// The image says what it means, and it means a program that the machine cannot run.
    #[error("the program is not sound: {0}; recompile the rule file")]
    Program(#[from] ProgramError),
}
