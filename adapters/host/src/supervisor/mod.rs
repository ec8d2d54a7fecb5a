// SPDX-License-Identifier: Apache-2.0

//! One card answers, a second one and the software twin follow in lock step, and a log holds what
//! was answered.
//!
//! The active card's log is the one order of all things. Each of its records is given to the twin,
//! which answers the message too; to the standby, which does so a little later; and to the [`Log`].
//! When the log has it, the verdict is *acknowledged*: trader and exchange hear of it, and not
//! before. So what was acknowledged is in the log and in two other states, whatever dies next.
//!
//! A card is given up when its link is down, when it does not answer a register read, when its
//! engine stands still, when a record of its log is damaged, missing or about a frame that was not
//! to come, or when it is outvoted: its verdict or, in an audit, one of its tables is another than
//! the twin's, and the standby's is the twin's. Then the standby takes over behind the last record
//! that was read, and when there is none, the twin does, as the engine of a card in software.
//! Whoever sends hears which frame of each session is to come next, and sends again from there.
//!
//! [`audit`]: comparing tables; `standby`: giving to the standby and comparing what it says;
//! `swap`: changing programs; `takeover`: who answers; [`messages`]: what is said and counted.

pub mod audit;
pub mod messages;
mod standby;
mod swap;
mod takeover;

use crate::driver::{Driver, DriverError};
use crate::transport::Transport;
use crossbeam::channel::{Receiver, Sender, TryRecvError};
use engine::executor::Executor;
use engine::shell::{DescriptorState, LogKind, LogRecord};
use engine::twin::{Prepared, Twin};
use engine::verdict::Verdict;
pub use messages::{Control, Notice, Retired, Role, Summary, SupervisorError};
use std::collections::VecDeque;
use std::time::{Duration, Instant};
use swap::Wanted;

/// Where what was answered is kept. A record that was appended counts when `flush` has come back
/// without an error.
pub trait Log {
    /// Takes a record.
    ///
    /// # Errors
    /// In the words that people are to read.
    fn append(&mut self, record: &LogRecord) -> Result<(), String>;

    /// Makes sure of all records.
    ///
    /// # Errors
    /// Likewise.
    fn flush(&mut self) -> Result<(), String>;
}

/// A log that keeps nothing.
#[derive(Clone, Copy, Debug)]
pub struct NoLog;

impl Log for NoLog {
    fn append(&mut self, _record: &LogRecord) -> Result<(), String> {
        Ok(())
    }

    fn flush(&mut self) -> Result<(), String> {
        Ok(())
    }
}

/// A card and where its frames come in.
struct Member<T> {
    driver: Driver<T>,
    network: usize,
    is_soft: bool,
}

/// Makes a card in software from the twin, with everything it holds.
pub type SoftCard<'a, T> =
    Box<dyn FnMut(Twin) -> Result<(Driver<T>, usize), DriverError> + Send + 'a>;

/// Who is there to answer.
pub struct Crew<'a, T> {
    /// Cards that all hold the same rows and run the same program as the twin, with their networks.
    /// The first is to be active.
    pub cards: Vec<(Driver<T>, usize)>,
    /// Cards that did not come up, and why.
    pub lost: Vec<(usize, String)>,
    /// The twin.
    pub twin: Twin,
    /// What makes the last card of the twin.
    pub soft_card: SoftCard<'a, T>,
    /// The network of that one.
    pub soft_card_network: usize,
}

/// Who sends to the supervisor and who hears of it.
pub struct Lines {
    /// To the trader.
    pub notices: Sender<Notice>,
    /// To the exchange.
    pub exchange: Sender<Notice>,
    /// From whoever asks.
    pub control: Receiver<Control>,
}

/// How long cards are waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// A card that has said nothing for so long is asked whether it is still there, and given up if
    /// it does not answer for as long.
    pub watchdog: Duration,
    /// How long a card may take to load a program or to make a digest.
    pub setup: Duration,
}

