// SPDX-License-Identifier: Apache-2.0
// sum_bank: counts and sums change only by a fold or under `clear`.
//
// Proven, in every cycle, with resets at any time: the memory is written only in the second cycle
// after a fold, and only at the row of the last fold; or under `clear`. A fetch changes nothing.
//
// Assumed: nothing.
//
// Internal signals used: the write port of the memory.

module sum_bank_proof (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire is_count,
    input wire fold,
    input wire fold_out,
    input wire [23:0] fold_row,
    input wire [63:0] fold_value,
    input wire read,
    input wire [23:0] row
);
    wire [65:0] value;
    wire [120:0] content;
    sum_bank kernel (.*);
    wire write;
    wire [23:0] write_address;

    reg was_fold = 0;
    reg writes = 0;
    reg [23:0] last_row = 0;

    always @(posedge clock) begin
        assert (write == (writes || clear));
        if (write && !clear) assert (write_address == last_row);
        was_fold <= fold && !reset;
        writes <= was_fold && !reset;
        if (fold) last_row <= fold_row;
    end
endmodule
