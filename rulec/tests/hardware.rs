// SPDX-License-Identifier: Apache-2.0

//! What the hardware does not have is named at the place that needs it.

use rulec::compile_sources;
use rulec::source::{Loaded, Loader, parse_sources};

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _: &str, _: usize) -> Result<Loaded, rulec::source::LoadError> {
        unreachable!("no text includes another one")
    }
}

const TABLES: &str = "
create table t (k int primary key, g int not null, x int8 not null, p numeric(18,4) not null);
create message m (k int not null, x int8 not null, c char(6) not null);
on m (insert into t values (m.k, 0, m.x, 0));
";

/// The messages of what is missing, each with the text at its place, for each member of a family.
fn missing(members: &[&str]) -> Vec<Vec<(String, String)>> {
    let texts: Vec<String> = members.iter().map(|rules| format!("{TABLES}{rules}")).collect();
    let files =
        texts.iter().map(|text| parse_sources(Loaded::new("family.rules", text), &mut NoFiles));
    let (programs, reports) = compile_sources(files.collect());
    assert_eq!(programs.map(|programs| programs.len()), Some(members.len()));
    let of_report = |(report, text): (&rulec::Report, &String)| {
        let of_error = |error: &rulec::diagnostic::Diagnostic| {
            assert_eq!(error.code, "not-in-hardware");
            let what = error.message.split(" needs ").nth(1).expect("it says what is needed");
            let what = what.split(", which").next().expect("it has a first part");
            (what.to_owned(), text[error.primary.0.range()].to_owned())
        };
        report.not_in_hardware.iter().map(of_error).collect()
    };
    reports.iter().zip(&texts).map(of_report).collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(what, place)| ((*what).to_owned(), (*place).to_owned())).collect()
}

const WIDE: &str = "DECIMAL arithmetic of more than 64 bits";

#[test]
fn each_construct_is_named_at_its_place() {
    let like = missing(&["rule r (m.x > 0 and m.c like '688%');"]);
    assert_eq!(like, [owned(&[("`like`", "m.c")])]);
    let wide = missing(&["rule r (m.x * 1.00025 * m.k <= 7);"]);
    assert_eq!(wide, [owned(&[(WIDE, "m.x * 1.00025 * m.k")])]);
    let plain = missing(&["rule r (m.x <= 7 and m.c <> '688');"]);
    assert_eq!(plain, [vec![]]);
}

#[test]
fn what_an_aggregate_needs_is_named_at_the_aggregate() {
    let distinct = "(select count(distinct x) from t where g = m.k)";
    let found = missing(&[&format!("rule r ({distinct} < 3);")]);
    assert_eq!(found, [owned(&[("`count(distinct)`", distinct)])]);
    // The message that asks, the message that changes a row and the loading of a row need it.
    let sum = "(select sum(p * 1.00025) from t where g = m.k)";
    let found = missing(&[&format!("rule r (coalesce({sum}, 0) < 3);")]);
    assert!(found[0].len() >= 2, "{found:?}");
    assert!(found[0].iter().all(|(what, _)| what == WIDE), "{found:?}");
    assert!(found[0].iter().all(|(_, place)| place.contains(sum)), "{found:?}");
}

#[test]
fn an_aggregate_of_another_rule_set_is_named_at_the_table() {
    let distinct = "(select count(distinct x) from t where g = m.k)";
    let other = format!("rule other ({distinct} < 3);");
    let found = missing(&["rule r (m.x > 0);", &other]);
    assert_eq!(found[0], owned(&[("`count(distinct)`", "t")]));
    assert_eq!(found[1], owned(&[("`count(distinct)`", distinct)]));
}
