// SPDX-License-Identifier: Apache-2.0

//! Faults in the dataflow of messages.

use engine::isa::Opcode;
use engine::program::FrameKind;
use rulec::flow::{Arg, Node, NodeId, Op, TransactionFlow};

/// A change of a dataflow; it returns whether there was anything to change.
type Change = fn(&mut TransactionFlow) -> bool;

/// Operands of an instruction, after `dst`.
const A: usize = 1;
const B: usize = 2;
const C: usize = 3;

/// The faults by name.
pub const LOWERING: &[(&str, Change)] = &[
    ("the operands of `sub` are swapped", |flow| {
        each(flow, &[Opcode::Sub, Opcode::WideSub], |op| swap(op, A, B))
    }),
    ("the operands of `coalesce` are swapped", |flow| {
        each(flow, &[Opcode::Coalesce, Opcode::WideCoalesce], |op| swap(op, A, B))
    }),
    ("the values of `select` are swapped", |flow| {
        each(flow, &[Opcode::Select, Opcode::WideSelect], |op| swap(op, B, C))
    }),
    ("`le` is `lt`", |flow| {
        each(flow, &[Opcode::Le], |op| turn_into(op, Opcode::Lt))
            | each(flow, &[Opcode::WideLe], |op| turn_into(op, Opcode::WideLt))
    }),
    ("`isnull` is `notnull`", |flow| {
        each(flow, &[Opcode::IsNull], |op| turn_into(op, Opcode::NotNull))
    }),
    ("a range is not checked", |flow| {
        each(flow, &[Opcode::Range], |op| {
            op.args[B] = Arg::None;
            op.args[C] = Arg::None;
            turn_into(op, Opcode::Move)
        })
    }),
    ("the last write of a message is left out", |flow| {
        let is_write = |id: &NodeId| match flow.flow.node(*id) {
            Node::Op(op) => op.opcode == Opcode::Write,
            Node::Field(_) | Node::Constant(_) => false,
        };
        let is_message = matches!(flow.kind, FrameKind::Message(_));
        let last = flow.flow.commit.iter().rposition(is_write).filter(|_| is_message);
        last.map(|last| flow.flow.commit.remove(last)).is_some()
    }),
    ("a lookup takes its key in another order", |flow| {
        each(flow, &[Opcode::Lookup], |op| op.args[B] != Arg::None && swap(op, A, B))
    }),
    ("a column beside the right one is read", |flow| {
        each(flow, &[Opcode::Fetch], |op| match &mut op.args[B] {
            Arg::Immediate(column) if *column > 0 => {
                *column -= 1;
                true
            }
            _ => false,
        })
    }),
];

fn swap(op: &mut Op, left: usize, right: usize) -> bool {
    op.args.swap(left, right);
    true
}

fn turn_into(op: &mut Op, opcode: Opcode) -> bool {
    op.opcode = opcode;
    true
}

/// Changes the instructions with one of the opcodes, in the dataflow of a message.
fn each(flow: &mut TransactionFlow, opcodes: &[Opcode], change: fn(&mut Op) -> bool) -> bool {
    if !matches!(flow.kind, FrameKind::Message(_)) {
        return false;
    }
    let mut is_changed = false;
    for id in (0..flow.flow.len()).map(|index| NodeId(index as u32)) {
        if let Node::Op(mut op) = flow.flow.node(id)
            && opcodes.contains(&op.opcode)
            && change(&mut op)
        {
            flow.flow.replace(id, op);
            is_changed = true;
        }
    }
    is_changed
}
