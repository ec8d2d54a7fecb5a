// SPDX-License-Identifier: Apache-2.0

//! `riskgate trade` as a user calls it: the same answers as `riskgate run`, and a journal that
//! survives any end of the process. `RISKGATE_KILLS` is the number of times that it is killed.

mod bench;
mod changes;

use bench::{Bench, RULES, riskgate, text};
use engine::program::Program;
use engine::shell::LogRecord;
use host::supervisor::Log;
use rand::RngExt;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use testkit::rng::Rng;

const EVENTS: u32 = 3_000;

/// A workload whose rules do not change.
fn bench() -> Bench {
    let bench = Bench::new(EVENTS as usize);
    bench.expect(&[]);
    bench
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args([name, &child.id().to_string()])
        .status()
        .expect("there is a kill");
    assert!(sent.success());
}

#[test]
fn verdicts_and_tables_are_those_of_run_however_messages_are_cut() {
    let bench = bench();
    for more in [
        &["--cards", "1"][..],
        &["--segments", "wild", "--link-stalls", "0.2", "--link-latency", "2"],
    ] {
        let output = bench.trade().args(more).output().expect("it starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(
            text(&output.stdout).contains(&format!("{EVENTS} messages sent")),
            "{}",
            text(&output.stdout)
        );
        let [found, expected] = ["verdicts.csv", "expected.csv"]
            .map(|name| fs::read(bench.at(name)).expect("it is there"));
        assert!(found == expected, "{more:?}");
        fs::remove_file(bench.at("journal")).expect("it is there");
    }
}

#[test]
fn a_killed_run_continues_to_the_same_end() {
    let kills: u32 = std::env::var("RISKGATE_KILLS")
        .map_or(25, |text| text.parse().expect("RISKGATE_KILLS is a number"));
    let bench = bench();
    let mut rng = Rng::seeded(5);
    let (mut killed, mut ends) = (0, 0);
    while killed < kills {
        let mut child = bench.trade().spawn().expect("it starts");
        let wanted = bench.journal_bytes() + rng.random_range(0..200_000);
        bench.wait_for(&mut child, wanted);
        _ = child.kill();
        let output = child.wait_with_output().expect("it is ours");
        if output.status.success() {
            ends += 1;
            bench.finish();
            fs::remove_file(bench.at("journal")).expect("it is there");
        } else {
            assert_eq!(
                output.status.code(),
                None,
                "only the kill ends it: {}",
                text(&output.stderr)
            );
            killed += 1;
        }
    }
    bench.finish();
    println!("killed {killed} times, {ends} times after the end");
    assert!(ends < kills);
}

#[test]
fn ctrl_c_and_a_lost_terminal_end_it_with_a_message_and_no_loss() {
    for name in ["-INT", "-HUP"] {
        let bench = bench();
        let mut child = bench.trade().spawn().expect("it starts");
        bench.wait_for(&mut child, 20_000);
        signal(&child, name);
        let output = child.wait_with_output().expect("it is ours");
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(130), "{name}: {errors}");
        assert!(errors.contains("interrupted: all acknowledged messages are in"), "{errors}");
        assert!(!bench.at("verdicts.csv").exists(), "no incomplete file appears");
        let again = bench.finish();
        assert!(text(&again.stderr).contains("continuing after event"), "{}", text(&again.stderr));
    }
}

#[test]
fn a_full_disk_under_the_journal_ends_it_with_an_error_and_no_loss() {
    let bench = bench();
    // A limit of 200 blocks of 512 bytes for every file. The journal is the first to reach it.
    let trade = bench.trade();
    let arguments: Vec<_> = trade.get_args().collect();
    let mut limited = Command::new("sh");
    limited
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 200; exec \"$@\"",
            "sh",
            env!("CARGO_BIN_EXE_riskgate"),
        ])
        .args(arguments);
    let output = limited.output().expect("it starts");
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(
        errors.contains("the log takes no more records") && errors.contains("journal"),
        "{errors}"
    );
    bench.finish();
}

#[test]
fn a_folder_that_cannot_be_written_and_a_journal_of_other_rules_are_refused() {
    let bench = bench();
    let output =
        bench.command("trade").args(["--journal", "/proc/no/journal"]).output().expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("/proc/no/journal"), "{}", text(&output.stderr));

    bench.finish();
    let rules = fs::read_to_string(RULES).expect("it is there").replace("rows = 32", "rows = 64");
    fs::write(bench.at("other.rules"), rules).expect("it can be written");
    let mut other = riskgate();
    other.arg("trade").arg(bench.at("other.rules")).arg("--data").arg(bench.at("data"));
    other.arg("--events").arg(bench.at("events.csv")).arg("--journal").arg(bench.at("journal"));
    let output = other.output().expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("journal"), "{}", text(&output.stderr));
    bench.finish();
}

