// SPDX-License-Identifier: Apache-2.0

//! A construct of PostgreSQL that the rule language leaves out.

/// A construct that is left out.
pub(super) struct LeftOut {
    /// The code of the error.
    pub(super) code: &'static str,
    /// The name of the construct.
    pub(super) what: &'static str,
    /// What to write instead.
    pub(super) help: Option<&'static str>,
}

pub(super) const fn left_out(
    code: &'static str,
    what: &'static str,
    help: &'static str,
) -> LeftOut {
    LeftOut { code, what, help: Some(help) }
}
