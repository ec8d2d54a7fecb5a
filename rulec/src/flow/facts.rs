// SPDX-License-Identifier: Apache-2.0

//! What is known of a node's result at compile time: whether it can be NULL or an error.

use super::node::{Arg, NodeId, Op};
use engine::isa::{Chain, Opcode};
use engine::value::Width;

/// The properties of a node's result that are known at compile time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The result can be NULL.
    pub null: bool,
    /// The result can be an error.
    pub error: bool,
}

/// What an instruction adds to NULL and errors of its operands, or takes from them.
enum Effect {
    /// Nothing.
    Passes,
    /// It can produce an error from values.
    Fails,
    /// It is NULL only if both operands are.
    FirstValue,
    /// It is NULL only if the operand that it selects is.
    Selects,
    /// It tests its first operand, so it is NULL only if a guard is.
    Tests,
    /// It is never NULL.
    NeverNull,
    /// A row can be absent.
    FindsRow,
    /// A row can be absent, and a sum can overflow.
    ReadsRow,
    /// It is a token, and its errors are those of its results.
    Token,
}

/// What is known of the result of an instruction, by what is known of the nodes that it reads.
///
/// NULL and errors come from the operands, and from what the opcode can produce from values.
pub(super) fn facts_of(op: &Op, facts: impl Fn(NodeId) -> Facts) -> Facts {
    let all = op.reads().map(&facts).fold(Facts::default(), |all, of| Facts {
        null: all.null || of.null,
        error: all.error || of.error,
    });
    let is_null = |i: usize| match op.args[i] {
        Arg::Node(id) => facts(id).null,
        Arg::None | Arg::Immediate(_) => false,
    };
    match effect_of(op) {
        Effect::Passes => all,
        Effect::Fails => Facts { error: true, ..all },
        Effect::FirstValue => Facts { null: is_null(1) && is_null(2), ..all },
        Effect::Selects => Facts { null: is_null(2) || is_null(3), ..all },
        Effect::Tests => Facts { null: op.reads().skip(1).any(|guard| facts(guard).null), ..all },
        Effect::NeverNull => Facts { null: false, ..all },
        Effect::FindsRow => Facts { null: true, ..all },
        Effect::ReadsRow => Facts { null: true, error: true },
        Effect::Token => Facts::default(),
    }
}

fn effect_of(op: &Op) -> Effect {
    match op.opcode {
        Opcode::Add | Opcode::Sub | Opcode::Mul
            if op.args[5] == Arg::Immediate(Width::S64 as u16) =>
        {
            Effect::Passes
        }
        Opcode::Add
        | Opcode::Sub
        | Opcode::Mul
        | Opcode::Range
        | Opcode::Div
        | Opcode::Rem
        | Opcode::MulDiv
        | Opcode::Widen
        | Opcode::WideAdd
        | Opcode::WideSub
        | Opcode::WideMul
        | Opcode::WideDiv
        | Opcode::WideRem
        | Opcode::WideScale
        | Opcode::WideRound
        | Opcode::Narrow => Effect::Fails,
        Opcode::Coalesce | Opcode::WideCoalesce => Effect::FirstValue,
        Opcode::Select | Opcode::WideSelect => Effect::Selects,
        Opcode::IsNull
        | Opcode::NotNull
        | Opcode::Clean
        | Opcode::WideIsNull
        | Opcode::WideNotNull
        | Opcode::WideClean => Effect::Tests,
        Opcode::Chain if chain_of(op).or_false => Effect::NeverNull,
        Opcode::Lookup | Opcode::Reserve | Opcode::Find | Opcode::Open => Effect::FindsRow,
        Opcode::Fetch | Opcode::WideFetch | Opcode::Result | Opcode::WideResult => Effect::ReadsRow,
        Opcode::Scan => Effect::Token,
        Opcode::Move
        | Opcode::Truth
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le
        | Opcode::Chain
        | Opcode::WideEq
        | Opcode::WideNe
        | Opcode::WideLt
        | Opcode::WideLe
        | Opcode::Like
        | Opcode::Pair
        | Opcode::Named
        | Opcode::Settle
        | Opcode::Level
        | Opcode::Verdict
        | Opcode::Insert
        | Opcode::Write
        | Opcode::Delete
        | Opcode::Fold
        | Opcode::Close
        | Opcode::Sound
        | Opcode::Room
        | Opcode::Within
        | Opcode::Enter
        | Opcode::Leave
        | Opcode::Patch
        | Opcode::Apply => Effect::Passes,
    }
}

fn chain_of(op: &Op) -> Chain {
    match op.args[5] {
        Arg::Immediate(bits) => Chain::decode(bits).unwrap_or_default(),
        Arg::None | Arg::Node(_) => Chain::default(),
    }
}
