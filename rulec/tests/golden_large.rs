// SPDX-License-Identifier: Apache-2.0

//! Exact diagnostics for inputs that cannot be golden cases: files that are too large or too deep,
//! and bytes that are not text.

use expect_test::{Expect, expect};

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&refused(text));
}

/// The rendered diagnostics of a text that does not compile.
fn refused(text: &str) -> String {
    let (program, diagnostics) = rulec::compile(text);
    assert!(program.is_none());
    let shown: Vec<String> =
        diagnostics.iter().map(|d| d.render("file.rules", text, false)).collect();
    format!("{}\n", shown.join("\n\n"))
}

#[test]
fn ten_thousand_parentheses() {
    let text = format!("rule r ({}m.a > 0{})", "(".repeat(10_000), ")".repeat(10_000));
    let shown = refused(&text).replace(&"(".repeat(116), "<parentheses>");
    expect![[r#"
        error[nesting-too-deep]: expressions nest at most 128 deep
         --> file.rules:1:137
          |
         ::: 
        1 | ...<parentheses>…
          |                                                           ^ one level too many
          |
          = help: parentheses, `not`, `-`, `case`, calls, lists and subqueries count; split the rule
    "#]]
    .assert_eq(&shown);
}

#[test]
fn a_hundred_megabytes() {
    check(
        &" ".repeat(100 << 20),
        expect![[r#"
        error[text-too-large]: a rule file has at most 4194304 bytes, and this one has 104857600
         --> file.rules:1:1
          |
         ::: 
        1 |                                                             …
          | ^
          |
          = help: split the file; rows of data belong to CSV files
    "#]],
    );
}

#[test]
fn bytes_that_are_not_utf_8() {
    let bytes =
        b"create table t (\n    a int not null, -- \xd5\xcb\xbb\xa7\n    primary key (a)\n)\n";
    let diagnostic = rulec::parse::decode(bytes).expect_err("the comment is GBK");
    let shown = diagnostic.render("file.rules", &String::from_utf8_lossy(bytes), false);
    expect![[r#"
        error[invalid-utf8]: the file is not UTF-8: byte 0xd5 at offset 40, line 2, column 24
         --> file.rules:2:24
          |
        2 |     a int not null, -- �˻�
          |                        ^ not UTF-8 from here
          |
          = help: save the file as UTF-8; editors may have written it as GBK or Latin-1
    "#]]
    .assert_eq(&format!("{shown}\n"));
}
