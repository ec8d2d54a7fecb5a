// SPDX-License-Identifier: Apache-2.0

//! One way of a map: a memory of buckets with four slots each, and the comparison of a bucket with
//! a key.
//!
//! ```text
//!  cycle     t                 t + 1
//!        read, address ──▶ │ bucket: 4 x {taken, payload, key} ── = wanted ──▶ hit, payload
//!                          │                                   ── taken ─────▶ vacant, load
//! ```
//! The read is synchronous: a bucket that is addressed with `read` in cycle t is available from t +
//! 1 until the next read. A read in the cycle of a write sees the old bucket. `hit` and `vacant`
//! have one bit for each slot, at most one of which is set. `load` is the number of taken slots.
//! Addresses beyond the depth wrap. Slots are vacant at power-up only in simulation, so the user of
//! a map must clear it.

use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// Slots of a bucket.
pub const BUCKET: usize = 4;

/// The way, for keys of `K` and payloads of `P` bits.
#[derive(LogicBlock, Default)]
pub struct MapWay<const K: usize, const P: usize> {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// The slots of the bucket at `write_address` that are written, one bit each.
    pub write: Signal<In, Bits<4>>,
    /// The bucket that is written.
    pub write_address: Signal<In, Bits<24>>,
    /// The slot is taken from now on; otherwise it is vacant.
    pub write_taken: Signal<In, Bit>,
    /// The key that is written.
    pub write_key: Signal<In, Bits<K>>,
    /// The payload that is written.
    pub write_payload: Signal<In, Bits<P>>,
    /// Reads the bucket at `read_address`; available in the next cycle.
    pub read: Signal<In, Bit>,
    /// The bucket that is read.
    pub read_address: Signal<In, Bits<24>>,
    /// The key that the bucket is compared with.
    pub wanted: Signal<In, Bits<K>>,
    /// The slot that holds the key, one bit.
    pub hit: Signal<Out, Bits<4>>,
    /// The payload of that slot, 0 without one.
    pub payload: Signal<Out, Bits<P>>,
    /// The first slot that is not taken, one bit.
    pub vacant: Signal<Out, Bits<4>>,
    /// The number of slots that are taken.
    pub load: Signal<Out, Bits<3>>,
    /// The slot that is read back, whatever its key.
    pub slot: Signal<In, Bits<2>>,
    /// That slot is taken.
    pub slot_taken: Signal<Out, Bit>,
    /// Its key.
    pub slot_key: Signal<Out, Bits<K>>,
    /// Its payload.
    pub slot_payload: Signal<Out, Bits<P>>,
    _bits: usize,
    _buckets: BTreeMap<u64, Bucket<K, P>>,
    _read: Bucket<K, P>,
}

/// Taken, key and payload of each slot.
type Bucket<const K: usize, const P: usize> = [(bool, Bits<K>, Bits<P>); BUCKET];

impl<const K: usize, const P: usize> MapWay<K, P> {
    /// A way of 2^`bits` buckets.
    pub fn new(bits: usize) -> MapWay<K, P> {
        MapWay { _bits: bits, ..MapWay::default() }
    }
}

impl<const K: usize, const P: usize> Logic for MapWay<K, P> {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let wrap = |address: Bits<24>| address.to_u64() & ((1 << self._bits) - 1);
            if self.read.val() {
                self._read =
                    self._buckets.get(&wrap(self.read_address.val())).copied().unwrap_or_default();
            }
            let bucket = self._buckets.entry(wrap(self.write_address.val())).or_default();
            for (_, content) in
                bucket.iter_mut().enumerate().filter(|(slot, _)| self.write.val().get_bit(*slot))
            {
                *content = (self.write_taken.val(), self.write_key.val(), self.write_payload.val());
            }
        }
        let hit = self._read.iter().position(|(taken, key, _)| *taken && *key == self.wanted.val());
        self.hit.next = hit.map_or(0, |slot| 1_u64 << slot).into();
        self.payload.next = hit.map_or(Bits::default(), |slot| self._read[slot].2);
        self.vacant.next =
            self._read.iter().position(|slot| !slot.0).map_or(0, |slot| 1_u64 << slot).into();
        self.load.next = (self._read.iter().filter(|slot| slot.0).count() as u64).into();
        let slot = self._read[self.slot.val().index()];
        (self.slot_taken.next, self.slot_key.next, self.slot_payload.next) = slot;
    }

    fn connect(&mut self) {
        self.hit.connect();
        self.payload.connect();
        self.vacant.connect();
        self.load.connect();
        self.slot_taken.connect();
        self.slot_key.connect();
        self.slot_payload.connect();
    }

    fn hdl(&self) -> Verilog {
        let (read, write) = match self._bits {
            0 => ("0".to_owned(), "0".to_owned()),
            bits => {
                (format!("read_address[{}:0]", bits - 1), format!("write_address[{}:0]", bits - 1))
            }
        };
        let (top, last) = (K + P, (1_usize << self._bits) - 1);
        let mut text = String::new();
        for slot in 0..BUCKET {
            text += &format!("reg [{top}:0] slot{slot} [0:{last}];\nreg [{top}:0] read{slot};\n");
        }
        text += "\nalways @(posedge clock) begin\n    if (read) begin\n";
        for slot in 0..BUCKET {
            text += &format!("        read{slot} <= slot{slot}[{read}];\n");
        }
        text += "    end\n";
        for slot in 0..BUCKET {
            text += &format!("    if (write[{slot}]) begin\n        slot{slot}[{write}] <= ");
            text += "{write_taken, write_payload, write_key};\n    end\n";
        }
        text += "end\n\nalways @(*) begin\n    hit = 0;\n    payload = 0;\n";
        for slot in 0..BUCKET {
            text += &format!(
                "    if (read{slot}[{top}] && read{slot}[{key}:0] == wanted) begin
        hit[{slot}] = 1'b1;
        payload = payload | read{slot}[{payload}:{K}];
    end
",
                key = K - 1,
                payload = K + P - 1,
            );
        }
        let taken = |slot: usize| format!("read{slot}[{top}]");
        text += &format!(
            "    vacant[0] = !{0};
    vacant[1] = {0} && !{1};
    vacant[2] = {0} && {1} && !{2};
    vacant[3] = {0} && {1} && {2} && !{3};
    load = {{2'd0, {0}}} + {{2'd0, {1}}} \
             + {{2'd0, {2}}} + {{2'd0, {3}}};
    case (slot)\n",
            taken(0),
            taken(1),
            taken(2),
            taken(3)
        );
        for slot in 0..BUCKET {
            let label = if slot + 1 == BUCKET { "default".into() } else { format!("2'd{slot}") };
            text +=
                &format!("        {label}: {{slot_taken, slot_payload, slot_key}} = read{slot};\n");
        }
        text += "    endcase\nend\n";
        Verilog::Custom(text)
    }
}
