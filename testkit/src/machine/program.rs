// SPDX-License-Identifier: Apache-2.0

//! Random programs over fixed tables and messages.

use super::assembler::Assembler;
use super::compute::{Compute, Literals, Parts, Pool};
use crate::rng::Rng;
use engine::calendar::Zone;
use engine::dictionary::DictionaryDef;
use engine::isa::{Chain, ChainOp, Opcode, Operand};
use engine::machine::CYCLES_MAX;
use engine::program::{Entry, Program, Transaction};
use engine::rule::{RuleDef, Severity};
use engine::schema::{
    ColumnDef, ColumnId, ColumnKind, HiddenDef, MessageDef, MessageId, RuleId, TableDef, TableId,
    Type,
};
use engine::verdict::Reason;

/// The table of rows that orders insert and drops delete.
pub const ROWS: TableId = TableId(0);
/// The table that the effects of rejects write.
pub const LOG: TableId = TableId(1);
const GROUPS: TableId = TableId(2);

const NONE: Operand = Operand::NONE;
const LITTLE: Type = Type::Int8;
const TEXT: Type = Type::Char(8);
/// The aggregates of a group, after its key and its row count.
const AGGREGATES: [(&str, Type, ColumnKind); 6] = [
    ("$count", LITTLE, ColumnKind::Count),
    ("$sum", Type::Decimal { precision: 38, scale: 2 }, ColumnKind::Sum),
    ("$min", LITTLE, ColumnKind::Min),
    ("$max", LITTLE, ColumnKind::Max),
    ("$distinct", LITTLE, ColumnKind::Distinct),
    ("$texts", TEXT, ColumnKind::Distinct),
];
/// The aggregates that hardware builds have, which are the first.
const IN_HARDWARE: usize = 4;
/// The first column of the aggregates, and that of the sums.
const FIRST: u16 = 2;
const SUM: u16 = FIRST + 1;
/// The last column, which aggregates texts.
const TEXTS: u16 = FIRST + 5;

/// The aggregates of a group. A sum in hardware has 64 bits.
fn aggregates(parts: Parts) -> Vec<(&'static str, Type, ColumnKind)> {
    match parts {
        Parts::Whole => AGGREGATES.to_vec(),
        Parts::Hardware => {
            AGGREGATES[..IN_HARDWARE].iter().map(|(name, _, kind)| (*name, LITTLE, *kind)).collect()
        }
    }
}

fn column(name: &str, ty: Type, kind: ColumnKind) -> ColumnDef {
    let nullable = name.ends_with('?') || !matches!(kind, ColumnKind::Data | ColumnKind::Rows);
    ColumnDef { name: name.trim_end_matches('?').into(), ty, nullable, kind }
}

fn data(columns: &[(&str, Type)]) -> Vec<ColumnDef> {
    columns.iter().map(|(name, ty)| column(name, *ty, ColumnKind::Data)).collect()
}

fn tables(rows_max: u32, parts: Parts) -> Vec<TableDef> {
    let table = |name: &str, columns, rows_max, hidden| TableDef {
        name: name.into(),
        columns,
        key: vec![ColumnId(0)],
        rows_max,
        defaults: Vec::new(),
        hidden,
    };
    let rows = [("id", LITTLE), ("g", Type::Int2), ("c", TEXT), ("x?", LITTLE), ("y?", LITTLE)];
    let mut groups = data(&[("g", Type::Int2)]);
    groups.push(column("$rows", LITTLE, ColumnKind::Rows));
    groups.extend(aggregates(parts).into_iter().map(|(name, ty, kind)| column(name, ty, kind)));
    let hidden = HiddenDef { base: ROWS, definition: "aggregates by g".into(), list: None };
    vec![
        table("rows", data(&rows), rows_max, None),
        table("log", data(&[("id", LITTLE), ("c?", TEXT), ("x?", LITTLE)]), 3, None),
        table("rows$1", groups, 3, Some(hidden)),
    ]
}

fn messages() -> Vec<MessageDef> {
    let decimal = Type::Decimal { precision: 18, scale: 4 };
    let order = [
        ("id", LITTLE),
        ("g", Type::Int2),
        ("c", TEXT),
        ("x?", LITTLE),
        ("y?", LITTLE),
        ("d?", decimal),
    ];
    let message = |name: &str, fields: &[_]| MessageDef { name: name.into(), fields: data(fields) };
    vec![message("order", &order), message("drop", &[("id", LITTLE)])]
}

/// A random program. It passes [`engine::validate::validate`].
pub fn random_program(rng: &mut Rng) -> Program {
    program_of(Parts::Whole, rng)
}

/// A random program that needs nothing that hardware builds do not have.
pub fn hardware_program(rng: &mut Rng) -> Program {
    program_of(Parts::Hardware, rng)
}

