// SPDX-License-Identifier: Apache-2.0

//! The whole bench as threads: trader, exchange, supervisor, cards.

use crate::card::{Card, Step};
use crate::doe::{Doe, TwinDoe};
use crate::faults::{FaultPlan, Faults};
use crate::pcie::{LinkConfig, LinkDown, LinkEnd, link};
use crate::pcie_transport::PcieTransport;
use crate::toe::Segment;
use crate::trader::{Outgoing, Segmentation, Trader, TraderError};
use crossbeam::channel::{Receiver, Sender, bounded, unbounded};
use crossbeam::utils::Backoff;
use engine::executor::Executor;
use engine::program::Program;
use engine::shell::{LogKind, LogRecord, Request};
use engine::twin::{Prepared, Twin};
use host::driver::{Driver, DriverConfig, DriverError};
use host::supervisor::{
    Control, Crew, Digests, Lines, Log, Notice, Patience, Summary, Supervisor, SupervisorError,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How a bench is set up.
#[derive(Clone, Debug)]
pub struct BenchConfig {
    /// What each card is to suffer; as many cards as there are plans, one or two.
    pub cards: Vec<Option<FaultPlan>>,
    /// How the links behave.
    pub link: LinkConfig,
    /// What drivers and cards share.
    pub driver: DriverConfig,
    /// Sessions.
    pub sessions: usize,
    /// Messages that may be unacknowledged.
    pub window: usize,
    /// How messages are cut.
    pub segmentation: Segmentation,
    /// A card that has said nothing for so long is asked whether it is still there, and given up if
    /// it does not answer for as long.
    pub watchdog: Duration,
    /// How long a card may take to come up, to load a program or a batch of rows.
    pub setup_patience: Duration,
    /// What everything random is made from.
    pub seed: u64,
    /// Accepted messages after which the exchange takes no more for a while; 0 for one that never
    /// does so.
    pub exchange_rests_after: u64,
}

impl Default for BenchConfig {
    fn default() -> BenchConfig {
        BenchConfig {
            cards: vec![None, None],
            link: LinkConfig::default(),
            driver: DriverConfig::default(),
            sessions: 21,
            window: 512,
            segmentation: Segmentation::WHOLE,
            watchdog: Duration::from_secs(2),
            setup_patience: Duration::from_secs(60),
            seed: 1,
            exchange_rests_after: 0,
        }
    }
}

/// How a run ended.
pub struct Outcome {
    /// What the supervisor counted.
    pub summary: Summary,
    /// Frames that the trader handed over, each once.
    pub sent: u64,
    /// Messages that the exchange took.
    pub exchanged: u64,
    /// The digests of every table at the end: of the active card, the standby and the twin, of
    /// those that were left.
    pub digests: Digests,
    /// The twin that followed, unless it has taken over or was outvoted.
    pub twin: Option<Twin>,
}

/// Why a run did not end as it should.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BenchError {
    /// The cards could not be set up.
    #[error("card {card} could not be set up: {error}")]
    Setup {
        /// Which.
        card: usize,
        /// Why.
        error: DriverError,
    },
    /// The log does not fit what runs.
    #[error(
        "record {record} of the log is not what these rules answer on these tables: it belongs to other rules or other data"
    )]
    History {
        /// Which.
        record: u64,
    },
    /// The log changes to a program that is not at hand.
    #[error(
        "record {record} of the log changes to the program with checksum {checksum:#010x}, which this run was not given: give it the \
         rule sets of the run that wrote the log"
    )]
    Program {
        /// Which record.
        record: u64,
        /// The checksum of the program's image.
        checksum: u32,
    },
    /// There is no service any more.
    #[error(transparent)]
    Supervisor(#[from] SupervisorError),
    /// What was heard cannot be.
    #[error(transparent)]
    Trader(#[from] TraderError),
    /// It was told to stop.
    #[error("interrupted")]
    Interrupted,
}

/// Runs a card with an engine until its link goes down.
pub fn run_card(doe: &mut dyn Doe, end: CardEnd) {
    let mut card = Card::new(doe, end.link, end.network, end.sessions, Faults::new(end.fault));
    let backoff = Backoff::new();
    loop {
        match card.step() {
            Ok(Step::Worked) => backoff.reset(),
            Ok(Step::Idle) if backoff.is_completed() => thread::yield_now(),
            Ok(Step::Idle) => backoff.snooze(),
            Err(LinkDown) => return,
        }
        // A card that hangs holds its link until the bench is over.
        if end.over.load(Ordering::Relaxed) {
            return;
        }
    }
}

/// What a card is connected to.
pub struct CardEnd {
    link: LinkEnd,
    network: Receiver<Segment>,
    sessions: usize,
    fault: Option<FaultPlan>,
    over: Arc<AtomicBool>,
}

/// The ends of a card that is connected to nobody else yet.
pub struct CardEnds {
    /// The host's end of its link.
    pub host: LinkEnd,
    /// Its own.
    pub card: CardEnd,
    /// Where its segments go in.
    pub network: Sender<Segment>,
    /// The card runs until this is dropped or the link goes down.
    pub over: Over,
}

/// A card by itself, for whoever drives one without a bench.
pub fn card_ends(link_config: &LinkConfig, sessions: usize, fault: Option<FaultPlan>) -> CardEnds {
    let (host, device) = link(link_config);
    let over = Arc::new(AtomicBool::new(false));
    let (network, segments) = bounded(LINE);
    let card =
        CardEnd { link: device, network: segments, sessions, fault, over: Arc::clone(&over) };
    CardEnds { host, card, network, over: Over(over) }
}

/// What a bench is to do.
pub struct Job<'a> {
    /// A twin with the program that runs first and the rows that the tables begin with.
    pub twin: Twin,
    /// The frames of those rows, one behind the other.
    pub rows: &'a [u8],
    /// What the log holds already: it is done again by every card and the twin before anything
    /// else. Asked anew for each.
    pub history: &'a dyn Fn() -> RecordSource<'a>,
    /// The program whose image has a checksum, of those that the log may change to.
    pub programs: &'a dyn Fn(u32) -> Option<Arc<Program>>,
    /// The messages.
    pub messages: &'a mut (dyn Iterator<Item = Outgoing> + Send),
    /// The numbers of the first frames, one a session.
    pub next: Vec<u32>,
    /// Where what was answered is kept.
    pub log: &'a mut (dyn Log + Send),
    /// Runs `run_card` with the engine of card number so and so, in the card's own thread.
    pub engine: &'a (dyn Fn(usize, CardEnd) + Sync),
    /// Hears of every notice, with the message that it is about, in the trader's thread; false ends
    /// the sending.
    pub heard: &'a mut Heard<'a>,
    /// Whether to stop.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// Hears of a notice, see [`Job::heard`].
pub type Heard<'a> = dyn FnMut(&Notice, Option<&Outgoing>, &Sender<Control>) -> bool + Send + 'a;

/// Records of a log, see [`Job::history`]; none behind the last one.
pub type RecordSource<'a> = Box<dyn FnMut() -> Option<LogRecord> + 'a>;

/// Notices and segments that wait at most.
const LINE: usize = 512;

/// Sets everything up, runs it to its end and says how it went.
///
/// # Errors
/// [`BenchError`].
pub fn run(config: &BenchConfig, job: Job<'_>) -> Result<Outcome, BenchError> {
    let over = Arc::new(AtomicBool::new(false));
    let soft = config.cards.len();
    let (networks, mut receivers): (Vec<_>, Vec<_>) =
        (0..=soft).map(|_| bounded::<Segment>(LINE)).unzip();
    let soft_network = receivers.pop();
    let (notices, trader_notices) = bounded(LINE);
    let (exchange, exchange_notices) = bounded(LINE);
    let (control, control_requests) = unbounded();
    let end = |link, network, fault| CardEnd {
        link,
        network,
        sessions: config.sessions,
        fault,
        over: Arc::clone(&over),
    };
    let image = engine::image::encode(job.twin.program());
    let Job { rows, history, programs, interrupted, .. } = job;
    let set_up_by = SetUp { rows, history, programs, interrupted };
    thread::scope(|scope| {
        let _over = Over(Arc::clone(&over));
        let mut drivers = Vec::new();
        for (card, (fault, network)) in config.cards.iter().zip(receivers).enumerate() {
            let (host, device) =
                link(&LinkConfig { seed: config.link.seed ^ (2 * card as u64), ..config.link });
            let end = end(device, network, *fault);
            let engine = job.engine;
            scope.spawn(move || engine(card, end));
            let transport =
                PcieTransport::new(host, config.driver.memory_bytes(), config.setup_patience);
            drivers.push((transport, card));
        }
        let mut twin = job.twin;
        // The twin first: what is wrong with the log itself is no card's fault.
        let done_before = replay_twin(&mut twin, (job.history)(), job.programs)?;
        let (mut cards, mut lost) = (Vec::new(), Vec::new());
        for (transport, card) in drivers {
            match set_up(transport, config, &image, &set_up_by) {
                Ok(driver) => cards.push((driver, card)),
                // A card that is not reached is one that failed early; one that refuses what it is
                // told would do so again.
                Err(
                    error @ (DriverError::Transport(_)
                    | DriverError::Record { .. }
                    | DriverError::RingOff { .. }),
                ) => lost.push((card, error.to_string())),
                Err(error) => return Err(BenchError::Setup { card, error }),
            }
        }
        let soft_over = Arc::clone(&over);
        let mut soft_network = soft_network;
        let soft_card = Box::new(move |twin: Twin| {
            let (host, device) = link(&LinkConfig::default());
            let network = soft_network.take().unwrap_or_else(crossbeam::channel::never);
            let end = CardEnd {
                link: device,
                network,
                sessions: config.sessions,
                fault: None,
                over: Arc::clone(&soft_over),
            };
            scope.spawn(move || run_card(&mut TwinDoe::with(twin), end));
            let transport = PcieTransport::new(host, config.driver.memory_bytes(), config.watchdog);
            Driver::open(transport, config.driver).map(|driver| (driver, soft))
        });
        let exchange_thread =
            scope.spawn(move || run_exchange(&exchange_notices, config.exchange_rests_after));
        let lines = Lines { notices, exchange, control: control_requests };
        let (next, interrupted) = (job.next.clone(), job.interrupted);
        let log = job.log;
        let patience = Patience { watchdog: config.watchdog, setup: config.setup_patience };
        let supervisor_thread = scope.spawn(move || {
            let crew = Crew { cards, lost, twin, soft_card, soft_card_network: soft };
            let mut supervisor = Supervisor::new(crew, log, lines, next, done_before, patience)?;
            supervisor.serve(&|| interrupted())?;
            let digests = supervisor.audit(&|| interrupted())?;
            supervisor.count_faults();
            Ok::<_, SupervisorError>((
                supervisor.summary().clone(),
                digests,
                supervisor.into_twin(),
            ))
        });
        let heard = job.heard;
        let asks = control.clone();
        let mut trader = Trader::new(
            job.messages,
            networks,
            trader_notices,
            control,
            &job.next,
            config.window,
            config.segmentation,
            config.seed,
        );
        let traded =
            trader.run(&mut |notice, outgoing| heard(notice, outgoing, &asks) && !interrupted());
        let sent = trader.sent;
        drop((trader, asks));
        let (summary, digests, twin) = join(supervisor_thread)?;
        traded?;
        let exchanged = join(exchange_thread);
        if interrupted() {
            return Err(BenchError::Interrupted);
        }
        Ok(Outcome { summary, sent, exchanged, digests, twin })
    })
}

/// Ends the cards of a bench when it is dropped.
pub struct Over(Arc<AtomicBool>);

impl Drop for Over {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What a thread ended with; its panic goes on here.
fn join<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Has the twin do again what the log says, and counts it.
fn replay_twin(
    twin: &mut Twin,
    mut history: RecordSource<'_>,
    programs: &dyn Fn(u32) -> Option<Arc<Program>>,
) -> Result<u64, BenchError> {
    let mut records = 0;
    while let Some(record) = history() {
        records += 1;
        let (kind, verdict) = record.read().ok_or(BenchError::History { record: records })?;
        if kind == LogKind::Swap {
            let checksum = record.program().ok_or(BenchError::History { record: records })?;
            let program =
                programs(checksum).ok_or(BenchError::Program { record: records, checksum })?;
            let next = Prepared::new(twin.family(), program);
            let changed = next.and_then(|mut next| twin.take_over(&mut next));
            changed.map_err(|_| BenchError::History { record: records })?;
        }
        let again = if kind == LogKind::Message { twin.execute(record.frame()) } else { verdict };
        if again != verdict || record.number != records {
            return Err(BenchError::History { record: records });
        }
    }
    Ok(records)
}

/// Has a card do again what the log says; the twin has done so before.
fn replay(driver: &mut Driver<PcieTransport>, job: &SetUp<'_>) -> Result<(), DriverError> {
    let mut history = (job.history)();
    while let Some(record) = history() {
        if (job.interrupted)() {
            break;
        }
        let (request, frame) = match LogKind::from_code(record.kind) {
            Some(LogKind::Refused) => (Request::Refused, record.frame()),
            Some(LogKind::Swap) => (Request::Swap, &[][..]),
            _ => (Request::Message, record.frame()),
        };
        if let Some(program) = record.program().and_then(job.programs) {
            driver.load_program(&engine::image::encode(&program))?;
        }
        driver.post(request, record.session, frame)?;
        let (again, kind, verdict) = driver.wait_for_record()?;
        if record.read() != Some((kind, verdict)) {
            return Err(DriverError::Record { number: again.number });
        }
        driver.give_room()?;
    }
    Ok(())
}

/// What of a job a card is set up by.
struct SetUp<'a> {
    rows: &'a [u8],
    history: &'a dyn Fn() -> RecordSource<'a>,
    programs: &'a dyn Fn(u32) -> Option<Arc<Program>>,
    interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// Opens a card, loads program and rows, and brings it to where the log ends.
fn set_up(
    transport: PcieTransport,
    config: &BenchConfig,
    image: &[u8],
    job: &SetUp<'_>,
) -> Result<Driver<PcieTransport>, DriverError> {
    let mut driver = Driver::open(transport, config.driver)?;
    driver.set_patience(config.setup_patience);
    driver.load_program(image)?;
    driver.swap()?;
    driver.load_rows(job.rows, &mut |_| !(job.interrupted)())?;
    // The change to the first program has left a record, which is not part of what follows.
    driver.wait_for_record()?;
    driver.give_room()?;
    replay(&mut driver, job)?;
    driver.set_patience(config.watchdog);
    Ok(driver)
}

/// Takes accepted messages, and now and then none for a while.
fn run_exchange(notices: &Receiver<Notice>, rests_after: u64) -> u64 {
    let mut taken = 0;
    while let Ok(Notice::Acknowledged { .. }) = notices.recv() {
        taken += 1;
        if rests_after > 0 && taken % rests_after == 0 {
            thread::sleep(Duration::from_millis(20));
        }
    }
    taken
}
