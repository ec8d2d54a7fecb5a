// SPDX-License-Identifier: Apache-2.0

//! The top as a host and its neighbours on the streams see it: a program loaded over AXI-Lite, good
//! and damaged orders with and without back-pressure, and rows from the host. Every answer equals
//! that of the reference interpreter, and the counters agree with the answers. Then another program
//! runs from the other program bank.

use engine::answer::{self, Answered};
use engine::build::Build;
use engine::executor::Executor;
use engine::frame::{FieldValue, KIND_AT, LENGTH_AT};
use engine::machine::{BEAT_BYTES, FRAME_BYTES_MAX};
use engine::microcode::{self, Memory, Write};
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::registers::{
    self, CONTROL_BANK, CONTROL_CLEAR, Register, STATUS_BANK, STATUS_BUSY, STATUS_FAULT,
};
use engine::schema::ColumnDef;
use engine::verdict::{Reason, Verdict};
use hdl::emit::Emitted;
use hdl::kernels::allocator::FILL_CYCLES;
use rand::RngExt;
use sim::core_model::{Beat, beats};
use sim::kernel::Kernel;
use testkit::rng::Rng;

/// The number of cycles after which a missing answer counts as an error.
const PATIENCE_CYCLES: u64 = 1 << 16;
const RULES: [&str; 2] = [
    "create table account (
         id INT not null, funds INT8 not null, primary key (id)
     ) with (rows = 16);
     create message buy ( account INT not null, cost INT8 null, name CHAR(8) not null );
     create message wide (
         a INT8 not null, b INT8 not null, c INT8 not null, d INT8 not null, e INT8 not null,
         f INT8 not null, g INT8 not null, h INT8 not null, i INT8 not null
     );
     Rule funded ( buy.cost <= (select funds from account where id = buy.account) )
     Rule named ( buy.name <> 'nobody' )
     Rule sums ( wide.a + wide.i > wide.e )",
    "create message buy ( account INT not null, cost INT8 null, name CHAR(8) not null );
     Rule free ( buy.cost = 0 )",
];

/// The top and its parts in one file.
fn emitted() -> Emitted {
    let all = hdl::all_of(&Build::SMALL);
    let part = |name: &str| all.iter().find(|module| module.name == name).expect("it is emitted");
    let top = part(hdl::top::NAME);
    let parts = hdl::top::PARTS.map(|name| part(name).verilog.as_str()).concat();
    Emitted { verilog: parts + &top.verilog, ..top.clone() }
}

/// An access of the host over AXI-Lite.
fn write(kernel: &mut Kernel<'_>, register: Register, data: u32) {
    kernel.set("s_axil_awaddr", register.offset);
    kernel.set("s_axil_wdata", data);
    let (mut address_waits, mut data_waits) = (true, true);
    for _ in 0..PATIENCE_CYCLES {
        kernel.set("s_axil_awvalid", address_waits);
        kernel.set("s_axil_wvalid", data_waits);
        kernel.settle_low();
        address_waits &= !kernel.is_high("s_axil_awready");
        data_waits &= !kernel.is_high("s_axil_wready");
        let is_over = kernel.is_high("s_axil_bvalid");
        assert!(!is_over || kernel.get("s_axil_bresp") == 0, "{} is refused", register.name);
        kernel.step();
        if is_over {
            return;
        }
    }
    panic!("the write of {} is not answered", register.name);
}

fn read(kernel: &mut Kernel<'_>, register: Register) -> u32 {
    kernel.set("s_axil_araddr", register.offset);
    let mut waits = true;
    for _ in 0..PATIENCE_CYCLES {
        kernel.set("s_axil_arvalid", waits);
        kernel.settle_low();
        waits &= !kernel.is_high("s_axil_arready");
        let data = kernel.is_high("s_axil_rvalid").then(|| kernel.get("s_axil_rdata") as u32);
        assert!(data.is_none() || kernel.get("s_axil_rresp") == 0, "{} is refused", register.name);
        kernel.step();
        if let Some(data) = data {
            return data;
        }
    }
    panic!("the read of {} is not answered", register.name);
}

fn counter(kernel: &mut Kernel<'_>, low: Register, high: Register) -> u64 {
    u64::from(read(kernel, low)) | u64::from(read(kernel, high)) << 32
}

/// Writes program words; consecutive addresses are written only once.
fn write_words(kernel: &mut Kernel<'_>, mut words: Vec<Write>) {
    words.sort_by_key(|word| (word.memory.number(), word.address));
    let mut next = None;
    for Write { memory, address, data } in words {
        // The halves of a text alternate between two memories.
        if next != Some((memory.number(), address)) {
            write(kernel, registers::PROGRAM_MEMORY, memory.number().into());
            write(kernel, registers::PROGRAM_ADDRESS, address.into());
        }
        write(kernel, registers::PROGRAM_DATA_LOW, data as u32);
        write(kernel, registers::PROGRAM_DATA_HIGH, (data >> 32) as u32);
        next = Some((memory.number(), address + 1));
    }
}

