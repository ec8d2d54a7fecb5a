// SPDX-License-Identifier: Apache-2.0

//! Rule files that include others.

use rulec::Report;
use rulec::source::{LoadError, Loaded, Loader, parse_sources};
use std::collections::BTreeMap;

/// Files in memory. A path `link` leads to the file that its text names after `-> `.
struct Files(BTreeMap<String, Vec<u8>>);

impl Loader for Files {
    fn load(&mut self, path: &str, _bytes_max: usize) -> Result<Loaded, LoadError> {
        let found = self.0.get(path).cloned();
        let bytes = found.ok_or(LoadError::Unreadable("no such file".to_owned()))?;
        if let Some(target) = bytes.strip_prefix(b"-> ") {
            return self.load(&String::from_utf8_lossy(target), _bytes_max);
        }
        if bytes == b"outside" {
            return Err(LoadError::Outside);
        }
        Ok(Loaded { identity: path.to_owned(), name: path.to_owned(), bytes })
    }
}

fn compile(root: &str, files: &[(&str, &[u8])]) -> (Option<engine::program::Program>, Report) {
    let files = files.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect();
    let parsed = parse_sources(Loaded::new("main.rules", root), &mut Files(files));
    let (programs, mut reports) = rulec::compile_sources(vec![parsed]);
    (programs.and_then(|mut programs| programs.pop()), reports.remove(0))
}

/// The diagnostics of a root file, as text.
fn shown(root: &str, files: &[(&str, &[u8])]) -> String {
    let (_, Report { sources, diagnostics, .. }) = compile(root, files);
    let shown: Vec<String> = diagnostics.iter().map(|d| sources.render(d, false)).collect();
    shown.join("\n")
}

const MESSAGES: (&str, &[u8]) =
    ("messages/all.rules", b"\xef\xbb\xbfcreate message buy (cost int not null); end;");

#[test]
fn an_included_table_that_nothing_uses_is_no_sign_of_a_cut() {
    let tables: (&str, &[u8]) = (
        "tables.rules",
        b"create table t (id int primary key); create message buy (cost int not null); end;",
    );
    let root = "include 'tables.rules'; rule r (buy.cost < 5);";
    assert_eq!(shown(root, &[tables]), "");
    let own = "include 'tables.rules'; create table u (id int primary key); rule r (buy.cost < 5);";
    let (_, report) = compile(own, &[tables]);
    let messages: Vec<&str> = report.diagnostics.iter().map(|d| d.message.as_str()).collect();
    let expected = "nothing reads or writes table `u`, and the file may have been cut off";
    assert_eq!(messages, [expected]);
}

#[test]
fn items_take_the_place_of_the_include_and_files_are_read_once() {
    let root = "
        include 'limits/a.rules';
        include 'link.rules';
        rule last (buy.cost > 0);
        include 'messages/all.rules';
    ";
    let (program, report) = compile(
        root,
        &[
            MESSAGES,
            ("limits/a.rules", b"include '../messages/all.rules'; rule a (buy.cost < 5);"),
            ("limits/b.rules", b"include 'a.rules'; rule b (buy.cost < 6);"),
            ("link.rules", b"-> limits/b.rules"),
        ],
    );
    assert!(report.diagnostics.is_empty(), "{:?}", report.diagnostics);
    let rules = program.expect("it compiles").rules;
    assert_eq!(rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>(), ["a", "b", "last"]);
    let names: Vec<&str> = report.sources.sources().iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["main.rules", "limits/a.rules", "messages/all.rules", "limits/b.rules"]);
}

