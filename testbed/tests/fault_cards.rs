// SPDX-License-Identifier: Apache-2.0

//! Who is given up and who is not: a card that is wrong or stands still goes, with a word, and one
//! that is right and slow stays.

mod support;

use engine::schema::TableId;
use engine::verdict::{Reason, Verdict};
use host::driver::DriverConfig;
use host::supervisor::{Control, Notice, Role};
use std::time::Duration;
use support::crew::{Plan, plain, supervised};
use support::{Kept, RULES, SESSIONS, loaded, program, run_with};
use testbed::bench::{BenchConfig, Outcome, run_card};
use testbed::doe::{Answer, Doe, TwinDoe};
use testbed::faults::{Fault, FaultPlan};
use testbed::trader::Segmentation;

/// A twin as a card's engine with something about it.
struct Odd {
    twin: TwinDoe,
    /// The message, counting from 1, to which it gives a wrong answer.
    wrong_at: u64,
    /// How long it takes for a message, and for the digest of the first table.
    message_takes: Duration,
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

    fn row(&mut self, frame: &[u8]) -> Verdict {
        self.twin.row(frame)
    }

    fn prepare(&mut self, image: &[u8]) -> Result<(), String> {
        self.twin.prepare(image)
    }

    fn swap(&mut self) -> bool {
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

/// Runs two cards of which one is odd.
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
        .expect("it ends")
}

fn ends(outcome: &Outcome) -> Vec<(Role, usize, &str)> {
    outcome
        .summary
        .retired
        .iter()
        .map(|retired| (retired.role, retired.card, retired.why.as_str()))
        .collect()
}

#[test]
fn a_card_that_answers_wrongly_goes_and_a_standby_that_answers_at_once_stays() {
    for seed in 0..40 {
        let config = BenchConfig { seed, ..config(vec![None, None]) };
        let outcome = run_odd(&config, 300, 0, &|odd| odd.wrong_at = 30 + 5 * seed);
        assert_eq!(
            ends(&outcome),
            [(Role::Active, 0, "its verdict was another than the twin's")],
            "seed {seed}"
        );
        let outcome = run_odd(&config, 300, 1, &|odd| odd.wrong_at = 30 + 5 * seed);
        assert_eq!(
            ends(&outcome),
            [(Role::Standby, 1, "its verdict was another than everyone else's")],
            "seed {seed}"
        );
    }
}

#[test]
fn a_standby_that_is_slow_and_goes_on_is_waited_for() {
    // It needs several watchdogs for what waits when the run ends, and far less than one for each
    // message.
    let outcome = run_odd(&config(vec![None, None]), 150, 1, &|odd| {
        odd.message_takes = Duration::from_millis(20)
    });
    assert_eq!(ends(&outcome), []);
}

#[test]
fn digests_may_take_longer_than_the_watchdog() {
    for odd in [0, 1] {
        let slow = &|odd: &mut Odd| odd.digest_takes = Duration::from_millis(1_500);
        let outcome = run_odd(&config(vec![None, None]), 100, odd, slow);
        assert_eq!(ends(&outcome), []);
    }
}

#[test]
fn a_card_whose_engine_stands_still_goes_although_its_registers_answer() {
    for (place, role) in [Role::Active, Role::Standby].into_iter().enumerate() {
        let mut plans = vec![None, None];
        plans[place] = Some(FaultPlan { moment: 300, fault: Fault::EngineStands });
        let outcome = run_odd(&config(plans), 1_000, 2, &|_| ());
        let ends = ends(&outcome);
        assert_eq!((ends.len(), ends[0].0, ends[0].1), (1, role, place), "{ends:?}");
        assert!(ends[0].2.contains("its engine stands still: its registers answer"), "{ends:?}");
    }
}

#[test]
fn a_card_that_loses_a_record_or_answers_a_frame_twice_goes_and_nothing_is_lost_or_doubled() {
    let faults = [
        (Fault::LosesRecord, "wrong checksum or number"),
        (Fault::AnswersTwice, "it answered frame"),
        (Fault::DamagesRecord(77), "wrong checksum or number"),
    ];
    for (fault, why) in faults {
        for moment in [200, 333, 466] {
            let outcome =
                run_odd(&config(vec![Some(FaultPlan { moment, fault }), None]), 500, 2, &|_| ());
            let ends = ends(&outcome);
            assert_eq!((ends.len(), ends[0].0), (1, Role::Active), "{ends:?}");
            assert!(ends[0].2.contains(why), "{ends:?}");
        }
    }
}

#[test]
fn audits_while_the_exchange_rests_give_nobody_up() {
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
                control.send(Control::Audit).expect("the supervisor is there");
            }
        },
    );
    assert_eq!(ends(&outcome.expect("it ends")), []);
    assert!(asked > 70, "{asked}");
}

#[test]
fn sessions_that_are_sound_can_be_opened_anew_and_nothing_is_answered_twice() {
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
                        .expect("the supervisor is there");
                }
            },
        );
        assert_eq!(ends(&outcome.expect("it ends")), []);
        // The last ones may come too late for the trader to hear of.
        assert!(opened > 10 && asked > 90, "{opened} of {asked}");
    }
}

