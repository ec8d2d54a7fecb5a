// SPDX-License-Identifier: Apache-2.0

//! Which members are retired: a card that answers wrongly or not at all is, with a reason; a slow
//! card that answers correctly is not.

use crossbeam::channel::Receiver;
use engine::schema::TableId;
use engine::verdict::{Reason, Verdict};
use host::driver::DriverConfig;
use host::supervisor::{Control, Notice, Role, Supervisor};
use std::cell::Cell;
use std::time::{Duration, Instant};
use testbed::bench::{BenchConfig, Outcome, run_card};
use testbed::doe::{Answer, Doe, Swapped, TwinDoe};
use testbed::faults::{Fault, FaultPlan};
use testbed::pcie_transport::PcieTransport;
use testbed::trader::Segmentation;
use testkit::rigs::crew::{Ends, PATIENCE, Plan, plain, supervised};
use testkit::rigs::{Kept, RULES, SESSIONS, loaded, program, run_with};

/// A twin as a card's engine, with wrong or slow answers.
struct Odd {
    twin: TwinDoe,
    /// Number of the message, from 1, that gets a wrong answer; 0 for none.
    wrong_at: u64,
    /// Time that each message takes.
    message_takes: Duration,
    /// Time that the digest of the first table takes.
    digest_takes: Duration,
    messages: u64,
}

impl Odd {
    fn new(twin: TwinDoe) -> Odd {
        Odd {
            twin,
            wrong_at: 0,
            message_takes: Duration::ZERO,
            digest_takes: Duration::ZERO,
            messages: 0,
        }
    }
}

impl Doe for Odd {
    fn message(&mut self, frame: &[u8], session: u16) -> Answer {
        self.messages += 1;
        std::thread::sleep(self.message_takes);
        let answer = self.twin.message(frame, session);
        if self.messages != self.wrong_at {
            return answer;
        }
        let verdict = if answer.verdict.is_accept() {
            Verdict::refused(Reason::False)
        } else {
            Verdict::ACCEPT
        };
        Answer { verdict, ..answer }
    }

    fn step(&mut self, frame: &[u8]) -> Answer {
        self.twin.step(frame)
    }

    fn row(&mut self, frame: &[u8]) -> Verdict {
        self.twin.row(frame)
    }

    fn prepare(&mut self, image: &[u8]) -> Result<(), String> {
        self.twin.prepare(image)
    }

    fn swap(&mut self) -> Swapped {
        self.twin.swap()
    }

    fn digest(&self, table: TableId) -> Option<u64> {
        if table.0 == 0 {
            std::thread::sleep(self.digest_takes);
        }
        self.twin.digest(table)
    }

    fn read(&mut self, register: engine::registers::Register) -> Option<u32> {
        self.twin.read(register)
    }

    fn write(&mut self, register: engine::registers::Register, value: u32) -> bool {
        self.twin.write(register, value)
    }

    fn flip_bit(&mut self, place: u64) -> bool {
        self.twin.flip_bit(place)
    }
}

fn config(cards: Vec<Option<FaultPlan>>) -> BenchConfig {
    BenchConfig {
        cards,
        driver: DriverConfig { h2c_slots: 128, c2h_slots: 128 },
        sessions: SESSIONS,
        window: 128,
        segmentation: Segmentation::WILD,
        watchdog: Duration::from_millis(500),
        ..BenchConfig::default()
    }
}

/// Runs the bench with an odd engine on card `odd`; all other engines are plain twins.
fn run_odd(
    config: &BenchConfig,
    count: u32,
    odd: usize,
    make: &(dyn Fn(&mut Odd) + Sync),
) -> Outcome {
    let engine = |card, end| {
        let mut doe = Odd::new(TwinDoe::default());
        if card == odd {
            make(&mut doe);
        }
        run_card(&mut doe, end);
    };
    run_with(config, (count, 0.0), &mut Kept::default(), &engine, &mut |_, _, _| ())
        .expect("the run succeeds")
}

/// The members that were retired: role, card and reason.
fn retired(outcome: &Outcome) -> Vec<(Role, usize, &str)> {
    outcome
        .summary
        .retired
        .iter()
        .map(|retired| (retired.role, retired.card, retired.why.as_str()))
        .collect()
}

#[test]
fn a_card_that_answers_wrongly_is_retired_and_the_other_is_not() {
    for seed in 0..40 {
        let config = BenchConfig { seed, ..config(vec![None, None]) };
        let outcome = run_odd(&config, 300, 0, &|odd| odd.wrong_at = 30 + 5 * seed);
        assert_eq!(
            retired(&outcome),
            [(Role::Active, 0, "its verdict differs from the twin's")],
            "seed {seed}"
        );
        let outcome = run_odd(&config, 300, 1, &|odd| odd.wrong_at = 30 + 5 * seed);
        assert_eq!(
            retired(&outcome),
            [(Role::Standby, 1, "its verdict differs from all others")],
            "seed {seed}"
        );
    }
}

