// SPDX-License-Identifier: Apache-2.0
// allocator_reserves: reserves of a message that is not accepted leave no trace.
//
// Proven, in every cycle, for a table of any number of rows, declared or hidden, of two allocators
// that are told the same, but that one of them is never asked to reserve anything and never told
// that a message is over:
//  * both have the same rows free in the same order, the same of them on their way, and the same
//    number of rows, as long as no message is accepted by a declared table;
//  * behind a message that is not accepted, or whose table is hidden, the next row that a reserve
//    gets is the one that it would have got before the message, or the one behind those that were
//    popped: `next` is `head`.
// So with `accept` low, reserves and the end of a message change nothing; what they do with it high
// is `allocator`'s.
//
// Assumed: queue memory and window are read with the same result by both where they are read at one
// place. It is proven that they are written alike.
//
// Looked at inside, of both: everything that an allocator has in registers but its last answer.

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

    // The pointers into queue and window, what is on its way from one to the other, and what is to
    // be counted.
    wire [126:0] state;
    wire [126:0] state_untouched;
    // What is written to the queue and to the window.
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

    always @(posedge clock) begin
        assume (!(finish && accept && !is_hidden));
        assume (queue_word == queue_word_untouched);
        if (slot == slot_untouched) assume (window_word == window_word_untouched);

        assert (state == state_untouched);
        assert (rows == rows_untouched);
        assert (queue_write == queue_write_untouched);
        assert (window_write == window_write_untouched);
        if (was_over) assert (next == head);

        was_over <= finish || reset;
    end
endmodule
