// SPDX-License-Identifier: Apache-2.0

//! Rule files that grow: of each kind of input, a file of any size.
//!
//! The bench of compile time doubles their sizes. Some kinds end at a limit of the machine, and
//! compile; others are far beyond one, and are refused. Both must take time in proportion to the
//! input.

use engine::machine;
use rulec::Report;
use rulec::source::{LoadError, Loaded, Loader, parse_sources};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

/// A kind of input.
pub struct Kind {
    /// What grows, in words.
    pub name: &'static str,
    /// Whether the files compile at every size.
    pub compiles: bool,
    /// The smallest size; four doublings lead to the largest.
    pub smallest: usize,
    write: fn(usize) -> Files,
}

/// A root file and the files that it includes.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The text of the root file.
    pub root: String,
    /// The included files by their path.
    pub included: BTreeMap<String, String>,
}

/// How many times the size of an input is doubled.
pub const DOUBLINGS: u32 = 4;

impl Kind {
    /// The sizes, each twice the one before.
    pub fn sizes(&self) -> impl Iterator<Item = usize> {
        let smallest = self.smallest;
        (0..=DOUBLINGS).map(move |doublings| smallest << doublings)
    }

    /// The files of this kind with `size` things.
    pub fn files(&self, size: usize) -> Files {
        (self.write)(size)
    }
}

impl Loader for &Files {
    fn load(&mut self, path: &str, _: usize) -> Result<Loaded, LoadError> {
        match self.included.get(path) {
            Some(text) => Ok(Loaded::new(path, text)),
            None => Err(LoadError::Unreadable("there is no such file".into())),
        }
    }
}

impl Files {
    /// The bytes of all files.
    pub fn bytes(&self) -> usize {
        self.root.len() + self.included.values().map(String::len).sum::<usize>()
    }

    /// Compiles the files and writes the diagnostics as text, as `riskgate check` does. Returns
    /// whether there is a program, what was reported, and the text.
    pub fn compile(&self) -> (bool, Report, String) {
        let parsed = parse_sources(Loaded::new("root.rules", &self.root), &mut &*self);
        let (programs, mut reports) = rulec::compile_sources(vec![parsed]);
        let report = reports.remove(0);
        let render = |diagnostic| report.sources.render(diagnostic, false);
        let text: String = report.diagnostics.iter().map(render).collect();
        (programs.is_some(), report, text)
    }
}

/// Every kind.
pub const KINDS: &[Kind] = &[
    compiles("tables, within the machine", 3, tables_read),
    compiles("rules, within the machine", 128, rules_of_messages),
    compiles("an `in` list, within the machine", 50, |size| in_list(size, &number)),
    compiles("strings, within the machine", 50, |size| in_list(size, &quoted)),
    compiles("nested conditions, one rule", 7, |size| rule(&nested(size, 0))),
    compiles("included files, within the machine", 128, included_rules),
    compiles("functions and their calls", 64, functions),
    compiles("tests", 500, tests),
    refused("tables", 5_625, tables),
    refused("tables without a key, each read", 1_000, tables_without_key),
    refused("messages", 3_000, messages),
    refused("columns of one table", 10_000, columns),
    refused("rules of one message", 129, rules),
    refused("rules", 3_000, rules),
    refused("rules of one name", 5_000, rules_of_one_name),
    refused("an `in` list", 4_000, |size| in_list(size, &number)),
    refused("strings", 4_000, |size| in_list(size, &quoted)),
    refused("strings, each in a rule", 3_000, strings_in_rules),
    refused("nested conditions, many rules", 100, nested_rules),
    refused("included files, each with a rule", 3_000, included_rules),
    refused("included files, each including the next", 1_000, included_chain),
    refused("blocks", 3_000, blocks),
    refused("statements of one block", 1_000, statements),
    refused("aggregates", 500, aggregates),
    refused("parameters", 4_000, parameters),
    refused("functions", 2_000, functions_declared),
    refused("calls of functions, one in another", 1_000, functions_nested),
    refused("unknown tables", 2_000, unknown_tables),
    refused("unknown columns and fields", 2_000, unknown_columns),
    refused("unknown messages", 2_000, unknown_messages),
    refused("syntax errors", 4_000, syntax_errors),
    refused("lexical errors", 20_000, |size| rule(&"? ".repeat(size))),
    refused("warnings", 1_000, warnings),
    refused("windows", 200, windows),
    refused("blocks that name rules", 1_000, blocks_by_rule),
    refused("tests of unknown names", 1_500, tests_of_unknown_names),
];

