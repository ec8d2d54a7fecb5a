// SPDX-License-Identifier: Apache-2.0
// level_store: levels change only by a fold or under `clear`; questions leave no trace.
//
// Proven, in every cycle, for any content of the memories, with folds and questions in any order
// and resets at any time:
//  * map, roots, blocks, counts and bests are written, and blocks taken and given back, only within
//    the nine cycles after a fold, or under `clear`; so is the number of all levels;
//  * the number of levels that questions have added is zero after `forget`.
//
// Assumed: nothing.
//
// Internal signals used: the write ports of the memories, the inputs of the allocator, the counts,
// and for the induction `stage_q`.

module level_store_proof (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire is_max,
    input wire fold,
    input wire fold_out,
    input wire [23:0] fold_row,
    input wire [63:0] fold_value,
    input wire read,
    input wire [23:0] row,
    input wire forget,
    input wire ask,
    input wire ask_group,
    input wire [23:0] ask_row,
    input wire [63:0] ask_value,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot
);
    wire [65:0] value;
    wire answer;
    wire ok;
    wire fault;
    wire scan_taken;
    wire [23:0] scan_row;
    wire [63:0] scan_value;
    wire [24:0] scan_count;
    level_store kernel (.*);

    wire [15:0] map_slots;
    wire bests_write;
    wire children_write;
    wire blocks_write;
    wire counts_write;
    wire best_write;
    wire pop;
    wire free;
    wire [24:0] of_all;
    wire [10:0] added;
    wire [9:0] stage;

    // Cycles that are left of the last fold.
    reg [3:0] left = 0;
    wire rests = left == 0 && !clear;

    reg was_forget = 0;
    reg was_rest = 0;
    reg [24:0] was_of_all = 0;

    always @(posedge clock) begin
        if (rests) begin
            assert (map_slots == 0);
            assert (!bests_write && !children_write && !blocks_write && !counts_write
                && !best_write);
            assert (!pop && !free);
        end
        if (was_rest) assert (of_all == was_of_all);
        if (was_forget) assert (added == 0);

        assert (left <= 9);
        assert (stage == (left == 0 ? 0 : 10'd1 << (10 - left)));

        if (left != 0) left <= left - 1;
        if (fold) left <= 9;
        if (reset || clear) left <= 0;
        was_forget <= forget;
        was_rest <= rests;
        was_of_all <= of_all;
    end
endmodule
