// SPDX-License-Identifier: Apache-2.0

//! The sizes of both rings, and the layout of the shared memory that follows from them.

use engine::machine::FRAME_BYTES_MAX;
use engine::shell::{DESCRIPTOR_BYTES, DESCRIPTOR_BYTES_MAX, RECORD_BYTES};

/// Sizes of the rings that a driver shares with its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DriverConfig {
    /// Slots of the ring of descriptors, a power of two.
    pub h2c_slots: u32,
    /// Slots of the ring of log records, a power of two.
    pub c2h_slots: u32,
}

impl Default for DriverConfig {
    fn default() -> DriverConfig {
        DriverConfig { h2c_slots: 256, c2h_slots: 1024 }
    }
}

impl DriverConfig {
    /// Bytes of shared memory that rings of these sizes and the staging area need.
    pub fn memory_bytes(&self) -> usize {
        self.staging() + DESCRIPTOR_BYTES_MAX as usize
    }

    /// Address of the frame of a descriptor slot.
    pub(super) fn frame(&self, slot: usize) -> usize {
        self.h2c_slots as usize * DESCRIPTOR_BYTES + slot * FRAME_BYTES_MAX
    }

    /// Address of the ring of log records.
    pub(super) fn records(&self) -> usize {
        self.frame(self.h2c_slots as usize)
    }

    /// Address of the staging area.
    pub(super) fn staging(&self) -> usize {
        self.records() + self.c2h_slots as usize * RECORD_BYTES
    }

    /// Slot of descriptor number `count`.
    pub(super) fn descriptor_slot(&self, count: u32) -> usize {
        (count & (self.h2c_slots - 1)) as usize
    }

    /// Address of log record number `count`, counting from 0.
    pub(super) fn record(&self, count: u64) -> usize {
        let slot = count as usize & (self.c2h_slots as usize - 1);
        self.records() + slot * RECORD_BYTES
    }
}
