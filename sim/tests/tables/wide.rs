// SPDX-License-Identifier: Apache-2.0

//! Rule files that use the whole machine: messages of 32 fields of every type, six tables with up
//! to nine columns and keys of up to four, two groupings, and rules and blocks that take their
//! operands from every source. So every memory bank of the register files is read at every port,
//! every field contains texts, and every table unit has a table.

use engine::build::{KEY_BITS, LEVELS, SUMS};
use engine::machine::FIELDS_MAX;
use engine::schema::Type;
use std::fmt::Write;
use testkit::generate::{Column, Message, Table};
use testkit::rng::Rng;

const DECIMAL: Type = Type::Decimal { precision: 9, scale: 2 };
/// The types of the fields of a message, in any order.
const FIELDS: [(Type, usize); 8] = [
    (Type::Int4, 12),
    (Type::Int8, 4),
    (Type::Int2, 4),
    (Type::Char(4), 5),
    (Type::Char(16), 2),
    (Type::Boolean, 2),
    (DECIMAL, 2),
    (Type::Timestamp, 1),
];
/// The types of key columns, narrow ones first; four of these form a key.
const KEY_TYPES: [Type; 8] = [
    Type::Int4,
    Type::Char(4),
    Type::Int2,
    Type::Int4,
    Type::Int8,
    Type::Timestamp,
    DECIMAL,
    Type::Char(16),
];
const COLUMN_TYPES: [Type; 8] = [
    Type::Int4,
    Type::Int8,
    Type::Int4,
    DECIMAL,
    Type::Int2,
    Type::Char(4),
    Type::Boolean,
    Type::Timestamp,
];
/// The number of tables, one for each unit, and the rows of the unit that is smaller than the
/// others.
const TABLES: usize = 6;
const ROWS_OF_THE_SMALLEST: usize = 16;
const ROWS_OF_THE_OTHERS: usize = 512;

/// The columns by which rows of a table are grouped, and the aggregates over them.
struct Grouping<'a> {
    table: &'a Table,
    columns: Vec<usize>,
    filter: Option<String>,
    calls: Vec<String>,
}

/// A rule file.
pub fn wide_file(rng: &mut Rng) -> String {
    let smallest = rng.below(TABLES);
    let tables: Vec<Table> =
        (0..TABLES).map(|index| table(index, index == smallest, rng)).collect();
    let messages: Vec<Message> = (0..2).map(|index| message(index, rng)).collect();
    let groupings: Vec<Grouping<'_>> = (0..2).map(|_| grouping(&tables, rng)).collect();
    let mut text: String =
        tables.iter().map(Table::text).chain(messages.iter().map(Message::text)).collect();
    for message in &messages {
        let scope = Scope { message };
        let asked = groupings
            .iter()
            .flat_map(|grouping| grouping.calls.iter().map(move |call| (grouping, call)));
        let asked: Vec<String> =
            asked.map(|(grouping, call)| scope.aggregate(grouping, call, rng)).collect();
        let others = (0..rng.between(5, 10)).map(|_| scope.judgement(&tables, rng)).collect();
        for (number, truth) in [asked, others].concat().into_iter().enumerate() {
            let guard = if rng.percent(25) {
                format!(" where {}", scope.truth(1, rng))
            } else {
                String::new()
            };
            // Most frames must pass.
            let always = scope.field(Type::Int4, rng);
            let _ = writeln!(
                text,
                "Rule r{number}_{} ( ({truth} or {always} > -1000){guard} )",
                message.name
            );
        }
        let some = scope.field(Type::Int4, rng);
        let _ = writeln!(text, "Rule refusing_{} ( {some} <> 1 )", message.name);
        let blocks = vec!["on"; rng.between(3, 5)];
        let effects = vec!["on reject of"; rng.between(1, 2)];
        for side in blocks.into_iter().chain(effects) {
            let guard = scope.truth(rng.between(0, 2), rng);
            let statements: Vec<String> =
                (0..rng.between(1, 2)).map(|_| scope.statement(&tables, rng)).collect();
            let _ = writeln!(
                text,
                "{side} {} where {guard} (\n    {}\n)",
                message.name,
                statements.join(";\n    ")
            );
        }
    }
    text
}

fn table(index: usize, is_smallest: bool, rng: &mut Rng) -> Table {
    let letter = char::from(b'a' + index as u8);
    let key_len = 1 + rng.weighted(&[25, 25, 15, 35]);
    let count = rng.between(5, 9);
    let mut key: Vec<usize> = (0..count).collect();
    rng.shuffle(&mut key);
    key.truncate(key_len);
    key.sort_unstable();
    let types = if key_len > 2 { &KEY_TYPES[..4] } else { &KEY_TYPES[..] };
    let columns = (0..count)
        .map(|column| {
            let in_key = key.contains(&column);
            let ty = *rng.pick(if in_key { types } else { &COLUMN_TYPES });
            let nullable = !in_key && rng.percent(40);
            Column { name: format!("{letter}{column}"), ty, nullable, default: None }
        })
        .collect();
    let rows = match is_smallest {
        true => rng.between(6, ROWS_OF_THE_SMALLEST),
        false => rng.between(ROWS_OF_THE_SMALLEST + 1, ROWS_OF_THE_OTHERS),
    };
    Table {
        name: format!("t{index}"),
        columns,
        key,
        rows,
        insert_only: false,
        lists: Vec::new(),
        by_rows: false,
    }
}

