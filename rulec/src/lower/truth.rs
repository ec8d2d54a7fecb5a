// SPDX-License-Identifier: Apache-2.0

//! Conditions: boolean expressions become predicates and chains of them.
//!
//! Negation is pushed down to the leaves, where it is free. De Morgan's laws hold for all five
//! truths, which a test of the engine proves. A tree of `and` and `or` becomes chains with up to
//! four operands for each cycle. Each chain starts with the deepest branch, so nesting adds one
//! cycle for every three levels.

use super::context::Lowering;
use crate::flow::{Arg, Literal, Node, NodeId, Op};
use crate::hir::{CompareOp, Expr, ExprKind};
use engine::isa::{Chain, ChainOp, Opcode, Role};
use engine::program::Entry;
use engine::requirements::Feature;
use engine::value::Value;

/// A boolean expression with negation pushed to the leaves.
enum Tree {
    Leaf(Literal),
    /// An operator over some trees, and its depth.
    Join(ChainOp, Vec<Tree>, usize),
}

impl Tree {
    fn depth(&self) -> usize {
        match self {
            Tree::Leaf(_) => 0,
            Tree::Join(_, _, depth) => *depth,
        }
    }
}

/// The number of operands of a chain instruction.
const CHAIN_OPERANDS: usize = 4;

