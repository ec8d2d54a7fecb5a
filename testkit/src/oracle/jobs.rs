// SPDX-License-Identifier: Apache-2.0

//! Jobs: the rows that one visits, and a step.

use super::database::{Draft, Oracle};
use super::evaluate::Env;
use super::value::{Row, Val};
use super::verdict::{Expected, reason_of};
use engine::job::JobId;
use engine::schema::MessageId;
use engine::verdict::Reason;
use rulec::hir::{Block, Statement};

impl<'a> Oracle<'a> {
    /// The keys of the rows that a job visits if it starts now, in order: those of the rows for
    /// which its condition is TRUE or an error.
    pub fn keys(&self, job: JobId) -> Vec<Vec<Val>> {
        let job = &self.rules.jobs[usize::from(job.0)];
        let block = self.block_of(job.step);
        let visit = block.row.expect("a step visits a row");
        let key = &self.rules.tables[usize::from(job.table.0)].key;
        let meets = |row: &&Row| {
            let env = Env { visited: Some((visit.var, row)), ..self.env(&self.state, &[]) };
            let condition = block.guard.as_ref().map_or(Val::truth(true), |it| env.evaluate(it));
            condition.is_true() || condition.error().is_some()
        };
        let rows = self.rows(job.table).into_iter().filter(meets);
        rows.map(|row| key.iter().map(|c| row[usize::from(c.0)].clone()).collect()).collect()
    }

    /// Returns the verdict on a step of a job, and makes its changes.
    pub fn step(&mut self, job: JobId, key: &[Val]) -> Expected {
        let block = self.block_of(self.rules.jobs[usize::from(job.0)].step);
        match self.stepped(block, key) {
            Ok(draft) => {
                self.done = draft.done;
                self.keep(draft);
                Expected::ACCEPT
            }
            Err(reasons) => Expected::refused(reasons),
        }
    }

    fn block_of(&self, step: MessageId) -> &'a Block {
        let mut blocks = self.rules.blocks.iter();
        blocks.find(|block| block.message == step).expect("a step has a block")
    }

    /// The state after a step.
    fn stepped(&self, block: &Block, key: &[Val]) -> Result<Draft, Vec<Reason>> {
        let visit = block.row.expect("a step visits a row");
        let columns = &self.rules.tables[usize::from(visit.table.0)].key;
        let is_it = |row: &&Row| columns.iter().zip(key).all(|(c, v)| row[usize::from(c.0)] == *v);
        let rows = &self.state[usize::from(visit.table.0)];
        let Some(row) = rows.iter().find(is_it) else { return Err(vec![Reason::False]) };
        let mut draft = self.draft();
        draft.visited = Some((visit.var, row.clone()));
        if let Some(guard) = &block.guard {
            let env = self.within(&draft, &[]);
            match env.evaluate(guard) {
                Val::Error(error) => return Err(vec![reason_of(error)]),
                Val::Null => return Err(vec![Reason::Null]),
                guard if guard.is_true() => {}
                _ => return Err(vec![Reason::False]),
            }
            let reasons = Oracle::unanswered(env, [guard]);
            if !reasons.is_empty() {
                return Err(reasons);
            }
        }
        for change in Statement::changes(&block.statements) {
            self.answered_change(change, &[], &mut draft)?;
        }
        self.check_texts(&draft)?;
        Ok(draft)
    }
}