/// The supervisor.
pub struct Supervisor<'a, T> {
    active: Option<Member<T>>,
    standby: Option<Member<T>>,
    /// What the standby has been given and not answered.
    following: VecDeque<(LogKind, Verdict)>,
    twin: Option<Twin>,
    /// Tables of the program.
    tables: usize,
    soft_card: Option<SoftCard<'a, T>>,
    soft_card_network: usize,
    log: &'a mut dyn Log,
    lines: Lines,
    /// What was asked for and has not been done.
    pending: VecDeque<Control>,
    /// What is acknowledged at the next flush.
    batch: Vec<(Notice, bool)>,
    next: Vec<u32>,
    connections: Vec<u16>,
    connection: u16,
    /// Whether the active card's TOE rests.
    rests: bool,
    /// Whether something was on its way when the cards were last looked at, so that it is better to
    /// look again than to wait.
    is_expecting: bool,
    /// What the twin runs from the next change of program on.
    prepared: Option<Prepared>,
    /// The program that a card was asked to run and has not said that it does.
    wanted: Option<Wanted>,
    patience: Patience,
    /// When the last record came, when the card was last asked, and how often it has then stood
    /// still.
    last_seen: Instant,
    last_probe: Instant,
    stalls: u32,
    /// When the standby went on last, and how often it has stood still since.
    standby_seen: Instant,
    standby_stalls: u32,
    /// When the last record before a change of card was read.
    without_service_since: Option<Instant>,
    /// Whether the trader, and whether the exchange, takes no notices just now.
    waits: (bool, bool),
    /// Records of the log before this run.
    records_before: u64,
    summary: Summary,
}

/// Records that are read before they are flushed and acknowledged together.
const BATCH: usize = 64;
/// A card that stands still each time it is asked, so often in a row, is given up.
const STALLS_MAX: u32 = 3;