fn program_of(parts: Parts, rng: &mut Rng) -> Program {
    loop {
        let program = attempt(parts, rng);
        let ends = program.transactions.iter().flat_map(|t| &t.instructions).map(|i| i.ready());
        // A few programs divide one quotient by another too often for the machine.
        if ends.max().is_some_and(|end| usize::from(end) < CYCLES_MAX) {
            return program;
        }
    }
}

fn attempt(parts: Parts, rng: &mut Rng) -> Program {
    let (tables, messages) = (tables(rng.between(1, 5) as u32, parts), messages());
    let literals = Literals::new();
    let mut rules = Vec::new();
    let mut maker = Maker { rng, literals: &literals, rules: &mut rules, parts };
    let order = maker.order(&messages[0].fields);
    let drop = maker.drop(&messages[1].fields);
    let load = [ROWS, LOG].map(|table| maker.load(table, &tables[usize::from(table.0)].columns));
    let [load_rows, load_log] = load;
    let transactions = vec![order, drop, load_rows, load_log];
    let Literals { constants, strings } = literals;
    let (zone, jobs) = (Zone::UTC, Vec::new());
    let dictionary = match parts {
        Parts::Hardware => DictionaryDef::OF_HARDWARE,
        // A few texts more than those of the program, so that the dictionary is often full.
        Parts::Whole => DictionaryDef {
            texts_max: (strings.len() + rng.between(1, 6)) as u32,
            reuses_codes: rng.percent(75),
        },
    };
    Program { tables, messages, rules, strings, dictionary, constants, transactions, zone, jobs }
}

struct Maker<'a> {
    rng: &'a mut Rng,
    literals: &'a Literals,
    rules: &'a mut Vec<RuleDef>,
    parts: Parts,
}

/// What an order finds: rows and their parts.
struct Found {
    row: Operand,
    group: Operand,
    log_row: Operand,
    is_new: Operand,
    is_new_log: Operand,
    pool: Pool,
}

