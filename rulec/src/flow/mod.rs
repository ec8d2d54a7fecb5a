// SPDX-License-Identifier: Apache-2.0

//! The dataflow of one transaction, which lowering builds and the scheduler places.
//!
//! A node is an instruction without unit number, cycle and registers; its operands are other nodes.
//! Equal nodes are created only once (hash consing), so that work common to two rules is done once.
//! A flow also has the verdict entries, in the order of evaluation, and the commit instructions, in
//! the order in which they take effect.
//!
//! `node` defines the nodes, `fold` computes those of constants, and `facts` says which of their
//! results can be NULL or an error.

mod facts;
mod fold;
mod node;

pub use facts::Facts;
pub use node::{Arg, Literal, Node, NodeId, Op};

use crate::span::Span;
use engine::frame::Layout;
use engine::isa::{Opcode, UnitClass};
use engine::machine;
use engine::program::{Entry, FrameKind};
use engine::requirements::Feature;
use engine::scan::Function;
use engine::schema::{ColumnId, TableId};
use engine::value::{Tag, Truth, Value};
use facts::facts_of;
use fold::fold;
use std::collections::HashMap;

/// The most nodes of a flow. Nodes that nothing reads take no instructions, so there can be many
/// more than those.
const NODES_MAX: usize = 1 << 20;

/// A verdict entry and the node that writes it. A reserve writes its entry in addition to its
/// result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The meaning of the entry.
    pub entry: Entry,
    /// The node that writes it. Nothing that reads a predicate shares this node, unless it is a
    /// reserve.
    pub node: NodeId,
}

/// A transaction before scheduling: the frame that starts it, and its dataflow.
#[derive(Clone, Debug)]
pub struct TransactionFlow {
    /// The kind of frame that starts it.
    pub kind: FrameKind,
    /// The layout of that frame.
    pub layout: Layout,
    /// The dataflow.
    pub flow: Flow,
}

/// The dataflow of one transaction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    nodes: Vec<Node>,
    facts: Vec<Facts>,
    known: HashMap<Node, NodeId>,
    /// The verdict entries in order.
    pub judgements: Vec<Judgement>,
    /// The commit instructions in order.
    pub commit: Vec<NodeId>,
    /// The effects of a reject, if there are any.
    pub effects: Option<Effects>,
    /// Parts of the machine that some expressions need and no hardware build has yet, with the
    /// places of these expressions; the whole of an expression comes before its parts.
    pub needs: Vec<(Feature, Span)>,
    /// The scans that its instructions name, each once.
    pub scans: Vec<ScanFlow>,
    /// Whether each node executes on the side of a reject only.
    gated: Vec<bool>,
}

/// A scan before scheduling.
#[derive(Clone, Debug, PartialEq)]
pub struct ScanFlow {
    /// The list.
    pub list: TableId,
    /// The group.
    pub group: NodeId,
    /// The predicate under which it takes place.
    pub when: Option<NodeId>,
    /// The most rows of a group.
    pub bound: u32,
    /// The number of columns of the list.
    pub columns: usize,
    /// The nodes outside that the row program reads, and whether each is wide.
    pub captures: Vec<(NodeId, bool)>,
    /// The row program. Its fields are the columns of the list, and from
    /// [`COLUMNS_MAX`](machine::COLUMNS_MAX) on the captures.
    pub flow: Flow,
    /// The predicate that selects rows; all rows if absent.
    pub filter: Option<NodeId>,
    /// The node outside after which rows are asked for, and whether a row of that very time is.
    pub since: Option<(NodeId, bool)>,
    /// The accumulators.
    pub accumulators: Vec<Accumulated>,
    /// Whether a statement changes the rows: the columns that it assigns, with their values, or
    /// none if it deletes the rows.
    pub changes: Option<Option<Vec<(ColumnId, NodeId)>>>,
}

/// An accumulator of a scan before scheduling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accumulated {
    /// The function.
    pub function: Function,
    /// The predicate that selects rows in addition to the filter.
    pub when: Option<NodeId>,
    /// The argument, and whether it is wide.
    pub argument: Option<(NodeId, bool)>,
    /// What orders the rows.
    pub order: Option<NodeId>,
}

impl Accumulated {
    /// An accumulator without an order.
    pub fn new(function: Function, argument: Option<(NodeId, bool)>) -> Accumulated {
        Accumulated { function, when: None, argument, order: None }
    }
}

impl ScanFlow {
    /// The place of an accumulator, which is added if there is none like it.
    pub fn accumulate(&mut self, accumulated: Accumulated) -> u16 {
        let known = self.accumulators.iter().position(|other| *other == accumulated);
        let place = known.unwrap_or_else(|| {
            self.accumulators.push(accumulated);
            self.accumulators.len() - 1
        });
        place as u16
    }

    /// The nodes outside that it reads.
    pub fn reads(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.captures.iter().map(|(node, _)| *node).chain(self.since.map(|(node, _)| node))
    }
}

/// The effects of a reject: their entries, and what they change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effects {
    /// The entries in order, which follow those of the verdict.
    pub judgements: Vec<Judgement>,
    /// The commit instructions in order.
    pub commit: Vec<NodeId>,
    /// The predicate that the effects are wanted; they always are if absent.
    pub wanted: Option<NodeId>,
}

impl Flow {
    /// The kind of a node.
    pub fn node(&self, id: NodeId) -> Node {
        self.nodes[id.0 as usize]
    }

    /// The known properties of its result.
    pub fn facts(&self, id: NodeId) -> Facts {
        self.facts[id.0 as usize]
    }

