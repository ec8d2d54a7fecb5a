// SPDX-License-Identifier: Apache-2.0

//! Sixteen bytes of the window of `engine::layout`, from any byte on.
//!
//! ```text
//!  start  6     4 3    2 1    0
//!        +-------+------+------+
//!        |  16s  |  4s  |  1s  |
//!        +-------+------+------+
//!
//!  window ──▶ by 16 bytes ──▶ by 4 bytes ──▶ by 1 byte ──▶ high, low
//!  80 bytes         31             19              16
//! ```
//! Latency 0, three levels of multiplexers; holds no state. Bytes after the end of the window are
//! zero or bytes of the window; nothing uses them.

use engine::layout::{START, TAIL_BYTES};
use engine::machine::BEAT_BYTES;
use rust_hdl::prelude::*;

const _: () = assert!(TAIL_BYTES == 16 && BEAT_BYTES == 64 && START.bits == 7);

/// The multiplexers.
#[derive(LogicBlock, Default)]
pub struct Cut {
    /// The outputs are used; while low they are zero, which saves simulation time.
    pub enable: Signal<In, Bit>,
    /// The window of 80 bytes.
    pub window: Signal<In, Bits<640>>,
    /// The byte of the window to start at.
    pub start: Signal<In, Bits<7>>,
    /// Bytes 0 to 7 from there on.
    pub low: Signal<Out, Bits<64>>,
    /// Bytes 8 to 15 from there on.
    pub high: Signal<Out, Bits<64>>,
    by_sixteen: Signal<Local, Bits<248>>,
    by_four: Signal<Local, Bits<152>>,
}

impl Logic for Cut {
    #[hdl_gen]
    fn update(&mut self) {
        self.by_sixteen.next = 0.into();
        self.by_four.next = 0.into();
        self.low.next = 0.into();
        self.high.next = 0.into();
        // The conditions are nested so that synthesis maps each choice of four to one cell.
        if self.enable.val() {
            if self.start.val().get_bit(6) {
                self.by_sixteen.next = bit_cast::<248, 128>(self.window.val().get_bits::<128>(512));
            } else {
                if self.start.val().get_bit(5) {
                    if self.start.val().get_bit(4) {
                        self.by_sixteen.next = self.window.val().get_bits::<248>(384);
                    } else {
                        self.by_sixteen.next = self.window.val().get_bits::<248>(256);
                    }
                } else {
                    if self.start.val().get_bit(4) {
                        self.by_sixteen.next = self.window.val().get_bits::<248>(128);
                    } else {
                        self.by_sixteen.next = self.window.val().get_bits::<248>(0);
                    }
                }
            }
            if self.start.val().get_bit(3) {
                if self.start.val().get_bit(2) {
                    self.by_four.next = self.by_sixteen.val().get_bits::<152>(96);
                } else {
                    self.by_four.next = self.by_sixteen.val().get_bits::<152>(64);
                }
            } else {
                if self.start.val().get_bit(2) {
                    self.by_four.next = self.by_sixteen.val().get_bits::<152>(32);
                } else {
                    self.by_four.next = self.by_sixteen.val().get_bits::<152>(0);
                }
            }
            if self.start.val().get_bit(1) {
                if self.start.val().get_bit(0) {
                    self.low.next = self.by_four.val().get_bits::<64>(24);
                    self.high.next = self.by_four.val().get_bits::<64>(88);
                } else {
                    self.low.next = self.by_four.val().get_bits::<64>(16);
                    self.high.next = self.by_four.val().get_bits::<64>(80);
                }
            } else {
                if self.start.val().get_bit(0) {
                    self.low.next = self.by_four.val().get_bits::<64>(8);
                    self.high.next = self.by_four.val().get_bits::<64>(72);
                } else {
                    self.low.next = self.by_four.val().get_bits::<64>(0);
                    self.high.next = self.by_four.val().get_bits::<64>(64);
                }
            }
        }
    }
}
