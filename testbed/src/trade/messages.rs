// SPDX-License-Identifier: Apache-2.0

//! The events of a file as messages of sessions.

use super::course::{Course, Progress, is_setting};
use crate::trader::{Next, Outgoing, Source};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::schema::MessageId;
use engine::shell::{LogKind, LogRecord};
use files::error::{InputError, Problem};
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

/// The events of a file as messages to send, by the rule set in force. The first error ends them
/// and is kept.
pub struct Messages<R> {
    events: EventReader<R>,
    course: Course,
    progress: Arc<Progress>,
    /// The rule set that the events are read for.
    in_force: usize,
    sessions: Sessions,
    /// The number of events so far.
    given: u64,
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
        course: Course,
        progress: Arc<Progress>,
        done: u64,
    ) -> Result<Messages<R>, InputError> {
        for _ in 0..done {
            events.skip_event()?;
        }
        let in_force = progress.in_force();
        let program = &course.programs[in_force];
        events.set_program(program);
        Ok(Messages {
            events,
            sessions: Sessions::new(program),
            in_force,
            course,
            progress,
            given: done,
            bytes_read: Arc::default(),
            error: None,
        })
    }

    /// The problem of a last line without a line end, once it has been read.
    pub fn warning(&self) -> Option<InputError> {
        self.events.warning()
    }

    /// Reads the next events for the rule set in force.
    fn follow(&mut self) {
        let in_force = self.progress.in_force();
        if in_force != self.in_force {
            let program = &self.course.programs[in_force];
            self.events.set_program(program);
            (self.in_force, self.sessions) = (in_force, Sessions::new(program));
        }
    }
}

impl<R: BufRead> Source for Messages<R> {
    fn next_message(&mut self) -> Next {
        self.follow();
        let change = self.course.changes.get(self.progress.ended());
        let is_due = change.is_some_and(|events| *events <= self.given);
        if is_due && self.course.waits {
            return Next::Later;
        }
        match self.events.next_event() {
            // The result of a change comes before the end.
            Ok(None) if is_due => Next::Later,
            Ok(None) => Next::End,
            Ok(Some(event)) => {
                let is_setting = is_setting(&self.course.programs[self.in_force], event.frame);
                if is_setting && is_due {
                    self.events.hold();
                    return Next::Later;
                }
                self.progress.give(is_setting);
                let mut frame = [0; FRAME_BYTES_MAX];
                frame[..event.frame.len()].copy_from_slice(event.frame);
                let (session, length) = (self.sessions.of(event.frame), event.frame.len() as u16);
                self.given += 1;
                self.bytes_read.store(self.events.bytes_read(), Ordering::Relaxed);
                Next::Message(Outgoing { session, frame, length, defect: None })
            }
            Err(error) if is_due && matches!(*error.problem, Problem::UnknownMessage { .. }) => {
                self.events.hold();
                Next::Later
            }
            Err(error) => {
                self.error = Some(error);
                Next::End
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
        Some(LogKind::Swap | LogKind::Step | LogKind::Fill) | None => false,
    }
}

/// The message that a record is about.
pub fn message_of(record: &LogRecord) -> MessageId {
    MessageId(engine::frame::kind(record.frame()).unwrap_or(0).into())
}
