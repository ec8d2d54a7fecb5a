// SPDX-License-Identifier: Apache-2.0

//! Decodes the instructions on lists: scans with their results, and what keeps the lists.

use super::decoder::Decoder;
use super::micro::Micro;
use super::scan_micro::{OnList, Scan};
use super::wide_decode::register;
use super::wide_micro::Wide;
use crate::isa::{Instruction, Opcode};

impl Decoder<'_> {
    /// An operation on a list.
    pub(super) fn on_list(&mut self, i: &Instruction) -> Option<Micro> {
        Some(Micro::OnList(match i.opcode {
            Opcode::Scan => self.scan(i),
            Opcode::Result => self.result(i),
            Opcode::WideResult => return Some(self.wide_result(i)),
            Opcode::Sound => self.sound(i),
            Opcode::Room => return Some(self.room(i)),
            Opcode::Within => self.within(i),
            Opcode::Enter => self.enter(i),
            Opcode::Leave => self.leave(i),
            Opcode::Patch => self.patch(i),
            Opcode::Apply => self.apply(i),
            _ => return None,
        }))
    }

    fn scan(&mut self, i: &Instruction) -> OnList {
        let [dst, group, number, _, _, when] = i.operands;
        let group = self.places.read(None, group);
        let when = self.places.predicate(when);
        let (dst, number) = (self.places.write(None, dst), self.first_scan + number.index);
        OnList::Scan(Scan { dst, table: i.unit, group, number, when })
    }

    fn result(&mut self, i: &Instruction) -> OnList {
        let [dst, scan, accumulator, place, ..] = i.operands;
        let scan = self.places.read(None, scan);
        let (accumulator, place) = (accumulator.index as u8, place.index as u8);
        OnList::Result { dst: self.places.write(None, dst), scan, accumulator, place }
    }

    fn sound(&mut self, i: &Instruction) -> OnList {
        let [entry, scan, guard, ..] = i.operands;
        let (scan, guard) = (self.places.read(None, scan), self.places.predicate(guard));
        OnList::Sound { entry: self.places.write_truth(entry), scan, guard }
    }

    fn within(&mut self, i: &Instruction) -> OnList {
        let [entry, scan, accumulator, most, guard, _] = i.operands;
        let (scan, guard) = (self.places.read(None, scan), self.places.predicate(guard));
        let (accumulator, most) = (accumulator.index as u8, most.index as u8);
        let entry = self.places.write_truth(entry);
        OnList::Within { entry, scan, accumulator, most, guard }
    }

    fn enter(&mut self, i: &Instruction) -> OnList {
        let [_, group, row, _, _, guard] = i.operands;
        let (group, row) = (self.places.read(None, group), self.places.read(None, row));
        OnList::Enter { table: i.unit, group, row, guard: self.places.predicate(guard) }
    }

    fn leave(&mut self, i: &Instruction) -> OnList {
        let guard = self.places.predicate(i.operands[5]);
        OnList::Leave { table: i.unit, row: self.places.read(None, i.operands[1]), guard }
    }

    fn apply(&mut self, i: &Instruction) -> OnList {
        let [_, scan, .., guard] = i.operands;
        let (scan, guard) = (self.places.read(None, scan), self.places.predicate(guard));
        OnList::Apply { table: i.unit, scan, guard }
    }

    fn patch(&mut self, i: &Instruction) -> OnList {
        let [_, row, column, value, ..] = i.operands;
        let (row, value) = (self.places.read(None, row), self.places.read(None, value));
        OnList::Patch { table: i.unit, row, column: column.index as u8, value }
    }

    fn room(&mut self, i: &Instruction) -> Micro {
        let (key, guard) = (self.key(i), self.places.predicate(i.operands[5]));
        Micro::Room { entry: self.places.write_truth(i.operands[0]), key, guard }
    }

    /// An accumulator of a scan as a wide value.
    fn wide_result(&mut self, i: &Instruction) -> Micro {
        let [dst, scan, accumulator, place, ..] = i.operands;
        let scan = self.places.read(None, scan);
        let (accumulator, place) = (accumulator.index as u8, place.index as u8);
        Micro::Wide(Wide::Result { dst: register(dst), scan, accumulator, place })
    }
}
