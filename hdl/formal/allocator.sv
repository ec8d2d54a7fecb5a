// SPDX-License-Identifier: Apache-2.0
// allocator: no handle is given out twice.
//
// Proven, for a table of up to three rows, declared or hidden, up to the stated number of cycles:
//  * a handle that a reserve or a pop gets is a row of the table that is not in use;
//  * no two reserves of a message get the same handle. A reserve in the cycle of a `finish` belongs
//    to what follows.
//
// Assumed, as the documentation of the kernel demands of its user:
//  * a reset in the first cycle and none later; no reserve, pop or finish in the four cycles after
//    it;
//  * no reserve and pop in one cycle; pops in a hidden table only;
//  * only rows that are in use are freed.

module allocator_proof (
    input wire clock,
    input wire reset,
    input wire is_hidden,
    input wire reserve,
    input wire wanted,
    input wire pop,
    input wire finish,
    input wire accept,
    input wire free,
    input wire [23:0] freed
);
    localparam ROWS = 3;
    wire [24:0] rows_max = ROWS;
    wire [23:0] handle;
    wire found;
    wire ok;
    wire [24:0] rows;
    allocator kernel (.*);
    (* anyconst *) reg hidden;

    reg begun = 0;
    reg [2:0] filling = 4;
    // Rows in use, and rows that the message has reserved.
    reg [ROWS-1:0] used = 0;
    reg [ROWS-1:0] promised = 0;
    // The request of the last cycle, which is answered in this one.
    reg reserved = 0;
    reg popped = 0;
    reg finished = 0;
    reg accepted = 0;

    wire is_answer = found && (reserved || popped);
    reg [ROWS-1:0] used_now;
    reg [ROWS-1:0] promised_now;
    always @(*) begin
        used_now = used;
        promised_now = promised;
        if (finished) begin
            if (accepted && !hidden) used_now = used_now | promised_now;
            promised_now = 0;
        end
        if (is_answer && reserved) promised_now[handle[1:0]] = 1;
        if (is_answer && popped) used_now[handle[1:0]] = 1;
        if (popped) promised_now = 0;
    end

    // A reserve in the cycle of a finish may get a handle that this finish forgets.
    wire forgotten = finished && !(accepted && !hidden);

    always @(posedge clock) begin
        assume (reset == !begun);
        assume (is_hidden == hidden);
        assume (!(reserve && pop));
        assume (hidden || !pop);
        assume (filling == 0 || !(reserve || pop || finish));
        assume (!free || (freed < ROWS && used_now[freed[1:0]]));

        if (is_answer) begin
            assert (handle < ROWS);
            assert (!used[handle[1:0]]);
            if (reserved && !forgotten) assert (!promised[handle[1:0]]);
        end

        begun <= 1;
        if (begun && filling != 0) filling <= filling - 1;
        used <= used_now;
        if (free) used[freed[1:0]] <= 0;
        promised <= promised_now;
        reserved <= reserve && wanted && begun;
        popped <= pop && begun;
        finished <= finish && begun;
        accepted <= accept;
    end
endmodule
