// SPDX-License-Identifier: Apache-2.0

//! The life of the server: wrong requests, broken files, shutdown and exit.

use crate::client::Client;
use lsp::ServeError;
use lsp_server::ErrorCode;
use serde_json::{Value, json};

#[test]
fn a_wrong_request_gets_an_error_and_the_next_one_an_answer() {
    let mut client = Client::start(&[]);
    client.open("a.rules", "rule r (true);\n");
    let here = client.at("a.rules", lsp_types::Position::default());
    let not_open = client.at("b.rules", lsp_types::Position::default());
    let wrong = [
        ("textDocument/nothing", here.clone(), ErrorCode::MethodNotFound),
        ("textDocument/hover", json!({ "textDocument": 1 }), ErrorCode::InvalidParams),
        ("textDocument/hover", not_open, ErrorCode::InvalidParams),
    ];
    for (method, params, code) in wrong {
        let error = client.answer(method, params).expect_err("it is wrong");
        assert_eq!(error.code, code as i32, "{method}: {}", error.message);
    }
    client.tell("textDocument/didOpen", json!({ "textDocument": 1 }));
    client.tell("$/nothing", Value::Null);
    let far =
        json!({ "start": { "line": 9, "character": 9 }, "end": { "line": 8, "character": 0 } });
    client.change("a.rules", json!([{ "range": far, "text": "\n" }]));
    client.answer("textDocument/hover", here).expect("it goes on");
    client.end();
}

#[test]
fn nothing_is_answered_before_initialize_and_after_shutdown() {
    let mut client = Client::before_initialize(&[]);
    let error = client.answer("textDocument/hover", json!({})).expect_err("it is too early");
    assert_eq!(error.code, ErrorCode::ServerNotInitialized as i32);
    client.answer("initialize", json!({ "capabilities": {} })).expect("it is right");
    client.tell("initialized", json!({}));
    client.answer("shutdown", Value::Null).expect("it is right");
    let error = client.answer("textDocument/hover", json!({})).expect_err("it is too late");
    assert_eq!(error.code, ErrorCode::InvalidRequest as i32);
    client.tell("exit", Value::Null);
    client.ended().expect("it was asked to end");
}

#[test]
fn a_client_that_leaves_without_shutdown_is_an_error() {
    let client = Client::start(&[]);
    client.tell("exit", Value::Null);
    assert!(matches!(client.ended(), Err(ServeError::Left)));
    assert!(matches!(Client::start(&[]).ended(), Err(ServeError::Left)));
}

/// Asks for everything at a place; nothing may be a defect.
fn ask(client: &mut Client, line: u32, character: u32) {
    let at = client.at("a.rules", lsp_types::Position { line, character });
    for method in ["hover", "completion", "definition", "references", "rename", "documentSymbol"] {
        let mut params = at.clone();
        if method == "references" {
            params["context"] = json!({ "includeDeclaration": true });
        }
        params["newName"] = json!("new_name");
        if let Err(error) = client.answer(&format!("textDocument/{method}"), params) {
            assert_eq!(error.code, ErrorCode::RequestFailed as i32, "{method}: {}", error.message);
        }
    }
}

#[test]
fn no_text_stops_the_server() {
    let mut client = Client::start(&[]);
    let rules = include_str!("../../../../rules/limits.rules");
    client.open("a.rules", "");
    let cuts = (0..rules.len()).step_by(rules.len() / 12);
    for cut in cuts.filter(|at| rules.is_char_boundary(*at)) {
        let lines = rules[..cut].matches('\n').count() as u32;
        client.replace("a.rules", &rules[..cut]);
        ask(&mut client, lines, 3);
        client.replace("a.rules", &rules[cut..]);
        ask(&mut client, 0, 1);
    }
    let deep = [
        format!("rule r ({}", "(".repeat(100_000)),
        format!("rule r ({}1 = 1", "not ".repeat(100_000)),
        format!("rule r (m.a {} = 1)", "+ m.a ".repeat(20_000)),
        "include 'a.rules';".to_owned(),
        "\u{feff}\0'\"$$ /*".to_owned(),
    ];
    for text in deep {
        client.replace("a.rules", &text);
        ask(&mut client, 0, 9);
    }
    client.end();
}