#[test]
fn the_supervisor_waits_for_a_slow_standby() {
    // For the messages that wait at the end of the run it needs several times the watchdog's time,
    // and for each message far less than that.
    let outcome = run_odd(&config(vec![None, None]), 150, 1, &|odd| {
        odd.message_takes = Duration::from_millis(20)
    });
    assert_eq!(retired(&outcome), []);
}

#[test]
fn digests_may_take_longer_than_the_watchdog() {
    for odd in [0, 1] {
        let slow = &|odd: &mut Odd| odd.digest_takes = Duration::from_millis(1_500);
        let outcome = run_odd(&config(vec![None, None]), 100, odd, slow);
        assert_eq!(retired(&outcome), []);
    }
}

#[test]
fn a_card_whose_engine_stands_still_is_retired_although_its_registers_answer() {
    for (place, role) in [Role::Active, Role::Standby].into_iter().enumerate() {
        let mut plans = vec![None, None];
        plans[place] = Some(FaultPlan { moment: 300, fault: Fault::EngineStands });
        let outcome = run_odd(&config(plans), 1_000, 2, &|_| ());
        let ends = retired(&outcome);
        assert_eq!((ends.len(), ends[0].0, ends[0].1), (1, role, place), "{ends:?}");
        assert!(
            ends[0].2.contains("its engine does not advance: its registers answer"),
            "{ends:?}"
        );
    }
}

#[test]
fn a_card_that_loses_a_record_or_answers_a_frame_twice_is_retired_without_a_loss() {
    let faults = [
        (Fault::LosesRecord, "wrong checksum or number"),
        (Fault::AnswersTwice, "it answered frame"),
        (Fault::DamagesRecord(77), "wrong checksum or number"),
    ];
    for (fault, why) in faults {
        for moment in [200, 333, 466] {
            let outcome =
                run_odd(&config(vec![Some(FaultPlan { moment, fault }), None]), 500, 2, &|_| ());
            let ends = retired(&outcome);
            assert_eq!((ends.len(), ends[0].0), (1, Role::Active), "{ends:?}");
            assert!(ends[0].2.contains(why), "{ends:?}");
        }
    }
}

#[test]
fn audits_while_the_exchange_pauses_retire_no_member() {
    let config = BenchConfig { exchange_rests_after: 40, ..config(vec![None, None]) };
    let twins = |_, end| run_card(&mut TwinDoe::default(), end);
    let mut asked = 0;
    let outcome = run_with(
        &config,
        (4_000, 0.0),
        &mut Kept::default(),
        &twins,
        &mut |_, acknowledged, control| {
            if acknowledged / 50 > asked {
                asked += 1;
                control.send(Control::Audit).expect("the supervisor runs");
            }
        },
    );
    assert_eq!(retired(&outcome.expect("the run succeeds")), []);
    assert!(asked > 70, "{asked}");
}

#[test]
fn sound_sessions_can_be_reopened_and_nothing_is_answered_twice() {
    for seed in 0..5 {
        let config = BenchConfig { seed, ..config(vec![None, None]) };
        let twins = |_, end| run_card(&mut TwinDoe::default(), end);
        let (mut asked, mut opened) = (0, 0);
        let outcome = run_with(
            &config,
            (3_000, 0.01),
            &mut Kept::default(),
            &twins,
            &mut |notice, so_far, control| {
                opened += u64::from(matches!(notice, Notice::Opened { .. }));
                if so_far / 30 > asked {
                    asked += 1;
                    control
                        .send(Control::Open((asked % SESSIONS as u64) as u16))
                        .expect("the supervisor runs");
                }
            },
        );
        assert_eq!(retired(&outcome.expect("the run succeeds")), []);
        // The notices of the last ones may come after the trader has ended.
        assert!(opened > 10 && asked > 90, "{opened} of {asked}");
    }
}

#[test]
fn cards_that_cannot_be_set_up_are_named_and_the_next_one_answers() {
    let dead = Some(FaultPlan { moment: 0, fault: Fault::Dies });
    for (plans, lost) in [(vec![dead, None], 1), (vec![dead, dead], 2), (vec![dead], 1)] {
        let twins = |_, end| run_card(&mut TwinDoe::default(), end);
        let mut answering = Vec::new();
        let hook: &mut testkit::rigs::Hook<'_> = &mut |notice, _, _| {
            if let Notice::Answering { card, .. } = notice {
                answering.push(*card);
            }
        };
        let outcome = run_with(&config(plans), (500, 0.01), &mut Kept::default(), &twins, hook)
            .expect("the run succeeds");
        let ends = retired(&outcome);
        assert_eq!(ends.len(), lost, "{ends:?}");
        let expected = |(place, end): (usize, &(Role, usize, &str))| {
            *end == (Role::SettingUp, place, "the card is gone")
        };
        assert!(ends.iter().enumerate().all(expected), "{ends:?}");
        assert_eq!(answering, [lost], "one card answers and is announced once");
    }
}

