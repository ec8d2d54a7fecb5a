// SPDX-License-Identifier: Apache-2.0

//! The testbed's host, and the card that it talks to.
//!
//! The source measures its engine with a host that plays trader and exchange against a card behind
//! PCIe. This is that bench: what a real card would replace is one layer, the [`host::transport`].
//!
//! ```text
//!  trader ──segments──▶ ┌──────── card ────────┐ ──log records──▶ supervisor ──verdicts──▶ trader
//!                       │ TOE ▸ DOE ▸ shell    │                      │     └──accepted──▶ exchange
//!                       └──────────────────────┘ ◀──descriptors───────┤
//!                       ┌─────── standby ──────┐ ◀──the same messages─┤
//!                       └──────────────────────┘ ──log records───────▶└──▶ log, see [`host::supervisor::Log`]
//! ```
//!
//! * [`pcie`]: packets of memory reads and writes, and a link that delays and stalls them;
//! * [`toe`]: segments of TCP sessions become frames;
//! * [`doe`]: the engine on a card, whichever it is; [`card`]: the shell around it; [`faults`]:
//!   what can go wrong with it;
//! * [`pcie_transport`]: the host's end of the link, as a [`host::transport::Transport`];
//! * [`host::driver`]: registers, rings, programs, rows;
//! * [`host::supervisor`]: one card answers, a second one and the software twin follow in lock step; what
//!   an order's acknowledgement rests on, and who takes over;
//! * [`trader`]: sessions that send messages in any segmentation and send again what was not
//!   acknowledged;
//! * [`bench`]: all of them as threads;
//! * [`trade`]: the events of a file through all of it.

pub mod bench;
pub mod card;
pub mod doe;
pub mod faults;
pub mod pcie;
pub mod pcie_transport;
pub mod toe;
pub mod trade;
pub mod trader;
