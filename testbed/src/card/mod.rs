// SPDX-License-Identifier: Apache-2.0

//! A card: the shell around an engine. It takes segments and descriptors, has the engine answer,
//! and writes log records.
//!
//! ```text
//!              ┌──────────────────────────── card ────────────────────────────┐
//!  segments ──▶│ TOE ──frames──▶ ┌────────┐                                   │
//!              │                 │ engine │──verdict──▶ log records ──────────│──▶ host's memory
//!  descriptors │ ──messages────▶ └────────┘                                   │
//!  from the ──▶│   rows, programs, swaps, digests ──▶ state of the descriptor │──▶ host's memory
//!  host        │ registers of the shell and of the engine                     │◀─▶ BAR
//!              └──────────────────────────────────────────────────────────────┘
//! ```
//!
//! Everything a card does is one short [`Card::step`], so that links can stall and faults can
//! happen between any two steps. A card does one thing at a time: requests of descriptors and
//! frames of the TOE are put in one order here, which the log records.
//!
//! The files build on each other in this order: `state`, `log`, `registers`, `descriptors`, `step`.

mod descriptors;
mod log;
mod registers;
mod state;
mod step;

pub use state::Card;
pub use step::Step;
