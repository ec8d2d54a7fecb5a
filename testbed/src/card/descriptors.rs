// SPDX-License-Identifier: Apache-2.0

//! Descriptors: read from the ring, checked, carried out, and written back with their state.

use super::state::{Card, Fetch, address};
use crate::doe::Swapped;
use crate::pcie::{LinkDown, PAYLOAD_BYTES_MAX, Packet, Payload};
use engine::frame::{self, HEADER_BYTES};
use engine::machine::FRAME_BYTES_MAX;
use engine::schema::TableId;
use engine::shell::*;
use engine::verdict::{Reason, Verdict};

const _: () = assert!(DESCRIPTOR_BYTES <= PAYLOAD_BYTES_MAX, "a descriptor is one packet");

impl Card<'_> {
    /// Continues with the current descriptor. Returns whether there was anything to do.
    pub(super) fn fetch(&mut self) -> Result<bool, LinkDown> {
        match self.fetch {
            Fetch::Idle if self.get(H2C_TAIL) != self.get(H2C_HEAD) => {
                self.fetch = Fetch::Descriptor;
                self.read_memory(self.descriptor_address(), DESCRIPTOR_BYTES);
                Ok(true)
            }
            Fetch::Ready(_) if self.faults.stands => Ok(false),
            Fetch::Ready(descriptor) => {
                let logs = matches!(
                    Request::from_code(descriptor.request),
                    Some(
                        Request::Message
                            | Request::Step
                            | Request::Refused
                            | Request::Swap
                            | Request::Fill
                    )
                );
                if logs && !self.log_has_room() {
                    return Ok(false);
                }
                self.faults.moment()?;
                let (state, detail) = self.carry_out(&descriptor)?;
                self.finish(&descriptor, state, detail);
                Ok(true)
            }
            Fetch::Idle | Fetch::Descriptor | Fetch::Bytes(_) => Ok(false),
        }
    }

    /// Address of the current descriptor.
    fn descriptor_address(&self) -> u64 {
        let slot = self.get(H2C_HEAD) & self.get(H2C_SLOTS).wrapping_sub(1);
        address(self.get(H2C_BASE_LOW), self.get(H2C_BASE_HIGH))
            .wrapping_add(u64::from(slot) * DESCRIPTOR_BYTES as u64)
    }

    /// Takes the completion of a read.
    pub(super) fn completed(&mut self, tag: u16, data: Option<Payload>) {
        if !self.is_awaited(tag) {
            return self.count(COMPLETIONS_DROPPED);
        }
        // A completion of another length than requested counts as an error.
        let data = data.filter(|data| data.bytes().len() == self.asked());
        if data.is_none() {
            self.count(DMA_ERRORS);
        }
        match self.fetch {
            Fetch::Descriptor => {
                let read = data
                    .as_ref()
                    .and_then(|data| bytemuck::try_pod_read_unaligned(data.bytes()).ok());
                match read {
                    Some(descriptor) => {
                        self.fetched.clear();
                        self.check(descriptor);
                    }
                    None => self.switch_ring_off(),
                }
            }
            Fetch::Bytes(descriptor) => match data {
                Some(data) => {
                    self.fetched.extend_from_slice(data.bytes());
                    self.request_bytes(descriptor);
                }
                None => self.finish(&descriptor, DescriptorState::DmaError, 0),
            },
            Fetch::Idle | Fetch::Ready(_) => {}
        }
    }

    /// Stops the ring of descriptors until the host sets it up again. The card does this when it
    /// cannot read a descriptor, because then it has no descriptor to write a state into.
    fn switch_ring_off(&mut self) {
        self.set(H2C_SLOTS, 0);
        self.set(H2C_TAIL, self.get(H2C_HEAD));
        self.fetch = Fetch::Idle;
        self.interrupt();
    }

    /// Checks a descriptor before its bytes are requested.
    fn check(&mut self, descriptor: Descriptor) {
        if descriptor.state != DescriptorState::Pending as u32 {
            return self.finish(&descriptor, DescriptorState::Stale, 0);
        }
        if descriptor.address.checked_add(descriptor.length.into()).is_none() {
            return self.finish(&descriptor, DescriptorState::DmaError, 0);
        }
        let length = descriptor.length as usize;
        let most = DESCRIPTOR_BYTES_MAX as usize;
        let fits = match Request::from_code(descriptor.request) {
            None => return self.finish(&descriptor, DescriptorState::NoRequest, 0),
            Some(Request::Rows) => (HEADER_BYTES..=most).contains(&length),
            Some(Request::Program | Request::Change) => (1..=most).contains(&length),
            Some(Request::Message | Request::Step) => {
                (HEADER_BYTES..=FRAME_BYTES_MAX).contains(&length)
            }
            Some(Request::Refused) => length <= FRAME_BYTES_MAX,
            Some(Request::Swap | Request::Digest | Request::Fill) => length == 0,
        };
        if fits {
            self.request_bytes(descriptor)
        } else {
            self.finish(&descriptor, DescriptorState::Length, 0)
        }
    }

    /// Requests more bytes of a descriptor, unless they are complete.
    fn request_bytes(&mut self, descriptor: Descriptor) {
        let missing =
            descriptor.length as usize - self.fetched.len().min(descriptor.length as usize);
        if missing == 0 {
            self.fetch = Fetch::Ready(descriptor);
        } else {
            self.fetch = Fetch::Bytes(descriptor);
            let from = descriptor.address.wrapping_add(self.fetched.len() as u64);
            self.read_memory(from, missing.min(PAYLOAD_BYTES_MAX));
        }
    }

    /// Writes the state of a descriptor back, and goes on to the next one.
    fn finish(&mut self, descriptor: &Descriptor, state: DescriptorState, detail: u64) {
        if state != DescriptorState::Done {
            self.count(DESCRIPTORS_REFUSED);
        }
        let written = Descriptor { state: state as u32, reserved: 0, detail, ..*descriptor };
        let bytes = &bytemuck::bytes_of(&written)[DESCRIPTOR_WRITTEN..];
        let address = self.descriptor_address() + DESCRIPTOR_WRITTEN as u64;
        self.outbox.extend(Payload::new(bytes).map(|data| Packet::Write { address, data }));
        self.interrupt();
        self.count(H2C_HEAD);
        self.fetch = Fetch::Idle;
    }

    /// Carries a request out; returns the state and the detail to write back.
    fn carry_out(&mut self, descriptor: &Descriptor) -> Result<(DescriptorState, u64), LinkDown> {
        let fetched = std::mem::take(&mut self.fetched);
        let done = match Request::from_code(descriptor.request) {
            Some(Request::Rows) => self.rows(&fetched),
            Some(Request::Message) => {
                self.message(descriptor.session, &fetched)?;
                (DescriptorState::Done, 0)
            }
            Some(Request::Step) => {
                self.make_step(&fetched)?;
                (DescriptorState::Done, 0)
            }
            Some(Request::Refused) => {
                self.refuse(descriptor.session, &fetched)?;
                (DescriptorState::Done, 0)
            }
            Some(Request::Program) => match self.doe.prepare(&fetched) {
                Ok(()) => (DescriptorState::Done, 0),
                Err(_) => (DescriptorState::Image, 0),
            },
            Some(Request::Change) if self.doe.load_change(&fetched) => (DescriptorState::Done, 0),
            Some(Request::Change) => (DescriptorState::Family, 0),
            Some(Request::Fill) if self.doe.change_state() != ChangeState::Ready => {
                (DescriptorState::NotReady, 0)
            }
            Some(Request::Fill) => {
                self.fill()?;
                (DescriptorState::Done, 0)
            }
            Some(Request::Swap) => self.swap()?,
            Some(Request::Digest) => match self.doe.digest(TableId(descriptor.session)) {
                Some(digest) => (DescriptorState::Done, digest),
                None => (DescriptorState::NoProgram, 0),
            },
            None => (DescriptorState::NoRequest, 0),
        };
        self.fetched = fetched;
        Ok(done)
    }

    /// Changes the program, and logs that or the refusal.
    fn swap(&mut self) -> Result<(DescriptorState, u64), LinkDown> {
        match self.doe.swap() {
            Swapped::No => return Ok((DescriptorState::NoProgram, 0)),
            Swapped::Done => self.log(LogKind::Swap, 0, &[], &Verdict::ACCEPT, (0, 0))?,
            Swapped::Refused(verdict, why) => {
                self.log(LogKind::Swap, 0, why.as_bytes(), &verdict, (0, 0))?;
            }
        }
        Ok((DescriptorState::Done, self.log_number))
    }

    /// Loads row frames up to the end or to the first row that is rejected.
    fn rows(&mut self, mut bytes: &[u8]) -> (DescriptorState, u64) {
        let mut row = 0_u64;
        while !bytes.is_empty() {
            let length = frame::stated_length(bytes).unwrap_or(0);
            let frame = bytes.get(..length).filter(|frame| frame.len() >= HEADER_BYTES);
            let verdict =
                frame.map_or(Verdict::refused(Reason::Malformed), |frame| self.doe.row(frame));
            if let Some(reason) = verdict.reason {
                return (DescriptorState::Row, row << 8 | reason as u64);
            }
            bytes = &bytes[length..];
            row += 1;
        }
        (DescriptorState::Done, row)
    }
}
