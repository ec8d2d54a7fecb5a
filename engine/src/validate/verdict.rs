// SPDX-License-Identifier: Apache-2.0

//! Checks the verdict: its entries, its cycle, the instructions before and after it, and the stated
//! cycles.

use super::dataflow::EntriesReady;
use super::error::{Place, Problem, ProgramError};
use super::scope::Scope;
use crate::isa::{Gate, Instruction, Opcode, Operand, Phase, Space};
use crate::machine::{ENTRIES_MAX, RULES_PER_MESSAGE_MAX, TRANSMIT_CYCLES, cycles_max};
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
    // The checks of a rule follow it.
    let of_rules = entries.iter().take_while(|e| !matches!(e, Entry::Check(_))).count();
    let (first, others) = entries.split_at(of_rules);
    let only_checks = others.iter().all(|e| matches!(e, Entry::Check(_)));
    let mut before = None;
    let follow = first.iter().all(|entry| match entry {
        Entry::Rule(rule) => {
            before = Some(*rule);
            true
        }
        Entry::RuleCheck(rule, _) => before == Some(*rule),
        Entry::Check(_) => false,
    });
    let named = first.iter().filter(|entry| matches!(entry, Entry::Rule(_)));
    let is_in_order = named.copied().eq(rules);
    place.ensure(is_in_order && only_checks && follow, || Problem::RuleOrder)?;
    let effects = &scope.transaction.effects;
    place.at_most("entries", entries.len() + effects.len(), ENTRIES_MAX)?;
    let only_checks = effects.iter().all(|e| matches!(e, Entry::Check(_)));
    place.ensure(only_checks, || Problem::EffectRule)
}

pub(super) fn check(scope: &Scope<'_>, ready: &EntriesReady) -> Result<(), ProgramError> {
    let verdict = the_verdict(scope)?;
    let settle = the_settle(scope)?;
    let (of_verdict, of_effects) = ready.split_at(scope.transaction.entries.len());
    entries_ready(scope, 0, of_verdict, verdict)?;
    if let Some(settle) = settle {
        entries_ready(scope, of_verdict.len(), of_effects, settle)?;
    }
    phases(scope, verdict, settle)?;
    cycles(scope, verdict, settle)
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

/// The instruction that settles the effects of a reject. There is one exactly where there are
/// effects.
fn the_settle<'p>(scope: &Scope<'p>) -> Result<Option<&'p Instruction>, ProgramError> {
    let instructions = &scope.transaction.instructions;
    let settles: Vec<_> = instructions.iter().filter(|i| i.opcode == Opcode::Settle).collect();
    let needs_one = !scope.transaction.effects.is_empty()
        || instructions.iter().any(|i| i.gate == Gate::Reject && i.opcode != Opcode::Settle);
    let (found, expected) = (settles.len() as u64, u64::from(needs_one));
    Place::Transaction(scope.index).ensure(found == expected, || Problem::Count {
        what: "number of settles",
        found,
        expected,
    })?;
    Ok(settles.first().copied())
}

/// Checks that entries from `first` on are written when the instruction that takes them issues.
fn entries_ready(
    scope: &Scope<'_>,
    first: usize,
    ready: &[Option<u16>],
    taken_by: &Instruction,
) -> Result<(), ProgramError> {
    let cycle = taken_by.cycle;
    for (index, ready) in (first..).zip(ready) {
        let place = Place::Entry(scope.index, index);
        let operand = Operand::new(Space::Entry, index as u16);
        let ready = ready.ok_or_else(|| place.error(Problem::Unwritten(operand)))?;
        place.ensure(ready <= cycle, || Problem::NotReady { operand, ready, cycle })?;
    }
    Ok(())
}

/// Checks that instructions that read tables have read them by the decision of their side, and
/// instructions that change tables no earlier than that decision is known. Arithmetic may issue at
/// any time, and with a gate once the verdict is known.
fn phases(
    scope: &Scope<'_>,
    verdict: &Instruction,
    settle: Option<&Instruction>,
) -> Result<(), ProgramError> {
    for (index, instruction) in scope.transaction.instructions.iter().enumerate() {
        let place = scope.place(index, "cycle");
        let phase = instruction.opcode.signature().phase;
        let gate = instruction.gate;
        let is_effect = gate == Gate::Reject;
        let has_gate = match phase {
            Phase::Check => is_effect || instruction.opcode != Opcode::Named,
            Phase::Verdict => !is_effect,
            Phase::Settle => is_effect,
            Phase::Commit => true,
        };
        place.ensure(has_gate, || Problem::Gate(gate))?;
        let decision = if is_effect { settle.unwrap_or(verdict) } else { verdict };
        if is_effect || phase == Phase::Commit {
            let before = if phase == Phase::Commit { decision } else { verdict };
            let known = before.ready();
            place.ensure(instruction.cycle >= known, || Problem::CommitEarly { known })?;
        }
        if phase == Phase::Check && instruction.opcode.reads_state() {
            let verdict = decision.cycle;
            // A scan reads rows until its results are there.
            let read = match instruction.opcode {
                Opcode::Scan => instruction.ready(),
                _ => instruction.cycle,
            };
            place.ensure(read <= verdict, || Problem::CheckLate { verdict })?;
        }
    }
    Ok(())
}

/// Checks that the stated cycles match the schedule, and that no result arrives after them.
fn cycles(
    scope: &Scope<'_>,
    verdict: &Instruction,
    settle: Option<&Instruction>,
) -> Result<(), ProgramError> {
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
    let decided = settle.map_or(verdict.ready(), Instruction::ready);
    let stored = decided + scope.layout.store_cycles().max(TRANSMIT_CYCLES);
    let end = changes.map(Instruction::ready).fold(verdict_cycles.max(stored), u16::max);
    stated("`commit_cycles`", scope.transaction.commit_cycles, end)?;
    place.at_most("cycles", end.into(), cycles_max(!scope.transaction.scans.is_empty()))?;
    for (index, instruction) in instructions.iter().enumerate() {
        let ready = instruction.ready();
        scope.place(index, "cycle").ensure(ready <= end, || Problem::InFlight { ready, end })?;
    }
    Ok(())
}
