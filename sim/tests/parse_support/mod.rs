// SPDX-License-Identifier: Apache-2.0

//! The parser and its definition, cycle by cycle.
//!
//! The definition is `engine::frame`. From it the test derives, for any beats, what each taken beat
//! leads to and in which cycle. Every output that signals an event is compared in every cycle.

use engine::frame::{FieldValue, KIND_AT, Layout, sequence};
use engine::layout;
use engine::machine::{BEAT_BYTES, FIELDS_MAX, FRAME_BYTES_MAX, PARSE_CYCLES};
use engine::schema::{ColumnDef, ColumnKind, Type};
use engine::value::Value;
use hdl::emit::{Emitted, emit};
use hdl::kernels::parse::{DONE_CYCLES, Parse};
use sim::kernel::Kernel;
use std::collections::{BTreeMap, HashMap};

pub fn emitted() -> Emitted {
    emit("parse", "frames of up to four beats become values of fields", &mut Parse::default())
}

/// A layout of fields of these types; every second one may be NULL, starting with the first or the
/// second.
pub fn layout_of(kind: u8, types: &[Type], first_nullable: bool) -> Layout {
    let field = |(i, ty): (usize, &Type)| {
        let nullable = (i % 2 == 0) == first_nullable;
        ColumnDef { name: String::new(), ty: *ty, nullable, kind: ColumnKind::Data }
    };
    Layout::new(kind, &types.iter().enumerate().map(field).collect::<Vec<_>>())
}

/// A beat on the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    pub data: [u8; BEAT_BYTES],
    pub keep: u64,
    pub last: bool,
}

/// The beats of any bytes, padded with `filler`.
pub fn beats(bytes: &[u8], filler: u8) -> Vec<Beat> {
    let whole = bytes.len().div_ceil(BEAT_BYTES).max(1);
    let beat = |index: usize| {
        let part =
            &bytes[bytes.len().min(index * BEAT_BYTES)..bytes.len().min((index + 1) * BEAT_BYTES)];
        let mut data = [filler; BEAT_BYTES];
        data[..part.len()].copy_from_slice(part);
        Beat { data, keep: keep(part.len()), last: index + 1 == whole }
    };
    (0..whole).map(beat).collect()
}

fn keep(bytes: usize) -> u64 {
    u64::MAX.checked_shl(bytes as u32).map_or(u64::MAX, |none| !none)
}

/// The inputs of a cycle besides the configuration.
#[derive(Clone, Copy, Debug)]
pub struct Inputs {
    pub beat: Option<Beat>,
    pub accept: bool,
    pub rows_wanted: bool,
    pub bank: bool,
    pub session: u16,
    pub reset: bool,
}

/// No beat on the stream, and a frame may start.
pub const IDLE: Inputs =
    Inputs { beat: None, accept: true, rows_wanted: false, bank: false, session: 0, reset: false };

/// A field that must be presented in a cycle, with its value if it has one.
#[derive(Clone, Debug)]
enum Arrival {
    Number(Option<Value>),
    Text(Option<Option<[u8; 16]>>),
}

/// The outputs that must be presented in a cycle; all others must be low.
#[derive(Clone, Debug, Default)]
struct Expected {
    fields: BTreeMap<usize, Arrival>,
    /// The frame is done; whether it is malformed, and whether it had gaps.
    done: Option<(bool, bool)>,
}

/// A frame whose beats were taken.
struct Frame {
    beats: Vec<Beat>,
    rows_wanted: bool,
    bank: bool,
    gapped: bool,
    latest: u64,
}

/// The frames that were done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub good: usize,
    pub malformed: usize,
    pub gapped: usize,
}

struct Ports {
    field_valid: Vec<String>,
    field_data: Vec<String>,
    text_valid: Vec<String>,
    text: Vec<String>,
}

impl Ports {
    fn new() -> Ports {
        let ports = emitted().ports;
        let named = |array: &str| {
            let is_element = |name: &str| {
                let index =
                    name.strip_prefix(array).map(|rest| rest.trim_start_matches(['$', '_']));
                index.is_some_and(|index| index.parse::<usize>().is_ok())
            };
            let names: Vec<_> =
                ports.iter().filter(|p| is_element(&p.name)).map(|p| p.name.clone()).collect();
            assert_eq!(names.len(), FIELDS_MAX, "{array}");
            names
        };
        Ports {
            field_valid: named("field_valid"),
            field_data: named("field_data"),
            text_valid: named("text_valid"),
            text: named("text"),
        }
    }
}

/// The kernel and its definition.
pub struct Bench<'k, 'r> {
    kernel: &'k mut Kernel<'r>,
    ports: Ports,
    layouts: HashMap<(bool, u8), (Layout, bool)>,
    expected: BTreeMap<u64, Expected>,
    frame: Option<Frame>,
    pub tally: Tally,
}