/// A folder in which no file can be created, even by root: one without write permission, or, if the
/// permission does not apply to this user, one of the kernel's.
fn unwritable(bench: &Bench) -> PathBuf {
    let folder = bench.at("read-only");
    fs::create_dir_all(&folder).expect("there is room");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("it is ours");
    if tempfile::tempfile_in(&folder).is_err() { folder } else { PathBuf::from("/sys") }
}

#[test]
fn folders_that_cannot_be_written_are_named_before_any_event() {
    let bench = bench();
    let folder = unwritable(&bench);
    for (option, path) in [("--out", folder.join("verdicts.csv")), ("--dump", folder.clone())] {
        let mut trade = bench.command("trade");
        trade.arg("--journal").arg(bench.at("journal")).arg(option).arg(&path);
        let output = trade.output().expect("it starts");
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{option}: {errors}");
        assert!(
            errors.contains(&folder.display().to_string()) && errors.contains("cannot write"),
            "{errors}"
        );
        assert!(!bench.at("journal").exists(), "{option}: no event was answered");
    }
    bench.finish();
}

#[test]
fn a_folder_that_disappears_ends_it_with_an_error_and_a_complete_journal() {
    for option in ["--out", "--dump"] {
        let bench = bench();
        let folder = bench.at("gone");
        fs::create_dir(&folder).expect("there is room");
        let path = if option == "--out" { folder.join("verdicts.csv") } else { folder.clone() };
        let mut trade = bench.command("trade");
        trade.arg("--journal").arg(bench.at("journal")).arg(option).arg(&path);
        let mut child =
            trade.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        bench.wait_for(&mut child, 20_000);
        fs::remove_dir_all(&folder).expect("it is ours");
        fs::write(&folder, "no folder").expect("there is room");
        let output = child.wait_with_output().expect("it is ours");
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{option}: {errors}");
        assert!(
            errors.contains(&folder.display().to_string()) && errors.contains("cannot write"),
            "{errors}"
        );
        assert!(errors.contains("all acknowledged messages are in"), "{errors}");
        assert_eq!(
            fs::read_to_string(&folder).expect("it is there"),
            "no folder",
            "the file is unchanged"
        );
        let again = bench.finish();
        assert!(
            text(&again.stderr).contains(&format!("continuing after event {EVENTS}")),
            "{}",
            text(&again.stderr)
        );
    }
}

#[test]
fn a_run_continues_after_a_change_of_program_in_its_journal() {
    let bench = bench();
    let program = riskgate_program(&bench);
    let change = |checksum| {
        let (mut log, opened) =
            testbed::trade::JournalLog::open(&bench.at("journal"), &program).expect("it is there");
        log.append(&LogRecord::of_change(opened.records + 1, checksum).sealed())
            .expect("there is room");
        log.flush().expect("there is room");
    };
    let checksum = engine::image::checksum(&engine::image::encode(&program));
    let mut child = bench.trade().spawn().expect("it starts");
    bench.wait_for(&mut child, 50_000);
    _ = child.kill();
    child.wait().expect("it is ours");
    change(checksum);
    let output = bench.finish();
    assert!(text(&output.stderr).contains("continuing after event"), "{}", text(&output.stderr));
    bench.finish();
    // No rule file of the run has this checksum.
    change(!checksum);
    let output = bench.trade().output().expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("which this run was not given"),
        "{}",
        text(&output.stderr)
    );
}

/// The program of the rules, as the commands compile it.
fn riskgate_program(bench: &Bench) -> Program {
    let image = bench.at("rules.image");
    let compiled = riskgate()
        .arg("compile")
        .arg(RULES)
        .arg("--output")
        .arg(&image)
        .output()
        .expect("it starts");
    assert!(compiled.status.success(), "{}", text(&compiled.stderr));
    engine::image::decode(&fs::read(image).expect("it is there")).expect("it is sound")
}

/// The broker's rules with one more rule, which rejects every order.
fn closed(bench: &Bench) -> PathBuf {
    let rules = fs::read_to_string(RULES).expect("it is there");
    let path = bench.at("closed.rules");
    fs::write(&path, rules + "\nRule closed (trade_order.quantity < 0)\n").expect("there is room");
    path
}

/// The events of the orders in a verdicts file, and whether they were rejected.
fn orders(verdicts: &str) -> Vec<(u32, bool)> {
    verdicts
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .filter(|cells| cells[1] == "trade_order")
        .map(|cells| (cells[0].parse().expect("a number"), cells[2] == "reject"))
        .collect()
}

