// SPDX-License-Identifier: Apache-2.0

//! A run: all threads are started, all messages are sent, the results are collected.

use super::card_thread::{CardEnd, LINE, Over, run_card};
use super::config::BenchConfig;
use super::error::BenchError;
use super::job::{Job, Outcome};
use super::setup::{Repeated, SetUp, repeated};
use crate::doe::TwinDoe;
use crate::pcie::{LinkConfig, link};
use crate::pcie_transport::PcieTransport;
use crate::toe::Segment;
use crate::trader::{Trader, TraderLines};
use crossbeam::channel::{Receiver, bounded, unbounded};
use engine::change::Changeable;
use engine::executor::Executor;
use engine::twin::Twin;
use host::driver::Driver;
use host::supervisor::{
    Crew, Digests, Lines, Log, Notice, Patience, SoftCard, Summary, Supervisor, SupervisorError,
};
use std::sync::Arc;
use std::thread::{self, Scope, ScopedJoinHandle};
use std::time::Duration;

/// How long an exchange pauses.
const EXCHANGE_PAUSE: Duration = Duration::from_millis(20);

/// Sets everything up, sends all messages and returns how it ended.
///
/// # Errors
/// [`BenchError`].
pub fn run(config: &BenchConfig, job: Job<'_>) -> Result<Outcome, BenchError> {
    let image = engine::image::encode(job.twin.program());
    let Job { twin, rows, history, programs, changes, messages, next, log, engine, .. } = job;
    let (heard, interrupted) = (job.heard, job.interrupted);
    // One network for each card, and the last one for the card in software.
    let (networks, mut receivers): (Vec<_>, Vec<_>) =
        (0..=config.cards.len()).map(|_| bounded::<Segment>(LINE)).unzip();
    let soft_network = receivers.pop().unwrap_or_else(crossbeam::channel::never);
    let (notices, trader_notices) = bounded(LINE);
    let (exchange, exchange_notices) = bounded(LINE);
    let (control, control_requests) = unbounded();
    thread::scope(|scope| {
        let over = Over::default();
        let transports = start_cards(scope, config, receivers, engine, &over);
        // The twin first: an error of the log itself must not be blamed on a card.
        let Repeated { twin, records, jobs } = repeated(twin, history(), programs, changes)?;
        let set_up = SetUp { config, image: &image, rows, history, programs, changes, interrupted };
        let (cards, lost) = set_up.cards(transports)?;
        let soft_card_network = config.cards.len();
        let soft_card = soft_card(scope, config, soft_network, &over);
        let exchange_thread =
            scope.spawn(move || run_exchange(&exchange_notices, config.exchange_rests_after));
        let lines = Lines { notices, exchange, control: control_requests };
        let patience = Patience { watchdog: config.watchdog, setup: config.setup_patience };
        let first_numbers = next.clone();
        let (jobs_running, orders_wait) = (jobs.running(), !config.orders_during_jobs);
        let supervisor_thread = scope.spawn(move || {
            let crew = Crew { cards, lost, twin, soft_card, soft_card_network, jobs };
            let supervisor =
                Supervisor::new(crew, log as &mut dyn Log, lines, next, records, patience)?;
            supervise(supervisor, interrupted)
        });
        let requests = control.clone();
        let trader_lines = TraderLines { networks, notices: trader_notices, control };
        let (window, segmentation) = (config.window, config.segmentation);
        let mut trader =
            Trader::new(messages, trader_lines, &first_numbers, window, segmentation, config.seed);
        trader.expect_jobs(jobs_running, orders_wait);
        let traded = trader
            .run(&mut |notice, outgoing| heard(notice, outgoing, &requests) && !interrupted());
        let sent = trader.sent;
        // The supervisor ends when all senders of requests are dropped.
        drop((trader, requests));
        let (summary, digests, twin) = join(supervisor_thread)?;
        traded?;
        let exchanged = join(exchange_thread);
        if interrupted() {
            return Err(BenchError::Interrupted);
        }
        Ok(Outcome { summary, sent, exchanged, digests, twin })
    })
}

/// Starts the thread of each card; returns the transports that reach them.
fn start_cards<'scope, 'env>(
    scope: &'scope Scope<'scope, 'env>,
    config: &BenchConfig,
    networks: Vec<Receiver<Segment>>,
    engine: &'scope (dyn Fn(usize, CardEnd) + Sync),
    over: &Over,
) -> Vec<PcieTransport> {
    let cards = config.cards.iter().zip(networks).enumerate();
    cards
        .map(|(card, (fault, network))| {
            let seed = config.link.seed ^ (2 * card as u64);
            let (host, device) = link(&LinkConfig { seed, ..config.link });
            let end = CardEnd {
                link: device,
                network,
                sessions: config.sessions,
                fault: *fault,
                over: Arc::clone(&over.0),
            };
            scope.spawn(move || engine(card, end));
            PcieTransport::new(host, config.driver.memory_bytes(), config.setup_patience)
        })
        .collect()
}

/// The maker of the card in software: a card like the others, whose engine is the twin.
fn soft_card<'scope, 'env>(
    scope: &'scope Scope<'scope, 'env>,
    config: &BenchConfig,
    network: Receiver<Segment>,
    over: &Over,
) -> SoftCard<'scope, PcieTransport> {
    let (over, mut network) = (Arc::clone(&over.0), Some(network));
    let BenchConfig { cards, driver, sessions, watchdog, .. } = config;
    let (index, driver, sessions, watchdog) = (cards.len(), *driver, *sessions, *watchdog);
    Box::new(move |twin: Changeable<Twin>| {
        let (host, device) = link(&LinkConfig::default());
        let network = network.take().unwrap_or_else(crossbeam::channel::never);
        let over = Arc::clone(&over);
        let end = CardEnd { link: device, network, sessions, fault: None, over };
        scope.spawn(move || run_card(&mut TwinDoe::with(twin), end));
        let transport = PcieTransport::new(host, driver.memory_bytes(), watchdog);
        Driver::open(transport, driver).map(|driver| (driver, index))
    })
}

/// Serves until the end, compares all tables, and reads the fault counters.
fn supervise(
    mut supervisor: Supervisor<'_, PcieTransport>,
    interrupted: &(dyn Fn() -> bool + Sync),
) -> Result<(Summary, Digests, Option<Twin>), SupervisorError> {
    supervisor.serve(&|| interrupted())?;
    let digests = supervisor.audit(&|| interrupted())?;
    supervisor.count_faults();
    Ok((supervisor.summary().clone(), digests, supervisor.into_twin()))
}

/// Receives accepted messages, with a pause after every `rests_after` of them; returns how many.
fn run_exchange(notices: &Receiver<Notice>, rests_after: u64) -> u64 {
    let mut taken = 0;
    while let Ok(Notice::Acknowledged { .. }) = notices.recv() {
        taken += 1;
        if rests_after > 0 && taken % rests_after == 0 {
            thread::sleep(EXCHANGE_PAUSE);
        }
    }
    taken
}

/// The result of a thread. A panic of the thread continues here.
fn join<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