impl<'k, 'r> Bench<'k, 'r> {
    pub fn new(kernel: &'k mut Kernel<'r>) -> Bench<'k, 'r> {
        kernel.set("cfg_valid", false);
        let (expected, tally) = (BTreeMap::new(), Tally::default());
        let mut bench = Bench {
            kernel,
            ports: Ports::new(),
            layouts: HashMap::new(),
            expected,
            frame: None,
            tally,
        };
        bench.cycle(Inputs { reset: true, ..IDLE });
        bench
    }

    /// Writes the words of a layout, while the stream is idle.
    pub fn configure(&mut self, layout: &Layout, is_row: bool, bank: bool) {
        self.idle(usize::from(DONE_CYCLES) + 1);
        layout::words(layout, is_row, bank).for_each(|(address, data)| self.write(address, data));
        self.layouts.insert((bank, layout.kind), (layout.clone(), is_row));
    }

    /// Removes the layout of a kind.
    pub fn forget(&mut self, kind: u8, bank: bool) {
        self.idle(usize::from(DONE_CYCLES) + 1);
        self.write(layout::address(bank, kind, layout::HEADER_WORD), 0);
        self.layouts.remove(&(bank, kind));
    }

    fn write(&mut self, address: u16, data: u64) {
        self.kernel.set("cfg_valid", true);
        self.kernel.set("cfg_address", address);
        self.kernel.set("cfg_data", data);
        self.kernel.step();
        self.kernel.set("cfg_valid", false);
    }

    pub fn idle(&mut self, cycles: usize) {
        (0..cycles).for_each(|_| {
            self.cycle(IDLE);
        });
    }

    /// Sends beats without a cycle between them.
    pub fn send(&mut self, beats: &[Beat], inputs: Inputs) {
        for beat in beats {
            assert!(self.cycle(Inputs { beat: Some(*beat), ..inputs }), "a beat was not taken");
        }
    }

    /// Runs one cycle, compares the outputs, and returns whether the beat was taken.
    pub fn cycle(&mut self, inputs: Inputs) -> bool {
        self.drive(&inputs);
        self.kernel.settle_low();
        let now = self.kernel.cycles();
        let taken = self.compare_stream(&inputs);
        let expected = self.expected.remove(&now).unwrap_or_default();
        if inputs.reset {
            self.frame = None;
            self.expected.clear();
        }
        self.compare_outputs(&expected, now);
        if taken {
            self.take(inputs.beat.expect("it was taken"), &inputs, now);
        }
        self.kernel.step();
        taken
    }

    fn drive(&mut self, inputs: &Inputs) {
        self.kernel.set("reset", inputs.reset);
        self.kernel.set("accept", inputs.accept);
        self.kernel.set("rows_wanted", inputs.rows_wanted);
        self.kernel.set("bank", inputs.bank);
        self.kernel.set("s_axis_tuser", inputs.session);
        self.kernel.set("s_axis_tvalid", inputs.beat.is_some());
        // The data of the stream has no meaning without `tvalid`; the last beat stays there.
        if let Some(beat) = inputs.beat {
            let words: Vec<u64> = beat
                .data
                .chunks(8)
                .map(|bytes| u64::from_le_bytes(bytes.try_into().expect("eight")))
                .collect();
            self.kernel.set_words("s_axis_tdata", &words);
            self.kernel.set("s_axis_tkeep", beat.keep);
            self.kernel.set("s_axis_tlast", beat.last);
        }
    }

    /// Compares `tready`, and the outputs that come with the first beat in the same cycle.
    fn compare_stream(&self, inputs: &Inputs) -> bool {
        let is_ready = (inputs.accept || self.frame.is_some()) && !inputs.reset;
        assert_eq!(self.kernel.is_high("s_axis_tready"), is_ready, "tready of {inputs:?}");
        let taken = is_ready && inputs.beat.is_some();
        let starts = taken && self.frame.is_none();
        assert_eq!(self.kernel.is_high("start"), starts, "start of {inputs:?}");
        if let (true, Some(beat)) = (starts, inputs.beat) {
            assert_eq!(self.kernel.get("kind"), beat.data[KIND_AT].into());
            let sequence = sequence(&beat.data).expect("a beat holds a header");
            assert_eq!(self.kernel.get("sequence_number"), sequence.into());
            assert_eq!(self.kernel.get("session"), inputs.session.into());
        }
        taken
    }

