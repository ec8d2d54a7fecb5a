// SPDX-License-Identifier: Apache-2.0

//! An instruction and its encoding as a 128-bit word.

use super::gate::Gate;
use super::operand::{Operand, Space};
use super::role::Role;
use super::set::{Opcode, UnitClass};
use crate::machine::{KEY_COLUMNS_MAX, PUBLISH_CYCLES, SCAN_CYCLES_MAX};
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
    /// The side of the verdict on which it executes.
    pub gate: Gate,
    /// `dst`, `a`, `b`, `c`, `d`, `e`.
    pub operands: [Operand; 6],
}

/// The operands that an instruction has for its key.
pub const KEY_OPERANDS: usize = 4;
const _: () = assert!(KEY_COLUMNS_MAX <= 2 * KEY_OPERANDS, "an operand holds at most two columns");

/// The bit of the field of the cycle that is set for [`Gate::Reject`].
const GATE_BIT: u16 = 15;
const _: () = assert!(SCAN_CYCLES_MAX <= 1 << GATE_BIT, "a cycle leaves the bit of the gate free");

impl Instruction {
    /// An instruction with [`Gate::Accept`].
    pub const fn new(opcode: Opcode, unit: u8, cycle: u16, operands: [Operand; 6]) -> Instruction {
        Instruction { opcode, unit, cycle, gate: Gate::Accept, operands }
    }

    /// The same instruction with a gate.
    #[must_use]
    pub const fn gated(self, gate: Gate) -> Instruction {
        Instruction { gate, ..self }
    }

    /// The encoded form.
    pub fn encode(&self) -> Word {
        let [dst, a, b, c, d, e] = self.operands.map(Operand::encode);
        Word([
            u16::from(self.opcode as u8) | u16::from(self.unit) << 8,
            self.cycle | (self.gate as u16) << GATE_BIT,
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
        let gate = if cycle >> GATE_BIT == 0 { Gate::Accept } else { Gate::Reject };
        Ok(Instruction { opcode, unit, cycle: cycle & !(1 << GATE_BIT), gate, operands })
    }

    /// The operands of its key that are present, if it has a key.
    pub fn key_operands(&self) -> impl Iterator<Item = Operand> {
        let roles = self.opcode.signature().roles;
        let operands = self.operands.into_iter().zip(roles);
        operands
            .filter(|(operand, role)| *role == Role::ReadKey && operand.is_some())
            .map(|(o, _)| o)
    }

    /// The first cycle in which the result can be read. A lane's result takes [`PUBLISH_CYCLES`]
    /// longer to a slot than to a local, and a scan takes the cycles that it states.
    pub fn ready(&self) -> u16 {
        let signature = self.opcode.signature();
        if self.opcode == Opcode::Scan {
            return self.cycle + self.operands[3].index;
        }
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
            let instruction = Instruction::new(
                signature.opcode,
                47,
                511,
                std::array::from_fn(|i| operand(i as u16)),
            );
            for gate in [Gate::Accept, Gate::Reject] {
                let instruction = instruction.gated(gate);
                assert_eq!(Instruction::decode(instruction.encode()), Ok(instruction));
            }
        }
    }
}