/// Loads a program into a program bank and selects it; with `clear` the tables are emptied first.
fn load(kernel: &mut Kernel<'_>, program: &Program, bank: u8, clear: bool) {
    let words = microcode::load(program, bank, &Build::SMALL).expect("it fits");
    let blanks = microcode::blanks(program, bank, &words);
    let is_text = |word: &Write| matches!(word.memory, Memory::TextLow | Memory::TextHigh);
    let (texts, others): (Vec<Write>, Vec<Write>) = words.into_iter().partition(is_text);
    write_words(kernel, blanks);
    write_words(kernel, others);
    if clear {
        write(kernel, registers::CONTROL, 1 << CONTROL_CLEAR);
        while read(kernel, registers::STATUS) >> STATUS_BUSY & 1 == 1 {}
        (0..2 * FILL_CYCLES).for_each(|_| kernel.step());
    }
    texts.chunks(2).for_each(|text| text.iter().for_each(|word| write_words(kernel, vec![*word])));
    write(kernel, registers::CONTROL, u32::from(bank) << CONTROL_BANK);
}

/// Sends the beats of a stream and takes the answer, with back-pressure at random.
fn send(
    kernel: &mut Kernel<'_>,
    streams: [&str; 2],
    beats: &[Beat],
    held: f64,
    rng: &mut Rng,
) -> [u64; 8] {
    let [frames, answers] = streams;
    let mut beats = beats.iter().peekable();
    for _ in 0..PATIENCE_CYCLES {
        kernel.set(&format!("{frames}_tvalid"), beats.peek().is_some());
        if let Some(beat) = beats.peek() {
            kernel.set_words(&format!("{frames}_tdata"), &beat.words);
            kernel.set(&format!("{frames}_tkeep"), beat.keep);
            kernel.set(&format!("{frames}_tlast"), beat.is_last);
        }
        let ready = !rng.random_bool(held);
        kernel.set(&format!("{answers}_tready"), ready);
        kernel.settle_low();
        beats.next_if(|_| kernel.is_high(&format!("{frames}_tready")));
        let answer = (ready && kernel.is_high(&format!("{answers}_tvalid"))).then(|| {
            assert!(kernel.is_high(&format!("{answers}_tlast")));
            assert_eq!(kernel.get_words(&format!("{answers}_tkeep")), [u64::MAX]);
            kernel.get_words(&format!("{answers}_tdata"))
        });
        kernel.step();
        if let Some(answer) = answer {
            kernel.set(&format!("{answers}_tready"), false);
            return answer.try_into().expect("a beat");
        }
    }
    panic!("no answer on {answers}");
}

