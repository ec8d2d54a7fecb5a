// SPDX-License-Identifier: Apache-2.0

//! Journals in real files: locks, errors of the operating system, and readers beside a writer.

mod common;

use common::{IDENTITY, append, count, kind, payload};
use journal::{Journal, JournalError, Opened, Reader};
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;

/// Prints, past the capture of a test's output, that something was not tested.
fn skip(test: &str, reason: &str) {
    let notice = format!("SKIPPED {test}: {reason}\n");
    std::io::stderr().write_all(notice.as_bytes()).expect("there is a standard error");
}

fn journal_in(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("journal")
}

fn records_in(path: &Path) -> u64 {
    count(File::open(path).expect("the file is there")).expect("the journal is good")
}

#[test]
fn a_reopened_journal_continues_where_it_ended() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = journal_in(&folder);
    let mut journal = Journal::create(&path, IDENTITY).expect("the folder can be written");
    append(&mut journal).expect("it takes records");
    assert_eq!(records_in(&path), 0, "buffered records are not in the file");
    journal.flush().expect("there is room");
    assert_eq!(records_in(&path), 1);
    journal.sync().expect("there is room");
    append(&mut journal).expect("it takes records");
    drop(journal);
    for records in 2..5 {
        let (mut journal, opened) = Journal::open(&path, IDENTITY).expect("the journal is good");
        assert_eq!(opened, Opened { records, torn_bytes: 0 });
        append(&mut journal).expect("it takes records");
        journal.sync().expect("there is room");
    }
    assert_eq!(records_in(&path), 5);
    let names = fs::read_dir(folder.path()).expect("the folder is there");
    assert_eq!(names.count(), 1, "no temporary file is left");
}

#[test]
fn an_existing_file_is_not_overwritten() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = journal_in(&folder);
    fs::write(&path, "precious").expect("the folder can be written");
    let error = Journal::create(&path, IDENTITY).err().expect("there is a file");
    assert!(matches!(error, JournalError::Exists { .. }), "{error}");
    let error = Journal::open(&path, IDENTITY).err().expect("it is no journal");
    assert!(matches!(error, JournalError::Magic { .. }), "{error}");
    assert_eq!(fs::read_to_string(&path).expect("the file is there"), "precious");
    let names = fs::read_dir(folder.path()).expect("the folder is there");
    assert_eq!(names.count(), 1, "no temporary file is left");
}

#[test]
fn a_second_writer_is_refused_and_a_reader_is_not() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = journal_in(&folder);
    let locked = || {
        let error = Journal::open(&path, IDENTITY).err().expect("there is a writer");
        assert!(matches!(error, JournalError::Locked { .. }), "{error}");
        let expected = ": another writer has the journal open; end that one first, or only read";
        assert!(error.to_string().ends_with(expected), "{error}");
        assert_eq!(Reader::open(&path).expect("a reader takes no lock").identity(), IDENTITY);
    };
    let journal = Journal::create(&path, IDENTITY).expect("the folder can be written");
    locked();
    drop(journal);
    let (journal, _) = Journal::open(&path, IDENTITY).expect("there is no writer");
    locked();
    drop(journal);
    Journal::open(&path, IDENTITY).expect("there is no writer");
}

/// A process that is being started holds a copy of every open file for a moment. A closed journal
/// can still be opened.
#[test]
fn a_closed_journal_can_be_opened_while_processes_are_started() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = journal_in(&folder);
    drop(Journal::create(&path, IDENTITY).expect("the folder can be written"));
    let is_through = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let binary = std::env::current_exe().expect("this binary has a name");
            while !is_through.load(Ordering::Relaxed) {
                let listed =
                    Command::new(&binary).arg("--list").output().expect("this binary can be run");
                assert!(listed.status.success());
            }
        });
        let locked = (0..2_000).find_map(|_| Journal::open(&path, IDENTITY).err());
        is_through.store(true, Ordering::Relaxed);
        assert!(locked.is_none(), "{locked:?}");
    });
}

