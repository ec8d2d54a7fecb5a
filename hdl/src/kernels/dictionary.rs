// SPDX-License-Identifier: Apache-2.0

//! The dictionary: texts become codes, and the new texts of an accepted message are stored.
//!
//! ```text
//!  cycle  k + 1           k + 2                   k + 3                             k + 4
//!  texts of a beat ─▶ │ the first that waits ─▶ │ in the map: its code         ─▶ │ code on the
//!                     │   ─▶ map                │ equal to a new one: its code    │ field's bus
//!                     │                         │ else the next code, for now     │
//! ```
//! One text a cycle, in the order of the fields: each text is in its slot at least one cycle after
//! the last one (`engine::frame::Layout::field_ready`). A NULL takes a cycle like a text. Codes
//! count upwards from 0.
//!
//! A text that is not in the map gets the code that it will have if the message is accepted.
//! `finish` with `permit` starts to store the new texts in the same order, three cycles each.
//! Without `permit` nothing changes. `full` is high if the new texts of the message do not fit; the
//! message must then not be accepted.
//!
//! `load` stores a text of the program. It comes at least four cycles after the last one and while
//! no frame is under way. `clear` empties the map. `fault` rises if the map cannot take a text, as
//! in `key_index`.

use super::hash_map::HashMap;
use crate::prim::join::Join;
use engine::build::map_address_bits;
use engine::machine::{
    DICTIONARY_CYCLES, DICTIONARY_STORE_CYCLES, FIELDS_MAX, PARSE_CYCLES, STRINGS_MAX,
};
use rust_hdl::prelude::*;

const _: () = assert!(PARSE_CYCLES == 2 && DICTIONARY_CYCLES == 3 && DICTIONARY_STORE_CYCLES == 3);
const _: () = assert!(FIELDS_MAX == 32 && STRINGS_MAX == 1 << 16);

/// The dictionary.
#[derive(LogicBlock)]
pub struct Dictionary {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Empties everything; held high while `clear_address` counts through all addresses.
    pub clear: Signal<In, Bit>,
    /// The address that `clear` empties in this cycle.
    pub clear_address: Signal<In, Bits<24>>,
    /// A frame starts: texts that wait, and texts that are new, are forgotten.
    pub start: Signal<In, Bit>,
    /// For each field: its text is valid in this cycle.
    pub text_valid: [Signal<In, Bit>; FIELDS_MAX],
    /// With `text_valid`: the text is NULL.
    pub text_null: [Signal<In, Bit>; FIELDS_MAX],
    /// The text of each field, padded with blanks, the first character lowest.
    pub text: [Signal<In, Bits<128>>; FIELDS_MAX],
    /// The message is decided; with `permit` its new texts are stored.
    pub finish: Signal<In, Bit>,
    /// The message under way is accepted: changes are allowed.
    pub permit: Signal<In, Bit>,
    /// Stores a text of the program.
    pub load: Signal<In, Bit>,
    /// The text that `load` stores.
    pub load_text: Signal<In, Bits<128>>,
    /// One bit a field: `code` is the code of its text.
    pub code_valid: Signal<Out, Bits<32>>,
    /// The code of a text, or NULL: tag and bits.
    pub code: Signal<Out, Bits<66>>,
    /// The new texts of the message do not fit.
    pub full: Signal<Out, Bit>,
    /// The map could not take a text; stays high until `clear`.
    pub fault: Signal<Out, Bit>,
    /// Reads the bucket at `scan_address`; only while nothing runs.
    pub scan: Signal<In, Bit>,
    /// The bucket, or the row, that is read back.
    pub scan_address: Signal<In, Bits<24>>,
    /// The slot of the bucket, available in the cycle after `scan`.
    pub scan_slot: Signal<In, Bits<4>>,
    /// The slot holds something.
    pub scan_taken: Signal<Out, Bit>,
    /// The text in the slot.
    pub scan_text: Signal<Out, Bits<128>>,
    /// The code of that text.
    pub scan_code: Signal<Out, Bits<16>>,
    map: HashMap<128, 16>,
    arrivals: Join<32, 1, 32>,
    arrivals_null: Join<32, 1, 32>,
    texts: [DFF<Bits<128>>; FIELDS_MAX],
    /// For each new text: the number of new texts before it.
    ranks: [DFF<Bits<6>>; FIELDS_MAX],
    nulls: DFF<Bits<32>>,
    waiting: DFF<Bits<32>>,
    new: DFF<Bits<32>>,
    new_count: DFF<Bits<6>>,
    to_store: DFF<Bits<32>>,
    /// Codes that are assigned permanently.
    count: DFF<Bits<17>>,
    storing: DFF<Bit>,
    step: DFF<Bits<2>>,
    arrived: Signal<Local, Bits<32>>,
    arrived_null: Signal<Local, Bits<32>>,
    candidates: Signal<Local, Bits<32>>,
    lowest: Signal<Local, Bits<32>>,
    chosen: Signal<Local, Bits<128>>,
    field_2: DFF<Bits<32>>,
    null_2: DFF<Bit>,
    text_2: DFF<Bits<128>>,
    alike: Signal<Local, Bit>,
    rank: Signal<Local, Bits<6>>,
    number: Signal<Local, Bits<17>>,
    field_3: DFF<Bits<32>>,
    code_3: DFF<Bits<66>>,
    free_3: DFF<Bits<16>>,
    total: Signal<Local, Bits<17>>,
    fault_q: DFF<Bit>,
}

