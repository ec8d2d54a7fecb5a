// SPDX-License-Identifier: Apache-2.0

//! Planning: every aggregate of a rule file is read from a keyed hidden table that the commit
//! maintains, or is a scan over the rows that each group of such a table lists.
//!
//! Aggregates over the same rows (one table, one set of group columns, one filter) share a hidden
//! table, and equal calls share a column. The key of a hidden table is the group columns. Its first
//! other column counts the rows of the group, which is the value of `count(*)`. The remaining
//! columns hold the results of the other calls. What does not fit the columns of one table is kept
//! in another one over the same rows.
//!
//! A list holds a second time the columns that any scan over it reads. What a scan reads of a row
//! alone is checked when the row is written ([`RowCheck`]), as it is for an aggregate that is kept.
//!
//! The rule sets of a family share one plan. Each of them maintains every aggregate that any of
//! them reads, so that each can replace any other and finds its aggregates up to date.

use crate::hir::{
    Aggregate, AggregateFn, ArithOp, Call, CompareOp, Expr, ExprKind, Function, List, Path,
    Purpose, RowVar, RuleSet, StatementKind,
};
use crate::span::Span;
use engine::machine;
use engine::schema::{
    ColumnDef, ColumnId, ColumnKind, HiddenDef, MessageId, TableDef, TableId, Type,
};
use engine::wide::Rounding;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A hidden table, and the way in which rows of its base table enter it.
#[derive(Clone, Debug)]
pub struct Hidden {
    /// Its index in the program.
    pub id: TableId,
    /// The base table.
    pub base: TableId,
    /// The group columns of the base table, in key order.
    pub group: Vec<ColumnId>,
    /// The filter, with its row variable; `None` for all rows.
    pub filter: Option<Expr>,
    /// The columns after the key and the row count.
    pub folds: Vec<Fold>,
    /// The rows that each group holds, if it is a list.
    pub list: Option<KeptList>,
    /// The greatest number of groups.
    rows_max: u32,
    definition: String,
}

/// The rows that each group of a hidden table holds.
#[derive(Clone, Debug)]
pub struct KeptList {
    /// The most rows of a group.
    pub bound: u32,
    /// Whether a row that would exceed the bound is refused. It cannot be exceeded, or pushes out
    /// another row otherwise.
    pub is_checked: bool,
    /// The column of the time, if it is of the rows that were written last.
    pub time: Option<ColumnId>,
    /// The columns that scans read, by ascending number.
    pub columns: Vec<ColumnId>,
}

impl KeptList {
    /// The place of a column among those that scans read.
    pub fn place(&self, column: ColumnId) -> Option<u16> {
        self.columns.iter().position(|copied| *copied == column).map(|place| place as u16)
    }
}

/// What scans read of a row that must not be an error: it is checked when the row is written.
#[derive(Clone, Debug)]
pub struct RowCheck {
    /// The table.
    pub base: TableId,
    /// The columns that must not be NULL for the rest to matter.
    pub group: Vec<ColumnId>,
    /// A condition on the row.
    pub filter: Option<Expr>,
    /// What is read where the condition is true.
    pub arguments: Vec<Expr>,
}

impl RowCheck {
    /// Whether a change of this column can change the outcome.
    pub fn depends_on(&self, column: ColumnId) -> bool {
        self.group.contains(&column)
            || self.filter.iter().chain(&self.arguments).any(|expr| reads_column(expr, column))
    }
}

/// A column of a hidden table: a function folded over an argument.
#[derive(Clone, Debug)]
pub struct Fold {
    /// The function.
    pub function: AggregateFn,
    /// Its argument.
    pub argument: Expr,
    /// The column of the hidden table.
    pub column: ColumnId,
    identity: String,
}

impl Hidden {
    /// The column that counts the rows of a group.
    pub fn rows_column(&self) -> ColumnId {
        ColumnId(self.group.len() as u16)
    }

    /// The column for a call with an argument, if there is one.
    fn fold(&self, function: AggregateFn, identity: &str) -> Option<&Fold> {
        self.folds.iter().find(|f| f.function == function && f.identity == identity)
    }

