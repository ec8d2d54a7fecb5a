// SPDX-License-Identifier: Apache-2.0

//! A test for each rule about definitions: a sound program, one change, and the problem that the
//! validator reports.

mod reference_support;

use engine::machine::{
    COLUMNS_MAX, CONSTANTS_MAX, FIELDS_MAX, GROUPS_MAX, KEY_COLUMNS_MAX, MESSAGES_MAX, ROWS_MAX,
    RULES_MAX, RULES_PER_MESSAGE_MAX, STRINGS_MAX, TABLES_MAX,
};
use engine::program::Program;
use engine::rule::RuleDef;
use engine::schema::{ColumnId, ColumnKind, DefaultValue, MessageId, TableId, Type};
use engine::validate::{DEFINITION_BYTES_MAX, Place, Problem, validate};
use engine::value::{Tag, Value};
use reference_support::{aggregate, column, program, refusal};

fn accepted(change: impl FnOnce(&mut Program)) {
    let mut program = program(64);
    change(&mut program);
    assert_eq!(validate(&program), Ok(()));
}

/// The place, and the items of which there are too many.
fn excess(change: impl FnOnce(&mut Program)) -> (Place, &'static str) {
    match refusal(change) {
        (place, Problem::TooMany { what, found, limit }) if found > limit => (place, what),
        other => panic!("{other:?}"),
    }
}

#[test]
fn counts_are_within_the_limits() {
    let tables = excess(|p| {
        let hidden = p.tables[2].clone();
        p.tables.resize(TABLES_MAX + 1, hidden);
    });
    assert_eq!(tables, (Place::Program, "tables"));
    let messages = excess(|p| {
        let message = p.messages[1].clone();
        p.messages.resize(MESSAGES_MAX + 1, message);
    });
    assert_eq!(messages, (Place::Program, "messages"));
    let rules = excess(|p| {
        let rule = p.rules[0].clone();
        p.rules.resize(RULES_MAX + 1, rule);
    });
    assert_eq!(rules, (Place::Program, "rules"));
    let of_message = excess(|p| {
        let more = (0..RULES_PER_MESSAGE_MAX).map(|i| RuleDef::new(format!("r{i}"), MessageId(1)));
        p.rules.extend(more);
    });
    assert_eq!(of_message, (Place::Transaction(1), "rules of a message"));
    let strings = excess(|p| p.strings = vec![String::new(); STRINGS_MAX as usize + 1]);
    assert_eq!(strings, (Place::Program, "strings"));
    let constants = excess(|p| p.constants.resize(CONSTANTS_MAX + 1, Value::NULL));
    assert_eq!(constants, (Place::Program, "constants"));
    let columns = excess(|p| {
        let extra = |i| aggregate(&format!("$c{i}"), Type::Int8, true, ColumnKind::Sum);
        p.tables[2].columns.extend((0..COLUMNS_MAX).map(extra));
    });
    assert_eq!(columns, (Place::Table(2), "columns"));
    let fields = excess(|p| {
        let extra = |i| column(&format!("f{i}"), Type::Boolean, true);
        p.messages[1].fields.extend((0..FIELDS_MAX).map(extra));
    });
    assert_eq!(fields, (Place::Message(1), "fields"));
    let definition = excess(|p| {
        let hidden = p.tables[2].hidden.as_mut().expect("it is hidden");
        hidden.definition = "x".repeat(DEFINITION_BYTES_MAX + 1);
    });
    assert_eq!(definition, (Place::Table(2), "bytes of definition"));
}

#[test]
fn tables_and_messages_have_columns() {
    let table = refusal(|p| p.tables[0].columns.clear());
    assert_eq!(table, (Place::Table(0), Problem::None("columns")));
    let message = refusal(|p| p.messages[1].fields.clear());
    assert_eq!(message, (Place::Message(1), Problem::None("fields")));
}

#[test]
fn frames_fit_the_machine() {
    let wide = |i| column(&format!("wide{i}"), Type::Int8, true);
    let message = excess(|p| p.messages[1].fields.extend((0..30).map(wide)));
    assert_eq!(message, (Place::Message(1), "bytes of a frame"));
    // The rows of a declared table are loaded as frames.
    let table = excess(|p| p.tables[0].columns.extend((0..30).map(wide)));
    assert_eq!(table, (Place::Table(0), "bytes of a frame"));
}

