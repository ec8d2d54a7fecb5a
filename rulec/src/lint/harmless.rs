// SPDX-License-Identifier: Apache-2.0

//! The directions in which an overflow is no fault.

use crate::hir::{CompareOp, Function};

/// In which directions an overflow is no fault, since the exact value rejects the message too.
#[derive(Clone, Copy)]
pub(super) struct Harmless {
    pub(super) above: bool,
    pub(super) below: bool,
}

impl Harmless {
    pub(super) const NEVER: Harmless = Harmless { above: false, below: false };
    pub(super) const BOTH: Harmless = Harmless { above: true, below: true };

    pub(super) fn swapped(self) -> Harmless {
        Harmless { above: self.below, below: self.above }
    }
}

/// What the value of an expression means for the verdict.
#[derive(Clone, Copy)]
pub(super) enum Role {
    /// A condition that rejects the message where it is not this truth value.
    Needed(bool),
    /// A number.
    Number(Harmless),
    /// Anything else.
    Other,
}

/// The harmless directions of a number with this role.
pub(super) fn of_number(role: Role) -> Harmless {
    match role {
        Role::Number(harmless) => harmless,
        Role::Needed(_) | Role::Other => Harmless::NEVER,
    }
}

/// In which directions an overflow of the left side of a comparison is no fault: beyond 64 bits it
/// is larger or smaller than anything that it is compared with.
pub(super) fn compared(op: CompareOp, role: Role) -> Harmless {
    let Role::Needed(truth) = role else { return Harmless::NEVER };
    let op = if truth { op } else { super::bounds::opposite(op) };
    match op {
        CompareOp::Lt | CompareOp::Le => Harmless { above: true, below: false },
        CompareOp::Gt | CompareOp::Ge => Harmless { above: false, below: true },
        CompareOp::Eq => Harmless::BOTH,
        CompareOp::Ne => Harmless::NEVER,
    }
}

/// In which directions an overflow of an argument is no fault, where those of the result are given.
pub(super) fn argument(function: Function, harmless: Harmless) -> Harmless {
    match function {
        Function::Abs => Harmless { above: harmless.above, below: harmless.above },
        Function::Greatest => Harmless { above: harmless.above, below: false },
        Function::Least => Harmless { above: false, below: harmless.below },
        Function::Sign => Harmless::NEVER,
    }
}