    /// The number of its columns once it has one for each of these calls.
    fn columns_with(&self, calls: &[FoldCall<'_>]) -> usize {
        let is_new = |call: &&FoldCall<'_>| self.fold(call.function, &call.identity).is_none();
        self.group.len() + 1 + self.folds.len() + calls.iter().filter(is_new).count()
    }

    /// Whether a change of this column of the base table changes the hidden table.
    pub fn depends_on(&self, column: ColumnId) -> bool {
        self.group.contains(&column)
            || self.filter.as_ref().is_some_and(|f| reads_column(f, column))
            || self.folds.iter().any(|fold| reads_column(&fold.argument, column))
            || self.list.as_ref().is_some_and(|list| list.place(column).is_some())
    }

    /// Whether a change of this column can move a row between groups, or into or out of one.
    pub fn membership_depends_on(&self, column: ColumnId) -> bool {
        // A row whose time changes enters its window again.
        let is_time = self.list.as_ref().is_some_and(|list| list.time == Some(column));
        self.group.contains(&column)
            || is_time
            || self.filter.as_ref().is_some_and(|f| reads_column(f, column))
    }
}

/// A call of an aggregate that takes a column of a hidden table.
struct FoldCall<'a> {
    function: AggregateFn,
    argument: &'a Expr,
    identity: String,
}

/// The calls of an aggregate, except those that count all rows.
fn calls<'a>(rules: &RuleSet, aggregate: &'a Aggregate) -> Vec<FoldCall<'a>> {
    let with_argument = aggregate.calls.iter().filter_map(|call| {
        let argument = call.argument.as_ref()?;
        let identity = describe(rules, aggregate.table, argument);
        Some(FoldCall { function: call.function, argument, identity })
    });
    with_argument.collect()
}

/// The hidden tables of a family of rule sets, in order of first use.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The tables.
    pub hidden: Vec<Hidden>,
    /// The places of those with one base, group and filter, by their text.
    places: BTreeMap<String, Vec<usize>>,
    /// The lists among them, by their text.
    lists: BTreeMap<String, usize>,
    /// What rows are checked for when they are written, by its text.
    pub checks: BTreeMap<String, RowCheck>,
}

/// Plans the hidden tables of a family: rule sets that declare the same tables.
pub fn plan(members: &[RuleSet]) -> Plan {
    let mut plan = Plan::default();
    for rules in members {
        for list in rules.lists.iter().filter(|list| list.stated.is_some() && list.time.is_none()) {
            // A stated bound holds whether or not anything scans the list.
            plan.list(rules, list);
        }
        for node in rules.expressions().flat_map(Expr::nodes) {
            plan.note(rules, node);
        }
        for statement in rules.blocks.iter().flat_map(|block| &block.statements) {
            plan.note_changes(rules, &statement.kind);
        }
    }
    let opened: Vec<BTreeMap<TableId, u32>> = members.iter().map(groups_opened_early).collect();
    for hidden in &mut plan.hidden {
        let groups_max = |(rules, opened): (&RuleSet, &BTreeMap<TableId, u32>)| {
            let base = &rules.tables[usize::from(hidden.base.0)];
            base.rows_max + opened.get(&hidden.base).copied().unwrap_or(0)
        };
        let most = members.iter().zip(&opened).map(groups_max).max();
        hidden.rows_max = most.unwrap_or(0).min(machine::GROUPS_MAX);
    }
    plan
}

