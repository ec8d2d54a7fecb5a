// SPDX-License-Identifier: Apache-2.0

//! The gate of an instruction: the side of the verdict on which it executes.

/// The side of the verdict on which an instruction executes.
///
/// Checks and the verdict execute on every message. After the verdict one side follows: the commit
/// of an accepted message, or the effects of a reject by a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Gate {
    /// A check or the verdict: on every message. A commit: if the message is accepted.
    #[default]
    Accept = 0,
    /// After the verdict, if a rule rejects the message. A commit: if the effects are also settled.
    Reject = 1,
}
