// SPDX-License-Identifier: Apache-2.0

//! Names of tables, columns, messages, fields and rules.

use super::error::{Place, Problem, ProgramError};
use std::collections::BTreeSet;

/// Bytes of the longest name that a rule file can declare.
pub const NAME_BYTES_MAX: usize = 63;
/// Bytes of the longest name that a compiler can derive from a declared name for a hidden table.
pub const HIDDEN_NAME_BYTES_MAX: usize = NAME_BYTES_MAX + 16;

/// Checks that names are distinct; the error is at the second of two equal names.
pub(super) fn unique<'n>(
    names: impl Iterator<Item = &'n str>,
    place: impl Fn(usize) -> Place,
) -> Result<(), ProgramError> {
    let mut seen = BTreeSet::new();
    for (index, name) in names.enumerate() {
        let fresh = seen.insert(name);
        place(index).ensure(fresh, || Problem::NameTaken(name.into()))?;
    }
    Ok(())
}

/// Checks a declared name, or the name of a hidden table, which contains a `$`.
pub(super) fn name(place: Place, name: &str, hidden: bool) -> Result<(), ProgramError> {
    let fits =
        if hidden { name.contains('$') && is_derived_name(name) } else { is_declared_name(name) };
    place.ensure(fits, || Problem::Name(name.into()))
}

/// Checks the name of a table that is not hidden, or of a message: a rule file declares it, or a
/// compiler derives it from such a name for what it adds, as in `order_log$newest1`.
pub(super) fn derived_name(place: Place, name: &str) -> Result<(), ProgramError> {
    let fits = match name.split_once('$') {
        None => is_declared_name(name),
        Some((base, rest)) => is_declared_name(base) && !rest.is_empty() && is_derived_name(name),
    };
    place.ensure(fits, || Problem::Name(name.into()))
}

/// Whether a rule file can declare a name.
pub fn is_declared_name(name: &str) -> bool {
    name.len() <= NAME_BYTES_MAX
        && name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(is_name_character)
}

pub(super) fn is_derived_name(name: &str) -> bool {
    (1..=HIDDEN_NAME_BYTES_MAX).contains(&name.len())
        && name.chars().all(|c| is_name_character(c) || c == '$')
}

/// Whether a name can have a character. Quoted identifiers may contain letters of any script, but
/// nothing that has a meaning in a file name, a CSV file or a listing.
pub fn is_name_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