impl Plan {
    fn note(&mut self, rules: &RuleSet, expr: &Expr) {
        let ExprKind::Aggregate(aggregate) = &expr.kind else { return };
        if let Path::Scanned { list, .. } = aggregate.path {
            return self.note_scan(rules, aggregate, &rules.lists[list]);
        }
        let identity = identity(rules, aggregate);
        let calls = calls(rules, aggregate);
        let places = self.places.entry(identity).or_default();
        let has_room = |hidden: &Hidden| hidden.columns_with(&calls) <= machine::COLUMNS_MAX;
        let index = match places.iter().find(|index| has_room(&self.hidden[**index])) {
            Some(index) => *index,
            None => {
                places.push(self.hidden.len());
                let id = TableId((rules.tables.len() + self.hidden.len()) as u16);
                self.hidden.push(Hidden {
                    id,
                    base: aggregate.table,
                    group: aggregate.group.iter().map(|(column, _)| *column).collect(),
                    filter: aggregate.filter.clone(),
                    folds: Vec::new(),
                    list: None,
                    rows_max: 0,
                    definition: definition(rules, aggregate),
                });
                self.hidden.len() - 1
            }
        };
        let hidden = &mut self.hidden[index];
        for FoldCall { function, argument, identity } in calls {
            if hidden.fold(function, &identity).is_none() {
                let column = ColumnId((hidden.group.len() + 1 + hidden.folds.len()) as u16);
                hidden.folds.push(Fold { function, argument: argument.clone(), column, identity });
            }
        }
    }

    /// Notes a scan: its list with the columns that it reads, and what rows are checked for.
    fn note_scan(&mut self, rules: &RuleSet, aggregate: &Aggregate, list: &List) {
        let place = self.list(rules, list);
        let Some(kept) = &mut self.hidden[place].list else { return };
        let of_rows =
            || aggregate.filter.iter().chain(aggregate.calls.iter().flat_map(Call::parts));
        for node in of_rows().flat_map(Expr::nodes) {
            let ExprKind::Column(var, column) = node.kind else { continue };
            if var == aggregate.var && !kept.columns.contains(&column) {
                kept.columns.push(column);
            }
        }
        // The columns that the group is chosen by are the same in all its rows.
        let grouped = |column: &ColumnId| list.group.contains(column);
        for (column, _) in aggregate.group.iter().filter(|(column, _)| !grouped(column)) {
            if !kept.columns.contains(column) {
                kept.columns.push(*column);
            }
        }
        kept.columns.sort_unstable();
        if matches!(aggregate.path, Path::Scanned { purpose: Purpose::Change, .. }) {
            // Its errors are those of the statement.
            return;
        }
        let filter = aggregate.conjuncts().iter().filter(|e| reads_row_alone(e, aggregate.var));
        let arguments = aggregate.calls.iter().flat_map(Call::parts);
        let arguments = arguments.filter(|e| reads_row_alone(e, aggregate.var)).cloned();
        let check = RowCheck {
            base: aggregate.table,
            group: aggregate.group.iter().map(|(column, _)| *column).collect(),
            filter: all_of(filter.cloned().collect()),
            arguments: arguments.collect(),
        };
        let text = |expr: &Expr| describe(rules, aggregate.table, expr);
        let identity = format!(
            "{} {:?} {:?} {:?}",
            check.base.0,
            check.group,
            check.filter.as_ref().map(text),
            check.arguments.iter().map(text).collect::<Vec<_>>()
        );
        self.checks.entry(identity).or_insert(check);
    }

    /// Notes the columns that the assignments of a statement over several rows read.
    fn note_changes(&mut self, rules: &RuleSet, statement: &StatementKind) {
        let StatementKind::Rows { rows, set, .. } = statement else { return };
        let ExprKind::Aggregate(aggregate) = &rows.kind else { return };
        let Path::Scanned { list, .. } = aggregate.path else { return };
        let place = self.list(rules, &rules.lists[list]);
        let Some(kept) = &mut self.hidden[place].list else { return };
        for node in set.iter().flatten().flat_map(|(_, value)| value.nodes()) {
            let ExprKind::Column(var, column) = node.kind else { continue };
            if var == aggregate.var && !kept.columns.contains(&column) {
                kept.columns.push(column);
            }
        }
        kept.columns.sort_unstable();
    }