fn message(index: usize, rng: &mut Rng) -> Message {
    let mut types: Vec<Type> = FIELDS.iter().flat_map(|(ty, count)| vec![*ty; *count]).collect();
    assert_eq!(types.len(), FIELDS_MAX);
    rng.shuffle(&mut types);
    let field = |(field, ty): (usize, Type)| Column {
        name: format!("f{field}"),
        ty,
        nullable: rng.percent(15),
        default: None,
    };
    Message {
        name: format!("m{index}"),
        fields: types.into_iter().enumerate().map(field).collect(),
    }
}

/// The bits of a column in a key, as `engine::build` packs them.
fn key_bits(ty: Type) -> u32 {
    match ty {
        Type::Boolean | Type::Int2 => 16,
        Type::Int4 | Type::Char(_) => 32,
        _ => 64,
    }
}

fn is_number(ty: Type) -> bool {
    matches!(ty, Type::Int2 | Type::Int4 | Type::Int8 | Type::Decimal { .. })
}

fn grouping<'a>(tables: &'a [Table], rng: &mut Rng) -> Grouping<'a> {
    let table = rng.pick(tables);
    let mut columns: Vec<usize> = (0..table.columns.len()).collect();
    rng.shuffle(&mut columns);
    let wanted = rng.between(1, 4);
    let mut bits = 0;
    columns.retain(|column| {
        let wide = key_bits(table.columns[*column].ty);
        let fits = bits + wide <= KEY_BITS;
        bits += if fits { wide } else { 0 };
        fits
    });
    columns.truncate(wanted);
    let numbers: Vec<&Column> =
        table.columns.iter().filter(|c| is_number(c.ty) && c.ty != DECIMAL).collect();
    let filter = match numbers.as_slice() {
        [first, ..] if rng.percent(50) => Some(format!("{} > {}", first.name, rng.below(2))),
        _ => None,
    };
    Grouping { table, calls: calls(&numbers, columns.len(), rng), columns, filter }
}

/// Aggregate calls in an order in which each has its own sum bank or level store: column g counts
/// the rows, and column g + 1 + i belongs to call i.
fn calls(numbers: &[&Column], columns: usize, rng: &mut Rng) -> Vec<String> {
    if numbers.is_empty() {
        return vec!["count(*)".into()];
    }
    let small = numbers.iter().find(|column| column.ty != Type::Int8);
    let mut functions = vec!["sum", "count", "min", "max"];
    functions.extend(small.map(|_| "avg"));
    rng.shuffle(&mut functions);
    let (mut sums, mut levels) = (vec![columns % SUMS], Vec::new());
    let (mut column, mut calls) = (columns + 1, Vec::new());
    for function in functions {
        let is_level = matches!(function, "min" | "max");
        let (taken, place) =
            if is_level { (&mut levels, column % LEVELS) } else { (&mut sums, column % SUMS) };
        if taken.contains(&place) {
            continue;
        }
        taken.push(place);
        column += 1;
        // Sums of different columns, so that no two share a sum bank.
        let argument = match small.filter(|_| function == "avg") {
            Some(small) => format!("{} + 1", small.name),
            None => rng.pick(numbers).name.clone(),
        };
        calls.push(format!("{function}({argument})"));
    }
    calls
}

/// The names that an expression of a message may use.
struct Scope<'a> {
    message: &'a Message,
}

