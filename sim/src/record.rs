// SPDX-License-Identifier: Apache-2.0

//! A record of the inputs of a kernel, from which a model that was built with coverage or waves
//! repeats the run.
//!
//! A record is a list of entries of nine bytes: a code, and a number of 64 bits, lowest byte first.
//! A code below [`MARK`] is the index of a word of an input (see [`input_words`]), which has the
//! value of the number from then on.

use hdl::emit::Emitted;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The code of the mark. The run before the mark is not of interest: it loads a program, for
/// example.
pub const MARK: u8 = 254;
/// The code of a cycle.
pub const STEP: u8 = 255;
/// The variable that names a folder to which every kernel writes a record of its run.
pub const VARIABLE: &str = "RISKGATE_RECORD";

/// A word of an input: 64 bits of a port; the last word may have fewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputWord {
    /// The name of the port.
    pub port: String,
    /// The width of the port in bits.
    pub width: usize,
    /// The index of the word; the lowest word has index 0.
    pub word: usize,
}

/// The words of the inputs of a kernel, without the clock, in the order of their codes in a
/// record.
pub fn input_words(emitted: &Emitted) -> Vec<InputWord> {
    let inputs = emitted.ports.iter().filter(|port| !port.is_output && port.name != "clock");
    let words = |port: &hdl::emit::Port| {
        let (port, width) = (port.name.clone(), port.width);
        (0..width.div_ceil(64)).map(move |word| InputWord { port: port.clone(), width, word })
    };
    inputs.flat_map(words).collect()
}

/// A record that is being written.
pub struct Recorder {
    words: Vec<InputWord>,
    last: Vec<u64>,
    file: BufWriter<File>,
}

impl Recorder {
    /// Creates the file of a record.
    ///
    /// # Errors
    /// If the file cannot be created.
    pub fn create(path: &Path, emitted: &Emitted) -> io::Result<Recorder> {
        let words = input_words(emitted);
        assert!(words.len() < usize::from(MARK), "a code is a byte");
        let last = vec![0; words.len()];
        Ok(Recorder { words, last, file: BufWriter::new(File::create(path)?) })
    }

    /// Creates a record in the folder that [`VARIABLE`] names, if the variable is set.
    ///
    /// # Errors
    /// As [`Recorder::create`].
    pub fn wanted(emitted: &Emitted) -> Result<Option<Recorder>, (PathBuf, io::Error)> {
        static RECORDS: AtomicU32 = AtomicU32::new(0);
        let Some(folder) = std::env::var_os(VARIABLE).filter(|value| !value.is_empty()) else {
            return Ok(None);
        };
        let number = RECORDS.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(&folder).join(format!(
            "{}-{}-{number}.record",
            emitted.name,
            std::process::id()
        ));
        Recorder::create(&path, emitted).map(Some).map_err(|error| (path, error))
    }

    /// Records a new value of a word of an input.
    ///
    /// # Panics
    /// If the record cannot be written: a record with a gap is useless.
    pub fn set(&mut self, port: &str, word: usize, value: u64) {
        let Some(index) = self.words.iter().position(|w| w.word == word && w.port == port) else {
            return;
        };
        if self.last[index] != value {
            self.last[index] = value;
            self.put(index as u8, value);
        }
    }

    /// Records a cycle.
    ///
    /// # Panics
    /// As [`Recorder::set`].
    pub fn step(&mut self) {
        self.put(STEP, 0);
    }

    /// Records the mark.
    ///
    /// # Panics
    /// As [`Recorder::set`].
    pub fn mark(&mut self) {
        self.put(MARK, 0);
    }

    fn put(&mut self, code: u8, value: u64) {
        let result =
            self.file.write_all(&[code]).and_then(|()| self.file.write_all(&value.to_le_bytes()));
        result.expect("the record can be written");
    }
}
