// SPDX-License-Identifier: Apache-2.0

//! Waiting times under an offered load. Messages arrive, and the engine serves one after the other.
//! Each message occupies the engine for its measured time.
//!
//! ```text
//!  arrivals ──▶ │ │ │ │ queue ──▶ engine, from the first beat of a frame to that of the next
//! ```
//! The model is a queue with one server, by Lindley's recursion: the wait of a message is the work
//! that was left when the previous message arrived, less the time since then. The service times are
//! those of the measured messages in their order, from a random start, repeated. Arrivals are drawn
//! from the seed.

use crate::workload::Operation;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use std::collections::VecDeque;

/// The bits of the smallest Ethernet frame with its preamble and the gap after it, and the bits per
/// second of 10 GbE.
const FRAME_BITS: f64 = 672.0;
/// Messages per second at the line rate of 10 GbE with the smallest frames: 14.88 M.
pub const LINE_RATE: f64 = 10e9 / FRAME_BITS;
/// Messages of a burst, which arrive at the line rate.
pub const BURST: u32 = 32;
/// Messages that are simulated for a point.
const MESSAGES: usize = 200_000;
/// The queue counts as growing if the last message waits longer than this share of the whole time.
/// With an overload of a tenth the share is nine hundredths; at two hundredths below the limit, and
/// in bursts, it is some thousandths.
const GROWTH_SHARE: f64 = 0.02;
/// The loads that are simulated, as shares of the sustained load.
const SHARES: [f64; 12] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.1];

/// A message, with the time for which it occupied the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// The operation.
    pub operation: Operation,
    /// The time until the next message can be taken. For software, the time to the end of the
    /// commit.
    pub nanoseconds: u64,
    /// The part of that time in which the next message only waits for data that it may look at.
    pub wait: u64,
}

/// A mix of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mix {
    /// Buy and sell orders only.
    Orders,
    /// All eight operations, in the proportions of the workload.
    All,
}

impl Mix {
    /// All mixes.
    pub const ALL: [Mix; 2] = [Mix::Orders, Mix::All];

    /// The name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Mix::Orders => "orders alone",
            Mix::All => "all eight operations",
        }
    }

    /// The service times of this mix, in nanoseconds.
    pub fn times(self, services: &[Service]) -> Vec<u64> {
        let is_order =
            |s: &&Service| matches!(s.operation, Operation::BuyOrder | Operation::SellOrder);
        services.iter().filter(|s| self == Mix::All || is_order(s)).map(|s| s.nanoseconds).collect()
    }
}

/// A pattern of arrivals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrivals {
    /// Single messages, independent of each other (Poisson).
    Poisson,
    /// Bursts of [`BURST`] messages at the line rate; the bursts are independent of each other.
    Bursts,
}

impl Arrivals {
    /// All patterns.
    pub const ALL: [Arrivals; 2] = [Arrivals::Poisson, Arrivals::Bursts];

    /// The name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Arrivals::Poisson => "one by one",
            Arrivals::Bursts => "in bursts of 32",
        }
    }
}

const _: () = assert!(BURST == 32, "its name says so");

/// The waiting times at a load.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LoadPoint {
    /// The mix of messages.
    pub mix: Mix,
    /// The pattern of arrivals.
    pub arrivals: Arrivals,
    /// The offered load, in messages per second.
    pub offered_per_second: f64,
    /// The mean wait until the first beat is taken, in nanoseconds.
    pub wait_mean_ns: f64,
    /// The wait that 99 of 100 messages do not exceed, in nanoseconds.
    pub wait_p99_ns: f64,
    /// The largest number of messages in the queue.
    pub waiting_max: usize,
    /// Whether the queue grew until the end. The waiting times then depend on the number of
    /// messages and have no meaning.
    pub grows: bool,
}

/// The sustained load: messages per second that are served if one is always waiting.
pub fn sustained(times: &[u64]) -> f64 {
    let sum: u64 = times.iter().sum();
    if sum == 0 { 0.0 } else { times.len() as f64 * 1e9 / sum as f64 }
}

