// SPDX-License-Identifier: Apache-2.0

//! The steps that fill the next executor, and what follows a message.

use super::copying::{Copying, Running};
use super::order::{Needs, Order, Taken};
use super::plan::{Matched, Plan};
use super::programs::Change;
use super::refusal::Refusal;
use super::rows::Rows;
use crate::machine::FRAME_BYTES_MAX;
use crate::program::Program;
use crate::validate::ProgramError;
use crate::verdict::Reason;

/// A change that is being prepared: an executor with the new tables, filled while another one
/// answers messages.
///
/// ```
/// use engine::change::{Change, Filling, Plan, Step};
/// use engine::executor::{Executor, digest};
/// use engine::frame::{FieldValue, Layout};
/// use engine::machine::FRAME_BYTES_MAX;
/// use engine::twin::Twin;
///
/// let rules = "
///     create table deal (id int primary key, account int not null, quantity int8 not null);
///     create message trade (id int not null, account int not null, quantity int8 not null);
///     on trade (insert into deal values (trade.id, trade.account, trade.quantity));
/// ";
/// let limit = "rule most (coalesce((select sum(quantity) from deal
///                                    where account = trade.account), 0) < 1000);";
/// let program = rulec::compile(rules).0.expect("the rules compile");
/// let compiled = rulec::compile_change(&format!("{rules} {limit}")).0.expect("so do these");
/// let filler = compiled.filler.expect("it was asked for");
/// let change = Change::new(compiled.programs[0].clone(), filler)?;
///
/// let layout = Layout::new(0, &program.messages[0].fields);
/// let mut buffer = [0; FRAME_BYTES_MAX];
/// let mut twin = Twin::new(program)?;
/// let mut trade = |twin: &mut Twin, id| {
///     let values = [id, 7, 900].map(FieldValue::Number);
///     twin.execute(layout.write(1, &values, &mut buffer).expect("it fits"))
/// };
/// assert!(trade(&mut twin, 1).is_accept() && trade(&mut twin, 2).is_accept());
///
/// let plan = Plan::new(twin.program(), change.program()).expect("nothing is lost");
/// let mut filling = Filling::new(plan, &change)?;
/// filling.begin(&mut twin);
/// assert_eq!(filling.step(&twin), Step::Copied);
/// assert!(trade(&mut twin, 3).is_accept(), "the old rules are in force");
/// filling.follow(&mut twin);
/// filling.finish(&mut twin).expect("every row fits");
/// assert_eq!(twin.program().rules.len(), 1);
/// assert!(!trade(&mut twin, 4).is_accept());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Filling<E: Rows> {
    next: E,
    ready: E::Ready,
    tables: Vec<Table>,
    /// The memory in which the running executor and the next one record.
    records: [E::Records; 2],
    /// Why the change is refused, if it is.
    refusal: Option<Refusal>,
    rows: u64,
    buffer: [u8; FRAME_BYTES_MAX],
}

/// A table that is copied.
struct Table {
    copying: Copying,
    order: Order,
    /// Why the last row that failed was refused.
    reason: Reason,
}

/// What a step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It copied a row, or found the next ones.
    Copied,
    /// There was nothing to do: all rows are copied.
    Done,
    /// There was nothing to do: the change is refused, unless a message changes what it is refused
    /// for.
    Refused(Refusal),
}

/// What an executor was before a change. To drop it frees much memory, which takes time.
pub struct Retired<E: Rows> {
    _executor: E,
    _filler: E::Ready,
    _tables: Vec<Table>,
    _records: [E::Records; 2],
}

impl<E: Rows> Filling<E> {
    /// Takes the memory for a change. It may run on another thread while the executor answers
    /// messages.
    ///
    /// # Errors
    /// The first problem of the program or its filler.
    pub fn new(plan: Plan, change: &Change) -> Result<Filling<E>, ProgramError> {
        let (mut next, ready) = E::filler(change)?;
        let filler: &Program = change.filler();
        let rows_max: Vec<u32> = filler.declared_tables().iter().map(|of| of.rows_max).collect();
        let mut records = [E::records(&plan.rows_max), E::records(&rows_max)];
        next.record(&mut records[1]);
        let table = |matched: Matched| {
            let rows_max = filler.tables[usize::from(matched.to.0)].rows_max;
            let order = Order::new(rows_max, matched.by_time.is_some());
            Table { copying: Copying::new(matched, filler), order, reason: Reason::Malformed }
        };
        let tables = plan.tables.into_iter().map(table).collect();
        let buffer = [0; FRAME_BYTES_MAX];
        Ok(Filling { next, ready, tables, records, refusal: None, rows: 0, buffer })
    }

