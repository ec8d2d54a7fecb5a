// SPDX-License-Identifier: Apache-2.0

//! `riskgate compile`: a rule file as a program image.

use super::build_option::BuildName;
use super::terminal::say;
use super::{Failure, programs, refuse_overwriting};
use engine::image;
use files::output::OutputFile;
use std::path::PathBuf;

/// Compile a rule file to a program image.
#[derive(clap::Args)]
pub struct Args {
    /// Rule file
    file: PathBuf,
    /// Where to write the image
    #[arg(short, long, value_name = "IMAGE")]
    output: PathBuf,
    /// Compile for this build of the hardware, and refuse what it cannot run. Every executor then
    /// has the capacities of the hardware
    #[arg(long, value_enum, value_name = "NAME")]
    build: Option<BuildName>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    refuse_overwriting(&[&args.file], &[&args.output])?;
    let build = args.build.map(BuildName::build);
    let program = programs::load_for(&args.file, &[&args.output], build)?;
    let bytes = image::encode(&program);
    let mut file = OutputFile::create(&args.output).map_err(Failure::of)?;
    file.put(&bytes).map_err(Failure::of)?;
    file.finish().map_err(Failure::of)?;
    say!(
        "{}: {} bytes, {} transactions",
        args.output.display(),
        bytes.len(),
        program.transactions.len()
    );
    Ok(())
}
