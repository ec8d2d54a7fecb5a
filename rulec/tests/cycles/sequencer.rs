// SPDX-License-Identifier: Apache-2.0

//! The sequencer and the memories, stepped cycle by cycle: frames that follow one another as early
//! as the releases say.
//!
//! It knows no values. Each memory knows which changes are under way, and each register when its
//! value arrives; whatever is read too early or changed too early is a fault.

use crate::memory::{Memory, changes, follows, looks_at};
use crate::scan_unit::{self, Run};
use engine::frame::Layout;
use engine::isa::{Gate, Instruction, Opcode, Operand, Phase, Space};
use engine::overlap::Release;
use engine::program::Program;
use std::collections::{BTreeMap, HashMap};

/// What goes wrong in a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An instruction reads a register before its value arrives.
    Register(String),
    /// A memory is read before a change that comes first has ended.
    Early(String),
    /// A memory is changed before a read that comes first has ended.
    Overwritten(String),
    /// A scan issues while its unit still reads rows for another one.
    Unit(String),
    /// A value arrives after the next frame was taken.
    Late(String),
    /// The verdict issues before or after the first cycle in which it can.
    Verdict(String),
    /// A stated number of cycles is not that of the model.
    Stated(String),
}

struct Change {
    frame: usize,
    gate: Gate,
    issued: u64,
    lands: u64,
}

struct Read {
    frame: usize,
    gate: Gate,
    first: u64,
    last: u64,
}

/// Where a register is: the unit of a local, and the operand.
type Register = (u8, Operand);

/// A frame in the machine.
struct Frame {
    kind: usize,
    start: u64,
    next: usize,
    arrivals: HashMap<Register, u64>,
    entries: BTreeMap<u16, u64>,
    /// The last cycle in which it reads state, on each side.
    read: [u64; 2],
    decided: bool,
}

pub struct Machine<'p> {
    program: &'p Program,
    layouts: Vec<Layout>,
    releases: &'p [Release],
    /// The runs of the scans of each transaction.
    runs: Vec<Vec<Run>>,
    changes: BTreeMap<Memory, Vec<Change>>,
    reads: BTreeMap<Memory, Vec<Read>>,
    /// The cycle from which each scan unit can take another scan.
    units: BTreeMap<u8, u64>,
}