#[test]
fn rows_are_within_bounds() {
    let none = refusal(|p| p.tables[0].rows_max = 0);
    assert_eq!(none, (Place::Table(0), Problem::None("rows")));
    let many = excess(|p| p.tables[0].rows_max = ROWS_MAX + 1);
    assert_eq!(many, (Place::Table(0), "rows"));
    let groups = excess(|p| p.tables[2].rows_max = GROUPS_MAX + 1);
    assert_eq!(groups, (Place::Table(2), "rows"));
    // Each table is within its limit, and the sum of all declared tables is not; hidden tables do
    // not count.
    accepted(|p| p.tables[..2].iter_mut().for_each(|t| t.rows_max = ROWS_MAX));
    let total = excess(|p| {
        let mut third = p.tables[0].clone();
        third.name = "third".into();
        p.tables.insert(2, third);
        p.tables[..3].iter_mut().for_each(|t| t.rows_max = ROWS_MAX);
    });
    assert_eq!(total, (Place::Program, "rows of declared tables"));
}

#[test]
fn names_are_names() {
    for bad in ["", "1st", "with space", "dollar$", "a|b", "../up", "quote\""] {
        let name = || Problem::Name(bad.into());
        assert_eq!(refusal(|p| p.tables[0].name = bad.into()), (Place::Table(0), name()));
        assert_eq!(refusal(|p| p.messages[0].name = bad.into()), (Place::Message(0), name()));
        assert_eq!(refusal(|p| p.rules[0].name = bad.into()), (Place::Rule(0), name()));
        let (place, problem) = refusal(|p| p.messages[0].fields[1].name = bad.into());
        assert_eq!((place, problem), (Place::Field(0, 1), name()));
        let (place, problem) = refusal(|p| p.tables[0].columns[1].name = bad.into());
        assert_eq!((place, problem), (Place::Column(0, 1), name()));
    }
    for good in ["Upper", "naïve", "价格为正", "x1"] {
        accepted(|p| p.rules[0].name = good.into());
        accepted(|p| p.tables[0].name = good.into());
    }
    accepted(|p| p.tables[0].name = "_".repeat(63));
    assert!(matches!(refusal(|p| p.tables[0].name = "_".repeat(64)).1, Problem::Name(_)));
    // A name derived from the longest declared name is valid.
    accepted(|p| p.tables[2].name = format!("{}$12", "_".repeat(63)));
    for bad in ["plain", "", "a/b$", "a b$"] {
        let (place, problem) = refusal(|p| p.tables[2].name = bad.into());
        assert_eq!((place, problem), (Place::Table(2), Problem::Name(bad.into())));
    }
}

#[test]
fn attributes_are_short_texts_of_one_line() {
    let set = |text: &str| {
        let text = text.to_owned();
        move |p: &mut Program| p.rules[0].attributes.text_en = Some(text)
    };
    accepted(set(&"é".repeat(512)));
    for bad in ["é".repeat(513), "a\nb".into(), "\u{7f}".into()] {
        assert_eq!(refusal(set(&bad)), (Place::Rule(0), Problem::Attribute("text_en")));
    }
}

#[test]
fn names_are_unique_among_names_of_the_same_sort() {
    let taken = |name: &str| Problem::NameTaken(name.into());
    let table = refusal(|p| p.tables[1].name = "account".into());
    assert_eq!(table, (Place::Table(1), taken("account")));
    let message = refusal(|p| p.messages[1].name = "trade_order".into());
    assert_eq!(message, (Place::Message(1), taken("trade_order")));
    let rule = refusal(|p| p.rules[3].name = "funds".into());
    assert_eq!(rule, (Place::Rule(3), taken("funds")));
    let column = refusal(|p| p.tables[0].columns[1].name = "account_id".into());
    assert_eq!(column, (Place::Column(0, 1), taken("account_id")));
    let field = refusal(|p| p.messages[0].fields[4].name = "price".into());
    assert_eq!(field, (Place::Field(0, 4), taken("price")));
    // A table and a message may have the same name.
    accepted(|p| p.messages[0].name = "account".into());
}

