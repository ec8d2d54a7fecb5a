// SPDX-License-Identifier: Apache-2.0

//! The dataflow of one transaction: what the lowering makes and the scheduler places.
//!
//! A node is an instruction without unit number, cycle and registers: its operands are other nodes.
//! Nodes are made once however often they are asked for (hash consing), so that what two rules
//! share is computed once. Beside the nodes stand the verdict entries, in the order in which they
//! are looked at, and the commit instructions, in the order in which they take effect.

use engine::frame::Layout;
use engine::isa::{Chain, Opcode, Role, UnitClass};
use engine::program::{Entry, FrameKind};
use engine::schema::TableId;
use engine::value::{Tag, Truth, Value, Width};
use std::collections::HashMap;

/// A node of a [`Flow`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// A literal: the truth that a node yields, perhaps negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The node, which yields a truth.
    pub node: NodeId,
    /// Whether the opposite is meant.
    pub negated: bool,
}

impl Literal {
    /// The opposite.
    pub fn negate(self) -> Literal {
        Literal { negated: !self.negated, ..self }
    }
}

/// An operand of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arg {
    /// None.
    None,
    /// What another node yields.
    Node(NodeId),
    /// A number in the instruction.
    Immediate(u16),
}

/// An instruction to be: opcode, table (0 where the opcode needs none) and operands `dst`, `a` …
/// `e`.
///
/// `dst` is empty unless the opcode *reads* it; what a node yields needs no operand here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Op {
    /// The opcode.
    pub opcode: Opcode,
    /// The table of a table unit.
    pub table: u8,
    /// The operands.
    pub args: [Arg; 6],
}

impl Op {
    /// An operation with operands `a`, `b`, … and no table.
    pub fn new(opcode: Opcode, args: &[Arg]) -> Op {
        Op::on(opcode, TableId(0), args)
    }

    /// An operation of a unit of `table`.
    pub fn on(opcode: Opcode, table: TableId, args: &[Arg]) -> Op {
        let mut operands = [Arg::None; 6];
        operands[1..=args.len()].copy_from_slice(args);
        Op { opcode, table: table.0 as u8, args: operands }
    }

    /// The same with operand `e`.
    #[must_use]
    pub fn when(mut self, enable: Option<NodeId>) -> Op {
        self.args[5] = enable.map_or(Arg::None, Arg::Node);
        self
    }

    /// The nodes it reads.
    pub fn reads(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.args.iter().filter_map(|arg| match arg {
            Arg::Node(node) => Some(*node),
            _ => None,
        })
    }

    /// Whether it yields a truth rather than a value.
    pub fn yields_truth(&self) -> bool {
        matches!(self.opcode.signature().roles[0], Role::WriteTruth | Role::WriteEntry)
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A field of the frame.
    Field(u16),
    /// A constant.
    Constant(Value),
    /// An instruction.
    Op(Op),
}

/// What is known of a node's outcome before anything runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// It may be NULL.
    pub null: bool,
    /// It may be an error.
    pub error: bool,
}

/// A verdict entry and the node that writes it; a reserve writes its entry beside its result.
#[derive(Clone, Copy, Debug)]
pub struct Judgement {
    /// What the entry stands for.
    pub entry: Entry,
    /// The node that writes it. It is not shared with anything that reads a predicate, except for a
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
#[derive(Clone, Debug, Default)]
pub struct Flow {
    nodes: Vec<Node>,
    facts: Vec<Facts>,
    known: HashMap<Node, NodeId>,
    /// The verdict entries in order.
    pub judgements: Vec<Judgement>,
    /// The commit instructions in order.
    pub commit: Vec<NodeId>,
}

impl Flow {
    /// What a node is.
    pub fn node(&self, id: NodeId) -> Node {
        self.nodes[id.0 as usize]
    }

    /// What is known of its outcome.
    pub fn facts(&self, id: NodeId) -> Facts {
        self.facts[id.0 as usize]
    }

    /// Number of nodes; their ids are below it, and a node's operands come before it.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
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

    /// An instruction of the check phase; one that is already there is not made again.
    pub fn op(&mut self, op: Op) -> NodeId {
        if let Some(value) = self.fold(&op) {
            return self.constant(value);
        }
        let facts = self.facts_of(&op);
        self.shared(Node::Op(op), facts)
    }

    /// An instruction that is itself even if there is an equal one: it writes a verdict entry,
    /// allocates, or commits.
    pub fn distinct(&mut self, op: Op) -> NodeId {
        let facts = self.facts_of(&op);
        self.push(Node::Op(op), facts)
    }