const fn compiles(name: &'static str, smallest: usize, write: fn(usize) -> Files) -> Kind {
    Kind { name, compiles: true, smallest, write }
}

const fn refused(name: &'static str, smallest: usize, write: fn(usize) -> Files) -> Kind {
    Kind { name, compiles: false, smallest, write }
}

/// The message that every file has.
const MESSAGE: &str = "create message m (a int not null, b int8 not null, c char(16) not null);\n";

/// The first number of a name or a constant. All have six digits, so that twice as many things are
/// twice as many bytes.
const FIRST: usize = 100_000;

/// How many rules of one message the files have at most.
const RULES_OF_MESSAGE: usize = machine::RULES_PER_MESSAGE_MAX;

/// So many small constants are different. They need no room in the machine.
const IMMEDIATES: usize = 256;

/// How many parts a rule has whose file has many.
const PARTS_OF_RULE: usize = 64;

/// The numbers of `count` things.
fn numbers(count: usize) -> Range<usize> {
    FIRST..FIRST + count
}

/// The number of the message to which a rule belongs, if there are many messages.
fn message_of(i: usize) -> usize {
    (i - FIRST) / RULES_OF_MESSAGE
}

fn root(root: String) -> Files {
    Files { root, included: BTreeMap::new() }
}

/// The text of `count` things after a text.
fn many(before: &str, count: usize, thing: impl Fn(usize) -> String) -> Files {
    let mut text = before.to_owned();
    numbers(count).for_each(|i| text += &thing(i));
    root(text)
}

fn rule(condition: &str) -> Files {
    root(format!("{MESSAGE}rule r ({condition});\n"))
}

fn number(i: usize) -> String {
    format!("m.a, {i}")
}

fn quoted(i: usize) -> String {
    format!("m.c, 's{i}'")
}

/// A rule with an `in` list; `of` gives the operand and an element.
fn in_list(size: usize, of: &dyn Fn(usize) -> String) -> Files {
    let elements: Vec<String> = numbers(size)
        .map(|i| of(i).split_once(", ").map_or(String::new(), |(_, element)| element.to_owned()))
        .collect();
    let operand = of(FIRST);
    let operand = operand.split(',').next().unwrap_or_default();
    rule(&format!("{operand} in ({})", elements.join(", ")))
}

fn table(i: usize) -> String {
    format!("create table t{i} (k int primary key, v int8 not null);\n")
}

fn tables(size: usize) -> Files {
    many(MESSAGE, size, |i| format!("create table t{i} (k int primary key);\n"))
}

/// Each table is read by a rule and written by a statement.
fn tables_read(size: usize) -> Files {
    let mut text = MESSAGE.to_owned();
    for i in numbers(size) {
        text += &table(i);
        let _ =
            writeln!(text, "rule r{i} (coalesce((select v from t{i} where k = m.a), 0) < m.b);");
        let _ = writeln!(text, "on m (update t{i} set v = m.b where k = m.a);");
    }
    root(text)
}

fn tables_without_key(size: usize) -> Files {
    many(MESSAGE, size, |i| {
        format!(
            "create table t{i} (k int, v int);\n\
             rule r{i} (coalesce((select v from t{i} where k = m.a), 0) < m.b);\n"
        )
    })
}

fn messages(size: usize) -> Files {
    many("", size, |i| format!("create message m{i} (a int not null);\nrule r{i} (m{i}.a > 0);\n"))
}

fn columns(size: usize) -> Files {
    let columns: Vec<String> = numbers(size).map(|i| format!("c{i} int")).collect();
    root(format!("{MESSAGE}create table t (k int primary key, {});\n", columns.join(", ")))
}