impl Default for Dictionary {
    fn default() -> Dictionary {
        Dictionary::new(STRINGS_MAX)
    }
}

impl Dictionary {
    /// A dictionary whose map has room for `texts` texts.
    pub fn new(texts: u32) -> Dictionary {
        Dictionary {
            clock: Default::default(),
            reset: Default::default(),
            clear: Default::default(),
            clear_address: Default::default(),
            start: Default::default(),
            text_valid: Default::default(),
            text_null: Default::default(),
            text: Default::default(),
            finish: Default::default(),
            permit: Default::default(),
            load: Default::default(),
            load_text: Default::default(),
            code_valid: Default::default(),
            code: Default::default(),
            full: Default::default(),
            fault: Default::default(),
            scan: Default::default(),
            scan_address: Default::default(),
            scan_slot: Default::default(),
            scan_taken: Default::default(),
            scan_text: Default::default(),
            scan_code: Default::default(),
            map: HashMap::new(map_address_bits(texts)),
            arrivals: Default::default(),
            arrivals_null: Default::default(),
            texts: Default::default(),
            ranks: Default::default(),
            nulls: Default::default(),
            waiting: Default::default(),
            new: Default::default(),
            new_count: Default::default(),
            to_store: Default::default(),
            count: Default::default(),
            storing: Default::default(),
            step: Default::default(),
            arrived: Default::default(),
            arrived_null: Default::default(),
            candidates: Default::default(),
            lowest: Default::default(),
            chosen: Default::default(),
            field_2: Default::default(),
            null_2: Default::default(),
            text_2: Default::default(),
            alike: Default::default(),
            rank: Default::default(),
            number: Default::default(),
            field_3: Default::default(),
            code_3: Default::default(),
            free_3: Default::default(),
            total: Default::default(),
            fault_q: Default::default(),
        }
    }
}

