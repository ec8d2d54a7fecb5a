// SPDX-License-Identifier: Apache-2.0

//! The state of a supervisor, and the parts it is made from.

use super::changing::Changing;
use super::jobs::Jobs;
use super::log::Log;
use super::messages::{Control, Notice, Retired, Role, Summary};
use crate::driver::{Driver, DriverError};
use crossbeam::channel::{Receiver, Sender};
use engine::change::Changeable;
use engine::program::Program;
use engine::shell::LogKind;
use engine::twin::{Prepared, Twin};
use engine::verdict::Verdict;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Most records that are read before they are flushed and acknowledged together.
pub(super) const BATCH: usize = 64;
/// Checks in a row that find a card's engine stopped before the card is retired.
pub(super) const STALLS_MAX: u32 = 3;

/// Makes a card in software from the twin with all its rows, and with the change that is prepared
/// for it; returns its driver and the index of its network.
pub type SoftCard<'a, T> =
    Box<dyn FnMut(Changeable<Twin>) -> Result<(Driver<T>, usize), DriverError> + Send + 'a>;

/// The members that a supervisor starts with.
pub struct Crew<'a, T> {
    /// Cards that hold the same rows and run the same program as the twin, each with the index of
    /// its network. The first is the active card, the second the standby.
    pub cards: Vec<(Driver<T>, usize)>,
    /// Cards that could not be set up: the index of the network, and why.
    pub lost: Vec<(usize, String)>,
    /// The twin.
    pub twin: Twin,
    /// Makes the card that answers after all others are retired.
    pub soft_card: SoftCard<'a, T>,
    /// Index of that card's network.
    pub soft_card_network: usize,
    /// Jobs that earlier runs have started and that have steps left.
    pub jobs: Jobs,
}

/// The channels of a supervisor.
pub struct Lines {
    /// Notices to the trader.
    pub notices: Sender<Notice>,
    /// Notices to the exchange: accepted messages.
    pub exchange: Sender<Notice>,
    /// Requests.
    pub control: Receiver<Control>,
}

/// How long a supervisor waits for its cards.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Time without a record after which a card is checked, and time that it then has to answer
    /// before it is retired.
    pub watchdog: Duration,
    /// Time that a card has to load a program or to compute digests.
    pub setup: Duration,
}

/// A card and the index of the network through which its frames come in.
pub(super) struct Member<T> {
    pub(super) driver: Driver<T>,
    pub(super) network: usize,
    /// Whether it is the card in software.
    pub(super) is_soft: bool,
}

/// A change of program in a family that was requested and of which no record has come.
pub(super) struct Wanted {
    pub(super) program: Arc<Program>,
    /// Checksum of the program's image.
    pub(super) checksum: u32,
}

/// A supervisor of one or two cards and the software twin.
///
/// [`Supervisor::new`] opens the active card, [`Supervisor::serve`] runs until it is stopped.
pub struct Supervisor<'a, T> {
    pub(super) active: Option<Member<T>>,
    pub(super) standby: Option<Member<T>>,
    /// Answers that the standby still has to give.
    pub(super) following: VecDeque<(LogKind, Verdict)>,
    pub(super) twin: Option<Changeable<Twin>>,
    /// Number of tables of the program.
    pub(super) tables: usize,
    pub(super) soft_card: Option<SoftCard<'a, T>>,
    pub(super) soft_card_network: usize,
    pub(super) log: &'a mut dyn Log,
    pub(super) lines: Lines,
    /// The jobs that were started.
    pub(super) jobs: Jobs,
    /// Requests that are not done yet.
    pub(super) pending: VecDeque<Control>,
    /// Notices to send after the next flush, and whether the exchange gets them too.
    pub(super) batch: Vec<(Notice, bool)>,
    /// Number of the next frame, one for each session.
    pub(super) next: Vec<u32>,
    /// Connection of each session.
    pub(super) connections: Vec<u16>,
    /// The connection that was given out last.
    pub(super) connection: u16,
    /// Whether the active card's TOE is off.
    pub(super) rests: bool,
    /// Whether data was under way at the last look, so that it is better to look again than to
    /// wait.
    pub(super) is_expecting: bool,
    /// The program that the twin runs after the next change.
    pub(super) prepared: Option<Prepared>,
    pub(super) wanted: Option<Wanted>,
    /// The change to a program with other definitions that was requested and not made.
    pub(super) changing: Option<Changing>,
    pub(super) patience: Patience,
    /// When the last record came.
    pub(super) last_seen: Instant,
    /// When the active card was checked last.
    pub(super) last_probe: Instant,
    /// Checks in a row that found its engine stopped.
    pub(super) stalls: u32,
    /// When the standby made progress last.
    pub(super) standby_seen: Instant,
    /// Checks in a row that found its engine stopped.
    pub(super) standby_stalls: u32,
    /// When the last record before a takeover came, until the next acknowledgement.
    pub(super) without_service_since: Option<Instant>,
    /// Whether the lines to trader and exchange are full.
    pub(super) waits: (bool, bool),
    /// Records in the log before this run.
    pub(super) records_before: u64,
    pub(super) summary: Summary,
}

impl<'a, T> Supervisor<'a, T> {
    /// A supervisor whose first card is not open yet.
    pub(super) fn before_start(
        crew: Crew<'a, T>,
        log: &'a mut dyn Log,
        lines: Lines,
        next: Vec<u32>,
        records_before: u64,
        patience: Patience,
    ) -> Supervisor<'a, T> {
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
            tables: crew.twin.family().tables.len(),
            twin: Some(crew.twin.into()),
            soft_card: Some(crew.soft_card),
            soft_card_network: crew.soft_card_network,
            log,
            lines,
            jobs: crew.jobs,
            pending: VecDeque::new(),
            batch: Vec::with_capacity(BATCH),
            connections: vec![0; next.len()],
            next,
            connection: 0,
            rests: false,
            is_expecting: false,
            prepared: None,
            wanted: None,
            changing: None,
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
        supervisor
    }

    /// Notes that a member is retired.
    pub(super) fn retire(&mut self, role: Role, card: usize, why: &str) {
        let (why, last_record) = (why.to_string(), self.summary.records);
        self.summary.retired.push(Retired { role, card, why, last_record, without_service: None });
    }

    pub(super) fn retire_twin(&mut self, why: &str) {
        if self.twin.take().is_some() {
            self.retire(Role::Twin, self.soft_card_network, why);
        }
    }

    pub(super) fn retire_standby(&mut self, why: &str) {
        let Some(card) = self.standby.take() else { return };
        self.following.clear();
        self.retire(Role::Standby, card.network, why);
    }

    /// Sends a notice to the trader. A trader that has ended needs none.
    pub(super) fn notify(&mut self, notice: Notice) {
        _ = self.lines.notices.send(notice);
    }
}