fn rule_of(message: &str, i: usize) -> String {
    format!(
        "rule r{i} (coalesce((select v from t where k = {message}.a), 0) < {message}.b - {});\n",
        i % IMMEDIATES
    )
}

fn table_and_messages(size: usize) -> String {
    let mut text = table(0).replace("t0", "t");
    for i in 0..size.div_ceil(RULES_OF_MESSAGE) {
        text += &MESSAGE.replace("message m ", &format!("message m{i} "));
    }
    text
}

fn rules_of_messages(size: usize) -> Files {
    let message = |i: usize| format!("m{}", message_of(i));
    many(&table_and_messages(size), size, |i| rule_of(&message(i), i))
}

fn rules(size: usize) -> Files {
    let text = format!("{MESSAGE}{}", table(0).replace("t0", "t"));
    many(&text, size, |i| rule_of("m", i))
}

fn rules_of_one_name(size: usize) -> Files {
    many(MESSAGE, size, |i| format!("rule r (m.a > {i});\n"))
}

fn strings_in_rules(size: usize) -> Files {
    many(MESSAGE, size, |i| format!("rule r{i} (m.c <> 's{i}');\n"))
}

/// A condition of this depth.
fn nested(depth: usize, first: usize) -> String {
    let mut text = "m.a > 0".to_owned();
    for level in 1..depth {
        let operator = if level % 2 == 0 { "and" } else { "or" };
        text = format!("m.a < {} {operator} ({text})", first + level);
    }
    text
}

/// Rules of one message, whose conditions have the same form and other numbers.
fn nested_rules(size: usize) -> Files {
    many(MESSAGE, size, |i| format!("rule r{i} ({});\n", nested(100, FIRST + 100 * (i - FIRST))))
}

fn included_rules(size: usize) -> Files {
    let mut files = root(table_and_messages(size));
    for i in numbers(size) {
        let _ = writeln!(files.root, "include 'rules/r{i}.rules';");
        let rule = rule_of(&format!("m{}", message_of(i)), i);
        files.included.insert(format!("rules/r{i}.rules"), rule);
    }
    files
}

fn included_chain(size: usize) -> Files {
    let mut files = root(format!("{MESSAGE}include 'r{FIRST}.rules';\n"));
    for i in numbers(size) {
        let next = if i + 1 < FIRST + size { i + 1 } else { FIRST };
        let text = format!("rule r{i} (m.a > {i});\ninclude 'r{next}.rules';\n");
        files.included.insert(format!("r{i}.rules"), text);
    }
    files
}

fn blocks(size: usize) -> Files {
    let text = format!("{MESSAGE}{}", table(0));
    many(&text, size, |i| format!("on m where m.a = {i} (update t0 set v = {i} where k = m.a);\n"))
}

fn statements(size: usize) -> Files {
    let statements: Vec<String> =
        numbers(size).map(|i| format!("update t0 set v = {i} where k = m.a")).collect();
    root(format!("{MESSAGE}{}on m ({});\n", table(0), statements.join(";\n")))
}

fn aggregates(size: usize) -> Files {
    let text = format!("{MESSAGE}{}", table(0));
    many(&text, size, |i| {
        format!("rule r{i} ((select count(*) from t0 where k = m.a and v > {i}) < 5);\n")
    })
}

fn parameters(size: usize) -> Files {
    let mut files = many(MESSAGE, size, |i| format!("create parameter p{i} int8 = {i};\n"));
    numbers(size).for_each(|i| files.root += &format!("rule r{i} (m.b < p{i});\n"));
    files
}

fn function(i: usize, body: &str) -> String {
    format!("create function f{i}(x int8) returns int8 as $$ select {body} $$ language sql;\n")
}

fn functions(size: usize) -> Files {
    let mut files =
        many(&table_and_messages(size), size, |i| function(i, &format!("x + {}", i % IMMEDIATES)));
    for i in numbers(size) {
        let message = message_of(i);
        files.root += &format!("rule r{i} (f{i}(m{message}.b) > 0);\n");
    }
    files
}