impl Maker<'_> {
    fn compute(&mut self) -> Compute<'_> {
        Compute { rng: self.rng, literals: self.literals, parts: self.parts }
    }

    /// The last column of a group.
    fn last_column(&self) -> u16 {
        FIRST + aggregates(self.parts).len() as u16 - 1
    }

    /// A value for a column of a new row. The hardware writes it without making the column NULL
    /// first, so that it must not be an error there; a field never is.
    fn of_new_row(&self, value: Operand) -> Operand {
        match self.parts {
            Parts::Whole => value,
            Parts::Hardware => Operand::slot(3),
        }
    }

    fn rule(&mut self, message: u16) -> RuleId {
        let name = format!("rule_{}", self.rules.len());
        let severity = if self.rng.percent(75) { Severity::Warn } else { Severity::Block };
        self.rules.push(RuleDef { severity, ..RuleDef::new(name, MessageId(message)) });
        RuleId(self.rules.len() as u16 - 1)
    }

    fn order(&mut self, fields: &[ColumnDef]) -> Transaction {
        let [id, g, c, x, ..] = [0, 1, 2, 3].map(Operand::slot);
        let mut a = Assembler::new(0, fields);
        let mut found = self.find(&mut a);
        for _ in 0..self.rng.between(8, 36) {
            self.compute().any(&mut a, &mut found.pool);
        }
        let rules: Vec<Operand> = (0..self.rng.between(1, 12))
            .map(|_| {
                let entry = a.entry(Entry::Rule(self.rule(0)));
                self.compute().truth(&mut a, &mut found.pool, entry)
            })
            .collect();
        let stored = self.compute().value(&mut a, &mut found.pool);
        let stored = if self.rng.percent(50) { x } else { stored };
        let Found { row, group, is_new, .. } = found;
        let new_row = reserve(&mut a, ROWS, is_new, Reason::TableFull);
        let is_group_new = test(&mut a, Opcode::IsNull, group);
        let both = chain(&mut a, ChainOp::And, [is_new, is_group_new]);
        reserve(&mut a, GROUPS, both, Reason::GroupsFull);
        if self.parts == Parts::Hardware {
            let entry = a.entry(Entry::Check(Reason::Overflow));
            a.issue(Opcode::Clean, 0, [entry, stored, is_new, NONE, NONE, NONE]);
        }
        for column in (FIRST + 2)..=self.last_column() {
            let value = if column == TEXTS { c } else { stored };
            level(&mut a, [is_new, group, value], column);
        }
        a.verdict();
        // Arithmetic without a gate is for both sides.
        let late = self.compute().value(&mut a, &mut found.pool);
        insert(&mut a, ROWS, new_row, id, is_new);
        let of_new = self.of_new_row(late);
        for (column, value) in [(0, id), (1, g), (2, c), (3, stored), (4, of_new)] {
            write(&mut a, ROWS, new_row, column, value, is_new);
        }
        write(&mut a, ROWS, row, 4, late, NONE);
        if self.parts == Parts::Whole && self.rng.percent(30) {
            write(&mut a, ROWS, row, 2, *self.rng.pick(&found.pool.texts), NONE);
        }
        let opened = keyed(&mut a, Opcode::Open, GROUPS, g, is_new);
        let is_wide = self.parts == Parts::Whole && self.rng.percent(50);
        let summed = if is_wide { *self.rng.pick(&found.pool.wides) } else { stored };
        for column in FIRST..=self.last_column() {
            let value = match column {
                SUM => summed,
                TEXTS => c,
                _ => stored,
            };
            fold(&mut a, opened, column, value, false);
        }
        if self.rng.percent(80) {
            self.effects(&mut a, &found, &rules, late);
        }
        a.finish()
    }

    /// Looks up the rows of an order, and everything that they contain.
    fn find(&mut self, a: &mut Assembler) -> Found {
        let [id, g, c, x, y, d] = [0, 1, 2, 3, 4, 5].map(Operand::slot);
        let row = keyed(a, Opcode::Lookup, ROWS, id, NONE);
        let group = keyed(a, Opcode::Lookup, GROUPS, g, NONE);
        let log_row = keyed(a, Opcode::Lookup, LOG, id, NONE);
        let mut pool = Pool { values: vec![g, x, y, d], texts: vec![c], ..Pool::default() };
        for column in [3, 4] {
            pool.values.push(fetch(a, Opcode::Fetch, ROWS, row, column));
        }
        pool.texts.push(fetch(a, Opcode::Fetch, ROWS, row, 2));
        pool.texts.push(fetch(a, Opcode::Fetch, LOG, log_row, 1));
        for column in 1..=self.last_column() {
            pool.values.push(fetch(a, Opcode::Fetch, GROUPS, group, column));
        }
        if self.parts == Parts::Whole {
            pool.wides.push(fetch(a, Opcode::WideFetch, GROUPS, group, SUM));
            let power = Operand::immediate(self.rng.below(20) as u16);
            pool.wides.push(a.issue(Opcode::Widen, 0, [NONE, d, power, NONE, NONE, NONE]));
        }
        let is_new = test(a, Opcode::IsNull, row);
        let is_new_log = test(a, Opcode::IsNull, log_row);
        pool.truths.extend([is_new, is_new_log]);
        Found { row, group, log_row, is_new, is_new_log, pool }
    }

    /// The effects of a reject by some of the rules: a row in the log, a changed row, or a deleted
    /// one.
    fn effects(&mut self, a: &mut Assembler, found: &Found, rules: &[Operand], late: Operand) {
        let [id, _, c, ..] = [0, 1, 2].map(Operand::slot);
        let mut pool = found.pool.clone();
        a.begin_effects();
        let mut named = || {
            let entry = Operand::immediate(self.rng.pick(rules).index);
            a.issue(Opcode::Named, 0, [NONE, entry, NONE, NONE, NONE, NONE])
        };
        let named = [named(), named()];
        let wanted = chain(a, ChainOp::Or, named);
        pool.truths.extend(named);
        for _ in 0..self.rng.below(4) {
            self.compute().any(a, &mut pool);
        }
        let wanted = if self.rng.percent(30) { *self.rng.pick(&pool.truths) } else { wanted };
        if self.rng.percent(60) {
            let entry = a.entry(Entry::Check(Reason::Overflow));
            self.compute().truth(a, &mut pool, entry);
        }
        let logs = chain(a, ChainOp::And, [wanted, found.is_new_log]);
        let log_row = reserve(a, LOG, logs, Reason::TableFull);
        let again = fetch(a, Opcode::Fetch, ROWS, found.row, 3);
        let group_key = fetch(a, Opcode::Fetch, ROWS, found.row, 1);
        let text = fetch(a, Opcode::Fetch, ROWS, found.row, 2);
        a.settle(if self.rng.percent(80) { wanted } else { NONE });
        insert(a, LOG, log_row, id, logs);
        for (column, value) in [(0, id), (1, c), (2, self.of_new_row(late))] {
            write(a, LOG, log_row, column, value, logs);
        }
        write(a, LOG, found.log_row, 2, again, wanted);
        if self.parts == Parts::Whole && self.rng.percent(50) {
            write(a, LOG, found.log_row, 1, *self.rng.pick(&pool.texts), wanted);
        }
        if self.rng.percent(50) {
            write(a, ROWS, found.row, 4, *self.rng.pick(&pool.values), wanted);
        } else if self.rng.percent(50) {
            let last = self.last_column();
            remove(a, [found.row, group_key, again, text], last, wanted);
        }
        a.without_gate();
    }

    fn drop(&mut self, fields: &[ColumnDef]) -> Transaction {
        let id = Operand::slot(0);
        let mut a = Assembler::new(1, fields);
        let row = keyed(&mut a, Opcode::Lookup, ROWS, id, NONE);
        let [g, c, x] = [1, 2, 3].map(|column| fetch(&mut a, Opcode::Fetch, ROWS, row, column));
        let known = test(&mut a, Opcode::NotNull, row);
        let entry = a.entry(Entry::Rule(self.rule(1)));
        a.issue(Opcode::NotNull, 0, [entry, row, NONE, NONE, NONE, NONE]);
        a.verdict();
        remove(&mut a, [row, g, x, c], self.last_column(), known);
        a.finish()
    }

    /// Loads a row, without aggregates.
    fn load(&mut self, table: TableId, fields: &[ColumnDef]) -> Transaction {
        let id = Operand::slot(0);
        let mut a = Assembler::new(2 + usize::from(table.0), fields);
        let row = keyed(&mut a, Opcode::Lookup, table, id, NONE);
        let entry = a.entry(Entry::Check(Reason::DuplicateKey));
        a.issue(Opcode::IsNull, 0, [entry, row, NONE, NONE, NONE, NONE]);
        let row = reserve(&mut a, table, NONE, Reason::TableFull);
        a.verdict();
        insert(&mut a, table, row, id, NONE);
        for column in 0..fields.len() as u16 {
            write(&mut a, table, row, column, Operand::slot(column), NONE);
        }
        a.finish()
    }
}

