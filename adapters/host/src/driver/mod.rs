// SPDX-License-Identifier: Apache-2.0

//! The driver of one card: its registers, its two rings, programs and rows, over any
//! [`Transport`](crate::transport::Transport).
//!
//! Host and card share one block of the host's memory. The driver lays it out when it opens the
//! card, by the sizes of its [`DriverConfig`]:
//!
//! ```text
//!  bus address 0                                                         memory_bytes()
//!  +---------------------+------------------+--------------+------------------+
//!  | ring of descriptors | frames           | ring of      | staging area     |
//!  |                     |                  | log records  | (rows, programs) |
//!  +---------------------+------------------+--------------+------------------+
//!   h2c_slots × 32 bytes  h2c_slots × 256    c2h_slots ×    1 MiB
//!                                            320 bytes
//! ```
//!
//! * *Host to card*: [`Driver::post`] copies a frame into the memory and describes it in the ring,
//!   [`Driver::ring`] writes the doorbell, and [`Driver::completed`] returns each request that the
//!   card has finished. [`Driver::request`] does all three and waits.
//! * *Card to host*: the card writes one log record for each message, refused frame and change of
//!   program. [`Driver::next_record`] checks and returns the next one; [`Driver::give_room`] tells
//!   the card that its slot is free again.
//!
//! The files build on each other in this order: `config`, `error`, `open` (registers), `records`,
//! `health`, `descriptors`, `requests`.

mod config;
mod descriptors;
mod error;
mod health;
mod open;
mod records;
mod requests;

pub use config::DriverConfig;
pub use descriptors::Completed;
pub use error::DriverError;
pub use health::Health;
pub use open::Driver;
