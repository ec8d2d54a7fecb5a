// SPDX-License-Identifier: Apache-2.0

//! The option `--build`: the build of the hardware that a command compiles for.

use engine::build::Build;

/// A build of the hardware.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum BuildName {
    /// The build for a million logged orders
    Default,
    /// The small build for tests
    Small,
}

impl BuildName {
    /// The build.
    pub fn build(self) -> &'static Build {
        match self {
            BuildName::Default => &Build::DEFAULT,
            BuildName::Small => &Build::SMALL,
        }
    }
}
