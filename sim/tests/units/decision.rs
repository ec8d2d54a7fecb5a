// SPDX-License-Identifier: Apache-2.0

//! The decision against its definition: one decision for each message, `permit` low before it and
//! held after it, under idle periods of every length, second decisions that are ignored, `full` at
//! random, kinds without a transaction, and resets in every cycle. The effects of a reject by a
//! rule are settled once in the same way, and each message is answered once.

use hdl::emit::emit;
use hdl::kernels::decision::Decision;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0024;
const CYCLES: usize = 20_000;

/// The inputs of a cycle; noise where the contract leaves them open.
#[derive(Clone, Copy, Debug)]
struct Inputs {
    start: bool,
    done: bool,
    sound: bool,
    judged: bool,
    accept: bool,
    by_rule: bool,
    has_effects: bool,
    settles: bool,
    is_done: bool,
    refused: bool,
    full: bool,
    reset: bool,
}

/// A message from its start on.
#[derive(Clone, Copy, Debug, Default)]
struct Message {
    is_done: bool,
    is_sound: bool,
    /// The result of the verdict tree, after the decision.
    accepted: Option<bool>,
    /// A rule rejects the message and there are effects, after the decision.
    by_rule: bool,
    /// The values of `permit` and `effects` from the decision on.
    permit: bool,
    effects: bool,
    /// Whether the effects are done, after they are settled.
    settled: Option<bool>,
}

/// The definition of the kernel.
#[derive(Debug, Default)]
struct Model {
    message: Option<Message>,
    /// Whether the message is decided in this cycle.
    decides: bool,
    /// Whether its effects are settled in this cycle.
    settles: bool,
}

impl Model {
    fn is_pending(&self) -> bool {
        let waits = |message: Message| {
            message.accepted.is_none() || message.effects && message.settled.is_none()
        };
        self.decides || self.settles || self.message.is_some_and(waits)
    }

    /// The message in this cycle, whose `permit` and `effects` are known if it is decided in it.
    fn message(&mut self, full: bool) -> Message {
        let Some(message) = &mut self.message else { return Message::default() };
        if self.decides {
            let may = message.is_sound && !full;
            message.permit = message.accepted == Some(true) && may;
            message.effects = message.accepted == Some(false) && message.by_rule && may;
        }
        *message
    }

    /// Whether the message is answered in this cycle.
    fn answers(&self, message: &Message) -> bool {
        self.settles || self.decides && !message.effects
    }

    fn step(&mut self, inputs: &Inputs) {
        (self.decides, self.settles) = (false, false);
        if let Some(message) = &mut self.message {
            if inputs.done {
                message.is_done = true;
                message.is_sound = inputs.sound;
            }
            if inputs.settles && message.effects && message.settled.is_none() {
                message.settled = Some(inputs.is_done);
                self.settles = true;
            }
            if message.accepted.is_none() && (inputs.judged || inputs.refused) {
                message.accepted = Some(inputs.accept);
                message.by_rule = inputs.by_rule && inputs.has_effects;
                self.decides = true;
            }
        }
        if inputs.start {
            *self = Model { message: Some(Message::default()), ..Model::default() };
        }
        if inputs.reset {
            *self = Model::default();
        }
    }
}

fn inputs(model: &Model, busy: f64, resets: f64, rng: &mut Rng) -> Inputs {
    let [start, done, judged, refused, settles] = [(); 5].map(|()| rng.random_bool(busy));
    let [sound, by_rule, has_effects] = [(); 3].map(|()| rng.random_bool(0.8));
    let [accept, is_done] = [(); 2].map(|()| rng.random_bool(0.6));
    let message = model.message.unwrap_or_default();
    let waits = model.message.is_some() && message.accepted.is_none();
    // A frame is done once, and decided no earlier than that.
    let done = done && waits && !message.is_done;
    let decidable = !waits || message.is_done || done;
    let [judged, refused] = [judged && decidable, refused && decidable && waits];
    let start = start && !model.is_pending();
    Inputs {
        start,
        done,
        sound,
        judged,
        accept,
        by_rule,
        has_effects,
        settles,
        is_done,
        refused,
        full: rng.random_bool(0.2),
        reset: rng.random_bool(resets),
    }
}

fn drive(kernel: &mut Kernel<'_>, inputs: &Inputs) {
    let named = [
        ("start", inputs.start),
        ("done", inputs.done),
        ("sound", inputs.sound),
        ("judged", inputs.judged),
        ("accept", inputs.accept),
        ("by_rule", inputs.by_rule),
        ("has_effects", inputs.has_effects),
        ("settles", inputs.settles),
        ("is_done", inputs.is_done),
        ("refused", inputs.refused),
        ("full", inputs.full),
        ("reset", inputs.reset),
    ];
    named.into_iter().for_each(|(port, high)| kernel.set(port, high));
}

#[test]
fn a_message_is_decided_once_and_permit_holds() {
    let kernel = emit("decision", "the decision", &mut Decision::default());
    testkit::kernels::run("a_message_is_decided_once_and_permit_holds", &kernel, |kernel| {
        for (round, (busy, resets)) in
            [(1.0, 0.0), (0.5, 0.0), (0.1, 0.0), (0.5, 0.05), (0.9, 0.3)].into_iter().enumerate()
        {
            let mut rng = Rng::seeded(SEED + round as u64);
            let mut model = Model::default();
            let idle = Inputs { reset: true, ..inputs(&model, 0.0, 0.0, &mut rng) };
            drive(kernel, &idle);
            kernel.step();
            let (mut permitted, mut refused, mut full) = (0, 0, 0);
            // Effects that are done, and those that are not.
            let mut effects = [0, 0];
            for _ in 0..CYCLES {
                let inputs = inputs(&model, busy, resets, &mut rng);
                drive(kernel, &inputs);
                kernel.settle_low();
                let of = format!("cycle {}, {inputs:?}, {model:?}", kernel.cycles());
                assert_eq!(kernel.is_high("pending"), model.is_pending(), "{of}");
                assert_eq!(kernel.is_high("decided"), model.decides, "{of}");
                let message = model.message(inputs.full);
                let permit = message.permit;
                let permit_effects = message.settled == Some(true);
                for (port, expected) in [
                    ("permit", permit),
                    ("effects", message.effects),
                    ("settled", model.settles),
                    ("permit_effects", permit_effects),
                    ("answers", model.answers(&message)),
                ] {
                    assert_eq!(kernel.is_high(port), expected, "{port}, {of}");
                }
                effects[usize::from(permit_effects)] += u32::from(model.settles);
                if let (true, Some(message)) = (model.decides, model.message) {
                    assert_eq!(Some(kernel.is_high("accepted")), message.accepted, "{of}");
                    assert_eq!(kernel.is_high("well_formed"), message.is_sound, "{of}");
                    let accepts = message.accepted == Some(true);
                    permitted += u32::from(permit);
                    refused += u32::from(!accepts || !message.is_sound);
                    full += u32::from(accepts && message.is_sound && !permit);
                }
                kernel.step();
                model.step(&inputs);
            }
            assert!(effects.into_iter().all(|count| count > 20), "{effects:?}");
            assert!(permitted > 100 && refused > 50 && full > 20, "{permitted}, {refused}, {full}");
        }
    });
}
