// SPDX-License-Identifier: Apache-2.0

//! Jobs as a user runs them: `riskgate trade` makes the steps that `riskgate run` makes, also when
//! it is killed in the middle of a job, and judges the orders between two steps rightly.
//! `RISKGATE_KILLS` is the number of times that it is killed there.

use engine::executor::digest;
use engine::program::Program;
use engine::reference::Reference;
use engine::schema::TableId;
use engine::shell::{LogKind, LogRecord};
use files::tables::load_tables;
use rand::RngExt;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use testbed::trade::records;
use testkit::repeat::{Repeated, repeat};
use testkit::rng::Rng;

const ACCOUNTS: u32 = 250;
const EVENTS: u32 = 1_000;
/// Events from one row `job` to the next.
const JOB_INTERVAL: u32 = 60;

/// The archive has one row for three orders, so that some rows fail.
const RULES: &str = "
create table account (account_id int primary key, balance int8 not null) with (rows = 1000);
create table order_log (
    order_id int8 primary key, account_id int not null, cost int8 not null, remaining int not null
) with (rows = 300);
create table archive (place int8 primary key, account_id int not null) with (rows = 10000);
create message trade_order (
    order_id int8 not null, account_id int not null, price int8 not null, quantity int not null
);
create message fill (order_id int8 not null, quantity int not null);
create message bust (order_id int8 not null, quantity int not null);

rule positive (trade_order.quantity > 0 and trade_order.price > 0)
rule funds (
    coalesce((select balance from account where account_id = trade_order.account_id), 0)
        - coalesce((select sum(cost) from order_log
                    where account_id = trade_order.account_id and remaining > 0), 0)
    >= trade_order.price * trade_order.quantity
)
rule live (
    coalesce((select remaining from order_log where order_id = fill.order_id), 0) >= fill.quantity
)
rule of_order (exists (select 1 from order_log where order_id = bust.order_id))
on bust (
    update order_log set remaining = remaining + bust.quantity where order_id = bust.order_id
)
on trade_order (
    insert into order_log values (
        trade_order.order_id, trade_order.account_id,
        trade_order.price * trade_order.quantity, trade_order.quantity
    )
)
on fill (
    update order_log set remaining = remaining - fill.quantity where order_id = fill.order_id
)
create job purge for each row of order_log where remaining = 0 (
    delete from order_log where order_id = order_log.order_id;
    insert into archive values (order_id / 3, account_id);
    update account set balance = balance - order_log.cost
    where account_id = order_log.account_id
)
create job interest for each row of account a where a.balance > 0 (
    update account set balance = balance + balance / 100 where account_id = a.account_id
)
";

const TABLES: [&str; 3] = ["account", "order_log", "archive"];

/// Rules, tables and events, and what `riskgate run` makes of them.
struct Bench {
    folder: tempfile::TempDir,
    program: Program,
}