#[test]
fn types_have_parameters_in_range() {
    let decimal = |precision, scale| Type::Decimal { precision, scale };
    let types = [decimal(0, 0), decimal(19, 0), decimal(4, 5), Type::Char(0), Type::Char(17)];
    for ty in types {
        let column = refusal(|p| p.tables[1].columns[3].ty = ty);
        assert_eq!(column, (Place::Column(1, 3), Problem::Type(ty)));
        let field = refusal(|p| p.messages[0].fields[3].ty = ty);
        assert_eq!(field, (Place::Field(0, 3), Problem::Type(ty)));
    }
    for ty in [decimal(1, 0), decimal(18, 18), Type::Timestamp, Type::Date, Type::Time] {
        accepted(|p| p.tables[1].columns[3].ty = ty);
    }
}

#[test]
fn keys_are_distinct_data_that_is_never_null() {
    let key = |columns: &[u16]| columns.iter().map(|c| ColumnId(*c)).collect::<Vec<_>>();
    let (place, problem) = refusal(|p| p.tables[0].key.clear());
    assert_eq!((place, problem), (Place::Table(0), Problem::None("key columns")));
    let many = excess(|p| p.tables[1].key = key(&[0; KEY_COLUMNS_MAX + 1]));
    assert_eq!(many, (Place::Table(1), "key columns"));
    let missing = refusal(|p| p.tables[0].key = key(&[2]));
    assert_eq!(missing, (Place::Table(0), Problem::KeyColumn(2)));
    let nullable = refusal(|p| p.tables[0].key = key(&[1]));
    assert_eq!(nullable, (Place::Table(0), Problem::KeyColumnUnfit(1)));
    let twice = refusal(|p| p.tables[1].key = key(&[0, 0]));
    assert_eq!(twice, (Place::Table(1), Problem::KeyColumnUnfit(0)));
    let counter = refusal(|p| p.tables[2].key = key(&[0, 2]));
    assert_eq!(counter, (Place::Table(2), Problem::KeyColumnUnfit(2)));
}

#[test]
fn defaults_are_values_of_their_columns() {
    let text = |text: &str| DefaultValue::Text(text.into());
    let number = DefaultValue::Number;
    let decimal = Type::Decimal { precision: 4, scale: 2 };
    // The column is one of the key, or can be NULL, or neither.
    let of = |column: u16, value: &DefaultValue| vec![(ColumnId(column), value.clone())];
    for (ty, values, wrong) in [
        (Type::Int2, [number(-32_768), number(32_767)], [number(32_768), text("1")]),
        (decimal, [number(-9999), number(9999)], [number(10_000), text("")]),
        (Type::Boolean, [number(0), number(1)], [number(2), number(-1)]),
        (Type::Date, [number(i32::MIN.into()), number(0)], [number(1 << 31), text("A")]),
        (Type::Time, [number(0), number(86_400_000_000_000)], [number(-1), number(1 << 47)]),
        (Type::Char(2), [text(""), text(" ~")], [text("ABC"), number(0)]),
        (Type::Char(9), [text("ABCDEFGHI"), text("A B")], [text("A "), text("tab\t")]),
        (Type::Char(16), [text("sixteen  letters"), text("'")], [text("é"), text(&"A".repeat(17))]),
    ] {
        let set = |value: &DefaultValue| {
            let value = value.clone();
            move |p: &mut Program| {
                p.tables[1].columns[3].ty = ty;
                p.tables[1].defaults = of(3, &value);
            }
        };
        values.iter().for_each(|value| accepted(set(value)));
        for value in &wrong {
            assert_eq!(
                refusal(set(value)),
                (Place::Column(1, 3), Problem::Default(ty)),
                "{value:?}"
            );
        }
    }
    accepted(|p| p.tables[1].defaults = of(0, &number(5)));
    let missing = refusal(|p| p.tables[1].defaults = of(5, &number(5)));
    assert_eq!(missing, (Place::Table(1), Problem::DefaultColumn(5)));
    for columns in [[1, 1], [4, 3]] {
        let unordered = refusal(|p| {
            p.tables[1].defaults = columns.map(|column| (ColumnId(column), number(5))).to_vec();
        });
        assert_eq!(unordered, (Place::Table(1), Problem::DefaultColumn(columns[1])));
    }
    let hidden = refusal(|p| p.tables[2].defaults = of(0, &number(5)));
    assert_eq!(hidden, (Place::Table(2), Problem::DefaultColumn(0)));
    // A table that a compiler derives has no rows without all values.
    let derived = refusal(|p| p.tables[0].name = "order_log$newest1".into());
    assert_eq!(derived, (Place::Table(0), Problem::DefaultColumn(1)));
}