    fn compare_outputs(&mut self, expected: &Expected, now: u64) {
        let kernel = &self.kernel;
        for field in 0..FIELDS_MAX {
            let arrival = expected.fields.get(&field);
            let is_number = matches!(arrival, Some(Arrival::Number(_)));
            let is_text = matches!(arrival, Some(Arrival::Text(_)));
            assert_eq!(
                kernel.is_high(&self.ports.field_valid[field]),
                is_number,
                "field {field} in cycle {now}"
            );
            assert_eq!(
                kernel.is_high(&self.ports.text_valid[field]),
                is_text,
                "text {field} in cycle {now}"
            );
            let data = || kernel.get(&self.ports.field_data[field]);
            match arrival {
                Some(Arrival::Number(Some(value))) => {
                    assert_eq!(data(), packed(*value), "field {field} in cycle {now} is {value:?}");
                }
                Some(Arrival::Text(Some(text))) => {
                    let tag = if text.is_none() { Value::NULL } else { Value::new(0) };
                    assert_eq!(data(), packed(tag), "tag of text {field} in cycle {now}");
                    let found = kernel.get(&self.ports.text[field]).to_le_bytes();
                    assert_eq!(found, text.unwrap_or_default(), "text {field} in cycle {now}");
                }
                _ => {}
            }
        }
        assert_eq!(kernel.is_high("done"), expected.done.is_some(), "done in cycle {now}");
        if let Some((malformed, gapped)) = expected.done {
            assert_eq!(kernel.is_high("malformed"), malformed, "malformed in cycle {now}");
            assert_eq!(kernel.is_high("gapped"), gapped, "gapped in cycle {now}");
            self.tally.good += usize::from(!malformed);
            self.tally.malformed += usize::from(malformed);
            self.tally.gapped += usize::from(gapped);
        }
    }

    /// Notes what a taken beat leads to.
    fn take(&mut self, beat: Beat, inputs: &Inputs, now: u64) {
        let Inputs { rows_wanted, bank, .. } = *inputs;
        let frame = self.frame.get_or_insert(Frame {
            beats: Vec::new(),
            rows_wanted,
            bank,
            gapped: false,
            latest: now,
        });
        frame.gapped |= now > frame.latest + 1;
        frame.latest = now;
        frame.beats.push(beat);
        let kind = frame.beats[0].data[2];
        // A kind has seven bits. A frame with eight is malformed, and its fields come as those of
        // another kind.
        let layout = self.layouts.get(&(frame.bank, kind % layout::KINDS as u8));
        if let Some((layout, _)) = layout {
            let fields = arrivals(layout, &frame.beats);
            self.expected
                .entry(now + u64::from(PARSE_CYCLES) - 1)
                .or_default()
                .fields
                .extend(fields);
        }
        if beat.last {
            let well_formed = layout.is_some_and(|(layout, is_row)| {
                *is_row == frame.rows_wanted && is_frame(layout, &frame.beats)
            });
            self.expected.entry(now + u64::from(DONE_CYCLES)).or_default().done =
                Some((!well_formed, frame.gapped));
            self.frame = None;
        }
    }
}

/// The fields whose last byte is in the last of these beats.
fn arrivals<'a>(layout: &'a Layout, beats: &[Beat]) -> impl Iterator<Item = (usize, Arrival)> + 'a {
    let latest = beats.len() as u16 - 1;
    let mut frame: Vec<u8> = beats.iter().flat_map(|beat| beat.data).collect();
    frame.resize(frame.len().max(FRAME_BYTES_MAX), 0);
    (0..layout.field_count()).filter_map(move |field| {
        let is_text = matches!(layout.field_type(field), Type::Char(_));
        let ready = layout.field_parsed(field);
        let value = layout.read(&frame, field).ok();
        let number = value.map(|value| match value {
            FieldValue::Number(number) => Value::new(number),
            _ => Value::NULL,
        });
        let text = value.map(|value| match value {
            FieldValue::Text(text) => Some(padded(text)),
            _ => None,
        });
        let arrival = if is_text { Arrival::Text(text) } else { Arrival::Number(number) };
        (ready == latest + PARSE_CYCLES).then_some((field, arrival))
    })
}

/// A value as `engine::value` represents it.
fn packed(value: Value) -> u128 {
    (value.tag as u128) << 64 | u128::from(value.bits as u64)
}

fn padded(text: &[u8]) -> [u8; 16] {
    let mut padded = [b' '; 16];
    padded[..text.len()].copy_from_slice(text);
    padded
}

/// Whether beats form a frame of a layout, by its definition.
fn is_frame(layout: &Layout, beats: &[Beat]) -> bool {
    let mut bytes = Vec::new();
    for beat in beats {
        let kept = beat.keep.count_ones() as usize;
        if beat.keep != keep(kept) || (!beat.last && kept < BEAT_BYTES) {
            return false;
        }
        bytes.extend_from_slice(&beat.data[..kept]);
    }
    layout.check_header(&bytes).is_ok()
        && (0..layout.field_count()).all(|field| layout.read(&bytes, field).is_ok())
}
