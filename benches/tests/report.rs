// SPDX-License-Identifier: Apache-2.0

//! The report: the table for the terminal and the self-contained page.

use benches::report::{Measurement, Report, VerdictCounts, paper_figure};
use benches::workload::{Operation, Refusal};
use expect_test::expect;
use hdrhistogram::Histogram;
use rand::RngExt;
use testkit::rng::Rng;

/// A report of random numbers from a fixed seed, with tails like those of real measurements.
fn report(log_sizes: &[u64]) -> Report {
    let mut rng = Rng::seeded(1);
    let mut measurements = Vec::new();
    for (s, &log_orders) in log_sizes.iter().enumerate() {
        for (i, operation) in Operation::ALL.into_iter().enumerate() {
            let mut latencies = Histogram::new(3).expect("three digits are allowed");
            for _ in 0..2000 {
                let base = 70 + 14 * i as u64 + 6 * s as u64 + rng.random_range(0..20_u64);
                let tail = match rng.random_range(0..1000) {
                    0 => 900 + rng.random_range(0..9_000_u64),
                    1..15 => 120 + rng.random_range(0..90_u64),
                    _ => 0,
                };
                latencies.record(base + tail).expect("the value fits");
            }
            let paper = paper_figure(operation);
            measurements.push(Measurement {
                operation: operation.name().into(),
                log_orders,
                latencies,
                paper,
            });
        }
    }
    let rejected = Refusal::ALL.iter().zip([212, 640, 431, 96, 188, 203, 12, 9, 77, 30, 58]);
    let mut rejected: Vec<_> =
        rejected.map(|(refusal, count)| (refusal.rule().to_owned(), count)).collect();
    rejected.push(("duplicate_key".into(), 3));
    Report {
        title: "Eight operations of a broker's risk checks".into(),
        summary: "From the frame in memory to the verdict and the end of the commit, one call of \
                  the software twin on one core."
            .into(),
        parameters: [
            ("engine", "software twin"),
            ("rules", "rules/broker.rules <9 rules>"),
            ("accounts", "20"),
            ("instruments", "2,048"),
            ("events a size", "40,000"),
            ("seed", "1"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec(),
        measurements,
        verdicts: VerdictCounts { accepted: 38_062, rejected },
    }
}

const SIZES: [u64; 4] = [1_000, 10_000, 100_000, 1_000_000];

#[test]
fn the_table_is_aligned() {
    let mut report = report(&[1_000]);
    report.measurements.truncate(7);
    report.measurements.remove(3);
    expect![[r#"
        operation             count  p50 ns  p99 ns  p99.9 ns  max ns        paper ns
        ─────────────────────────────────────────────────────────────────────────────
        buy order             2,000      80     212       286   5,811  2,000 to 2,500
        sell order            2,000      93     218       303   7,395  2,000 to 2,700
        buy fill              2,000     107     250       319   5,275  2,000 to 2,700
        buy exchange reject   2,000     136     292       342   9,095  2,000 to 2,700
        sell exchange reject  2,000     150     320     4,675   8,575  2,000 to 2,700
        buy cancel            2,000     163     333     4,295   8,263      not stated
    "#]]
    .assert_eq(&report.text());
}

#[test]
fn the_page_is_self_contained() {
    let page = report(&SIZES).html();
    assert_eq!(page.matches("<svg").count(), 3);
    for foreign in ["<script", "<link", "<img", "@import", "url(", "src="] {
        assert!(!page.contains(foreign), "the page loads something: {foreign}");
    }
    // The only address is the name of the SVG format.
    assert_eq!(page.matches("http").count(), page.matches("http://www.w3.org/2000/svg").count());
    assert!(page.contains("rules/broker.rules &lt;9 rules&gt;"), "text is escaped");
    for name in Operation::ALL.map(Operation::name).iter().chain(&Refusal::ALL.map(Refusal::rule)) {
        assert!(page.contains(name), "{name} is missing");
    }
    for size in ["1,000 orders in the log", "1,000,000 orders in the log"] {
        assert!(page.contains(size), "{size} is missing");
    }
    // To look at the page: RISKGATE_REPORT=report.html cargo test -p benches --test report
    if let Ok(path) = std::env::var("RISKGATE_REPORT") {
        report(&SIZES).write_html(path.as_ref()).expect("the page can be written");
    }
}

#[test]
fn every_colour_of_a_plot_has_a_colour_for_dark_pages() {
    let page = report(&SIZES).html();
    let plots = page.split("<svg").skip(1).map(|rest| rest.split("</svg>").next().unwrap_or(rest));
    for plot in plots {
        for property in ["fill", "stroke"] {
            for rest in plot.split(&format!(" {property}=\"")).skip(1) {
                let color = rest.split('"').next().unwrap_or(rest);
                let rule = format!(".plot [{property}=\"{color}\"]");
                assert!(color == "none" || page.contains(&rule), "{property} {color} has no rule");
            }
        }
    }
}

#[test]
fn parts_without_numbers_are_left_out() {
    let one_size = report(&[1_000]).html();
    assert!(!one_size.contains("Latency against orders in the log"));
    let nothing =
        Report { measurements: Vec::new(), verdicts: VerdictCounts::default(), ..report(&[]) };
    assert_eq!(nothing.html().matches("<svg").count(), 0);
    assert_eq!(nothing.text().lines().count(), 2);
}
