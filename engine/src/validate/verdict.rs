// SPDX-License-Identifier: Apache-2.0

//! Checks the verdict: its entries, its cycle, the instructions before and after it, and the stated
//! cycles.

use super::dataflow::EntriesReady;
use super::error::{Place, Problem, ProgramError};
use super::scope::Scope;
use crate::isa::{Instruction, Opcode, Operand, Phase, Space};
use crate::machine::{CYCLES_MAX, ENTRIES_MAX, RULES_PER_MESSAGE_MAX, TRANSMIT_CYCLES};
use crate::program::{Entry, FrameKind};

/// Checks that the entries are the rules of the message, each once and in file order, then checks.
pub(super) fn entries(scope: &Scope<'_>) -> Result<(), ProgramError> {
    let entries = &scope.transaction.entries;
    let place = Place::Transaction(scope.index);
    place.at_most("verdict entries", entries.len(), ENTRIES_MAX)?;
    let rules: Vec<Entry> = match scope.kind {
        FrameKind::Message(message) => scope.program.rules_of(message).map(Entry::Rule).collect(),
        FrameKind::Row(_) => Vec::new(),
    };
    place.at_most("rules of a message", rules.len(), RULES_PER_MESSAGE_MAX)?;
    let (first, others) = entries.split_at(rules.len().min(entries.len()));
    let only_checks = others.iter().all(|e| matches!(e, Entry::Check(_)));
    place.ensure(first == rules && only_checks, || Problem::RuleOrder)
}

pub(super) fn check(scope: &Scope<'_>, ready: &EntriesReady) -> Result<(), ProgramError> {
    let verdict = the_verdict(scope)?;
    entries_ready(scope, ready, verdict)?;
    phases(scope, verdict)?;
    cycles(scope, verdict)
}

fn the_verdict<'p>(scope: &Scope<'p>) -> Result<&'p Instruction, ProgramError> {
    let instructions = scope.transaction.instructions.iter().enumerate();
    let verdicts: Vec<_> = instructions.filter(|(_, i)| i.opcode == Opcode::Verdict).collect();
    let [(index, verdict)] = verdicts[..] else {
        let problem = Problem::Verdicts(verdicts.len());
        return Err(Place::Transaction(scope.index).error(problem));
    };
    let (cycle, parsed) = (verdict.cycle, scope.layout.parsed());
    scope
        .place(index, "cycle")
        .ensure(cycle >= parsed, || Problem::VerdictEarly { cycle, parsed })?;
    Ok(verdict)
}

fn entries_ready(
    scope: &Scope<'_>,
    ready: &EntriesReady,
    verdict: &Instruction,
) -> Result<(), ProgramError> {
    let cycle = verdict.cycle;
    for (index, ready) in ready.iter().enumerate() {
        let place = Place::Entry(scope.index, index);
        let operand = Operand::new(Space::Entry, index as u16);
        let ready = ready.ok_or_else(|| place.error(Problem::Unwritten(operand)))?;
        place.ensure(ready <= cycle, || Problem::NotReady { operand, ready, cycle })?;
    }
    Ok(())
}

/// Checks that instructions that read tables issue no later than the verdict, and instructions that
/// change tables no earlier than the verdict is known. Arithmetic for the commit may issue at any
/// time.
fn phases(scope: &Scope<'_>, verdict: &Instruction) -> Result<(), ProgramError> {
    let known = verdict.ready();
    for (index, instruction) in scope.transaction.instructions.iter().enumerate() {
        let place = scope.place(index, "cycle");
        match instruction.opcode.signature().phase {
            Phase::Check if instruction.opcode.reads_state() => place
                .ensure(instruction.cycle <= verdict.cycle, || Problem::CheckLate {
                    verdict: verdict.cycle,
                })?,
            Phase::Check | Phase::Verdict => {}
            Phase::Commit => {
                place.ensure(instruction.cycle >= known, || Problem::CommitEarly { known })?
            }
        }
    }
    Ok(())
}

/// Checks that the stated cycles match the schedule, and that no result arrives after them.
fn cycles(scope: &Scope<'_>, verdict: &Instruction) -> Result<(), ProgramError> {
    let place = Place::Transaction(scope.index);
    let stated = |what, found: u16, expected: u16| {
        place.ensure(found == expected, || Problem::Count {
            what,
            found: found.into(),
            expected: expected.into(),
        })
    };
    let verdict_cycles = verdict.ready() + TRANSMIT_CYCLES;
    stated("`verdict_cycles`", scope.transaction.verdict_cycles, verdict_cycles)?;
    let instructions = &scope.transaction.instructions;
    let changes = instructions.iter().filter(|i| i.opcode.signature().phase == Phase::Commit);
    let stored = verdict.ready() + scope.layout.store_cycles();
    let end = changes.map(Instruction::ready).fold(verdict_cycles.max(stored), u16::max);
    stated("`commit_cycles`", scope.transaction.commit_cycles, end)?;
    place.at_most("cycles", end.into(), CYCLES_MAX)?;
    for (index, instruction) in instructions.iter().enumerate() {
        let ready = instruction.ready();
        scope.place(index, "cycle").ensure(ready <= end, || Problem::InFlight { ready, end })?;
    }
    Ok(())
}
