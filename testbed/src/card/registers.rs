// SPDX-License-Identifier: Apache-2.0

//! Reads and writes of the card's registers by the host.

use super::state::{Card, Fetch};
use engine::registers::{Access, REGISTERS as ENGINE_REGISTERS, Register};
use engine::shell::*;

impl Card<'_> {
    /// Reads a register of the engine or of the shell; `None` if there is none at this address.
    pub(super) fn read_register(&mut self, address: u64) -> Option<u32> {
        if address < u64::from(SHELL_FIRST) {
            return self.doe.read(engine_register_at(address)?);
        }
        let register = register_at(address)?;
        let toe = &self.toe.counts;
        Some(match register {
            REFUSED => toe.refused,
            SESSIONS_BROKEN => toe.broken,
            FRAMES_CUT => toe.cut,
            SEGMENTS_UNKNOWN => toe.unknown,
            BYTES_REPEATED => toe.repeated,
            SEGMENTS_AHEAD => toe.ahead,
            C2H_TAIL => self.log_number as u32,
            FRAMES_WAITING => self.toe.waiting() as u32,
            CHANGE => self.doe.change_state() as u32,
            _ => self.get(register),
        })
    }

    /// Writes a register. Returns false if the write is not allowed; it changes nothing then.
    pub(super) fn write_register(&mut self, address: u64, word: u32) -> bool {
        if address < u64::from(SHELL_FIRST) {
            return engine_register_at(address)
                .is_some_and(|r| r.access == Access::ReadWrite && self.doe.write(r, word));
        }
        let Some(register) = register_at(address).filter(|r| r.access == Access::ReadWrite) else {
            return false;
        };
        if !self.is_allowed(register, word) {
            return false;
        }
        self.set(register, word);
        match register {
            H2C_SLOTS => {
                self.set(H2C_HEAD, 0);
                self.set(H2C_TAIL, 0);
                self.fetch = Fetch::Idle;
            }
            C2H_SLOTS => {
                self.log_number = 0;
                self.set(C2H_HEAD, 0);
            }
            _ => {}
        }
        true
    }

    /// Whether a register may have this value now. For [`SESSION_NEXT`] the session is opened here:
    /// the write is allowed if there is such a session.
    fn is_allowed(&mut self, register: Register, word: u32) -> bool {
        match register {
            H2C_SLOTS | C2H_SLOTS => word == 0 || word.is_power_of_two() && word <= RING_SLOTS_MAX,
            H2C_BASE_LOW => self.get(H2C_SLOTS) == 0 && word.is_multiple_of(64),
            H2C_BASE_HIGH => self.get(H2C_SLOTS) == 0,
            C2H_BASE_LOW => self.get(C2H_SLOTS) == 0 && word.is_multiple_of(64),
            C2H_BASE_HIGH => self.get(C2H_SLOTS) == 0,
            // A doorbell must not exceed what the ring holds, nor take descriptors back.
            H2C_TAIL => {
                let (head, tail) = (self.get(H2C_HEAD), self.get(H2C_TAIL));
                (tail.wrapping_sub(head)..=self.get(H2C_SLOTS)).contains(&word.wrapping_sub(head))
            }
            C2H_HEAD => {
                let written = self.log_number as u32;
                written.wrapping_sub(word) <= written.wrapping_sub(self.get(C2H_HEAD))
            }
            SESSION_NEXT => {
                self.toe.open(self.get(SESSION) as u16, (self.get(SESSION) >> 16) as u16, word)
            }
            _ => true,
        }
    }
}

fn engine_register_at(address: u64) -> Option<Register> {
    ENGINE_REGISTERS.iter().copied().find(|register| u64::from(register.offset) == address)
}
