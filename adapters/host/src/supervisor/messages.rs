// SPDX-License-Identifier: Apache-2.0

//! What is said to a supervisor and what it says: requests, notices, errors, and what it has
//! counted.

use engine::program::Program;
use engine::registers::Register;
use engine::shell::LogRecord;
use engine::verdict::Verdict;
use std::sync::Arc;
use std::time::Duration;

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
    /// Another program runs, and the log says so.
    Swapped {
        /// The log's record of it, see [`LogRecord::of_change`].
        record: Box<LogRecord>,
    },
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

/// What a supervisor is asked to do. It does one thing after the other.
#[derive(Clone, Debug)]
pub enum Control {
    /// Opens a session anew: one whose stream has broken, or any other.
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
    #[error("no card is left and no twin that agrees with one: {}", list(.0))]
    NoCard(Vec<Retired>),
}

fn list(retired: &[Retired]) -> String {
    let ends = retired.iter().map(|retired| format!("{}: {}", retired.name(), retired.why));
    ends.collect::<Vec<_>>().join("; ")
}

/// What somebody was who was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The card that answered.
    Active,
    /// The card that followed.
    Standby,
    /// A card that did not come up.
    SettingUp,
    /// The twin that followed.
    Twin,
    /// The twin that was to answer as a card.
    SoftCard,
}

/// How somebody ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// What it was.
    pub role: Role,
    /// Which card, by its place among the networks; that of the card in software for the twin.
    pub card: usize,
    /// Why.
    pub why: String,
    /// The last record of the log then.
    pub last_record: u64,
    /// From the last record of the old card to the first of the new one, if it was the active one.
    pub without_service: Option<Duration>,
}

impl Retired {
    /// What people call it.
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
    /// Who was given up.
    pub retired: Vec<Retired>,
    /// Times that no record was read, so that no order was answered, because the trader took no
    /// notices.
    pub trader_waits: u64,
    /// Times that it was so because the exchange took none.
    pub exchange_waits: u64,
    /// What the cards that are left have counted of faults, by card: nothing that is 0.
    pub faults: Vec<(usize, Register, u32)>,
}