#[test]
fn missing_files_and_folders_are_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("nowhere").join("journal");
    let errors = [
        Journal::create(&path, IDENTITY).err().expect("there is no folder"),
        Journal::open(&path, IDENTITY).err().expect("there is no file"),
        Reader::open(&path).err().expect("there is no file"),
        Journal::open(folder.path(), IDENTITY).err().expect("a folder is no file"),
        Reader::open(folder.path()).err().expect("a folder is no file"),
    ];
    for error in errors {
        assert!(matches!(error, JournalError::Io { .. }), "{error}");
        assert!(error.to_string().starts_with(&folder.path().display().to_string()), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn read_only_folders_and_files_are_errors() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = journal_in(&folder);
    let mut journal = Journal::create(&path, IDENTITY).expect("the folder can be written");
    append(&mut journal).expect("it takes records");
    drop(journal);
    let permit = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is this user's");
    };
    permit(&path, 0o400);
    permit(folder.path(), 0o500);
    if File::create(folder.path().join("other")).is_ok() {
        return skip("read_only_folders_and_files_are_errors", "this user can write everywhere");
    }
    let other = folder.path().join("other");
    for error in [Journal::create(&other, IDENTITY).err(), Journal::open(&path, IDENTITY).err()] {
        let error = error.expect("it may only be read");
        assert!(
            matches!(
                &error,
                JournalError::Io { error, .. } if error.kind() == ErrorKind::PermissionDenied
            ),
            "{error}"
        );
    }
    assert_eq!(records_in(&path), 1);
    permit(folder.path(), 0o700);
}

/// A reader that starts before the first record reads every record once and in order while a writer
/// appends.
#[test]
fn a_reader_follows_a_writer() {
    const RECORDS: u64 = 20_000;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = journal_in(&folder);
    let mut journal = Journal::create(&path, IDENTITY).expect("the folder can be written");
    let mut reader = Reader::open(&path).expect("the journal is there");
    assert_eq!(reader.next().expect("the journal is good"), None);
    let (has_caught_up, may_go_on) = mpsc::channel();
    let writer = thread::spawn(move || {
        for sequence in 1..=RECORDS {
            append(&mut journal).expect("it takes records");
            if sequence % 7 == 0 {
                journal.flush().expect("there is room");
            }
            if sequence % 500 == 0 {
                journal.sync().expect("there is room");
            }
            if sequence == RECORDS / 2 {
                may_go_on.recv().expect("the reader gets that far");
            }
        }
    });
    let mut sequence = 0;
    while sequence < RECORDS {
        // Checked before reading: after the writer has ended, all its records can be read.
        let is_through = writer.is_finished();
        match reader.next().expect("the journal is good") {
            Some(record) => {
                sequence += 1;
                assert_eq!((record.sequence, record.kind), (sequence, kind(sequence)));
                assert_eq!(record.payload, payload(sequence));
                // Once, the reader is at the end while the writer still runs.
                if sequence == RECORDS / 2 {
                    assert_eq!(reader.next().expect("the journal is good"), None);
                    has_caught_up.send(()).expect("the writer waits");
                }
            }
            None => {
                assert!(!is_through, "{sequence} of {RECORDS} records");
                thread::yield_now();
            }
        }
    }
    writer.join().expect("the writer is good");
    assert_eq!(reader.next().expect("the journal is good"), None);
}

/// A reader stops before an incomplete record and continues when the rest is there.
#[test]
fn a_reader_waits_for_the_rest_of_a_record() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (whole, growing) = (journal_in(&folder), folder.path().join("growing"));
    let mut journal = Journal::create(&whole, IDENTITY).expect("the folder can be written");
    for _ in 0..6 {
        append(&mut journal).expect("it takes records");
    }
    drop(journal);
    let bytes = fs::read(&whole).expect("the file is there");
    let mut file = File::create(&growing).expect("the folder can be written");
    file.write_all(&bytes[..24]).expect("there is room");
    let mut reader = Reader::open(&growing).expect("the header is there");
    let mut sequence = 0;
    for byte in &bytes[24..] {
        file.write_all(&[*byte]).expect("there is room");
        while let Some(record) = reader.next().expect("the journal is good") {
            sequence += 1;
            assert_eq!((record.sequence, record.payload), (sequence, payload(sequence).as_slice()));
        }
    }
    assert_eq!(sequence, 6);
}

/// Environment variable with the folder of a test that runs again in another process.
const FOLDER: &str = "JOURNAL_TEST_FOLDER";

