// SPDX-License-Identifier: Apache-2.0

//! Scans: an aggregate over the rows of a list becomes a row program with accumulators.
//!
//! A row program is a dataflow by itself. Its inputs are the columns of the row and the *captures*:
//! what does not depend on the row is computed once, outside.

use super::context::{Calls, Lowering, Row};
use super::row_program::{RowProgram, ScanCheck};
use super::truth::positive;
use crate::flow::{Accumulated, Arg, Facts, Flow, Literal, Node, NodeId, Op, ScanFlow};
use crate::hir::{Aggregate, AggregateFn, Call, Expr, ExprKind, Path, Purpose, RowVar};
use crate::plan::{Hidden, KeptList};
use crate::resolve::lower_bound;
use engine::isa::{ChainOp, Opcode};
use engine::machine::{COLUMNS_MAX, SCAN_DISTINCT_MAX};
use engine::program::Entry;
use engine::requirements::Feature;
use engine::scan::Function;
use engine::schema::{ColumnId, RuleId, TableId};
use engine::value::{Truth, Value};
use engine::verdict::Reason;

/// What a statement does to the rows that a scan selects.
struct RowChanges<'a> {
    /// The columns that it assigns; it deletes the rows if absent.
    set: Option<&'a [(ColumnId, Expr)]>,
    /// Whether what selects the group, or whether the statement takes place, can be an error.
    may_fail: bool,
}

