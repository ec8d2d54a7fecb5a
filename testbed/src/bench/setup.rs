// SPDX-License-Identifier: Apache-2.0

//! Bringing cards and twin to the end of the log.

use super::config::BenchConfig;
use super::error::BenchError;
use super::job::RecordSource;
use crate::pcie_transport::PcieTransport;
use engine::executor::Executor;
use engine::program::Program;
use engine::shell::{LogKind, Request};
use engine::twin::{Prepared, Twin};
use host::driver::{Driver, DriverError};
use host::supervisor::Jobs;
use std::sync::Arc;

/// What cards are set up with.
pub(super) struct SetUp<'s, 'a> {
    pub(super) config: &'s BenchConfig,
    /// Image of the first program.
    pub(super) image: &'s [u8],
    pub(super) rows: &'a [u8],
    pub(super) history: &'a dyn Fn() -> RecordSource<'a>,
    pub(super) programs: &'a dyn Fn(u32) -> Option<Arc<Program>>,
    pub(super) interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// Cards that were set up, each with its index, and cards that are lost, with the reason.
pub(super) type Cards = (Vec<(Driver<PcieTransport>, usize)>, Vec<(usize, String)>);

impl SetUp<'_, '_> {
    /// Sets all cards up. A card that cannot be reached counts as lost. A card that refuses a
    /// request would refuse it again, so that is an error.
    pub(super) fn cards(&self, transports: Vec<PcieTransport>) -> Result<Cards, BenchError> {
        let (mut cards, mut lost) = (Vec::new(), Vec::new());
        for (card, transport) in transports.into_iter().enumerate() {
            match self.card(transport) {
                Ok(driver) => cards.push((driver, card)),
                Err(
                    error @ (DriverError::Transport(_)
                    | DriverError::Record { .. }
                    | DriverError::RingOff { .. }),
                ) => lost.push((card, error.to_string())),
                Err(error) => return Err(BenchError::Setup { card, error }),
            }
        }
        Ok((cards, lost))
    }

    /// Opens a card, loads the first program and the rows, and repeats the log.
    fn card(&self, transport: PcieTransport) -> Result<Driver<PcieTransport>, DriverError> {
        let mut driver = Driver::open(transport, self.config.driver)?;
        driver.set_patience(self.config.setup_patience);
        driver.load_program(self.image)?;
        driver.swap()?;
        driver.load_rows(self.rows, &mut |_| !(self.interrupted)())?;
        // The swap has left a record, which does not belong to the log.
        driver.wait_for_record()?;
        driver.give_room()?;
        self.replay(&mut driver)?;
        driver.set_patience(self.config.watchdog);
        Ok(driver)
    }

    /// Has a card repeat the log, and compares what it answers. The twin has checked the log.
    fn replay(&self, driver: &mut Driver<PcieTransport>) -> Result<(), DriverError> {
        let mut history = (self.history)();
        while let Some(record) = history() {
            if (self.interrupted)() {
                break;
            }
            let (request, frame) = match LogKind::from_code(record.kind) {
                Some(LogKind::Refused) => (Request::Refused, record.frame()),
                Some(LogKind::Swap) => (Request::Swap, &[][..]),
                Some(LogKind::Step) => (Request::Step, record.frame()),
                Some(LogKind::Message) | None => (Request::Message, record.frame()),
            };
            if let Some(program) = record.program().and_then(self.programs) {
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
}

/// Has the twin repeat the log, and compares what it answers. Returns the number of records, and
/// the jobs that have steps left.
pub(super) fn replay_twin(
    twin: &mut Twin,
    mut history: RecordSource<'_>,
    programs: &dyn Fn(u32) -> Option<Arc<Program>>,
) -> Result<(u64, Jobs), BenchError> {
    let (mut records, mut jobs) = (0, Jobs::default());
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
        let again = match kind {
            LogKind::Message => twin.execute(record.frame()),
            LogKind::Step if jobs.is_next(record.frame()) => twin.step(record.frame()),
            LogKind::Step => return Err(BenchError::History { record: records }),
            LogKind::Refused | LogKind::Swap => verdict,
        };
        if again != verdict || record.number != records {
            return Err(BenchError::History { record: records });
        }
        jobs.note(&record, kind, &verdict, Some(twin));
    }
    Ok((records, jobs))
}
