//! One card answers, a second one and the software twin follow in lock step, and a log holds what was answered.
//!
//! The active card's log is the one order of all things. Each of its records is given to the twin, which answers the message too;
//! to the standby, which does so a little later; and to the [`Log`]. When the log has it, the verdict is *acknowledged*: trader and
//! exchange hear of it, and not before. So what was acknowledged is in the log and in two other states, whatever dies next.
//!
//! A card is given up when its link is down, when it does not answer a register read, when a record of its log is damaged or missing,
//! or when it is outvoted: its verdict or, in an audit, one of its tables is another than the twin's, and the standby's is the twin's. Then the standby takes
//! over behind the last record that was read, and when there is none, the twin does, as the engine of a card in software.
//! Whoever sends hears which frame of each session is to come next, and sends again from there.

use crate::driver::{Driver, DriverError};
use crate::transport::Transport;
use crossbeam::channel::{Receiver, Sender};
use engine::executor::{Executor, digest};
use engine::program::Program;
use engine::schema::TableId;
use engine::shell::{DescriptorState, LogKind, LogRecord, Request, TOE};
use engine::twin::{Prepared, Twin};
use engine::verdict::Verdict;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Where what was answered is kept. A record that was appended counts when `flush` has come back without an error.
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

/// What trader and exchange hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A frame was answered, or refused before the engine, and the log has it.
    Acknowledged {
        /// The frame's number in its session.
        number: u32,
        /// The record; its number is the log's.
        record: Box<LogRecord>,
        /// What it says.
        verdict: Verdict,
    },
    /// Another program runs.
    Swapped,
    /// A program cannot run in the place of the one that does.
    SwapRefused(String),
    /// Which card answers from now on: the first one at the beginning, another one later.
    Answering {
        /// Which: its place among the networks.
        card: usize,
        /// The connection that every session has now.
        connection: u16,
        /// The frame of each session that is to come next.
        next: Vec<u32>,
    },
    /// A session was opened anew.
    Opened {
        /// The session.
        session: u16,
        /// Its connection.
        connection: u16,
    },
}

/// What a supervisor is asked to do.
#[derive(Clone, Debug)]
pub enum Control {
    /// Opens a session anew whose stream has broken.
    Open(u16),
    /// Loads a program beside the running one and has it take over.
    Swap(Arc<Program>),
    /// Compares all tables and gives up who is outvoted.
    Audit,
    /// All was sent and acknowledged: the end.
    Stop,
}

/// Why there is no service any more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SupervisorError {
    /// The log does not take records any more.
    #[error("the log takes no more records, so that no order is acknowledged any more: {0}")]
    Log(String),
    /// Nothing is left that could answer.
    #[error("no card is left and no twin that agrees with one; the last card ended with: {0}")]
    NoCard(String),
}

/// How a card ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Which card.
    pub card: usize,
    /// Why.
    pub why: String,
    /// The last record of the log then.
    pub last_record: u64,
    /// Whether it was the active one.
    pub was_active: bool,
    /// From the last record of the old card to the first of the new one.
    pub without_service: Option<Duration>,
}

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Records in the log.
    pub records: u64,
    /// Messages accepted.
    pub accepted: u64,
    /// Messages rejected.
    pub rejected: u64,
    /// Frames refused before the engine.
    pub refused: u64,
    /// Changes of program.
    pub swaps: u64,
    /// Cards that were given up.
    pub retired: Vec<Retired>,
    /// Times that a record was not read because nobody took notices.
    pub notice_waits: u64,
}

/// A card and where its frames come in.
struct Member<T> {
    driver: Driver<T>,
    network: usize,
}

/// Makes a card in software from the twin, with everything it holds.
pub type SoftCard<'a, T> = Box<dyn FnMut(Twin) -> Result<(Driver<T>, usize), DriverError> + Send + 'a>;

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
    log: &'a mut dyn Log,
    notices: Sender<Notice>,
    exchange: Sender<Notice>,
    control: Receiver<Control>,
    /// What is acknowledged at the next flush.
    batch: Vec<(Notice, bool)>,
    next: Vec<u32>,
    connections: Vec<u16>,
    connection: u16,
    /// What the twin runs from the next change of program on.
    prepared: Option<Prepared>,
    /// The program that a card was asked to run and has not said that it does.
    wanted: Option<Arc<Program>>,
    probe_after: Duration,
    /// When the last record came, and when a card was last asked.
    last_seen: Instant,
    last_probe: Instant,
    standby_seen: Instant,
    /// When the last record before a change of card was read.
    without_service_since: Option<Instant>,
    /// Records of the log before this run.
    records_before: u64,
    summary: Summary,
}