    /// What is kept beside a table that a statement over several rows would change: the place of
    /// an aggregate or a list, if there is one.
    pub fn kept_beside(&self, rules: &RuleSet, statement: &StatementKind) -> bool {
        let StatementKind::Rows { table, rows, set } = statement else { return false };
        let ExprKind::Aggregate(aggregate) = &rows.kind else { return false };
        let own = self.hidden_of(rules, aggregate).id;
        let changes = |depends: &dyn Fn(ColumnId) -> bool| match set {
            Some(set) => set.iter().any(|(column, _)| depends(*column)),
            None => true,
        };
        let is_kept = |hidden: &Hidden| match hidden.id == own {
            true => set.is_some() && changes(&|column| hidden.membership_depends_on(column)),
            false => changes(&|column| hidden.depends_on(column)),
        };
        let is_checked = |check: &RowCheck| set.is_some() && changes(&|c| check.depends_on(c));
        self.hidden.iter().filter(|hidden| hidden.base == *table).any(is_kept)
            || self.checks.values().filter(|check| check.base == *table).any(is_checked)
    }

    /// The place of the hidden table that holds a list, which is added if it is new.
    fn list(&mut self, rules: &RuleSet, list: &List) -> usize {
        let identity = list_identity(rules, list);
        if let Some(place) = self.lists.get(&identity) {
            return *place;
        }
        let base = &rules.tables[usize::from(list.table.0)];
        let mut columns: Vec<ColumnId> = list.time.into_iter().collect();
        columns.sort_unstable();
        let name = |column: &ColumnId| base.columns[usize::from(column.0)].name.as_str();
        let group: Vec<&str> = list.group.iter().map(name).collect();
        let mut definition = match &list.time {
            Some(time) => {
                format!("the last {} rows of {}", list.bound, base.name) + " by " + name(time)
            }
            None => format!("the rows of {}", base.name),
        };
        if !group.is_empty() {
            definition += &format!(" of each {}", group.join(", "));
        }
        if let Some(filter) = &list.filter {
            definition += &format!(" where {}", describe(rules, list.table, filter));
        }
        let place = self.hidden.len();
        self.hidden.push(Hidden {
            id: TableId((rules.tables.len() + place) as u16),
            base: list.table,
            group: list.group.clone(),
            filter: list.filter.clone(),
            folds: Vec::new(),
            list: Some(KeptList {
                bound: list.bound,
                is_checked: list.time.is_none() && list.bound < base.rows_max,
                time: list.time,
                columns,
            }),
            rows_max: 0,
            definition,
        });
        self.lists.insert(identity, place);
        place
    }

    /// The hidden table that holds a list of a rule set that was planned.
    pub fn hidden_of_list(&self, rules: &RuleSet, list: usize) -> &Hidden {
        let place = self.lists.get(&list_identity(rules, &rules.lists[list]));
        &self.hidden[place.copied().unwrap_or(0)]
    }

    /// The hidden table for an aggregate of a rule set that was planned.
    pub fn hidden_of(&self, rules: &RuleSet, aggregate: &Aggregate) -> &Hidden {
        if let Path::Scanned { list, .. } = aggregate.path {
            return self.hidden_of_list(rules, list);
        }
        let calls = calls(rules, aggregate);
        let has_all = |hidden: &&Hidden| {
            calls.iter().all(|call| hidden.fold(call.function, &call.identity).is_some())
        };
        let places = self.places.get(&identity(rules, aggregate)).map_or(&[][..], Vec::as_slice);
        let known = places.iter().map(|index| &self.hidden[*index]).find(has_all);
        known.unwrap_or(&self.hidden[0])
    }

    /// The aggregates of a rule set that a hidden table serves, with their places, in the order of
    /// the text.
    pub fn aggregates_of<'r>(
        &self,
        rules: &'r RuleSet,
        table: TableId,
    ) -> impl Iterator<Item = (&'r Aggregate, Span)> {
        rules.expressions().flat_map(Expr::nodes).filter_map(move |node| match &node.kind {
            ExprKind::Aggregate(aggregate) if self.hidden_of(rules, aggregate).id == table => {
                Some((&**aggregate, node.span))
            }
            _ => None,
        })
    }

    /// The column of a hidden table that holds the result of a call.
    pub fn column_of(&self, rules: &RuleSet, hidden: &Hidden, call: &crate::hir::Call) -> ColumnId {
        let Some(argument) = &call.argument else { return hidden.rows_column() };
        let fold = hidden.fold(call.function, &describe(rules, hidden.base, argument));
        fold.map_or(hidden.rows_column(), |f| f.column)
    }

    /// The hidden tables as definitions of the program.
    pub fn table_defs(&self, rules: &RuleSet) -> Vec<TableDef> {
        self.hidden.iter().map(|hidden| table_def(rules, hidden)).collect()
    }
}