    /// The number of nodes. Ids are less than this number, and the operands of a node have smaller
    /// ids than the node.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether the flow has no nodes.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Whether it certainly exceeds the machine, so that nothing need be added.
    pub fn is_full(&self) -> bool {
        let effects = self.effects.as_ref();
        let judged = self.judgements.len() + effects.map_or(0, |e| e.judgements.len());
        let committed = self.commit.len() + effects.map_or(0, |e| e.commit.len());
        judged > machine::ENTRIES_MAX
            || committed > machine::INSTRUCTIONS_MAX
            || self.nodes.len() > NODES_MAX
    }

    /// The nodes that a node reads.
    pub fn reads(&self, op: &Op) -> impl Iterator<Item = NodeId> + '_ {
        let scan = match (op.opcode, op.args[2]) {
            (Opcode::Scan, Arg::Immediate(number)) => self.scans.get(usize::from(number)),
            _ => None,
        };
        let operands: Vec<NodeId> = op.reads().collect();
        operands.into_iter().chain(scan.into_iter().flat_map(ScanFlow::reads))
    }

    /// The number of a scan, which is added if there is none like it.
    pub fn scan(&mut self, scan: ScanFlow) -> u16 {
        let known = self.scans.iter().position(|other| *other == scan);
        let number = known.unwrap_or_else(|| {
            self.scans.push(scan);
            self.scans.len() - 1
        });
        number as u16
    }

    /// A node as a constant, if it is one.
    pub fn as_constant(&self, id: NodeId) -> Option<Value> {
        match self.node(id) {
            Node::Constant(value) => Some(value),
            Node::Field(_) | Node::Op(_) => None,
        }
    }

    /// An input of a row program.
    pub fn input(&mut self, place: u16, facts: Facts) -> NodeId {
        self.shared(Node::Field(place), facts)
    }

    /// A field of the frame.
    pub fn field(&mut self, field: u16, nullable: bool) -> NodeId {
        self.shared(Node::Field(field), Facts { null: nullable, error: false })
    }

    /// A constant.
    pub fn constant(&mut self, value: Value) -> NodeId {
        let facts = Facts { null: value.tag == Tag::Null, error: value.tag > Tag::Null };
        self.shared(Node::Constant(value), facts)
    }

    /// An instruction of the check phase. If an equal one exists, it is returned instead.
    pub fn op(&mut self, op: Op) -> NodeId {
        if let Some(value) = fold(&op, |id| self.as_constant(id)) {
            return self.constant(value);
        }
        let facts = facts_of(&op, |id| self.facts(id));
        self.shared(Node::Op(op), facts)
    }

    /// An instruction that is never shared, because it writes a verdict entry, allocates or
    /// commits.
    pub fn distinct(&mut self, op: Op) -> NodeId {
        let facts = facts_of(&op, |id| self.facts(id));
        let id = self.push(Node::Op(op), facts);
        self.gated[id.0 as usize] |= self.effects.is_some();
        id
    }

    /// Starts the effects of a reject: entries and commit instructions are theirs from here on.
    pub fn begin_effects(&mut self) {
        self.effects = Some(Effects::default());
    }

    /// Whether a node executes on the side of a reject only, after the verdict.
    pub fn is_gated(&self, id: NodeId) -> bool {
        self.gated[id.0 as usize]
    }

    /// Adds an entry that `node` writes.
    pub fn judge(&mut self, entry: Entry, node: NodeId) {
        let judgements = match &mut self.effects {
            Some(effects) => &mut effects.judgements,
            None => &mut self.judgements,
        };
        judgements.push(Judgement { entry, node });
    }

    /// Adds a commit instruction.
    pub fn commit(&mut self, op: Op) -> NodeId {
        let node = self.distinct(op);
        match &mut self.effects {
            Some(effects) => effects.commit.push(node),
            None => self.commit.push(node),
        }
        node
    }

    /// Makes an instruction another one with the same result role. For tests that plant a fault.
    ///
    /// # Panics
    /// If there is no such node.
    pub fn replace(&mut self, id: NodeId, op: Op) {
        self.nodes[id.0 as usize] = Node::Op(op);
    }

    /// A node that may be an instruction of the check phase, with the known properties of its
    /// result. If an equal one exists, it is returned instead.
    pub fn shared(&mut self, node: Node, facts: Facts) -> NodeId {
        if let Some(id) = self.known.get(&node) {
            return *id;
        }
        let id = self.push(node, facts);
        self.known.insert(node, id);
        id
    }

    fn push(&mut self, node: Node, facts: Facts) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        let gated = match &node {
            Node::Op(op) => {
                op.opcode == Opcode::Named || self.reads(op).any(|read| self.is_gated(read))
            }
            Node::Field(_) | Node::Constant(_) => false,
        };
        self.nodes.push(node);
        self.facts.push(facts);
        self.gated.push(gated);
        id
    }

    /// A fetched column. It is an error only if `may_overflow` (sums) or if its row is one. For a
    /// row that exists, it is NULL only if `nullable`.
    pub fn fetch(&mut self, op: Op, nullable: bool, may_overflow: bool) -> NodeId {
        let row = match op.args[1] {
            Arg::Node(id) => self.facts(id),
            Arg::None | Arg::Immediate(_) => Facts::default(),
        };
        let facts = Facts { null: nullable || row.null, error: may_overflow || row.error };
        self.shared(Node::Op(op), facts)
    }

    /// The class of unit that executes a node; `None` for fields and constants.
    pub fn unit(&self, id: NodeId) -> Option<UnitClass> {
        match self.node(id) {
            Node::Op(op) => Some(op.opcode.signature().unit),
            Node::Field(_) | Node::Constant(_) => None,
        }
    }

    /// A comparison that is always true, for places that need a condition.
    pub fn always(&mut self) -> NodeId {
        let one = self.constant(Truth::True.to_value());
        self.op(Op::new(Opcode::Eq, &[Arg::Node(one), Arg::Node(one)]))
    }
}
