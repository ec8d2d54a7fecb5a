// SPDX-License-Identifier: Apache-2.0

//! The order of the options `--then`.

use super::Failure;

/// Refuses changes whose numbers of events do not ascend.
pub fn check_order(events: impl Iterator<Item = u64> + Clone) -> Result<(), Failure> {
    let mut pairs = events.clone().zip(events.skip(1));
    match pairs.find(|(first, second)| first >= second) {
        None => Ok(()),
        Some((first, second)) => Err(Failure::of(format!(
            "--then {second} comes after --then {first}; give the changes in their order"
        ))),
    }
}
