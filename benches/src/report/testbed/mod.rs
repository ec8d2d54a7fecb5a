// SPDX-License-Identifier: Apache-2.0

//! The page of `riskgate testbed`: the paper's Figures 9 to 12 with the measured values beside
//! them, throughput against offered load, and all numbers.

mod growth;
mod spread;
mod stages;
mod waiting;

use super::page::{self, plot, tile};
use super::{NESTING_MORE, RULES_MORE, SPREAD_MAX_NS, grouped, nanoseconds_text, paper_figure};
use crate::executors::Engine;
use crate::figures::Figures;
use crate::figures::load::{LINE_RATE, Mix, sustained};
use crate::figures::table::{Table, millions, tables};
use crate::measure::nanoseconds_to_cycles;
use crate::workload::Operation;
use maud::{Markup, html};

/// The whole page.
pub fn page(figures: &Figures) -> String {
    let title = format!("Risk checks on {}", figures.engine.name());
    let body = html! {
        (glance(figures))
        (figure_9(figures))
        (figure_10(figures))
        (figure_11(figures))
        (figure_12(figures))
        (throughput(figures))
        (numbers(figures))
    };
    page::page(&title, summary(figures.engine), &figures.parameters, &body)
}

fn summary(engine: Engine) -> &'static str {
    match engine {
        Engine::Rtl => {
            "The paper's measurements, repeated in a simulation of the emitted Verilog. Every message is counted in cycles, from its \
             first beat in; a cycle is 4 ns at 250 MHz, a clock that is the design's aim and has not been reached on a card. \
             The paper's figures are for its card, a Xilinx U200, and include its simulated network interface; ours do not."
        }
        Engine::Twin => {
            "The paper's measurements, repeated on the software twin. Every message is timed as a whole, from its frame to the \
             end of its commit, on one core, with the clock read around it. The paper's figures are for its card."
        }
        Engine::Reference => {
            "The paper's measurements, repeated on the reference interpreter, which is made to be read and not to be fast. Every message \
             is timed as a whole, with the clock read around it. The paper's figures are for its card."
        }
    }
}

/// The measured time in cycles, if it is known, for captions.
fn in_cycles(figures: &Figures, nanoseconds: u64) -> String {
    match figures.engine {
        Engine::Rtl => format!("{} cycles, ", nanoseconds_to_cycles(nanoseconds)),
        Engine::Twin | Engine::Reference => String::new(),
    }
}

fn glance(figures: &Figures) -> Markup {
    let check =
        figures.of(Operation::BuyOrder).last().map(|point| point.measured.check().quantile(0.5));
    let paper = paper_figure(Operation::BuyOrder);
    let jitter = figures.jitter();
    let apart = jitter.iter().map(|row| row.times.max() - row.times.min()).max();
    let most = sustained(&Mix::Orders.times(&figures.services));
    html! {
        section.glance {
            @if let Some(check) = check {
                @let caption = match figures.engine {
                    Engine::Rtl => "check of a buy order, to its verdict",
                    Engine::Twin | Engine::Reference => "p50 of a buy order, check and commit",
                };
                (tile(&nanoseconds_text(check), &format!("{}{caption}", in_cycles(figures, check)), "measured"))
            }
            @if let Some(paper) = paper {
                (tile(
                    &format!("{} – {}", nanoseconds_text(paper.low_ns), nanoseconds_text(paper.high_ns)),
                    "the same check, stated by the paper",
                    "paper",
                ))
            }
            @if let Some(apart) = apart {
                @let caption = format!("most less least of any operation; the paper: under {SPREAD_MAX_NS} ns");
                (tile(&nanoseconds_text(apart), &caption, "measured"))
            }
            @if most > 0.0 {
                @let share = format!("{:.0} %", 100.0 * most / LINE_RATE);
                @let caption = format!("orders sustained, {share} of the {} M/s of 10 GbE", millions(LINE_RATE));
                (tile(&format!("{} M/s", millions(most)), &caption, "measured"))
            }
        }
    }
}

fn figure_9(figures: &Figures) -> Markup {
    let mut keys = Vec::new();
    if figures.engine == Engine::Rtl {
        keys.extend([
            ("stage-input", "input conversion"),
            ("stage-extraction", "extraction"),
            ("stage-calculation", "rule calculation"),
            ("stage-output", "output conversion"),
        ]);
    }
    keys.extend([("line", "whole check, measured"), ("band", "stated by the paper")]);
    let caption = html! {
        @match figures.engine {
            Engine::Rtl => {
                "The check of a buy order with more and more orders in the log. The stages come from the hardware's own timestamps: "
                "input conversion ends when the last field, as the code of its text, stands in its register; extraction when "
                "the last table has answered; rule calculation when the message is decided; output conversion when the verdict stands at the "
                "port. In the hardware they overlap: what is calculated before the last table has answered counts as extraction. "
            }
            Engine::Twin | Engine::Reference => {
                "Buy orders with more and more orders in the log, check and commit together: software is timed as a whole, and has "
                "no stages to show. The line is p50, the shade reaches to p99. "
            }
        }
        "The paper says in words that its check takes about 2,000 ns, rises slowly to less than 2,500 ns, and spends most of it "
        "in the extraction; how long each of its stages takes stands only in its picture, and is not repeated here."
    };
    plot("Figure 9: stages of the buy check", &keys, &stages::stages_by_log_size(figures), &caption)
}

