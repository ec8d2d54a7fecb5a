// SPDX-License-Identifier: Apache-2.0

//! A card in a thread, and the ends of its connections.

use crate::card::{Card, Step};
use crate::doe::Doe;
use crate::faults::{FaultPlan, Faults};
use crate::pcie::{LinkConfig, LinkDown, LinkEnd, link};
use crate::toe::Segment;
use crossbeam::channel::{Receiver, Sender, bounded};
use crossbeam::utils::Backoff;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Most segments that wait in a network, and most notices that wait in a line.
pub(super) const LINE: usize = 512;

/// Ends all cards that were made with it when it is dropped.
#[derive(Default)]
pub struct Over(pub(super) Arc<AtomicBool>);

impl Drop for Over {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The card's ends of its connections.
pub struct CardEnd {
    pub(super) link: LinkEnd,
    pub(super) network: Receiver<Segment>,
    pub(super) sessions: usize,
    pub(super) fault: Option<FaultPlan>,
    pub(super) over: Arc<AtomicBool>,
}

/// The ends of a single card's connections.
pub struct CardEnds {
    /// The host's end of the link.
    pub host: LinkEnd,
    /// The card's ends, for [`run_card`].
    pub card: CardEnd,
    /// The network: segments to the card.
    pub network: Sender<Segment>,
    /// The card runs until this is dropped or the link goes down.
    pub over: Over,
}

/// Makes the connections of a single card.
pub fn card_ends(link_config: &LinkConfig, sessions: usize, fault: Option<FaultPlan>) -> CardEnds {
    let (host, device) = link(link_config);
    let over = Over::default();
    let (network, segments) = bounded(LINE);
    let card =
        CardEnd { link: device, network: segments, sessions, fault, over: Arc::clone(&over.0) };
    CardEnds { host, card, network, over }
}

/// Runs a card with this engine until its link goes down or its [`Over`] is dropped.
pub fn run_card(doe: &mut dyn Doe, end: CardEnd) {
    let mut card = Card::new(doe, end.link, end.network, end.sessions, Faults::new(end.fault));
    let backoff = Backoff::new();
    loop {
        match card.step() {
            Ok(Step::Worked) => backoff.reset(),
            Ok(Step::Idle) if backoff.is_completed() => thread::yield_now(),
            Ok(Step::Idle) => backoff.snooze(),
            Err(LinkDown) => return,
        }
        // A card that hangs does not notice that its link is down.
        if end.over.load(Ordering::Relaxed) {
            return;
        }
    }
}