/// The points of both mixes and both patterns, at the given loads, or at shares of the sustained
/// load, and at the line rate.
pub fn sweep(services: &[Service], rates: &[f64], seed: u64) -> Vec<LoadPoint> {
    let mut points = Vec::new();
    for mix in Mix::ALL {
        let times = mix.times(services);
        let most = sustained(&times);
        if most <= 0.0 {
            continue;
        }
        let mut offered: Vec<f64> =
            if rates.is_empty() { SHARES.map(|s| s * most).to_vec() } else { rates.to_vec() };
        // No load above the line rate can be offered.
        offered.retain(|rate| *rate < LINE_RATE);
        offered.push(LINE_RATE);
        for arrivals in Arrivals::ALL {
            points.extend(offered.iter().map(|rate| {
                let waits = simulate(&times, arrivals, *rate, seed);
                point(mix, arrivals, *rate, waits)
            }));
        }
    }
    points
}

/// The waiting times of the messages of a simulation.
struct Waits {
    nanoseconds: Vec<f64>,
    waiting_max: usize,
    end: f64,
}

fn point(mix: Mix, arrivals: Arrivals, offered_per_second: f64, mut waits: Waits) -> LoadPoint {
    let last = waits.nanoseconds.last().copied().unwrap_or(0.0);
    let wait_mean_ns =
        waits.nanoseconds.iter().sum::<f64>() / waits.nanoseconds.len().max(1) as f64;
    waits.nanoseconds.sort_unstable_by(f64::total_cmp);
    let place = (waits.nanoseconds.len() * 99 / 100).min(waits.nanoseconds.len().saturating_sub(1));
    LoadPoint {
        mix,
        arrivals,
        offered_per_second,
        wait_mean_ns,
        wait_p99_ns: waits.nanoseconds.get(place).copied().unwrap_or(0.0),
        waiting_max: waits.waiting_max,
        grows: last > GROWTH_SHARE * waits.end,
    }
}

/// Simulates messages that arrive at a rate and are served in order of arrival.
fn simulate(times: &[u64], arrivals: Arrivals, per_second: f64, seed: u64) -> Waits {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let first = rng.random_range(0..times.len());
    let mut served = times.iter().cycle().skip(first);
    let (mut now, mut free) = (0.0_f64, 0.0_f64);
    let mut starts: VecDeque<f64> = VecDeque::new();
    let mut waits = Waits { nanoseconds: Vec::with_capacity(MESSAGES), waiting_max: 0, end: 0.0 };
    for message in 0..MESSAGES as u32 {
        now += gap(arrivals, per_second, message, &mut rng);
        let start = free.max(now);
        free = start + served.next().map_or(0.0, |time| *time as f64);
        while starts.front().is_some_and(|start| *start <= now) {
            starts.pop_front();
        }
        if start > now {
            starts.push_back(start);
            waits.waiting_max = waits.waiting_max.max(starts.len());
        }
        waits.nanoseconds.push(start - now);
    }
    waits.end = now;
    waits
}

/// The time between a message and the previous one, in nanoseconds.
fn gap(arrivals: Arrivals, per_second: f64, message: u32, rng: &mut ChaCha8Rng) -> f64 {
    let line = 1e9 / LINE_RATE;
    let exponential = |mean: f64, rng: &mut ChaCha8Rng| -mean * (1.0 - rng.random::<f64>()).ln();
    match arrivals {
        Arrivals::Poisson => exponential(1e9 / per_second, rng),
        Arrivals::Bursts if !message.is_multiple_of(BURST) => line,
        // The gap between bursts is longer by the time that the messages of a burst take.
        Arrivals::Bursts => {
            let mean = f64::from(BURST) * 1e9 / per_second - f64::from(BURST - 1) * line;
            line + exponential((mean - line).max(0.0), rng)
        }
    }
}

