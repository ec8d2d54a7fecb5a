// SPDX-License-Identifier: Apache-2.0

//! Rejected orders of random rules: `riskgate why` names the rules that fail on the reference
//! interpreter, and the values that it says pass do pass. `RISKGATE_ORDERS` is the number of
//! rejected orders, `RISKGATE_SEED` the seed.

use crate::{call, text};
use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use engine::verdict::{Reason, Verdict};
use files::events::EventReader;
use files::tables::load_tables;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use testkit::rng::Rng;

const DECLARATIONS: &str =
    "create table account (id int primary key, balance decimal(14, 2) not null, day date)
with (rows = 64);
create table log (id int primary key, account int, qty int) with (rows = 64);
create parameter most int = 50;
create message buy (id int not null, account int, price decimal(10, 2), qty int, code char(3),
    day date, open boolean);
";
const EFFECTS: &str = "on buy (
    insert into log values (buy.id, buy.account, buy.qty);
    update account set balance = balance - coalesce(buy.qty, 0) where id = buy.account
)
";
const COLUMNS: [&str; 7] = ["id", "account", "price", "qty", "code", "day", "open"];
const EVENTS: usize = 40;

/// A rule as a tree of conditions, and its guard.
struct Rule {
    condition: String,
    guard: Option<String>,
}

/// A condition that has no `and`, `or` or `not`.
fn atom(rng: &mut Rng) -> String {
    let op = *rng.pick(&["<", "<=", ">", ">=", "=", "<>"]);
    let balance = "(select balance from account where id = buy.account)";
    let (left, right) = match rng.below(12) {
        0 => ("buy.qty".into(), rng.between(1, 60).to_string()),
        1 => (format!("{}.{:02}", rng.below(9), rng.below(100)), "buy.price".into()),
        2 => ("buy.price * buy.qty".into(), format!("{}.5", rng.below(300))),
        3 => (balance.into(), format!("buy.price * {}", rng.between(1, 9))),
        4 => ("buy.qty".into(), "most".into()),
        5 => ("buy.day".into(), format!("date '2024-01-{:02}'", rng.between(1, 28))),
        6 => ("buy.day".into(), "(select day from account where id = buy.account)".into()),
        7 => ("buy.qty * 2 + 1".into(), "buy.price".into()),
        8 => ("buy.qty".into(), "buy.price * 10".into()),
        9 => ("coalesce(buy.qty, 0)".into(), format!("100 / (buy.account - {})", rng.below(5))),
        10 => return format!("buy.code {} '{}'", rng.pick(&["=", "<>"]), rng.pick(&["A", "BC"])),
        _ => return format!("buy.{} is not null", rng.pick(&COLUMNS)),
    };
    format!("{left} {op} {right}")
}

fn condition(rng: &mut Rng, atoms: &mut Vec<String>, depth: usize) -> String {
    match if depth == 0 { 9 } else { rng.below(10) } {
        0..=2 => {
            let op = *rng.pick(&["and", "or"]);
            let [left, right] = [0, 1].map(|_| condition(rng, atoms, depth - 1));
            format!("({left} {op} {right})")
        }
        3 => format!("not ({})", condition(rng, atoms, depth - 1)),
        _ => {
            atoms.push(atom(rng));
            atoms[atoms.len() - 1].clone()
        }
    }
}

fn cell(rng: &mut Rng, column: &str, row: usize) -> String {
    let is_null = column != "id" && rng.percent(8);
    match column {
        _ if is_null => String::new(),
        "id" => if rng.percent(5) { 1 } else { row }.to_string(),
        "account" => rng.below(5).to_string(),
        "price" => format!("{}.{:02}", rng.below(9), rng.below(100)),
        "qty" => rng.below(70).to_string(),
        "code" => (*rng.pick(&["A", "BC", "D"])).to_owned(),
        "day" => format!("2024-01-{:02}", rng.between(1, 28)),
        _ => (*rng.pick(&["true", "false"])).to_owned(),
    }
}

/// A folder with random rules, `atoms.rules` with the same and all their atoms in both polarities
/// as rules that warn, and random rows and events.
struct Case {
    folder: tempfile::TempDir,
    atoms: Vec<String>,
    lines: Vec<Vec<String>>,
    program: Arc<Program>,
}

impl Case {
    fn new(rng: &mut Rng) -> Case {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        let mut atoms = Vec::new();
        let rules: Vec<Rule> = (0..rng.between(2, 6))
            .map(|_| Rule {
                condition: condition(rng, &mut atoms, 2),
                guard: rng.percent(25).then(|| atom(rng)),
            })
            .collect();
        atoms.sort();
        atoms.dedup();
        let mut text = DECLARATIONS.to_owned();
        for (index, Rule { condition, guard }) in rules.iter().enumerate() {
            let warn = if rng.percent(15) { "warn " } else { "" };
            let guard = guard.as_ref().map(|guard| format!(" where {guard}")).unwrap_or_default();
            text += &format!("{warn}rule r{index} on buy ({condition}{guard});\n");
        }
        text += EFFECTS;
        let mut probes = text.clone();
        for (index, atom) in atoms.iter().enumerate() {
            probes += &format!("warn rule is_{index} on buy ({atom});\n");
            probes += &format!("warn rule not_{index} on buy (not ({atom}));\n");
        }
        let (program, diagnostics) = rulec::compile(&probes);
        let program = Arc::new(program.unwrap_or_else(|| panic!("{probes}\n{diagnostics:?}")));
        let lines: Vec<Vec<String>> = (1..=EVENTS)
            .map(|row| COLUMNS.iter().map(|column| cell(rng, column, row)).collect())
            .collect();
        let case = Case { folder, atoms, lines, program };
        case.write("a.rules", &text);
        case.write("events.csv", &case.events(&case.lines));
        fs::create_dir(case.at().join("data")).expect("a folder can be made");
        let rows = "id,balance,day\n1,10.00,2024-01-15\n2,100.50,\n3,0.00,2024-01-01\n";
        case.write("data/account.csv", rows);
        case
    }

