// SPDX-License-Identifier: Apache-2.0

//! How compile time grows: for each kind of rule file, the time at five sizes, each twice the one
//! before, and the ratio of each time to the one before it.
//!
//! `cargo bench -p benches --bench compile_time`, and words after `--` to measure only the kinds
//! whose names have one of them. A time is the least processor time of several runs, and includes
//! the diagnostics as text. The command fails where a ratio is greater than [`RATIO_MAX`].

use rustix::time::{ClockId, clock_gettime};
use std::env;
use std::process::ExitCode;
use std::time::Duration;
use testkit::growth::{Files, KINDS, Kind};

/// The most that twice the input may take, as a multiple.
const RATIO_MAX: f64 = 2.3;
/// Each size is compiled at least so many times.
const ROUNDS_MIN: usize = 5;
/// Short runs are repeated until this time has passed at each size.
const MEASURED_MIN: Duration = Duration::from_millis(200);
const ROUNDS_MAX: usize = 200;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let is_wanted = |kind: &&Kind| {
        words.is_empty() || words.iter().any(|word| kind.name.contains(word.as_str()))
    };
    let mut too_slow = Vec::new();
    println!("{:46} {:>6} {:>9} {:>10} {:>6}", "kind", "size", "bytes", "ms", "ratio");
    for kind in KINDS.iter().filter(is_wanted) {
        if measure(kind) > RATIO_MAX {
            too_slow.push(kind.name);
        }
    }
    for name in &too_slow {
        println!("more than {RATIO_MAX} times for twice the input: {name}");
    }
    if too_slow.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints the times of a kind, and returns the greatest ratio.
fn measure(kind: &Kind) -> f64 {
    let files: Vec<Files> = kind.sizes().map(|size| kind.files(size)).collect();
    let mut least = vec![Duration::MAX; files.len()];
    let mut total = vec![Duration::ZERO; files.len()];
    // The sizes take turns, so that a time in which the machine is slow falls on all of them.
    for round in 0..ROUNDS_MAX {
        for (i, files) in files.iter().enumerate() {
            if round >= ROUNDS_MIN && total[i] >= MEASURED_MIN {
                continue;
            }
            let taken = compile(kind, files);
            least[i] = least[i].min(taken);
            total[i] += taken;
        }
    }
    let mut greatest: f64 = 0.0;
    for (i, size) in kind.sizes().enumerate() {
        let ms = least[i].as_secs_f64() * 1e3;
        print!("{:46} {size:>6} {:>9} {ms:>10.3}", kind.name, files[i].bytes());
        match i.checked_sub(1).map(|before| least[i].div_duration_f64(least[before])) {
            None => println!(),
            Some(ratio) => {
                println!(" {ratio:>6.2}");
                greatest = greatest.max(ratio);
            }
        }
    }
    greatest
}

/// The processor time of one run.
fn compile(kind: &Kind, files: &Files) -> Duration {
    let start = processor_time();
    let (compiles, _, _) = files.compile();
    let taken = processor_time() - start;
    assert_eq!(compiles, kind.compiles, "{}", kind.name);
    taken
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
