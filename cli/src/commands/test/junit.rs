// SPDX-License-Identifier: Apache-2.0

//! Results as JUnit XML, in the form that Jenkins and GitLab read: a `testsuite` for each rule file
//! and a `testcase` for each test on each executor. The executor is the first part of `classname`.

use super::report::{Counts, problem_lines};
use super::results::{FileResults, Outcome, TestResults};
use benches::executors::Engine;
use std::fmt::Write as _;
use std::slice;

/// The results of some files.
pub fn xml(files: &[FileResults]) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(text, "<testsuites {}>", counts(&Counts::of(files)));
    for file in files {
        let own = Counts::of(slice::from_ref(file));
        let name = escaped(&file.name);
        let _ = writeln!(text, "  <testsuite name=\"{name}\" {}>", counts(&own));
        if let Some(errors) = &file.refused {
            let errors: Vec<String> = errors.lines().map(escaped).collect();
            let errors = errors.join("\n");
            let _ = writeln!(text, "    <testcase name=\"{name}\" classname=\"check.{name}\">");
            let _ = writeln!(text, "      <error message=\"does not compile\">{errors}</error>");
            let _ = writeln!(text, "    </testcase>");
        }
        for test in &file.tests {
            for (engine, outcome) in &test.results {
                case(&mut text, &file.name, test, *engine, outcome);
            }
        }
        let _ = writeln!(text, "  </testsuite>");
    }
    text += "</testsuites>\n";
    text
}

fn counts(counts: &Counts) -> String {
    let Counts { failed, skipped, refused, .. } = *counts;
    let tests = counts.tests() + refused;
    format!("tests=\"{tests}\" failures=\"{failed}\" errors=\"{refused}\" skipped=\"{skipped}\"")
}

fn case(text: &mut String, suite: &str, test: &TestResults, engine: Engine, outcome: &Outcome) {
    let class = escaped(&format!("{}.{suite}", engine.id()));
    let (name, file, line) = (escaped(&test.name), escaped(&test.file), test.line);
    let head = format!(
        "    <testcase name=\"{name}\" classname=\"{class}\" file=\"{file}\" line=\"{line}\""
    );
    let _ = match outcome {
        Outcome::Passed => writeln!(text, "{head}/>"),
        Outcome::Skipped(reason) => {
            let reason = escaped(reason);
            writeln!(text, "{head}>\n      <skipped message=\"{reason}\"/>\n    </testcase>")
        }
        Outcome::Failed(problems) => {
            let first = problems.first().map_or("", |problem| problem.what.as_str());
            let all = problem_lines(problems);
            let all: Vec<String> = all.lines().map(escaped).collect();
            let (first, all) = (escaped(first), all.join("\n"));
            writeln!(
                text,
                "{head}>\n      <failure message=\"{first}\">{all}</failure>\n    </testcase>"
            )
        }
    };
}

/// Text in an attribute or element. Characters that XML 1.0 does not allow become the replacement
/// character; line ends and tabs are written as references, so that an attribute keeps them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&apos;",
            '\n' => escaped += "&#10;",
            '\r' => escaped += "&#13;",
            '\t' => escaped += "&#9;",
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push(char::REPLACEMENT_CHARACTER),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::results::Problem;
    use super::*;

    #[test]
    fn everything_is_escaped() {
        let problem = Problem {
            place: ("a<b>.rules".into(), 7),
            what: "when m (t = '&\"') expect accept".into(),
            lines: vec!["expected  accept".into(), "actual    reject \u{1b}[31m".into()],
        };
        let test = |outcome| TestResults {
            name: "a \"b\" <c> & 'd'\n账户".into(),
            file: "a<b>.rules".into(),
            line: 3,
            results: vec![(Engine::Twin, outcome)],
        };
        let files = [
            FileResults {
                name: "a<b>.rules".into(),
                refused: None,
                tests: vec![
                    test(Outcome::Passed),
                    test(Outcome::Skipped("no <modes>".into())),
                    test(Outcome::Failed(vec![problem])),
                ],
            },
            FileResults {
                name: "c.rules".into(),
                refused: Some("error: ]]>".into()),
                tests: Vec::new(),
            },
        ];
        expect_test::expect![[r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites tests="4" failures="1" errors="1" skipped="1">
              <testsuite name="a&lt;b&gt;.rules" tests="3" failures="1" errors="0" skipped="1">
                <testcase name="a &quot;b&quot; &lt;c&gt; &amp; &apos;d&apos;&#10;账户" classname="twin.a&lt;b&gt;.rules" file="a&lt;b&gt;.rules" line="3"/>
                <testcase name="a &quot;b&quot; &lt;c&gt; &amp; &apos;d&apos;&#10;账户" classname="twin.a&lt;b&gt;.rules" file="a&lt;b&gt;.rules" line="3">
                  <skipped message="no &lt;modes&gt;"/>
                </testcase>
                <testcase name="a &quot;b&quot; &lt;c&gt; &amp; &apos;d&apos;&#10;账户" classname="twin.a&lt;b&gt;.rules" file="a&lt;b&gt;.rules" line="3">
                  <failure message="when m (t = &apos;&amp;&quot;&apos;) expect accept">    a&lt;b&gt;.rules:7: when m (t = &apos;&amp;&quot;&apos;) expect accept
                    expected  accept
                    actual    reject �[31m</failure>
                </testcase>
              </testsuite>
              <testsuite name="c.rules" tests="1" failures="0" errors="1" skipped="0">
                <testcase name="c.rules" classname="check.c.rules">
                  <error message="does not compile">error: ]]&gt;</error>
                </testcase>
              </testsuite>
            </testsuites>
        "#]].assert_eq(&xml(&files));
    }
}