impl Logic for Dictionary {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, nulls, waiting, new, new_count, to_store, count, storing, step);
        dff_setup!(self, clock, field_2, null_2, text_2, field_3, code_3, free_3, fault_q);
        self.map.clock.next = self.clock.val();

        // k + 1: texts are held until the message is over.
        for i in 0..32 {
            self.arrivals.part[i].next = self.text_valid[i].val().into();
            self.arrivals_null.part[i].next =
                (self.text_valid[i].val() & self.text_null[i].val()).into();
            self.texts[i].clock.next = self.clock.val();
            self.ranks[i].clock.next = self.clock.val();
            self.texts[i].d.next = self.texts[i].q.val();
            self.ranks[i].d.next = self.ranks[i].q.val();
            if self.text_valid[i].val() {
                self.texts[i].d.next = self.text[i].val();
            }
        }
        if self.load.val() {
            self.texts[0].d.next = self.load_text.val();
        }

        self.arrived.next = self.arrivals.word.val();
        self.arrived_null.next = self.arrivals_null.word.val();

        // k + 2: the map looks up the first text that waits or must be stored.
        self.candidates.next = self.waiting.q.val();
        if self.storing.q.val() {
            self.candidates.next = self.to_store.q.val();
        }
        self.lowest.next = self.candidates.val() & (bits::<32>(0) - self.candidates.val());
        self.chosen.next = 0.into();
        for i in 0..32 {
            if self.lowest.val().get_bit(i) {
                self.chosen.next = self.texts[i].q.val();
            }
        }
        self.map.lookup.next =
            self.candidates.val().any() & (!self.storing.q.val() | (self.step.q.val() == 0));
        self.map.key.next = self.chosen.val();
        self.field_2.d.next = 0.into();
        self.null_2.d.next = (self.nulls.q.val() & self.lowest.val()).any();
        self.text_2.d.next = self.chosen.val();
        if !self.storing.q.val() {
            self.field_2.d.next = self.lowest.val();
            self.waiting.d.next = self.waiting.q.val() & !self.lowest.val();
        }

        // k + 3: the code of the text.
        self.alike.next = false;
        self.rank.next = self.new_count.q.val();
        self.number.next = 0.into();
        self.field_3.d.next = self.field_2.q.val();
        self.code_3.d.next = 0.into();
        if self.field_2.q.val().any() {
            for i in 0..32 {
                if self.new.q.val().get_bit(i) & (self.texts[i].q.val() == self.text_2.q.val()) {
                    self.alike.next = true;
                    self.rank.next = self.ranks[i].q.val();
                }
            }
            self.number.next = self.count.q.val() + bit_cast::<17, 6>(self.rank.val());
            self.code_3.d.next = bit_cast::<66, 17>(self.number.val());
            if self.map.found.val() {
                self.code_3.d.next = bit_cast::<66, 16>(self.map.payload.val());
            }
            if self.null_2.q.val() {
                self.code_3.d.next = bit_cast::<66, 2>(1.into()) << 64;
            }
            if !self.map.found.val() & !self.alike.val() & !self.null_2.q.val() {
                self.new.d.next = self.new.q.val() | self.field_2.q.val();
                self.new_count.d.next = self.new_count.q.val() + 1;
                for i in 0..32 {
                    if self.field_2.q.val().get_bit(i) {
                        self.ranks[i].d.next = self.new_count.q.val();
                    }
                }
            }
        }
        self.code_valid.next = self.field_3.q.val();
        self.code.next = self.code_3.q.val();
        self.total.next = self.count.q.val() + bit_cast::<17, 6>(self.new_count.q.val());
        self.full.next = self.total.val() > 65_536;

        // Storing: step 0 looks up the text, step 1 holds its place, step 2 writes.
        if self.finish.val() & self.permit.val() & self.new.q.val().any() {
            self.storing.d.next = true;
            self.to_store.d.next = self.new.q.val();
            self.step.d.next = 0.into();
        }
        if self.load.val() {
            self.storing.d.next = true;
            self.to_store.d.next = 1.into();
            self.step.d.next = 0.into();
        }
        self.free_3.d.next = self.map.free.val();
        self.fault_q.d.next = self.fault_q.q.val();
        self.map.write_slots.next = 0.into();
        self.map.write_elsewhere.next = self.clear.val();
        self.map.write_address.next = self.clear_address.val();
        self.map.write_taken.next = !self.clear.val();
        self.map.write_key.next = self.text_2.q.val();
        self.map.write_payload.next = self.count.q.val().get_bits::<16>(0);
        if self.storing.q.val() {
            self.step.d.next = self.step.q.val() + 1;
            if self.step.q.val() == 2 {
                self.step.d.next = 0.into();
                self.map.write_slots.next = self.free_3.q.val();
                self.count.d.next = self.count.q.val() + 1;
                self.to_store.d.next = self.to_store.q.val() & !self.lowest.val();
                self.storing.d.next = (self.to_store.q.val() & !self.lowest.val()).any();
                self.fault_q.d.next = self.fault_q.q.val() | !self.free_3.q.val().any();
            }
        }
        if self.clear.val() {
            self.map.write_slots.next = 0xffff.into();
            self.count.d.next = 0.into();
            self.fault_q.d.next = false;
        }
        self.fault.next = self.fault_q.q.val();

        // Texts that arrive join those that wait.
        if self.arrived.val().any() {
            self.waiting.d.next = (self.waiting.q.val() & !self.lowest.val()) | self.arrived.val();
            self.nulls.d.next =
                (self.nulls.q.val() & !self.arrived.val()) | self.arrived_null.val();
        }
        if self.start.val() | self.reset.val() {
            self.waiting.d.next = 0.into();
            self.new.d.next = 0.into();
            self.new_count.d.next = 0.into();
        }
        if self.reset.val() {
            self.storing.d.next = false;
            self.field_2.d.next = 0.into();
            self.field_3.d.next = 0.into();
        }

        self.map.scan.next = self.scan.val();
        self.map.scan_address.next = self.scan_address.val();
        self.map.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.map.scan_taken.val();
        self.scan_text.next = self.map.scan_key.val();
        self.scan_code.next = self.map.scan_payload.val();
    }
}
