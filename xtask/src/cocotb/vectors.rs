// SPDX-License-Identifier: Apache-2.0

//! The input of the cocotb bench of the top: registers, program words, frames, and the expected
//! answers.
//!
//! The bench (`hdl/cocotb/bench.py`) drives AXI and does not know the rules. The compiler makes
//! both programs; the reference interpreter makes the answers, in the layout of `engine::answer`.
//! Numbers wider than 53 bits are hexadecimal.

use engine::answer::{ACCEPT, BANK, ENTRY, FAILING, KIND, MALFORMED, OUTCOME, SESSION, WARNING};
use engine::build::Build;
use engine::executor::Executor;
use engine::frame::{self, FieldValue, Layout};
use engine::machine::{BEAT_BYTES, FRAME_BYTES_MAX};
use engine::microcode::{self, MicrocodeError, Write};
use engine::program::{Entry, Program};
use engine::reference::Reference;
use engine::registers::{ID_VALUE, REGISTERS, VERSION_VALUE};
use engine::value::Truth;
use engine::verdict::{Reason, Verdict};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use std::collections::BTreeMap;

/// The rule files, by program bank.
const RULES: [&str; 2] = [
    include_str!("../../../hdl/cocotb/first.rules"),
    include_str!("../../../hdl/cocotb/second.rules"),
];
/// The build that the bench drives.
pub const BUILD: Build = Build::SMALL;
/// Rows that the host loads, each with a different key.
const ROWS: i64 = 5;
/// The share of frames that are damaged.
const DAMAGED: f64 = 0.15;
const BEAT_WORDS: usize = BEAT_BYTES / 8;

/// The input of the bench.
#[derive(Debug, Serialize)]
pub struct Vectors {
    /// The seed of the pauses.
    pub seed: u64,
    /// The values of the identification registers.
    pub id: [u32; 2],
    /// Offsets of registers by name.
    pub registers: BTreeMap<&'static str, u16>,
    /// Words of the program of each program bank: memory, address, data.
    pub programs: Vec<Vec<(u16, u16, String)>>,
    /// Rows for the host to load before any frame.
    pub rows: Vec<Row>,
    /// The frames in order.
    pub frames: Vec<Frame>,
}

/// The frame of a row, and the expected answer.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Its bytes.
    pub data: String,
    /// The answer.
    pub answer: Beat,
}

/// A frame, and the expected answers.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// Its bytes, including those that `keep` leaves out.
    pub data: String,
    /// A digit for each byte: 1 if it is valid on the stream; `None` if all are.
    pub keep: Option<String>,
    /// The session that sends it.
    pub session: u16,
    /// The answer of the program in each program bank.
    pub answers: Vec<Beat>,
    /// The answer in each program bank if there are idle cycles between its beats.
    pub malformed: [Beat; 2],
}

/// An answer: its bits, and a mask of the bits that are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Beat {
    bits: String,
    mask: String,
}

/// The reason why the input cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum VectorsError {
    /// The rule file of a program bank does not compile.
    #[error("the rule file of program bank {0} does not compile")]
    Rules(usize),
    /// The core cannot run a program.
    #[error(transparent)]
    Microcode(#[from] MicrocodeError),
    /// The reference interpreter refuses a program.
    #[error("the reference interpreter refuses the program of program bank {0}")]
    Reference(usize),
}

/// Makes the input with a number of frames from a seed.
///
/// # Errors
/// [`VectorsError`]; the rule files are then wrong.
pub fn vectors(frame_count: usize, seed: u64) -> Result<Vectors, VectorsError> {
    let mut programs = Vec::new();
    let mut references = Vec::new();
    for (bank, rules) in RULES.iter().enumerate() {
        let program = rulec::compile(rules).0.ok_or(VectorsError::Rules(bank))?.for_hardware();
        let words = words(&program, bank as u8)?;
        programs.push(
            words
                .iter()
                .map(|w| (w.memory.number().into(), w.address, format!("{:x}", w.data)))
                .collect(),
        );
        references.push(Reference::new(program).map_err(|_| VectorsError::Reference(bank))?);
    }
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let rows = (0..ROWS).map(|key| row(&mut references, key)).collect();
    let frames = (0..frame_count as u32)
        .map(|sequence| frame(&mut references, sequence, &mut rng))
        .collect();
    let registers = REGISTERS.iter().map(|register| (register.name, register.offset)).collect();
    Ok(Vectors { seed, id: [ID_VALUE, VERSION_VALUE], registers, programs, rows, frames })
}

