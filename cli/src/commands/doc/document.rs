// SPDX-License-Identifier: Apache-2.0

//! What the page of a rule file says.

use engine::machine::nanoseconds;
use engine::program::{FrameKind, Program};
use engine::rule::{Attributes, Severity};
use engine::schema::{MessageId, RuleId, TableDef};
use rulec::Report;
use rulec::ast::{File, Item};
use rulec::hir;
use rulec::reads::Reads;
use rulec::resolve::{Paths, resolve};
use rulec::source::SourceSet;
use rulec::span::Span;
use rulec::suite::{Expected, StepKind};
use std::path::Path;

/// What the page says.
pub struct Document {
    /// The name of the rule file, without its folder.
    pub name: String,
    /// The messages that have rules, in the order of the file.
    pub messages: Vec<Message>,
    pub parameters: Vec<Parameter>,
    pub tables: Vec<Table>,
    pub tests: Vec<Test>,
}

/// A message and its rules.
pub struct Message {
    pub name: String,
    /// Cycles and nanoseconds from the first beat of the frame to the verdict.
    pub latency: String,
    pub rules: Vec<Rule>,
}

pub struct Rule {
    pub name: String,
    pub warns: bool,
    pub attributes: Attributes,
    /// The file and the line.
    pub place: String,
    /// The rule as it is written.
    pub code: String,
    /// What it reads: its message and tables, each with fields or columns, and parameters.
    pub reads: Vec<(String, Vec<String>)>,
    /// The tests that expect a verdict by it, as places in [`Document::tests`].
    pub tests: Vec<usize>,
}

pub struct Parameter {
    pub name: String,
    pub ty: String,
    /// The value as it is written.
    pub value: String,
}

pub struct Table {
    pub name: String,
    pub rows_max: u32,
    /// Name, type and meaning of each column.
    pub columns: Vec<(String, String, &'static str)>,
}

pub struct Test {
    pub name: String,
    pub place: String,
    /// The test as it is written.
    pub code: String,
}

impl Document {
    /// The document of a file that compiles.
    pub fn new(file: &File, program: &Program, report: &Report) -> Document {
        let rules = resolve(file, Paths::default()).0.unwrap_or_default();
        let of = Sources { sources: &report.sources };
        let messages = (0..).map(MessageId).zip(&rules.messages).map(|(id, message)| {
            let numbered = (0..).map(RuleId).zip(&rules.rules);
            let own = numbered.filter(|(_, rule)| rule.message == id);
            Message {
                name: message.name.clone(),
                latency: latency(program, id),
                rules: own.map(|own| of.rule(&rules, report, own)).collect(),
            }
        });
        let parameters = file.items.iter().filter_map(|item| match item {
            Item::Parameter(one) => Some(Parameter {
                name: one.name.text.clone(),
                ty: parameter_type(program, &one.name.text),
                value: of.text(one.value.span),
            }),
            _ => None,
        });
        let tests = report.tests.iter().map(|test| Test {
            name: test.name.clone(),
            place: of.place(test.span),
            code: of.text(test.span),
        });
        Document {
            name: of.short(&of.sources.root().name).to_owned(),
            messages: messages.filter(|message| !message.rules.is_empty()).collect(),
            parameters: parameters.collect(),
            tables: program.declared_tables().iter().filter_map(table).collect(),
            tests: tests.collect(),
        }
    }