#[test]
fn hidden_tables_follow_their_rules() {
    let (place, problem) = refusal(|p| p.tables.swap(1, 2));
    assert_eq!((place, problem), (Place::Table(2), Problem::TableOrder));
    let base = refusal(|p| {
        p.tables[2].hidden.as_mut().expect("it is hidden").base = TableId(2);
    });
    assert_eq!(base, (Place::Table(2), Problem::Base));
    for (column, kind, found) in [(2, ColumnKind::Count, 0), (3, ColumnKind::Rows, 2)] {
        let (place, problem) = refusal(|p| p.tables[2].columns[column].kind = kind);
        let what = "number of `Rows` columns";
        let expected = Problem::Count { what, found, expected: 1 };
        assert_eq!((place, problem), (Place::Table(2), expected));
    }
    let data = refusal(|p| p.tables[2].key.truncate(1));
    assert_eq!(data, (Place::Table(2), Problem::DataOutsideKey));
}

#[test]
fn aggregates_are_in_hidden_tables_and_over_numbers() {
    let (place, problem) = refusal(|p| p.tables[0].columns[1].kind = ColumnKind::Count);
    assert_eq!((place, problem), (Place::Column(0, 1), Problem::AggregateOutsideHidden));
    let field = refusal(|p| p.messages[0].fields[3].kind = ColumnKind::Min);
    assert_eq!(field, (Place::Field(0, 3), Problem::AggregateOutsideHidden));
    for (column, ty) in [(2, Type::Timestamp), (4, Type::Char(4)), (5, Type::Boolean)] {
        let (place, problem) = refusal(|p| p.tables[2].columns[column].ty = ty);
        assert_eq!((place, problem), (Place::Column(2, column), Problem::AggregateType(ty)));
    }
    for ty in [Type::Timestamp, Type::Date, Type::Time] {
        accepted(|p| p.tables[2].columns[5].ty = ty);
    }
}

#[test]
fn rules_belong_to_messages() {
    let rule = refusal(|p| p.rules[2].message = MessageId(2));
    assert_eq!(rule, (Place::Rule(2), Problem::NoMessage(2)));
}

#[test]
fn strings_can_occur_in_frames() {
    for bad in ["seventeen letters", "blank ", "tab\t", "ümlaut"] {
        let (place, problem) = refusal(|p| p.strings[1] = bad.into());
        assert_eq!((place, problem), (Place::String(1), Problem::Text(bad.into())));
    }
    let twice = refusal(|p| p.strings[1] = "AMZN".into());
    assert_eq!(twice, (Place::String(1), Problem::TextTwice("AMZN".into())));
    accepted(|p| p.strings[1] = "sixteen  letters".into());
}

#[test]
fn constants_are_normalised() {
    let tag = Tag::Overflow;
    let constant = refusal(|p| p.constants[2] = Value { bits: 1, tag });
    assert_eq!(constant, (Place::Constant(2), Problem::NotNormalised));
}

#[test]
fn there_is_a_transaction_for_each_kind_of_frame() {
    let (place, problem) = refusal(|p| {
        p.transactions.pop();
    });
    let what = "number of transactions";
    let expected = Problem::Count { what, found: 3, expected: 4 };
    assert_eq!((place, problem), (Place::Program, expected));
}

#[test]
fn errors_read_as_sentences() {
    let mut program = program(64);
    program.tables[1].key = vec![ColumnId(9)];
    let error = validate(&program).expect_err("there is no such column");
    assert_eq!(error.to_string(), "table 1: key column 9 does not exist");
}
