// decision: whether a message may change something, decided once
//
// Made from hdl/src by `riskgate hdl emit`; change it there, not here.

// A kernel's parts stand in its file.
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
    reg waiting_d;
    reg waiting_q;
    reg decided_q_d;
    reg decided_q_q;
    reg accepted_q_d;
    reg accepted_q_q;
    reg well_formed_q_d;
    reg well_formed_q_q;
    reg held_d;
    reg held_q;

    reg permitted;


    always @(*) begin
        waiting_d = waiting_q;
        decided_q_d = decided_q_q;
        well_formed_q_d = well_formed_q_q;
        held_d = held_q;
        decided_q_d = waiting_q & (judged | refused);
        if (judged | refused) begin
            waiting_d = 1'b0;
        end
        if (done) begin
            well_formed_q_d = sound;
        end
        held_d = permitted;
        if (start) begin
            waiting_d = 1'b1;
            well_formed_q_d = 1'b0;
            held_d = 1'b0;
        end
        if (reset) begin
            waiting_d = 1'b0;
            decided_q_d = 1'b0;
            held_d = 1'b0;
        end
    end

    always @(*) begin
        accepted_q_d = accepted_q_q;
        if (waiting_q) begin
            accepted_q_d = accept;
        end
    end

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
        waiting_q <= waiting_d;
        decided_q_q <= decided_q_d;
        accepted_q_q <= accepted_q_d;
        well_formed_q_q <= well_formed_q_d;
        held_q <= held_d;
    end
endmodule

`default_nettype wire