#[test]
fn diagnostics_name_the_file() {
    let root = "include 'messages/all.rules';\ninclude 'a.rules';\nrule r (buy.cost < 1);";
    let a: &[u8] = b"-- \xe8\xb4\xa6\xe6\x88\xb7\nrule r (buy.cost < 2);\nrule s (buy.cots < 3);";
    expect_test::expect![[r#"
        error[duplicate-name]: there already is a rule `r`
         --> main.rules:3:6
          |
        3 | rule r (buy.cost < 1);
          |      ^ defined again here
          |
         ::: a.rules:2:6
          |
        2 | rule r (buy.cost < 2);
          |      - first defined here
        error[unknown-name]: message `buy` has no field `cots`
         --> a.rules:3:13
          |
        3 | rule s (buy.cots < 3);
          |             ^^^^ unknown field
          |
          = help: did you mean `cost`?"#]]
    .assert_eq(&shown(root, &[MESSAGES, ("a.rules", a)]));
}

#[test]
fn errors_of_inclusion() {
    let files: &[(&str, &[u8])] = &[
        MESSAGES,
        ("gbk.rules", b"-- \xd5\xcb"),
        ("wrong.rules", b"create nothing;"),
        ("out.rules", b"outside"),
    ];
    let root = "include 'gbk.rules'; include 'wrong.rules'; include 'out.rules';
include 'none.rules'; include '../x.rules'; include '/etc/passwd'; include 'a\\b.rules';
include 'messages/';";
    expect_test::expect![[r#"
        error[include-path]: an included file is in the folder of the root file or below it
         --> main.rules:1:53
          |
        1 | include 'gbk.rules'; include 'wrong.rules'; include 'out.rules';
          |                                                     ^^^^^^^^^^^ this is outside of it
          |
          = help: move the file into that folder, or move the root file up
        error[include-unreadable]: cannot read `none.rules`: no such file
         --> main.rules:2:9
          |
        2 | include 'none.rules'; include '../x.rules'; include '/etc/passwd'; include 'a\b.rules';
          |         ^^^^^^^^^^^^ included here
        error[include-path]: an included file is in the folder of the root file or below it
         --> main.rules:2:31
          |
        2 | include 'none.rules'; include '../x.rules'; include '/etc/passwd'; include 'a\b.rules';
          |                               ^^^^^^^^^^^^ this is outside of it
          |
          = help: move the file into that folder, or move the root file up
        error[include-path]: the path of an included file is relative
         --> main.rules:2:53
          |
        2 | include 'none.rules'; include '../x.rules'; include '/etc/passwd'; include 'a\b.rules';
          |                                                     ^^^^^^^^^^^^^
          |
          = help: write it from the folder of this file, as in `include 'limits.rules'`
        error[include-path]: the path of an included file has no backslash
         --> main.rules:2:76
          |
        2 | include 'none.rules'; include '../x.rules'; include '/etc/passwd'; include 'a\b.rules';
          |                                                                            ^^^^^^^^^^^
          |
          = help: write `/` between a folder and its file
        error[include-path]: this path names no file
         --> main.rules:3:9
          |
        3 | include 'messages/';
          |         ^^^^^^^^^^^
          |
          = help: write the path of a rule file, as in `include 'limits.rules'`
        error[invalid-utf8]: the file is not UTF-8: byte 0xd5 at offset 3, line 1, column 4
         --> gbk.rules:1:4
          |
        1 | -- ��
          |    ^ not UTF-8 from here
          |
          = help: save the file as UTF-8; editors may have written it as GBK or Latin-1
        error[unexpected-token]: expected `table`, `message`, `parameter`, `function` or `job`, found the name `nothing`
         --> wrong.rules:1:8
          |
        1 | create nothing;
          |        ^^^^^^^ expected `table`, `message`, `parameter`, `function` or `job`"#]].assert_eq(&shown(root, files));
}

#[test]
fn circles_are_errors() {
    expect_test::expect![[r#"
        error[include-circle]: this file includes itself
         --> main.rules:1:9
          |
        1 | include 'main.rules';
          |         ^^^^^^^^^^^^ `main.rules` closes a circle here
          |
          = help: remove this `include`"#]]
    .assert_eq(&shown("include 'main.rules';", &[]));
    let files: &[(&str, &[u8])] = &[
        ("a.rules", b"include 'b/c.rules';"),
        ("b/c.rules", b"include 'link.rules';"),
        ("b/link.rules", b"-> a.rules"),
    ];
    expect_test::expect![[r#"
        error[include-circle]: `link.rules` is included by a file that it includes
         --> b/c.rules:1:9
          |
        1 | include 'link.rules';
          |         ^^^^^^^^^^^^ `c.rules` closes a circle here
          |
         ::: a.rules:1:9
          |
        1 | include 'b/c.rules';
          |         ----------- included here
          |
          = help: move what both files need into a third file, and include that"#]]
    .assert_eq(&shown("include 'a.rules';", files));
}

#[test]
fn a_text_alone_includes_nothing() {
    let text = "include 'a.rules';";
    let (program, diagnostics) = rulec::compile(text);
    assert!(program.is_none());
    expect_test::expect![[r#"
        error[include-unreadable]: `a.rules` cannot be included: only this text is compiled
         --> main.rules:1:9
          |
        1 | include 'a.rules';
          |         ^^^^^^^^^ its folder is not known
          |
          = help: compile the rule file from its folder, or put the text of the file here"#]]
    .assert_eq(&diagnostics[0].render("main.rules", text, false));
}

#[test]
fn the_size_is_limited_in_all() {
    let large = " ".repeat(3 << 20);
    let files: &[(&str, &[u8])] = &[("a.rules", large.as_bytes()), ("b.rules", large.as_bytes())];
    let (program, report) = compile("include 'a.rules'; include 'b.rules';", files);
    assert!(program.is_none());
    let found: Vec<_> = report.diagnostics.iter().map(|d| (d.code, d.primary.0.start)).collect();
    assert_eq!(found, [("text-too-large", 27)]);
}

#[test]
fn a_long_chain_of_files_is_read() {
    let name = |at: usize| format!("f{at}.rules");
    let texts: Vec<(String, String)> = (0..20_000)
        .map(|at| (name(at), format!("include '{}';", name(at + 1))))
        .chain([(name(20_000), "create message buy (cost int not null);".to_owned())])
        .collect();
    let files: Vec<(&str, &[u8])> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let (program, report) = compile("include 'f0.rules'; rule r (buy.cost > 0);", &files);
    assert!(program.is_some(), "{:?}", report.diagnostics);
}

#[test]
fn the_place_of_an_included_item_is_that_of_its_include() {
    // The spans of an included file follow those of the root, its items need not.
    let zone: (&str, &[u8]) = ("zone.rules", b"set time zone 8;");
    let rule = "create message buy (ts timestamp not null); rule r (buy.ts::time > '09:30');";
    assert_eq!(shown(&format!("include 'zone.rules'; {rule}"), &[zone]), "");
    let late = shown(&format!("{rule} include 'zone.rules';"), &[zone]);
    assert!(
        late.starts_with("error[time-zone]: the time zone is set after its first use"),
        "{late}"
    );

    // The first lookup of a table without a key decides its key.
    let first: (&str, &[u8]) = (
        "first.rules",
        b"create table t (a int, b int);
        create message m (x int not null);
        rule by_b (exists (select 1 from t where b = m.x));",
    );
    let root = "include 'first.rules'; rule by_a on m (exists (select 1 from t where a = m.x));";
    let (program, report) = compile(root, &[first]);
    let [note] = report.diagnostics.as_slice() else { panic!("{:?}", report.diagnostics) };
    assert_eq!(note.message, "the primary key of table `t` is taken to be `b`");
    assert!(program.is_some());
}
