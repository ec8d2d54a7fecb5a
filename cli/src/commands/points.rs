// SPDX-License-Identifier: Apache-2.0

//! Measurement of the points of the paper's figures, for `riskgate testbed` and `riskgate hdl
//! cycles`.
//!
//! Each point has its own program and workload. The load of the machine does not change the cycles
//! of simulated hardware, so several threads measure its points, the longest first. Software is
//! timed by the clock, so its points are measured one after another.

use super::design::with_design_told;
use super::progress::{Unit, bar};
use super::terminal::complain;
use super::{Failure, interrupted, programs};
use benches::broker::{BrokerFrames, RULES};
use benches::executors::Engine;
use benches::figures::load;
use benches::figures::measure::{Operations, operation_events, operations, orders, sweep_config};
use benches::figures::times::Measured;
use benches::figures::{Figures, OperationPoint, SizePoint};
use benches::measure::Timed;
use benches::report::grouped;
use benches::rule_sets::{nested_file, rule_file};
use benches::workload::{Operation, Workload, WorkloadConfig};
use engine::build::Build;
use engine::machine::LANES;
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use indicatif::ProgressBar;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most threads that simulate; each has its own model in memory.
const THREADS_MAX: usize = 4;
/// About one event in this many is of the rarest operation. Only the progress bar uses the number.
const EVENTS_EXPECTED: u64 = 20;

/// A request for measurements.
pub struct Wanted {
    /// The executor.
    pub engine: Engine,
    /// The workload; the sizes below replace its numbers of orders in the log and of events.
    pub config: WorkloadConfig,
    /// Orders in the log.
    pub orders: Vec<u32>,
    /// Numbers of rules.
    pub rules: Vec<u32>,
    /// Depths of a condition.
    pub nesting: Vec<u32>,
    /// Measurements at each point.
    pub measurements: u32,
    /// Lanes of the machine that programs may use.
    pub lanes: usize,
    /// Offered loads in messages a second; if empty, as many as are needed to show where the queue
    /// starts to grow.
    pub rates: Vec<f64>,
}

impl Wanted {
    /// All points of the paper's figures.
    pub fn paper(engine: Engine) -> Wanted {
        Wanted {
            engine,
            config: WorkloadConfig::default(),
            orders: vec![1_000, 10_000, 100_000, 1_000_000],
            rules: vec![4, 8, 16, 32, 64, 128],
            nesting: vec![2, 5, 10, 15, 20],
            measurements: 2_000,
            lanes: LANES,
            rates: Vec::new(),
        }
    }
}

/// A point of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    Log(u32),
    Rules(u32),
    Nesting(u32),
}

impl Point {
    fn name(self) -> String {
        match self {
            Point::Log(orders) => format!("{} orders in the log", grouped(orders.into())),
            Point::Rules(rules) => format!("{rules} rules"),
            Point::Nesting(depth) => format!("a condition nested {depth} deep"),
        }
    }
}

/// A point with its program and workload.
struct Job {
    point: Point,
    program: Arc<Program>,
    config: WorkloadConfig,
    measurements: u32,
}

/// The measurements of a point.
enum Done {
    Operations(Box<Operations>),
    Orders(Measured),
}

impl Job {
    /// Checks the workload and the program of a point before anything is measured.
    fn new(point: Point, wanted: &Wanted) -> Result<Job, Failure> {
        let (config, text) = match point {
            Point::Log(orders) => {
                let events = operation_events(wanted.measurements);
                let config = WorkloadConfig { log_orders: orders, events, ..wanted.config.clone() };
                (config, RULES.to_owned())
            }
            Point::Rules(rules) => {
                (sweep_config(&wanted.config, wanted.measurements), rule_file(rules as usize))
            }
            Point::Nesting(depth) => {
                (sweep_config(&wanted.config, wanted.measurements), nested_file(depth as usize))
            }
        };
        let name = point.name();
        let refuse = |error: &dyn std::fmt::Display| Failure::of(format!("{name}: {error}"));
        config.check().map_err(|error| {
            let remedy = "reduce --orders, --measurements, --accounts or --instruments";
            refuse(&format!("{error}; {remedy} if the number is too large"))
        })?;
        let program = programs::built_in_on(&format!("the rules for {name}"), &text, wanted.lanes)?;
        let program = programs::for_engine(program, wanted.engine);
        if wanted.engine == Engine::Rtl {
            engine::microcode::load(&program, 0, &Build::DEFAULT)
                .map_err(|error| refuse(&error))?;
        }
        Ok(Job { point, program, config, measurements: wanted.measurements })
    }

    /// The expected number of rows to load and messages to answer.
    fn amount(&self) -> u64 {
        let WorkloadConfig { accounts, instruments, holdings_per_account, log_orders, .. } =
            self.config;
        let rows = accounts + instruments + log_orders;
        let messages = match self.point {
            Point::Log(_) => u64::from(self.measurements) * EVENTS_EXPECTED,
            Point::Rules(_) | Point::Nesting(_) => self.measurements.into(),
        };
        u64::from(rows) + u64::from(accounts) * u64::from(holdings_per_account) + messages
    }