#[test]
fn a_rule_file_takes_over_and_a_killed_run_knows_which_one_was_in_force() {
    let bench = bench();
    let closed = closed(&bench);
    let then = [format!("--then=1000:{}", closed.display()), format!("--then=2000:{RULES}")];
    let trade = || {
        let mut trade = bench.trade();
        trade.args(&then).args(["--window", "64", "--format", "json"]);
        trade
    };
    let mut child = trade().spawn().expect("it starts");
    // A point after the first change.
    bench.wait_for(&mut child, 500_000);
    _ = child.kill();
    child.wait().expect("it is ours");
    let output = trade().output().expect("it starts");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let verdicts = fs::read_to_string(bench.at("verdicts.csv")).expect("it is there");
    let orders = orders(&verdicts);
    // A change is requested when its event is answered, and takes effect at most a window, a batch
    // and the messages on the card later.
    let change = |event: u32| (event, event + 700);
    let ((first, first_latest), (second, second_latest)) = (change(1_000), change(2_000));
    let closed_between =
        |from: u32, to: u32| orders.iter().filter(move |(event, _)| (from..=to).contains(event));
    assert!(
        closed_between(first_latest, second).all(|(_, rejected)| *rejected),
        "the market is closed"
    );
    assert!(closed_between(first_latest, second).count() > 50);
    for (from, to) in [(0, first), (second_latest, EVENTS)] {
        let rejected = closed_between(from, to).filter(|(_, rejected)| *rejected).count();
        assert!(
            rejected * 4 < closed_between(from, to).count(),
            "{rejected} rejected from {from} to {to}"
        );
    }

    // With the same rule files, the journal has the same verdict for every order.
    let query = |then: &[&Path]| {
        let mut query = riskgate();
        query.args(["query", RULES, "--journal"]).arg(bench.at("journal"));
        then.iter().for_each(|path| _ = query.arg("--then").arg(path));
        query.output().expect("it starts")
    };
    let asked = text(&query(&[&closed, Path::new(RULES)]).stdout);
    let asked: Vec<String> = asked
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|cells| (cells[0], cells[cells.len() - 4..cells.len() - 1].join(",")))
        .map(|(event, verdict)| format!("{event},trade_order,{verdict}"))
        .collect();
    // The journal's messages are shown without warnings and effects, which none of these has.
    let written: Vec<&str> = verdicts
        .lines()
        .filter(|line| line.contains(",trade_order,"))
        .map(|line| line.strip_suffix(",,").expect("no warnings and no effects"))
        .collect();
    assert!(asked == written, "{} asked, {} written", asked.len(), written.len());
    let alone = query(&[]);
    assert_eq!(alone.status.code(), Some(1));
    assert!(
        text(&alone.stderr).contains("which this run was not given"),
        "{}",
        text(&alone.stderr)
    );
}

#[test]
fn impossible_changes_are_refused_before_any_event() {
    let bench = bench();
    let other = bench.at("other.rules");
    fs::write(&other, "create message trade_order (x INT not null);").expect("there is room");
    let refused = [
        (vec!["--then=tighter.rules".to_string()], "write EVENTS:FILE"),
        (vec!["--then=0:tighter.rules".to_string()], "above 0"),
        (vec!["--then=10:".to_string()], "the rule file is missing"),
        (
            vec![format!("--then=10:{RULES}"), format!("--then=10:{RULES}")],
            "give the changes in their order",
        ),
        (
            vec![format!("--then=10:{}", other.display())],
            "table `account_info` is not declared by the new rules: its rows would be lost",
        ),
        (vec!["--then=10:no/such.rules".to_string()], "no/such.rules: cannot read"),
    ];
    for (arguments, words) in refused {
        let output = bench.trade().args(&arguments).output().expect("it starts");
        assert!(matches!(output.status.code(), Some(1 | 2)), "{arguments:?}");
        assert!(text(&output.stderr).contains(words), "{arguments:?}: {}", text(&output.stderr));
        assert!(!bench.at("journal").exists(), "{arguments:?}: no event was answered");
    }
    // A change whose number of events is never reached is reported.
    let output = bench.trade().arg(format!("--then=9999:{RULES}")).output().expect("it starts");
    assert!(
        text(&output.stdout).contains("did not take over: there were fewer than 9999 events"),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn a_journal_can_be_queried_while_it_is_written() {
    let bench = bench();
    let ask = |path: &Path| {
        let mut query = riskgate();
        query.args(["query", RULES, "--journal"]).arg(path).args(["--where", "account_id=3"]);
        query.output().expect("it starts")
    };
    let mut child = bench.trade().spawn().expect("it starts");
    bench.wait_for(&mut child, 20_000);
    let output = ask(&bench.at("journal"));
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(child.wait().expect("it is ours").success());
    let (early, late) = (text(&output.stdout), text(&ask(&bench.at("journal")).stdout));
    assert!(late.starts_with(&early), "the early lines are the same later");
    assert!(
        late.lines().count() > 20
            && late.lines().skip(1).all(|line| line.split(',').nth(3) == Some("3")),
        "{late}"
    );
    let other = ask(Path::new("no/such/journal"));
    assert_eq!(other.status.code(), Some(1));
}