impl Bench {
    fn new(seed: u64) -> Bench {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        let program = rulec::compile(RULES).0.expect("the rules compile");
        let bench = Bench { folder, program };
        fs::write(bench.at("jobs.rules"), RULES).expect("it is written");
        fs::create_dir(bench.at("data")).expect("it is made");
        let rows = (0..ACCOUNTS).map(|id| format!("{id},{}\n", 100_000 + id));
        let accounts = "account_id,balance\n".to_owned() + &rows.collect::<String>();
        fs::write(bench.at("data/account.csv"), accounts).expect("it is written");
        fs::write(bench.at("events.csv"), events(&mut Rng::seeded(seed))).expect("it is written");
        let mut run = bench.command("run");
        run.args(["--out", "expected.csv", "--jobs", "expected_jobs.csv", "--dump", "expected"]);
        let output = run.output().expect("it starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
        bench
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, command: &str) -> Command {
        let mut call = Command::new(env!("CARGO_BIN_EXE_riskgate"));
        call.current_dir(self.folder.path());
        call.args([command, "jobs.rules", "--data", "data", "--events", "events.csv"]);
        call
    }

    fn trade(&self) -> Command {
        let mut trade = self.command("trade");
        trade.args(["--journal", "journal", "--out", "verdicts.csv", "--jobs", "jobs.csv"]);
        trade.args(["--dump", "dump"]);
        trade.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        trade
    }

    /// Runs to the end and checks that the files are those of `riskgate run`.
    fn finish(&self) -> Output {
        let output = self.trade().output().expect("it starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
        self.assert_same("verdicts.csv", "expected.csv");
        self.assert_same("jobs.csv", "expected_jobs.csv");
        for table in TABLES {
            self.assert_same(&format!("dump/{table}.csv"), &format!("expected/{table}.csv"));
        }
        output
    }

    fn assert_same(&self, found: &str, expected: &str) {
        let [a, b] =
            [found, expected].map(|name| fs::read_to_string(self.at(name)).expect("it is there"));
        assert!(a == b, "{found} differs");
    }

    fn journal_bytes(&self) -> u64 {
        fs::metadata(self.at("journal")).map_or(0, |file| file.len())
    }

    fn records(&self) -> Vec<LogRecord> {
        if self.journal_bytes() == 0 {
            return Vec::new();
        }
        let records = records(&self.at("journal"), &self.program).expect("it is a journal");
        records.map(|record| record.expect("it is a record")).collect()
    }

    /// A reference with the rows at the start.
    fn reference(&self) -> Reference {
        let program = Arc::new(self.program.clone());
        let mut reference = Reference::new(program).expect("the program is valid");
        load_tables(&self.at("data"), &mut reference, &mut |_| ()).expect("the rows are good");
        reference
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Orders, fills and starts of jobs.
fn events(rng: &mut Rng) -> String {
    let mut events = "message,order_id,account_id,price,quantity,job\n".to_owned();
    let mut orders = 0;
    for event in 1..=EVENTS {
        if event % JOB_INTERVAL == 0 {
            let job =
                ["purge", "interest", "purge", "interest", "no_such_job"][rng.random_range(0..5)];
            _ = writeln!(events, "job,,,,,{job}");
        } else if orders > 0 && rng.random_bool(0.6) {
            let order = orders - rng.random_range(0..orders.min(40));
            let message = if rng.random_bool(0.8) { "fill" } else { "bust" };
            _ = writeln!(events, "{message},{order},,,{},", rng.random_range(1..=5));
        } else {
            orders += 1;
            let account = rng.random_range(0..ACCOUNTS + 20);
            let (price, quantity) = (rng.random_range(1..30_000), rng.random_range(1..=5));
            _ = writeln!(events, "trade_order,{orders},{account},{price},{quantity},");
        }
    }
    events
}

#[test]
fn trade_and_run_do_the_same_and_rows_that_fail_are_written() {
    let bench = Bench::new(3);
    for more in
        [&["--cards", "1"][..], &["--segments", "wild", "--link-stalls", "0.2"], &["--window", "3"]]
    {
        let output = bench.trade().args(more).output().expect("it starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
        bench.assert_same("verdicts.csv", "expected.csv");
        bench.assert_same("jobs.csv", "expected_jobs.csv");
        for table in TABLES {
            bench.assert_same(&format!("dump/{table}.csv"), &format!("expected/{table}.csv"));
        }
        fs::remove_file(bench.at("journal")).expect("it is there");
    }
    let failed = fs::read_to_string(bench.at("jobs.csv")).expect("it is there");
    let (header, rows) = failed.split_once('\n').expect("there is a header");
    assert_eq!(header, "seq,job,key,rule,reason");
    assert!(rows.lines().count() > 10, "{failed}");
    assert!(rows.lines().all(|row| row.contains(",purge,") && row.ends_with(",,duplicate_key")));
}

#[test]
fn a_run_killed_in_a_job_continues_to_the_same_end() {
    let kills: u32 = std::env::var("RISKGATE_KILLS")
        .map_or(25, |text| text.parse().expect("RISKGATE_KILLS is a number"));
    let bench = Bench::new(2);
    let mut rng = Rng::seeded(7);
    let (mut elsewhere, mut ends, mut in_job) = (0, 0, 0);
    while in_job < kills {
        let mut child = bench.trade().spawn().expect("it starts");
        let wanted = bench.journal_bytes() + rng.random_range(0..150_000);
        while bench.journal_bytes() < wanted && child.try_wait().expect("it is ours").is_none() {
            std::thread::yield_now();
        }
        _ = child.kill();
        let output = child.wait_with_output().expect("it has ended");
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
            let last = bench.records().last().map(|record| record.kind);
            match last == Some(LogKind::Step as u8) {
                true => in_job += 1,
                false => elsewhere += 1,
            }
        }
    }
    bench.finish();
    println!("killed {in_job} times within a job and {elsewhere} times elsewhere; {ends} ends");
}

impl Bench {
    /// A reference with the rows at the end of a run.
    fn reference_of_dump(&self) -> Reference {
        let program = Arc::new(self.program.clone());
        let mut reference = Reference::new(program).expect("the program is valid");
        load_tables(&self.at("dump"), &mut reference, &mut |_| ()).expect("the rows are good");
        reference
    }
}

#[test]
fn orders_between_two_steps_are_judged_rightly_also_after_kills() {
    let bench = Bench::new(3);
    let mut rng = Rng::seeded(11);
    let trade = || {
        let mut trade = bench.trade();
        trade.args(["--orders-during-jobs", "--window", "8"]);
        trade
    };
    for _ in 0..5 {
        let mut child = trade().spawn().expect("it starts");
        let wanted = bench.journal_bytes() + rng.random_range(0..300_000);
        while bench.journal_bytes() < wanted && child.try_wait().expect("it is ours").is_none() {
            std::thread::yield_now();
        }
        _ = child.kill();
        child.wait_with_output().expect("it has ended");
    }
    let output = trade().output().expect("it starts");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let records = bench.records();
    let mut reference = bench.reference();
    let repeated = repeat(&mut reference, &records);
    println!("{repeated:?}");
    let Repeated { steps, between, put_off } = repeated;
    assert_eq!(put_off, 0);
    assert!(between > 100 && steps.done > 300 && steps.failed > 10 && steps.skipped > 0);
    let found = bench.reference_of_dump();
    for (index, table) in TABLES.iter().enumerate() {
        let id = TableId(index as u16);
        assert_eq!(digest(&reference, id), digest(&found, id), "{table}");
    }
}
