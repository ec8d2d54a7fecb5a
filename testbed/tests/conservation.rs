// SPDX-License-Identifier: Apache-2.0

//! Every message is answered once and in order, under every pattern of links and segments.
//! `RISKGATE_MESSAGES` sets the number of messages of each pattern.

use host::driver::DriverConfig;
use testbed::bench::BenchConfig;
use testbed::pcie::LinkConfig;
use testkit::rigs::{Kept, SESSIONS, number, patterns, run_twins};

#[test]
fn every_message_is_answered_once_under_every_pattern_of_links_and_segments() {
    let messages = number("RISKGATE_MESSAGES", 4_000);
    for (link, segmentation) in patterns() {
        let seed = link.seed;
        let config = BenchConfig {
            link: LinkConfig { depth: 16, ..link },
            driver: DriverConfig { h2c_slots: 128, c2h_slots: 64 },
            sessions: SESSIONS,
            window: 200,
            segmentation,
            seed,
            ..BenchConfig::default()
        };
        let outcome = run_twins(&config, messages, 0.02, &mut Kept::default())
            .unwrap_or_else(|error| panic!("{error}"));
        let summary = &outcome.summary;
        println!(
            "seed {seed}: {} accepted, {} rejected, {} refused",
            summary.accepted, summary.rejected, summary.refused
        );
        assert!(
            summary.accepted > 500 && summary.rejected > 100 && summary.refused > 30,
            "{summary:?}"
        );
        assert!(summary.retired.is_empty(), "{:?}", summary.retired);
    }
}