    fn at(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.at().join(name), text).expect("it can be written");
    }

    fn events(&self, lines: &[Vec<String>]) -> String {
        let lines: String = lines.iter().map(|line| format!("buy,{}\n", line.join(","))).collect();
        format!("message,{}\n{lines}", COLUMNS.join(","))
    }

    /// The frames of some lines.
    fn frames(&self, lines: &[Vec<String>]) -> Vec<Vec<u8>> {
        self.write("some.csv", &self.events(lines));
        let path = self.at().join("some.csv");
        let mut reader = EventReader::open(&path, &self.program).expect("the columns exist");
        let mut frames = Vec::new();
        while let Some(event) = reader.next_event().expect("the cells have values") {
            frames.push(event.frame.to_vec());
        }
        frames
    }

    /// The names of the rules that fail, without the atoms.
    fn failing(&self, verdict: &Verdict) -> BTreeSet<String> {
        let bits = verdict.failing | verdict.warnings;
        let rules = self.program.rules.iter().enumerate();
        let failing = rules.filter(|(index, _)| bits >> index & 1 == 1);
        let names = failing.map(|(_, rule)| rule.name.clone());
        names.filter(|name| name.starts_with('r')).collect()
    }

    /// Whether an atom is `wanted`.
    fn holds(&self, verdict: &Verdict, atom: &str, wanted: bool) -> bool {
        let index = self.atoms.iter().position(|known| known == atom).expect("it is an atom");
        let name = format!("{}_{index}", if wanted { "is" } else { "not" });
        let rule = self.program.rules.iter().position(|rule| rule.name == name);
        let rule = rule.expect("each atom has two rules");
        (verdict.failing | verdict.warnings) >> rule & 1 == 0
    }
}

/// Checks a rejected order. Returns the number of values that were tried.
fn check(case: &Case, before: &Reference, row: usize, verdict: &Verdict) -> usize {
    let event = (row + 1).to_string();
    let arguments = ["why", "a.rules", &event, "--data", "data", "--events", "events.csv"];
    let output = call(case.at(), &[&arguments[..], &["--format", "json"]].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let rules = || said["rules"].as_array().expect("the rules").iter();
    let name = |rule: &Value| rule["rule"].as_str().expect("a name").to_owned();
    let named: BTreeSet<String> = rules().map(name).collect();
    assert_eq!(named, case.failing(verdict), "{}\n{said:#}", a_rules(case));
    assert_eq!(named.len(), rules().count());
    let first = rules().find(|rule| rule["rejects"] == true);
    match verdict.rule {
        Some(rule) => {
            assert_eq!(said["rule"], case.program.rules[usize::from(rule.0)].name.as_str());
            assert_eq!(first.expect("a rule rejects")["rule"], said["rule"]);
        }
        None => assert_eq!(said["rule"], Value::Null),
    }
    let mut tried = 0;
    for cause in rules().flat_map(|rule| rule["causes"].as_array().expect("the causes")) {
        let condition = cause["condition"].as_str().expect("a condition");
        let wanted = cause["wanted"] == true;
        assert!(!case.holds(verdict, condition, wanted), "{}\n{said:#}", a_rules(case));
        for side in cause["sides"].as_array().expect("sides") {
            let expression = side["expression"].as_str().expect("an expression");
            let field = expression.strip_prefix("buy.");
            let Some(column) = COLUMNS.iter().position(|name| field == Some(name)) else {
                continue;
            };
            let mut line = case.lines[row].clone();
            let shown = if line[column].is_empty() { "NULL" } else { &line[column] };
            assert_eq!(side["value"], shown, "{said:#}");
            // With a field on both sides the other side does not stay as it is.
            let is_alone = condition.matches(expression).count() == 1;
            let Some(passes) = side["passes_with"].as_str().filter(|_| is_alone) else { continue };
            line[column] = passes.to_owned();
            let verdict = before.clone().execute(&case.frames(&[line])[0]);
            assert!(case.holds(&verdict, condition, wanted), "{}\n{said:#}", a_rules(case));
            tried += 1;
        }
    }
    tried
}

fn a_rules(case: &Case) -> String {
    fs::read_to_string(case.at().join("a.rules")).expect("it is there")
}

#[test]
fn rejected_orders_name_the_rules_that_fail_and_values_that_pass() {
    let number = |name: &str, otherwise: u64| {
        std::env::var(name)
            .map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
    };
    let (orders, seed) = (number("RISKGATE_ORDERS", 120), number("RISKGATE_SEED", 1));
    println!("RISKGATE_SEED={seed}");
    let mut rng = Rng::seeded(seed);
    let (mut rejected, mut tried) = (0, 0);
    while rejected < orders {
        let case = Case::new(&mut rng);
        let mut reference = Reference::new(Arc::clone(&case.program)).expect("the program runs");
        load_tables(&case.at().join("data"), &mut reference, &mut |_| ()).expect("rows fit");
        for (row, frame) in case.frames(&case.lines).iter().enumerate() {
            let before = reference.clone();
            let verdict = reference.execute(frame);
            assert_ne!(verdict.reason, Some(Reason::Malformed));
            // Of the orders of one case some are looked at, so that there are many cases.
            if !verdict.is_accept() && rejected < orders && rng.percent(30) {
                tried += check(&case, &before, row, &verdict);
                rejected += 1;
            }
        }
    }
    println!("{rejected} rejected orders, {tried} values that pass");
    assert!(tried as u64 > orders / 4);
}
