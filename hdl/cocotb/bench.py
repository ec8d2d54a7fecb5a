# SPDX-License-Identifier: Apache-2.0
"""The top of the engine, driven from outside by cocotb and the AXI models of cocotbext-axi.

`cargo xtask cocotb` copies this file, the emitted Verilog and `vectors.json` into one folder and
runs it there. The vectors contain program words, frames, and the answers of the reference
interpreter.

With any pauses on the streams, every frame must be answered once, in order, with the beat that is
right for the program bank that runs. The right answer to a frame with idle cycles between its beats
is "malformed".
"""

import json
import logging
import random
import sys
import warnings
from pathlib import Path

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import ClockCycles, RisingEdge
from cocotbext.axi import AxiLiteBus, AxiLiteMaster, AxiResp
from cocotbext.axi import AxiStreamBus, AxiStreamFrame, AxiStreamSink, AxiStreamSource

# The AXI models use interfaces that this version of cocotb deprecates.
warnings.filterwarnings("ignore", category=DeprecationWarning)

HERE = Path(__file__).resolve().parent
VECTORS = json.loads((HERE / "vectors.json").read_text())
REGISTERS = VECTORS["registers"]
FRAMES = VECTORS["frames"]
# Frames of one round while a program of thousands of words is loaded.
FRAMES_BESIDE = 200


def pauses(rng, odds):
    """Yields pauses in runs: both single idle cycles and long ones."""
    while True:
        pause = rng.random() < odds
        yield from [pause] * rng.choice([1, 1, 2, 3, 9])


