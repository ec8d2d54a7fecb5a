// SPDX-License-Identifier: Apache-2.0

//! What an executor offers for a change.

use super::programs::Change;
use crate::executor::Executor;
use crate::frame::FieldValue;
use crate::schema::{ColumnId, TableId};
use crate::validate::ProgramError;

/// An executor whose rows can be copied into another one of its kind.
///
/// Rows are named by their *place* in their table. A row keeps its place until it is deleted, and
/// no message both deletes a row and puts another one into its place.
pub trait Rows: Executor + Sized {
    /// A program that is prepared to take over.
    type Ready;

    /// The memory in which touched rows are recorded.
    type Records;

    /// An executor with empty tables that runs the filler of a change, and the program of the
    /// change, prepared. It takes the memory of both.
    ///
    /// # Errors
    /// The first problem that [`validate`](crate::validate::validate) finds.
    fn filler(change: &Change) -> Result<(Self, Self::Ready), ProgramError>;

    /// The memory in which an executor records which rows of declared tables messages touch.
    fn records(rows_max: &[u32]) -> Self::Records;

    /// Exchanges the memory in which the executor records, one part for each declared table. With
    /// that of [`Rows::records`] it starts to record; with its own it stops. It takes no memory.
    fn record(&mut self, records: &mut Self::Records);

    /// The places of the rows of a table that messages inserted, wrote or deleted since the last
    /// call of [`Rows::forget_touched`]. A place occurs once.
    fn touched(&self, table: TableId) -> &[u32];

    /// Forgets the rows that messages touched.
    fn forget_touched(&mut self);

    /// A number that is greater than the place of any row that the table has or had.
    fn places(&self, table: TableId) -> u32;

    /// Whether there is a row in a place.
    fn is_row(&self, table: TableId, place: u32) -> bool;

    /// A cell of the row in a place; NULL if there is no such row.
    fn cell(&self, table: TableId, place: u32, column: ColumnId) -> FieldValue<'_>;

    /// Replaces what this executor is: `next` has its new tables, and `ready` its new program.
    /// Modes of rules that were changed are kept by name. The result is what it was before. It
    /// takes time for the rules only, and no memory.
    fn exchange(&mut self, next: Self, ready: Self::Ready) -> (Self, Self::Ready);
}