impl<'a, T: Transport> Supervisor<'a, T> {
    /// Has the first card answer from the frames `next` on, one a session. The log holds
    /// `records_before` already.
    ///
    /// # Errors
    /// [`SupervisorError::NoCard`] if nothing begins.
    pub fn new(
        crew: Crew<'a, T>,
        log: &'a mut dyn Log,
        lines: Lines,
        next: Vec<u32>,
        records_before: u64,
        patience: Patience,
    ) -> Result<Supervisor<'a, T>, SupervisorError> {
        let mut cards = crew.cards.into_iter().map(|(driver, network)| Member {
            driver,
            network,
            is_soft: false,
        });
        let now = Instant::now();
        let mut supervisor = Supervisor {
            active: cards.next(),
            standby: cards.next(),
            following: VecDeque::new(),
            tables: crew.twin.program().tables.len(),
            twin: Some(crew.twin),
            soft_card: Some(crew.soft_card),
            soft_card_network: crew.soft_card_network,
            log,
            lines,
            pending: VecDeque::new(),
            batch: Vec::with_capacity(BATCH),
            connections: vec![0; next.len()],
            next,
            connection: 0,
            rests: false,
            is_expecting: false,
            prepared: None,
            wanted: None,
            patience,
            last_seen: now,
            last_probe: now,
            stalls: 0,
            standby_seen: now,
            standby_stalls: 0,
            without_service_since: None,
            waits: (false, false),
            records_before,
            summary: Summary::default(),
        };
        for (card, why) in crew.lost {
            supervisor.retire(Role::SettingUp, card, &why);
        }
        if supervisor.active.is_none() {
            supervisor.take_over("no card was there at the start")?;
        } else {
            match supervisor.open_active() {
                Ok(()) => supervisor.say_who_answers(),
                Err(error) => supervisor.take_over(&error.to_string())?,
            }
        }
        Ok(supervisor)
    }

    /// The twin that follows, while it does.
    pub fn into_twin(self) -> Option<Twin> {
        self.twin
    }

    /// What was counted so far.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Serves until it is told to stop. `interrupted` is asked now and then whether to stop early.
    ///
    /// # Errors
    /// [`SupervisorError`]; what the log has until then is acknowledged.
    pub fn serve(&mut self, interrupted: &dyn Fn() -> bool) -> Result<(), SupervisorError> {
        let backoff = crossbeam::utils::Backoff::new();
        loop {
            let worked = self.step()?;
            match self.lines.control.try_recv() {
                Ok(asked) => self.pending.push_back(asked),
                Err(TryRecvError::Disconnected) if !worked && self.pending.is_empty() => {
                    return Ok(());
                }
                Err(_) => {}
            }
            if self.carry_out()? || interrupted() {
                return Ok(());
            }
            if worked || self.is_expecting { backoff.reset() } else { backoff.snooze() }
        }
    }

    /// Goes on with what was asked for first; true if that was to stop. A change of program is
    /// waited for before anything else.
    fn carry_out(&mut self) -> Result<bool, SupervisorError> {
        let Some(asked) = self.pending.front().filter(|_| self.wanted.is_none()).cloned() else {
            return Ok(false);
        };
        match asked {
            Control::Stop => return Ok(true),
            Control::Swap(program) => {
                self.pending.pop_front();
                self.swap(program)?;
            }
            Control::Open(session) => {
                if self.rest()? {
                    self.pending.pop_front();
                    self.open(session)?;
                }
            }
            Control::Audit => {
                if self.rest()? && self.compare()?.is_some() {
                    self.pending.pop_front();
                }
            }
        }
        Ok(false)
    }

    /// Takes what the active card has written, and lets the standby go on.
    fn step(&mut self) -> Result<bool, SupervisorError> {
        let mut worked = false;
        self.is_expecting = false;
        while self.batch.len() < BATCH && self.has_room() {
            match self.next_record() {
                Ok(Some((record, kind, verdict))) => {
                    (self.last_seen, self.stalls) = (Instant::now(), 0);
                    self.take(&record, kind, verdict)?;
                    worked = true;
                }
                Ok(None) => break,
                Err(error) => {
                    self.acknowledge()?;
                    self.take_over(&error.to_string())?;
                    return Ok(true);
                }
            }
        }
        self.acknowledge()?;
        worked |= self.follow();
        self.look_after_active()?;
        Ok(worked)
    }

    /// Whether everyone who has to hear of a record can.
    fn has_room(&mut self) -> bool {
        let is_full =
            |line: &Sender<Notice>| line.capacity().is_some_and(|most| line.len() + BATCH >= most);
        let waits = (is_full(&self.lines.notices), is_full(&self.lines.exchange));
        self.summary.trader_waits += u64::from(waits.0 && !self.waits.0);
        self.summary.exchange_waits += u64::from(waits.1 && !self.waits.1);
        self.waits = waits;
        waits == (false, false) && self.standby.as_ref().is_none_or(|card| card.driver.has_room())
    }

    fn next_record(&mut self) -> Result<Option<(LogRecord, LogKind, Verdict)>, DriverError> {
        let Some(card) = &mut self.active else { return Ok(None) };
        self.is_expecting = card.driver.poll()?;
        let mut is_refused = false;
        while let Some(completed) = card.driver.completed()? {
            is_refused |= completed.state != DescriptorState::Done;
        }
        let record = card.driver.next_record()?;
        // Room is given in large steps, and when there is nothing else to do.
        if card.driver.records_untold() >= BATCH as u64 || record.is_none() {
            card.driver.give_room()?;
        }
        if is_refused {
            self.refuse_swap("the card has no program that could run".into());
        }
        Ok(record)
    }

    /// Why a record cannot be what the card was to do next, if that is so.
    fn doubt(&self, record: &LogRecord, kind: LogKind) -> Option<String> {
        if kind == LogKind::Swap {
            return self
                .wanted
                .is_none()
                .then(|| "it changed its program without being asked".into());
        }
        let LogRecord { session, .. } = *record;
        let Some(next) = self.next.get(usize::from(session)) else {
            return Some(format!("it wrote a record about session {session}, which there is not"));
        };
        let carried = record
            .frame()
            .get(4..8)
            .and_then(<[u8]>::first_chunk)
            .map(|bytes| u32::from_le_bytes(*bytes));
        (kind == LogKind::Message && carried != Some(*next)).then(|| {
            format!(
                "it answered frame {} of session {session}, not frame {next}",
                carried.unwrap_or(0)
            )
        })
    }

    /// A record of the active card: the others do the same, and the log has it.
    fn take(
        &mut self,
        record: &LogRecord,
        kind: LogKind,
        by_card: Verdict,
    ) -> Result<(), SupervisorError> {
        if let Some(why) = self.doubt(record, kind) {
            self.acknowledge()?;
            return self.take_over(&why);
        }
        self.give_to_standby(record, kind);
        if kind == LogKind::Swap {
            self.twin_swaps();
        }
        let by_twin = match (kind, &mut self.twin) {
            (LogKind::Message, Some(twin)) => twin.execute(record.frame()),
            _ => by_card,
        };
        if by_card == by_twin {
            self.following.extend(self.standby.as_ref().map(|_| (kind, by_card)));
            return self.put_down(record, kind, by_card);
        }
        // The standby decides; without one the twin is right, which is the definition's own.
        let by_standby = self.standby_says();
        if by_standby == Some(by_card) {
            self.retire_twin("its verdict was another than that of both cards");
            return self.put_down(record, kind, by_card);
        }
        if by_standby.is_some_and(|verdict| verdict != by_twin) {
            self.retire_standby("its verdict was nobody else's");
        }
        self.put_down(record, kind, by_twin)?;
        self.acknowledge()?;
        self.take_over("its verdict was another than the twin's")
    }

    fn put_down(
        &mut self,
        record: &LogRecord,
        kind: LogKind,
        verdict: Verdict,
    ) -> Result<(), SupervisorError> {
        self.summary.records += 1;
        let number = self.records_before + self.summary.records;
        let record = match (kind, self.wanted.take_if(|_| kind == LogKind::Swap)) {
            (_, Some(wanted)) => LogRecord::of_change(number, wanted.checksum),
            (_, None) => {
                let LogRecord { verdict_cycles, commit_cycles, .. } = *record;
                let right = LogRecord::new(number, kind, record.session, record.frame(), &verdict);
                LogRecord { verdict_cycles, commit_cycles, ..right }
            }
        };
        let record = record.sealed();
        self.log.append(&record).map_err(SupervisorError::Log)?;
        let notice = match kind {
            LogKind::Swap => {
                self.summary.swaps += 1;
                Notice::Swapped { record: Box::new(record) }
            }
            LogKind::Message | LogKind::Refused => {
                let count = match (kind, verdict.is_accept()) {
                    (LogKind::Refused, _) => &mut self.summary.refused,
                    (_, true) => &mut self.summary.accepted,
                    (_, false) => &mut self.summary.rejected,
                };
                *count += 1;
                let next = self.next.get_mut(usize::from(record.session));
                let number = next.map_or(0, |next| {
                    *next = next.wrapping_add(1);
                    next.wrapping_sub(1)
                });
                Notice::Acknowledged { number, record: Box::new(record), verdict }
            }
        };
        self.batch.push((notice, kind == LogKind::Message && verdict.is_accept()));
        Ok(())
    }

    /// Has the log make sure of the batch, and says so to everyone.
    fn acknowledge(&mut self) -> Result<(), SupervisorError> {
        if self.batch.is_empty() {
            return Ok(());
        }
        self.log.flush().map_err(SupervisorError::Log)?;
        if let Some(since) = self.without_service_since.take()
            && let Some(retired) =
                self.summary.retired.iter_mut().rev().find(|retired| retired.role == Role::Active)
        {
            retired.without_service = Some(since.elapsed());
        }
        for (notice, is_for_exchange) in self.batch.drain(..) {
            // Whoever does not listen any more needs no word; the lines have room for the batch.
            if is_for_exchange {
                _ = self.lines.exchange.try_send(notice.clone());
            }
            _ = self.lines.notices.send(notice);
        }
        Ok(())
    }
}
