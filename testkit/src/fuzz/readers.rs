// SPDX-License-Identifier: Apache-2.0

//! Hostile bytes as a rule file, as a program image and as a CSV file.

use engine::executor::{Executor, digest};
use engine::frame::Header;
use engine::image;
use engine::program::Program;
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use files::csv_input::CsvReader;
use files::events::EventReader;
use files::tables::TableReader;
use rulec::diagnostic::Severity;
use std::sync::{Arc, OnceLock};

/// Compiles the bytes as a rule file. There is a program exactly if there is no error, and encoding
/// and decoding it as an image does not change it.
pub fn compiler(bytes: &[u8]) {
    let text = match rulec::parse::decode(bytes) {
        Ok(text) => text,
        Err(diagnostic) => {
            diagnostic.render("fuzz.rules", &String::from_utf8_lossy(bytes), false);
            return;
        }
    };
    let (program, diagnostics) = rulec::compile(text);
    for diagnostic in &diagnostics {
        assert!(!diagnostic.render("fuzz.rules", text, false).is_empty());
    }
    let refused = diagnostics.iter().any(|d| d.severity == Severity::Error);
    assert_eq!(program.is_none(), refused, "there is a program exactly if there is no error");
    if let Some(program) = program {
        let decoded = image::decode(&image::encode(&program));
        assert_eq!(
            decoded.as_ref(),
            Ok(&program),
            "the program is valid and its image decodes to the same program"
        );
    }
}

/// Decodes the bytes as an image, and as the body of an image with a valid header, which passes the
/// checksum. A program that decodes runs on both executors with the same answers.
pub fn program_image(bytes: &[u8]) {
    // Without a valid header: nearly always refused, but never with a crash.
    let _ = image::decode(bytes);
    let Ok(program) = image::decode(&image::with_header(bytes)) else { return };
    // A limit for the memory of the fuzzer. Larger tables behave the same.
    if program.tables.iter().map(|t| u64::from(t.rows_max)).sum::<u64>() > 1 << 20 {
        return;
    }
    let program = Arc::new(program);
    let (Ok(mut reference), Ok(mut twin)) =
        (Reference::new(Arc::clone(&program)), Twin::new(Arc::clone(&program)))
    else {
        panic!("the decoder accepts a program that the executors refuse");
    };
    for (index, kind) in program.frame_kinds().enumerate() {
        let layout = program.layout(kind);
        for seed in [0, 1, 0x7f] {
            let mut frame = vec![seed; layout.bytes];
            let mut header = Header::read(&frame).expect("a frame has a header");
            header.length = layout.bytes as u16;
            header.kind = index as u8;
            header.reserved = 0;
            header.nulls = 0;
            header.write(&mut frame);
            assert_eq!(reference.load(&frame), twin.load(&frame));
            assert_eq!(reference.execute(&frame), twin.execute(&frame));
        }
    }
    for table in 0..program.tables.len() {
        let table = TableId(table as u16);
        assert_eq!(digest(&reference, table), digest(&twin, table));
    }
}

/// Reads the bytes after the first as a CSV file. The first byte chooses the file: one of the
/// tables of `rules/broker.rules`, or its events.
pub fn csv(bytes: &[u8]) {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let program = broker();
    let reader = CsvReader::new("fuzz.csv", bytes);
    let tables = program.declared_tables().len();
    let choice = usize::from(*choice) % (tables + 1);
    let end = if choice < tables {
        TableReader::new(reader, program, TableId(choice as u16)).and_then(|mut reader| {
            while reader.next_frame()?.is_some() {}
            Ok(())
        })
    } else {
        EventReader::new(reader, program).and_then(|mut reader| {
            while reader.next_event()?.is_some() {}
            Ok(())
        })
    };
    if let Err(error) = end {
        assert!(error.to_string().starts_with("fuzz.csv"), "an error names its file: {error}");
    }
}

/// The rule set whose tables and events [`csv`] reads.
const RULES: &str = include_str!("../../../rules/broker.rules");

fn broker() -> &'static Program {
    static PROGRAM: OnceLock<Program> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let (program, diagnostics) = rulec::compile(RULES);
        program.unwrap_or_else(|| panic!("the broker's rules do not compile: {diagnostics:?}"))
    })
}
