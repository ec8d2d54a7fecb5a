// SPDX-License-Identifier: Apache-2.0
// egress: a verdict becomes a beat on one of two AXI-Streams
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module egress (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire host,
    input wire accept,
    input wire malformed,
    input wire texts_full,
    input wire [7:0] entry,
    input wire [2:0] outcome,
    input wire [127:0] failing,
    input wire [127:0] warning,
    input wire effects,
    input wire [7:0] effect_entry,
    input wire [2:0] effect_outcome,
    input wire [6:0] kind,
    input wire [15:0] session,
    input wire [31:0] sequence_number,
    input wire bank,
    output wire ready,
    output wire [511:0] m_axis_verdict_tdata,
    output wire m_axis_verdict_tvalid,
    input wire m_axis_verdict_tready,
    output wire [511:0] m_axis_c2h_tdata,
    output wire m_axis_c2h_tvalid,
    input wire m_axis_c2h_tready
);
    reg full_q;
    reg to_host_q;
    reg [127:0] head_q;
    reg [127:0] entries_q;
    reg [127:0] warned_q;

    reg [127:0] judged;
    reg [127:0] of_effects;
    wire [511:0] beat;
    reg tready;


    always @(*) begin
        judged = 0;
        if (valid) begin
            if (texts_full & ~malformed) begin
                judged = 128'(1) << 84;
            end
            if (~malformed & ~texts_full) begin
                judged = (128'(accept) << 71) | (128'(entry) << 73) | (128'(outcome) << 81) | of_effects;
            end
        end
    end

    always @(*) begin
        of_effects = 0;
        if (effects) begin
            of_effects = (128'(1) << 86) | (128'(effect_entry) << 87) | (128'(effect_outcome) << 95);
        end
    end

    always @(*) begin
        tready = m_axis_verdict_tready;
        if (to_host_q) begin
            tready = m_axis_c2h_tready;
        end
    end

    assign ready = ~full_q | tready;
    assign beat = 512'(head_q) | (512'(entries_q) << 128) | (512'(warned_q) << 256);
    assign m_axis_verdict_tvalid = full_q & ~to_host_q;
    assign m_axis_verdict_tdata = beat;
    assign m_axis_c2h_tvalid = full_q & to_host_q;
    assign m_axis_c2h_tdata = beat;

    initial begin
        full_q = 0;
        to_host_q = 0;
        head_q = 0;
        entries_q = 0;
        warned_q = 0;
    end

    always @(posedge clock) begin
        if (tready) begin
            full_q <= 1'b0;
        end
        if (valid) begin
            full_q <= 1'b1;
            to_host_q <= host;
            entries_q <= 0;
            warned_q <= 0;
            if (~malformed & ~texts_full) begin
                entries_q <= failing;
                warned_q <= warning;
            end
            head_q <= 128'(sequence_number) | (128'(session) << 32) | (128'(kind) << 64) | (128'(malformed) << 72) | (128'(bank) << 85) | judged;
        end
        if (reset) begin
            full_q <= 1'b0;
        end
    end
endmodule

`default_nettype wire
