// SPDX-License-Identifier: Apache-2.0

//! Definitions, uses, and renaming, in one file and in those that it includes.

use crate::client::{Client, marked};
use lsp_types::Position;
use serde_json::{Value, json};

const COMMON: &str = "create table account (id int primary key, balance int8 not null);\n";
const MAIN: &str = "include 'common.rules';
create message buy (account int not null, cost int8 not null);
create parameter max int8 = 5;
rule funds ((select a.balance from account a where a.id = buy.account) >= buy.cost);
on buy (update account set balance = balance - buy.cost where id = buy.account);
test \"one\" (
    given account (id = 1, balance = 5);
    when parameter (parameter = 'max', value = 3) expect accept;
    when buy (account = 1, cost = 9) expect reject funds
)
";

/// A client with the two files, and the place of a text in the second.
fn client_at(text: &str) -> (Client, Position) {
    let (_, position) = marked(&MAIN.replacen(text, &format!("|{text}"), 1));
    let client = Client::start(&[("common.rules", COMMON), ("main.rules", MAIN)]);
    client.open("main.rules", MAIN);
    (client, position)
}

/// The files after the name at a text has been changed.
fn renamed(text: &str, name: &str) -> Result<(String, String), String> {
    let (mut client, position) = client_at(text);
    let mut params = client.at("main.rules", position);
    params["newName"] = json!(name);
    let edit = client.answer("textDocument/rename", params);
    let edit = edit.map_err(|error| error.message)?;
    let of = |name: &str, text: &str| applied(text, &edit["changes"][client.uri(name)]);
    let texts = (of("common.rules", COMMON), of("main.rules", MAIN));
    client.end();
    Ok(texts)
}

fn applied(text: &str, edits: &Value) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for edit in edits.as_array().into_iter().flatten().rev() {
        let number = |value: &Value| value.as_u64().expect("a number") as usize;
        let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
        let line = &mut lines[number(&start["line"])];
        let part = number(&start["character"])..number(&end["character"]);
        line.replace_range(part, edit["newText"].as_str().expect("a text"));
    }
    lines.join("\n")
}

#[test]
fn a_definition_in_an_included_file_is_found() {
    let (mut client, position) = client_at("balance from");
    let params = client.at("main.rules", position);
    let found = client.answer("textDocument/definition", params.clone()).expect("it is open");
    assert_eq!(found["uri"], client.uri("common.rules"));
    assert_eq!(found["range"]["start"], json!({ "line": 0, "character": 42 }));
    let uses = |client: &mut Client, declaration: bool| {
        let mut params = params.clone();
        params["context"] = json!({ "includeDeclaration": declaration });
        let found = client.answer("textDocument/references", params).expect("it is open");
        found.as_array().expect("a list").len()
    };
    assert_eq!(uses(&mut client, true), 5);
    assert_eq!(uses(&mut client, false), 4);
    let highlights = client.answer("textDocument/documentHighlight", params).expect("it is open");
    assert_eq!(highlights.as_array().expect("a list").len(), 4, "not those of the other file");
    client.end();
}

#[test]
fn every_use_is_renamed() {
    let replaced = |from: &[&str], to: &str| {
        let of = |text: &str| {
            from.iter().fold(text.to_owned(), |text, from| {
                text.replace(from, &from.replace(from.trim_matches([' ', '\'', '.']), to))
            })
        };
        (of(COMMON), of(MAIN))
    };
    assert_eq!(renamed("balance from", "Money"), Ok(replaced(&["balance"], "money")));
    assert_eq!(renamed("funds", "enough"), Ok(replaced(&["funds"], "enough")));
    assert_eq!(renamed("cost int8", "\"Cost\""), Ok(replaced(&["cost"], "\"Cost\"")));
    let (_, main) = renamed("max int8", "most").expect("it is free");
    assert!(main.contains("create parameter most int8"), "{main}");
    assert!(main.contains("(parameter = 'most', value"), "a name in quotes: {main}");
    let (_, main) = renamed("a.balance", "b").expect("it is free");
    assert!(main.contains("(select b.balance from account b where b.id = buy.account)"), "{main}");
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let refused = |text, name| renamed(text, name).expect_err("it is taken");
    assert!(refused("cost int8", "select").contains("`select` is a keyword"));
    assert!(refused("cost int8", "not a name").contains("is not a name"));
    assert!(refused("cost int8", "1st").contains("is not a name"));
    assert!(refused("cost int8", "account").contains("account"));
    assert!(refused("balance from", "id").contains("`id`"));
    assert!(refused("buy (", "account").contains("`account`"));
    assert!(refused("where a", "x").contains("no name"));
}

#[test]
fn a_name_can_be_prepared_for_renaming() {
    let (mut client, position) = client_at("funds");
    let params = client.at("main.rules", position);
    let found = client.answer("textDocument/prepareRename", params).expect("it is open");
    assert_eq!(found["placeholder"], "funds");
    let params = client.at("main.rules", Position { line: 3, character: 1 });
    let found = client.answer("textDocument/prepareRename", params).expect("it is open");
    assert_eq!(found, Value::Null, "a keyword");
    client.end();
}

#[test]
fn columns_that_a_join_compares_by_their_name_are_not_renamed() {
    let text = "create table t (a int primary key);
create table u (a int primary key);
create message m (x int not null);
rule r (exists (select 1 from t join u using (a) where t.a = m.x));
";
    let mut client = Client::start(&[]);
    client.open("a.rules", text);
    let mut params = client.at("a.rules", Position { line: 0, character: 16 });
    params["newName"] = json!("b");
    let error = client.answer("textDocument/rename", params).expect_err("`u` has it too");
    assert!(error.message.contains("`using` in line 4"), "{}", error.message);
    client.end();
}
