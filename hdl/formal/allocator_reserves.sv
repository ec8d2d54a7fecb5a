// SPDX-License-Identifier: Apache-2.0
// allocator_reserves: reserves of a message that is not accepted leave no trace.
//
// Proven, in every cycle, for a table of any number of rows, declared or hidden, of two allocators
// with the same inputs, except that one of them never gets a reserve and never a `finish`:
//  * both have the same free rows in the same order, the same reads under way, and the same number
//    of rows, as long as no message is accepted by a declared table;
//  * after a message that is not accepted, or whose table is hidden, the next row that a reserve
//    gets is the row that it would have got before the message, or the one after those that were
//    popped: `next` is `head`, or one more if a reserve came in the same cycle, which belongs to
//    what follows.
// So with `accept` low, reserves and the end of a message change nothing. Their effect with
// `accept` high is proven by `allocator`.
//
// Assumed: queue memory and window yield the same word to both allocators if both read the same
// place. It is proven that they are written equally.
//
// Internal signals used, of both: all registers of an allocator except its last answer.

module allocator_reserves_proof (
    input wire clock,
    input wire reset,
    input wire [24:0] rows_max,
    input wire is_hidden,
    input wire reserve,
    input wire wanted,
    input wire pop,
    input wire finish,
    input wire accept,
    input wire free,
    input wire [23:0] freed
);
    wire [23:0] handle;
    wire found;
    wire ok;
    wire [24:0] rows;
    allocator kernel (.*);

    wire [24:0] rows_untouched;
    allocator untouched (
        .clock(clock),
        .reset(reset),
        .rows_max(rows_max),
        .is_hidden(is_hidden),
        .reserve(1'b0),
        .wanted(1'b0),
        .pop(pop),
        .finish(1'b0),
        .accept(1'b0),
        .free(free),
        .freed(freed),
        .rows(rows_untouched)
    );

    // The pointers into queue and window, the reads under way between them, and the pending counts.
    wire [126:0] state;
    wire [126:0] state_untouched;
    // The writes to the queue and to the window.
    wire [48:0] queue_write;
    wire [48:0] queue_write_untouched;
    wire [59:0] window_write;
    wire [59:0] window_write_untouched;
    wire [23:0] queue_word;
    wire [23:0] queue_word_untouched;
    wire [3:0] slot;
    wire [3:0] slot_untouched;
    wire [24:0] window_word;
    wire [24:0] window_word_untouched;
    wire [4:0] head;
    wire [4:0] next;

    reg was_over = 0;
    reg reserved_then = 0;

    always @(posedge clock) begin
        assume (!(finish && accept && !is_hidden));
        assume (queue_word == queue_word_untouched);
        if (slot == slot_untouched) assume (window_word == window_word_untouched);

        assert (state == state_untouched);
        assert (rows == rows_untouched);
        assert (queue_write == queue_write_untouched);
        assert (window_write == window_write_untouched);
        if (was_over) assert (next == head || reserved_then && next == head + 5'd1);

        was_over <= finish || reset;
        reserved_then <= reserve && !pop && !reset;
    end
endmodule