fn frame(program: &Program, kind: FrameKind, sequence: u32, rng: &mut Rng) -> Vec<u8> {
    let fields = program.fields(kind);
    let layout = program.layout(kind);
    let value = |field: &ColumnDef| match field.ty {
        engine::schema::Type::Char(_) => {
            FieldValue::Text(["nobody", "a", "b"][rng.random_range(0..3)].as_bytes())
        }
        _ if field.nullable && rng.random_bool(0.1) => FieldValue::Null,
        _ => FieldValue::Number(rng.random_range(0..6)),
    };
    let values: Vec<FieldValue<'_>> = fields.iter().map(value).collect();
    layout.write(sequence, &values, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec()
}

/// Damages a frame so that it is no longer valid.
fn damage(frame: &mut Vec<u8>, rng: &mut Rng) {
    match rng.random_range(0..6) {
        0 => frame.truncate(rng.random_range(1..frame.len())),
        1 => frame.push(0),
        2 => frame.resize(frame.len() + BEAT_BYTES, 0),
        // The length; the kind: an unknown one, or one that no frame can have.
        3 => frame[LENGTH_AT] ^= 1 << rng.random_range(0..8),
        4 => frame[KIND_AT] = 0x40,
        _ => frame[KIND_AT] |= 0x80,
    }
}

/// Sends orders, some of them damaged, and compares the answers and the counters.
fn orders(kernel: &mut Kernel<'_>, program: &Program, reference: &mut Reference, rng: &mut Rng) {
    let pairs = [
        (registers::FRAMES_LOW, registers::FRAMES_HIGH),
        (registers::ACCEPTS_LOW, registers::ACCEPTS_HIGH),
        (registers::REJECTS_LOW, registers::REJECTS_HIGH),
        (registers::MALFORMED_LOW, registers::MALFORMED_HIGH),
    ];
    let mut counts = pairs.map(|(low, high)| counter(kernel, low, high));
    let mut kinds = [0; 3];
    for sequence in 0..400 {
        let messages = program.messages.len() as u16;
        let kind = FrameKind::Message(engine::schema::MessageId(rng.random_range(0..messages)));
        let mut bytes = frame(program, kind, sequence, rng);
        let is_damaged = rng.random_bool(0.4);
        if is_damaged {
            damage(&mut bytes, rng);
        }
        let session = rng.random::<u16>();
        kernel.set("s_axis_order_tuser", session);
        let held = [0.0, 0.5, 0.9][rng.random_range(0..3)];
        let beat = send(kernel, ["s_axis_order", "m_axis_verdict"], &beats(&bytes), held, rng);
        let answered = answer::read(program, &beat).expect("an answer by the program");
        let verdict = reference.execute(&bytes);
        assert_eq!(is_damaged, verdict == Verdict::refused(Reason::Malformed), "{bytes:?}");
        assert_eq!((answered.verdict, answered.session), (verdict, session), "{bytes:?}");
        let kind = match verdict.reason {
            None => 0,
            Some(Reason::Malformed) => 2,
            Some(_) => 1,
        };
        kinds[kind] += 1;
        counts[0] += 1;
        counts[1 + kind] += 1;
        if sequence % 16 == 0 {
            assert_eq!(
                pairs.map(|(low, high)| counter(kernel, low, high)),
                counts,
                "after order {sequence}"
            );
        }
    }
    assert_eq!(pairs.map(|(low, high)| counter(kernel, low, high)), counts);
    assert!(kinds.iter().all(|kind| *kind > 20), "accepted, rejected, malformed: {kinds:?}");
}

#[test]
fn every_frame_is_answered_and_counted() {
    testkit::kernels::run("every_frame_is_answered_and_counted", &emitted(), |kernel| {
        let mut rng = Rng::seeded(0x5eed_0029);
        for stream in [
            "s_axis_order_tvalid",
            "s_axis_h2c_tvalid",
            "m_axis_verdict_tready",
            "m_axis_c2h_tready",
        ] {
            kernel.set(stream, false);
        }
        for channel in ["s_axil_awvalid", "s_axil_wvalid", "s_axil_arvalid"] {
            kernel.set(channel, false);
        }
        for (channel, value) in
            [("s_axil_bready", 1_u8), ("s_axil_rready", 1), ("s_axil_wstrb", 15)]
        {
            kernel.set(channel, value);
        }
        kernel.set("reset", true);
        kernel.step();
        kernel.set("reset", false);
        let first = kernel.cycles();
        assert_eq!(read(kernel, registers::ID), registers::ID_VALUE);
        assert_eq!(read(kernel, registers::VERSION), registers::VERSION_VALUE);

        let programs =
            RULES.map(|rules| rulec::compile(rules).0.expect("the rules compile").for_hardware());
        let mut references =
            [0, 1].map(|i| Reference::new(programs[i].clone()).expect("the program is valid"));
        load(kernel, &programs[0], 0, true);
        // Rows from the host are not orders, so no counter counts them.
        for id in 0..4 {
            let row = FrameKind::Row(programs[0].table("account").expect("there is one"));
            let layout = programs[0].layout(row);
            let values = [id, 2].map(FieldValue::Number);
            let bytes =
                layout.write(7, &values, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec();
            let beat = send(kernel, ["s_axis_h2c", "m_axis_c2h"], &beats(&bytes), 0.5, &mut rng);
            let expected =
                Answered { verdict: references[0].load(&bytes), session: 0, sequence: 7 };
            assert_eq!(answer::read(&programs[0], &beat), Some(expected));
            assert_eq!(expected.verdict, Verdict::ACCEPT);
        }
        assert_eq!(read(kernel, registers::FRAMES_LOW), 0);
        assert_eq!(read(kernel, registers::ACCEPTS_LOW), 0);
        orders(kernel, &programs[0], &mut references[0], &mut rng);

        load(kernel, &programs[1], 1, false);
        kernel.step();
        assert_eq!(
            read(kernel, registers::STATUS),
            1 << STATUS_BANK,
            "it runs, and STATUS has no fault ({STATUS_FAULT})"
        );
        orders(kernel, &programs[1], &mut references[1], &mut rng);

        let cycles = counter(kernel, registers::CYCLES_LOW, registers::CYCLES_HIGH);
        assert!(cycles > first && cycles <= kernel.cycles() - first, "{cycles} cycles");
    });
}
