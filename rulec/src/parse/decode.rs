// SPDX-License-Identifier: Apache-2.0

//! Decoding: from the bytes of a file to its text.

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// Decodes the bytes of a file as UTF-8.
///
/// # Errors
/// Returns an `invalid-utf8` error that names the offset, the line and the column of the first byte
/// that is not UTF-8. Its span is the replacement character in `String::from_utf8_lossy(bytes)`;
/// render it with that text.
pub fn decode(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let before = String::from_utf8_lossy(&bytes[..offset]);
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.chars().rev().take_while(|&c| c != '\n').count();
        let message = format!(
            "the file is not UTF-8: byte 0x{:02x} at offset {offset}, line {line}, column {column}",
            bytes[offset],
        );
        let place = Span::new(offset, offset + char::REPLACEMENT_CHARACTER.len_utf8());
        let diagnostic = Diagnostic::error("invalid-utf8", message, place, "not UTF-8 from here");
        Box::new(
            diagnostic
                .help("save the file as UTF-8; editors may have written it as GBK or Latin-1"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_itself() {
        assert_eq!(decode("账户".as_bytes()).expect("it is UTF-8"), "账户");
        assert_eq!(decode(b"").expect("it is UTF-8"), "");
    }

    #[test]
    fn the_place_of_the_first_bad_byte_is_named() {
        let bytes = b"create\n/* \xe8\xb4\xa6\xd5\xcb */";
        let diagnostic = decode(bytes).expect_err("0xd5 0xcb is GBK");
        assert_eq!(
            diagnostic.message,
            "the file is not UTF-8: byte 0xd5 at offset 13, line 2, column 5"
        );
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(&text[diagnostic.primary.0.range()], "\u{fffd}");
    }

    #[test]
    fn a_character_cut_off_at_the_end_is_found() {
        assert_eq!(decode(b"a\xe8\xb4").expect_err("it is cut off").primary.0, Span::new(1, 4));
    }
}