impl Scope<'_> {
    /// A field of a type; every message has one.
    fn field(&self, ty: Type, rng: &mut Rng) -> String {
        let of_type: Vec<&Column> =
            self.message.fields.iter().filter(|field| field.ty == ty).collect();
        format!("{}.{}", self.message.name, rng.pick(&of_type).name)
    }

    /// An integer that has at most 64 bits at the scales of [`DECIMAL`] and of an average. The
    /// hardware has no wider arithmetic.
    fn small_integer(&self, rng: &mut Rng) -> String {
        let ty = *rng.pick(&[Type::Int4, Type::Int4, Type::Int2]);
        self.field(ty, rng)
    }

    fn integer(&self, rng: &mut Rng) -> String {
        let ty = *rng.pick(&[Type::Int4, Type::Int4, Type::Int2, Type::Int8]);
        self.field(ty, rng)
    }

    /// An expression that can be written to a column or compared with it.
    fn value(&self, ty: Type, rng: &mut Rng) -> String {
        let (a, b) = (self.field(ty_of_operand(ty), rng), self.field(ty_of_operand(ty), rng));
        match (ty, rng.below(10)) {
            (Type::Int4 | Type::Int8 | DECIMAL, 0..2) => format!("({a} + {b})"),
            (Type::Int4 | Type::Int8 | DECIMAL, 2) => format!("({a} - {b})"),
            (Type::Int8, 3) => format!("({a} * {b})"),
            (_, 4) => format!("case when {} then {a} else {b} end", self.truth(1, rng)),
            (_, 5) => format!("coalesce({a}, {b})"),
            _ => a,
        }
    }

    fn truth(&self, depth: usize, rng: &mut Rng) -> String {
        let (a, b) = (self.integer(rng), self.integer(rng));
        if depth == 0 {
            return match rng.below(8) {
                0 => self.field(Type::Boolean, rng),
                1 => format!("{a} is not null"),
                2 => format!("{a} > {b}"),
                3 => format!(
                    "{} = {}",
                    self.field(Type::Char(4), rng),
                    self.field(Type::Char(16), rng)
                ),
                _ => format!("{a} <= {b}"),
            };
        }
        let (p, q) = (self.truth(depth - 1, rng), self.truth(depth - 1, rng));
        match rng.below(8) {
            0 => format!("({a} between {b} and {})", self.integer(rng)),
            1 => format!("(not ({p}))"),
            2..5 => format!("({p} and {q})"),
            _ => format!("({p} or {q})"),
        }
    }

    fn key(&self, table: &Table, rng: &mut Rng) -> String {
        let equal = |column: &usize| {
            let Column { name, ty, .. } = &table.columns[*column];
            format!("{name} = {}", self.value(*ty, rng))
        };
        table.key.iter().map(equal).collect::<Vec<_>>().join(" and ")
    }

    fn aggregate(&self, grouping: &Grouping<'_>, call: &str, rng: &mut Rng) -> String {
        let columns = grouping.columns.iter().map(|column| &grouping.table.columns[*column]);
        let equal =
            columns.map(|column| format!("{} = {}", column.name, self.value(column.ty, rng)));
        let conjuncts: Vec<String> = equal.chain(grouping.filter.clone()).collect();
        let (table, conjuncts) = (&grouping.table.name, conjuncts.join(" and "));
        format!(
            "coalesce((select {call} from {table} where {conjuncts}) > {}, true)",
            self.small_integer(rng)
        )
    }

    /// A condition of a rule.
    fn judgement(&self, tables: &[Table], rng: &mut Rng) -> String {
        let (a, b) = (self.integer(rng), self.integer(rng));
        let table = rng.pick(tables);
        let (name, key) = (&table.name, self.key(table, rng));
        let numbers: Vec<&Column> =
            table.columns.iter().filter(|column| is_number(column.ty)).collect();
        match rng.below(10) {
            0 => format!("{a} / {b} > {}", self.integer(rng)),
            1 => format!("{a} % {b} > {}", self.integer(rng)),
            2 => {
                let (left, right) = (self.field(DECIMAL, rng), self.value(DECIMAL, rng));
                format!("{left} - {right} > {}", self.small_integer(rng))
            }
            3 => self.truth(3, rng),
            4 => format!("exists (select {} from {name} where {key})", table.columns[0].name),
            _ => match numbers.as_slice() {
                [] => format!("{a} <= {b}"),
                some => {
                    let column = rng.pick(some);
                    let (a, b) = match column.ty {
                        DECIMAL => (self.small_integer(rng), self.small_integer(rng)),
                        _ => (a, b),
                    };
                    let column = &column.name;
                    format!("coalesce((select {column} from {name} where {key}), {a}) <= {b}")
                }
            },
        }
    }

    fn statement(&self, tables: &[Table], rng: &mut Rng) -> String {
        let table = rng.pick(tables);
        let others: Vec<usize> =
            (0..table.columns.len()).filter(|column| !table.key.contains(column)).collect();
        match rng.weighted(&[35, 45, 20]) {
            1 if !others.is_empty() => {
                let mut set = others;
                rng.shuffle(&mut set);
                set.truncate(rng.between(1, 4));
                let assign = |column: &usize| {
                    let Column { name, ty, .. } = &table.columns[*column];
                    match ty {
                        Type::Int4 | Type::Int8 if rng.percent(40) => {
                            format!("{name} = {name} + {}", self.field(Type::Int4, rng))
                        }
                        ty => format!("{name} = {}", self.value(*ty, rng)),
                    }
                };
                let set: Vec<String> = set.iter().map(assign).collect();
                format!(
                    "update {} set {} where {}",
                    table.name,
                    set.join(", "),
                    self.key(table, rng)
                )
            }
            2 => format!("delete from {} where {}", table.name, self.key(table, rng)),
            _ => {
                let values: Vec<String> =
                    table.columns.iter().map(|column| self.value(column.ty, rng)).collect();
                format!("insert into {} values ({})", table.name, values.join(", "))
            }
        }
    }
}

/// The type of the fields whose sums and values are written to a column of a type.
fn ty_of_operand(ty: Type) -> Type {
    if ty == Type::Int8 { Type::Int4 } else { ty }
}