impl<'p> Machine<'p> {
    pub fn new(program: &'p Program, releases: &'p [Release]) -> Machine<'p> {
        let runs = program.transactions.iter().map(|transaction| {
            let bound = |list: usize| {
                let hidden = program.tables[list].hidden.as_ref();
                hidden.and_then(|hidden| hidden.list.as_ref()).map_or(0, |list| list.bound)
            };
            let scans = transaction.scans.iter();
            scans.map(|scan| scan_unit::run(program, scan, bound(scan.list.0.into()))).collect()
        });
        Machine {
            layouts: program.frame_kinds().map(|kind| program.layout(kind)).collect(),
            runs: runs.collect(),
            program,
            releases,
            changes: BTreeMap::new(),
            reads: BTreeMap::new(),
            units: BTreeMap::new(),
        }
    }

    /// Takes frames of these kinds one after the other.
    ///
    /// # Errors
    /// The first fault.
    pub fn run(&mut self, kinds: &[usize]) -> Result<(), Fault> {
        self.changes.clear();
        self.reads.clear();
        self.units.clear();
        let mut start = 0;
        let mut frames: Vec<Frame> = Vec::new();
        for kind in kinds {
            frames.push(self.frame(*kind, start));
            start += u64::from(self.releases[*kind].cycles);
        }
        let end = frames.iter().map(|frame| {
            frame.start + u64::from(self.program.transactions[frame.kind].commit_cycles)
        });
        let end = end.max().unwrap_or(0);
        for cycle in 0..=end {
            for index in 0..frames.len() {
                let next_start = frames.get(index + 1).map_or(u64::MAX, |next| next.start);
                self.step(index, &mut frames[index], cycle, next_start)?;
            }
        }
        self.check_stated(&frames)
    }

    fn frame(&self, kind: usize, start: u64) -> Frame {
        let layout = &self.layouts[kind];
        let field = |field: usize| {
            let arrival = start + u64::from(layout.field_ready(field));
            ((0, Operand::slot(field as u16)), arrival)
        };
        Frame {
            kind,
            start,
            next: 0,
            arrivals: (0..layout.field_count()).map(field).collect(),
            entries: BTreeMap::new(),
            read: [start; 2],
            decided: false,
        }
    }

    /// Issues the instructions of a frame in a cycle.
    fn step(
        &mut self,
        index: usize,
        frame: &mut Frame,
        cycle: u64,
        next_start: u64,
    ) -> Result<(), Fault> {
        let instructions = &self.program.transactions[frame.kind].instructions;
        while let Some(instruction) = instructions.get(frame.next)
            && frame.start + u64::from(instruction.cycle) == cycle
        {
            frame.next += 1;
            let name = format!("{:?} of frame {index} in cycle {cycle}", instruction.opcode);
            self.read_registers(frame, instruction, cycle, &name)?;
            match instruction.opcode.signature().phase {
                Phase::Check => self.check(index, frame, instruction, cycle, &name)?,
                Phase::Verdict | Phase::Settle => self.decide(frame, instruction, cycle, &name)?,
                Phase::Commit => self.commit(index, instruction, cycle, &name)?,
            }
            self.write_registers(frame, instruction, cycle, next_start, &name)?;
        }
        Ok(())
    }

    fn read_registers(
        &self,
        frame: &Frame,
        instruction: &Instruction,
        cycle: u64,
        name: &str,
    ) -> Result<(), Fault> {
        let roles = instruction.opcode.signature().roles;
        let read = instruction.operands.into_iter().zip(roles).filter(|(_, role)| role.reads());
        let mut all: Vec<Operand> = read.map(|(operand, _)| operand).collect();
        if instruction.opcode == Opcode::Scan {
            let scan = self.scan(frame, instruction);
            let scan = &self.program.transactions[frame.kind].scans[scan];
            all.extend(scan.captures.iter().copied());
            all.extend(scan.since.map(|since| since.time));
        }
        let is_register = |operand: &Operand| {
            matches!(operand.space, Space::Slot | Space::Local | Space::Predicate | Space::Wide)
        };
        for operand in all.into_iter().filter(is_register) {
            match frame.arrivals.get(&register(instruction, operand)) {
                Some(arrival) if *arrival <= cycle => {}
                arrival => {
                    let at = format!("{name} reads {operand:?}, which arrives in {arrival:?}");
                    return Err(Fault::Register(at));
                }
            }
        }
        Ok(())
    }

    fn scan(&self, frame: &Frame, instruction: &Instruction) -> usize {
        debug_assert_eq!(instruction.opcode, Opcode::Scan);
        let scan = usize::from(instruction.operands[2].index);
        assert!(scan < self.runs[frame.kind].len(), "the transaction has the scan");
        scan
    }

    fn check(
        &mut self,
        index: usize,
        frame: &mut Frame,
        instruction: &Instruction,
        cycle: u64,
        name: &str,
    ) -> Result<(), Fault> {
        let mut read: Vec<(Memory, u64, u64)> =
            looks_at(instruction).into_iter().map(|memory| (memory, cycle, cycle)).collect();
        if instruction.opcode == Opcode::Scan {
            let run = &self.runs[frame.kind][self.scan(frame, instruction)];
            let span = |(memory, first, last): &(Memory, u32, u32)| {
                (*memory, cycle + u64::from(*first), cycle + u64::from(*last))
            };
            read = run.reads.iter().map(span).collect();
            let busy = self.units.entry(instruction.unit).or_default();
            if cycle < *busy {
                return Err(Fault::Unit(format!("{name}: the unit is busy until {busy}")));
            }
            *busy = read.iter().map(|(.., last)| last + 1).max().unwrap_or(cycle);
            // Everything is read when the results are there.
            let side = usize::from(instruction.gate == Gate::Reject);
            frame.read[side] = frame.read[side].max(u64::from(instruction.ready()) + frame.start);
        }
        let gate = instruction.gate;
        let side = usize::from(gate == Gate::Reject);
        for (memory, first, last) in read {
            // The decision can follow in the cycle of the last read.
            frame.read[side] = frame.read[side].max(last);
            for change in self.changes.get(&memory).into_iter().flatten() {
                if change.frame < index && change.lands > first {
                    let at = format!("{name} reads {memory:?}, changed in {}", change.lands);
                    return Err(Fault::Early(at));
                }
                let is_other_side = (change.gate, gate) == (Gate::Accept, Gate::Reject);
                if change.frame == index && change.issued < last && !is_other_side {
                    let at = format!("{name} reads {memory:?} until {last}");
                    return Err(Fault::Overwritten(at));
                }
            }
            self.reads.entry(memory).or_default().push(Read { frame: index, gate, first, last });
        }
        Ok(())
    }

    fn commit(
        &mut self,
        index: usize,
        instruction: &Instruction,
        cycle: u64,
        name: &str,
    ) -> Result<(), Fault> {
        for memory in follows(self.program, instruction) {
            // Only one side of the verdict is carried out.
            let mut before = self
                .changes
                .get(&memory)
                .into_iter()
                .flatten()
                .filter(|change| change.frame < index || change.gate == instruction.gate);
            if let Some(change) = before.find(|change| change.lands > cycle) {
                let at = format!("{name} follows a change of {memory:?} in {}", change.lands);
                return Err(Fault::Early(at));
            }
        }
        let lands = cycle + u64::from(instruction.opcode.signature().latency);
        for memory in changes(self.program, instruction) {
            for read in self.reads.get(&memory).into_iter().flatten() {
                let is_other_side = (instruction.gate, read.gate) == (Gate::Accept, Gate::Reject);
                if read.frame <= index
                    && read.last > cycle
                    && !(read.frame == index && is_other_side)
                {
                    let at =
                        format!("{name} changes {memory:?}, which is read until {}", read.last);
                    return Err(Fault::Overwritten(at));
                }
                if read.frame > index && read.first < lands {
                    let at = format!("{name} changes {memory:?}, which is read in {}", read.first);
                    return Err(Fault::Early(at));
                }
            }
            let gate = instruction.gate;
            let change = Change { frame: index, gate, issued: cycle, lands };
            self.changes.entry(memory).or_default().push(change);
        }
        Ok(())
    }

    /// A decision issues in the first cycle in which the frame is parsed, its entries are there,
    /// and what the commit may change is read.
    fn decide(
        &self,
        frame: &mut Frame,
        instruction: &Instruction,
        cycle: u64,
        name: &str,
    ) -> Result<(), Fault> {
        let transaction = &self.program.transactions[frame.kind];
        let of_verdict = transaction.entries.len() as u16;
        let is_verdict = instruction.opcode == Opcode::Verdict;
        let (first, count, side) = match is_verdict {
            true => (0, of_verdict, 0),
            false => (of_verdict, transaction.effects.len() as u16, 1),
        };
        let mut earliest = frame.start + u64::from(self.layouts[frame.kind].parsed());
        if !is_verdict {
            let verdict = transaction.instructions.iter().find(|i| i.opcode == Opcode::Verdict);
            earliest = frame.start + verdict.map_or(0, |verdict| u64::from(verdict.ready()));
            let wanted = instruction.operands[2];
            let arrival = frame.arrivals.get(&register(instruction, wanted));
            earliest = earliest.max(arrival.copied().unwrap_or(0));
        }
        for entry in first..first + count {
            let Some(arrival) = frame.entries.get(&entry) else {
                return Err(Fault::Register(format!("{name}: entry {entry} is not written")));
            };
            earliest = earliest.max(*arrival);
        }
        earliest = earliest.max(frame.read[side]);
        frame.decided |= is_verdict;
        if earliest == cycle {
            return Ok(());
        }
        Err(Fault::Verdict(format!("{name}: the first cycle is {earliest}")))
    }

    fn write_registers(
        &self,
        frame: &mut Frame,
        instruction: &Instruction,
        cycle: u64,
        next_start: u64,
        name: &str,
    ) -> Result<(), Fault> {
        let latency = instruction.ready() - instruction.cycle;
        if instruction.opcode == Opcode::Scan {
            let run = &self.runs[frame.kind][self.scan(frame, instruction)];
            let stated = u32::from(latency);
            // With several rounds for each row, a short path can end in an early one.
            if run.ready > stated || run.interval == 1 && run.ready < stated {
                let at = format!("{name} takes {} cycles, not {stated}", run.ready);
                return Err(Fault::Stated(at));
            }
        }
        let arrival = cycle + u64::from(latency);
        let roles = instruction.opcode.signature().roles;
        let written = instruction.operands.into_iter().zip(roles);
        for (operand, _) in written.filter(|(operand, role)| operand.is_some() && role.writes()) {
            if arrival > next_start {
                let at = format!("{name} arrives in {arrival}, the next frame in {next_start}");
                return Err(Fault::Late(at));
            }
            if operand.space == Space::Entry {
                frame.entries.insert(operand.index, arrival);
            } else {
                frame.arrivals.insert(register(instruction, operand), arrival);
            }
        }
        Ok(())
    }

    /// Checks the cycles that the program states of its transactions.
    fn check_stated(&self, frames: &[Frame]) -> Result<(), Fault> {
        for (index, frame) in frames.iter().enumerate() {
            let transaction = &self.program.transactions[frame.kind];
            assert!(frame.decided && frame.next == transaction.instructions.len());
            let end = frame.start + u64::from(transaction.commit_cycles);
            let mut changes = self.changes.values().flatten();
            let late = changes.find(|change| change.frame == index && change.lands > end);
            if let Some(change) = late {
                let at = format!("frame {index} changes in {}, after its end {end}", change.lands);
                return Err(Fault::Stated(at));
            }
        }
        Ok(())
    }
}

fn register(instruction: &Instruction, operand: Operand) -> Register {
    (if operand.space == Space::Local { instruction.unit } else { 0 }, operand)
}
