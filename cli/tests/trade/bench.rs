// SPDX-License-Identifier: Apache-2.0

//! A workload of the broker's rules in a temporary folder, and what `riskgate run` answers to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

pub const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/broker.rules");

pub fn riskgate() -> Command {
    Command::new(env!("CARGO_BIN_EXE_riskgate"))
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    /// A workload.
    pub fn new(events: usize) -> Bench {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        let bench = Bench { folder };
        let mut workload = riskgate();
        workload
            .args(["workload", "--orders", "1000", "--events", &events.to_string(), "--out"])
            .arg(bench.at("."));
        assert!(workload.output().expect("it starts").status.success());
        bench
    }

    /// Keeps the results of `riskgate run` with some arguments.
    pub fn expect(&self, arguments: &[String]) {
        let mut run = self.command("run");
        run.args(arguments);
        run.arg("--out").arg(self.at("expected.csv")).arg("--dump").arg(self.at("expected"));
        let output = run.output().expect("it starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, command: &str) -> Command {
        let mut call = riskgate();
        call.args([command, RULES, "--data"])
            .arg(self.at("data"))
            .arg("--events")
            .arg(self.at("events.csv"));
        call
    }

    pub fn trade(&self) -> Command {
        let mut trade = self.command("trade");
        trade.arg("--journal").arg(self.at("journal")).arg("--out").arg(self.at("verdicts.csv"));
        trade
            .arg("--dump")
            .arg(self.at("dump"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        trade
    }

    /// Runs to the end and checks that the results are the expected ones.
    pub fn finish(&self) -> Output {
        let output = self.trade().output().expect("it starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
        self.compare();
        output
    }

    /// Checks that verdicts and tables are the expected ones.
    pub fn compare(&self) {
        self.is_same(Path::new("verdicts.csv"), Path::new("expected.csv"));
        let files = fs::read_dir(self.at("expected")).expect("the tables were written");
        let files = files.map(|file| file.expect("the folder can be listed").path());
        let tables: Vec<PathBuf> = files.filter(|path| path.is_file()).collect();
        assert!(tables.len() > 4, "{tables:?}");
        for table in tables {
            let name = table.file_name().expect("it is a file");
            self.is_same(&Path::new("dump").join(name), &Path::new("expected").join(name));
        }
    }

    fn is_same(&self, name: &Path, expected: &Path) {
        let [found, expected] = [name, expected]
            .map(|name| fs::read_to_string(self.folder.path().join(name)).expect("it is there"));
        assert!(found == expected, "{} differs", name.display());
    }

    pub fn journal_bytes(&self) -> u64 {
        fs::metadata(self.at("journal")).map_or(0, |file| file.len())
    }

    /// Waits until the journal has at least this many bytes or the process has ended.
    pub fn wait_for(&self, child: &mut Child, bytes: u64) {
        while self.journal_bytes() < bytes && child.try_wait().expect("it is ours").is_none() {
            std::thread::yield_now();
        }
    }
}
