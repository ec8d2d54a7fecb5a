// SPDX-License-Identifier: Apache-2.0

//! Hover, completion, formatting, outline and remedies.

use crate::client::{Client, marked};
use serde_json::{Value, json};

const RULES: &str = "create table account (id int primary key, balance decimal(18, 2) not null);
create message buy (account int not null, cost decimal(9, 2) not null);
create parameter fee decimal(9, 2) = 1.5;
create function charged (amount decimal) returns decimal as $$ select amount + fee $$ language sql;
rule funds (
    coalesce((select a.balance from account a where a.id = buy.account), 0) >= charged(buy.cost)
) with (id = 'R-1', text = 'Enough money.');
";

/// The text of the hover at the marker, in a file that begins with [`RULES`].
fn hover(more: &str) -> Option<String> {
    let (text, position) = marked(&if more.contains("create table") {
        more.to_owned()
    } else {
        format!("{RULES}{more}")
    });
    let mut client = Client::start(&[]);
    client.open("a.rules", &text);
    let found = client.answer("textDocument/hover", client.at("a.rules", position));
    let found = found.expect("it is open");
    client.end();
    found["contents"]["value"].as_str().map(str::to_owned)
}

/// [`hover`] at the first place of a text in [`RULES`].
fn hover_in_rules(at: &str) -> String {
    hover(&RULES.replacen(at, &format!("|{at}"), 1)).expect("there is something")
}

#[test]
fn hover_shows_definitions_and_types() {
    assert_eq!(hover_in_rules("a.id"), "alias of a row of table `account`",);
    assert_eq!(
        hover_in_rules("balance from"),
        "```riskgate\nbalance decimal(18, 2) not null\n```\n\ncolumn of table `account`"
    );
    assert_eq!(
        hover_in_rules("fee $$"),
        "```riskgate\ncreate parameter fee decimal(9, 2) = 1.5\n```"
    );
    let function = hover_in_rules("charged(buy");
    assert!(
        function.contains("create function charged(amount decimal) returns decimal"),
        "{function}"
    );
    assert_eq!(hover_in_rules("coalesce"), "```riskgate\nDECIMAL(18,2) not null\n```");
    assert_eq!(hover("-- no | name"), None);
}

#[test]
fn hover_shows_the_latency_that_explain_shows() {
    let (program, _) = rulec::compile(RULES);
    let program = program.expect("it compiles");
    let verdict = program.transactions[0].verdict_cycles;
    for at in ["buy (", "funds"] {
        let shown = hover_in_rules(at);
        assert!(
            shown.contains(&format!("message `buy`: verdict after {verdict} cycles (")),
            "{shown}"
        );
    }
    assert!(hover_in_rules("funds").contains("R-1  \nEnough money."));
}

/// The labels that are completed at the marker, and what is shown beside them.
fn completed(text: &str) -> Vec<(String, String)> {
    let (text, position) = marked(&format!("{RULES}{text}"));
    let mut client = Client::start(&[]);
    client.open("a.rules", &text);
    let found = client.answer("textDocument/completion", client.at("a.rules", position));
    let found = found.expect("it is open");
    client.end();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = found.as_array().expect("a list").iter();
    items.map(|item| (text(&item["label"]), text(&item["detail"]))).collect()
}

fn labels(text: &str) -> Vec<String> {
    completed(text).into_iter().map(|(label, _)| label).collect()
}

#[test]
fn completion_after_a_dot_has_members_only() {
    let members = [
        ("id".to_owned(), "id int".to_owned()),
        ("balance".to_owned(), "balance decimal(18, 2) not null".to_owned()),
    ];
    assert_eq!(completed("rule x (exists (select 1 from account b where b.|"), members);
    assert_eq!(completed("rule x (exists (select b.| from account b))"), members);
    assert_eq!(labels("rule x (buy.|)"), ["account", "cost"]);
    assert_eq!(labels("rule x (nothing.|)"), [""; 0]);
}

#[test]
fn completion_elsewhere_has_what_is_declared_and_the_words() {
    assert_eq!(labels("rule x (exists (select 1 from |"), ["account"]);
    let all = labels("on buy (update account set |");
    for label in ["balance", "account", "buy", "fee", "charged", "funds", "select", "message"] {
        assert!(all.iter().any(|found| found == label), "{label}");
    }
    assert!(!labels("rule x (|").iter().any(|found| found == "balance"), "no row is in scope");
    assert_eq!(labels("-- from |"), [""; 0]);
}

#[test]
fn formatting_is_that_of_fmt() {
    let text = "-- first\nrule small(buy.cost<100)\n-- last\n";
    let mut client = Client::start(&[]);
    client.open("a.rules", text);
    let params = json!({
        "textDocument": { "uri": client.uri("a.rules") },
        "options": { "tabSize": 4, "insertSpaces": true },
    });
    let edits = client.answer("textDocument/formatting", params.clone()).expect("it is open");
    let place = |line| json!({ "line": line, "character": 0 });
    assert_eq!(
        edits,
        json!([{
            "range": { "start": place(1), "end": place(2) },
            "newText": "rule small (buy.cost < 100)\n",
        }])
    );
    for text in [rulec::format::format(text).expect("it is right"), "rule small(".to_owned()] {
        client.replace("a.rules", &text);
        let edits = client.answer("textDocument/formatting", params.clone()).expect("it is open");
        assert_eq!(edits, json!([]), "{text}");
    }
    client.end();
}

#[test]
fn the_outline_has_members_below_what_they_belong_to() {
    let mut client = Client::start(&[]);
    client.open("a.rules", RULES);
    let params = json!({ "textDocument": { "uri": client.uri("a.rules") } });
    let outline = client.answer("textDocument/documentSymbol", params).expect("it is open");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let names = |value: &Value| -> Vec<String> {
        value.as_array().map(|all| all.iter().map(name).collect()).unwrap_or_default()
    };
    assert_eq!(names(&outline), ["account", "buy", "fee", "charged", "funds"]);
    assert_eq!(names(&outline[0]["children"]), ["id", "balance"]);
    assert_eq!(names(&outline[3]["children"]), ["amount"]);
    client.end();
}

#[test]
fn a_remedy_that_is_a_change_of_the_text_can_be_applied() {
    let mut client = Client::start(&[]);
    client.open("a.rules", "create message buy (cost int8 not null);\nrule r (buy.cots < 1);\n");
    let place = json!({ "line": 1, "character": 13 });
    let params = json!({
        "textDocument": { "uri": client.uri("a.rules") },
        "range": { "start": place, "end": place },
        "context": { "diagnostics": [] },
    });
    let actions = client.answer("textDocument/codeAction", params).expect("it is open");
    assert_eq!(actions[0]["title"], "did you mean `cost`?");
    let edit = &actions[0]["edit"]["changes"][client.uri("a.rules")][0];
    assert_eq!(edit["newText"], "cost");
    client.end();
}
