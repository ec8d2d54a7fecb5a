// SPDX-License-Identifier: Apache-2.0

//! Images round-trip, and bytes that `encode` did not write are refused.

mod reference_support;

use engine::calendar::Zone;
use engine::dictionary::DictionaryDef;
use engine::executor::{Executor, digest};
use engine::frame::{self, Header};
use engine::image::{
    HEADER_BYTES, IMAGE_BYTES_MAX, ImageError, checksum, decode, encode, fingerprint,
};
use engine::program::Program;
use engine::reference::Reference;
use engine::rule::{Attributes, Severity};
use engine::schema::{TableId, Type};
use engine::twin::Twin;
use reference_support::program;
use testkit::rng::Rng;

/// The image with the CRC of its body in the header.
fn resealed(mut image: Vec<u8>) -> Vec<u8> {
    let crc = checksum(&image).to_le_bytes();
    image[24..28].copy_from_slice(&crc);
    image
}

#[test]
fn images_round_trip() {
    for rows in [1, 64, 65_536] {
        let program = program(rows);
        assert_eq!(decode(&encode(&program)), Ok(program));
    }
    let mut described = program(64);
    described.zone = Zone::new(-5).expect("it is a zone");
    described.rules[1].severity = Severity::Warn;
    described.rules[1].attributes = Attributes {
        id: Some("R-001".into()),
        text: Some("价格为正".into()),
        text_en: Some(String::new()),
        source: None,
    };
    assert_eq!(decode(&encode(&described)), Ok(described));
    let empty = Program {
        tables: Vec::new(),
        messages: Vec::new(),
        rules: Vec::new(),
        strings: Vec::new(),
        dictionary: DictionaryDef::OF_HARDWARE,
        constants: Vec::new(),
        transactions: Vec::new(),
        zone: Zone::UTC,
        jobs: Vec::new(),
    };
    assert_eq!(decode(&encode(&empty)), Ok(empty));
}

/// The layout of the header is stable: files contain it.
#[test]
fn the_header_is_as_documented() {
    let image = encode(&program(64));
    assert_eq!(&image[..8], b"RISKDOE\0");
    assert_eq!(image[8..12], 3_u32.to_le_bytes());
    assert_eq!(image[12..16], fingerprint().to_le_bytes());
    assert_eq!(image[16..24], (image.len() as u64).to_le_bytes());
    assert_eq!(image[24..28], crc32fast::hash(&image[32..]).to_le_bytes());
    assert_eq!(image[28..32], [0; 4]);
    assert_eq!(&image[32..36], b"STRS");
}

#[test]
fn every_truncation_is_refused() {
    let image = encode(&program(64));
    for length in 0..image.len() {
        assert!(decode(&image[..length]).is_err(), "{length} bytes");
        // It is also refused if it states its length and CRC.
        if length >= HEADER_BYTES {
            let mut short = image[..length].to_vec();
            short[16..24].copy_from_slice(&(length as u64).to_le_bytes());
            let error = decode(&resealed(short)).expect_err("bytes are missing");
            assert!(matches!(error, ImageError::End { .. }), "{length} bytes: {error}");
        }
    }
}

#[test]
fn each_part_of_the_header_is_checked() {
    let good = encode(&program(64));
    let changed = |byte: usize| {
        let mut image = good.clone();
        image[byte] ^= 1;
        decode(&image).expect_err("the header is wrong")
    };
    assert_eq!(changed(0), ImageError::Magic);
    assert!(matches!(changed(8), ImageError::Version { found: 2, expected: 3 }));
    assert!(matches!(changed(12), ImageError::Machine { .. }));
    assert!(matches!(changed(16), ImageError::Length { .. }));
    assert!(matches!(changed(24), ImageError::Checksum { .. }));
    assert!(matches!(changed(28), ImageError::Field { offset: 28, .. }));
    assert!(matches!(changed(40), ImageError::Checksum { .. }));
    let long = vec![0; IMAGE_BYTES_MAX + 1];
    assert!(matches!(decode(&long), Err(ImageError::TooLong { .. })));
    assert_eq!(
        changed(8).to_string(),
        "byte 8, version: the image has format 2, this is format 3; recompile the rule file"
    );
}

#[test]
fn bytes_after_the_end_are_refused() {
    let mut image = encode(&program(64));
    let end = image.len();
    image.extend_from_slice(&[0; 3]);
    image[16..24].copy_from_slice(&(end as u64 + 3).to_le_bytes());
    let refused = ImageError::Trailing { offset: end, field: "image", bytes: 3 };
    assert_eq!(decode(&resealed(image)), Err(refused));
    // A section that states one byte more takes that byte from the next section.
    let mut image = encode(&program(64));
    image[36] += 1;
    let error = decode(&resealed(image));
    assert!(matches!(error, Err(ImageError::Trailing { field: "section", bytes: 1, .. })));
}