    /// All rules.
    pub fn rules(&self) -> impl Iterator<Item = (&Message, &Rule)> {
        self.messages.iter().flat_map(|of| of.rules.iter().map(move |rule| (of, rule)))
    }
}

fn latency(program: &Program, message: MessageId) -> String {
    let transaction = &program.transactions[program.transaction_index(FrameKind::Message(message))];
    let cycles = transaction.verdict_cycles;
    format!("{cycles} cycles, {:.0} ns", nanoseconds(cycles))
}

/// The type of a parameter, which is that of the message that changes it.
fn parameter_type(program: &Program, name: &str) -> String {
    let message = program.message(&format!("parameter.{name}"));
    let fields = message.map(|id| program.fields(FrameKind::Message(id)));
    fields.and_then(|fields| fields.first()).map_or(String::new(), |field| field.ty.to_string())
}

/// A declared table; none if it is one that the compiler adds.
fn table(def: &TableDef) -> Option<Table> {
    let is_added = def.name.contains('$') || def.name == PARAMETERS;
    let columns = def.columns.iter().enumerate().map(|(at, column)| {
        let is_key = def.key.iter().any(|key| usize::from(key.0) == at);
        let meaning = match (is_key, column.nullable) {
            (true, _) => "key",
            (false, true) => "can be NULL",
            (false, false) => "",
        };
        (column.name.clone(), column.ty.to_string(), meaning)
    });
    let (name, rows_max) = (def.name.clone(), def.rows_max);
    (!is_added).then(|| Table { name, rows_max, columns: columns.collect() })
}

/// The table in which the compiler keeps the parameters.
const PARAMETERS: &str = "parameter";

/// The texts that spans are in.
struct Sources<'s> {
    sources: &'s SourceSet,
}

impl Sources<'_> {
    fn text(&self, span: Span) -> String {
        let (source, span) = self.sources.locate(span);
        source.text.get(span.range()).unwrap_or_default().to_owned()
    }

    fn place(&self, span: Span) -> String {
        let (file, line, _) = self.sources.position(span);
        format!("{}:{line}", self.short(file))
    }

    /// The name of a file within the folder of the rule file: a page is read elsewhere.
    fn short<'f>(&self, file: &'f str) -> &'f str {
        let folder = Path::new(&self.sources.root().name).parent().unwrap_or(Path::new(""));
        let within = Path::new(file).strip_prefix(folder).ok();
        within.and_then(Path::to_str).unwrap_or(file)
    }

    fn rule(
        &self,
        rules: &hir::RuleSet,
        report: &Report,
        (id, rule): (RuleId, &hir::Rule),
    ) -> Rule {
        let names = |kind: &StepKind| match kind {
            StepKind::When { expected, .. } => match expected {
                Expected::Reject { rule, .. } => *rule == Some(id),
                Expected::Warn(rule) => *rule == id,
                Expected::Accept => false,
            },
            _ => false,
        };
        let tests = report.tests.iter().enumerate();
        let tests = tests.filter(|(_, test)| test.steps.iter().any(|step| names(&step.kind)));
        Rule {
            name: rule.name.clone(),
            warns: rule.severity == Severity::Warn,
            attributes: rule.attributes.clone(),
            place: self.place(rule.span),
            code: self.text(rule.span),
            reads: reads(rules, rule),
            tests: tests.map(|(at, _)| at).collect(),
        }
    }
}

/// The names of what a rule reads.
fn reads(rules: &hir::RuleSet, rule: &hir::Rule) -> Vec<(String, Vec<String>)> {
    let reads = Reads::of(rules, rule);
    let mut named = Vec::new();
    if !reads.fields.is_empty() {
        let message = &rules.messages[usize::from(rule.message.0)];
        let fields = reads.fields.iter().map(|field| rules.field_name(rule.message, *field));
        named.push((message.name.clone(), fields.map(String::from).collect()));
    }
    for (table, columns) in &reads.columns {
        let name = &rules.tables[usize::from(table.0)].name;
        let names = columns.iter().map(|column| rules.column_name(*table, *column));
        // The newest times of a table, which the compiler keeps in another one.
        let base = name.split('$').next().unwrap_or(name);
        let is_parameter = name == PARAMETERS;
        let is_own = |column: &&str| {
            let of_base = rules.tables.iter().find(|table| table.name == base);
            let is_of_base = of_base.is_some_and(|t| t.columns.iter().any(|c| c.name == *column));
            is_of_base && !(is_parameter && *column == "row")
        };
        named.push((base.to_owned(), names.filter(is_own).map(String::from).collect()));
    }
    named
}