/// Records that are read before they are flushed and acknowledged together.
const BATCH: usize = 64;

/// Who sends to the supervisor and who hears of it.
pub struct Lines {
    /// To the trader.
    pub notices: Sender<Notice>,
    /// To the exchange.
    pub exchange: Sender<Notice>,
    /// From whoever asks.
    pub control: Receiver<Control>,
}

impl<'a, T: Transport> Supervisor<'a, T> {
    /// Takes cards that all hold the same rows and run the same program as the twin, the first of which is to be active. The next frame of
    /// each session is `next`'s. A card without a record for `probe_after` is asked whether it is still there.
    ///
    /// # Errors
    /// [`SupervisorError::NoCard`] if nothing begins.
    pub fn new(
        cards: Vec<(Driver<T>, usize)>,
        twin: Twin,
        soft_card: SoftCard<'a, T>,
        log: &'a mut dyn Log,
        lines: Lines,
        next: Vec<u32>,
        probe_after: Duration,
    ) -> Result<Supervisor<'a, T>, SupervisorError> {
        let mut cards = cards.into_iter().map(|(driver, network)| Member { driver, network });
        let mut supervisor = Supervisor {
            active: cards.next(),
            standby: cards.next(),
            following: VecDeque::new(),
            tables: twin.program().tables.len(),
            twin: Some(twin),
            soft_card: Some(soft_card),
            log,
            notices: lines.notices,
            exchange: lines.exchange,
            control: lines.control,
            batch: Vec::with_capacity(BATCH),
            connections: vec![0; next.len()],
            next,
            connection: 0,
            prepared: None,
            wanted: None,
            probe_after,
            last_seen: Instant::now(),
            last_probe: Instant::now(),
            standby_seen: Instant::now(),
            without_service_since: None,
            records_before: 0,
            summary: Summary::default(),
        };
        if supervisor.active.is_none() {
            supervisor.take_over("no card was there at the start")?;
        }
        match supervisor.open_active() {
            Ok(()) => supervisor.say_who_answers(),
            Err(error) => supervisor.take_over(&error.to_string())?,
        }
        Ok(supervisor)
    }

    /// The twin that follows, while it does.
    pub fn into_twin(self) -> Option<Twin> {
        self.twin
    }

    /// The log holds so many records already.
    pub fn go_on_behind(&mut self, records: u64) {
        self.records_before = records;
    }

    /// Serves until it is told to stop. `interrupted` is asked now and then whether to stop early.
    ///
    /// # Errors
    /// [`SupervisorError`]; what the log has until then is acknowledged.
    pub fn serve(&mut self, interrupted: &dyn Fn() -> bool) -> Result<(), SupervisorError> {
        let backoff = crossbeam::utils::Backoff::new();
        loop {
            let worked = self.step()?;
            match self.control.try_recv() {
                Ok(Control::Stop) => return Ok(()),
                Ok(Control::Open(session)) => self.open(session)?,
                Ok(Control::Swap(program)) => self.swap(program)?,
                Ok(Control::Audit) => drop(self.audit()?),
                Err(crossbeam::channel::TryRecvError::Disconnected) if !worked => return Ok(()),
                Err(_) => {}
            }
            if interrupted() {
                return Ok(());
            }
            if worked { backoff.reset() } else { backoff.snooze() }
        }
    }

    /// What was counted so far.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Compares every table of everyone who is left, with the TOE at rest; who is outvoted is given up. Then the digests of the tables:
    /// the active card's, the standby's, the twin's.
    ///
    /// # Errors
    /// [`SupervisorError`] if nobody is left to ask.
    pub fn audit(&mut self) -> Result<Vec<[Option<u64>; 3]>, SupervisorError> {
        loop {
            let digests = match self.digests()? {
                Some(digests) => digests,
                None => continue,
            };
            let differs =
                |a: usize, b: usize| digests.iter().any(|of| of[a].zip(of[b]).is_some_and(|(one, other)| one != other));
            // A bit that nobody has read since it flipped shows here and nowhere else.
            let why = "its tables were others than everyone else's";
            match (differs(0, 1), differs(0, 2), differs(1, 2)) {
                (false, false, false) => {
                    let resumed = self.active.as_mut().map_or(Ok(()), |card| card.driver.set(TOE, 1));
                    self.or_take_over(resumed)?;
                    return Ok(digests);
                }
                (true, _, false) | (false, true, false) => self.take_over(why)?,
                (false, true, true) if self.standby.is_some() => self.twin = None,
                (_, _, true) => self.retire_standby(why),
            }
        }
    }

    /// Everyone's digests at one record of the log; none if a card had to be given up meanwhile.
    fn digests(&mut self) -> Result<Option<Vec<[Option<u64>; 3]>>, SupervisorError> {
        let stopped = self.active.as_mut().map_or(Ok(()), |card| {
            card.driver.set(TOE, 0)?;
            card.driver.settle()
        });
        if let Err(error) = stopped {
            self.take_over(&error.to_string())?;
            return Ok(None);
        }
        while self.step()? {}
        self.catch_up();
        let mut digests = Vec::with_capacity(self.tables);
        for table in (0..self.tables).map(|table| TableId(table as u16)) {
            let active = match self.active.as_mut().map(|card| card.driver.digest(table)).transpose() {
                Ok(digest) => digest,
                Err(error) => {
                    self.take_over(&error.to_string())?;
                    return Ok(None);
                }
            };
            let standby = match self.standby.as_mut().map(|card| card.driver.digest(table)).transpose() {
                Ok(digest) => digest,
                Err(error) => {
                    self.retire_standby(&error.to_string());
                    return Ok(None);
                }
            };
            digests.push([active, standby, self.twin.as_ref().map(|twin| digest(twin, table))]);
        }
        Ok(Some(digests))
    }

    /// Takes what the active card has written, and lets the standby go on.
    fn step(&mut self) -> Result<bool, SupervisorError> {
        let mut worked = false;
        while self.batch.len() < BATCH && self.has_room() {
            match self.next_record() {
                Ok(Some((record, kind, verdict))) => {
                    self.last_seen = Instant::now();
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
        self.standby_seen = if worked { Instant::now() } else { self.standby_seen };
        if self.standby_seen.elapsed() > self.probe_after {
            self.standby_seen = Instant::now();
            if let Some(Err(error)) = self.standby.as_mut().map(|card| card.driver.settle()) {
                self.retire_standby(&error.to_string());
            }
        }
        if self.last_seen.elapsed().min(self.last_probe.elapsed()) > self.probe_after {
            let probed = self.active.as_mut().map_or(Ok(()), |card| card.driver.settle());
            self.last_probe = Instant::now();
            self.or_take_over(probed)?;
        }
        Ok(worked)
    }

    /// Whether everyone who has to hear of a record can.
    fn has_room(&mut self) -> bool {
        let is_free = |line: &Sender<Notice>| line.capacity().is_none_or(|most| line.len() + BATCH < most);
        let has_room = is_free(&self.notices) && is_free(&self.exchange);
        self.summary.notice_waits += u64::from(!has_room);
        has_room && self.standby.as_ref().is_none_or(|card| card.driver.has_room())
    }

    fn next_record(&mut self) -> Result<Option<(LogRecord, LogKind, Verdict)>, DriverError> {
        let Some(card) = &mut self.active else { return Ok(None) };
        card.driver.poll()?;
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
            self.wanted = None;
            _ = self.notices.send(Notice::SwapRefused("the card has no program that could run".into()));
        }
        Ok(record)
    }

    /// A record of the active card: the others do the same, and the log has it.
    fn take(&mut self, record: &LogRecord, kind: LogKind, by_card: Verdict) -> Result<(), SupervisorError> {
        self.give_to_standby(record, kind);
        if kind == LogKind::Swap {
            self.wanted = None;
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
            self.twin = None;
            return self.put_down(record, kind, by_card);
        }
        if by_standby.is_some_and(|verdict| verdict != by_twin) {
            self.retire_standby("its verdict was nobody else's");
        }
        self.put_down(record, kind, by_twin)?;
        self.acknowledge()?;
        self.take_over("its verdict was another than the twin's")
    }

    /// What the standby answers to the message that it was given last.
    fn standby_says(&mut self) -> Option<Verdict> {
        self.catch_up();
        let said = self.standby.as_mut().map(|card| card.driver.wait_for_record());
        match said? {
            Ok((_, _, verdict)) => Some(verdict),
            Err(error) => {
                self.retire_standby(&error.to_string());
                None
            }
        }
    }

    fn give_to_standby(&mut self, record: &LogRecord, kind: LogKind) {
        let request = match kind {
            LogKind::Message => Request::Message,
            LogKind::Refused => Request::Refused,
            LogKind::Swap => Request::Swap,
        };
        let given = self.standby.as_mut().map(|card| card.driver.post(request, record.session, record.frame()));
        match given {
            None | Some(Ok(true)) => {}
            Some(Ok(false)) => self.retire_standby("its ring of descriptors was full"),
            Some(Err(error)) => self.retire_standby(&error.to_string()),
        }
    }

    /// Compares what the standby has answered meanwhile.
    fn follow(&mut self) -> bool {
        let Some(card) = &mut self.standby else { return false };
        let mut worked = false;
        loop {
            let said = card.driver.ring().and_then(|()| card.driver.poll()).and_then(|_| {
                while card.driver.completed()?.is_some() {}
                card.driver.next_record()
            });
            let why = match said {
                Ok(None) => match card.driver.give_room() {
                    Ok(()) => return worked,
                    Err(error) => error.to_string(),
                },
                Ok(Some((_, kind, verdict))) if self.following.front() == Some(&(kind, verdict)) => {
                    self.following.pop_front();
                    worked = true;
                    continue;
                }
                Ok(Some(_)) => "its verdict was another than the active card's and the twin's".into(),
                Err(error) => error.to_string(),
            };
            self.retire_standby(&why);
            return true;
        }
    }

    /// Waits until the standby has answered all that it was given but what is not among what it follows yet.
    fn catch_up(&mut self) {
        let (start, backoff) = (Instant::now(), crossbeam::utils::Backoff::new());
        while self.standby.is_some() && !self.following.is_empty() {
            if self.follow() {
                backoff.reset();
            } else if start.elapsed() > self.probe_after + self.probe_after {
                self.retire_standby("it does not follow any more");
            }
            backoff.snooze();
        }
    }

    fn retire_standby(&mut self, why: &str) {
        let Some(card) = self.standby.take() else { return };
        self.following.clear();
        let last_record = self.summary.records;
        let (why, card) = (why.to_string(), card.network);
        self.summary.retired.push(Retired { card, why, last_record, was_active: false, without_service: None });
    }

    /// Gives the active card up, and has the next one answer.
    fn take_over(&mut self, why: &str) -> Result<(), SupervisorError> {
        let mut why = why.to_string();
        loop {
            if let Some(card) = self.active.take() {
                let (last_record, card, why) = (self.summary.records, card.network, why.clone());
                self.summary.retired.push(Retired { card, why, last_record, was_active: true, without_service: None });
                self.without_service_since.get_or_insert(self.last_seen);
            }
            self.catch_up();
            self.active = match self.standby.take() {
                Some(card) => Some(card),
                None => match self.twin.take().zip(self.soft_card.take()) {
                    Some((twin, mut make)) => make(twin)
                        .map_err(|error| why = error.to_string())
                        .ok()
                        .map(|(driver, network)| Member { driver, network }),
                    None => return Err(SupervisorError::NoCard(why)),
                },
            };
            self.connection = self.connection.wrapping_add(1);
            self.connections.fill(self.connection);
            match self.open_active() {
                Ok(()) => break,
                Err(error) => why = error.to_string(),
            }
        }
        self.last_seen = Instant::now();
        self.say_who_answers();
        // A change of program that the old card did not come to is the new one's to make.
        self.wanted.take().map_or(Ok(()), |program| self.swap(program))
    }

    fn say_who_answers(&mut self) {
        let (connection, next) = (self.connection, self.next.clone());
        let card = self.active.as_ref().map_or(0, |card| card.network);
        _ = self.notices.send(Notice::Answering { card, connection, next });
    }

    fn or_take_over(&mut self, done: Result<(), DriverError>) -> Result<(), SupervisorError> {
        match done {
            Ok(()) => Ok(()),
            Err(error) => self.take_over(&error.to_string()),
        }
    }

    /// Opens all sessions of the active card and lets its TOE take segments.
    fn open_active(&mut self) -> Result<(), DriverError> {
        let Some(card) = &mut self.active else { return Ok(()) };
        for (session, next) in self.next.iter().enumerate() {
            card.driver.open_session(session as u16, self.connections[session], *next)?;
        }
        card.driver.set(TOE, 1)?;
        card.driver.settle()
    }

    /// Opens a session anew on the active card.
    fn open(&mut self, session: u16) -> Result<(), SupervisorError> {
        let Some(next) = self.next.get(usize::from(session)).copied() else { return Ok(()) };
        self.connection = self.connection.wrapping_add(1);
        self.connections[usize::from(session)] = self.connection;
        let connection = self.connection;
        let opened = self.active.as_mut().map_or(Ok(()), |card| {
            card.driver.open_session(session, connection, next)?;
            // Whoever hears that the session is open sends at once.
            card.driver.settle()
        });
        self.or_take_over(opened)?;
        // A card that took over meanwhile has opened it too, with a connection of its own.
        let connection = self.connections[usize::from(session)];
        _ = self.notices.send(Notice::Opened { session, connection });
        Ok(())
    }

    /// Loads a program into all cards; the active one's log says when it runs.
    fn swap(&mut self, program: Arc<Program>) -> Result<(), SupervisorError> {
        let prepared = self.twin.as_ref().map(|twin| Prepared::new(twin.family(), Arc::clone(&program)));
        let prepared = match prepared.transpose() {
            Ok(prepared) => prepared,
            Err(error) => {
                _ = self.notices.send(Notice::SwapRefused(error.to_string()));
                return Ok(());
            }
        };
        let image = engine::image::encode(&program);
        self.catch_up();
        if let Some(Err(error)) = self.standby.as_mut().map(|card| card.driver.load_program(&image)) {
            self.retire_standby(&error.to_string());
        }
        self.prepared = prepared;
        self.wanted = Some(program);
        let swapped = self.active.as_mut().map_or(Ok(()), |card| {
            card.driver.load_program(&image)?;
            // Not waited for: the card needs room for the record of it, which is made by reading those before.
            card.driver.post(Request::Swap, 0, &[])?;
            card.driver.ring()
        });
        match swapped {
            Err(error @ DriverError::Refused { .. }) => {
                self.wanted = None;
                _ = self.notices.send(Notice::SwapRefused(error.to_string()));
                Ok(())
            }
            other => self.or_take_over(other),
        }
    }

    fn twin_swaps(&mut self) {
        let swapped = self.twin.as_mut().zip(self.prepared.as_mut()).map(|(twin, next)| twin.take_over(next));
        if let Some(Err(_)) = swapped {
            self.twin = None;
        }
    }

    fn put_down(&mut self, record: &LogRecord, kind: LogKind, verdict: Verdict) -> Result<(), SupervisorError> {
        self.summary.records += 1;
        let mut record = LogRecord { number: self.records_before + self.summary.records, ..*record };
        let right = LogRecord::new(record.number, kind, record.session, record.frame(), &verdict);
        (record.reason, record.rule, record.failing) = (right.reason, right.rule, right.failing);
        let record = record.sealed();
        self.log.append(&record).map_err(SupervisorError::Log)?;
        let notice = match kind {
            LogKind::Swap => {
                self.summary.swaps += 1;
                Notice::Swapped
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
                    *next += 1;
                    *next - 1
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
            && let Some(retired) = self.summary.retired.iter_mut().rev().find(|retired| retired.was_active)
        {
            retired.without_service = Some(since.elapsed());
        }
        for (notice, is_for_exchange) in self.batch.drain(..) {
            // Whoever does not listen any more needs no word; the lines have room for the batch.
            if is_for_exchange {
                _ = self.exchange.try_send(notice.clone());
            }
            _ = self.notices.send(notice);
        }
        Ok(())
    }
}
