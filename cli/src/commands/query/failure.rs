// SPDX-License-Identifier: Apache-2.0

//! The failure of a query.

use super::super::{Failure, interrupted};
use query::QueryError;

/// The failure for an error of a query.
pub fn refused(error: QueryError) -> Failure {
    match interrupted() {
        true => Failure::Interrupted("the lines above are complete".into()),
        false => Failure::of(error),
    }
}