    fn measure(&self, timed: &mut dyn Timed, watch: &Watch) -> Result<Done, Failure> {
        let frames = BrokerFrames::new(&self.program).map_err(Failure::of)?;
        let workload = Workload::new(&self.config).map_err(Failure::of)?;
        let mut done = 0;
        workload
            .tables
            .load(&frames, timed.executor(), &mut |rows| {
                watch.bar.inc(rows - done);
                done = rows;
                watch.goes_on()
            })
            .map_err(Failure::of)?;
        let mut goes_on = || {
            done += 1;
            watch.bar.inc(1);
            watch.goes_on()
        };
        let measured = match self.point {
            Point::Log(_) => operations(&workload, &frames, timed, self.measurements, &mut goes_on)
                .map(|done| Done::Operations(Box::new(done))),
            Point::Rules(_) | Point::Nesting(_) => {
                orders(&workload, &frames, timed, self.measurements, &mut goes_on).map(Done::Orders)
            }
        };
        watch.bar.inc(self.amount().saturating_sub(done));
        measured.map_err(|error| Failure::of(format!("{}: {error}", self.point.name())))
    }

    fn run(&self, engine: Engine, watch: &Watch) -> Result<Done, Failure> {
        let program = Arc::clone(&self.program);
        match engine {
            Engine::Twin => self.measure(&mut Twin::new(program).map_err(Failure::of)?, watch),
            Engine::Reference => {
                self.measure(&mut Reference::new(program).map_err(Failure::of)?, watch)
            }
            Engine::Rtl => with_design_told(&program, &mut |step| watch.say(step), |rtl| {
                self.measure(rtl, watch)
            }),
        }
    }
}

/// State that the threads share: the progress bar, and whether to stop.
struct Watch {
    bar: ProgressBar,
    stopped: AtomicBool,
    said: Mutex<BTreeSet<String>>,
}

impl Watch {
    fn goes_on(&self) -> bool {
        !interrupted() && !self.stopped.load(Ordering::Relaxed)
    }

    /// Reports a step the first time that it happens.
    fn say(&self, step: &str) {
        if locked(&self.said).insert(step.to_owned()) {
            self.bar.suspend(|| complain!("{step}"));
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The data is complete even after a panic, because each change of it is one step.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Measures every point.
pub fn measure(wanted: &Wanted, parameters: Vec<(String, String)>) -> Result<Figures, Failure> {
    let log = distinct(&wanted.orders).map(Point::Log);
    let rules = distinct(&wanted.rules).map(Point::Rules);
    let nesting = distinct(&wanted.nesting).map(Point::Nesting);
    let mut jobs: Vec<Job> = log
        .chain(rules)
        .chain(nesting)
        .map(|point| Job::new(point, wanted))
        .collect::<Result<_, _>>()?;
    jobs.sort_by_key(Job::amount);
    let mut done = run_all(jobs, wanted.engine)?;
    done.sort_by_key(|(point, _)| *point);
    Ok(collect(done, wanted, parameters))
}

fn distinct(sizes: &[u32]) -> impl Iterator<Item = u32> {
    sizes.iter().copied().collect::<BTreeSet<u32>>().into_iter()
}

/// Runs the jobs, the last first, until all are done or one fails.
fn run_all(jobs: Vec<Job>, engine: Engine) -> Result<Vec<(Point, Done)>, Failure> {
    let all = jobs.len();
    let available = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = if engine == Engine::Rtl { available.min(THREADS_MAX).min(all) } else { 1 };
    let watch = Watch {
        bar: bar("measuring", jobs.iter().map(Job::amount).sum(), Unit::Count),
        stopped: AtomicBool::new(false),
        said: Mutex::default(),
    };
    let (jobs, done, failed) = (Mutex::new(jobs), Mutex::new(Vec::new()), Mutex::new(None));
    let work = || {
        while watch.goes_on() {
            let Some(job) = locked(&jobs).pop() else { break };
            match job.run(engine, &watch) {
                Ok(measured) if watch.goes_on() => locked(&done).push((job.point, measured)),
                Ok(_) => {}
                Err(failure) => {
                    watch.stopped.store(true, Ordering::Relaxed);
                    locked(&failed).get_or_insert(failure);
                }
            }
        }
    };
    std::thread::scope(|scope| {
        (1..threads).for_each(|_| drop(scope.spawn(work)));
        work();
    });
    watch.bar.finish_and_clear();
    let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    if interrupted() {
        return Err(Failure::Interrupted(format!(
            "{} of {all} points measured; nothing was written",
            done.len()
        )));
    }
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(failure) => Err(failure),
        None => Ok(done),
    }
}

fn collect(
    done: Vec<(Point, Done)>,
    wanted: &Wanted,
    parameters: Vec<(String, String)>,
) -> Figures {
    let mut figures = Figures {
        engine: wanted.engine,
        parameters,
        operations: Vec::new(),
        rules: Vec::new(),
        nesting: Vec::new(),
        services: Vec::new(),
        load: Vec::new(),
    };
    for (point, measured) in done {
        match (point, measured) {
            (Point::Log(orders), Done::Operations(done)) => {
                let all = Operation::ALL.into_iter().zip(done.measured);
                let occurred = all.filter(|(_, measured)| measured.count() > 0);
                figures.operations.extend(occurred.map(|(operation, measured)| OperationPoint {
                    log_orders: orders.into(),
                    operation,
                    measured,
                }));
                // Points are in order of size, so the services of the largest log remain.
                figures.services = done.services;
            }
            (Point::Rules(size), Done::Orders(measured)) => {
                figures.rules.push(SizePoint { size: size.into(), measured });
            }
            (Point::Nesting(size), Done::Orders(measured)) => {
                figures.nesting.push(SizePoint { size: size.into(), measured });
            }
            // The result of a job always has the kind of its point.
            (Point::Log(_), Done::Orders(_))
            | (Point::Rules(_) | Point::Nesting(_), Done::Operations(_)) => {}
        }
    }
    figures.load = load::sweep(&figures.services, &wanted.rates, wanted.config.seed);
    figures
}
