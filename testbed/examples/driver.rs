// SPDX-License-Identifier: Apache-2.0

//! Compiles a rule, loads the program into a simulated card, sends two orders and reads the
//! verdicts. Run it with: cargo run -p testbed --example driver

use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::FrameKind;
use engine::shell::Request;
use host::driver::{Driver, DriverConfig};
use std::time::Duration;
use testbed::bench::{CardEnds, card_ends, run_card};
use testbed::doe::TwinDoe;
use testbed::pcie::LinkConfig;
use testbed::pcie_transport::PcieTransport;

const RULES: &str = "
create message place_order (account_id INT not null, quantity INT not null);
rule quantity_limit (place_order.quantity <= 500)
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (program, diagnostics) = rulec::compile(RULES);
    let program = program.ok_or_else(|| format!("{diagnostics:?}"))?;

    // A card in a thread, with the software twin as its engine. It runs until `over` is dropped.
    let CardEnds { host, card, network: _network, over } =
        card_ends(&LinkConfig::default(), 1, None);
    std::thread::scope(|scope| {
        scope.spawn(move || run_card(&mut TwinDoe::default(), card));
        let _over = over;

        // The driver over the host's end of the link.
        let config = DriverConfig::default();
        let transport = PcieTransport::new(host, config.memory_bytes(), Duration::from_secs(10));
        let mut driver = Driver::open(transport, config)?;

        // Load the program and swap it in; the swap leaves a log record.
        driver.load_program(&engine::image::encode(&program))?;
        driver.swap()?;
        driver.wait_for_record()?;

        // Send two orders and read their verdicts from the log.
        let message = program.message("place_order").ok_or("the message is declared")?;
        let layout = program.layout(FrameKind::Message(message));
        for (sequence, quantity) in [(1, 500), (2, 501)] {
            let mut buffer = [0; FRAME_BYTES_MAX];
            let values = [FieldValue::Number(7), FieldValue::Number(quantity)];
            let frame = layout.write(sequence, &values, &mut buffer)?;
            driver.post(Request::Message, 0, frame)?;
            let (_, _, verdict) = driver.wait_for_record()?;
            driver.give_room()?;

            let rule = verdict.rule.map(|rule| program.rules[usize::from(rule.0)].name.as_str());
            println!("quantity {quantity}: accepted {}, {rule:?}", verdict.is_accept());
            assert_eq!(verdict.is_accept(), quantity <= 500);
        }
        Ok(())
    })
}
