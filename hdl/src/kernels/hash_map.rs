// SPDX-License-Identifier: Apache-2.0

//! A map from keys to payloads with a fixed lookup latency at any load: four ways, four slots a
//! bucket.
//!
//! ```text
//!  cycle       t                  t + 1                                   t + 2
//!       lookup, key ─▶ hash ─▶ │ 16 slots compared ─▶ found, payload,  │ a write may follow
//!                              │                      hit, free        │
//! ```
//! * `lookup` in cycle t: in t + 1 `found`, `payload` and `hit` tell where the key is, and `free`
//!   where it would go. They have no register after the comparison, and are constant until the next
//!   lookup. II 1; never stalls.
//! * `write` changes the slots of `write_slots` (one bit each; way w has slots 4w to 4w + 3), each
//!   at the address at which its way was last looked up, or all at `write_address` with
//!   `write_elsewhere`. A lookup in the cycle after a write sees it.
//! * There is no other lookup between the lookup that finds a place and the write to that place.
//! * `scan` reads every slot at an address, and must not come together with a lookup; slot
//!   `scan_slot` is available in t + 1.
//!
//! A key goes to the way whose bucket has the fewest keys, the first of equal ones. With 2^b
//! buckets a way and n keys in all, the load is n / 2^(b+4). At a load of one half, a key finds its
//! four buckets full with a probability of about 10^-16. Then `free` is zero, and the user of the
//! map must report it.

use crate::prim::hash::{Hash, WAYS};
use crate::prim::map_way::{BUCKET, MapWay};
use engine::build::MAP_SLOTS;
use rust_hdl::prelude::*;

const _: () =
    assert!(WAYS * BUCKET == MAP_SLOTS && MAP_SLOTS == 16 && WAYS == 4, "16 slots, four a way");

/// The map, for keys of `K` and payloads of `P` bits.
#[derive(LogicBlock, Default)]
pub struct HashMap<const K: usize, const P: usize> {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Looks up `key`; answered in the next cycle.
    pub lookup: Signal<In, Bit>,
    /// The key that is looked up.
    pub key: Signal<In, Bits<K>>,
    /// The key is in the map.
    pub found: Signal<Out, Bit>,
    /// The payload of the key, 0 if it is not in the map.
    pub payload: Signal<Out, Bits<P>>,
    /// The slot of the key, one bit.
    pub hit: Signal<Out, Bits<16>>,
    /// The slot that the key would go to, one bit; 0 if its buckets are full.
    pub free: Signal<Out, Bits<16>>,
    /// The bucket of `free`.
    pub free_address: Signal<Out, Bits<24>>,
    /// The slots that are written, one bit each; way w has slots 4w to 4w + 3.
    pub write_slots: Signal<In, Bits<16>>,
    /// Writes at `write_address` rather than at the buckets that were last looked up.
    pub write_elsewhere: Signal<In, Bit>,
    /// The bucket of a write with `write_elsewhere`.
    pub write_address: Signal<In, Bits<24>>,
    /// The slot is taken from now on; otherwise it is vacant.
    pub write_taken: Signal<In, Bit>,
    /// The key that is written.
    pub write_key: Signal<In, Bits<K>>,
    /// The payload that is written.
    pub write_payload: Signal<In, Bits<P>>,
    /// Reads all slots at `scan_address`; not together with a lookup.
    pub scan: Signal<In, Bit>,
    /// The bucket that is read back.
    pub scan_address: Signal<In, Bits<24>>,
    /// The slot of the bucket, available in the cycle after `scan`.
    pub scan_slot: Signal<In, Bits<4>>,
    /// The slot holds something.
    pub scan_taken: Signal<Out, Bit>,
    /// The key in the slot.
    pub scan_key: Signal<Out, Bits<K>>,
    /// The payload in the slot.
    pub scan_payload: Signal<Out, Bits<P>>,
    hash: Hash<K>,
    ways: [MapWay<K, P>; WAYS],
    wanted: DFF<Bits<K>>,
    addresses: [DFF<Bits<24>>; WAYS],
    least: Signal<Local, Bits<3>>,
}

impl<const K: usize, const P: usize> HashMap<K, P> {
    /// A map with 2^`bits` buckets a way.
    pub fn new(bits: usize) -> HashMap<K, P> {
        HashMap {
            hash: Hash::new(bits),
            ways: std::array::from_fn(|_| MapWay::new(bits)),
            ..HashMap::default()
        }
    }
}