impl Lowering<'_> {
    /// The truth of a boolean expression.
    pub(super) fn truth(&mut self, expr: &Expr) -> Literal {
        if let Some(captured) = self.captured_truth(expr) {
            return captured;
        }
        match &expr.kind {
            ExprKind::And(_) | ExprKind::Or(_) => {
                let tree = self.tree(expr, false);
                self.join(&tree)
            }
            ExprKind::Not(operand) => self.truth(operand).negate(),
            ExprKind::Compare(op, l, r) => positive(self.comparison_of(*op, l, r)),
            ExprKind::Distinct(l, r) => positive(self.distinct(l, r)),
            ExprKind::Like(operand, prefix) => positive(self.like(operand, prefix)),
            ExprKind::IsNull(operand) => positive(self.is_null(operand)),
            ExprKind::Exists { table, row } => {
                let handle = self.row_of(*table, row);
                self.rows.remove(&row.var);
                positive(self.op(Opcode::NotNull, &[handle]))
            }
            ExprKind::Coalesce(list) => match list.as_slice() {
                // `coalesce(p, false)` is p with false for NULL; `coalesce(p, true)` is the
                // negation of the same for the negation of p.
                [p, Expr { kind: ExprKind::Number(0), .. }] => {
                    let p = self.truth(p);
                    positive(self.chain(&[(ChainOp::And, p)], true))
                }
                [p, Expr { kind: ExprKind::Number(1), .. }] => {
                    let p = self.truth(p).negate();
                    positive(self.chain(&[(ChainOp::And, p)], true)).negate()
                }
                _ => self.truth_of_value(expr),
            },
            ExprKind::Lookup { table, row, value } => {
                let handle = self.row_of(*table, row);
                let truth = self.truth(value);
                self.rows.remove(&row.var);
                positive(self.if_found(handle, truth))
            }
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Arith(..)
            | ExprKind::Function(..)
            | ExprKind::Calendar(..)
            | ExprKind::Round(..)
            | ExprKind::Case { .. }
            | ExprKind::Convert(_)
            | ExprKind::Aggregate(_)
            | ExprKind::Call(_) => self.truth_of_value(expr),
        }
    }

    /// A condition as a predicate that an instruction can read.
    pub(super) fn predicate(&mut self, expr: &Expr) -> NodeId {
        let literal = self.truth(expr);
        self.plain(literal)
    }

    /// A `where` as a predicate that is true, false or an error, but never NULL.
    pub(super) fn enable(&mut self, expr: &Expr) -> NodeId {
        let literal = self.truth(expr);
        if self.flow.facts(literal.node).null {
            self.chain(&[(ChainOp::And, literal)], true)
        } else {
            self.plain(literal)
        }
    }

    /// The conjunction of two predicates.
    pub(super) fn both(&mut self, a: NodeId, b: NodeId) -> NodeId {
        self.chain(&[(ChainOp::And, positive(a)), (ChainOp::And, positive(b))], false)
    }

    /// The disjunction of two predicates.
    pub(super) fn either(&mut self, a: NodeId, b: NodeId) -> NodeId {
        self.chain(&[(ChainOp::And, positive(a)), (ChainOp::Or, positive(b))], false)
    }

    /// Whether a text begins with some characters. Blanks at their end are no part of the string;
    /// the padding has them.
    fn like(&mut self, operand: &Expr, prefix: &str) -> NodeId {
        self.needs(Feature::Like, operand.span);
        let code = self.value(operand);
        let text = self.strings.code(prefix.trim_end_matches(' '));
        let text = self.flow.constant(Value::new(text));
        let args = [Arg::Node(code), Arg::Node(text), Arg::Immediate(prefix.len() as u16)];
        self.flow.op(Op::new(Opcode::Like, &args))
    }

    fn is_null(&mut self, operand: &Expr) -> NodeId {
        if self.fits(operand) {
            let value = self.value(operand);
            return self.op(Opcode::IsNull, &[value]);
        }
        let wide = self.wide(operand);
        self.op(Opcode::WideIsNull, &[wide])
    }

    /// Whether two values are distinct: unequal, or exactly one is NULL. Each side is computed
    /// once, so that nesting costs no more than its length.
    fn distinct(&mut self, l: &Expr, r: &Expr) -> NodeId {
        let (differ, l_missing, r_missing) = match self.values_at_one_scale(l, r) {
            Some((l, r)) => {
                let differ = self.compare(CompareOp::Ne, l, r);
                if !self.flow.facts(differ).null {
                    return differ;
                }
                (differ, self.op(Opcode::IsNull, &[l]), self.op(Opcode::IsNull, &[r]))
            }
            None => {
                let (differ, l, r) = self.wide_difference(l, r);
                (differ, self.op(Opcode::WideIsNull, &[l]), self.op(Opcode::WideIsNull, &[r]))
            }
        };
        let differ = self.chain(&[(ChainOp::And, positive(differ))], true);
        let (l, r) = (positive(l_missing), positive(r_missing));
        let one = self.chain(&[(ChainOp::And, l), (ChainOp::And, r.negate())], false);
        let other = self.chain(&[(ChainOp::And, r), (ChainOp::And, l.negate())], false);
        self.chain(
            &[
                (ChainOp::And, positive(differ)),
                (ChainOp::Or, positive(one)),
                (ChainOp::Or, positive(other)),
            ],
            false,
        )
    }

    /// Adds a verdict entry that requires `condition` if `guard` holds.
    pub(super) fn judge(&mut self, entry: Entry, condition: Literal, guard: Option<NodeId>) {
        let node = match self.comparison(condition) {
            // A comparison has an operand for its guard and writes the entry itself.
            Some(op) => self.judged(op, guard),
            None => {
                let mut chain = vec![(ChainOp::And, condition)];
                chain.extend(guard.map(|guard| (ChainOp::When, positive(guard))));
                let op = self.chain_op(&chain, false);
                self.flow.distinct(op)
            }
        };
        self.flow.judge(entry, node);
    }

    /// Adds a verdict entry that requires a single-operand test of a value if `guard` holds.
    pub(super) fn judge_value(
        &mut self,
        entry: Entry,
        test: Opcode,
        value: NodeId,
        guard: Option<NodeId>,
    ) {
        let node = self.judged(Op::new(test, &[Arg::Node(value)]), guard);
        self.flow.judge(entry, node);
    }

    fn judged(&mut self, mut op: Op, guard: Option<NodeId>) -> NodeId {
        if let (Some(place), Some(guard)) = (guard_place(op.opcode), guard) {
            op.args[place] = Arg::Node(guard);
        }
        self.flow.distinct(op)
    }

    /// A condition that is required if a predicate holds: true where the predicate is false.
    pub(super) fn required(&mut self, condition: Literal, when: NodeId) -> NodeId {
        self.chain(&[(ChainOp::And, condition), (ChainOp::When, positive(when))], false)
    }

    /// `truth` where there is a row, false where there is none.
    pub(super) fn where_found(&mut self, found: NodeId, truth: Literal) -> Literal {
        let found = positive(found);
        let both = [(ChainOp::And, truth), (ChainOp::When, found), (ChainOp::And, found)];
        positive(self.chain(&both, false))
    }

    /// `truth`; NULL if there is no row, and an error if the row is one.
    fn if_found(&mut self, row: NodeId, truth: Literal) -> NodeId {
        let found = self.op(Opcode::NotNull, &[row]);
        let null = self.null();
        let unknown = self.op(Opcode::Eq, &[null, null]);
        let found_or_null =
            self.chain(&[(ChainOp::And, positive(unknown)), (ChainOp::Or, positive(found))], false);
        self.chain(
            &[
                (ChainOp::And, truth),
                (ChainOp::When, positive(found)),
                (ChainOp::And, positive(found_or_null)),
            ],
            false,
        )
    }

    fn truth_of_value(&mut self, expr: &Expr) -> Literal {
        let value = self.value(expr);
        let one = self.flow.constant(Value::new(1));
        positive(self.op(Opcode::Eq, &[value, one]))
    }

    pub(super) fn compare(&mut self, op: CompareOp, l: NodeId, r: NodeId) -> NodeId {
        let (opcode, l, r) = match op {
            CompareOp::Eq => (Opcode::Eq, l, r),
            CompareOp::Ne => (Opcode::Ne, l, r),
            CompareOp::Lt => (Opcode::Lt, l, r),
            CompareOp::Le => (Opcode::Le, l, r),
            CompareOp::Gt => (Opcode::Lt, r, l),
            CompareOp::Ge => (Opcode::Le, r, l),
        };
        self.op(opcode, &[l, r])
    }

    /// The comparison that yields a literal, if it is one and has no guard. A negated comparison is
    /// inverted.
    fn comparison(&self, literal: Literal) -> Option<Op> {
        let Node::Op(op) = self.flow.node(literal.node) else { return None };
        let [_, a, b, _, d, e] = op.args;
        let wide = |opcode, [a, b, d, e]: [Arg; 4]| Op::new(opcode, &[a, b, Arg::None, d, e]);
        let inverse = match op.opcode {
            Opcode::Eq => Op::new(Opcode::Ne, &[a, b]),
            Opcode::Ne => Op::new(Opcode::Eq, &[a, b]),
            Opcode::Lt => Op::new(Opcode::Le, &[b, a]),
            Opcode::Le => Op::new(Opcode::Lt, &[b, a]),
            Opcode::IsNull => Op::new(Opcode::NotNull, &[a]),
            Opcode::NotNull => Op::new(Opcode::IsNull, &[a]),
            Opcode::WideEq => wide(Opcode::WideNe, [a, b, d, e]),
            Opcode::WideNe => wide(Opcode::WideEq, [a, b, d, e]),
            Opcode::WideLt => wide(Opcode::WideLe, [b, a, e, d]),
            Opcode::WideLe => wide(Opcode::WideLt, [b, a, e, d]),
            Opcode::WideIsNull => Op::new(Opcode::WideNotNull, &[a]),
            Opcode::WideNotNull => Op::new(Opcode::WideIsNull, &[a]),
            Opcode::Move
            | Opcode::Add
            | Opcode::Sub
            | Opcode::Mul
            | Opcode::Range
            | Opcode::Select
            | Opcode::Coalesce
            | Opcode::Truth
            | Opcode::Clean
            | Opcode::Chain
            | Opcode::Div
            | Opcode::Rem
            | Opcode::MulDiv
            | Opcode::Widen
            | Opcode::WideAdd
            | Opcode::WideSub
            | Opcode::WideMul
            | Opcode::WideDiv
            | Opcode::WideRem
            | Opcode::WideScale
            | Opcode::WideRound
            | Opcode::WideSelect
            | Opcode::WideCoalesce
            | Opcode::WideClean
            | Opcode::Narrow
            | Opcode::Pair
            | Opcode::Like
            | Opcode::Named
            | Opcode::Settle
            | Opcode::Lookup
            | Opcode::Fetch
            | Opcode::WideFetch
            | Opcode::Reserve
            | Opcode::Level
            | Opcode::Verdict
            | Opcode::Insert
            | Opcode::Write
            | Opcode::Delete
            | Opcode::Find
            | Opcode::Open
            | Opcode::Fold
            | Opcode::Close
            | engine::scan_opcodes!() => return None,
        };
        let guard = guard_place(op.opcode).map_or(Arg::None, |place| op.args[place]);
        (guard == Arg::None).then_some(if literal.negated { inverse } else { op })
    }

    /// A literal as a predicate without negation.
    fn plain(&mut self, literal: Literal) -> NodeId {
        if !literal.negated {
            return literal.node;
        }
        match self.comparison(literal) {
            Some(op) => self.flow.op(op),
            None => self.chain(&[(ChainOp::And, literal)], false),
        }
    }

    fn tree(&mut self, expr: &Expr, negated: bool) -> Tree {
        let (op, children) = match &expr.kind {
            ExprKind::And(children) => (if negated { ChainOp::Or } else { ChainOp::And }, children),
            ExprKind::Or(children) => (if negated { ChainOp::And } else { ChainOp::Or }, children),
            ExprKind::Not(operand) => return self.tree(operand, !negated),
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Arith(..)
            | ExprKind::Compare(..)
            | ExprKind::Distinct(..)
            | ExprKind::Like(..)
            | ExprKind::Function(..)
            | ExprKind::Calendar(..)
            | ExprKind::Round(..)
            | ExprKind::IsNull(_)
            | ExprKind::Case { .. }
            | ExprKind::Coalesce(_)
            | ExprKind::Convert(_)
            | ExprKind::Lookup { .. }
            | ExprKind::Exists { .. }
            | ExprKind::Aggregate(_)
            | ExprKind::Call(_) => {
                let literal = self.truth(expr);
                return Tree::Leaf(if negated { literal.negate() } else { literal });
            }
        };
        let mut joined = Vec::with_capacity(children.len());
        for child in children {
            match self.tree(child, negated) {
                // Negation can make an inner operator equal to the outer one.
                Tree::Join(inner, grandchildren, _) if inner == op => joined.extend(grandchildren),
                child => joined.push(child),
            }
        }
        let depth = 1 + joined.iter().map(Tree::depth).max().unwrap_or(0);
        Tree::Join(op, joined, depth)
    }

    fn join(&mut self, tree: &Tree) -> Literal {
        match tree {
            Tree::Leaf(literal) => *literal,
            Tree::Join(..) => {
                let line = self.line(tree);
                positive(self.chain(&line, false))
            }
        }
    }

    /// A tree as one chain: the deepest branch first, with the other branches joined to it.
    fn line(&mut self, tree: &Tree) -> Vec<(ChainOp, Literal)> {
        let (op, children) = match tree {
            Tree::Leaf(literal) => return vec![(ChainOp::And, *literal)],
            Tree::Join(op, children, _) => (*op, children),
        };
        let Some(deepest) = (0..children.len()).max_by_key(|i| children[*i].depth()) else {
            return Vec::new();
        };
        let mut others = Vec::with_capacity(children.len());
        for (i, child) in children.iter().enumerate() {
            if i != deepest {
                let literal = self.join(child);
                others.push(literal);
            }
        }
        // Wide joins are reduced in parallel, four operands at a time.
        while others.len() >= CHAIN_OPERANDS {
            let groups: Vec<Vec<Literal>> =
                others.chunks(CHAIN_OPERANDS).map(<[Literal]>::to_vec).collect();
            others.clear();
            for group in groups {
                let line: Vec<_> = group.into_iter().map(|literal| (op, literal)).collect();
                let literal = if let [(_, only)] = line.as_slice() {
                    *only
                } else {
                    positive(self.chain(&line, false))
                };
                others.push(literal);
            }
        }
        let mut line = self.line(&children[deepest]);
        line.extend(others.into_iter().map(|literal| (op, literal)));
        line
    }

    /// The predicate of a chain of literals. The operator of the first literal is ignored.
    pub(super) fn chain(&mut self, line: &[(ChainOp, Literal)], or_false: bool) -> NodeId {
        if let ([(_, Literal { node, negated: false })], false) = (line, or_false) {
            return *node;
        }
        let op = self.chain_op(line, or_false);
        self.flow.op(op)
    }

    /// Emits a chain except for its last instruction, which is returned.
    fn chain_op(&mut self, line: &[(ChainOp, Literal)], or_false: bool) -> Op {
        let (first, mut rest) = line.split_at(line.len().min(CHAIN_OPERANDS));
        let mut part = first.to_vec();
        // Each further instruction continues with the result of the one before it.
        while !rest.is_empty() {
            let so_far = self.flow.op(one_chain(&part, false));
            let next;
            (next, rest) = rest.split_at(rest.len().min(CHAIN_OPERANDS - 1));
            part = vec![(ChainOp::And, positive(so_far))];
            part.extend_from_slice(next);
        }
        one_chain(&part, or_false)
    }

    /// Adds a verdict entry that requires that a predicate is not an error: it holds for true and
    /// for false.
    pub(super) fn judge_predicate(&mut self, entry: Entry, predicate: NodeId) {
        let literal = positive(predicate);
        let op = self.chain_op(&[(ChainOp::And, literal), (ChainOp::Or, literal.negate())], false);
        let node = self.flow.distinct(op);
        self.flow.judge(entry, node);
    }
}

/// One chain instruction of at most [`CHAIN_OPERANDS`] literals.
fn one_chain(line: &[(ChainOp, Literal)], or_false: bool) -> Op {
    let mut chain = Chain { or_false, ..Chain::default() };
    let mut args = [Arg::None; 5];
    for (i, (op, literal)) in line.iter().enumerate() {
        args[i] = Arg::Node(literal.node);
        chain.negate[i] = literal.negated;
        if i > 0 {
            chain.ops[i - 1] = Some(*op);
        }
    }
    args[4] = Arg::Immediate(chain.encode());
    Op::new(Opcode::Chain, &args)
}

/// The operand of a comparison or test that holds its guard.
fn guard_place(opcode: Opcode) -> Option<usize> {
    opcode.signature().roles.iter().position(|role| *role == Role::ReadPredicateOptional)
}

pub(super) fn positive(node: NodeId) -> Literal {
    Literal { node, negated: false }
}
