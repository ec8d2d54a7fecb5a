// SPDX-License-Identifier: Apache-2.0

//! The host's side of a card: what a real card and a simulated one both need.
//!
//! ```text
//!                 ┌───────────────── this crate ─────────────────┐
//!  ┌──────┐  PCIe │ ┌───────────┐   ┌────────┐    ┌────────────┐ │ notices
//!  │ card │◀─────▶│ │ transport │◀─▶│ driver │◀──▶│            │─│────────▶ trader, exchange
//!  └──────┘       │ └───────────┘   └────────┘    │ supervisor │ │
//!  ┌─────────┐    │ ┌───────────┐   ┌────────┐    │            │ │ records
//!  │ standby │◀──▶│ │ transport │◀─▶│ driver │◀──▶│            │─│────────▶ log
//!  └─────────┘    │ └───────────┘   └────────┘    └────────────┘ │
//!                 └─────────────────────────────────────▲────────┘
//!                                                       ▼
//!                                                 software twin
//! ```
//!
//! * [`transport`]: the interface through which a driver reaches a card: registers and shared
//!   memory. Crate `testbed` implements it over simulated PCIe packets.
//! * [`driver`]: one card: its registers, its two rings, programs, changes, rows, digests.
//! * [`preparation`]: the memory of a change, taken while messages are answered.
//! * [`supervisor`]: several cards. The active card answers messages; a standby and the software
//!   twin repeat every answer and are compared with it. A card that fails or is outvoted is
//!   retired, and the next one continues after the last record that was read. A verdict is
//!   acknowledged only when the log has it.
//!
//! The front page of crate `testbed` has an example that drives a simulated card.

pub mod driver;
pub mod preparation;
pub mod supervisor;
pub mod transport;
