// SPDX-License-Identifier: Apache-2.0

//! The decision against its definition: one decision for each message, `permit` low before it and
//! held after it, under idle periods of every length, second decisions that are ignored, `full` at
//! random, kinds without a transaction, and resets in every cycle.

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
    /// The value of `permit` from the decision on.
    permit: bool,
}

/// The definition of the kernel.
#[derive(Debug, Default)]
struct Model {
    message: Option<Message>,
    /// Whether the message is decided in this cycle.
    decides: bool,
}

impl Model {
    fn is_pending(&self) -> bool {
        self.decides || self.message.is_some_and(|message| message.accepted.is_none())
    }

    /// The value of `permit` in this cycle.
    fn permit(&mut self, full: bool) -> bool {
        let Some(message) = &mut self.message else { return false };
        if self.decides {
            message.permit = message.accepted == Some(true) && message.is_sound && !full;
        }
        message.permit
    }

    fn step(&mut self, inputs: &Inputs) {
        self.decides = false;
        if let Some(message) = &mut self.message {
            if inputs.done {
                message.is_done = true;
                message.is_sound = inputs.sound;
            }
            if message.accepted.is_none() && (inputs.judged || inputs.refused) {
                message.accepted = Some(inputs.accept);
                self.decides = true;
            }
        }
        if inputs.start {
            *self = Model { message: Some(Message::default()), decides: false };
        }
        if inputs.reset {
            *self = Model::default();
        }
    }
}

fn inputs(model: &Model, busy: f64, resets: f64, rng: &mut Rng) -> Inputs {
    let [start, done, judged, refused] = [(); 4].map(|()| rng.random_bool(busy));
    let [sound, accept] = [(); 2].map(|()| rng.random_bool(0.8));
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
        refused,
        full: rng.random_bool(0.2),
        reset: rng.random_bool(resets),
    }
}

fn drive(kernel: &mut Kernel<'_>, inputs: &Inputs) {
    let Inputs { start, done, sound, judged, accept, refused, full, reset } = *inputs;
    let named = [
        ("start", start),
        ("done", done),
        ("sound", sound),
        ("judged", judged),
        ("accept", accept),
    ];
    named.into_iter().chain([("refused", refused), ("full", full), ("reset", reset)]).for_each(
        |(port, high)| {
            kernel.set(port, high);
        },
    );
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
            for _ in 0..CYCLES {
                let inputs = inputs(&model, busy, resets, &mut rng);
                drive(kernel, &inputs);
                kernel.settle_low();
                let of = format!("cycle {}, {inputs:?}, {model:?}", kernel.cycles());
                assert_eq!(kernel.is_high("pending"), model.is_pending(), "{of}");
                assert_eq!(kernel.is_high("decided"), model.decides, "{of}");
                let permit = model.permit(inputs.full);
                assert_eq!(kernel.is_high("permit"), permit, "{of}");
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
            assert!(permitted > 100 && refused > 50 && full > 20, "{permitted}, {refused}, {full}");
        }
    });
}