/// The text that is equal for two lists exactly if they share a hidden table.
fn list_identity(rules: &RuleSet, list: &List) -> String {
    let filter = list.filter.as_ref().map(|filter| describe(rules, list.table, filter));
    format!("{} {:?} {filter:?} {} {:?}", list.table.0, list.group, list.bound, list.time)
}

/// Whether an expression reads the row of a variable and constants alone, and the row at all.
fn reads_row_alone(expr: &Expr, var: RowVar) -> bool {
    let is_other = |node: &Expr| match &node.kind {
        ExprKind::Column(row, _) => *row != var,
        ExprKind::Field(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => true,
        _ => false,
    };
    let reads = |node: &Expr| matches!(node.kind, ExprKind::Column(row, _) if row == var);
    expr.nodes().any(reads) && !expr.nodes().any(is_other)
}

/// The conjunction of some conditions.
fn all_of(mut conditions: Vec<Expr>) -> Option<Expr> {
    let first = conditions.first()?;
    if conditions.len() == 1 {
        return conditions.pop();
    }
    let (ty, span) = (first.ty, first.span);
    let nullable = conditions.iter().any(|condition| condition.nullable);
    Some(Expr { kind: ExprKind::And(conditions), ty, nullable, span })
}

fn table_def(rules: &RuleSet, hidden: &Hidden) -> TableDef {
    let base = &rules.tables[usize::from(hidden.base.0)];
    let counter = |name: String, kind| ColumnDef { name, ty: Type::Int8, nullable: false, kind };
    let mut columns: Vec<ColumnDef> = hidden
        .group
        .iter()
        .map(|c| &base.columns[usize::from(c.0)])
        .map(|c| ColumnDef {
            name: c.name.clone(),
            ty: c.ty,
            nullable: false,
            kind: ColumnKind::Data,
        })
        .collect();
    columns.push(counter("$rows".into(), ColumnKind::Rows));
    for fold in &hidden.folds {
        let name = format!("${}{}", name_of(fold.function), fold.column.0);
        columns.push(match fold.function {
            AggregateFn::Count => counter(name, ColumnKind::Count),
            AggregateFn::Distinct => ColumnDef {
                name,
                ty: stored_type(fold.argument.ty),
                nullable: false,
                kind: ColumnKind::Distinct,
            },
            AggregateFn::Sum => ColumnDef {
                name,
                ty: sum_of(fold.argument.ty),
                nullable: true,
                kind: ColumnKind::Sum,
            },
            AggregateFn::Min => {
                let ty = stored_type(fold.argument.ty);
                ColumnDef { name, ty, nullable: true, kind: ColumnKind::Min }
            }
            // A hidden table keeps none of the last two.
            AggregateFn::Max | AggregateFn::Any | AggregateFn::Nth { .. } => {
                let ty = stored_type(fold.argument.ty);
                ColumnDef { name, ty, nullable: true, kind: ColumnKind::Max }
            }
        });
    }
    let calls: Vec<String> = std::iter::once("count(*)".to_string())
        .chain(hidden.folds.iter().map(|f| format!("{}({})", name_of(f.function), f.identity)))
        .collect();
    TableDef {
        name: format!("{}${}", base.name, usize::from(hidden.id.0) - rules.tables.len() + 1),
        columns,
        key: (0..hidden.group.len()).map(|i| ColumnId(i as u16)).collect(),
        rows_max: hidden.rows_max,
        hidden: Some(HiddenDef {
            base: hidden.base,
            definition: match &hidden.list {
                Some(_) => hidden.definition.clone(),
                None => format!("{} {}", calls.join(", "), hidden.definition),
            },
            list: hidden.list.as_ref().map(|list| engine::scan::List {
                bound: list.bound,
                time: list.time,
                columns: list.columns.clone(),
            }),
        }),
    }
}

/// For each table, the greatest number of groups that one message opens before it closes others. A
/// row that changes groups opens the new one before it closes the old one. If each row is alone in
/// its group, this needs as many additional groups as one message has updates.
fn groups_opened_early(rules: &RuleSet) -> BTreeMap<TableId, u32> {
    let mut updates: BTreeMap<(TableId, MessageId, bool), u32> = BTreeMap::new();
    for block in &rules.blocks {
        for statement in &block.statements {
            match &statement.kind {
                StatementKind::Update { table, .. } | StatementKind::Upsert { table, .. } => {
                    let side = (*table, block.message, block.side.is_reject());
                    *updates.entry(side).or_default() += 1;
                }
                StatementKind::Insert { .. }
                | StatementKind::Rows { .. }
                | StatementKind::Delete { .. } => {}
            }
        }
    }
    let mut opened = BTreeMap::new();
    for ((table, _, _), count) in updates {
        let most: &mut u32 = opened.entry(table).or_default();
        *most = count.max(*most);
    }
    opened
}

fn sum_of(ty: Type) -> Type {
    match ty {
        Type::Decimal { scale, .. } => stored_type(Type::Decimal { precision: u8::MAX, scale }),
        Type::Boolean
        | Type::Int2
        | Type::Int4
        | Type::Int8
        | Type::Char(_)
        | Type::Date
        | Type::Time
        | Type::Timestamp => Type::Int8,
    }
}

/// The type of a column that holds values of this type, all of which fit 64 bits.
fn stored_type(ty: Type) -> Type {
    match ty {
        Type::Decimal { precision, scale } => Type::Decimal {
            precision: precision.min(Type::PRECISION_MAX),
            scale: scale.min(Type::PRECISION_MAX),
        },
        Type::Boolean
        | Type::Int2
        | Type::Int4
        | Type::Int8
        | Type::Char(_)
        | Type::Date
        | Type::Time
        | Type::Timestamp => ty,
    }
}

fn name_of(function: AggregateFn) -> &'static str {
    match function {
        AggregateFn::Count => "count",
        AggregateFn::Sum => "sum",
        AggregateFn::Min => "min",
        AggregateFn::Max => "max",
        AggregateFn::Distinct => "distinct",
        AggregateFn::Any => "any",
        AggregateFn::Nth { .. } => "nth",
    }
}

