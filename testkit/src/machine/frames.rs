// SPDX-License-Identifier: Apache-2.0

//! Random frames for random programs.

use crate::rng::Rng;
use engine::frame::{FieldValue, ModeChange};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::rule::Mode;
use engine::schema::{ColumnDef, RuleId, Type};

const TEXTS: [&str; 9] = ["60", "600", "601234", "SH A", "SH", "SH  A", "", "A", "B"];

/// A random frame for a program: mostly a message, sometimes a row, a change of a mode, or bytes
/// that are no frame.
pub fn random_frame(rng: &mut Rng, program: &Program) -> Vec<u8> {
    let mut buffer = [0; FRAME_BYTES_MAX];
    let kind = match rng.weighted(&[70, 14, 4, 4, 8]) {
        4 => {
            let rule = RuleId(rng.below(program.rules.len() + 1) as u16);
            let change = ModeChange { rule, mode: *rng.pick(&Mode::ALL) };
            return change.write(0, &mut buffer).to_vec();
        }
        kind => kind,
    };
    let of_kind = program.frame_kinds().nth(kind).expect("there are four kinds of frames");
    let fields = program.fields(of_kind);
    let texts: Vec<&str> = fields.iter().map(|_| *rng.pick(&TEXTS)).collect();
    let values: Vec<FieldValue<'_>> =
        fields.iter().zip(texts).map(|(field, text)| value(rng, field, text)).collect();
    let layout = program.layout(of_kind);
    let mut frame =
        layout.write(0, &values, &mut buffer).expect("the values fit their fields").to_vec();
    if rng.percent(3) {
        let byte = rng.below(frame.len());
        frame[byte] ^= 1 << rng.below(8);
    }
    frame
}

fn value<'t>(rng: &mut Rng, field: &ColumnDef, text: &'t str) -> FieldValue<'t> {
    if field.nullable && rng.percent(12) {
        return FieldValue::Null;
    }
    if matches!(field.ty, Type::Char(_)) {
        return FieldValue::Text(text.as_bytes());
    }
    if !field.nullable {
        return FieldValue::Number(rng.below(7) as i64);
    }
    let (low, high) = field.ty.bounds();
    let number = match rng.weighted(&[8, 4, 2, 1, 1]) {
        0 => rng.below(41) as i64 - 20,
        1 => rng.below(2_000_000) as i64 - 1_000_000,
        2 => rng.bits() as i64,
        3 => low,
        _ => high,
    };
    FieldValue::Number(number.clamp(low, high))
}
