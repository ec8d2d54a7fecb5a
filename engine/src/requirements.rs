// SPDX-License-Identifier: Apache-2.0

//! What a program needs that no hardware build has yet.
//!
//! The software executors run every valid program. The RTL runs a part of them. A compiler reports
//! what it cannot run with its place, and the microcode packer refuses it ([`crate::microcode`]).
//! What depends on the sizes of a build is a [`BuildError`](crate::build::BuildError).

use crate::isa::{Instruction, KEY_OPERANDS, Opcode, Role, Space, UnitClass};
use crate::parameter::{MESSAGE_PREFIX, TABLE};
use crate::program::{FrameKind, Program};
use crate::schema::{ColumnId, ColumnKind, MessageId, TableId, Type};

/// A part of the machine that no hardware build has yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feature {
    /// The wide unit, or a sum of wide values.
    Wide,
    /// [`Opcode::Like`].
    Like,
    /// [`Opcode::Scan`].
    Scan,
    /// A list, which keeps the rows of a group.
    List,
    /// [`ColumnKind::Distinct`].
    Distinct,
    /// A key of more columns than an instruction has operands for.
    LongKey,
    /// A field that is a TIME: the parser checks the width of a number, and not this range.
    Time,
}

/// The place in a program that needs a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Needs {
    /// A message: its rules or its statements.
    Message(MessageId),
    /// The loading of a row of a table.
    Row(TableId),
    /// A column of a hidden table.
    Column(TableId, ColumnId),
}

/// A feature and the place that needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Requirement {
    /// The feature.
    pub feature: Feature,
    /// The place.
    pub place: Needs,
}

impl Feature {
    /// The feature in words, as the object of a sentence.
    pub fn text(self) -> &'static str {
        match self {
            Feature::Wide => "DECIMAL arithmetic of more than 64 bits",
            Feature::Like => "`like`",
            Feature::Scan => "a scan",
            Feature::List => "the rows of a group",
            Feature::Distinct => "`count(distinct)`",
            Feature::LongKey => "a key of more than four columns",
            Feature::Time => "a TIME in a frame",
        }
    }
}

impl Requirement {
    /// The requirement as a sentence without a full stop.
    pub fn describe(&self, program: &Program) -> String {
        let table = |table: TableId| &program.tables[usize::from(table.0)];
        let place = match self.place {
            Needs::Message(message) => {
                let name = &program.messages[usize::from(message.0)].name;
                // A hidden message is named after its job or its parameter.
                match (name.split_once('$'), name.strip_prefix(MESSAGE_PREFIX)) {
                    (Some((job, _)), _) => format!("job `{job}`"),
                    (None, Some(parameter)) => format!("a change of parameter `{parameter}`"),
                    (None, None) => format!("message `{name}`"),
                }
            }
            Needs::Row(id) if table(id).name == TABLE => "loading the parameters".to_owned(),
            Needs::Row(id) => format!("loading a row of table `{}`", table(id).name),
            Needs::Column(id, _) => match &table(id).hidden {
                Some(hidden) => format!("an aggregate over table `{}`", table(hidden.base).name),
                None => format!("table `{}`", table(id).name),
            },
        };
        format!("{place} needs {}, which the hardware does not have yet", self.feature.text())
    }
}

/// Everything that a program needs and no hardware build has yet, each once, by place: messages and
/// rows in the order of their transactions, then columns.
pub fn requirements(program: &Program) -> Vec<Requirement> {
    let mut found = Vec::new();
    for (kind, transaction) in program.frame_kinds().zip(&program.transactions) {
        let place = match kind {
            FrameKind::Message(message) => Needs::Message(message),
            FrameKind::Row(table) => Needs::Row(table),
        };
        let mut features: Vec<Feature> =
            transaction.instructions.iter().flat_map(features).collect();
        if program.fields(kind).iter().any(|field| field.ty == Type::Time) {
            features.push(Feature::Time);
        }
        features.sort_unstable();
        features.dedup();
        found.extend(features.into_iter().map(|feature| Requirement { feature, place }));
    }
    for (table, definition) in program.tables.iter().enumerate() {
        let columns = definition.columns.iter().enumerate();
        for (column, _) in columns.filter(|(_, column)| column.kind == ColumnKind::Distinct) {
            let place = Needs::Column(TableId(table as u16), ColumnId(column as u16));
            found.push(Requirement { feature: Feature::Distinct, place });
        }
        if let Some(column) = definition.key.get(KEY_OPERANDS) {
            let place = Needs::Column(TableId(table as u16), *column);
            found.push(Requirement { feature: Feature::LongKey, place });
        }
    }
    found
}