/// What occupies the engine: the frequency of an operation and its share of the time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Occupancy {
    /// The operation.
    #[serde(skip)]
    pub operation: Operation,
    /// Its share of all messages.
    pub share_of_messages: f64,
    /// The mean time that a message occupies the engine, in nanoseconds.
    pub mean_ns: f64,
    /// The part of that time in which the next message only waits for data.
    pub wait_ns: f64,
    /// Its share of the time in which the engine is occupied.
    pub share_of_time: f64,
}

/// The operations that occur in these messages.
pub fn occupancy(services: &[Service]) -> Vec<Occupancy> {
    let total: u64 = services.iter().map(|s| s.nanoseconds).sum();
    let of = |operation: Operation| {
        let own = services.iter().filter(|s| s.operation == operation);
        let (count, sum, waits) =
            own.fold((0_u64, 0_u64, 0_u64), |(count, sum, waits), service| {
                (count + 1, sum + service.nanoseconds, waits + service.wait)
            });
        (count > 0).then(|| Occupancy {
            operation,
            share_of_messages: count as f64 / services.len() as f64,
            mean_ns: sum as f64 / count as f64,
            wait_ns: waits as f64 / count as f64,
            share_of_time: sum as f64 / total.max(1) as f64,
        })
    };
    Operation::ALL.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn services(times: &[(Operation, u64)]) -> Vec<Service> {
        times
            .iter()
            .map(|(operation, nanoseconds)| Service {
                operation: *operation,
                nanoseconds: *nanoseconds,
                wait: 0,
            })
            .collect()
    }

    /// The mean wait in a queue with Poisson arrivals and one service time, by the formula of
    /// Pollaczek and Khinchine.
    fn expected(service: f64, utilization: f64) -> f64 {
        service * utilization / (2.0 * (1.0 - utilization))
    }

    #[test]
    fn one_service_time_waits_as_the_formula_says() {
        for utilization in [0.3, 0.5, 0.8] {
            let waits = simulate(&[156], Arrivals::Poisson, utilization * 1e9 / 156.0, 1);
            let point = point(Mix::Orders, Arrivals::Poisson, 1.0, waits);
            let wanted = expected(156.0, utilization);
            assert!(
                (point.wait_mean_ns - wanted).abs() < 0.05 * wanted,
                "{point:?}, wanted {wanted}"
            );
            assert!(!point.grows && point.wait_p99_ns > point.wait_mean_ns);
        }
    }

    #[test]
    fn arrivals_come_at_their_rate() {
        for arrivals in Arrivals::ALL {
            for per_second in [1e6, 5e6, 14e6] {
                let end = simulate(&[1], arrivals, per_second, 3).end;
                let rate = MESSAGES as f64 * 1e9 / end;
                assert!(
                    (rate - per_second).abs() < 0.02 * per_second,
                    "{arrivals:?}: {rate} of {per_second}"
                );
            }
        }
    }

    #[test]
    fn queues_grow_beyond_what_is_sustained_and_not_below() {
        let services = services(&[
            (Operation::BuyOrder, 156),
            (Operation::BuyFill, 372),
            (Operation::SellOrder, 156),
        ]);
        assert!((sustained(&Mix::Orders.times(&services)) - 1e9 / 156.0).abs() < 1.0);
        assert!((sustained(&Mix::All.times(&services)) - 3e9 / 684.0).abs() < 1.0);
        for point in sweep(&services, &[], 1) {
            let most = sustained(&point.mix.times(&services));
            assert_eq!(point.grows, point.offered_per_second > most, "{point:?}");
        }
        let asked = sweep(&services, &[1e6, 99e6], 1);
        assert_eq!(asked.len(), 8, "what was asked for below the line rate, and the line rate");
        assert!(sweep(&[], &[], 1).is_empty());
    }

    #[test]
    fn the_slow_operations_occupy_more_than_their_share() {
        let all = occupancy(&services(&[(Operation::BuyOrder, 100), (Operation::BuyFill, 300)]));
        assert_eq!(all.len(), 2);
        assert_eq!(
            (all[1].share_of_messages, all[1].share_of_time, all[1].mean_ns),
            (0.5, 0.75, 300.0)
        );
    }
}
