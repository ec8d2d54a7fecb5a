// SPDX-License-Identifier: Apache-2.0
// egress: no answer is dropped, duplicated, changed or sent to the wrong stream.
//
// Proven, in every cycle, under any back-pressure on both streams and with resets at any time:
//  * an answer for the host is sent on `m_axis_c2h`, every other one on `m_axis_verdict`: `tvalid`
//    is high there from the cycle after the one in which the answer is presented to the one in
//    which it is taken, and in no other. It does not fall without `tready`, and no beat is sent
//    twice or on both streams;
//  * meanwhile the beat is the answer that was presented, in the layout of `engine::answer`;
//  * `ready` is high exactly when there is room, or will be at the end of the cycle.
//
// Assumed: an answer is presented only in a cycle that is `ready`. `answer` proves this for the
// decision of the core.

module egress_proof (
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
    input wire m_axis_verdict_tready,
    input wire m_axis_c2h_tready
);
    wire ready;
    wire [511:0] m_axis_verdict_tdata;
    wire m_axis_verdict_tvalid;
    wire [511:0] m_axis_c2h_tdata;
    wire m_axis_c2h_tvalid;
    egress kernel (.*);
    wire to_host_inside;

    // The beat that must be valid, and its stream.
    reg occupied = 0;
    reg for_host = 0;
    reg [511:0] beat = 0;

    wire taken = occupied && (for_host ? m_axis_c2h_tready : m_axis_verdict_tready);

    reg begun = 0;
    reg was_held = 0;
    reg was_host_held = 0;
    reg [511:0] was_data = 0;
    reg [511:0] was_host_data = 0;

    always @(posedge clock) begin
        if (valid && !reset) assume (ready);

        assert (m_axis_verdict_tvalid == (occupied && !for_host));
        assert (m_axis_c2h_tvalid == (occupied && for_host));
        if (m_axis_verdict_tvalid) assert (m_axis_verdict_tdata == beat);
        if (m_axis_c2h_tvalid) assert (m_axis_c2h_tdata == beat);
        assert (ready == (!occupied || taken));
        // The rule of AXI-Stream, as an equation.
        if (begun && was_held) assert (m_axis_verdict_tvalid && m_axis_verdict_tdata == was_data);
        if (begun && was_host_held) assert (m_axis_c2h_tvalid && m_axis_c2h_tdata == was_host_data);

        assert (to_host_inside == for_host);

        if (taken) occupied <= 0;
        if (valid) begin
            occupied <= 1;
            for_host <= host;
            beat <= 0;
            beat[31:0] <= sequence_number;
            beat[47:32] <= session;
            beat[70:64] <= kind;
            beat[72] <= malformed;
            beat[84] <= texts_full && !malformed;
            beat[85] <= bank;
            if (!malformed && !texts_full) begin
                beat[71] <= accept;
                beat[80:73] <= entry;
                beat[83:81] <= outcome;
                beat[255:128] <= failing;
                beat[383:256] <= warning;
                if (effects) begin
                    beat[86] <= 1;
                    beat[94:87] <= effect_entry;
                    beat[97:95] <= effect_outcome;
                end
            end
        end
        if (reset) occupied <= 0;

        begun <= 1;
        was_held <= m_axis_verdict_tvalid && !m_axis_verdict_tready && !reset;
        was_host_held <= m_axis_c2h_tvalid && !m_axis_c2h_tready && !reset;
        was_data <= m_axis_verdict_tdata;
        was_host_data <= m_axis_c2h_tdata;
    end
endmodule
