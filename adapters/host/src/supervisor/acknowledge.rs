// SPDX-License-Identifier: Apache-2.0

//! Records into the log, and acknowledgements after its flush.

use super::messages::{Notice, Role, SupervisorError};
use super::state::Supervisor;
use engine::change::Changeable;
use engine::shell::{LogKind, LogRecord};
use engine::verdict::Verdict;

impl<T> Supervisor<'_, T> {
    /// Appends a record with the right verdict to the log. Its notice waits for the flush.
    pub(super) fn put_down(
        &mut self,
        record: &LogRecord,
        kind: LogKind,
        verdict: Verdict,
    ) -> Result<(), SupervisorError> {
        match kind {
            LogKind::Fill => return self.note_fill(&verdict),
            LogKind::Swap => return self.note_swap(record, &verdict),
            LogKind::Message | LogKind::Refused | LogKind::Step => self.log_fills()?,
        }
        let record = self.append(|number| {
            let LogRecord { verdict_cycles, commit_cycles, .. } = *record;
            let right = LogRecord::new(number, kind, record.session, record.frame(), &verdict);
            LogRecord { verdict_cycles, commit_cycles, ..right }
        })?;
        let notice = match kind {
            LogKind::Step => {
                self.summary.steps.note(&verdict);
                Notice::Stepped { record: Box::new(record), verdict }
            }
            LogKind::Message | LogKind::Refused | LogKind::Swap | LogKind::Fill => {
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
        let ended = self.jobs.note(
            &record,
            kind,
            &verdict,
            self.twin.as_mut().map(Changeable::running_mut),
        );
        self.batch.extend(ended.map(|ended| (Notice::JobEnded(ended), false)));
        Ok(())
    }

    /// Appends a record to the log.
    pub(super) fn append(
        &mut self,
        make: impl FnOnce(u64) -> LogRecord,
    ) -> Result<LogRecord, SupervisorError> {
        self.summary.records += 1;
        let record = make(self.records_before + self.summary.records).sealed();
        self.log.append(&record).map_err(SupervisorError::Log)?;
        Ok(record)
    }

    /// Notes that the members have changed their program, or have refused to.
    fn note_swap(&mut self, record: &LogRecord, verdict: &Verdict) -> Result<(), SupervisorError> {
        self.log_fills()?;
        let changing = self.changing.take_if(|changing| changing.is_swapping());
        if let (Some(changing), false) = (&changing, verdict.is_accept()) {
            let by_card = || String::from_utf8_lossy(record.frame()).into_owned();
            let why = changing.refusal.clone().unwrap_or_else(by_card);
            self.batch.push((Notice::SwapRefused(why), false));
            return Ok(());
        }
        let checksum = match (changing, self.wanted.take()) {
            (Some(changing), _) => {
                self.tables = changing.successor.change().program().tables.len();
                changing.successor.checksum()
            }
            (None, Some(wanted)) => wanted.checksum,
            (None, None) => return Ok(()),
        };
        let record = self.append(|number| LogRecord::of_change(number, checksum))?;
        self.summary.swaps += 1;
        self.batch.push((Notice::Swapped { record: Box::new(record) }, false));
        Ok(())
    }

    /// Flushes the log and sends the notices of the batch.
    pub(super) fn acknowledge(&mut self) -> Result<(), SupervisorError> {
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
            // Receivers that have ended need no notice. The lines have room for the whole batch.
            if is_for_exchange {
                _ = self.lines.exchange.try_send(notice.clone());
            }
            _ = self.lines.notices.send(notice);
        }
        Ok(())
    }
}
