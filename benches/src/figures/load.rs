// SPDX-License-Identifier: Apache-2.0

//! Waiting under an offered load: messages arrive, the engine serves one after the other, and each
//! occupies it as long as was measured.
//!
//! ```text
//!  arrivals ──▶ │ │ │ │ queue ──▶ engine, from the first beat of a frame to where the next can be taken
//! ```
//! It is a queue with one server, by Lindley's recursion: a message waits for what was left to do
//! when the one before it came, less the time since. The service times are those of the messages in
//! their order, from a place that is drawn, and over again. Arrivals are drawn from the seed.

use crate::workload::Operation;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use std::collections::VecDeque;

/// The smallest Ethernet frame with its preamble and the gap behind it, in bits; and what 10 GbE
/// carries of them in a second.
const FRAME_BITS: f64 = 672.0;
/// Messages a second at the line rate of 10 GbE with the smallest frames: 14.88 M.
pub const LINE_RATE: f64 = 10e9 / FRAME_BITS;
/// Messages of a burst, which follow each other at the line rate.
pub const BURST: u32 = 32;
/// Messages that are simulated for a point.
const MESSAGES: usize = 200_000;
/// A queue grows if the last message waits for more than this share of the whole time. With a tenth
/// too much it is nine hundredths; with a fiftieth too little, and in bursts, some thousandths.
const GROWTH_SHARE: f64 = 0.02;
/// Loads that are tried, as shares of what is sustained.
const SHARES: [f64; 12] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.1];

/// A message, and how long it occupied the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its operation.
    pub operation: Operation,
    /// To where the next can be taken; of software, to the end of its commit.
    pub nanoseconds: u64,
    /// What of that the next only waits for, until what it may look at is there.
    pub wait: u64,
}

/// The messages that arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mix {
    /// Buy and sell orders alone.
    Orders,
    /// All eight operations, as the workload has them.
    All,
}

impl Mix {
    /// Both.
    pub const ALL: [Mix; 2] = [Mix::Orders, Mix::All];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Mix::Orders => "orders alone",
            Mix::All => "all eight operations",
        }
    }

    /// Its service times among those of all messages, in nanoseconds.
    pub fn times(self, services: &[Service]) -> Vec<u64> {
        let is_order =
            |s: &&Service| matches!(s.operation, Operation::BuyOrder | Operation::SellOrder);
        services.iter().filter(|s| self == Mix::All || is_order(s)).map(|s| s.nanoseconds).collect()
    }
}

/// How messages arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrivals {
    /// Each by itself, at a moment that has nothing to do with the others.
    Poisson,
    /// In bursts of [`BURST`] at the line rate, which have nothing to do with each other.
    Bursts,
}

impl Arrivals {
    /// Both.
    pub const ALL: [Arrivals; 2] = [Arrivals::Poisson, Arrivals::Bursts];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Arrivals::Poisson => "one by one",
            Arrivals::Bursts => "in bursts of 32",
        }
    }
}

const _: () = assert!(BURST == 32, "its name says so");

/// What waits under a load.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LoadPoint {
    /// The messages.
    pub mix: Mix,
    /// How they arrive.
    pub arrivals: Arrivals,
    /// Messages a second that are offered.
    pub offered_per_second: f64,
    /// The mean waiting time, up to the first beat in.
    pub wait_mean_ns: f64,
    /// What 99 of 100 did not wait longer than.
    pub wait_p99_ns: f64,
    /// The most that waited at one time.
    pub waiting_max: usize,
    /// The queue grew until the end: what it is after so many messages says nothing.
    pub grows: bool,
}

/// Messages a second that are served if there is always one waiting.
pub fn sustained(times: &[u64]) -> f64 {
    let sum: u64 = times.iter().sum();
    if sum == 0 { 0.0 } else { times.len() as f64 * 1e9 / sum as f64 }
}

/// Points for both mixes and both sorts of arrivals: at the loads that are asked for, or at shares
/// of what is sustained; and at the line rate.
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
        // More than the line carries cannot be offered by it.
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

/// What the messages of a simulation waited.
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

/// Lets messages arrive at a rate and be served in the order in which they come.
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

/// Nanoseconds between a message and the one before it.
fn gap(arrivals: Arrivals, per_second: f64, message: u32, rng: &mut ChaCha8Rng) -> f64 {
    let line = 1e9 / LINE_RATE;
    let exponential = |mean: f64, rng: &mut ChaCha8Rng| -mean * (1.0 - rng.random::<f64>()).ln();
    match arrivals {
        Arrivals::Poisson => exponential(1e9 / per_second, rng),
        Arrivals::Bursts if !message.is_multiple_of(BURST) => line,
        // The bursts come as much later as their own messages take.
        Arrivals::Bursts => {
            let mean = f64::from(BURST) * 1e9 / per_second - f64::from(BURST - 1) * line;
            line + exponential((mean - line).max(0.0), rng)
        }
    }
}

/// What occupies the engine: how often an operation comes, and its share of the time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Occupancy {
    /// The operation.
    #[serde(skip)]
    pub operation: Operation,
    /// Of all messages.
    pub share_of_messages: f64,
    /// The mean time that one takes.
    pub mean_ns: f64,
    /// What of that the next only waits for.
    pub wait_ns: f64,
    /// Of the time in which something is served.
    pub share_of_time: f64,
}

/// The operations of these messages, those that come.
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

    /// Mean waiting time of a queue with Poisson arrivals and one service time: Pollaczek and
    /// Khinchine's formula.
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
