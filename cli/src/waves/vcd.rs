// SPDX-License-Identifier: Apache-2.0

//! A reader of VCD files, for the part of the format that Verilator writes.

use std::collections::BTreeMap;

/// A signal and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The requested name.
    pub name: String,
    /// Its width in bits.
    pub width: usize,
    /// The values, each with the time from which on the signal has it. A value is binary digits,
    /// the highest first, without leading zeros.
    pub changes: Vec<(u64, String)>,
}

/// Signals of a file, in the order of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waves {
    /// The signals.
    pub signals: Vec<Signal>,
}

/// Why requested signals cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum WavesError {
    /// The file has no such signal.
    #[error("the file has no signal `{0}`; is it a VCD file of `riskgate hdl wave`?")]
    NoSignal(String),
    /// A name with brackets that do not hold a range of bits, such as `[7:0]`.
    #[error("`{0}` does not name bits; write them as in `data[7:0]`")]
    NoBits(String),
}

/// A requested signal, or part of one.
struct Wanted {
    name: String,
    bits: Option<(usize, usize)>,
}

impl Waves {
    /// Reads signals of the module `scope`; `name[7:0]` is a part of a signal.
    ///
    /// # Errors
    /// [`WavesError`].
    pub fn read(text: &str, scope: &str, names: &[&str]) -> Result<Waves, WavesError> {
        let wanted =
            names.iter().map(|name| part(name)).collect::<Result<Vec<Wanted>, WavesError>>()?;
        let (ids, body) = declarations(text, scope);
        let mut signals = Vec::new();
        // One identifier may be requested in several parts.
        let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, (wanted, name)) in wanted.iter().zip(names).enumerate() {
            let (id, width) = ids
                .get(wanted.name.as_str())
                .ok_or_else(|| WavesError::NoSignal((*name).into()))?;
            by_id.entry(id).or_default().push(index);
            let width = wanted.bits.map_or(*width, |(high, low)| high - low + 1);
            signals.push(Signal { name: (*name).into(), width, changes: Vec::new() });
        }
        let mut time = 0;
        for line in body.lines() {
            if let Some(text) = line.strip_prefix('#') {
                time = text.trim().parse().unwrap_or(time);
                continue;
            }
            let Some((value, id)) = change(line) else { continue };
            for index in by_id.get(id).into_iter().flatten() {
                let value = bits(value, wanted[*index].bits);
                let changes = &mut signals[*index].changes;
                if changes.last().is_none_or(|(_, last)| *last != value) {
                    changes.push((time, value));
                }
            }
        }
        Ok(Waves { signals })
    }
}

impl Signal {
    /// The value at a time; zero before the first change.
    pub fn at(&self, time: u64) -> &str {
        let index = self.changes.partition_point(|(from, _)| *from <= time);
        index.checked_sub(1).map_or("0", |index| self.changes[index].1.as_str())
    }
}

fn part(name: &str) -> Result<Wanted, WavesError> {
    let Some((base, range)) = name.split_once('[') else {
        return Ok(Wanted { name: name.into(), bits: None });
    };
    let range = range.strip_suffix(']').and_then(|range| range.split_once(':'));
    let bits = range.and_then(|(high, low)| Some((high.parse().ok()?, low.parse().ok()?)));
    match bits {
        Some((high, low)) if high >= low => {
            Ok(Wanted { name: base.into(), bits: Some((high, low)) })
        }
        _ => Err(WavesError::NoBits(name.into())),
    }
}

/// The identifiers and widths of the signals in the module `scope` itself, and the text after the
/// declarations.
fn declarations<'t>(text: &'t str, scope: &str) -> (BTreeMap<&'t str, (&'t str, usize)>, &'t str) {
    let mut signals = BTreeMap::new();
    let mut scopes: Vec<&str> = Vec::new();
    let (head, body) = text.split_once("$enddefinitions").unwrap_or((text, ""));
    for line in head.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["$scope", _, name, ..] => scopes.push(name),
            ["$upscope", ..] => _ = scopes.pop(),
            ["$var", _, width, id, name, ..] if scopes.last() == Some(&scope) => {
                _ = signals.insert(name, (id, width.parse().unwrap_or(1)));
            }
            _ => {}
        }
    }
    (signals, body)
}

/// The value and identifier of a line that is a change.
fn change(line: &str) -> Option<(&str, &str)> {
    match line.as_bytes().first()? {
        b'b' => line[1..].split_once(' '),
        b'0' | b'1' => Some(line.split_at(1)),
        _ => None,
    }
}

/// A part of the binary digits of a value, without leading zeros.
fn bits(value: &str, part: Option<(usize, usize)>) -> String {
    let digit =
        |bit: usize| value.len().checked_sub(bit + 1).map_or("0", |index| &value[index..=index]);
    let value = match part {
        None => value.to_owned(),
        Some((high, low)) => (low..=high).rev().map(digit).collect(),
    };
    let trimmed = value.trim_start_matches('0');
    if trimmed.is_empty() { "0".into() } else { trimmed.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "$timescale 1ns $end\n$scope module TOP $end\n$var wire 1 # clock $end\n\
        $scope module core $end\n$var wire 1 # clock $end\n$var wire 8 % data [7:0] $end\n\
        $scope module inner $end\n$var wire 4 ' data [3:0] $end\n$upscope $end\n$upscope $end\n\
        $upscope $end\n$enddefinitions $end\n#0\n1#\nb00010010 %\n\
        b0001 '\n#2\n0#\n#4\n1#\nb11110010 %\n";

    #[test]
    fn signals_and_parts_of_them_are_found_in_their_module() {
        let waves = Waves::read(FILE, "core", &["clock", "data", "data[3:0]", "data[7:4]"])
            .expect("the file has the signals");
        let [clock, data, low, high] = &waves.signals[..] else { panic!("not four signals") };
        assert_eq!((clock.width, clock.at(1), clock.at(2), clock.at(9)), (1, "1", "0", "1"));
        assert_eq!((data.width, data.at(3), data.at(4)), (8, "10010", "11110010"));
        assert_eq!(low.changes, [(0, "10".to_owned())]);
        assert_eq!((high.at(0), high.at(4)), ("1", "1111"));
    }

    #[test]
    fn a_missing_signal_is_named() {
        assert_eq!(
            Waves::read(FILE, "core", &["valid"]),
            Err(WavesError::NoSignal("valid".into()))
        );
        assert_eq!(
            Waves::read(FILE, "core", &["data[1]"]),
            Err(WavesError::NoBits("data[1]".into()))
        );
    }
}