/// The words of a program, and zeros at each other address that the units read while it runs.
fn words(program: &Program, bank: u8) -> Result<Vec<Write>, MicrocodeError> {
    let mut words = microcode::load(program, bank, &BUILD)?;
    words.extend(microcode::blanks(program, bank, &words));
    // Words at consecutive addresses take two register writes each.
    words.sort_by_key(|word| (word.memory.number(), word.address));
    Ok(words)
}

fn number(ty: engine::schema::Type, rng: &mut ChaCha8Rng) -> i64 {
    let (low, high) = ty.bounds();
    match rng.random_range(0..20) {
        0 => rng.random_range(low..=high),
        1 => high,
        _ => rng.random_range(-1_i64..7).clamp(low, high),
    }
}

/// A row of the table that both programs have; every reference interpreter loads it.
fn row(references: &mut [Reference], key: i64) -> Row {
    let program = references[0].program();
    let layout = Layout::new(program.messages.len() as u8, &program.tables[0].columns);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let values = [FieldValue::Number(key), FieldValue::Number(3 * key - 2)];
    let data =
        layout.write(key as u32, &values, &mut buffer).expect("values fit their columns").to_vec();
    let verdicts: Vec<Verdict> =
        references.iter_mut().map(|reference| reference.load(&data)).collect();
    assert!(verdicts.iter().all(Verdict::is_accept), "the rows are all new");
    let answer = answer(references[0].program(), 0, &data, 0, Verdict::ACCEPT);
    Row { data: data.iter().map(|byte| format!("{byte:02x}")).collect(), answer }
}

fn frame(references: &mut [Reference], sequence: u32, rng: &mut ChaCha8Rng) -> Frame {
    let program = references[0].program();
    let message = rng.random_range(0..program.messages.len());
    let fields = &program.messages[message].fields;
    let value = |field: &engine::schema::ColumnDef, rng: &mut ChaCha8Rng| match field.nullable
        && rng.random_bool(0.2)
    {
        true => FieldValue::Null,
        false => FieldValue::Number(number(field.ty, rng)),
    };
    let values: Vec<FieldValue<'_>> = fields.iter().map(|field| value(field, rng)).collect();
    let layout = Layout::new(message as u8, fields);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let mut data =
        layout.write(sequence, &values, &mut buffer).expect("values fit their fields").to_vec();
    let keep = if rng.random_bool(DAMAGED) { damage(&mut data, rng) } else { None };
    let session = rng.random();
    let malformed = [0, 1]
        .map(|bank| answer(program, bank, &data, session, Verdict::refused(Reason::Malformed)));
    let answers = references.iter_mut().enumerate().map(|(bank, reference)| {
        let verdict = if keep.is_some() {
            Verdict::refused(Reason::Malformed)
        } else {
            reference.execute(&data)
        };
        answer(reference.program(), bank, &data, session, verdict)
    });
    let answers = answers.collect();
    let data = data.iter().map(|byte| format!("{byte:02x}")).collect();
    let keep = keep.map(|keep| keep.iter().map(|there| if *there { '1' } else { '0' }).collect());
    Frame { data, keep, session, answers, malformed }
}

/// Damages a frame outside its sequence number. Returns the valid bytes if one in the middle is not
/// valid.
fn damage(data: &mut Vec<u8>, rng: &mut ChaCha8Rng) -> Option<Vec<bool>> {
    match rng.random_range(0..8) {
        0 => data.truncate(data.len() - 1),
        1 => data.push(0),
        2 => data.extend([0x5a; 3 * BEAT_BYTES]),
        3 => data.extend([0x5a; 9 * BEAT_BYTES]),
        4 => data.truncate(BEAT_BYTES.min(data.len() - 1)),
        5 => data[2] ^= 1 << rng.random_range(0..8),
        6 => data[[0, 1, 3, 9, 10, 11][rng.random_range(0..6)]] ^= 1 << rng.random_range(0..8),
        _ => {
            let mut keep = vec![true; data.len()];
            keep[rng.random_range(8..data.len() - 1)] = false;
            return Some(keep);
        }
    }
    None
}

