// SPDX-License-Identifier: Apache-2.0

//! What `overflow` finds and `example` describes.

use crate::hir::Expr;
use crate::interval::Interval;

/// A place at which a value can overflow.
pub(super) struct Overflow<'a> {
    /// The operation, or the conversion.
    pub(super) expr: &'a Expr,
    /// The values of its operands.
    pub(super) operands: Vec<(&'a Expr, Interval)>,
    /// The values without overflow.
    pub(super) range: Interval,
    /// The guard under which it is computed.
    pub(super) guard: Option<&'a Expr>,
}
