// SPDX-License-Identifier: Apache-2.0

//! The parts of expressions and statements.

use super::tree::{Conflict, Expr, Select, Statement};

/// Defines a function that lists the direct parts of a tree, for one kind of reference.
macro_rules! parts {
    ($(#[$doc:meta])* $name:ident, $select:ident, $statement:ident, $as_ref:ident, $iter:ident,
     $($mutable:tt)?) => {
        impl Expr {
            $(#[$doc])*
            pub fn $name(&$($mutable)? self) -> Vec<&$($mutable)? Expr> {
                match self {
                    Expr::Literal(..)
                    | Expr::Null(_)
                    | Expr::Column(..)
                    | Expr::Field(..)
                    | Expr::Parameter(..)
                    | Expr::Constant(..) => Vec::new(),
                    Expr::Negative(inner)
                    | Expr::Not(inner)
                    | Expr::Is(_, inner)
                    | Expr::Like(_, inner, _)
                    | Expr::Cast(inner, ..) => vec![inner],
                    Expr::Arith(_, left, right)
                    | Expr::Compare(_, left, right)
                    | Expr::Distinct(_, left, right) => vec![left, right],
                    Expr::Between(_, three) => three.$iter().collect(),
                    Expr::In(_, tested, list) => {
                        let mut parts = vec![&$($mutable)? **tested];
                        parts.extend(list.$iter());
                        parts
                    }
                    Expr::InSelect(_, tested, select) => {
                        let mut parts = vec![&$($mutable)? **tested];
                        parts.extend($select(select));
                        parts
                    }
                    Expr::Logic(_, list) | Expr::Call(_, list) | Expr::Function(_, list, _) => {
                        list.$iter().collect()
                    }
                    Expr::Case { operand, arms, otherwise } => {
                        let mut parts = Vec::new();
                        parts.extend(operand.$as_ref().map(|part| &$($mutable)? **part));
                        for (when, then) in arms {
                            parts.extend([when, then]);
                        }
                        parts.extend(otherwise.$as_ref().map(|part| &$($mutable)? **part));
                        parts
                    }
                    Expr::Select(select) | Expr::Exists(_, select) => $select(select),
                    Expr::Aggregate(aggregate) => {
                        let argument = aggregate.argument.$iter();
                        argument.chain(aggregate.filter.$iter()).collect()
                    }
                }
            }
        }

        fn $select(select: &$($mutable)? Select) -> Vec<&$($mutable)? Expr> {
            let mut parts = vec![&$($mutable)? select.value];
            parts.extend(select.join.$as_ref().map(|(_, on)| on));
            parts.extend(select.filter.$iter());
            parts
        }

        impl Statement {
            /// The expressions in it.
            pub fn $statement(&$($mutable)? self) -> Vec<&$($mutable)? Expr> {
                match self {
                    Statement::Insert { values, conflict, .. } => {
                        let mut parts: Vec<&$($mutable)? Expr> =
                            values.$iter().map(|(_, value)| value).collect();
                        if let Some(Conflict { set, filter, .. }) = conflict {
                            parts.extend(set.$iter().map(|(_, value)| value));
                            parts.extend(filter.$iter());
                        }
                        parts
                    }
                    Statement::Update { set, filter, .. } => {
                        set.$iter().map(|(_, value)| value).chain(filter.$iter()).collect()
                    }
                    Statement::Delete { filter, .. } => filter.$iter().collect(),
                }
            }
        }
    };
}

parts! {
    /// The direct parts of it.
    parts, select_parts, parts, as_ref, iter,
}
parts! {
    /// The direct parts of it, to be changed.
    parts_mut, select_parts_mut, parts_mut, as_mut, iter_mut, mut
}