class Bench:
    """The models around the top, and the observations of the order stream."""

    def __init__(self, dut, odds):
        self.dut = dut
        self.rng = random.Random(f"{VECTORS['seed']} {odds}")
        for port in ("s_axis_order", "m_axis_verdict", "s_axis_h2c", "m_axis_c2h", "s_axil"):
            logging.getLogger(f"cocotb.riskgate.{port}").setLevel(logging.WARNING)
        dut.reset.value = 1
        cocotb.start_soon(Clock(dut.clock, 4, "ns").start())
        models = (dut.clock, dut.reset)
        self.orders = AxiStreamSource(AxiStreamBus.from_prefix(dut, "s_axis_order"), *models)
        self.verdicts = AxiStreamSink(AxiStreamBus.from_prefix(dut, "m_axis_verdict"), *models)
        self.host = AxiStreamSource(AxiStreamBus.from_prefix(dut, "s_axis_h2c"), *models)
        self.host_answers = AxiStreamSink(AxiStreamBus.from_prefix(dut, "m_axis_c2h"), *models)
        self.registers = AxiLiteMaster(AxiLiteBus.from_prefix(dut, "s_axil"), *models)
        write, read = self.registers.write_if, self.registers.read_if
        self.channels = [self.orders, self.verdicts, self.host, self.host_answers]
        self.channels += [write.aw_channel, write.w_channel, write.b_channel]
        self.channels += [read.ar_channel, read.r_channel]
        if odds:
            for channel in self.channels:
                seed = self.rng.random()
                channel.set_pause_generator(pauses(random.Random(seed), odds))
        # The program banks that a frame that starts now may run by, and the number of requested
        # changes; `begun` has both for each frame that has started.
        self.banks, self.changes = {0}, 0
        self.begun = []
        self.gapped = []
        cocotb.start_soon(self.watch_orders())

    async def reset(self):
        self.dut.reset.value = 1
        await ClockCycles(self.dut.clock, 5)
        self.dut.reset.value = 0
        await ClockCycles(self.dut.clock, 2)

    async def watch_orders(self):
        """Records for each frame its start, and idle cycles between its beats."""
        dut, within = self.dut, False
        while True:
            await RisingEdge(dut.clock)
            if dut.reset.value == 1:
                within = False
            elif dut.s_axis_order_tvalid.value == 1 and dut.s_axis_order_tready.value == 1:
                if not within:
                    self.begun.append((self.banks, self.changes))
                    self.gapped.append(False)
                within = dut.s_axis_order_tlast.value == 0
            elif within:
                self.gapped[-1] = True

    async def read(self, name):
        return await self.registers.read_dword(REGISTERS[name])

    async def read_counter(self, name):
        return await self.read(f"{name}_LOW") | await self.read(f"{name}_HIGH") << 32

    async def write(self, name, value):
        await self.registers.write_dword(REGISTERS[name], value)

    async def load(self, bank):
        """Loads a program. The address advances by itself: a sequence takes two writes a word."""
        words, next_place = VECTORS["programs"][bank], None
        for memory, address, data in words:
            data = int(data, 16)
            if next_place is None or memory != next_place[0]:
                await self.write("PROGRAM_MEMORY", memory)
            if (memory, address) != next_place:
                await self.write("PROGRAM_ADDRESS", address)
            await self.write("PROGRAM_DATA_LOW", data & 0xFFFFFFFF)
            await self.write("PROGRAM_DATA_HIGH", data >> 32)
            next_place = (memory, address + 1)
        return len(words)

    async def fill(self):
        """Empties the tables and loads the rows, and checks the answer to each row, in order."""
        await self.write("CONTROL", 2)
        while await self.read("STATUS") & 1:
            pass
        for row in VECTORS["rows"]:
            self.host.send_nowait(AxiStreamFrame(bytes.fromhex(row["data"])))
        for number, row in enumerate(VECTORS["rows"]):
            found = int.from_bytes((await self.host_answers.recv()).tdata, "little")
            assert matches(found, row["answer"]), f"row {number}: {found:#x} is not the answer"
        assert self.host_answers.empty() and self.verdicts.empty(), "there is one answer too many"

    async def change_bank(self, bank):
        """Changes the program bank.

        From the write on, a frame may run by the new bank; once the status shows it, all frames do.
        """
        self.banks, self.changes = {0, 1}, self.changes + 1
        await self.write("CONTROL", bank)
        while (await self.read("STATUS") >> 1 & 1) != bank:
            pass
        self.banks = {bank}

    @staticmethod
    def newest(changes):
        """The bank that was requested last: 0 at first, then alternating 1 and 0."""
        return changes % 2

    def send(self, frames):
        for frame in frames:
            data = bytes.fromhex(frame["data"])
            keep = [int(bit) for bit in frame["keep"]] if frame["keep"] else None
            self.orders.send_nowait(AxiStreamFrame(data, tkeep=keep, tuser=frame["session"]))

    async def check(self, frames, first=0):
        """Takes one answer a frame and compares its defined bits. Returns a count by kind."""
        seen = {"accepts": 0, "rejects": 0, "malformed": 0, "gapped": 0}
        last = (None, None)
        for number, frame in enumerate(frames, first):
            beat = await self.verdicts.recv()
            assert len(beat.tdata) == 64, f"frame {number}: an answer is one whole beat, not {beat}"
            found = int.from_bytes(beat.tdata, "little")
            gapped, (banks, changes) = self.gapped[number], self.begun[number]
            bank = found >> 85 & 1
            answer = frame["malformed" if gapped else "answers"][bank]
            message = f"{found:#x} is not the answer of bank {banks}, gapped {gapped}"
            assert bank in banks and matches(found, answer), f"frame {number}: {message}: {frame}"
            new = self.newest(changes)
            assert last != (new, changes) or bank == new, f"frame {number}: back to bank {bank}"
            last = (bank, changes)
            seen["gapped"] += gapped
            kind = "accepts" if found >> 71 & 1 else "malformed" if found >> 72 & 1 else "rejects"
            seen[kind] += 1
        return seen

    async def check_counters(self, seen):
        names = ("accepts", "rejects", "malformed")
        counters = {name: await self.read_counter(name.upper()) for name in names}
        assert counters == {name: seen[name] for name in counters}, f"{counters} is not {seen}"
        assert await self.read_counter("FRAMES") == sum(counters.values())
        assert self.verdicts.empty(), "there is one answer too many"


