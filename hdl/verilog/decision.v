// SPDX-License-Identifier: Apache-2.0
// decision: the decision whether a message may change tables
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module decision (
    input wire clock,
    input wire reset,
    input wire start,
    input wire done,
    input wire sound,
    input wire judged,
    input wire accept,
    input wire refused,
    input wire full,
    output wire pending,
    output wire decided,
    output wire accepted,
    output wire well_formed,
    output wire permit
);
    reg waiting_q;
    reg decided_q_q;
    reg accepted_q_q;
    reg well_formed_q_q;
    reg held_q;

    reg permitted;


    always @(*) begin
        permitted = held_q;
        if (decided_q_q) begin
            permitted = accepted_q_q & well_formed_q_q & ~full;
        end
    end

    assign pending = waiting_q | decided_q_q;
    assign decided = decided_q_q;
    assign accepted = accepted_q_q;
    assign well_formed = well_formed_q_q;
    assign permit = permitted;

    initial begin
        waiting_q = 0;
        decided_q_q = 0;
        accepted_q_q = 0;
        well_formed_q_q = 0;
        held_q = 0;
    end

    always @(posedge clock) begin
        decided_q_q <= waiting_q & (judged | refused);
        if (judged | refused) begin
            waiting_q <= 1'b0;
        end
        if (done) begin
            well_formed_q_q <= sound;
        end
        held_q <= permitted;
        if (start) begin
            waiting_q <= 1'b1;
            well_formed_q_q <= 1'b0;
            held_q <= 1'b0;
        end
        if (reset) begin
            waiting_q <= 1'b0;
            decided_q_q <= 1'b0;
            held_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        if (waiting_q) begin
            accepted_q_q <= accept;
        end
    end
endmodule

`default_nettype wire
