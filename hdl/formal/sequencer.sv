// SPDX-License-Identifier: Apache-2.0
// sequencer: a transaction takes exactly the cycles of its table entry.
//
// Proven, in every cycle, for any table, any order of kinds and changes of the program bank, and
// with writes to the table and resets at any time:
//  * after a start in cycle 0 by a kind that has an entry, it is not `free` from cycle 1 to the
//    entry's release less one, and `busy` at least to its commit less one; `address` is the entry's
//    base in cycle 0 and one more in each further cycle, in the bank that was wanted at the start;
//    `live` is high from cycle 2 on;
//  * after a start by a kind that has no entry, `live` stays low, `unknown` and `busy` stay high
//    and `free` stays low until `finish`;
//  * while a transaction runs, `shape` is that of its entry;
//  * while any commit is not over, it is `busy`, and `free` only for a start in the bank of the
//    last commit, but for no cycle longer;
//  * while anything runs, the bank is the one that was wanted at its start, whatever is wanted now:
//    a change waits for the end and for no cycle more, also if the next frame starts in the first
//    possible cycle.
//
// Assumed: no start unless it is free; the release of an entry is at least two cycles and its
// commit no less, as the compiler ensures.
//
// Internal signals used: `word`, the table's entry for `kind` in this cycle, which
// `sequencer_table` proves to be the written one; and `cycles_left_q` and `commit_left_q`, for the
// induction.

module sequencer_proof (
    input wire clock,
    input wire reset,
    input wire start,
    input wire [7:0] kind,
    input wire finish,
    input wire bank_wanted,
    input wire table_write,
    input wire [7:0] table_address,
    input wire [63:0] table_data
);
    wire [10:0] address;
    wire live;
    wire busy;
    wire free;
    wire unknown;
    wire bank;
    wire [17:0] shape;
    sequencer kernel (.*);
    wire [63:0] word;
    wire [9:0] left_inside;
    wire [9:0] commit_inside;

    reg runs = 0;
    reg refuses = 0;
    reg executes = 0;
    reg bank_at_start = 0;
    reg [17:0] shape_at_start = 0;
    reg [9:0] left = 0;
    reg [9:0] at = 0;
    reg [9:0] commits = 0;
    wire [9:0] commits_next = commits == 0 ? 0 : commits - 1;

    always @(posedge clock) begin
        if (!free) assume (!start);
        if (start) assume (word[25:16] >= 2 && word[35:26] >= word[25:16]);

        assert (busy == (runs || refuses || commits != 0));
        assert (free == (!runs && !refuses && (commits == 0 || bank_at_start == bank_wanted)));
        assert (unknown == refuses);
        assert (live == (runs && executes));
        if (runs) assert (address == {bank_at_start, at});
        if (start) assert (address == {bank_wanted, word[10:1]});
        if (runs) assert (shape == shape_at_start);
        assert (bank == (runs || refuses ? bank_at_start : bank_wanted));

        assert (!(runs && refuses));
        if (runs) assert (left > 0 && left == left_inside && commits >= left);
        assert (commits == commit_inside);

        commits <= commits_next;
        executes <= runs;
        if (runs) begin
            at <= at + 1;
            left <= left - 1;
            if (left == 1) runs <= 0;
        end
        if (refuses && finish) refuses <= 0;
        if (start) begin
            executes <= 0;
            bank_at_start <= bank_wanted;
            shape_at_start <= word[53:36];
            if (word[0] && !kind[7]) begin
                runs <= 1;
                at <= word[10:1] + 1;
                left <= word[25:16] - 1;
                if (word[35:26] > commits_next) commits <= word[35:26] - 1;
            end else begin
                refuses <= 1;
            end
        end
        if (reset) begin
            runs <= 0;
            refuses <= 0;
            executes <= 0;
            commits <= 0;
        end
    end
endmodule