/// The features that an instruction needs.
fn features(instruction: &Instruction) -> impl Iterator<Item = Feature> {
    let is_wide = match instruction.opcode.signature().unit {
        UnitClass::Wide => instruction.opcode != Opcode::Pair,
        UnitClass::Lane
        | UnitClass::Logic
        | UnitClass::Divider
        | UnitClass::Text
        | UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Scan
        | UnitClass::Verdict
        | UnitClass::Commit
        | UnitClass::Writer => {
            let operands = instruction.operands.iter().zip(instruction.opcode.signature().roles);
            operands.into_iter().any(|(o, role)| o.space == Space::Wide && role != Role::ReadKey)
        }
    };
    let is = |opcode| instruction.opcode == opcode;
    let is_scan = instruction.opcode.signature().unit == UnitClass::Scan;
    let is_list = is(Opcode::Room)
        || is(Opcode::Enter)
        || is(Opcode::Leave)
        || is(Opcode::Patch)
        || is(Opcode::Apply);
    [
        (is_wide, Feature::Wide),
        (is(Opcode::Like), Feature::Like),
        (is_scan, Feature::Scan),
        (is_list, Feature::List),
    ]
    .into_iter()
    .filter_map(|(needed, feature)| needed.then_some(feature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Zone;
    use crate::dictionary::DictionaryDef;
    use crate::isa::{Gate, Operand};
    use crate::program::{Entry, Transaction};
    use crate::rule::{RuleDef, Severity};
    use crate::schema::{ColumnDef, HiddenDef, MessageDef, TableDef};
    use crate::value::Width;
    use crate::verdict::Reason;

    fn program(instructions: Vec<Instruction>, effects: Vec<Entry>) -> Program {
        let column = |kind| ColumnDef { name: "c".into(), ty: Type::Int8, nullable: true, kind };
        let table = |name: &str, hidden, kind| TableDef {
            name: name.into(),
            columns: vec![column(kind)],
            key: Vec::new(),
            rows_max: 1,
            defaults: Vec::new(),
            hidden,
        };
        let opened = ColumnDef { ty: Type::Time, ..column(ColumnKind::Data) };
        let hidden = HiddenDef { base: TableId(0), definition: String::new(), list: None };
        let warning = RuleDef { severity: Severity::Warn, ..RuleDef::new("soft", MessageId(0)) };
        Program {
            tables: vec![
                table("t", None, ColumnKind::Data),
                table("t$1", Some(hidden), ColumnKind::Distinct),
            ],
            messages: vec![MessageDef { name: "order".into(), fields: vec![opened] }],
            rules: vec![RuleDef::new("hard", MessageId(0)), warning],
            strings: Vec::new(),
            dictionary: DictionaryDef::OF_HARDWARE,
            constants: Vec::new(),
            transactions: vec![Transaction {
                instructions,
                entries: Vec::new(),
                effects,
                scans: Vec::new(),
                verdict_cycles: 0,
                commit_cycles: 0,
            }],
            zone: Zone::UTC,
            jobs: Vec::new(),
        }
    }

    fn instruction(opcode: Opcode, place: usize, operand: Operand) -> Instruction {
        let mut operands = [Operand::NONE; 6];
        operands[place] = operand;
        Instruction::new(opcode, 0, 0, operands)
    }

    #[test]
    fn each_feature_is_found_once_for_each_place() {
        let wide = Operand::new(Space::Wide, 0);
        let instructions = vec![
            instruction(Opcode::Like, 0, Operand::NONE),
            instruction(Opcode::Fold, 3, wide),
            instruction(Opcode::WideFetch, 0, wide),
            instruction(Opcode::Named, 0, Operand::NONE).gated(Gate::Reject),
        ];
        let program = program(instructions, vec![Entry::Check(Reason::Overflow)]);
        let texts: Vec<String> =
            requirements(&program).iter().map(|one| one.describe(&program)).collect();
        assert_eq!(
            texts,
            [
                "message `order` needs DECIMAL arithmetic of more than 64 bits, which the hardware \
                 does not have yet",
                "message `order` needs `like`, which the hardware does not have yet",
                "message `order` needs a TIME in a frame, which the hardware does not have yet",
                "an aggregate over table `t` needs `count(distinct)`, which the hardware does not \
                 have yet",
            ]
        );
    }

    #[test]
    fn a_long_key_is_a_feature_of_its_table() {
        let pair = Operand::new(Space::Wide, 0);
        let instructions =
            vec![instruction(Opcode::Pair, 0, pair), instruction(Opcode::Lookup, 1, pair)];
        let mut program = program(instructions, Vec::new());
        program.tables.truncate(1);
        program.messages[0].fields.clear();
        program.tables[0].key = vec![ColumnId(0); 5];
        program.tables[0].columns.truncate(1);
        let texts: Vec<String> =
            requirements(&program).iter().map(|one| one.describe(&program)).collect();
        let expected = "table `t` needs a key of more than four columns, which the hardware does \
                        not have yet";
        assert_eq!(texts, [expected]);
    }

    #[test]
    fn a_program_of_the_first_machine_needs_nothing() {
        let instructions = vec![
            instruction(Opcode::Add, 5, Operand::immediate(Width::W32 as u16)),
            instruction(Opcode::Mul, 5, Operand::immediate(Width::S64 as u16)),
            instruction(Opcode::Fold, 3, Operand::slot(3)),
        ];
        let mut program = program(instructions, Vec::new());
        program.tables.truncate(1);
        program.messages[0].fields.clear();
        assert_eq!(requirements(&program), []);
    }
}
