// SPDX-License-Identifier: Apache-2.0

//! A supervisor with its cards in threads; the test plays trader, exchange and network.

use super::{Kept, Messages, RULES, SESSIONS, loaded, program};
use crossbeam::channel::{Receiver, Sender, bounded, unbounded};
use engine::change::Changeable;
use engine::twin::Twin;
use host::driver::{Driver, DriverConfig, DriverError};
use host::supervisor::{Control, Crew, Jobs, Lines, Notice, Patience, Supervisor, SupervisorError};
use host::transport::TransportError;
use std::time::Duration;
use testbed::bench::{CardEnds, card_ends, run_card};
use testbed::doe::{Doe, TwinDoe};
use testbed::faults::FaultPlan;
use testbed::pcie::LinkConfig;
use testbed::pcie_transport::PcieTransport;
use testbed::toe::Segment;

/// Time limits for cards in tests.
pub const PATIENCE: Patience =
    Patience { watchdog: Duration::from_millis(500), setup: Duration::from_secs(60) };

/// The test's ends of all connections.
pub struct Ends {
    /// The network of each card.
    pub networks: Vec<Sender<Segment>>,
    /// Notices for the trader.
    pub notices: Receiver<Notice>,
    /// Notices for the exchange.
    pub exchange: Receiver<Notice>,
    /// Requests to the supervisor.
    pub control: Sender<Control>,
    /// The messages to send.
    pub messages: Messages,
    sent: [u64; SESSIONS],
    number: [u32; SESSIONS],
}

impl Ends {
    /// Sends the next message through a card's network, in the message's session.
    pub fn send(&mut self, card: usize) {
        let outgoing = self.messages.next().expect("there are enough");
        let (session, place) = (outgoing.session, usize::from(outgoing.session));
        self.number[place] += 1;
        let mut frame = outgoing.frame[..usize::from(outgoing.length)].to_vec();
        engine::frame::set_sequence(&mut frame, self.number[place]);
        let first_byte = self.sent[place];
        self.sent[place] += frame.len() as u64;
        let segment = Segment { session, connection: 0, first_byte, bytes: frame, ends: false };
        self.networks[card].send(segment).expect("the card runs");
    }
}

/// A card of a test: its engine and its fault.
pub struct Plan<'a> {
    /// The engine.
    pub doe: Box<dyn Doe + Send + 'a>,
    /// The fault, if any.
    pub fault: Option<FaultPlan>,
}

/// A card without a fault, whose engine is a twin with program and rows.
pub fn plain<'a>() -> Plan<'a> {
    Plan { doe: Box::new(TwinDoe::with(loaded(&program(RULES)))), fault: None }
}

/// Runs a test with a supervisor of these cards and this twin. Lines of notices hold `line`
/// notices. Without `soft`, no card in software can be made.
pub fn supervised<R>(
    plans: Vec<Plan<'_>>,
    twin: Twin,
    soft: bool,
    line: usize,
    test: impl FnOnce(Result<Supervisor<'_, PcieTransport>, SupervisorError>, &mut Ends) -> R,
) -> R {
    let program = program(RULES);
    let config = DriverConfig { h2c_slots: 128, c2h_slots: 128 };
    std::thread::scope(|scope| {
        let (mut cards, mut networks, mut overs) = (Vec::new(), Vec::new(), Vec::new());
        for (place, mut plan) in plans.into_iter().enumerate() {
            let CardEnds { host, card, network, over } =
                card_ends(&LinkConfig::default(), SESSIONS, plan.fault);
            scope.spawn(move || run_card(&mut *plan.doe, card));
            networks.push(network);
            overs.push(over);
            let transport = PcieTransport::new(host, config.memory_bytes(), PATIENCE.watchdog);
            let mut driver = Driver::open(transport, config).expect("it opens");
            driver.set_patience(PATIENCE.watchdog);
            cards.push((driver, place));
        }
        let soft_card_network = cards.len();
        let CardEnds { host, card, network, over } =
            card_ends(&LinkConfig::default(), SESSIONS, None);
        networks.push(network);
        overs.push(over);
        let mut ends = Some((host, card));
        let soft_card = Box::new(move |twin: Changeable<Twin>| {
            let (host, card) =
                ends.take().filter(|_| soft).ok_or(DriverError::Transport(TransportError::Down))?;
            scope.spawn(move || run_card(&mut TwinDoe::with(twin), card));
            let transport = PcieTransport::new(host, config.memory_bytes(), PATIENCE.watchdog);
            Ok((Driver::open(transport, config)?, soft_card_network))
        });
        let (notices, heard) = bounded(line);
        let (exchange, exchanged) = bounded(line);
        let (control, asked) = unbounded();
        let mut log = Kept::default();
        let jobs = Jobs::default();
        let crew = Crew { cards, lost: Vec::new(), twin, soft_card, soft_card_network, jobs };
        let lines = Lines { notices, exchange, control: asked };
        let supervisor = Supervisor::new(crew, &mut log, lines, vec![1; SESSIONS], 0, PATIENCE);
        let messages = Messages::new(&program, u32::MAX, 0.0, 3);
        let (sent, number) = ([0; SESSIONS], [0; SESSIONS]);
        let result = test(
            supervisor,
            &mut Ends {
                networks,
                notices: heard,
                exchange: exchanged,
                control,
                messages,
                sent,
                number,
            },
        );
        drop(overs);
        result
    })
}