/// A count is compared with the limits and the remaining bytes before memory is allocated for it.
#[test]
fn hostile_counts_are_refused() {
    let mut image = encode(&program(64));
    image[40..44].copy_from_slice(&u32::MAX.to_le_bytes());
    let refused = decode(&resealed(image)).expect_err("there are not as many strings");
    let ImageError::Count { offset: 40, field: "strings", found, limit } = refused else {
        panic!("{refused}");
    };
    assert_eq!(found, u64::from(u32::MAX));
    assert!(limit < 10, "{limit}");
}

#[test]
fn flipped_bits_are_errors() {
    let seed = 1;
    let mut random = Rng::seeded(seed);
    let image = encode(&program(64));
    for round in 0..20_000 {
        let flipped = flip(&mut random, image.clone(), 0);
        if flipped != image {
            assert!(decode(&flipped).is_err(), "seed {seed}, round {round}");
        }
    }
}

/// With a correct CRC only the reader and the validator can refuse the image. An image that they
/// accept is a program: both executors answer it in the same way for all frames.
#[test]
fn flipped_bits_with_a_correct_checksum_are_errors_or_programs() {
    let seed = 2;
    let mut random = Rng::seeded(seed);
    let image = encode(&program(3));
    let (mut let_through, mut accepted) = (0, 0);
    for round in 0..20_000 {
        let flipped = resealed(flip(&mut random, image.clone(), HEADER_BYTES));
        let Ok(program) = decode(&flipped) else {
            continue;
        };
        assert_eq!(decode(&encode(&program)).as_ref(), Ok(&program));
        let_through += 1;
        accepted += run_on_anything(&mut random, &program, &format!("seed {seed}, round {round}"));
    }
    // Bits of names, constants and table bounds do not affect soundness; most other bits do.
    assert!((100..10_000).contains(&let_through), "{let_through}");
    assert!(accepted > 10 * let_through, "{accepted} of {let_through}");
}

/// Flips one to eight bits after the first `from` bytes.
fn flip(random: &mut Rng, mut image: Vec<u8>, from: usize) -> Vec<u8> {
    for _ in 0..1 + random.below(8) * random.below(2) {
        let byte = from + random.below(image.len() - from);
        image[byte] ^= 1 << random.below(8);
    }
    image
}

/// Runs well-formed frames with random small contents; returns how many are accepted.
fn run_on_anything(random: &mut Rng, program: &Program, case: &str) -> u32 {
    // The twin allocates all memory for the capacity of its tables, which a flip can increase to
    // gigabytes.
    let rows: u32 = program.tables.iter().map(|table| table.rows_max).sum();
    if rows > 1 << 20 {
        return 0;
    }
    let mut reference = Reference::new(program.clone()).expect("it was decoded");
    let mut twin = Twin::new(program.clone()).expect("it was decoded");
    let mut accepted = 0;
    for _ in 0..60 {
        let frame = any_frame(random, program);
        let verdict = reference.execute(&frame);
        assert_eq!(twin.execute(&frame), verdict, "{case}");
        accepted += u32::from(verdict.is_accept());
        let verdict = reference.load(&frame);
        assert_eq!(twin.load(&frame), verdict, "{case}");
        accepted += u32::from(verdict.is_accept());
    }
    for table in (0..program.tables.len() as u16).map(TableId) {
        assert_eq!(digest(&twin, table), digest(&reference, table), "{case}");
    }
    accepted
}

/// A frame of a random kind with short texts, and with small numbers, so that rows are found.
fn any_frame(random: &mut Rng, program: &Program) -> Vec<u8> {
    let kinds: Vec<_> = program.frame_kinds().collect();
    let index = random.below(kinds.len());
    let fields = program.fields(kinds[index]);
    let bytes = program.layout(kinds[index]).bytes;
    let mut frame = vec![0; bytes];
    let (length, kind) = (bytes as u16, index as u8);
    Header { length, kind, reserved: 0, sequence: 0, nulls: 0 }.write(&mut frame);
    let mut offset = frame::HEADER_BYTES;
    for field in fields {
        let contents = &mut frame[offset..offset + field.ty.wire_bytes()];
        offset += contents.len();
        if matches!(field.ty, Type::Char(_)) {
            contents.fill(b' ');
        }
        contents[0] |= [0, 1, 1, 1, 2, 3][random.below(6)];
    }
    frame
}
