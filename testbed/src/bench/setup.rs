// SPDX-License-Identifier: Apache-2.0

//! Bringing cards and twin to the end of the log.

use super::config::BenchConfig;
use super::error::BenchError;
use super::job::RecordSource;
use crate::pcie_transport::PcieTransport;
use engine::change::Changeable;
use engine::program::Program;
use engine::shell::{ChangeState, LogKind, Request};
use engine::twin::{Prepared, Twin};
use host::driver::{Driver, DriverError};
use host::preparation::Preparation;
use host::supervisor::{Jobs, Successor};
use host::transport::TransportError;
use std::sync::Arc;
use std::time::Instant;

/// What cards are set up with.
pub(super) struct SetUp<'s, 'a> {
    pub(super) config: &'s BenchConfig,
    /// Image of the first program.
    pub(super) image: &'s [u8],
    pub(super) rows: &'a [u8],
    pub(super) history: &'a dyn Fn() -> RecordSource<'a>,
    pub(super) programs: &'a dyn Fn(u32) -> Option<Arc<Program>>,
    pub(super) changes: &'a dyn Fn(u32) -> Option<Arc<Successor>>,
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
        let mut filling = None;
        while let Some(record) = history() {
            if (self.interrupted)() {
                break;
            }
            let Some((kind, verdict)) = record.read() else { continue };
            let (request, frame) = match kind {
                LogKind::Message => (Request::Message, record.frame()),
                LogKind::Refused => (Request::Refused, record.frame()),
                LogKind::Swap => (Request::Swap, &[][..]),
                LogKind::Step => (Request::Step, record.frame()),
                LogKind::Fill => (Request::Fill, &[][..]),
            };
            let (checksum, rows) = record.filling().unwrap_or_default();
            if let (LogKind::Fill, 0, Some(change)) = (kind, rows, (self.changes)(checksum)) {
                self.load_change(driver, &change)?;
                filling = Some(checksum);
            }
            let in_family = record.program().filter(|checksum| filling.take() != Some(*checksum));
            if let Some(program) = in_family.and_then(self.programs) {
                driver.load_program(&engine::image::encode(&program))?;
            }
            for _ in 0..rows.max(1) {
                driver.post(request, record.session, frame)?;
                let (again, found, by_card) = driver.wait_for_record()?;
                if (kind, verdict) != (found, by_card) {
                    return Err(DriverError::Record { number: again.number });
                }
                driver.give_room()?;
            }
        }
        Ok(())
    }

    /// Loads a change into a card and waits until it has the memory.
    fn load_change(
        &self,
        driver: &mut Driver<PcieTransport>,
        change: &Successor,
    ) -> Result<(), DriverError> {
        driver.load_change(change.bytes())?;
        let start = Instant::now();
        while driver.change_state()? == ChangeState::Preparing {
            if start.elapsed() > self.config.setup_patience {
                return Err(TransportError::Silent(self.config.setup_patience).into());
            }
            std::thread::yield_now();
        }
        Ok(())
    }
}

/// A twin that has repeated a log.
pub(super) struct Repeated {
    pub(super) twin: Twin,
    /// The number of records.
    pub(super) records: u64,
    /// The jobs that have steps left.
    pub(super) jobs: Jobs,
}

/// Has the twin repeat the log, and compares what it answers. A change that was not made at the end
/// of the log is abandoned.
pub(super) fn repeated(
    twin: Twin,
    mut history: RecordSource<'_>,
    programs: &dyn Fn(u32) -> Option<Arc<Program>>,
    changes: &dyn Fn(u32) -> Option<Arc<Successor>>,
) -> Result<Repeated, BenchError> {
    let (mut twin, mut records, mut jobs) = (Changeable::from(twin), 0, Jobs::default());
    let mut filling = None;
    while let Some(record) = history() {
        records += 1;
        let wrong = || BenchError::History { record: records };
        let unknown = |checksum| BenchError::Program { record: records, checksum };
        let (kind, verdict) = record.read().ok_or_else(wrong)?;
        let again = match kind {
            LogKind::Message => twin.execute(record.frame()),
            LogKind::Step if jobs.is_next(record.frame()) => twin.step(record.frame()),
            LogKind::Step => return Err(wrong()),
            LogKind::Fill => {
                let (checksum, rows) = record.filling().ok_or_else(wrong)?;
                if rows == 0 {
                    let change = changes(checksum).ok_or_else(|| unknown(checksum))?;
                    prepare(&mut twin, &change).map_err(|_| wrong())?;
                    filling = Some(checksum);
                }
                (0..rows.max(1)).try_for_each(|_| {
                    twin.fill().verdict().is_accept().then_some(()).ok_or_else(wrong)
                })?;
                verdict
            }
            LogKind::Swap => {
                let checksum = record.program().ok_or_else(wrong)?;
                match filling.take().filter(|of| *of == checksum).and_then(|_| twin.finish()) {
                    Some(made) => drop(made.map_err(|_| wrong())?),
                    None => {
                        twin.cancel();
                        let program = programs(checksum).ok_or_else(|| unknown(checksum))?;
                        let next = Prepared::new(twin.running().family(), program);
                        let twin = twin.running_mut();
                        let changed = next.and_then(|mut next| twin.take_over(&mut next));
                        changed.map_err(|_| wrong())?;
                    }
                }
                verdict
            }
            LogKind::Refused => verdict,
        };
        if again != verdict || record.number != records {
            return Err(wrong());
        }
        jobs.note(&record, kind, &verdict, Some(twin.running_mut()));
    }
    Ok(Repeated { twin: twin.into_running(), records, jobs })
}

/// Takes the memory of a change.
fn prepare(twin: &mut Changeable<Twin>, change: &Successor) -> Result<(), String> {
    let (running, change) = (Arc::clone(twin.running().family()), change.change().clone());
    twin.prepare(Preparation::start(running, move || Ok(change)).wait()?);
    Ok(())
}