    /// Begins to copy the rows of an executor that runs the program of the plan. From now on,
    /// [`Filling::follow`] must be called after every message, step and load that it answers. It
    /// takes no memory.
    pub fn begin(&mut self, running: &mut E) {
        running.record(&mut self.records[0]);
        for Table { copying, order, .. } in &mut self.tables {
            order.start(running.places(copying.matched.from));
        }
    }

    /// Copies one row. A step takes no memory.
    pub fn step(&mut self, running: &E) -> Step {
        if let Some(refusal) = &self.refusal {
            return Step::Refused(refusal.clone());
        }
        if let Some(table) = self.tables.iter().position(|table| table.order.is_waiting()) {
            self.copy_next(table, running);
            return Step::Copied;
        }
        self.failed(running).map_or(Step::Done, Step::Refused)
    }

    /// Whether all rows are copied, and none is refused.
    pub fn is_done(&self) -> bool {
        let is_left = |table: &Table| table.order.is_waiting() || table.order.failed().is_some();
        self.refusal.is_none() && !self.tables.iter().any(is_left)
    }

    /// The number of rows copied so far; one that changes is copied again.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Copies what the last messages changed of the part that is copied. It takes no memory, and
    /// the time of a few steps for each row that they changed.
    pub fn follow(&mut self, running: &mut E) {
        let tables = 0..self.tables.len();
        // Rows that were deleted make room for others.
        for table in tables.clone() {
            self.each_touched(table, running, false);
        }
        for table in tables {
            self.each_touched(table, running, true);
        }
        running.forget_touched();
    }

    /// Copies the rows that are left, and exchanges the executors: `running` then has the tables
    /// and the program of the change. The time that this takes is that of the steps that are left.
    /// Jobs that were started must have ended: their steps are frames of the old program.
    ///
    /// # Errors
    /// [`Refusal`] if the change is refused; `running` then goes on as it was.
    pub fn finish(mut self, running: &mut E) -> Result<Retired<E>, Refusal> {
        loop {
            match self.step(running) {
                Step::Copied => {}
                Step::Done => break,
                Step::Refused(refusal) => {
                    self.cancel(running);
                    return Err(refusal);
                }
            }
        }
        running.record(&mut self.records[0]);
        self.next.record(&mut self.records[1]);
        let (executor, filler) = running.exchange(self.next, self.ready);
        Ok(Retired {
            _executor: executor,
            _filler: filler,
            _tables: self.tables,
            _records: self.records,
        })
    }

    /// Gives up a change: `running` goes on as it was.
    pub fn cancel(mut self, running: &mut E) {
        running.record(&mut self.records[0]);
    }

    /// Follows the rows of a table that messages touched: those that are there, or those that are
    /// not.
    fn each_touched(&mut self, table: usize, running: &E, are_there: bool) {
        let from = self.tables[table].copying.matched.from;
        for index in 0..running.touched(from).len() {
            let place = running.touched(from)[index];
            match (running.is_row(from, place), are_there) {
                (true, true) => self.changed(table, running, place),
                (false, false) => {
                    if let Some(copy) = self.tables[table].order.removed(place) {
                        self.delete(table, running, copy);
                    }
                }
                (true, false) | (false, true) => {}
            }
        }
    }

    /// Follows a row that was inserted or written.
    fn changed(&mut self, table: usize, running: &E, place: u32) {
        let Table { copying, order, .. } = &mut self.tables[table];
        let view = Running { executor: running, matched: &copying.matched };
        match order.changed(place, &view) {
            Needs::Nothing => {}
            Needs::Copy => self.copy(table, running, place),
            // One more row is left, so that one more is copied: what is left never grows.
            Needs::Waits => self.copy_next(table, running),
            Needs::Update(copy) => self.update(table, running, place, copy),
        }
    }