#[test]
fn without_a_member_left_the_error_names_every_reason() {
    let twin = loaded(&program(RULES));
    supervised(Vec::new(), twin, false, 256, |supervisor, _| {
        let error = supervisor.err().expect("there is no card").to_string();
        assert_eq!(
            error,
            "no card is left and no twin that agrees with one: the card in software: the card is \
             gone"
        );
    });
    let plans = || {
        let fault = Some(FaultPlan { moment: 120, fault: Fault::Dies });
        vec![Plan { fault, ..plain() }]
    };
    supervised(plans(), loaded(&program(RULES)), false, 256, |supervisor, ends| {
        let mut supervisor = supervisor.expect("the supervisor starts");
        (0..100).for_each(|_| ends.send(0));
        let error = supervisor.serve(&|| false).expect_err("no member is left").to_string();
        assert!(error.contains("card 0 (the active card): the card is gone"), "{error}");
        assert!(error.contains("the card in software: the card is gone"), "{error}");
    });
}

#[test]
fn a_twin_that_both_cards_outvote_is_retired() {
    let mut twin = loaded(&program(RULES));
    // The twin already has the order that the cards get first.
    let mut messages = testkit::rigs::Messages::new(&program(RULES), 1, 0.0, 3);
    let first = messages.next().expect("there is one");
    engine::executor::Executor::execute(&mut twin, &first.frame[..usize::from(first.length)]);
    supervised(vec![plain(), plain()], twin, true, 256, |supervisor, ends| {
        let mut supervisor = supervisor.expect("the supervisor starts");
        (0..20).for_each(|_| ends.send(0));
        ends.control.send(Control::Audit).expect("the supervisor runs");
        ends.control.send(Control::Stop).expect("the supervisor runs");
        supervisor.serve(&|| false).expect("both cards still answer");
        let retired = &supervisor.summary().retired;
        assert_eq!(
            retired.iter().map(|retired| retired.name()).collect::<Vec<_>>(),
            ["the software twin"]
        );
    });
}

/// The number of acknowledgements among the notices that have come.
fn acknowledged(notices: &Receiver<Notice>) -> u64 {
    let heard = notices.try_iter().filter(|notice| matches!(notice, Notice::Acknowledged { .. }));
    heard.count() as u64
}

#[test]
fn a_silent_exchange_stops_orders_and_retires_no_member() {
    const LINE: usize = 100;
    supervised(vec![plain(), plain()], loaded(&program(RULES)), true, LINE, |supervisor, ends| {
        let mut supervisor = supervisor.expect("the supervisor starts");
        (0..300).for_each(|_| ends.send(0));
        let before = serve_with_silent_exchange(&mut supervisor, ends);
        assert!(before < 300, "{before} were answered although the exchange was silent");
        assert!(supervisor.audit(&|| true).expect("it is interrupted at once").is_empty());
        let summary = supervisor.summary();
        assert_eq!((summary.exchange_waits, summary.retired.len()), (1, 0));
        // The exchange receives again: every message is answered and arrives once.
        let (heard, taken) = (Cell::new(before), Cell::new(0));
        let is_through = || {
            taken.set(taken.get() + ends.exchange.try_iter().count());
            heard.set(heard.get() + acknowledged(&ends.notices));
            heard.get() == 300
        };
        supervisor.serve(&is_through).expect("the cards answer");
        let digests = supervisor.audit(&|| false).expect("all members are left");
        assert!(
            digests.iter().all(|of| of[0].is_some() && of[0] == of[1] && of[1] == of[2]),
            "{digests:x?}"
        );
        let (summary, taken) =
            (supervisor.summary(), taken.get() + ends.exchange.try_iter().count());
        assert_eq!(taken, summary.accepted as usize);
        assert_eq!((summary.records, summary.retired.len()), (300, 0));
    });
}

/// Serves for five times the watchdog's time while nothing receives the exchange's notices.
/// Requests an audit meanwhile, which cannot compare the tables: only the active card knows the
/// records that wait. Returns how many messages were acknowledged.
fn serve_with_silent_exchange(supervisor: &mut Supervisor<'_, PcieTransport>, ends: &Ends) -> u64 {
    let start = Instant::now();
    let (heard, has_asked) = (Cell::new(0), Cell::new(false));
    let is_through = || {
        heard.set(heard.get() + acknowledged(&ends.notices));
        if start.elapsed() > PATIENCE.watchdog && !has_asked.replace(true) {
            ends.control.send(Control::Audit).expect("the supervisor runs");
        }
        start.elapsed() > 5 * PATIENCE.watchdog
    };
    supervisor.serve(&is_through).expect("the supervisor waits");
    heard.get()
}