    /// Adds a verdict entry that `node` writes.
    pub fn judge(&mut self, entry: Entry, node: NodeId) {
        self.judgements.push(Judgement { entry, node });
    }

    /// Adds a commit instruction.
    pub fn commit(&mut self, op: Op) -> NodeId {
        let node = self.distinct(op);
        self.commit.push(node);
        node
    }

    fn shared(&mut self, node: Node, facts: Facts) -> NodeId {
        if let Some(id) = self.known.get(&node) {
            return *id;
        }
        let id = self.push(node, facts);
        self.known.insert(node, id);
        id
    }

    fn push(&mut self, node: Node, facts: Facts) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(node);
        self.facts.push(facts);
        id
    }

    /// The value of arithmetic on constants, by the machine's own arithmetic.
    fn fold(&self, op: &Op) -> Option<Value> {
        let constant = |i: usize| match op.args[i] {
            Arg::Node(id) => match self.node(id) {
                Node::Constant(value) => Some(value),
                _ => None,
            },
            _ => None,
        };
        let (a, b) = (constant(1)?, constant(2)?);
        let width = match op.args[5] {
            Arg::Immediate(bits) => Width::decode(bits)?,
            _ => Width::W64,
        };
        match op.opcode {
            Opcode::Add => Some(a.add(b, width)),
            Opcode::Sub => Some(a.sub(b, width)),
            Opcode::Mul => Some(a.mul(b, width)),
            Opcode::Div => Some(a.div(b, width)),
            Opcode::Rem => Some(a.rem(b)),
            Opcode::MulDiv => Some(a.mul_div_round(constant(3)?, b)),
            Opcode::Range => Some(a.range(b.bits, constant(3)?.bits)),
            Opcode::Coalesce => Some(a.coalesce(b)),
            _ => None,
        }
    }

    /// NULL and errors come from the operands, and from what the opcode itself may make of values.
    fn facts_of(&self, op: &Op) -> Facts {
        let mut facts = Facts::default();
        for id in op.reads() {
            let of = self.facts(id);
            facts.null |= of.null;
            facts.error |= of.error;
        }
        match op.opcode {
            Opcode::Add
            | Opcode::Sub
            | Opcode::Mul
            | Opcode::Range
            | Opcode::Div
            | Opcode::Rem
            | Opcode::MulDiv => {
                facts.error = true;
            }
            Opcode::Coalesce => {
                facts.null = self.arg_facts(op, 1).null && self.arg_facts(op, 2).null;
            }
            Opcode::Select => {
                facts.null = self.arg_facts(op, 2).null || self.arg_facts(op, 3).null;
            }
            Opcode::IsNull | Opcode::NotNull | Opcode::Clean => {
                facts.null = op.reads().skip(1).any(|guard| self.facts(guard).null);
            }
            Opcode::Chain if self.chain_of(op).or_false => facts.null = false,
            // A row may be absent, and a sum may not fit.
            Opcode::Lookup | Opcode::Reserve | Opcode::Find | Opcode::Open => facts.null = true,
            Opcode::Fetch => {
                facts.null = true;
                facts.error = true;
            }
            _ => {}
        }
        facts
    }

    fn arg_facts(&self, op: &Op, i: usize) -> Facts {
        match op.args[i] {
            Arg::Node(id) => self.facts(id),
            _ => Facts::default(),
        }
    }

    fn chain_of(&self, op: &Op) -> Chain {
        match op.args[5] {
            Arg::Immediate(bits) => Chain::decode(bits).unwrap_or_default(),
            _ => Chain::default(),
        }
    }

    /// A fetched column that is never an error (all but sums) and, given the row, NULL only if
    /// `nullable`.
    pub fn fetch(&mut self, op: Op, nullable: bool, may_overflow: bool) -> NodeId {
        let row = self.arg_facts(&op, 1);
        let facts = Facts { null: nullable || row.null, error: may_overflow || row.error };
        self.shared(Node::Op(op), facts)
    }

    /// The class of unit that a node runs on; none for fields and constants.
    pub fn unit(&self, id: NodeId) -> Option<UnitClass> {
        match self.node(id) {
            Node::Op(op) => Some(op.opcode.signature().unit),
            _ => None,
        }
    }

    /// The truth that a constant comparison would have; used where a condition is always there.
    pub fn always(&mut self) -> NodeId {
        let one = self.constant(Truth::True.to_value());
        self.op(Op::new(Opcode::Eq, &[Arg::Node(one), Arg::Node(one)]))
    }
}