/// Runs a test of this binary again in a shell, after a script, with this folder.
fn again(test: &str, launcher: &[&str], script: &str, folder: &Path) -> std::io::Result<Output> {
    let binary = std::env::current_exe().expect("this binary has a name");
    let script = format!("{script} && exec \"$@\"");
    let shell = ["sh", "-c", &script, "sh"];
    let (program, arguments) =
        launcher.split_first().map_or(("sh", &shell[1..]), |_| (launcher[0], &shell[..]));
    let mut command = Command::new(program);
    command.args(launcher.iter().skip(1)).args(arguments).arg(binary).args([
        "--exact",
        test,
        "--nocapture",
    ]);
    command.env(FOLDER, folder).output()
}

/// Appends and syncs records of a new journal until it fails. Returns the number of acknowledged
/// records, and the error.
fn fill(path: &Path) -> (u64, JournalError) {
    let mut journal = Journal::create(path, IDENTITY).expect("there is room for a header");
    loop {
        let acknowledged = journal.sequence();
        for _ in 0..7 {
            append(&mut journal).expect("appending does not touch the disk");
        }
        if let Err(error) = journal.sync() {
            assert!(matches!(journal.append(1, b""), Err(JournalError::Failed { .. })));
            return (acknowledged, error);
        }
    }
}

/// A limit of the process on file sizes: with its signal ignored, writes are short and then fail.
#[cfg(unix)]
#[test]
fn a_limit_on_file_sizes_costs_nothing_that_was_acknowledged() {
    const NAME: &str = "a_limit_on_file_sizes_costs_nothing_that_was_acknowledged";
    if let Some(folder) = std::env::var_os(FOLDER) {
        let (acknowledged, error) = fill(&Path::new(&folder).join("journal"));
        println!("\nacknowledged {acknowledged}\n{error}");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = match again(NAME, &[], "trap '' XFSZ && ulimit -f 8", folder.path()) {
        Ok(output) => output,
        Err(error) => return skip(NAME, &format!("there is no shell: {error}")),
    };
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        text.contains("; raise the limit on file sizes, then open the journal again"),
        "{output:?}"
    );
    let acknowledged = text.lines().find_map(|line| line.strip_prefix("acknowledged "));
    let acknowledged: u64 =
        acknowledged.expect("the process prints it").parse().expect("it is a number");
    assert!(acknowledged > 0);
    let path = journal_in(&folder);
    let (mut journal, opened) = Journal::open(&path, IDENTITY).expect("the journal is good");
    assert!(
        opened.records >= acknowledged && opened.torn_bytes == 0,
        "{opened:?}, {acknowledged} acknowledged"
    );
    append(&mut journal).expect("it takes records");
    drop(journal);
    assert_eq!(records_in(&path), opened.records + 1);
}

/// A full disk: a small one in memory, if this user can mount one.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_costs_nothing_that_was_acknowledged() {
    const NAME: &str = "a_disk_that_is_full_costs_nothing_that_was_acknowledged";
    if let Some(folder) = std::env::var_os(FOLDER) {
        let (path, ballast) =
            (Path::new(&folder).join("journal"), Path::new(&folder).join("ballast"));
        fs::write(&ballast, vec![1; 16 << 10]).expect("there is room");
        let (acknowledged, error) = fill(&path);
        assert!(
            error.to_string().ends_with("; make room on the disk, then open the journal again"),
            "{error}"
        );
        fs::remove_file(ballast).expect("it is there");
        let (mut journal, opened) = Journal::open(&path, IDENTITY).expect("the journal is good");
        assert!(
            opened.records >= acknowledged && opened.torn_bytes == 0,
            "{opened:?}, {acknowledged} acknowledged"
        );
        append(&mut journal).expect("it takes records");
        drop(journal);
        assert_eq!(records_in(&path), opened.records + 1);
        println!("\nfilled with {acknowledged} records");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mount = format!("mount -t tmpfs -o size=64k none \"${FOLDER}\" && echo mounted");
    let output = match again(NAME, &["unshare", "-rm"], &mount, folder.path()) {
        Ok(output) => output,
        Err(error) => return skip(NAME, &format!("unshare cannot be run: {error}")),
    };
    let text = String::from_utf8_lossy(&output.stdout);
    if !text.contains("mounted") {
        return skip(
            NAME,
            &format!("this user cannot mount: {}", String::from_utf8_lossy(&output.stderr)),
        );
    }
    assert!(output.status.success() && text.contains("\nfilled with "), "{output:?}");
}
