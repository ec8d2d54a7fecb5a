// SPDX-License-Identifier: Apache-2.0

//! The page of the differences from PostgreSQL, made from the list that the comparison uses.

use expect_test::expect_file;
use testkit::sql::{DIFFERENCES, Treatment};

const HEAD: &str = "\
<!-- Made from testkit/src/sql/differences.rs by the test `sql` of `rulec` if `UPDATE_EXPECT=1`. -->

# Differences from PostgreSQL

The rule language follows PostgreSQL 15. This page lists the differences in the results of
expressions, rules and statements. The test `sql` of `rulec` compares 100,000 random cases with a
PostgreSQL server and finds no other difference; [Testing](testing.md) says how to run it.

What PostgreSQL has and the rule language has not is a compile error that says what to write
instead.
";

#[test]
fn the_page_of_differences_is_the_list() {
    let mut text = HEAD.to_owned();
    for difference in DIFFERENCES {
        let treatment = match difference.treatment {
            Treatment::Stated(how) => format!("{how} The results are equal then."),
            Treatment::Recognised(how) => format!("Recognised and counted: {how}"),
            Treatment::NotGenerated => "No case has it.".to_owned(),
        };
        let heading = difference.name.replace('-', " ");
        text += &format!("\n## The {heading}\n\n");
        let lines = [
            ("Here", difference.here),
            ("PostgreSQL", difference.postgres),
            ("Reason", difference.reason),
            ("In the test", &treatment),
        ];
        for (name, what) in lines {
            text += &wrapped(&format!("* *{name}:* {what}"));
        }
    }
    expect_file!["../../../docs/src/differences.md"].assert_eq(&text);
}

/// An item of a list, in lines of at most 100 columns.
fn wrapped(item: &str) -> String {
    let mut text = String::new();
    let mut columns = 0;
    for word in item.split(' ') {
        let width = word.chars().count();
        if columns > 0 && columns + 1 + width > 100 {
            text += "\n  ";
            columns = 2;
        } else if columns > 0 {
            text.push(' ');
            columns += 1;
        }
        text += word;
        columns += width;
    }
    text + "\n"
}
