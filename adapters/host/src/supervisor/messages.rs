// SPDX-License-Identifier: Apache-2.0

//! Notices and requests of a supervisor, its errors, and its counters.

use super::jobs::JobEnd;
use super::successor::Successor;
use engine::job::StepCounts;
use engine::program::Program;
use engine::registers::Register;
use engine::shell::LogRecord;
use engine::verdict::Verdict;
use std::sync::Arc;
use std::time::Duration;

/// A notice of a supervisor to trader and exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A frame was answered, or refused before the engine, and the log has its record.
    Acknowledged {
        /// The frame's number in its session.
        number: u32,
        /// The record, numbered as in the log.
        record: Box<LogRecord>,
        /// The verdict in the record.
        verdict: Verdict,
    },
    /// Another program runs, and the log has a record of the change.
    Swapped {
        /// The record in the log, see [`LogRecord::of_change`].
        record: Box<LogRecord>,
    },
    /// A step of a job was answered, and the log has its record.
    Stepped {
        /// The record in the log.
        record: Box<LogRecord>,
        /// The verdict in the record.
        verdict: Verdict,
    },
    /// A job has no steps left.
    JobEnded(JobEnd),
    /// A program cannot replace the running one; the text says why.
    SwapRefused(String),
    /// A card answers from now on: the first card at the start, another one after a takeover.
    Answering {
        /// Index of its network.
        card: usize,
        /// The connection that every session has from now on.
        connection: u16,
        /// Number of the next frame, one for each session.
        next: Vec<u32>,
    },
    /// A session was reopened.
    Opened {
        /// The session.
        session: u16,
        /// Its new connection.
        connection: u16,
    },
}

/// A request to a supervisor. Requests are carried out one after the other.
#[derive(Clone, Debug)]
pub enum Control {
    /// Reopens a session, for instance after its stream broke.
    Open(u16),
    /// Loads a program of the running one's family beside it and swaps the two.
    Swap(Arc<Program>),
    /// Fills the tables of a program with other definitions beside the running one, while messages
    /// are answered, and swaps the two. Every card must be a twin.
    Change(Arc<Successor>),
    /// Compares all tables and retires the member that is outvoted.
    Audit,
    /// Stops: everything was sent and acknowledged.
    Stop,
}

/// Why a supervisor cannot answer any more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SupervisorError {
    /// The log refuses records.
    #[error("the log takes no more records, so that no order is acknowledged any more: {0}")]
    Log(String),
    /// All cards and the twin are retired.
    #[error("no card is left and no twin that agrees with one: {}", list(.0))]
    NoCard(Vec<Retired>),
}

fn list(retired: &[Retired]) -> String {
    let ends = retired.iter().map(|retired| format!("{}: {}", retired.name(), retired.why));
    ends.collect::<Vec<_>>().join("; ")
}

/// The role of a member when it was retired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The card that answered.
    Active,
    /// The card that followed.
    Standby,
    /// A card that could not be set up.
    SettingUp,
    /// The twin that followed.
    Twin,
    /// The twin that answered as a card in software, or should have.
    SoftCard,
}

/// A member that was retired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Its role.
    pub role: Role,
    /// Index of its network; for the twin that of the card in software.
    pub card: usize,
    /// Why it was retired.
    pub why: String,
    /// Number of the last record in the log at that time.
    pub last_record: u64,
    /// Time from the last record of this card to the first acknowledgement by the next one; only
    /// for an active card.
    pub without_service: Option<Duration>,
}

impl Retired {
    /// Its name in messages for people.
    pub fn name(&self) -> String {
        match self.role {
            Role::Active => format!("card {} (the active card)", self.card),
            Role::Standby => format!("card {} (the standby)", self.card),
            Role::SettingUp => format!("card {} (while it was set up)", self.card),
            Role::Twin => "the software twin".into(),
            Role::SoftCard => "the card in software".into(),
        }
    }
}

/// Counters of a supervisor.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Records appended to the log.
    pub records: u64,
    /// Messages accepted.
    pub accepted: u64,
    /// Messages rejected.
    pub rejected: u64,
    /// Frames refused before the engine.
    pub refused: u64,
    /// Steps of jobs, by what they did.
    pub steps: StepCounts,
    /// Changes of program.
    pub swaps: u64,
    /// Steps of changes to programs with other definitions.
    pub fills: u64,
    /// Members that were retired, in order.
    pub retired: Vec<Retired>,
    /// Times that reading records stopped, and orders with it, because the trader's line of notices
    /// was full.
    pub trader_waits: u64,
    /// The same, because the exchange's line was full.
    pub exchange_waits: u64,
    /// Fault counters of the remaining cards: network, register and count; zeros are left out.
    pub faults: Vec<(usize, Register, u32)>,
}
