// SPDX-License-Identifier: Apache-2.0

//! Row programs: the steps of a scan in the order of its dataflow, each with registers that only
//! the scan sees.

use super::constants::Constants;
use super::exhausted::Exhausted;
use crate::flow::{Accumulated, Arg, Flow, Node, NodeId, Op, ScanFlow};
use engine::isa::{Instruction, Operand, Space};
use engine::machine::{COLUMNS_MAX, SCAN_ACCUMULATORS_MAX, SCAN_CAPTURES_MAX, SCAN_STEPS_MAX};
use engine::scan::{Accumulator, Changes, Scan, Since};
use engine::schema::ColumnId;

/// The cycles of one scan, at least, that are too many: an immediate operand has 13 bits.
const CYCLES_MAX: u32 = 1 << 13;

/// The row program of a scan.
pub(super) struct RowProgram {
    steps: Vec<Instruction>,
    filter: Option<Operand>,
    accumulators: Vec<Accumulator>,
    changes: Option<Changes>,
    /// The cycles of the scan.
    pub(super) latency: u16,
}

/// The registers that are taken so far.
struct Registers {
    places: Vec<Option<Operand>>,
    slots: usize,
    wides: usize,
    predicates: usize,
}

impl RowProgram {
    pub(super) fn new(scan: &ScanFlow, constants: &mut Constants) -> Result<RowProgram, Exhausted> {
        if scan.captures.len() > SCAN_CAPTURES_MAX {
            return Err(Exhausted::with(
                "values of the message that one scan compares its rows with",
                SCAN_CAPTURES_MAX,
                "compare the rows with fewer values, or ask in several subqueries",
            ));
        }
        if scan.accumulators.len() > SCAN_ACCUMULATORS_MAX {
            let remedy = "ask in several subqueries";
            return Err(Exhausted::with("aggregates of one scan", SCAN_ACCUMULATORS_MAX, remedy));
        }
        let live = live(scan);
        let is_step = |id: &usize| live[*id] && matches!(node(&scan.flow, *id), Node::Op(_));
        if (0..scan.flow.len()).filter(is_step).count() > SCAN_STEPS_MAX {
            return Err(Exhausted::with(
                "operations for each row of one scan",
                SCAN_STEPS_MAX,
                "store in a column what depends on the row alone, or ask in several subqueries",
            ));
        }
        let mut registers = Registers::new(scan);
        let mut steps = Vec::new();
        for id in (0..scan.flow.len()).filter(|id| live[*id]) {
            registers.places[id] = Some(match node(&scan.flow, id) {
                Node::Field(input) => Registers::input(scan, input),
                Node::Constant(value) => constants.operand(value)?,
                Node::Op(op) => {
                    let step = registers.step(&op);
                    steps.push(step);
                    step.operands[0]
                }
            });
        }
        let accumulators = scan.accumulators.iter().map(|one| registers.accumulator(one)).collect();
        let filter = scan.filter.map(|filter| registers.place(filter));
        let changes = scan.changes.as_ref().map(|set| match set {
            Some(set) => {
                let write = |(column, node): &(ColumnId, NodeId)| (*column, registers.place(*node));
                Changes::Write(set.iter().map(write).collect())
            }
            None => Changes::Delete,
        });
        let mut program = RowProgram { steps, filter, accumulators, changes, latency: 0 };
        let of_rows = program.scan(scan, |_| Operand::NONE);
        let cycles = of_rows.latency(scan.bound);
        if cycles >= CYCLES_MAX {
            let fits = |rows: &u32| of_rows.latency(*rows) < CYCLES_MAX;
            let rows_max = (1..scan.bound).rev().find(fits).unwrap_or(0);
            let cycles = (cycles, CYCLES_MAX);
            return Err(Exhausted::Scan { list: scan.list, cycles, rows_max });
        }
        program.latency = cycles as u16;
        Ok(program)
    }

    /// The scan, whose operands outside are in these places.
    pub(super) fn scan(&self, flow: &ScanFlow, place: impl Fn(NodeId) -> Operand) -> Scan {
        let since = |(node, inclusive)| Since { time: place(node), inclusive };
        let capture = |(node, is_wide): &(NodeId, bool)| match place(*node) {
            // It has no place yet.
            Operand::NONE if *is_wide => Operand::new(Space::Wide, 0),
            operand => operand,
        };
        Scan {
            list: flow.list,
            captures: flow.captures.iter().map(capture).collect(),
            steps: self.steps.clone(),
            filter: self.filter,
            since: flow.since.map(since),
            accumulators: self.accumulators.clone(),
            changes: self.changes.clone(),
        }
    }
}

fn node(flow: &Flow, id: usize) -> Node {
    flow.node(NodeId(id as u32))
}

/// Whether the filter or an accumulator depends on a node.
fn live(scan: &ScanFlow) -> Vec<bool> {
    let mut live = vec![false; scan.flow.len()];
    let read =
        scan.accumulators.iter().flat_map(|Accumulated { when, argument, order, .. }| {
            argument.iter().map(|(node, _)| *node).chain(*order).chain(*when)
        });
    let written = scan.changes.iter().flatten().flatten().map(|(_, node)| *node);
    read.chain(scan.filter).chain(written).for_each(|node| live[node.0 as usize] = true);
    for id in (0..scan.flow.len()).rev() {
        if let (true, Node::Op(op)) = (live[id], node(&scan.flow, id)) {
            op.reads().for_each(|read| live[read.0 as usize] = true);
        }
    }
    live
}

impl Registers {
    fn new(scan: &ScanFlow) -> Registers {
        let wides = scan.captures.iter().filter(|(_, is_wide)| *is_wide).count();
        Registers {
            places: vec![None; scan.flow.len()],
            slots: scan.captures.len() - wides + scan.columns,
            wides,
            predicates: 0,
        }
    }

    /// The register of an input: first the captures of each kind, then the columns.
    fn input(scan: &ScanFlow, input: u16) -> Operand {
        let slots = scan.captures.iter().filter(|(_, is_wide)| !is_wide).count();
        let Some(capture) = usize::from(input).checked_sub(COLUMNS_MAX) else {
            return Operand::slot(slots as u16 + input);
        };
        let (_, is_wide) = scan.captures[capture];
        let before = scan.captures[..capture].iter().filter(|(_, other)| *other == is_wide).count();
        let space = if is_wide { Space::Wide } else { Space::Slot };
        Operand::new(space, before as u16)
    }

    fn place(&self, node: NodeId) -> Operand {
        self.places[node.0 as usize].unwrap_or(Operand::NONE)
    }

    fn step(&mut self, op: &Op) -> Instruction {
        let mut operands = op.args.map(|arg| match arg {
            Arg::None => Operand::NONE,
            Arg::Immediate(number) => Operand::immediate(number),
            Arg::Node(read) => self.place(read),
        });
        let result = op.opcode.signature().roles[0];
        let (space, count) = if result.writes_wide() {
            (Space::Wide, &mut self.wides)
        } else if result.writes_truth() {
            (Space::Predicate, &mut self.predicates)
        } else {
            (Space::Slot, &mut self.slots)
        };
        operands[0] = Operand::new(space, *count as u16);
        *count += 1;
        Instruction::new(op.opcode, op.table, 0, operands)
    }

    fn accumulator(&self, one: &Accumulated) -> Accumulator {
        Accumulator {
            function: one.function,
            when: one.when.map(|node| self.place(node)),
            argument: one.argument.map(|(node, _)| self.place(node)),
            order: one.order.map(|node| self.place(node)),
        }
    }
}