#[test]
fn cards_that_do_not_come_up_are_named_and_the_next_one_answers_once() {
    let dead = Some(FaultPlan { moment: 0, fault: Fault::Dies });
    for (plans, lost) in [(vec![dead, None], 1), (vec![dead, dead], 2), (vec![dead], 1)] {
        let twins = |_, end| run_card(&mut TwinDoe::default(), end);
        let mut answering = Vec::new();
        let hook: &mut support::Hook<'_> = &mut |notice, _, _| {
            if let Notice::Answering { card, .. } = notice {
                answering.push(*card);
            }
        };
        let outcome = run_with(&config(plans), (500, 0.01), &mut Kept::default(), &twins, hook)
            .expect("it ends");
        let ends = ends(&outcome);
        assert_eq!(ends.len(), lost, "{ends:?}");
        let expected = |(place, end): (usize, &(Role, usize, &str))| {
            *end == (Role::SettingUp, place, "the card is gone")
        };
        assert!(ends.iter().enumerate().all(expected), "{ends:?}");
        assert_eq!(answering, [lost], "one card answers, and says so once");
    }
}

#[test]
fn nobody_left_says_how_everyone_ended() {
    let twin = loaded(&program(RULES));
    supervised(Vec::new(), twin, false, 256, |supervisor, _| {
        let error = supervisor.err().expect("nobody is there").to_string();
        assert_eq!(
            error,
            "no card is left and no twin that agrees with one: the card in software: the card is gone"
        );
    });
    let plans = || {
        let fault = Some(FaultPlan { moment: 120, fault: Fault::Dies });
        vec![Plan { fault, ..plain() }]
    };
    supervised(plans(), loaded(&program(RULES)), false, 256, |supervisor, ends| {
        let mut supervisor = supervisor.expect("it begins");
        (0..100).for_each(|_| ends.send(0));
        let error = supervisor.serve(&|| false).expect_err("it cannot go on").to_string();
        assert!(error.contains("card 0 (the active card): the card is gone"), "{error}");
        assert!(error.contains("the card in software: the card is gone"), "{error}");
    });
}

#[test]
fn a_twin_that_both_cards_outvote_is_named() {
    let mut twin = loaded(&program(RULES));
    // The twin knows an order that the cards do not: one of the same number follows.
    let mut messages = support::Messages::new(&program(RULES), 1, 0.0, 3);
    let first = messages.next().expect("there is one");
    engine::executor::Executor::execute(&mut twin, &first.frame[..usize::from(first.length)]);
    supervised(vec![plain(), plain()], twin, true, 256, |supervisor, ends| {
        let mut supervisor = supervisor.expect("it begins");
        (0..20).for_each(|_| ends.send(0));
        ends.control.send(Control::Audit).expect("it is there");
        ends.control.send(Control::Stop).expect("it is there");
        supervisor.serve(&|| false).expect("both cards go on");
        let retired = &supervisor.summary().retired;
        assert_eq!(
            retired.iter().map(|retired| retired.name()).collect::<Vec<_>>(),
            ["the software twin"]
        );
    });
}

#[test]
fn an_exchange_that_says_nothing_holds_orders_up_and_nothing_else() {
    const LINE: usize = 100;
    supervised(vec![plain(), plain()], loaded(&program(RULES)), true, LINE, |supervisor, ends| {
        let mut supervisor = supervisor.expect("it begins");
        let mut acknowledged = 0;
        // Nobody takes what the exchange is to hear. The trader listens.
        for _ in 0..300 {
            ends.send(0);
        }
        let notices = ends.notices.clone();
        let count = || {
            let heard =
                notices.try_iter().filter(|notice| matches!(notice, Notice::Acknowledged { .. }));
            heard.count()
        };
        // Longer than every watchdog, by looks of the supervisor's own clock: it is asked to stop
        // when cards were asked three times.
        let start = std::time::Instant::now();
        let heard = std::cell::Cell::new(0);
        let (control, audits) = (ends.control.clone(), std::cell::Cell::new(0));
        let silent = || {
            heard.set(heard.get() + count());
            if start.elapsed() > support::crew::PATIENCE.watchdog && audits.replace(1) == 0 {
                // The tables cannot be compared now: there are records that nobody but the active
                // card knows.
                control.send(Control::Audit).expect("the supervisor is there");
            }
            start.elapsed() > 5 * support::crew::PATIENCE.watchdog
        };
        supervisor.serve(&silent).expect("it waits");
        acknowledged += heard.get();
        assert!(
            acknowledged < 300,
            "{acknowledged} were answered although the exchange was silent"
        );
        assert!(supervisor.audit(&|| true).expect("it ends at once").is_empty());
        assert_eq!(
            (supervisor.summary().exchange_waits, supervisor.summary().retired.len()),
            (1, 0)
        );
        // It speaks again, late: everything comes, once.
        let exchange = ends.exchange.clone();
        let taken = std::cell::Cell::new(0);
        heard.set(0);
        let speaks = || {
            taken.set(taken.get() + exchange.try_iter().count());
            heard.set(heard.get() + count());
            acknowledged + heard.get() == 300
        };
        supervisor.serve(&speaks).expect("it goes on");
        let digests = supervisor.audit(&|| false).expect("everyone is there");
        assert!(
            digests.iter().all(|of| of[0].is_some() && of[0] == of[1] && of[1] == of[2]),
            "{digests:x?}"
        );
        assert_eq!(
            taken.get() + exchange.try_iter().count(),
            supervisor.summary().accepted as usize
        );
        assert_eq!((supervisor.summary().records, supervisor.summary().retired.len()), (300, 0));
    });
}
