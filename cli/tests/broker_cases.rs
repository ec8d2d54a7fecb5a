// SPDX-License-Identifier: Apache-2.0

//! Order life cycles from public reports on the broker's rules: those of `shared/cases/scenarios`
//! that have no rules. `run` and `trade` give the expected verdicts and tables, and the emitted
//! Verilog those of the first `RISKGATE_RTL_CASES` cases.
//!
//! The cases know no columns but those of release 0.1.0. `avg_price` becomes `cost`; the other new
//! columns and fields have their defaults.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use testkit::beside::beside;

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/broker.rules");

/// The cost of each holding at the end, where the case states an average price.
const COSTS: [(&str, &[(&str, i64)]); 5] = [
    ("02", &[("X", 19_900)]),
    ("04", &[("X", 35_000_000)]),
    ("05", &[("X", 20_000)]),
    ("14", &[("X", 180), ("Y", 35)]),
    ("17", &[("X", 0)]),
];

type Rows = Vec<BTreeMap<String, String>>;

fn rows(path: &Path) -> Rows {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().expect("there is a header").split(',').collect();
    let row = |line: &str| {
        let cells = line.split(',').map(str::to_owned);
        header.iter().map(|name| (*name).to_owned()).zip(cells).collect()
    };
    lines.map(row).collect()
}

fn number(cell: &str) -> i64 {
    let whole = cell.split('.').next().unwrap_or_default();
    assert!(cell[whole.len()..].trim_start_matches('.').bytes().all(|digit| digit == b'0'));
    whole.parse().unwrap_or_else(|_| panic!("{cell} is a number"))
}

/// A copy of a case with the columns of today.
struct Case {
    name: String,
    source: PathBuf,
    folder: tempfile::TempDir,
}

impl Case {
    fn new(source: &Path) -> Case {
        let name = source.file_name().expect("it has a name").to_string_lossy().into_owned();
        let folder = tempfile::tempdir().expect("there is room");
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("there is room");
        for table in ["account_info", "ticket_info", "order_log"] {
            let file = format!("{table}.csv");
            fs::copy(source.join("data").join(&file), data.join(&file)).expect("it is there");
        }
        let mut holdings = "account_id,ticket_id,avail_quantity,total_quantity,cost\n".to_owned();
        for row in rows(&source.join("data/account_ticket_info.csv")) {
            let cost = number(&row["avg_price"]) * number(&row["total_quantity"]);
            holdings += &format!(
                "{},{},{},{},{cost}\n",
                row["account_id"], row["ticket_id"], row["avail_quantity"], row["total_quantity"]
            );
        }
        fs::write(data.join("account_ticket_info.csv"), holdings).expect("there is room");
        let case = Case { name, source: source.to_owned(), folder };
        case.write("rules.rules", &case.rules());
        case.write("events.csv", &case.events());
        case
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.at(name), text).expect("there is room");
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn is_purge(&self) -> bool {
        self.name.starts_with("47")
    }

    /// The rules; case 47 has a log of four orders.
    fn rules(&self) -> String {
        let rules = fs::read_to_string(RULES).expect("it is there");
        match self.is_purge() {
            true => rules.replace("(rows = 1048576)", "(rows = 4)"),
            false => rules,
        }
    }

    /// The events; case 47 is purged before event 9.
    fn events(&self) -> String {
        let events = fs::read_to_string(self.source.join("events.csv")).expect("it is there");
        if !self.is_purge() {
            return events;
        }
        let mut lines: Vec<String> = events.lines().map(|line| format!("{line},")).collect();
        lines[0].push_str("job");
        let commas = lines[0].matches(',').count();
        lines.insert(9, format!("job{}purge", ",".repeat(commas)));
        lines.join("\n") + "\n"
    }

    /// The expected verdicts as `message,verdict,rule,reason`.
    fn verdicts(&self) -> Vec<String> {
        let text = fs::read_to_string(self.source.join("expected.csv")).expect("it is there");
        let verdict = |line: &str| line.split_once(',').expect("it has cells").1.to_owned();
        let mut verdicts: Vec<String> = text.lines().skip(1).map(verdict).collect();
        if self.is_purge() {
            verdicts.insert(8, "job,accept,,".to_owned());
        }
        verdicts
    }

    fn check(&self, command: &str, more: &[&str]) {
        let what = format!("{}, {command} {more:?}", self.name);
        let output = Command::new(env!("CARGO_BIN_EXE_riskgate"))
            .arg(command)
            .arg(self.at("rules.rules"))
            .arg("--data")
            .arg(self.at("data"))
            .arg("--events")
            .arg(self.at("events.csv"))
            .arg("--out")
            .arg(self.at("verdicts.csv"))
            .arg("--dump")
            .arg(self.at("dump"))
            .args(more)
            .output()
            .expect("it starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{what}: {errors}");
        let found = fs::read_to_string(self.at("verdicts.csv")).expect("it was written");
        let found = found
            .lines()
            .skip(1)
            .map(|line| line.splitn(6, ',').skip(1).take(4).collect::<Vec<_>>().join(","));
        assert_eq!(found.collect::<Vec<_>>(), self.verdicts(), "{what}");
        self.check_tables(&what);
    }

    fn check_tables(&self, what: &str) {
        let expected = self.source.join("expected/account_info.csv");
        if expected.exists() {
            let found = rows(&self.at("dump/account_info.csv"));
            for (found, expected) in found.iter().zip(rows(&expected)) {
                for (column, value) in expected {
                    assert_eq!(number(&found[&column]), number(&value), "{what}: {column}");
                }
            }
        }
        let expected = self.source.join("expected/account_ticket_info.csv");
        if expected.exists() {
            let expected = rows(&expected);
            let found = rows(&self.at("dump/account_ticket_info.csv"));
            assert_eq!(found.len(), expected.len(), "{what}");
            let (_, costs) =
                COSTS.iter().find(|(case, _)| self.name.starts_with(case)).expect("it has costs");
            for (found, expected) in found.iter().zip(&expected) {
                for column in ["account_id", "avail_quantity", "total_quantity"] {
                    assert_eq!(found[column], expected[column], "{what}: {column}");
                }
                let cost = costs.iter().find(|(ticket, _)| *ticket == found["ticket_id"]);
                assert_eq!(Some(number(&found["cost"])), cost.map(|cost| cost.1), "{what}");
            }
        }
    }
}

#[test]
fn life_cycles_of_public_reports_end_as_they_should() {
    let Some(folder) = beside("shared/cases/scenarios") else { return };
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .expect("it can be listed")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.join("events.csv").exists() && !path.join("rules").exists())
        .filter(|path| path.join("data/account_ticket_info.csv").exists())
        .collect();
    folders.sort();
    assert!(folders.len() >= 11, "only {folders:?}");
    let in_verilog = match tools::verilator::or_skip("cases on the emitted Verilog") {
        Some(_) => std::env::var("RISKGATE_RTL_CASES")
            .map_or(1, |text| text.parse().expect("RISKGATE_RTL_CASES is a number")),
        None => 0,
    };
    for (index, folder) in folders.iter().enumerate() {
        let case = Case::new(folder);
        if index < in_verilog {
            case.check("run", &["--engine", "rtl"]);
        }
        case.check("run", &["--engine", "reference"]);
        case.check("run", &["--engine", "twin"]);
        let journal = case.at("journal").display().to_string();
        case.check("trade", &["--journal", &journal]);
    }
}
