// SPDX-License-Identifier: Apache-2.0

//! The events of a file as messages of sessions.

use crate::trader::Outgoing;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::schema::MessageId;
use engine::shell::{LogKind, LogRecord};
use files::error::InputError;
use files::events::EventReader;
use std::io::BufRead;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Number of sessions: session 0 is the exchange's, the other twenty are the traders'.
pub const SESSIONS: usize = 21;
/// Name of the field that chooses the session of a message.
const ACCOUNT_FIELD: &str = "account_id";

/// The sessions of messages: a message with an account belongs to a trader's session, chosen by the
/// account; all others belong to session 0, the exchange's.
pub struct Sessions {
    /// For each message, offset and length of the account in its frame, if it has one.
    accounts: Vec<Option<(usize, usize)>>,
}

impl Sessions {
    /// The sessions of a program's messages.
    pub fn new(program: &Program) -> Sessions {
        let account = |message: u16| {
            let kind = FrameKind::Message(MessageId(message));
            let fields = program.fields(kind);
            let field = fields.iter().position(|field| field.name == ACCOUNT_FIELD)?;
            let layout = program.layout(kind);
            let (offset, ty, _) = layout.place(field);
            Some((offset, ty.wire_bytes().min(8)))
        };
        Sessions { accounts: (0..program.messages.len() as u16).map(account).collect() }
    }

    /// The session of a message frame.
    pub fn of(&self, frame: &[u8]) -> u16 {
        let kind = engine::frame::kind(frame).map_or(0, usize::from);
        let Some((offset, bytes)) = self.accounts.get(kind).copied().flatten() else { return 0 };
        let account = frame[offset..offset + bytes]
            .iter()
            .rev()
            .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        1 + (account % (SESSIONS as u64 - 1)) as u16
    }
}

/// The events of a file as messages to send. The first error ends them and is kept.
pub struct Messages<R> {
    events: EventReader<R>,
    sessions: Sessions,
    /// Bytes of the file read so far, for progress.
    pub bytes_read: Arc<AtomicU64>,
    /// The error that ended them early.
    pub error: Option<InputError>,
}

impl<R: BufRead> Messages<R> {
    /// The events after the first `done`.
    ///
    /// # Errors
    /// An error in one of the first `done` events.
    pub fn new(
        mut events: EventReader<R>,
        program: &Program,
        done: u64,
    ) -> Result<Messages<R>, InputError> {
        for _ in 0..done {
            events.next_event()?;
        }
        Ok(Messages {
            events,
            sessions: Sessions::new(program),
            bytes_read: Arc::default(),
            error: None,
        })
    }
}

impl<R: BufRead> Iterator for Messages<R> {
    type Item = Outgoing;

    fn next(&mut self) -> Option<Outgoing> {
        match self.events.next_event() {
            Ok(event) => {
                let event = event?;
                let mut frame = [0; FRAME_BYTES_MAX];
                frame[..event.frame.len()].copy_from_slice(event.frame);
                let (session, length) = (self.sessions.of(event.frame), event.frame.len() as u16);
                self.bytes_read.store(self.events.bytes_read(), Ordering::Relaxed);
                Some(Outgoing { session, frame, length, defect: None })
            }
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }
}

/// Number of the next frame of each session after these records.
pub fn next_frames(records: impl Iterator<Item = LogRecord>) -> Vec<u32> {
    let mut next = vec![1; SESSIONS];
    for record in records.filter(has_session) {
        if let Some(next) = next.get_mut(usize::from(record.session)) {
            *next += 1;
        }
    }
    next
}

/// Whether a record is about a frame of a session.
fn has_session(record: &LogRecord) -> bool {
    match LogKind::from_code(record.kind) {
        Some(LogKind::Message | LogKind::Refused) => true,
        Some(LogKind::Swap | LogKind::Step) | None => false,
    }
}

/// The message that a record is about.
pub fn message_of(record: &LogRecord) -> MessageId {
    MessageId(engine::frame::kind(record.frame()).unwrap_or(0).into())
}
