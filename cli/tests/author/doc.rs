// SPDX-License-Identifier: Apache-2.0

//! `riskgate doc` as a user calls it.

use std::fs;
use std::process::{Command, Output};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/flow_control.rules");

fn doc(folder: &tempfile::TempDir, file: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    command.current_dir(folder.path()).args(["doc", file]).output().expect("it starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("there is room for temporary files")
}

#[test]
fn the_page_has_every_rule_with_what_it_reads_and_its_tests() {
    let folder = folder();
    let output = doc(&folder, RULES);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.starts_with("flow_control.html: ") && said.contains("all passed"), "{said}");
    let page = fs::read_to_string(folder.path().join("flow_control.html")).expect("it is there");
    let rules = fs::read_to_string(RULES).expect("it is there");
    for line in rules.lines() {
        let words: Vec<&str> = line.trim_start_matches("warn ").split_whitespace().collect();
        if let ["rule", name, ..] = words.as_slice() {
            assert!(page.contains(&format!("id=\"rule-{name}\"")), "{name}");
        }
        if let ["id", "=", id] = words.as_slice() {
            let id = id.trim_matches(|c| c == '\'' || c == ',');
            assert!(page.contains(&format!("<td>{id}</td>")), "{id}");
        }
    }
    for part in [
        "<h1>flow_control.rules</h1>",
        "common/market.rules:",
        "<code>lockout</code>: session, until_ts",
        "<code>parameter</code>: account_second_max",
        "<code>request</code>: account_id, symbol",
        "连续被拒的会话在锁定期内不得申报",
        "<a href=\"#test-1\">",
        "warns only",
        "interval '1 second'",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn text_of_a_rule_file_is_no_markup() {
    let folder = folder();
    let rules = "create message m (q int not null);
        rule r (m.q < 5 and m.q > 0) with (id = '<b>&', text = '<script>alert(1)</script>')";
    fs::write(folder.path().join("m.rules"), rules).expect("there is room");
    let output = doc(&folder, "m.rules");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let page = fs::read_to_string(folder.path().join("m.html")).expect("it is there");
    assert!(!page.contains("<script>") && page.contains("&lt;script&gt;"));
    assert!(page.contains("m.q &lt; 5") && page.contains("&lt;b&gt;&amp;"));
    assert!(page.contains("no test names this rule"));
}

#[test]
fn no_page_is_written_for_errors_or_a_test_that_fails() {
    let folder = folder();
    let fails = "create message m (q int not null); rule r (m.q < 5);
        test \"five\" (when m (q = 5) expect accept)";
    for (rules, words) in [
        (fails, "test \"five\" fails; the page is not written. `riskgate test m.rules` shows why"),
        ("rule r (m.q < 5)", "unknown-name"),
    ] {
        fs::write(folder.path().join("m.rules"), rules).expect("there is room");
        let output = doc(&folder, "m.rules");
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
        assert!(!folder.path().join("m.html").exists());
    }
}