/// The text that is equal for two aggregates exactly if they share a hidden table. The conjuncts of
/// the filter are sorted, because their order has no meaning.
fn identity(rules: &RuleSet, aggregate: &Aggregate) -> String {
    let group: Vec<u16> = aggregate.group.iter().map(|(column, _)| column.0).collect();
    format!("{} {group:?} {}", aggregate.table.0, filter_text(rules, aggregate))
}

fn filter_text(rules: &RuleSet, aggregate: &Aggregate) -> String {
    let mut conjuncts = match &aggregate.filter {
        Some(Expr { kind: ExprKind::And(all), .. }) => {
            all.iter().map(|e| describe(rules, aggregate.table, e)).collect()
        }
        Some(one) => vec![describe(rules, aggregate.table, one)],
        None => Vec::new(),
    };
    conjuncts.sort();
    conjuncts.join(" and ")
}

fn definition(rules: &RuleSet, aggregate: &Aggregate) -> String {
    let base = &rules.tables[usize::from(aggregate.table.0)];
    let mut text = format!("of {}", base.name);
    let group: Vec<&str> =
        aggregate.group.iter().map(|(c, _)| base.columns[usize::from(c.0)].name.as_str()).collect();
    if !group.is_empty() {
        text += &format!(" by {}", group.join(", "));
    }
    let filter = filter_text(rules, aggregate);
    if !filter.is_empty() {
        text += &format!(" where {filter}");
    }
    text
}

