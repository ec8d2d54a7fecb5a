// SPDX-License-Identifier: Apache-2.0

//! The testbed: a simulated card, and a rig that runs cards, supervisor, trader and exchange
//! together.
//!
//! The paper measures its engine with a host that plays trader and exchange against a card behind
//! PCIe. This crate rebuilds that setup in software. A real card would replace the simulated cards
//! and their link; driver and supervisor, in crate [`host`], would stay as they are.
//!
//! ```text
//!                  ┌──────────── card ────────────┐
//!  trader ────────▶│ TOE ──frames──▶ engine (DOE) │
//!    ▲   segments  │                 │ verdicts   │  PCIe packets  ┌────────┐   ┌────────────┐
//!    │             │ registers, rings, log records│◀──────────────▶│ driver │◀─▶│ supervisor │
//!    │             └──────────────────────────────┘                └────────┘   │            │
//!    │             ┌────────── standby ───────────┐                ┌────────┐   │            │
//!    │             │ gets the same messages       │◀──────────────▶│ driver │◀─▶│            │
//!    │             └──────────────────────────────┘                └────────┘   └────────────┘
//!    │                                                  acknowledgements │  │ │
//!    └───────────────────────────────────────────────────────────────────┘  │ └──▶ log
//!                                                   exchange ◀──────────────┘
//! ```
//!
//! * [`pcie`]: packets that read and write memory, and a link that delays and stalls them.
//! * [`pcie_transport`]: the host's end of the link, as a [`host::transport::Transport`].
//! * [`toe`]: segments of TCP sessions become frames.
//! * [`doe`]: the interface of a card's engine, and the software twin as such an engine.
//! * [`card`]: the shell around the engine: registers, rings, log records.
//! * [`faults`]: deaths, hangs and corrupted data of a card, at a chosen moment.
//! * [`trader`]: sessions that send messages in any segmentation, and send again what was not
//!   acknowledged.
//! * [`mod@bench`]: all of them as threads.
//! * [`trade`]: the events of a file through the bench, with the journal as the log.
//!
//! # Example
//!
//! This is `testbed/examples/driver.rs`. It drives one card without trader and supervisor.
//!
//! ```
#![doc = include_str!("../examples/driver.rs")]
//! ```

pub mod bench;
pub mod card;
pub mod doe;
pub mod faults;
pub mod pcie;
pub mod pcie_transport;
pub mod toe;
pub mod trade;
pub mod trader;
