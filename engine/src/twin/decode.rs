// SPDX-License-Identifier: Apache-2.0

//! Decodes a transaction into micro-operations, when its program is prepared.
//!
//! The operations before and after the verdict become two lists. `decoder` decodes each
//! instruction.
//!
//! Every instruction of a validated program can be decoded. In any other program, a commit before
//! the verdict and an instruction on a missing table or column are omitted.

use super::decoder::Decoder;
use super::indices::{TruthIndex, ValueIndex};
use super::micro::Micro;
use super::places::Places;
use super::prefetch::with_prefetches;
use super::scan::Scans;
use super::shape::Shape;
use super::texts::Stores;
use crate::frame::Layout;
use crate::isa::{Gate, Instruction, Opcode, Phase};
use crate::machine::ENTRIES_MAX;
use crate::program::{Entry, FrameKind, Program, Transaction};

/// A decoded transaction.
pub struct Plan {
    /// The layout of its frames.
    pub layout: Layout,
    /// The value of the first field; the others follow.
    pub fields: ValueIndex,
    /// The operations before the verdict.
    pub check: Vec<Micro>,
    /// The entries of the verdict.
    pub entries: Vec<Entry>,
    /// The operations after the verdict of an accepted message.
    pub commit: Vec<Micro>,
    /// Those that say which texts the commit stores.
    pub stores: Vec<Micro>,
    /// One bit for each field whose text no operation reads, if such a text takes no code.
    pub unread: u32,
    /// The effects of a reject by a rule, if there are any.
    pub effects: Option<Effects>,
    /// The number of counters, which are zero at the start of a message.
    pub counters: usize,
    /// The most rows that it can reserve.
    pub reserves_max: usize,
    /// The checks for room in lists.
    pub rooms_max: usize,
}

/// The decoded effects of a reject.
pub struct Effects {
    /// The operations before the effects are settled.
    pub check: Vec<Micro>,
    /// Their entries, which follow those of the verdict.
    pub entries: Vec<Entry>,
    /// Whether they are wanted.
    pub when: TruthIndex,
    /// The operations after that.
    pub commit: Vec<Micro>,
    /// Those that say which texts the commit stores.
    pub stores: Vec<Micro>,
}

/// Decodes a transaction of a program over tables of these shapes. Its scans are those of the
/// program from a number on.
pub fn decode(
    program: &Program,
    tables: &[Shape],
    kind: FrameKind,
    from: &Transaction,
    (scans, first_scan): (Option<&mut Scans>, usize),
) -> Plan {
    let places = Places::new(program.constants.len(), program.fields(kind).len());
    let (first_field, results) = (places.first_field(), places.next_value());
    let mut decoder = Decoder::new(tables, places);
    decoder.entries = &from.entries;
    decoder.counts_texts = program.dictionary.reuses_codes;
    decoder.first_scan = first_scan as u16;
    let instructions = &from.instructions;
    let verdict = instructions.iter().position(|i| i.opcode == Opcode::Verdict);
    let (before, after) = instructions.split_at(verdict.unwrap_or(instructions.len()));
    let mut check = Vec::with_capacity(before.len());
    let mut known = Vec::with_capacity(before.len());
    for instruction in before {
        if instruction.opcode.signature().phase != Phase::Commit {
            decoder.instruction(instruction, &mut check);
            known.resize(check.len(), decoder.places.next_value());
        }
    }
    let (commit, stores, effects) = decoder.after_verdict(from, after);
    if let Some(scans) = scans {
        for (number, scan) in (first_scan..).zip(&from.scans) {
            scans.connect(number, scan, &mut decoder.places);
        }
    }
    let entries = verdict.map_or(0, |at| usize::from(instructions[at].operands[1].index));
    Plan {
        layout: program.layout(kind),
        fields: first_field,
        check: with_prefetches(&check, &known, results),
        entries: from.entries.iter().take(entries.min(ENTRIES_MAX)).copied().collect(),
        commit,
        stores,
        unread: if program.dictionary.reuses_codes { from.unread_fields() } else { 0 },
        effects,
        counters: decoder.counter_count(),
        reserves_max: instructions.iter().filter(|i| i.opcode == Opcode::Reserve).count(),
        rooms_max: instructions.iter().filter(|i| i.opcode == Opcode::Room).count(),
    }
}

impl Decoder<'_> {
    /// The commit of an accepted message and the effects of a reject. Arithmetic without a gate is
    /// part of both.
    fn after_verdict(
        &mut self,
        from: &Transaction,
        after: &[Instruction],
    ) -> (Vec<Micro>, Vec<Micro>, Option<Effects>) {
        let (mut commit, mut on_reject, mut effects) = (Vec::new(), Vec::new(), None);
        let (mut stores, mut stores_on_reject) = (Stores::default(), Stores::default());
        for i in after {
            let (first, first_on_reject) = (commit.len(), on_reject.len());
            let phase = i.opcode.signature().phase;
            match (phase, i.gate) {
                (Phase::Settle, _) => {
                    stores_on_reject = Stores::default();
                    effects = Some(Effects {
                        check: std::mem::take(&mut on_reject),
                        entries: from.effects.clone(),
                        when: self.places.predicate(i.operands[2]),
                        commit: Vec::new(),
                        stores: Vec::new(),
                    });
                    continue;
                }
                (Phase::Check | Phase::Commit, Gate::Reject) => {
                    self.instruction(i, &mut on_reject);
                }
                (Phase::Check, Gate::Accept) => {
                    self.instruction(i, &mut commit);
                    on_reject.extend_from_slice(&commit[first..]);
                }
                (Phase::Verdict | Phase::Commit, Gate::Accept) => self.instruction(i, &mut commit),
                (Phase::Verdict, Gate::Reject) => {}
            }
            stores.add(phase, &commit[first..]);
            stores_on_reject.add(phase, &on_reject[first_on_reject..]);
        }
        if let Some(effects) = &mut effects {
            (effects.commit, effects.stores) = (on_reject, stores_on_reject.finish());
        }
        (commit, stores.finish(), effects)
    }
}