/// The beat that answers a frame by the program of a program bank.
fn answer(program: &Program, bank: usize, frame: &[u8], session: u16, verdict: Verdict) -> Beat {
    let mut bits = [0_u64; BEAT_WORDS];
    let mut mask = [u64::MAX; BEAT_WORDS];
    let mut put = |low: usize, value: u64| bits[low / 64] |= value << (low % 64);
    let sequence = frame::sequence(frame).unwrap_or(0);
    let kind = frame::kind(frame).unwrap_or(0);
    put(0, sequence.into());
    put(SESSION, session.into());
    put(KIND, u64::from(kind & 0x7f));
    put(BANK, bank as u64);
    // The entries begin with the rules of the message.
    for bit in 0..128 {
        put(FAILING + bit, (verdict.failing >> bit & 1) as u64);
        put(WARNING + bit, (verdict.warnings >> bit & 1) as u64);
    }
    match verdict.reason {
        // All entries are true, so that the number of the first that is not has no meaning.
        None => {
            put(ACCEPT, 1);
            mask[ENTRY / 64] &= !(0xff << (ENTRY % 64) | 7 << (OUTCOME % 64));
        }
        Some(Reason::Malformed) => put(MALFORMED, 1),
        Some(reason) => {
            let entries = &program.transactions[usize::from(kind)].entries;
            let first = entries
                .iter()
                .position(|entry| matches!(entry, Entry::Rule(r) if Some(*r) == verdict.rule));
            let outcome = Truth::ALL
                .iter()
                .position(|truth| Reason::of(*truth, Reason::False) == Some(reason));
            put(ENTRY, first.expect("only rules reject here") as u64);
            put(OUTCOME, outcome.expect("an outcome gives the reason") as u64);
        }
    }
    let hex =
        |words: [u64; BEAT_WORDS]| words.iter().rev().map(|word| format!("{word:016x}")).collect();
    Beat { bits: hex(bits), mask: hex(mask) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn words_of(hex: &str) -> [u64; BEAT_WORDS] {
        let word = |index: usize| {
            u64::from_str_radix(&hex[16 * index..16 * (index + 1)], 16).expect("a word")
        };
        std::array::from_fn(|index| word(BEAT_WORDS - 1 - index))
    }

    fn bytes(hex: &str) -> Vec<u8> {
        let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("a byte");
        (0..hex.len()).step_by(2).map(byte).collect()
    }

    #[test]
    fn answers_read_back_as_the_reference_gave_them_and_every_outcome_occurs() {
        let vectors = vectors(3_000, 1).expect("the rule files are right");
        for (bank, rules) in RULES.iter().enumerate() {
            let program = rulec::compile(rules).0.expect("it compiles").for_hardware();
            let mut reference = Reference::new(program.clone()).expect("it is sound");
            for row in &vectors.rows {
                reference.load(&bytes(&row.data));
            }
            let (mut reasons, mut warned) = (BTreeSet::new(), 0);
            for frame in vectors.frames.iter().filter(|frame| frame.keep.is_none()) {
                let data = bytes(&frame.data);
                let words = words_of(&frame.answers[bank].bits);
                assert_eq!(engine::answer::bank(&words), bank);
                let answered = engine::answer::read(&program, &words).expect("an answer");
                assert_eq!(
                    (answered.verdict, answered.session),
                    (reference.execute(&data), frame.session)
                );
                reasons.insert(answered.verdict.reason);
                warned += usize::from(answered.verdict.warnings != 0);
            }
            assert_eq!(warned > 100, bank == 1, "bank {bank}: {warned} warnings");
            let wanted = if bank == 0 { 6 } else { 4 };
            assert!(reasons.len() >= wanted, "bank {bank}: {reasons:?}");
        }
    }
}
