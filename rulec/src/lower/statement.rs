// SPDX-License-Identifier: Apache-2.0

//! Statements: their checks before the verdict, in the order that the language reference gives, and
//! their commit after it.

use super::context::{Change, ChangeKind, Known, Lowering, Row};
use super::contradiction::contradict;
use super::truth::positive;
use crate::flow::{Arg, NodeId, Op};
use crate::hir::{ConflictUpdate, Expr, RowMatch, Statement, StatementKind};
use crate::plan::Hidden;
use engine::isa::{ChainOp, Opcode};
use engine::program::Entry;
use engine::schema::{ColumnId, TableId};
use engine::verdict::Reason;

/// What a statement proposes: the values of a row, if it inserts one, and the predicate that the
/// statement takes place, which is never NULL.
pub(super) struct Proposed {
    values: Vec<NodeId>,
    enable: Option<NodeId>,
}

impl Lowering<'_> {
    /// Lowers statements that take place if `enable` is true. `enable` is never NULL.
    pub(super) fn statements(&mut self, statements: &[Statement], enable: Option<NodeId>) {
        for change in Statement::changes(statements) {
            if self.flow.is_full() {
                break;
            }
            let proposed: Vec<Proposed> =
                change.iter().map(|one| self.proposed_row(&one.kind, enable)).collect();
            for (statement, proposed) in change.iter().zip(proposed) {
                self.statement(&statement.kind, proposed);
            }
            let of_change = std::mem::take(&mut self.scan_checks);
            self.judge_scans(of_change, None, enable);
        }
    }

    /// The row that a statement proposes, and whether the statement takes place.
    pub(super) fn proposed_row(
        &mut self,
        statement: &StatementKind,
        enable: Option<NodeId>,
    ) -> Proposed {
        // An error in the `where` of the block is an error of each of its statements.
        if let Some(enable) = enable.filter(|e| self.flow.facts(*e).error) {
            self.judge_predicate(Entry::Check(Reason::Overflow), enable);
        }
        match statement {
            StatementKind::Insert { values, .. } => {
                Proposed { values: values.iter().map(|e| self.value(e)).collect(), enable }
            }
            StatementKind::Upsert { values, when, .. } => {
                let when = when.as_ref().map(|when| self.enable(when));
                let may_fail = when.is_some_and(|when| self.flow.facts(when).error);
                let enable = match (enable, when) {
                    (Some(enable), Some(when)) => Some(self.both(enable, when)),
                    (enable, when) => enable.or(when),
                };
                // An error matters only where the block runs.
                if let Some(enable) = enable.filter(|_| may_fail) {
                    self.judge_predicate(Entry::Check(Reason::Overflow), enable);
                }
                Proposed { values: values.iter().map(|e| self.value(e)).collect(), enable }
            }
            StatementKind::Update { .. }
            | StatementKind::Rows { .. }
            | StatementKind::Delete { .. } => Proposed { values: Vec::new(), enable },
        }
    }

    /// Lowers a statement with the row that it proposes.
    pub(super) fn statement(&mut self, statement: &StatementKind, proposed: Proposed) {
        let Proposed { values, enable } = proposed;
        match statement {
            StatementKind::Insert { table, .. } => self.insert(*table, values, enable),
            StatementKind::Upsert { table, update, .. } => {
                self.upsert(*table, values, update.as_ref(), enable);
            }
            StatementKind::Update { table, row, set } => self.update(*table, row, set, enable),
            StatementKind::Rows { rows, set, .. } => {
                self.change_rows(rows, set.as_deref(), enable);
            }
            StatementKind::Delete { table, row } => self.delete(*table, row, enable),
        }
    }

    /// Inserts a row with one value for each column.
    pub(super) fn insert(&mut self, table: TableId, values: Vec<NodeId>, enable: Option<NodeId>) {
        let there = self.proposed(table, &values, enable);
        self.judge_value(Entry::Check(Reason::DuplicateKey), Opcode::IsNull, there, enable);
        let change = self.add_row(table, values, enable);
        self.record(change);
    }

    /// Inserts a row, or updates the one that has its key.
    fn upsert(
        &mut self,
        table: TableId,
        values: Vec<NodeId>,
        update: Option<&ConflictUpdate>,
        enable: Option<NodeId>,
    ) {
        let there = self.proposed(table, &values, enable);
        let absent = self.op(Opcode::IsNull, &[there]);
        let absent = enable.map_or(absent, |enable| self.both(enable, absent));
        // Insert and update exclude one another, so that neither sees the other's change.
        let row = update.map(|update| self.row_there(table, there, &values, update, enable));
        if let (Some(update), Some((_, placed))) = (update, row) {
            self.known = self.known_of_upsert(table, &values, update, placed);
        }
        let inserted = self.add_row(table, values, Some(absent));
        let updated = update.zip(row).map(|(update, (handle, _))| {
            self.check_row(handle);
            let change = self.change_row(table, handle, &update.set);
            self.rows.remove(&update.row);
            self.rows.remove(&update.excluded);
            change
        });
        self.known = Known::default();
        self.record(inserted);
        updated.into_iter().for_each(|change| self.record(change));
    }

    /// The row that an upsert updates, NULL if it updates none, and whether the upsert inserts or
    /// updates a row.
    fn row_there(
        &mut self,
        table: TableId,
        there: NodeId,
        values: &[NodeId],
        update: &ConflictUpdate,
        enable: Option<NodeId>,
    ) -> (NodeId, Option<NodeId>) {
        let mut handle = there;
        if let Some(enable) = enable {
            let null = self.null();
            handle = self.select(enable, there, null);
        }
        self.rows.insert(update.row, Row::Stored(table, handle));
        self.rows.insert(update.excluded, Row::Values(values.to_vec()));
        let Some(condition) = &update.condition else { return (handle, enable) };
        let found = self.op(Opcode::NotNull, &[handle]);
        let condition = self.truth(condition);
        let holds = self.required(condition, found);
        let null = self.null();
        let updated = self.select(holds, handle, null);
        self.rows.insert(update.row, Row::Stored(table, updated));
        let mut placed = holds;
        if self.flow.facts(holds).null {
            placed = self.chain(&[(ChainOp::And, positive(holds))], true);
        }
        (updated, Some(enable.map_or(placed, |enable| self.both(enable, placed))))
    }

    /// What is known of the row that an upsert inserts or updates.
    fn known_of_upsert(
        &mut self,
        table: TableId,
        values: &[NodeId],
        update: &ConflictUpdate,
        placed: Option<NodeId>,
    ) -> Known {
        let outside = self.outside_of(table, update.condition.as_ref());
        if outside.is_empty() {
            return Known::default();
        }
        let key = &self.rules.tables[usize::from(table.0)].key;
        let set: Vec<(ColumnId, NodeId)> =
            update.set.iter().map(|(column, expr)| (*column, self.value(expr))).collect();
        let is_same = |column: ColumnId| {
            let proposed = (column, values[usize::from(column.0)]);
            key.contains(&column) || set.contains(&proposed)
        };
        let columns = 0..values.len() as u16;
        let plan = self.plan;
        let is_once = |hidden: &&Hidden| {
            let mut columns = columns.clone().map(ColumnId);
            outside.contains(&hidden.id)
                && hidden.list.is_none()
                && columns.all(|column| !hidden.depends_on(column) || is_same(column))
        };
        let once = plan.hidden.iter().filter(is_once).map(|hidden| hidden.id).collect();
        Known { outside, once, placed }
    }

    /// The hidden tables over a table of which no row that meets a condition is a part.
    fn outside_of(&self, table: TableId, condition: Option<&Expr>) -> Vec<TableId> {
        let Some(condition) = condition else { return Vec::new() };
        let of_table = self.plan.hidden.iter().filter(|hidden| hidden.base == table);
        let is_outside = |hidden: &&Hidden| {
            let filter = hidden.filter.as_ref();
            filter.is_some_and(|filter| contradict(condition, filter))
        };
        of_table.filter(is_outside).map(|hidden| hidden.id).collect()
    }

    /// Checks the values of a row to be inserted. Returns the handle of the row with its key.
    fn proposed(&mut self, table: TableId, values: &[NodeId], enable: Option<NodeId>) -> NodeId {
        let def = &self.rules.tables[usize::from(table.0)];
        for (column, value) in def.columns.iter().zip(values) {
            self.judge_written(*value, column.nullable, enable);
        }
        let keys: Vec<NodeId> = def.key.iter().map(|c| values[usize::from(c.0)]).collect();
        self.look_up(table, &keys)
    }

    /// Adds a row whose values are checked, if `enable` is true.
    fn add_row(&mut self, table: TableId, values: Vec<NodeId>, enable: Option<NodeId>) -> Change {
        let key = &self.rules.tables[usize::from(table.0)].key;
        let keys: Vec<NodeId> = key.iter().map(|c| values[usize::from(c.0)]).collect();
        let keys = self.key(&keys);
        let row = self.reserve(table, enable, Reason::TableFull);
        let after = Row::Values(values.clone());
        self.move_aggregates((table, row), None, Some((after, enable)), &|_| true);

        let mut insert = Op::on(Opcode::Insert, table, &keys).when(enable);
        insert.args[0] = Arg::Node(row);
        self.flow.commit(insert);
        // Every column is written, including keys and NULLs: the memory of a column still holds the
        // value of an earlier row.
        for (i, value) in values.iter().enumerate() {
            self.write(table, row, ColumnId(i as u16), *value);
        }
        self.commit_aggregates();
        Change { table, row, kind: ChangeKind::Insert(values) }
    }

    fn update(
        &mut self,
        table: TableId,
        row: &RowMatch,
        set: &[(ColumnId, Expr)],
        enable: Option<NodeId>,
    ) {
        let handle = self.row_matched(table, row, enable);
        self.known.outside = self.outside_of(table, row.residual.as_ref());
        let change = self.change_row(table, handle, set);
        self.known = Known::default();
        self.rows.remove(&row.var);
        self.record(change);
    }

    /// Changes columns of a row; its handle is NULL if the statement does not take place.
    fn change_row(&mut self, table: TableId, handle: NodeId, set: &[(ColumnId, Expr)]) -> Change {
        let present = self.op(Opcode::NotNull, &[handle]);
        let mut values = Vec::with_capacity(set.len());
        for (column, expr) in set {
            let value = self.value(expr);
            let nullable =
                self.rules.tables[usize::from(table.0)].columns[usize::from(column.0)].nullable;
            // If the row exists, the value is NULL only where the resolver says that it can be.
            if expr.nullable || nullable {
                self.judge_written(value, nullable, Some(present));
            } else if self.flow.facts(value).error {
                let entry = Entry::Check(Reason::Overflow);
                self.judge_value(entry, Opcode::Clean, value, Some(present));
            }
            values.push((*column, value));
        }
        let columns = self.rules.tables[usize::from(table.0)].columns.len();
        let after = (0..columns)
            .map(|i| {
                let column = ColumnId(i as u16);
                let assigned = values.iter().find(|(c, _)| *c == column).map(|(_, value)| *value);
                assigned.unwrap_or_else(|| self.read(table, handle, column))
            })
            .collect();
        let before = Row::Stored(table, handle);
        let changed = |column| values.iter().any(|(c, _)| *c == column);
        self.move_aggregates(
            (table, handle),
            Some((before, present)),
            Some((Row::Values(after), Some(present))),
            &changed,
        );
        for (column, value) in &values {
            self.write(table, handle, *column, *value);
        }
        self.commit_aggregates();
        Change { table, row: handle, kind: ChangeKind::Update(values) }
    }

    fn delete(&mut self, table: TableId, row: &RowMatch, enable: Option<NodeId>) {
        let handle = self.row_matched(table, row, enable);
        let present = self.op(Opcode::NotNull, &[handle]);
        let before = Some((Row::Stored(table, handle), present));
        self.known.outside = self.outside_of(table, row.residual.as_ref());
        self.move_aggregates((table, handle), before, None, &|_| true);
        self.flow.commit(Op::on(Opcode::Delete, table, &[Arg::Node(handle)]));
        self.commit_aggregates();
        self.known = Known::default();
        self.rows.remove(&row.var);
        self.record(Change { table, row: handle, kind: ChangeKind::Delete });
    }

    /// The row that an update or delete changes; NULL if the statement does not take place. An
    /// error in its `where` rejects.
    fn row_matched(&mut self, table: TableId, row: &RowMatch, enable: Option<NodeId>) -> NodeId {
        let mut handle = self.row_of(table, row);
        if let Some(enable) = enable {
            let null = self.null();
            handle = self.select(enable, handle, null);
        }
        self.check_row(handle);
        self.rows.insert(row.var, Row::Stored(table, handle));
        handle
    }

    /// Checks that the handle of a row is not an error.
    fn check_row(&mut self, handle: NodeId) {
        if self.flow.facts(handle).error {
            self.judge_value(Entry::Check(Reason::Overflow), Opcode::Clean, handle, None);
        }
    }

    /// A free row of the table, if `enable` is true.
    pub(super) fn reserve(
        &mut self,
        table: TableId,
        enable: Option<NodeId>,
        full: Reason,
    ) -> NodeId {
        let enable = enable.map_or(Arg::None, Arg::Node);
        let node = self.flow.distinct(Op::on(Opcode::Reserve, table, &[enable]));
        self.flow.judge(Entry::Check(full), node);
        node
    }

    /// Checks a value to be written: it must not be an error, and not NULL unless the column is
    /// nullable.
    fn judge_written(&mut self, value: NodeId, nullable: bool, enable: Option<NodeId>) {
        let facts = self.flow.facts(value);
        if !nullable && facts.null {
            self.judge_value(Entry::Check(Reason::NullViolation), Opcode::NotNull, value, enable);
        } else if facts.error {
            self.judge_value(Entry::Check(Reason::Overflow), Opcode::Clean, value, enable);
        }
    }

    fn write(&mut self, table: TableId, row: NodeId, column: ColumnId, value: NodeId) {
        self.flow.commit(Op::on(
            Opcode::Write,
            table,
            &[Arg::Node(row), Arg::Immediate(column.0), Arg::Node(value)],
        ));
    }
}
