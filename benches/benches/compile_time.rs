// SPDX-License-Identifier: Apache-2.0

//! How compile time grows: for each kind of rule file, the time at five sizes, each twice the one
//! before, and the ratio of each time to the one before it.
//!
//! `cargo bench -p benches --bench compile_time`, and words after `--` to measure only the kinds
//! whose names have one of them. A time is the least processor time of all rounds, and includes
//! the diagnostics as text. Each run is a new process, as `riskgate check` is, so that each gets
//! its memory from the operating system. A ratio is the median over rounds, in each of which all
//! sizes are measured one after the other: the machine can be faster in one round than in another.
//! The command fails where a ratio is greater than [`RATIO_MAX`].

use rustix::time::{ClockId, clock_gettime};
use std::env;
use std::error::Error;
use std::process::{Command, ExitCode};
use std::time::Duration;
use testkit::growth::{KINDS, Kind};

/// The most that twice the input may take, as a multiple.
const RATIO_MAX: f64 = 2.3;
/// The rounds of a kind, and the most while a ratio is too great: another process can take the
/// cache for a while.
const ROUNDS: usize = 9;
const ROUNDS_IN_DOUBT: usize = 45;
/// The argument before the name of a kind and a size: one run, in this process.
const ONE: &str = "--one";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [first, name, size] = &arguments[..]
        && first == ONE
    {
        let kind = KINDS.iter().find(|kind| kind.name == name).ok_or("unknown kind")?;
        println!("{}", compile(kind, size.parse()?).as_nanos());
        return Ok(ExitCode::SUCCESS);
    }
    let words: Vec<&String> = arguments.iter().filter(|word| !word.starts_with('-')).collect();
    let is_wanted = |kind: &&Kind| {
        words.is_empty() || words.iter().any(|word| kind.name.contains(word.as_str()))
    };
    let mut too_slow = Vec::new();
    println!("{:46} {:>6} {:>9} {:>10} {:>6}", "kind", "size", "bytes", "ms", "ratio");
    for kind in KINDS.iter().filter(is_wanted) {
        if measure(kind)? > RATIO_MAX {
            too_slow.push(kind.name);
        }
    }
    for name in &too_slow {
        println!("more than {RATIO_MAX} times for twice the input: {name}");
    }
    Ok(if too_slow.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints the times of a kind, and returns the greatest ratio.
fn measure(kind: &Kind) -> Result<f64, Box<dyn Error>> {
    let sizes: Vec<usize> = kind.sizes().collect();
    let mut least = vec![Duration::MAX; sizes.len()];
    // One list for each size but the first.
    let mut of_rounds = vec![Vec::new(); sizes.len() - 1];
    let mut ratios = Vec::new();
    for round in 1..=ROUNDS_IN_DOUBT {
        let mut before = None;
        for (i, size) in sizes.iter().enumerate() {
            let taken = compile_in_new_process(kind, *size)?;
            least[i] = least[i].min(taken);
            if let Some(before) = before.replace(taken) {
                of_rounds[i - 1].push(taken.div_duration_f64(before));
            }
        }
        ratios = of_rounds.iter().map(|of_size| median(of_size)).collect();
        if round >= ROUNDS && greatest(&ratios) <= RATIO_MAX {
            break;
        }
    }
    for (i, size) in sizes.iter().enumerate() {
        let ms = least[i].as_secs_f64() * 1e3;
        print!("{:46} {size:>6} {:>9} {ms:>10.3}", kind.name, kind.files(*size).bytes());
        match i.checked_sub(1) {
            None => println!(),
            Some(before) => println!(" {:>6.2}", ratios[before]),
        }
    }
    Ok(greatest(&ratios))
}

fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

fn greatest(numbers: &[f64]) -> f64 {
    numbers.iter().copied().fold(0.0, f64::max)
}

fn compile_in_new_process(kind: &Kind, size: usize) -> Result<Duration, Box<dyn Error>> {
    let program = env::current_exe()?;
    let output = Command::new(program).args([ONE, kind.name, &size.to_string()]).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let nanoseconds = String::from_utf8(output.stdout)?.trim().parse()?;
    Ok(Duration::from_nanos(nanoseconds))
}

/// The processor time of one run.
fn compile(kind: &Kind, size: usize) -> Duration {
    let files = kind.files(size);
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
