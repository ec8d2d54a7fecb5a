// SPDX-License-Identifier: Apache-2.0

//! The page of `riskgate testbed`: the paper's Figures 9 to 12 with the measured values beside
//! them, throughput against offered load, and all numbers.

mod growth;
mod spread;
mod stages;
mod waiting;

use super::numbers::{grouped, nanoseconds_text};
use super::page::{self, plot, tile};
use super::paper::{NESTING_MORE, RULES_MORE, SPREAD_MAX_NS, paper_figure};
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
            "The paper's measurements, repeated in a simulation of the emitted Verilog. Every \
             message is counted in cycles from its first beat. A cycle is 4 ns at 250 MHz, the \
             clock that the design aims at; no card has reached it. The paper's figures are for \
             its card, a Xilinx U200, and include its simulated network interface; these do not."
        }
        Engine::Twin => {
            "The paper's measurements, repeated on the software twin. Every message is timed as a \
             whole, from its frame to the end of its commit, on one core, by the clock of the \
             machine. The paper's figures are for its card."
        }
        Engine::Reference => {
            "The paper's measurements, repeated on the reference interpreter, which is written to \
             be read and not to be fast. Every message is timed as a whole by the clock of the \
             machine. The paper's figures are for its card."
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
                @let caption = format!("{}{caption}", in_cycles(figures, check));
                (tile(&nanoseconds_text(check), &caption, "measured"))
            }
            @if let Some(paper) = paper {
                (tile(
                    &[paper.low_ns, paper.high_ns].map(nanoseconds_text).join(" – "),
                    "the same check, stated by the paper",
                    "paper",
                ))
            }
            @if let Some(apart) = apart {
                @let caption =
                    format!("largest spread of an operation; the paper: under {SPREAD_MAX_NS} ns");
                (tile(&nanoseconds_text(apart), &caption, "measured"))
            }
            @if most > 0.0 {
                @let share = format!("{:.0} %", 100.0 * most / LINE_RATE);
                @let line_rate = millions(LINE_RATE);
                @let caption =
                    format!("orders sustained, {share} of the {line_rate} M/s of 10 GbE");
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
                "The check of a buy order, by orders in the log. The stages come from timestamps "
                "of the hardware. Input conversion ends when the code of the last text field is in "
                "its register, extraction when the last table has answered, rule calculation when "
                "the message is decided, and output conversion when the verdict is at the port. In "
                "the hardware the stages overlap: a calculation before the last table has answered "
                "counts as extraction. "
            }
            Engine::Twin | Engine::Reference => {
                "Buy orders, check and commit together, by orders in the log. Software is timed as "
                "a whole and has no stages. The line is p50; the shaded area reaches to p99. "
            }
        }
        "The text of the paper says that the check takes about 2,000 ns, rises slowly to less than "
        "2,500 ns, and spends most of the time in extraction. The length of each stage is only in "
        "the paper's picture and is not repeated here."
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
            "The check of an order ends with its verdict, an update with the end of the commit. No "
            "transaction takes longer for other data, so the least and the most are the same. "
        } @else {
            "The most depends on the operating system as much as on the program. "
        }
        "The paper states 2,000 to 2,700 ns, less than " (SPREAD_MAX_NS) " ns apart, and has no "
        "cancels."
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
        "An order under 4 to 128 rules, which check money, holdings, limit and price in rotation; "
        "no two are equal. The paper states some hundred nanoseconds more with 128 rules than with "
        "4, and no absolute times."
    };
    let svg = growth::growth(&figures.rules, "rules", RULES_MORE);
    plot("Figure 11: number of rules", &growth_keys(figures), &svg, &caption)
}

fn figure_12(figures: &Figures) -> Markup {
    if figures.nesting.is_empty() {
        return html! {};
    }
    let caption = html! {
        "An order under four rules and a fifth with a nested condition: “and” and “or” "
        "alternate, over fields and a table. The paper states about 50 ns more at depth 20 than at "
        "depth 2, and no absolute times."
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
        "Messages wait for each other, because the engine takes one at a time. The simulation is a "
        "queue with one server. Its service times are the measured ones, message by message, and "
        "each point has 200,000 arrivals: single messages (Poisson), or bursts of 32 at the line "
        "rate. Beyond the dashed vertical lines, " (millions(orders)) " M/s of orders only and "
        (millions(all)) " M/s of all eight operations, the queue grows without end; those points "
        "are left out. "
        @if figures.engine == Engine::Rtl { (limit(figures)) }
    };
    let keys = [
        ("line", "orders only, one by one"),
        ("dashed", "orders only, in bursts"),
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
        "At the line rate a message has " (format!("{room:.1}")) " cycles. An order has its "
        "verdict after " (cycles(verdict)) " cycles and the end of its commit after "
        (cycles(commit)) ". The next message is taken after " (cycles(service.nanoseconds))
        ", and " (cycles(service.wait))
        " of these are a wait for data that the previous message may have changed. The limit is "
        "that a transaction has the units to itself, and the units are idle in most of those "
        "cycles. The goal of 14.88 M/s is missed."
    }
}

fn numbers(figures: &Figures) -> Markup {
    html! {
        section.numbers {
            h2 { "All numbers" }
            @for table in tables(figures) { (numbers_of(&table)) }
            p.note {
                "The files " code { "testbed.csv" } " and " code { "testbed.json" } " beside this "
                "page hold the same numbers."
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
                    @for (i, head) in table.heads.iter().enumerate() {
                        @let class = (i < table.names).then_some("name");
                        th scope="col" class=[class] { (head) }
                    }
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