fn keyed(
    a: &mut Assembler,
    opcode: Opcode,
    table: TableId,
    key: Operand,
    when: Operand,
) -> Operand {
    a.issue(opcode, table.0 as u8, [NONE, key, NONE, NONE, NONE, when])
}

fn fetch(a: &mut Assembler, opcode: Opcode, table: TableId, row: Operand, column: u16) -> Operand {
    a.issue(opcode, table.0 as u8, [NONE, row, Operand::immediate(column), NONE, NONE, NONE])
}

fn test(a: &mut Assembler, opcode: Opcode, of: Operand) -> Operand {
    a.issue(opcode, 0, [NONE, of, NONE, NONE, NONE, NONE])
}

fn chain(a: &mut Assembler, op: ChainOp, [left, right]: [Operand; 2]) -> Operand {
    let how = Chain { ops: [Some(op), None, None], ..Chain::default() };
    a.issue(Opcode::Chain, 0, [NONE, left, right, NONE, NONE, Operand::immediate(how.encode())])
}

fn reserve(a: &mut Assembler, table: TableId, when: Operand, full: Reason) -> Operand {
    let entry = a.entry(Entry::Check(full));
    a.issue(Opcode::Reserve, table.0 as u8, [NONE, when, entry, NONE, NONE, NONE])
}

fn level(a: &mut Assembler, [when, group, value]: [Operand; 3], column: u16) {
    let entry = a.entry(Entry::Check(Reason::LevelsFull));
    let column = Operand::immediate(column);
    a.issue(Opcode::Level, GROUPS.0 as u8, [entry, when, group, column, value, NONE]);
}

fn insert(a: &mut Assembler, table: TableId, row: Operand, key: Operand, when: Operand) {
    a.issue(Opcode::Insert, table.0 as u8, [row, key, NONE, NONE, NONE, when]);
}

fn write(
    a: &mut Assembler,
    table: TableId,
    row: Operand,
    column: u16,
    value: Operand,
    when: Operand,
) {
    let column = Operand::immediate(column);
    a.issue(Opcode::Write, table.0 as u8, [NONE, row, column, value, NONE, when]);
}

fn fold(a: &mut Assembler, group: Operand, column: u16, value: Operand, remove: bool) {
    let (column, sign) = (Operand::immediate(column), Operand::immediate(remove.into()));
    a.issue(Opcode::Fold, GROUPS.0 as u8, [NONE, group, column, value, sign, NONE]);
}

/// Deletes a row and removes it from its group, whose last column is `last`.
fn remove(a: &mut Assembler, [row, group, value, text]: [Operand; 4], last: u16, when: Operand) {
    let group = keyed(a, Opcode::Find, GROUPS, group, when);
    for column in FIRST..=last {
        fold(a, group, column, if column == TEXTS { text } else { value }, true);
    }
    a.issue(Opcode::Close, GROUPS.0 as u8, [NONE, group, NONE, NONE, NONE, NONE]);
    a.issue(Opcode::Delete, ROWS.0 as u8, [NONE, row, NONE, NONE, NONE, when]);
}