impl Lowering<'_> {
    /// Brings the results of the calls of a scanned aggregate into scope, and returns those that
    /// were.
    pub(super) fn enter_scan(&mut self, aggregate: &Aggregate, hidden: &Hidden) -> Calls {
        let (scan, results) = self.scan(aggregate, hidden, None, None);
        for ((accumulator, _), call) in results.iter().zip(&aggregate.calls) {
            let is_one_row =
                matches!(aggregate.path, Path::Scanned { purpose: Purpose::OneRow, .. });
            let (most, reason) = match call.function {
                AggregateFn::Distinct => (SCAN_DISTINCT_MAX as u16, Reason::LevelsFull),
                AggregateFn::Nth { .. } if is_one_row => (1, Reason::ManyRows),
                _ => continue,
            };
            let (table, accumulator) = (hidden.id, *accumulator);
            self.note_check(ScanCheck::Within { table, scan, accumulator, most, reason });
        }
        let columns = Vec::new();
        let calls = Calls { table: hidden.id, group: None, columns, scan: Some((scan, results)) };
        std::mem::replace(&mut self.calls, calls)
    }

    /// Changes or deletes every row that a scan selects, if `enable` is true.
    pub(super) fn change_rows(
        &mut self,
        rows: &Expr,
        set: Option<&[(ColumnId, Expr)]>,
        enable: Option<NodeId>,
    ) {
        let ExprKind::Aggregate(aggregate) = &rows.kind else { return };
        let (rules, plan) = (self.rules, self.plan);
        let hidden = plan.hidden_of(rules, aggregate);
        let (scan, results) = self.scan(aggregate, hidden, Some(set), enable);
        for (accumulator, _) in results {
            let number = match self.flow.node(scan) {
                Node::Op(Op { args: [_, _, Arg::Immediate(number), ..], .. }) => number,
                _ => continue,
            };
            let function = self.flow.scans[usize::from(number)].accumulators
                [usize::from(accumulator)]
            .function;
            let result = self.result(Opcode::Result, hidden.id, scan, (accumulator, 0));
            if function == Function::Any {
                let zero = self.flow.constant(Value::new(0));
                let none = positive(self.op(Opcode::Eq, &[result, zero]));
                self.judge(Entry::Check(Reason::NullViolation), none, enable);
            } else {
                let entry = Entry::Check(Reason::Overflow);
                self.judge_value(entry, Opcode::Clean, result, enable);
            }
        }
        self.flow.commit(Op::on(Opcode::Apply, hidden.id, &[Arg::Node(scan)]));
    }

    /// A scan, with the accumulator of each call and the place in it. `changes` are what a
    /// statement assigns to the rows; it deletes them if these are absent.
    fn scan(
        &mut self,
        aggregate: &Aggregate,
        hidden: &Hidden,
        changes: Option<Option<&[(ColumnId, Expr)]>>,
        enable: Option<NodeId>,
    ) -> (NodeId, Vec<(u16, u16)>) {
        let none = KeptList { bound: 0, is_checked: false, time: None, columns: Vec::new() };
        let list = hidden.list.as_ref().unwrap_or(&none);
        let (in_list, others): (Vec<_>, Vec<_>) =
            aggregate.group.iter().partition(|(column, _)| hidden.group.contains(column));
        let keys: Vec<NodeId> = in_list.iter().map(|(_, value)| self.value(value)).collect();
        let group = self.group(hidden.id, &keys, None);
        let equated: Vec<(ColumnId, NodeId)> =
            others.iter().map(|(column, value)| (*column, self.value(value))).collect();
        let when = self.scanned_when(aggregate, &equated, enable);
        let since = list.time.and_then(|time| {
            let (bound, inclusive) = lower_bound(aggregate.conjuncts(), aggregate.var, time)?;
            Some((self.value(bound), inclusive))
        });
        let changes = changes.map(|set| RowChanges {
            set,
            may_fail: self.flow.facts(group).error
                || when.is_some_and(|when| self.flow.facts(when).error),
        });
        let (scan, results) = self.row_program(aggregate, hidden, &equated, changes);
        let (scan, results) = self.scan_node(ScanFlow { group, when, since, ..scan }, results);
        if since.is_some() {
            self.note_check(ScanCheck::Sound(hidden.id, scan));
        }
        (scan, results)
    }

    /// The predicate of a scan: the condition of the aggregate, and that no value that a column
    /// must equal is NULL or an error. It is true, NULL or an error.
    fn scanned_when(
        &mut self,
        aggregate: &Aggregate,
        equated: &[(ColumnId, NodeId)],
        enable: Option<NodeId>,
    ) -> Option<NodeId> {
        let mut all: Vec<NodeId> = Vec::new();
        for (_, value) in equated {
            let Facts { null, error } = self.flow.facts(*value);
            if null || error {
                all.push(self.op(Opcode::Eq, &[*value, *value]));
            }
        }
        let condition = aggregate.condition.as_ref().map(|condition| self.enable(condition));
        for condition in condition.into_iter().chain(enable) {
            let condition = positive(condition);
            let null = self.null();
            let unknown = positive(self.op(Opcode::Eq, &[null, null]));
            all.push(self.chain(&[(ChainOp::And, condition), (ChainOp::Or, unknown)], false));
        }
        all.into_iter().reduce(|a, b| self.both(a, b))
    }

    /// The row program of an aggregate, and the accumulator of each call with the place in it.
    fn row_program(
        &mut self,
        aggregate: &Aggregate,
        hidden: &Hidden,
        equated: &[(ColumnId, NodeId)],
        changes: Option<RowChanges<'_>>,
    ) -> (ScanFlow, Vec<(u16, u16)>) {
        let columns = hidden.list.as_ref().map_or(Vec::new(), |list| list.columns.clone());
        let bound = hidden.list.as_ref().map_or(0, |list| list.bound);
        self.needs(Feature::Scan, aggregate.value.span);
        self.row_program = Some(RowProgram {
            outside: std::mem::take(&mut self.flow),
            rows: vec![aggregate.var],
            captures: Vec::new(),
        });
        let row = Row::Copied(hidden.base, columns.clone());
        self.rows.insert(aggregate.var, row);
        let mut filter: Vec<Literal> = Vec::new();
        for (column, value) in equated {
            // Where it is NULL or an error, no row is taken.
            let value = self.capture(*value, false, Facts::default());
            let column = self.column(aggregate.var, *column);
            filter.push(positive(self.op(Opcode::Eq, &[column, value])));
        }
        // Of the rows of the list, what its condition says is known.
        for conjunct in aggregate.conjuncts() {
            filter.push(self.truth(conjunct));
        }
        let filter: Vec<(ChainOp, Literal)> =
            filter.into_iter().map(|literal| (ChainOp::And, literal)).collect();
        let filter = (!filter.is_empty()).then(|| self.chain(&filter, false));
        let mut scan = ScanFlow {
            list: hidden.id,
            group: NodeId(0),
            when: None,
            bound,
            columns: columns.len(),
            captures: Vec::new(),
            flow: Flow::default(),
            filter,
            since: None,
            accumulators: Vec::new(),
            changes: None,
        };
        let mut results = Vec::with_capacity(aggregate.calls.len() + 1);
        for call in &aggregate.calls {
            let accumulated = self.accumulated(call);
            let place = match call.function {
                AggregateFn::Nth { place, .. } => place.into(),
                _ => 0,
            };
            results.push((scan.accumulate(accumulated), place));
        }
        if let Some(changes) = changes {
            results.extend(self.row_changes(hidden.base, changes, &mut scan));
        }
        self.rows.remove(&aggregate.var);
        if let Some(program) = self.row_program.take() {
            scan.flow = std::mem::replace(&mut self.flow, program.outside);
            scan.captures = program.captures;
            self.flow.needs.append(&mut scan.flow.needs);
        }
        (scan, results)
    }

    /// What a statement assigns to each row, and the accumulators that show whether a value is
    /// NULL or an error that cannot be stored.
    fn row_changes(
        &mut self,
        table: TableId,
        RowChanges { set, may_fail }: RowChanges<'_>,
        scan: &mut ScanFlow,
    ) -> Vec<(u16, u16)> {
        let mut checks = Vec::new();
        let mut missing: Option<NodeId> = None;
        let mut writes = Vec::new();
        for (column, value) in set.into_iter().flatten() {
            let node = self.value(value);
            let columns = &self.rules.tables[usize::from(table.0)].columns;
            let facts = self.flow.facts(node);
            if facts.null && !columns[usize::from(column.0)].nullable {
                let is_null = self.op(Opcode::IsNull, &[node]);
                missing = Some(missing.map_or(is_null, |other| self.either(other, is_null)));
            }
            if facts.error {
                checks.push(Accumulated::new(Function::Count, Some((node, false))));
            }
            writes.push((*column, node));
        }
        if let Some(missing) = missing {
            if let Some(filter) = scan.filter.filter(|_| self.flow.facts(missing).error) {
                // NULL and an error are an error, but a row that is not selected has none.
                scan.filter = Some(self.chain(&[(ChainOp::And, positive(filter))], true));
            }
            let any = Accumulated { when: Some(missing), ..Accumulated::new(Function::Any, None) };
            checks.push(any);
        }
        let may_fail = may_fail || scan.filter.is_some_and(|filter| self.flow.facts(filter).error);
        // A check of missing values alone does not see the errors of the condition.
        if may_fail && checks.iter().all(|check| check.when.is_some()) {
            checks.push(Accumulated::new(Function::Count, None));
        }
        scan.changes = Some(set.is_some().then_some(writes));
        checks.into_iter().map(|check| (scan.accumulate(check), 0)).collect()
    }

    fn accumulated(&mut self, call: &Call) -> Accumulated {
        let function = match call.function {
            AggregateFn::Count => Function::Count,
            AggregateFn::Sum => Function::Sum,
            AggregateFn::Min => Function::Min,
            AggregateFn::Max => Function::Max,
            AggregateFn::Distinct => Function::Distinct,
            AggregateFn::Any => Function::Any,
            AggregateFn::Nth { descending: false, .. } => Function::Ascending,
            AggregateFn::Nth { descending: true, .. } => Function::Descending,
        };
        let argument = call.argument.as_ref().map(|argument| {
            let is_wide = !self.fits(argument) && call.function != AggregateFn::Distinct;
            let node = if is_wide { self.wide(argument) } else { self.value(argument) };
            (node, is_wide)
        });
        let order = call.order.as_ref().map(|order| self.value(order));
        Accumulated { function, when: None, argument, order }
    }

    /// The result of a call of the scanned aggregate whose value is being lowered.
    pub(super) fn scanned_call(&mut self, opcode: Opcode, index: usize) -> Option<NodeId> {
        let (scan, results) = self.calls.scan.as_ref()?;
        let (scan, result) = (*scan, *results.get(index)?);
        let table = self.calls.table;
        Some(self.result(opcode, table, scan, result))
    }

    fn result(
        &mut self,
        opcode: Opcode,
        table: TableId,
        scan: NodeId,
        (accumulator, place): (u16, u16),
    ) -> NodeId {
        let args = [Arg::Node(scan), Arg::Immediate(accumulator), Arg::Immediate(place)];
        self.flow.op(Op::on(opcode, table, &args))
    }

    /// What an expression gives in a row program, if it does not depend on the row: it is computed
    /// outside. None outside a row program, and for literals.
    pub(super) fn captured(&mut self, expr: &Expr, is_wide: bool) -> Option<NodeId> {
        let program = self.row_program.as_ref()?;
        let is_literal =
            matches!(expr.kind, ExprKind::Number(_) | ExprKind::Text(_) | ExprKind::Null);
        if is_literal || depends(expr, &program.rows) {
            return None;
        }
        let (node, facts) = self.outside(|lowering| {
            let node = if is_wide { lowering.wide(expr) } else { lowering.value(expr) };
            (node, lowering.flow.facts(node))
        });
        Some(self.capture(node, is_wide, facts))
    }

    /// The truth of a condition in a row program, if it does not depend on the row.
    pub(super) fn captured_truth(&mut self, expr: &Expr) -> Option<Literal> {
        let program = self.row_program.as_ref()?;
        if matches!(expr.kind, ExprKind::Number(_) | ExprKind::Null) || depends(expr, &program.rows)
        {
            return None;
        }
        let (node, facts) = self.outside(|lowering| {
            let truth = lowering.predicate(expr);
            let node = lowering.op(Opcode::Truth, &[truth]);
            (node, lowering.flow.facts(node))
        });
        let captured = self.capture(node, false, facts);
        let one = self.flow.constant(Truth::True.to_value());
        Some(positive(self.op(Opcode::Eq, &[captured, one])))
    }

    /// Notes that a row program finds a row for the scanned one.
    pub(super) fn note_row(&mut self, var: RowVar) {
        if let Some(program) = &mut self.row_program {
            program.rows.push(var);
        }
    }

    /// Lowers something that does not depend on the row, outside the row program.
    fn outside<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> T {
        let Some(mut program) = self.row_program.take() else { return lower(self) };
        std::mem::swap(&mut self.flow, &mut program.outside);
        let calls = std::mem::replace(&mut self.calls, Calls::NONE);
        let lowered = lower(self);
        self.calls = calls;
        std::mem::swap(&mut self.flow, &mut program.outside);
        self.row_program = Some(program);
        lowered
    }

    /// The input of the row program for a node outside.
    fn capture(&mut self, node: NodeId, is_wide: bool, facts: Facts) -> NodeId {
        let Some(program) = &mut self.row_program else { return node };
        if let Some(constant) = program.outside.as_constant(node)
            && !is_wide
        {
            return self.flow.constant(constant);
        }
        let known = program.captures.iter().position(|capture| *capture == (node, is_wide));
        let place = known.unwrap_or_else(|| {
            program.captures.push((node, is_wide));
            program.captures.len() - 1
        });
        self.flow.input((COLUMNS_MAX + place) as u16, facts)
    }

    /// The input of the row program for a column of the row.
    pub(super) fn copied(
        &mut self,
        table: TableId,
        columns: &[ColumnId],
        column: ColumnId,
    ) -> NodeId {
        let place = columns.iter().position(|copied| *copied == column).unwrap_or(0);
        let null = self.rules.tables[usize::from(table.0)].columns[usize::from(column.0)].nullable;
        self.flow.input(place as u16, Facts { null, error: false })
    }

    fn note_check(&mut self, check: ScanCheck) {
        if !self.scan_checks.contains(&check) {
            self.scan_checks.push(check);
        }
    }

    /// Adds the entries of the scans that a rule or a statement needed, after the others.
    pub(super) fn judge_scans(
        &mut self,
        checks: Vec<ScanCheck>,
        rule: Option<RuleId>,
        guard: Option<NodeId>,
    ) {
        for check in checks {
            let entry = |reason| match rule {
                Some(rule) => Entry::RuleCheck(rule, reason),
                None => Entry::Check(reason),
            };
            match check {
                ScanCheck::Sound(table, scan) => {
                    let guard = guard.map_or(Arg::None, Arg::Node);
                    let op = Op::on(Opcode::Sound, table, &[Arg::Node(scan), guard]);
                    let node = self.flow.distinct(op);
                    self.flow.judge(entry(Reason::WindowFull), node);
                }
                ScanCheck::Within { table, scan, accumulator, most, reason } => {
                    let [accumulator, most] = [accumulator, most].map(Arg::Immediate);
                    let guard = guard.map_or(Arg::None, Arg::Node);
                    let args = [Arg::Node(scan), accumulator, most, guard];
                    let node = self.flow.distinct(Op::on(Opcode::Within, table, &args));
                    self.flow.judge(entry(reason), node);
                }
            }
        }
    }
}

/// Whether an expression depends on one of these rows, or on a call of the aggregate around it.
fn depends(expr: &Expr, rows: &[RowVar]) -> bool {
    let mut stack = vec![(expr, true)];
    while let Some((expr, sees_calls)) = stack.pop() {
        match &expr.kind {
            ExprKind::Column(row, _) if rows.contains(row) => return true,
            ExprKind::Call(_) if sees_calls => return true,
            _ => {}
        }
        let is_aggregate = matches!(expr.kind, ExprKind::Aggregate(_));
        stack.extend(expr.parts().into_iter().map(|part| (part, sees_calls && !is_aggregate)));
    }
    false
}