fn functions_declared(size: usize) -> Files {
    let mut files = many(MESSAGE, size, |i| function(i, &format!("x + {i}")));
    numbers(size).for_each(|i| files.root += &format!("rule r{i} (f{i}(m.b) > 0);\n"));
    files
}

/// Each function calls the one before it.
fn functions_nested(size: usize) -> Files {
    let body = |i: usize| match i {
        FIRST => "x".to_owned(),
        _ => format!("f{}(x) + 1", i - 1),
    };
    let mut files = many(MESSAGE, size, |i| function(i, &body(i)));
    let _ = writeln!(files.root, "rule r (f{}(m.b) > 0);", FIRST + size - 1);
    files
}

/// The text of a message and of tables, as many as the machine has.
fn known_tables() -> String {
    tables(machine::TABLES_MAX).root
}

/// The text of messages, as many as the machine has.
fn known_messages() -> String {
    (0..machine::MESSAGES_MAX)
        .map(|i| format!("create message n{i} (x{i} int, y int);\n"))
        .collect()
}

/// A rule with a sum of parts.
fn sum_of(size: usize, part: impl Fn(usize) -> String) -> String {
    let rules: Vec<Vec<usize>> =
        numbers(size).collect::<Vec<_>>().chunks(PARTS_OF_RULE).map(<[usize]>::to_vec).collect();
    let text = |(rule, parts): (usize, &Vec<usize>)| {
        let parts: Vec<String> = parts.iter().map(|i| part(*i)).collect();
        format!("rule r{rule} ({} > 0);\n", parts.join(" + "))
    };
    rules.iter().enumerate().map(text).collect()
}

fn unknown_tables(size: usize) -> Files {
    let rules = sum_of(size, |i| format!("(select v from u{i} where k = m.a)"));
    root(known_tables() + &rules)
}

fn unknown_columns(size: usize) -> Files {
    root(known_messages() + &sum_of(size, |i| format!("n0.z{i} + z{i}")))
}

fn unknown_messages(size: usize) -> Files {
    root(known_messages() + &sum_of(size, |i| format!("o{i}.x")))
}

fn syntax_errors(size: usize) -> Files {
    many(MESSAGE, size, |i| format!("rule r{i} (m.a > > {i});\n"))
}

/// Rules that can be NULL, which are warnings.
fn warnings(size: usize) -> Files {
    let text = format!("{MESSAGE}{}", table(0));
    many(&text, size, |i| format!("rule r{i} ((select v from t0 where k = m.a) > {i});\n"))
}

fn windows(size: usize) -> Files {
    let text = format!(
        "{MESSAGE}create table f (i int8 primary key, k int not null, at int8 not null);\n\
         on m (insert into f values (m.b, m.a, m.b));\n"
    );
    many(&text, size, |i| {
        format!(
            "rule r{i} ((select count(*) from f where k = m.a and i > {i} and at > m.b) < 3);\n"
        )
    })
}

fn blocks_by_rule(size: usize) -> Files {
    let text = format!("{MESSAGE}{}", table(0));
    many(&text, size, |i| {
        format!(
            "rule r{i} (m.a > {i});\n\
             on reject of m by r{i} (update t0 set v = {i} where k = m.a);\n"
        )
    })
}

fn tests(size: usize) -> Files {
    let text = format!("{MESSAGE}{}rule r (m.a > 0);\n", table(0));
    many(&text, size, |i| {
        format!(
            "test \"{i}\" (given t0 (k = {i}, v = 1); \
             when m (a = 0, b = 1, c = 'x') expect reject r; expect t0 (k = {i}, v = 1))\n"
        )
    })
}

fn tests_of_unknown_names(size: usize) -> Files {
    many(&known_tables(), size, |i| {
        format!("test \"{i}\" (given u{i} (k = 1); when n{i} (a = 0) expect reject s{i})\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_compiles_or_is_refused_as_it_says() {
        for kind in KINDS {
            let (compiles, _, text) = kind.files(kind.smallest).compile();
            assert_eq!(compiles, kind.compiles, "{}: {text}", kind.name);
        }
    }
}
