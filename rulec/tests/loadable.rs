// SPDX-License-Identifier: Apache-2.0

//! What the compiler accepts, the loader of images accepts: its limits are errors of the rule file,
//! each at its place.

use rulec::diagnostic::Severity;
use std::fs;
use std::path::Path;

/// The codes of the errors of a rule file; none if it is accepted, and then its image is loaded.
fn errors(text: &str) -> Vec<&'static str> {
    let (program, diagnostics) = rulec::compile(text);
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let codes: Vec<&str> = errors.map(|found| found.code).collect();
    assert_eq!(program.is_some(), codes.is_empty());
    if let Some(program) = program {
        let image = engine::image::encode(&program);
        let loaded = engine::image::decode(&image).unwrap_or_else(|e| panic!("{e}\n{text:.200}"));
        assert_eq!(loaded, program);
    }
    codes
}

#[test]
fn every_accepted_case_is_loadable() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut accepted = 0;
    for kind in ["build", "error", "plan", "warning"] {
        for entry in fs::read_dir(root.join(kind)).expect("the cases are readable") {
            let path = entry.expect("the cases are readable").path();
            if path.extension().is_some_and(|extension| extension == "rules") {
                let text = fs::read_to_string(&path).expect("a text file");
                accepted += usize::from(errors(&text).is_empty());
            }
        }
    }
    assert!(accepted > 200, "{accepted}");
}

/// A file with a name of some bytes in each place that takes one.
fn with_name(place: usize, bytes: usize) -> String {
    let mut names = ["account", "id", "bid", "price", "r", "largest"].map(str::to_owned);
    names[place] = "n".repeat(bytes);
    let [table, column, message, field, rule, parameter] = names;
    format!(
        "create table {table} ({column} int primary key, k int not null);
         create message {message} ({field} int not null);
         create parameter {parameter} int = 5;
         rule {rule} ({message}.{field} < {parameter} and
             (select count(*) from {table} where k = {message}.{field}) < 3 and
             (select count(*) from {table} where k = {message}.{field}
                 and {column} > {message}.{field}) < 3);
         end;"
    )
}

#[test]
fn names_are_as_long_as_an_image_holds() {
    for place in 0..6 {
        assert!(errors(&with_name(place, 63)).is_empty(), "{place}");
        let codes = errors(&with_name(place, 64));
        assert_eq!(codes, ["declared-name"], "{place}");
    }
}

#[test]
fn attributes_are_as_long_as_an_image_holds() {
    for name in ["id", "text", "text_en", "source"] {
        let rule = |bytes: usize| {
            let text = "x".repeat(bytes);
            format!("create message m (a int not null); rule r (m.a > 0) with ({name} = '{text}');")
        };
        assert!(errors(&rule(1024)).is_empty(), "{name}");
        assert_eq!(errors(&rule(1025)), ["rule-attribute"], "{name}");
    }
}

#[test]
fn aggregates_of_one_group_fill_several_tables() {
    let rules = |count: usize| -> String {
        let rule = |i: usize| {
            format!(
                "rule r{i} ((select count(*) filter (where v = {i}) from t where g = m.g) < 9);\n"
            )
        };
        (0..count).map(rule).collect()
    };
    let head = "create table t (k int primary key, g int not null, v int not null);
                create message m (g int not null);\n";
    for count in [1, 30, 31, 60, 61, 100] {
        assert!(errors(&format!("{head}{}", rules(count))).is_empty(), "{count}");
    }
}

/// The definition of a hidden table is a text in the image.
#[test]
fn a_definition_is_as_long_as_an_image_holds() {
    let column = "c".repeat(63);
    let sum = |terms: usize| {
        let terms = vec![column.as_str(); terms].join(" + ");
        format!("coalesce((select sum({terms}) from t where g = m.g), 0) < 9")
    };
    let rules = |terms: usize| -> String {
        (0..20).map(|i| format!("rule r{i} ({});\n", sum(terms - i))).collect()
    };
    let head = format!(
        "create table t (k int primary key, g int not null, {column} int not null);
         create message m (g int not null);
         on m (insert into t values (m.g, m.g, m.g));\n"
    );
    assert!(errors(&format!("{head}{}", rules(25))).is_empty());
    assert_eq!(errors(&format!("{head}{}", rules(60))), ["capacity"]);
}
