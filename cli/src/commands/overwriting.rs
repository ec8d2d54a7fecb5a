// SPDX-License-Identifier: Apache-2.0

//! Protection of input files from being overwritten.

use super::Failure;
use std::path::Path;

/// Refuses an output path that is one of the inputs.
pub fn refuse_overwriting(inputs: &[&Path], outputs: &[&Path]) -> Result<(), Failure> {
    for output in outputs {
        // An output that does not exist yet overwrites nothing.
        let Ok(place) = output.canonicalize() else { continue };
        if let Some(input) =
            inputs.iter().find(|input| input.canonicalize().is_ok_and(|i| i == place))
        {
            let (output, input) = (output.display(), input.display());
            return Err(Failure::of(format!(
                "{output}: this would overwrite the input {input}; name another output"
            )));
        }
    }
    Ok(())
}