impl<const K: usize, const P: usize> Logic for HashMap<K, P> {
    #[hdl_gen]
    fn update(&mut self) {
        self.wanted.clock.next = self.clock.val();
        self.wanted.d.next = self.wanted.q.val();
        if self.lookup.val() {
            self.wanted.d.next = self.key.val();
        }
        self.hash.lookup.next = self.lookup.val();
        self.hash.key.next = self.key.val();
        self.hash.otherwise.next = self.scan_address.val();
        for w in 0..4 {
            self.addresses[w].clock.next = self.clock.val();
            self.addresses[w].d.next = self.addresses[w].q.val();
            if self.lookup.val() {
                self.addresses[w].d.next = self.hash.address[w].val();
            }
            self.ways[w].clock.next = self.clock.val();
            self.ways[w].read.next = self.lookup.val() | self.scan.val();
            self.ways[w].read_address.next = self.hash.address[w].val();
            self.ways[w].wanted.next = self.wanted.q.val();
            self.ways[w].write_address.next = self.addresses[w].q.val();
            if self.write_elsewhere.val() {
                self.ways[w].write_address.next = self.write_address.val();
            }
            self.ways[w].write_taken.next = self.write_taken.val();
            self.ways[w].write_key.next = self.write_key.val();
            self.ways[w].write_payload.next = self.write_payload.val();
            self.ways[w].slot.next = self.scan_slot.val().get_bits::<2>(0);
        }
        self.ways[0].write.next = self.write_slots.val().get_bits::<4>(0);
        self.ways[1].write.next = self.write_slots.val().get_bits::<4>(4);
        self.ways[2].write.next = self.write_slots.val().get_bits::<4>(8);
        self.ways[3].write.next = self.write_slots.val().get_bits::<4>(12);

        self.hit.next = bit_cast::<16, 4>(self.ways[0].hit.val())
            | (bit_cast::<16, 4>(self.ways[1].hit.val()) << 4)
            | (bit_cast::<16, 4>(self.ways[2].hit.val()) << 8)
            | (bit_cast::<16, 4>(self.ways[3].hit.val()) << 12);
        self.found.next = (self.ways[0].hit.val()
            | self.ways[1].hit.val()
            | self.ways[2].hit.val()
            | self.ways[3].hit.val())
        .any();
        self.payload.next = self.ways[0].payload.val()
            | self.ways[1].payload.val()
            | self.ways[2].payload.val()
            | self.ways[3].payload.val();

        // The way with the fewest keys. A full bucket has four, and its `vacant` is zero.
        self.free.next = bit_cast::<16, 4>(self.ways[0].vacant.val());
        self.free_address.next = self.addresses[0].q.val();
        self.least.next = self.ways[0].load.val();
        if self.ways[1].load.val() < self.least.val() {
            self.free.next = bit_cast::<16, 4>(self.ways[1].vacant.val()) << 4;
            self.free_address.next = self.addresses[1].q.val();
            self.least.next = self.ways[1].load.val();
        }
        if self.ways[2].load.val() < self.least.val() {
            self.free.next = bit_cast::<16, 4>(self.ways[2].vacant.val()) << 8;
            self.free_address.next = self.addresses[2].q.val();
            self.least.next = self.ways[2].load.val();
        }
        if self.ways[3].load.val() < self.least.val() {
            self.free.next = bit_cast::<16, 4>(self.ways[3].vacant.val()) << 12;
            self.free_address.next = self.addresses[3].q.val();
        }

        self.scan_taken.next = self.ways[0].slot_taken.val();
        self.scan_key.next = self.ways[0].slot_key.val();
        self.scan_payload.next = self.ways[0].slot_payload.val();
        if self.scan_slot.val().get_bits::<2>(2) == 1 {
            self.scan_taken.next = self.ways[1].slot_taken.val();
            self.scan_key.next = self.ways[1].slot_key.val();
            self.scan_payload.next = self.ways[1].slot_payload.val();
        }
        if self.scan_slot.val().get_bits::<2>(2) == 2 {
            self.scan_taken.next = self.ways[2].slot_taken.val();
            self.scan_key.next = self.ways[2].slot_key.val();
            self.scan_payload.next = self.ways[2].slot_payload.val();
        }
        if self.scan_slot.val().get_bits::<2>(2) == 3 {
            self.scan_taken.next = self.ways[3].slot_taken.val();
            self.scan_key.next = self.ways[3].slot_key.val();
            self.scan_payload.next = self.ways[3].slot_payload.val();
        }
    }
}