    /// Takes the next row of a table and copies it.
    fn copy_next(&mut self, table: usize, running: &E) {
        let Table { copying, order, .. } = &mut self.tables[table];
        let view = Running { executor: running, matched: &copying.matched };
        match order.take(&view) {
            Taken::Row(place) => self.copy(table, running, place),
            Taken::Passed | Taken::Nothing => {}
        }
    }

    /// Copies a row that has no copy.
    fn copy(&mut self, table: usize, running: &E, place: u32) {
        let Table { copying, order, reason } = &mut self.tables[table];
        let frame = copying.load_frame(running, place, &mut self.buffer);
        let refused = match frame {
            Some(frame) => self.next.load(frame).reason,
            None => Some(Reason::Malformed),
        };
        match (refused, self.next.touched(copying.matched.to).first()) {
            (None, Some(copy)) => {
                order.copied(place, *copy);
                self.rows += 1;
            }
            (refused, _) => {
                order.fail(place);
                *reason = refused.unwrap_or(Reason::Malformed);
            }
        }
        self.next.forget_touched();
    }

    /// Brings the copy of a row up to date.
    fn update(&mut self, table: usize, running: &E, place: u32, copy: u32) {
        let Table { copying, order, .. } = &mut self.tables[table];
        let (row, of_copy) = ((running, place), (&self.next, copy));
        // A row enters windows again where its time changes, after the rows that are left.
        if order.is_waiting() && copying.deletes() && copying.differs_in_time(row, of_copy) {
            self.delete(table, running, copy);
            let Table { copying, order, .. } = &mut self.tables[table];
            order.join(place, &Running { executor: running, matched: &copying.matched });
            return self.copy_next(table, running);
        }
        if copying.updates() && !copying.differs_beyond(row, of_copy) {
            let frame = copying.update_frame(running, place, &mut self.buffer);
            let refused = match frame {
                Some(frame) => self.next.execute(frame).reason,
                None => Some(Reason::Malformed),
            };
            self.next.forget_touched();
            match refused {
                None => return self.retry(),
                Some(reason) if !copying.deletes() => {
                    return self.refuse(|filling| {
                        let (table, key) = names(&filling.tables[table].copying, running, place);
                        Refusal::Row { table, key, reason }
                    });
                }
                Some(_) => {}
            }
        }
        if copying.deletes() {
            self.delete(table, running, copy);
            self.copy(table, running, place);
        } else if copying.differs_beyond((running, place), (&self.next, copy)) {
            self.refuse(|filling| {
                let (table, key) = names(&filling.tables[table].copying, running, place);
                Refusal::Counted { table, key }
            });
        }
    }

    /// Deletes the copy of a row.
    fn delete(&mut self, table: usize, running: &E, copy: u32) {
        let copying = &self.tables[table].copying;
        match copying.delete_frame(&self.next, copy, &mut self.buffer) {
            Some(frame) => {
                let verdict = self.next.step(frame);
                debug_assert!(verdict.is_accept(), "a copy can be deleted");
                self.next.forget_touched();
            }
            None => self.refuse(|filling| {
                let copying = &filling.tables[table].copying;
                let key = copying.copy_text(&filling.next, copy);
                Refusal::Counted { table: table_name(copying, running), key }
            }),
        }
        self.retry();
    }

    /// Refuses the change, unless it is refused for something else already.
    fn refuse(&mut self, why: impl FnOnce(&Filling<E>) -> Refusal) {
        if self.refusal.is_none() {
            self.refusal = Some(why(self));
        }
    }

    /// Notes that there may be room now for rows that failed.
    fn retry(&mut self) {
        self.tables.iter_mut().for_each(|table| table.order.retry());
    }

    /// The refusal of a row, if no rows are left but such that failed.
    fn failed(&self, running: &E) -> Option<Refusal> {
        self.tables.iter().find_map(|Table { copying, order, reason }| {
            let (table, key) = names(copying, running, order.failed()?);
            Some(Refusal::Row { table, key, reason: *reason })
        })
    }
}

/// The table and the key of a row, as text.
fn names<E: Rows>(copying: &Copying, running: &E, place: u32) -> (String, String) {
    (table_name(copying, running), copying.key_text(running, place))
}

fn table_name<E: Rows>(copying: &Copying, running: &E) -> String {
    running.program().tables[usize::from(copying.matched.from.0)].name.clone()
}
