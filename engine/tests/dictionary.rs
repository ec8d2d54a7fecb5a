// SPDX-License-Identifier: Apache-2.0

//! Codes of texts that come and go, on the reference interpreter and the twin.

use engine::dictionary::DictionaryDef;
use engine::executor::{Cell, Executor, digest};
use engine::frame::FieldValue;
use engine::image::{ImageError, decode, encode};
use engine::machine::{CODES_MAX, FRAME_BYTES_MAX};
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::{MessageId, TableId};
use engine::takeover::TakeoverError;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use std::sync::Arc;

/// Orders with the id of the client, in a table with aggregates by symbol. `note` is read and not
/// stored, and nothing reads `memo`.
const RULES: &str = "
    create table orders (
        id char(16) primary key, symbol char(8) not null, owner char(8), price int8 not null
    ) with (rows = 100);
    create table refused (id char(16) primary key, price int8 not null) with (rows = 4);
    create message place (
        id char(16) not null, symbol char(8) not null, price int8 not null,
        note char(8) not null, memo char(16) not null
    );
    create message done (id char(16) not null);
    create message give (id char(16) not null, owner char(8));
    rule price (place.price < 100);
    rule note (place.note <> 'STOP');
    rule spread (
        coalesce((select count(distinct owner) from orders where symbol = place.symbol), 0) < 50
    );
    rule known (exists (select price from orders where id = done.id));
    on place (insert into orders values (place.id, place.symbol, 'desk', place.price));
    on reject of place by price (insert into refused values (place.id, place.price));
    on done (delete from orders where id = done.id);
    on give (update orders set owner = give.owner where id = give.id);
";
const ORDERS: TableId = TableId(0);

/// Both executors, which must agree.
struct Pair {
    program: Arc<Program>,
    reference: Reference,
    twin: Twin,
}

impl Pair {
    /// The executors of a program with room for a number of texts in addition to its literals.
    fn new(rules: &str, texts: u32) -> Pair {
        let (program, diagnostics) = rulec::compile(rules);
        let mut program = program.unwrap_or_else(|| panic!("{diagnostics:#?}"));
        program.dictionary.texts_max = program.strings.len() as u32 + texts;
        assert!(program.dictionary.reuses_codes);
        let program = Arc::new(decode(&encode(&program)).expect("it is valid"));
        Pair {
            reference: Reference::new(Arc::clone(&program)).expect("it is valid"),
            twin: Twin::new(Arc::clone(&program)).expect("it is valid"),
            program,
        }
    }

    /// The number of texts in addition to the literals.
    fn texts(&self) -> u32 {
        self.twin.string_count() - self.program.strings.len() as u32
    }

