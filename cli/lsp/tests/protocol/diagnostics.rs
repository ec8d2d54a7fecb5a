// SPDX-License-Identifier: Apache-2.0

//! Diagnostics: of open documents and of the files that they include.

use crate::client::Client;
use lsp_types::{DiagnosticSeverity, NumberOrString, Position, Range};
use serde_json::json;

const MESSAGE: &str = "create message buy (cost int8 not null);\n";

fn range(line: u32, start: u32, end: u32) -> Range {
    let place = |character| Position { line, character };
    Range { start: place(start), end: place(end) }
}

#[test]
fn an_error_comes_and_goes_with_the_text() {
    let mut client = Client::start(&[]);
    client.open("a.rules", &format!("{MESSAGE}rule small (buy.cots < 100);\n"));
    let found = client.published("a.rules");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].range, range(1, 16, 20));
    assert_eq!(found[0].severity, Some(DiagnosticSeverity::ERROR));
    assert_eq!(found[0].code, Some(NumberOrString::String("unknown-name".into())));
    assert_eq!(
        found[0].message,
        "message `buy` has no field `cots`\nunknown field\nhelp: did you mean `cost`?"
    );
    client.change(
        "a.rules",
        json!([
            { "range": range(1, 16, 20), "text": "co" },
            { "range": range(1, 18, 18), "text": "st" },
        ]),
    );
    assert_eq!(client.published("a.rules"), []);
    client.replace("a.rules", &format!("{MESSAGE}end;\n"));
    let found = client.published("a.rules");
    assert!(found.iter().all(|one| one.severity == Some(DiagnosticSeverity::WARNING)), "{found:?}");
    assert!(!found.is_empty());
    client.close("a.rules");
    assert_eq!(client.published("a.rules"), []);
    client.end();
}

#[test]
fn further_places_are_related() {
    let mut client = Client::start(&[("common.rules", MESSAGE)]);
    client.open("a.rules", &format!("include 'common.rules';\n{MESSAGE}rule r (buy.cost < 1);\n"));
    let found = client.published("a.rules");
    assert_eq!(found[0].range, range(1, 15, 18));
    let related = found[0].related_information.as_ref().expect("the first definition");
    assert_eq!(related[0].location.uri.as_str(), client.uri("common.rules"));
    assert_eq!(related[0].location.range, range(0, 15, 18));
    client.end();
}

#[test]
fn an_included_file_gets_its_own_diagnostics_and_its_open_text_counts() {
    let mut client = Client::start(&[("sub/common.rules", "create message buy (cost int9);\n")]);
    client.open("a.rules", "include 'sub/common.rules';\nrule small (buy.cost < 100);\n");
    let found = client.published("sub/common.rules");
    assert_eq!(found[0].code, Some(NumberOrString::String("unknown-type".into())));
    client.open("sub/common.rules", MESSAGE);
    assert_eq!(client.published("sub/common.rules"), []);
    assert_eq!(client.diagnostics[&client.uri("a.rules")], []);
    client.end();
}

#[test]
fn a_file_is_checked_with_the_file_that_includes_it() {
    let all = "include 'sub/rule.rules';\ncreate message buy (cost int8 not null);\n";
    let mut client = Client::start(&[("all.rules", all), ("sub/other.rules", "rule o (x.y = 1);")]);
    std::fs::write(client.path("sub/rule.rules"), "").expect("it can be written");
    client.open("sub/rule.rules", "rule small (buy.cost < buy.most);\n");
    let found = client.published("sub/rule.rules");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].message.contains("no field `most`"), "{}", found[0].message);
    client.end();
}

#[test]
fn columns_count_what_the_client_and_the_server_agreed_on() {
    let text = "/* 账户😀 */ rule r (x);";
    for (offered, start) in [(&["utf-16"][..], 19), (&["utf-32", "utf-8", "utf-16"][..], 25)] {
        let mut client = Client::offering(&[], offered);
        client.open("a.rules", text);
        let found = client.published("a.rules");
        let at = text.find('x').expect("it is there");
        let units = match offered.len() {
            1 => text[..at].encode_utf16().count(),
            _ => at,
        };
        assert_eq!(units, start);
        assert_eq!(found[0].range, range(0, start as u32, start as u32 + 1), "{found:?}");
        client.end();
    }
}

#[test]
fn a_document_without_a_file_is_checked() {
    let mut client = Client::start(&[]);
    let uri = "untitled:Untitled-1";
    let document = json!({ "uri": uri, "languageId": "riskgate", "version": 1, "text": "rule" });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    assert_eq!(client.published_of(uri).len(), 1, "a rule without a name");
    client.end();
}
