// SPDX-License-Identifier: Apache-2.0

//! An instruction and its encoding as a 128-bit word.

use super::operand::{Operand, Space};
use super::set::{Opcode, UnitClass};
use crate::machine::PUBLISH_CYCLES;
use bytemuck::{Pod, Zeroable};

/// The encoded form of an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Word(pub [u16; 8]);

/// An instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// The operation.
    pub opcode: Opcode,
    /// The lane, logic unit or table that executes it.
    pub unit: u8,
    /// The cycle in which it issues; the frame's first beat arrives in cycle 0.
    pub cycle: u16,
    /// `dst`, `a`, `b`, `c`, `d`, `e`.
    pub operands: [Operand; 6],
}

impl Instruction {
    /// The encoded form.
    pub fn encode(&self) -> Word {
        let [dst, a, b, c, d, e] = self.operands.map(Operand::encode);
        Word([
            u16::from(self.opcode as u8) | u16::from(self.unit) << 8,
            self.cycle,
            dst,
            a,
            b,
            c,
            d,
            e,
        ])
    }

    /// The instruction that a word encodes.
    ///
    /// # Errors
    /// The name of the first field that encodes nothing.
    pub fn decode(word: Word) -> Result<Instruction, &'static str> {
        let [head, cycle, fields @ ..] = word.0;
        let [code, unit] = head.to_le_bytes();
        let opcode = Opcode::decode(code).ok_or("opcode")?;
        let mut operands = [Operand::NONE; 6];
        for ((operand, bits), name) in
            operands.iter_mut().zip(fields).zip(["dst", "a", "b", "c", "d", "e"])
        {
            *operand = Operand::decode(bits).ok_or(name)?;
        }
        Ok(Instruction { opcode, unit, cycle, operands })
    }

    /// The first cycle in which the result can be read. A lane's result takes [`PUBLISH_CYCLES`]
    /// longer to a slot than to a local.
    pub fn ready(&self) -> u16 {
        let signature = self.opcode.signature();
        let published = signature.unit == UnitClass::Lane && self.operands[0].space == Space::Slot;
        self.cycle + signature.latency + if published { PUBLISH_CYCLES } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isa::INSTRUCTION_SET;

    #[test]
    fn words_round_trip() {
        for signature in INSTRUCTION_SET {
            let operand = |i: u16| {
                Operand::new(
                    Space::ALL[1 + (usize::from(i) + usize::from(signature.opcode as u8)) % 7],
                    8191 - i,
                )
            };
            let instruction = Instruction {
                opcode: signature.opcode,
                unit: 47,
                cycle: 511,
                operands: std::array::from_fn(|i| operand(i as u16)),
            };
            assert_eq!(Instruction::decode(instruction.encode()), Ok(instruction));
        }
    }
}