    fn frame(&self, kind: FrameKind, values: &[FieldValue<'_>]) -> Vec<u8> {
        let layout = self.program.layout(kind);
        layout.write(0, values, &mut [0; FRAME_BYTES_MAX]).expect("the values fit").to_vec()
    }

    fn send(&mut self, message: u16, values: &[FieldValue<'_>]) -> Verdict {
        let frame = self.frame(FrameKind::Message(MessageId(message)), values);
        let verdict = self.reference.execute(&frame);
        assert_eq!(self.twin.execute(&frame), verdict);
        for table in (0..self.program.tables.len()).map(|table| TableId(table as u16)) {
            assert_eq!(digest(&self.reference, table), digest(&self.twin, table));
        }
        verdict
    }

    fn load(&mut self, table: TableId, values: &[FieldValue<'_>]) -> Verdict {
        let frame = self.frame(FrameKind::Row(table), values);
        let verdict = self.reference.load(&frame);
        assert_eq!(self.twin.load(&frame), verdict);
        verdict
    }

    fn place(&mut self, id: &str, symbol: &str, price: i64, note: &str) -> Verdict {
        let memo = format!("memo {id}");
        let [id, symbol, note, memo] = [id, symbol, note, &memo].map(text);
        self.send(0, &[id, symbol, FieldValue::Number(price), note, memo])
    }

    fn done(&mut self, id: &str) -> Verdict {
        self.send(1, &[text(id)])
    }

    fn give(&mut self, id: &str, owner: Option<&str>) -> Verdict {
        self.send(2, &[text(id), owner.map_or(FieldValue::Null, text)])
    }

    fn rows(&self, table: TableId) -> Vec<String> {
        let mut rows = Vec::new();
        self.twin.visit_rows(table, &mut |cells| {
            let cells = cells.iter().map(|cell| match cell {
                Cell::Text(text) => (*text).to_owned(),
                Cell::Null => "null".to_owned(),
                other => format!("{other:?}"),
            });
            rows.push(cells.collect::<Vec<_>>().join(" "));
        });
        rows
    }
}

fn text(text: &str) -> FieldValue<'_> {
    FieldValue::Text(text.as_bytes())
}

fn refused(reason: Reason) -> Verdict {
    Verdict::refused(reason)
}

fn by_rule(rule: u16, effects: Option<Reason>) -> Verdict {
    let rule = Some(engine::schema::RuleId(rule));
    let failing = 1 << rule.map_or(0, |rule| rule.0);
    Verdict { rule, failing, effects, ..refused(Reason::False) }
}

#[test]
fn a_rule_that_fails_is_named_when_the_dictionary_is_full() {
    let mut pair = Pair::new(RULES, 2);
    assert_eq!(pair.place("A", "S", 1, "n"), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 2);
    assert_eq!(pair.place("B", "S", 1, "n"), refused(Reason::DictionaryFull));
    assert_eq!(pair.place("B", "S", 1, "STOP"), by_rule(1, None));
    // Other checks come before room in the dictionary too.
    assert_eq!(pair.place("A", "NEW", 1, "n"), refused(Reason::DuplicateKey));
    assert_eq!(pair.rows(ORDERS), ["A S desk Number(1)"]);
}

#[test]
fn only_texts_that_rows_store_take_a_code() {
    let mut pair = Pair::new(RULES, 2);
    assert_eq!(pair.place("A", "S", 1, "n"), Verdict::ACCEPT);
    // The note and the memo are new, the id of a message that finds nothing is too.
    assert_eq!(pair.place("S", "A", 1, "other"), Verdict::ACCEPT);
    assert_eq!(pair.done("X"), by_rule_of_done());
    assert_eq!(pair.give("X", Some("Y")), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 2);
    // A literal of the program needs no room.
    assert_eq!(pair.give("A", Some("STOP")), Verdict::ACCEPT);
    assert_eq!(pair.give("A", Some("Y")), refused(Reason::DictionaryFull));
}

/// `known` is the only rule of its message.
fn by_rule_of_done() -> Verdict {
    Verdict { failing: 1, ..by_rule(3, None) }
}

#[test]
fn a_freed_code_is_reused_from_the_next_message_on() {
    let mut pair = Pair::new(RULES, 4);
    assert_eq!(pair.place("A", "S", 1, "n"), Verdict::ACCEPT);
    assert_eq!(pair.give("A", Some("X")), Verdict::ACCEPT);
    assert_eq!(pair.place("B", "S", 2, "n"), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 4);
    // The update frees `X` and stores `Y`, but the room of `X` is not free for `Y`.
    assert_eq!(pair.give("A", Some("Y")), refused(Reason::DictionaryFull));
    assert_eq!(pair.give("A", None), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 3);
    assert_eq!(pair.give("A", Some("Y")), Verdict::ACCEPT);
    assert_eq!(pair.rows(ORDERS), ["A S Y Number(1)", "B S desk Number(2)"]);
    // `S` is in two rows, and the literal `desk` is pinned.
    assert_eq!(pair.done("B"), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 3);
    assert_eq!(pair.done("A"), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 0);
    assert_eq!(pair.place("C", "T", 3, "STOP"), by_rule(1, None));
    assert_eq!(pair.place("C", "T", 3, "n"), Verdict::ACCEPT);
    assert_eq!(pair.rows(ORDERS), ["C T desk Number(3)"]);
}

#[test]
fn effects_of_a_reject_have_their_own_check() {
    let mut pair = Pair::new(RULES, 3);
    assert_eq!(pair.place("A", "S", 1, "n"), Verdict::ACCEPT);
    assert_eq!(pair.place("B", "T", 100, "n"), by_rule(0, None));
    assert_eq!(pair.texts(), 3);
    assert_eq!(pair.place("C", "S", 100, "n"), by_rule(0, Some(Reason::DictionaryFull)));
    assert_eq!(pair.place("S", "V", 100, "n"), by_rule(0, None));
    assert_eq!(pair.rows(TableId(1)), ["B Number(100)", "S Number(100)"]);
}

#[test]
fn loaded_rows_count_too() {
    let mut pair = Pair::new(RULES, 2);
    let row = |id, owner| [text(id), text("S"), owner, FieldValue::Number(1)];
    assert_eq!(pair.load(ORDERS, &row("A", FieldValue::Null)), Verdict::ACCEPT);
    assert_eq!(pair.load(ORDERS, &row("B", FieldValue::Null)), refused(Reason::DictionaryFull));
    assert_eq!(pair.load(ORDERS, &row("S", text("desk"))), Verdict::ACCEPT);
    assert_eq!(pair.done("A"), Verdict::ACCEPT);
    assert_eq!(pair.load(ORDERS, &row("B", FieldValue::Null)), Verdict::ACCEPT);
    assert_eq!(pair.rows(ORDERS), ["B S null Number(1)", "S S desk Number(1)"]);
}

/// The newest times of each client, in a table that keeps its rows.
const WINDOW: &str = "
    create table facts (id char(8) primary key, client char(8) not null, at timestamp not null)
    with (rows = 100);
    create message m (id char(8) not null, client char(8) not null, at timestamp not null);
    rule throttle (
        (select count(*) from facts where client = m.client and at > m.at - 1000) < 2
    );
    on m (insert into facts values (m.id, m.client, m.at));
";

#[test]
fn the_table_of_a_window_keeps_the_texts_of_its_groups() {
    let mut pair = Pair::new(WINDOW, 6);
    let window = pair.program.tables.iter().find(|t| t.name.contains('$')).expect("a window");
    assert!(window.hidden.is_none() && pair.program.tables.len() == 2, "{window:?}");
    let send = |pair: &mut Pair, id: &str, client: &str, at: i64| {
        pair.send(0, &[text(id), text(client), FieldValue::Number(at)])
    };
    assert_eq!(send(&mut pair, "1", "A", 1_000), Verdict::ACCEPT);
    assert_eq!(send(&mut pair, "2", "A", 1_001), Verdict::ACCEPT);
    assert_eq!(send(&mut pair, "3", "A", 1_002), by_rule(0, None));
    assert_eq!(send(&mut pair, "3", "B", 1_003), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 5);
    assert_eq!(send(&mut pair, "4", "B", 1_004), Verdict::ACCEPT);
    assert_eq!(send(&mut pair, "5", "C", 1_005), refused(Reason::DictionaryFull));
    assert_eq!(send(&mut pair, "5", "A", 1_006), by_rule(0, None));
}

#[test]
fn a_takeover_keeps_codes_and_needs_the_same_dictionary() {
    let other = RULES.replace("place.price < 100", "place.price < 10");
    let (programs, _) = rulec::compile_family(&[RULES, &other]);
    let [first, second] = <[Program; 2]>::try_from(programs.expect("both compile")).unwrap();
    assert_eq!(first.dictionary, second.dictionary);
    let of_hardware = second.clone().for_hardware();
    let program = Arc::new(first);
    let mut pair = Pair {
        reference: Reference::new(Arc::clone(&program)).expect("it is valid"),
        twin: Twin::new(Arc::clone(&program)).expect("it is valid"),
        program,
    };
    assert_eq!(pair.place("A", "S", 50, "n"), Verdict::ACCEPT);
    for executor in [&mut pair.reference as &mut dyn Executor, &mut pair.twin] {
        let refused = executor.swap(Arc::new(of_hardware.clone()));
        assert_eq!(refused, Err(TakeoverError::Dictionary));
        executor.swap(Arc::new(second.clone())).expect("they are of one family");
    }
    assert_eq!(pair.place("B", "S", 50, "n"), by_rule(0, None));
    assert_eq!(pair.texts(), 3);
    assert_eq!(pair.done("A"), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 1);
    assert_eq!(pair.rows(TableId(1)), ["B Number(50)"]);
}

#[test]
fn without_reuse_every_new_text_of_an_accepted_message_takes_a_code() {
    let mut pair = Pair::new(RULES, 9);
    let mut program = Program::clone(&pair.program);
    program.dictionary.reuses_codes = false;
    let program = Arc::new(decode(&encode(&program)).expect("it is valid"));
    pair.reference = Reference::new(Arc::clone(&program)).expect("it is valid");
    pair.twin = Twin::new(Arc::clone(&program)).expect("it is valid");
    // Id, symbol, note and memo.
    assert_eq!(pair.place("A", "S", 1, "n"), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 4);
    assert_eq!(pair.done("A"), Verdict::ACCEPT);
    assert_eq!(pair.place("B", "T", 1, "o"), Verdict::ACCEPT);
    assert_eq!(pair.texts(), 8);
    // The message is refused before its rules.
    assert_eq!(pair.place("C", "T", 1, "STOP"), refused(Reason::DictionaryFull));
    assert_eq!(pair.done("B"), Verdict::ACCEPT);
}

#[test]
fn the_image_states_the_dictionary() {
    let program = rulec::compile(RULES).0.expect("it compiles");
    // Two literals, four columns of texts, and the fields of a message.
    let texts_max = 2 + 3 * 100 + 4 + 32;
    assert_eq!(program.dictionary, DictionaryDef { texts_max, reuses_codes: true });
    let with = |texts_max| {
        let dictionary = DictionaryDef { texts_max, ..program.dictionary };
        decode(&encode(&Program { dictionary, ..program.clone() }))
    };
    assert!(with(2).is_ok() && with(CODES_MAX).is_ok());
    for texts_max in [1, CODES_MAX + 1] {
        assert!(matches!(with(texts_max), Err(ImageError::Program(_))), "{texts_max}");
    }
}
