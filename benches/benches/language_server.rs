// SPDX-License-Identifier: Apache-2.0

//! How long an editor waits for the language server: answers for a rule file of 2,000 lines.
//!
//! `cargo bench -p benches --bench language_server`. The client and the server are threads of one
//! process, so that no time of the operating system is in the figures. The goal is 50 ms.

use criterion::{Criterion, criterion_group, criterion_main};
use lsp_server::{Connection, Message, Notification, Request};
use serde_json::{Value, json};
use std::fmt::Write;

const URI: &str = "untitled:bench.rules";
/// The lines of the rule file, at least.
const LINES_MIN: usize = 2_000;
const MESSAGES: usize = 25;
const RULES: usize = 10;

/// A rule file in which each message has a table and as many rules as columns.
fn rule_file() -> String {
    let mut text = String::new();
    for kind in ["table", "message"] {
        for m in 0..MESSAGES {
            let key = if kind == "table" { "primary key" } else { "not null" };
            _ = writeln!(text, "create {kind} {kind}_{m} (\n    id int {key},");
            for r in 0..RULES {
                let comma = if r + 1 < RULES { "," } else { "" };
                _ = writeln!(text, "    value_{r} int8 not null{comma}");
            }
            text += ");\n";
        }
    }
    for m in 0..MESSAGES {
        for r in 0..RULES {
            _ = writeln!(
                text,
                "rule enough_{m}_{r} (\n    coalesce((\n        select value_{r} from table_{m} \
                 where id = message_{m}.id\n    ), 0) >= message_{m}.value_{r} + {r}\n);"
            );
        }
        _ = writeln!(
            text,
            "on message_{m} (\n    update table_{m}\n    set value_0 = value_0 - \
             message_{m}.value_0,\n        value_1 = value_1 + 1\n    where id = \
             message_{m}.id\n);"
        );
    }
    assert!(text.lines().count() >= LINES_MIN, "{} lines", text.lines().count());
    text
}

/// The client.
struct Editor {
    connection: Connection,
    id: i32,
    /// The line of the last rule in which a number is changed.
    line: usize,
}

impl Editor {
    fn open(text: &str) -> Editor {
        let (served, connection) = Connection::memory();
        std::thread::spawn(move || lsp::serve(&served, &|| false));
        let line = text.lines().count() - 9;
        let mut editor = Editor { connection, id: 0, line };
        editor.answer("initialize", json!({ "capabilities": {} }));
        editor.tell("initialized", json!({}));
        let document = json!({ "uri": URI, "languageId": "", "version": 1, "text": text });
        editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
        assert_eq!(editor.diagnostics(), 0, "the file has no errors");
        editor
    }

    fn tell(&self, method: &str, params: Value) {
        let told = Notification { method: method.to_owned(), params };
        self.connection.sender.send(told.into()).expect("the server is there");
    }

    fn answer(&mut self, method: &str, params: Value) -> Value {
        self.id += 1;
        let request = Request { id: self.id.into(), method: method.to_owned(), params };
        self.connection.sender.send(request.into()).expect("the server is there");
        loop {
            if let Message::Response(response) =
                self.connection.receiver.recv().expect("the server is there")
            {
                return response.response_result.expect("the request is right");
            }
        }
    }

    /// Changes one character of the last rule.
    fn change(&self, text: &str) {
        let place = |character| json!({ "line": self.line, "character": character });
        let change = json!({ "range": { "start": place(0), "end": place(1) }, "text": text });
        let params = json!({
            "textDocument": { "uri": URI, "version": 2 },
            "contentChanges": [change],
        });
        self.tell("textDocument/didChange", params);
    }

    /// Waits for diagnostics, and returns their number.
    fn diagnostics(&self) -> usize {
        loop {
            if let Message::Notification(told) =
                self.connection.receiver.recv().expect("the server is there")
            {
                return told.params["diagnostics"].as_array().map_or(0, Vec::len);
            }
        }
    }

    fn ask(&mut self, method: &str, character: u32) -> Value {
        let position = json!({ "line": self.line, "character": character });
        let params = json!({ "textDocument": { "uri": URI }, "position": position });
        self.answer(method, params)
    }
}

fn answers(criterion: &mut Criterion) {
    let text = rule_file();
    let mut editor = Editor::open(&text);
    let mut group = criterion.benchmark_group("language server, 2,000 lines");
    group.sample_size(20);
    group.bench_function("change to diagnostics", |bencher| {
        bencher.iter(|| {
            editor.change(" ");
            assert_eq!(editor.diagnostics(), 0, "a blank for a blank");
        });
    });
    group.bench_function("change to the diagnostics of an error", |bencher| {
        bencher.iter(|| {
            editor.change("x");
            assert!(editor.diagnostics() > 0, "the rule is wrong");
        });
    });
    editor.change(" ");
    editor.diagnostics();
    group.bench_function("hover", |bencher| {
        bencher.iter(|| assert!(!editor.ask("textDocument/hover", 18).is_null()));
    });
    group.bench_function("completion", |bencher| {
        bencher.iter(|| assert!(editor.ask("textDocument/completion", 4).is_array()));
    });
    group.bench_function("change, then completion", |bencher| {
        bencher.iter(|| {
            editor.change(" ");
            assert!(editor.ask("textDocument/completion", 4).is_array());
        });
    });
    group.bench_function("change, then hover", |bencher| {
        bencher.iter(|| {
            editor.change(" ");
            assert!(!editor.ask("textDocument/hover", 18).is_null());
        });
    });
    group.finish();
}

criterion_group!(benches, answers);
criterion_main!(benches);
