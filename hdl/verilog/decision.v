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
    input wire by_rule,
    input wire has_effects,
    input wire settles,
    input wire is_done,
    input wire refused,
    input wire full,
    output wire pending,
    output wire decided,
    output wire accepted,
    output wire well_formed,
    output wire answers,
    output wire permit,
    output wire effects,
    output wire settled,
    output wire permit_effects
);
    reg waiting_q;
    reg decided_q_q;
    reg accepted_q_q;
    reg by_rule_q_q;
    reg well_formed_q_q;
    reg held_q;
    reg effects_held_q;
    reg settling_q;
    reg settled_q_q;
    reg done_held_q;

    wire is_sound;
    reg permitted;
    reg effective;
    reg unsettled;


    assign is_sound = well_formed_q_q & ~full;

    always @(*) begin
        permitted = held_q;
        effective = effects_held_q;
        unsettled = settling_q;
        if (decided_q_q) begin
            permitted = accepted_q_q & is_sound;
            effective = ~accepted_q_q & by_rule_q_q & is_sound;
            unsettled = effective;
        end
    end

    assign pending = waiting_q | decided_q_q | settling_q | settled_q_q;
    assign decided = decided_q_q;
    assign accepted = accepted_q_q;
    assign well_formed = well_formed_q_q;
    assign permit = permitted;
    assign effects = effective;
    assign settled = settled_q_q;
    assign answers = (decided_q_q & ~effective) | settled_q_q;
    assign permit_effects = done_held_q;

    initial begin
        waiting_q = 0;
        decided_q_q = 0;
        accepted_q_q = 0;
        by_rule_q_q = 0;
        well_formed_q_q = 0;
        held_q = 0;
        effects_held_q = 0;
        settling_q = 0;
        settled_q_q = 0;
        done_held_q = 0;
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
            by_rule_q_q <= by_rule & has_effects;
        end
    end

    always @(posedge clock) begin
        effects_held_q <= effective;
        settling_q <= unsettled & ~settles;
        settled_q_q <= unsettled & settles;
        if (unsettled & settles) begin
            done_held_q <= is_done;
        end
        if (start | reset) begin
            effects_held_q <= 1'b0;
            settling_q <= 1'b0;
            settled_q_q <= 1'b0;
            done_held_q <= 1'b0;
        end
    end
endmodule

`default_nettype wire