/// The text of an expression over the columns of one row and constants. Expressions with equal text
/// have equal values: the text includes conversions, and the types of arithmetic where they
/// determine overflow.
fn describe(rules: &RuleSet, table: TableId, expr: &Expr) -> String {
    let text = |e: &Expr| describe(rules, table, e);
    let all = |list: &[Expr], with: &str| list.iter().map(text).collect::<Vec<_>>().join(with);
    match &expr.kind {
        ExprKind::Number(n) if expr.ty.scale() > 0 => format!("{n}e-{}", expr.ty.scale()),
        ExprKind::Number(n) => n.to_string(),
        ExprKind::Text(t) => format!("'{}'", t.replace('\'', "''")),
        ExprKind::Null => "null".into(),
        ExprKind::Column(_, column) => {
            rules.tables[usize::from(table.0)].columns[usize::from(column.0)].name.clone()
        }
        ExprKind::Arith(op, l, r) => {
            format!("({} {} {})::{}", text(l), arith_sign(*op), text(r), expr.ty)
        }
        ExprKind::Distinct(l, r) => format!("({} is distinct from {})", text(l), text(r)),
        ExprKind::Like(e, prefix) => {
            format!("({} like '{}%')", text(e), prefix.replace('\'', "''"))
        }
        ExprKind::Function(function, list) => {
            let name = match function {
                Function::Abs => "abs",
                Function::Sign => "sign",
                Function::Greatest => "greatest",
                Function::Least => "least",
            };
            format!("{name}({})", all(list, ", "))
        }
        ExprKind::Calendar(function, list) => {
            format!("{}({})::{}", function.name(), all(list, ", "), expr.ty)
        }
        ExprKind::Round(rounding, e) => {
            let name = match rounding {
                Rounding::HalfAway => "round",
                Rounding::TowardZero => "trunc",
                Rounding::Floor => "floor",
                Rounding::Ceiling => "ceil",
            };
            format!("{name}({}, {})", text(e), expr.ty.scale())
        }
        ExprKind::Compare(op, l, r) => {
            format!("{} {} {}", text(l), compare_sign(*op), text(r))
        }
        ExprKind::And(list) => format!("({})", all(list, " and ")),
        ExprKind::Or(list) => format!("({})", all(list, " or ")),
        ExprKind::Not(e) => format!("not ({})", text(e)),
        ExprKind::IsNull(e) => format!("({} is null)", text(e)),
        ExprKind::Case { arms, otherwise } => {
            let arms: String =
                arms.iter().map(|(c, v)| format!(" when {} then {}", text(c), text(v))).collect();
            let otherwise =
                otherwise.as_ref().map_or(String::new(), |e| format!(" else {}", text(e)));
            format!("case{arms}{otherwise} end")
        }
        ExprKind::Coalesce(list) => format!("coalesce({})", all(list, ", ")),
        ExprKind::Convert(e) => format!("{}::{}", text(e), expr.ty),
        // The resolver accepts none of these in a filter or an argument. The debug text shares
        // nothing.
        ExprKind::Field(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => format!("{expr:?}"),
    }
}

/// The sign of an operation, in the text of an expression.
fn arith_sign(op: ArithOp) -> Cow<'static, str> {
    match op {
        ArithOp::Add => "+".into(),
        ArithOp::Sub => "-".into(),
        ArithOp::Mul => "*".into(),
        ArithOp::Div => "/".into(),
        ArithOp::Rem => "%".into(),
        ArithOp::DivRound { shift } => format!("/e{shift}").into(),
    }
}

/// The sign of a comparison, in the text of an expression.
fn compare_sign(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "=",
        CompareOp::Ne => "<>",
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
    }
}

/// Whether an expression over one row reads a column of it.
pub fn reads_column(expr: &Expr, column: ColumnId) -> bool {
    expr.nodes().any(|e| matches!(e.kind, ExprKind::Column(_, c) if c == column))
}
