// SPDX-License-Identifier: Apache-2.0

//! The page: title, key figures, plots with captions, table, parameters.

use super::numbers::{grouped, nanoseconds_text};
use super::page::{plot, tile};
use super::plots::{latency_against_log_size, latency_by_operation, rejects_by_rule};
use super::summary::{Report, SummaryRow};
use super::text::{HEADS, cells};
use maud::{Markup, html};

/// The whole page.
pub fn page(report: &Report) -> String {
    let rows = report.rows_at_largest_log();
    let body = html! {
        (glance(report, &rows))
        (operations(&rows))
        (log_sizes(report))
        (verdicts(report))
        (table(report))
    };
    super::page::page(&report.title, &report.summary, &report.parameters, &body)
}

/// The largest value over all lines.
fn largest(rows: &[SummaryRow], value: fn(&SummaryRow) -> u64) -> u64 {
    rows.iter().map(value).max().unwrap_or(0)
}

fn glance(report: &Report, rows: &[SummaryRow]) -> Markup {
    let stated = || rows.iter().filter_map(|row| row.paper);
    let range = stated().map(|s| s.low_ns).min().zip(stated().map(|s| s.high_ns).max());
    html! {
        section.glance {
            @if !rows.is_empty() {
                @let p50 = nanoseconds_text(largest(rows, |row| row.p50));
                @let p99_9 = nanoseconds_text(largest(rows, |row| row.p99_9));
                (tile(&p50, "p50 of the slowest operation", "measured"))
                (tile(&p99_9, "p99.9 of the slowest operation", "measured"))
            }
            @if let Some((low, high)) = range {
                (tile(
                    &format!("{} – {}", nanoseconds_text(low), nanoseconds_text(high)),
                    "stated by the paper, on a U200",
                    "paper",
                ))
            }
            (tile(&grouped(report.verdicts.total()), &events_caption(report), "text"))
        }
    }
}

fn events_caption(report: &Report) -> String {
    format!("events answered, {} of them rejected", grouped(report.verdicts.rejected_total()))
}

fn operations(rows: &[SummaryRow]) -> Markup {
    let Some(first) = rows.first() else { return html! {} };
    let caption = html! {
        "Time of one operation with " (grouped(first.log_orders)) " orders in the log. The "
        "scale is logarithmic. "
        "The thin line runs from the least to the most. The paper's figures include the way in and "
        "out of the card; it has none for cancels."
    };
    let keys = [
        ("dot", "p50"),
        ("strong", "to p99"),
        ("weak", "to p99.9"),
        ("range", "least to most"),
        ("band", "stated by the paper"),
    ];
    plot("Latency by operation", &keys, &latency_by_operation(rows), &caption)
}

fn log_sizes(report: &Report) -> Markup {
    let sizes = report.log_sizes();
    let (Some(smallest), Some(largest)) = (sizes.first(), sizes.last()) else { return html! {} };
    if smallest == largest {
        return html! {};
    }
    let caption = html! {
        "Time of one operation with " (grouped(*smallest)) " to " (grouped(*largest)) " orders in "
        "the log, measured at "
        (sizes.len()) " sizes. Both scales are logarithmic and the same in every panel. A flat "
        "line means that the length of the log does not matter."
    };
    let keys = [("line", "p50"), ("weak", "to p99.9"), ("band", "stated by the paper")];
    plot(
        "Latency against orders in the log",
        &keys,
        &latency_against_log_size(&report.rows()),
        &caption,
    )
}

fn verdicts(report: &Report) -> Markup {
    let counts = &report.verdicts;
    if counts.rejected.is_empty() {
        return html! {};
    }
    let caption = html! {
        "Rejected events by the first rule that rejected them, or by the reason if no rule did, "
        "with their share of all "
        (grouped(counts.total())) " events. " (grouped(counts.accepted)) " were accepted."
    };
    plot("Rejects by rule", &[], &rejects_by_rule(counts), &caption)
}

fn table(report: &Report) -> Markup {
    let rows = report.rows();
    let sizes = report.log_sizes();
    html! {
        section {
            h2 { "All figures" }
            div.scroll {
                table {
                    thead { tr {
                        @for head in HEADS { th scope="col" { (head) } }
                    } }
                    @for size in sizes.iter().rev() {
                        tbody {
                            tr.size {
                                th colspan=(HEADS.len()) scope="rowgroup" {
                                    (grouped(*size)) " orders in the log"
                                }
                            }
                            @for row in rows.iter().filter(|row| row.log_orders == *size) {
                                @let line = cells(row);
                                tr {
                                    th scope="row" { (line[0]) }
                                    @for cell in &line[1..] { td { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
            p.note {
                "Latencies are in nanoseconds; “p99.9” is the latency that 999 of 1,000 "
                "measurements do not exceed. The figures of the paper are for a Xilinx U200 and "
                "include its simulated network interface."
            }
        }
    }
}