fn figure_10(figures: &Figures) -> Markup {
    let rows = figures.jitter();
    let Some(largest) = figures.log_sizes().pop() else { return html! {} };
    let keys = [
        ("dot", "p50"),
        ("strong", "least to p99"),
        ("range", "least to most"),
        ("band", "stated by the paper"),
    ];
    let caption = html! {
        "Every operation with " (grouped(largest)) " orders in the log. "
        @if figures.engine == Engine::Rtl {
            "The check of an order ends with its verdict, every update with the end of the commit, when the next message can be taken. "
            "No transaction has anything in it that could take longer with other data, so that least and most are the same. "
        } @else {
            "The most is the operating system's as much as the program's. "
        }
        "The paper states 2,000 to 2,700 ns, less than " (SPREAD_MAX_NS) " ns apart, and has no cancels."
    };
    plot(
        "Figure 10: spread of the operations",
        &keys,
        &spread::spread_by_operation(&rows),
        &caption,
    )
}

fn growth_keys(figures: &Figures) -> Vec<(&'static str, &'static str)> {
    match figures.engine {
        Engine::Rtl => {
            vec![
                ("line", "to the verdict"),
                ("second-line", "to the end of the commit"),
                ("paper-line", "the paper's two ends"),
            ]
        }
        Engine::Twin | Engine::Reference => vec![
            ("line", "more, p50"),
            ("second-line", "check and commit, p50"),
            ("paper-line", "the paper's two ends"),
        ],
    }
}

fn figure_11(figures: &Figures) -> Markup {
    if figures.rules.is_empty() {
        return html! {};
    }
    let caption = html! {
        "An order under 4 to 128 rules: for money, holdings, limit and price in turn, no two of them equal. The paper states some hundred "
        "nanoseconds more with 128 rules than with 4, and no times by themselves."
    };
    let svg = growth::growth(&figures.rules, "rules", RULES_MORE);
    plot("Figure 11: number of rules", &growth_keys(figures), &svg, &caption)
}

fn figure_12(figures: &Figures) -> Markup {
    if figures.nesting.is_empty() {
        return html! {};
    }
    let caption = html! {
        "An order under four rules and one more, whose condition is nested so deep: and, or, in turn, over fields and a table. The paper "
        "states about 50 ns more at a depth of 20 than at 2, and no times by themselves."
    };
    let svg = growth::growth(&figures.nesting, "depth of the condition", NESTING_MORE);
    plot("Figure 12: depth of a condition", &growth_keys(figures), &svg, &caption)
}

fn throughput(figures: &Figures) -> Markup {
    let [orders, all] = Mix::ALL.map(|mix| sustained(&mix.times(&figures.services)));
    if all <= 0.0 {
        return html! {};
    }
    let caption = html! {
        "Messages wait for each other: the engine takes one, and the next as soon as it can. A queue with one server is simulated, whose "
        "service times are the measured ones, message by message, and 200,000 arrivals a point: one by one (Poisson), or in bursts of 32 that follow "
        "each other at the line rate. Beyond the dashed verticals, " (millions(orders)) " M/s of orders alone and " (millions(all))
        " M/s of all eight operations, the queue grows without end; points where it does are left out. "
        @if figures.engine == Engine::Rtl { (limit(figures)) }
    };
    let keys = [
        ("line", "orders alone, one by one"),
        ("dashed", "orders alone, in bursts"),
        ("second-line", "all eight operations, one by one"),
        ("second-dashed", "all eight operations, in bursts"),
    ];
    plot("Throughput against offered load", &keys, &waiting::waiting_by_load(figures), &caption)
}

/// The reason why the hardware does not reach the line rate.
fn limit(figures: &Figures) -> Markup {
    let point = figures.of(Operation::BuyOrder).last();
    let taken = point.map(|p| (p.measured.check().quantile(0.5), p.measured.commit.quantile(0.5)));
    let service = figures.services.iter().find(|service| service.operation == Operation::BuyOrder);
    let Some(((verdict, commit), service)) = taken.zip(service) else { return html! {} };
    let cycles = nanoseconds_to_cycles;
    let room = engine::machine::CLOCK_HZ as f64 / LINE_RATE;
    html! {
        "At the line rate a message has " (format!("{room:.1}")) " cycles. An order has its verdict after " (cycles(verdict)) ", its commit is over after "
        (cycles(commit)) ", and the next one is taken after " (cycles(service.nanoseconds)) ", of which it waits for " (cycles(service.wait))
        " only because it may look at what the one before has changed. What limits is that a transaction which has something to issue is alone: the units "
        "stand idle for most of those cycles. The goal of 14.88 M/s is missed."
    }
}

fn numbers(figures: &Figures) -> Markup {
    html! {
        section.numbers {
            h2 { "All numbers" }
            @for table in tables(figures) { (numbers_of(&table)) }
            p.note {
                "The same stand in " code { "testbed.csv" } " and " code { "testbed.json" } " beside this page."
            }
        }
    }
}

fn numbers_of(table: &Table) -> Markup {
    html! {
        h3 { (table.title) }
        div.scroll {
            table {
                thead { tr {
                    @for (i, head) in table.heads.iter().enumerate() { th scope="col" class=[(i < table.names).then_some("name")] { (head) } }
                } }
                tbody {
                    @for line in &table.lines {
                        tr {
                            @for (i, cell) in line.iter().enumerate() {
                                td class=[(i < table.names).then_some("name")] { (cell) }
                            }
                        }
                    }
                }
            }
        }
    }
}
