// SPDX-License-Identifier: Apache-2.0

//! The nodes of a dataflow: fields, constants, and instructions over other nodes.

use engine::isa::{Opcode, Role};
use engine::schema::TableId;
use engine::value::Value;

/// A node of a [`Flow`](super::Flow).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// A literal: the truth that a node yields, possibly negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The node; it yields a truth.
    pub node: NodeId,
    /// Whether the truth is negated.
    pub negated: bool,
}

impl Literal {
    /// The negation of this literal.
    pub fn negate(self) -> Literal {
        Literal { negated: !self.negated, ..self }
    }
}

/// An operand of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arg {
    /// None.
    None,
    /// The result of another node.
    Node(NodeId),
    /// A number that is part of the instruction.
    Immediate(u16),
}

/// An instruction before scheduling: opcode, table (0 if the opcode needs none) and operands `dst`,
/// `a` … `e`.
///
/// `dst` is set only if the opcode *reads* it. The result of a node needs no operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Op {
    /// The opcode.
    pub opcode: Opcode,
    /// The table, for a table unit.
    pub table: u8,
    /// The operands.
    pub args: [Arg; 6],
}

impl Op {
    /// An operation without a table, with operands `a`, `b`, ….
    pub fn new(opcode: Opcode, args: &[Arg]) -> Op {
        Op::on(opcode, TableId(0), args)
    }

    /// An operation of a unit of `table`, with operands `a`, `b`, ….
    pub fn on(opcode: Opcode, table: TableId, args: &[Arg]) -> Op {
        let mut operands = [Arg::None; 6];
        operands[1..=args.len()].copy_from_slice(args);
        Op { opcode, table: table.0 as u8, args: operands }
    }

    /// Sets operand `e`.
    #[must_use]
    pub fn when(mut self, enable: Option<NodeId>) -> Op {
        self.args[5] = enable.map_or(Arg::None, Arg::Node);
        self
    }

    /// The nodes that it reads.
    pub fn reads(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.args.iter().filter_map(|arg| match arg {
            Arg::Node(node) => Some(*node),
            Arg::None | Arg::Immediate(_) => None,
        })
    }

    /// Whether it yields a truth rather than a value.
    pub fn yields_truth(&self) -> bool {
        matches!(self.opcode.signature().roles[0], Role::WriteTruth | Role::WriteEntry)
    }
}

/// The kind of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A field of the frame.
    Field(u16),
    /// A constant.
    Constant(Value),
    /// An instruction.
    Op(Op),
}
