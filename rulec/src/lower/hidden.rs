// SPDX-License-Identifier: Apache-2.0

//! Maintenance of hidden tables: the effect of a statement on the groups of the aggregates over its
//! table.
//!
//! A row that enters a group is folded into it, and a row that leaves is subtracted. An update is
//! both. Filter, group and arguments are computed on the lanes, from the old and the new row, and
//! checked before the verdict: the new arguments must not be errors, and there must be room in the
//! new group. The commit opens the new group before it closes the old one, so that a group that a
//! row both leaves and enters is not freed in between.

use super::context::{Lowering, Member, Move, Row};
use super::truth::positive;
use crate::flow::{Arg, NodeId, Op};
use crate::hir::{AggregateFn, Expr, ExprKind};
use crate::plan::{Hidden, KeptList, RowCheck};
use engine::isa::{ChainOp, Opcode};
use engine::program::Entry;
use engine::requirements::Feature;
use engine::schema::{ColumnId, TableId};
use engine::verdict::Reason;

impl Lowering<'_> {
    /// Moves a changed row of `table` through every hidden table over it: out of the group of its
    /// `before` state and into the group of its `after` state, each with the predicate under which
    /// it counts. `changed` says which columns can differ.
    ///
    /// The commit instructions wait in `pending` until the statement has emitted its own.
    pub(super) fn move_aggregates(
        &mut self,
        (table, row): (TableId, NodeId),
        before: Option<(Row, NodeId)>,
        after: Option<(Row, Option<NodeId>)>,
        changed: &dyn Fn(ColumnId) -> bool,
    ) {
        let plan = self.plan;
        let columns = self.rules.tables[usize::from(table.0)].columns.len();
        for hidden in plan.hidden.iter().filter(|h| h.base == table) {
            let any = |depends: &dyn Fn(ColumnId) -> bool| {
                (0..columns).map(|i| ColumnId(i as u16)).any(|c| changed(c) && depends(c))
            };
            // An inserted or deleted row always counts. An updated row counts only if a column that
            // the hidden table depends on changes.
            let is_update = before.is_some() && after.is_some();
            if is_update && !any(&|c| hidden.depends_on(c)) {
                continue;
            }
            let is_once = self.known.once.contains(&hidden.id);
            if is_once && is_update {
                continue;
            }
            let was_inside = before.as_ref().filter(|_| !self.known.outside.contains(&hidden.id));
            let old = was_inside.map(|(row, present)| self.member(hidden, row, Some(*present)));
            let is_update = is_update && old.is_some();
            let placed = self.known.placed.filter(|_| is_once);
            let new =
                after.as_ref().map(|(row, enable)| self.member(hidden, row, placed.or(*enable)));
            // The group before the message, if the row is in one.
            let first_change = !self.is_changed(table);
            let old_group = old
                .as_ref()
                .filter(|_| first_change)
                .map(|old| self.group(hidden.id, &old.keys, Some(old.within)));
            let stays = is_update && !any(&|c| hidden.membership_depends_on(c));
            let entering = match (&hidden.list, &new) {
                (Some(list), Some(new)) if !stays => Some(self.entering(list, old.as_ref(), new)),
                _ => None,
            };
            if let Some(new) = &new {
                self.judge_member(hidden, new, stays, entering.map(|(enters, _)| enters));
            }
            let hidden = hidden.id;
            self.pending.push(Move { hidden, row, old, new, old_group, stays, entering });
        }
        if let Some((after, enable)) = after {
            self.check_row_for_scans(table, &after, enable, changed);
        }
    }

    /// Checks that nothing that scans read of a row alone is an error.
    fn check_row_for_scans(
        &mut self,
        table: TableId,
        row: &Row,
        enable: Option<NodeId>,
        changed: &dyn Fn(ColumnId) -> bool,
    ) {
        let plan = self.plan;
        let columns = self.rules.tables[usize::from(table.0)].columns.len();
        let is_changed = |check: &&RowCheck| {
            let mut columns = (0..columns).map(|i| ColumnId(i as u16));
            columns.any(|column| changed(column) && check.depends_on(column))
        };
        for check in plan.checks.values().filter(|check| check.base == table).filter(is_changed) {
            let outer = std::mem::take(&mut self.rows);
            for node in check.filter.iter().chain(&check.arguments).flat_map(Expr::nodes) {
                if let ExprKind::Column(var, _) = node.kind {
                    self.rows.insert(var, row.clone());
                }
            }
            let needs = self.flow.needs.len();
            let filter = check.filter.as_ref().map(|filter| self.enable(filter));
            let arguments: Vec<(NodeId, bool)> = check
                .arguments
                .iter()
                .map(|argument| match self.fits(argument) {
                    true => (self.value(argument), false),
                    false => (self.wide(argument), true),
                })
                .collect();
            self.flow.needs.truncate(needs);
            self.rows = outer;
            let mut within: Vec<NodeId> = enable.into_iter().chain(filter).collect();
            for column in &check.group {
                let definition = &self.rules.tables[usize::from(table.0)].columns;
                if definition[usize::from(column.0)].nullable {
                    let value = self.value_of_row(row, *column);
                    within.push(self.op(Opcode::NotNull, &[value]));
                }
            }
            let within = within.into_iter().reduce(|all, one| self.both(all, one));
            if let Some(within) = within.filter(|within| self.flow.facts(*within).error) {
                self.judge_predicate(Entry::Check(Reason::Overflow), within);
            }
            for (argument, is_wide) in arguments {
                if self.flow.facts(argument).error {
                    let test = if is_wide { Opcode::WideClean } else { Opcode::Clean };
                    self.judge_value(Entry::Check(Reason::Overflow), test, argument, within);
                }
            }
        }
    }

    /// Whether a row enters a list, and whether it leaves one: it does neither where it stays in
    /// its group with its time.
    fn entering(
        &mut self,
        list: &KeptList,
        old: Option<&Member>,
        new: &Member,
    ) -> (NodeId, Option<NodeId>) {
        let Some(old) = old else { return (new.within, None) };
        let time = list.time.and_then(|time| list.place(time)).map(usize::from);
        let times = time.map(|place| (old.copies[place], new.copies[place]));
        let mut same = self.both(old.within, new.within);
        for (before, after) in old.keys.iter().copied().zip(new.keys.iter().copied()) {
            if before != after {
                let equal = self.op(Opcode::Eq, &[before, after]);
                let equal = self.chain(&[(ChainOp::And, positive(equal))], true);
                same = self.both(same, equal);
            }
        }
        if let Some((before, after)) = times.filter(|(before, after)| before != after) {
            let equal = self.same_or_both_null(before, after);
            same = self.both(same, equal);
        }
        let (within, moves) = (positive(new.within), positive(same).negate());
        let enters = self.chain(&[(ChainOp::And, within), (ChainOp::And, moves)], false);
        (enters, Some(self.chain(&[(ChainOp::And, moves)], false)))
    }

    /// Whether two values are equal, or both are NULL.
    fn same_or_both_null(&mut self, a: NodeId, b: NodeId) -> NodeId {
        let equal = self.op(Opcode::Eq, &[a, b]);
        let is_nullable = self.flow.facts(equal).null;
        let equal = self.chain(&[(ChainOp::And, positive(equal))], true);
        if !is_nullable {
            return equal;
        }
        let missing = [self.op(Opcode::IsNull, &[a]), self.op(Opcode::IsNull, &[b])];
        let missing = self.both(missing[0], missing[1]);
        self.either(equal, missing)
    }

    fn value_of_row(&mut self, row: &Row, column: ColumnId) -> NodeId {
        match row {
            Row::Stored(table, handle) => self.read(*table, *handle, column),
            Row::Values(values) => values[usize::from(column.0)],
            Row::Copied(table, columns) => self.copied(*table, columns, column),
        }
    }

    /// Emits the commit instructions of the moves since the last call.
    pub(super) fn commit_aggregates(&mut self) {
        let plan = self.plan;
        for Move { hidden, row, old, new, old_group, stays, entering } in
            std::mem::take(&mut self.pending)
        {
            let Some(hidden) = plan.hidden.iter().find(|h| h.id == hidden) else { continue };
            let reach = |lowering: &mut Self, opcode, member: &Member| {
                let key = lowering.key(&member.keys);
                lowering.flow.commit(Op::on(opcode, hidden.id, &key).when(Some(member.within)))
            };
            // If an earlier statement moved groups, the handle of the group is known only after
            // that.
            let old_group =
                old.as_ref().map(|old| old_group.unwrap_or_else(|| reach(self, Opcode::Find, old)));
            let new_group = match &new {
                Some(_) if stays => old_group,
                Some(new) => Some(reach(self, Opcode::Open, new)),
                None => None,
            };
            for (i, fold) in hidden.folds.iter().enumerate() {
                let (gives, takes) =
                    (old.as_ref().map(|o| o.arguments[i]), new.as_ref().map(|n| n.arguments[i]));
                if stays && gives == takes {
                    continue;
                }
                // The old argument is subtracted first: its group is known early, the new group
                // only when it is open.
                for (group, argument, sign) in [(old_group, gives, 1), (new_group, takes, 0)] {
                    if let (Some(group), Some(argument)) = (group, argument) {
                        let args = [
                            Arg::Node(group),
                            Arg::Immediate(fold.column.0),
                            Arg::Node(argument),
                            Arg::Immediate(sign),
                        ];
                        self.flow.commit(Op::on(Opcode::Fold, hidden.id, &args));
                    }
                }
            }
            if hidden.list.is_some() {
                self.commit_list(hidden.id, row, (&old, &new, new_group), entering);
            }
            if let (Some(group), false) = (old_group, stays) {
                self.flow.commit(Op::on(Opcode::Close, hidden.id, &[Arg::Node(group)]));
            }
        }
    }

    /// Lets a row leave its list, enter another one, and brings its columns there up to date.
    fn commit_list(
        &mut self,
        hidden: TableId,
        row: NodeId,
        (old, new, group): (&Option<Member>, &Option<Member>, Option<NodeId>),
        entering: Option<(NodeId, Option<NodeId>)>,
    ) {
        let stays = old.is_some() && new.is_some() && entering.is_none();
        if old.is_some() && !stays {
            let leaves = entering.and_then(|(_, leaves)| leaves);
            self.flow.commit(Op::on(Opcode::Leave, hidden, &[Arg::Node(row)]).when(leaves));
        }
        let Some(new) = new else { return };
        if let (Some(group), Some((enters, _))) = (group, entering) {
            // A row that is new enters where its group is opened.
            let enters = old.is_some().then_some(enters);
            let args = [Arg::Node(group), Arg::Node(row)];
            self.flow.commit(Op::on(Opcode::Enter, hidden, &args).when(enters));
        }
        for (place, value) in new.copies.iter().enumerate() {
            let is_same = stays && old.as_ref().is_some_and(|old| old.copies[place] == *value);
            if !is_same {
                let args = [Arg::Node(row), Arg::Immediate(place as u16), Arg::Node(*value)];
                self.flow.commit(Op::on(Opcode::Patch, hidden, &args));
            }
        }
    }

    fn member(&mut self, hidden: &Hidden, row: &Row, counts: Option<NodeId>) -> Member {
        let keys: Vec<NodeId> =
            hidden.group.iter().map(|column| self.value_of_row(row, *column)).collect();
        let copied = hidden.list.iter().flat_map(|list| &list.columns);
        let copies = copied.map(|column| self.value_of_row(row, *column)).collect();
        let (filter, arguments) = self.filter_and_arguments(hidden, row);
        // A NULL equals nothing, so a row with a NULL group column is in no group.
        let base = &self.rules.tables[usize::from(hidden.base.0)];
        let mut within = [counts, filter].into_iter().flatten().collect::<Vec<_>>();
        for (column, key) in hidden.group.iter().zip(&keys) {
            if base.columns[usize::from(column.0)].nullable {
                within.push(self.op(Opcode::NotNull, &[*key]));
            }
        }
        let within = within.into_iter().reduce(|all, one| self.both(all, one));
        let within = within.unwrap_or_else(|| self.flow.always());
        Member { within, keys, arguments, copies }
    }

    fn filter_and_arguments(
        &mut self,
        hidden: &Hidden,
        row: &Row,
    ) -> (Option<NodeId>, Vec<NodeId>) {
        // Filter and arguments see only the row. Their variables can come from any rule set of the
        // family.
        let outer = std::mem::take(&mut self.rows);
        let bind = |lowering: &mut Self, expr: &Expr| {
            for node in expr.nodes() {
                if let ExprKind::Column(var, _) = node.kind {
                    lowering.rows.insert(var, row.clone());
                }
            }
        };
        let needs = self.flow.needs.len();
        let filter = hidden.filter.as_ref().map(|filter| {
            bind(self, filter);
            self.enable(filter)
        });
        let arguments = hidden
            .folds
            .iter()
            .map(|fold| {
                bind(self, &fold.argument);
                self.folded(fold.function, &fold.argument)
            })
            .collect();
        self.move_needs(hidden, needs);
        self.rows = outer;
        (filter, arguments)
    }

    /// Moves what was noted from `first` on to the place of an aggregate in this rule set. Only the
    /// first place for a feature counts.
    fn move_needs(&mut self, hidden: &Hidden, first: usize) {
        let noted: Vec<Feature> = self.flow.needs.drain(first..).map(|(need, _)| need).collect();
        for feature in noted {
            if self.flow.needs.iter().all(|(earlier, _)| *earlier != feature)
                && let Some((_, place)) = self.plan.aggregates_of(self.rules, hidden.id).next()
            {
                self.needs(feature, place);
            }
        }
    }

    /// Checks that the arguments of a row that enters a group are not errors, and that there is
    /// room.
    fn judge_member(&mut self, hidden: &Hidden, new: &Member, stays: bool, enters: Option<NodeId>) {
        if self.flow.facts(new.within).error {
            self.judge_predicate(Entry::Check(Reason::Overflow), new.within);
        }
        for (fold, argument) in hidden.folds.iter().zip(&new.arguments) {
            if self.flow.facts(*argument).error {
                let wide = fold.function == AggregateFn::Sum && !self.fits(&fold.argument);
                let test = if wide { Opcode::WideClean } else { Opcode::Clean };
                let entry = Entry::Check(Reason::Overflow);
                self.judge_value(entry, test, *argument, Some(new.within));
            }
        }
        // A rule often asks for the same group, and knows sooner that it does.
        let is_once = self.known.once.contains(&hidden.id);
        let group = self.group(hidden.id, &new.keys, (!is_once).then_some(new.within));
        if !stays {
            let absent = self.op(Opcode::IsNull, &[group]);
            let opens = self.both(new.within, absent);
            self.reserve(hidden.id, Some(opens), Reason::GroupsFull);
            if hidden.list.as_ref().is_some_and(|list| list.is_checked) {
                let key = self.key(&new.keys);
                let op = Op::on(Opcode::Room, hidden.id, &key).when(enters);
                let node = self.flow.distinct(op);
                self.flow.judge(Entry::Check(Reason::GroupFull), node);
            }
        }
        for (fold, argument) in hidden.folds.iter().zip(&new.arguments) {
            if fold.function.keeps_levels() {
                let args = [
                    Arg::Node(new.within),
                    Arg::Node(group),
                    Arg::Immediate(fold.column.0),
                    Arg::Node(*argument),
                ];
                let node = self.flow.distinct(Op::on(Opcode::Level, hidden.id, &args));
                self.flow.judge(Entry::Check(Reason::LevelsFull), node);
            }
        }
    }
}