def matches(found, answer):
    mask = int(answer["mask"], 16)
    return found & mask == int(answer["bits"], 16) & mask


@cocotb.test()
async def registers_answer(dut):
    """The registers identify the engine; illegal accesses get an error and change nothing."""
    bench = Bench(dut, 0.3)
    await bench.reset()
    assert [await bench.read("ID"), await bench.read("VERSION")] == VECTORS["id"]
    for value in (0x12345678, 0xFFFFFFFF, 0):
        await bench.write("SCAN_TARGET", value)
        await bench.registers.write(REGISTERS["SCAN_TARGET"] + 1, b"\x5a")
        assert await bench.read("SCAN_TARGET") == value
    # The data that is read back is undefined until the tables are emptied and something is read.
    defined = set(REGISTERS.values())
    unknown = {REGISTERS[f"SCAN_DATA_{word}"] for word in range(4)} | {REGISTERS["STATUS"]}
    for address in sorted(set(range(0, 0x1000, 4)) - unknown):
        answer = await bench.registers.read(address, 4)
        assert answer.resp == (AxiResp.OKAY if address in defined else AxiResp.SLVERR), hex(address)
    for address in [REGISTERS["ID"], REGISTERS["CYCLES_LOW"], 0x80, 0xFFC]:
        assert (await bench.registers.write(address, bytes(4))).resp == AxiResp.SLVERR, hex(address)
    cycles = await bench.read_counter("CYCLES")
    assert await bench.read_counter("CYCLES") > cycles > 0


async def orders(dut, odds, frames):
    bench = Bench(dut, odds)
    await bench.reset()
    words = await bench.load(0)
    await bench.fill()
    bench.send(frames)
    seen = await bench.check(frames)
    await bench.check_counters(seen)
    dut._log.info("%d words, %d frames answered: %s", words, len(frames), seen)


@cocotb.test()
async def orders_are_answered_at_full_speed(dut):
    """Streams without pauses."""
    await orders(dut, 0, FRAMES[: max(len(FRAMES) // 3, 1)])


@cocotb.test()
async def orders_are_answered_with_pauses(dut):
    """Random idle cycles and back-pressure on every stream and channel."""
    await orders(dut, 0.3, FRAMES)


@cocotb.test()
async def the_program_changes_while_orders_run(dut):
    """The other program bank is loaded while orders run, and takes over between two of them.

    No order is lost or answered twice.
    """
    bench = Bench(dut, 0.2)
    await bench.reset()
    await bench.load(0)
    await bench.fill()
    loading = cocotb.start_soon(bench.load(1))
    totals, number = {}, 0

    async def some():
        nonlocal number
        part = [FRAMES[(number + i) % len(FRAMES)] for i in range(FRAMES_BESIDE)]
        bench.send(part)
        for name, count in (await bench.check(part, number)).items():
            totals[name] = totals.get(name, 0) + count
        number += len(part)

    while not loading.done():
        await some()
    for bank in (1, 0, 1):
        change = cocotb.start_soon(bench.change_bank(bank))
        await some()
        await change
        assert bench.banks == {bank}
        await some()
    await bench.check_counters(totals)
    dut._log.info("%d frames answered: %s", number, totals)


def main():
    """Builds the model, runs the tests, and prints the outcome in one line."""
    from cocotb_tools.runner import get_results, get_runner

    runner = get_runner("icarus")
    sources = [HERE / f"{name}.v" for name in ("core", "registers", "riskgate")]
    where = {"hdl_toplevel": "riskgate", "build_dir": HERE / "build"}
    runner.build(sources=sources, always=True, timescale=("1ns", "1ps"), **where)
    results = runner.test(test_module="bench", test_dir=HERE, **where)
    tests, failed = get_results(results)
    passed = f"{tests - failed} of {tests} tests passed"
    print(f"cocotb: {passed}, {len(FRAMES)} frames, seed {VECTORS['seed']}")
    sys.exit(1 if failed or not tests else 0)


if __name__ == "__main__":
    main()
