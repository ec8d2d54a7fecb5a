// egress: no verdict is dropped, doubled or changed on its way out.
//
// Proven, in every cycle, under any back-pressure and with resets at any time:
//  * `m_axis_tvalid` is high from the cycle behind the one in which a verdict is presented to the one in which it is taken,
//    and in no other: it does not fall without `m_axis_tready`, and no beat is sent twice;
//  * as long as it stands, the beat is the verdict that was presented, laid out as `engine::answer` says;
//  * `ready` is high exactly when there is room, or will be at the end of the cycle.
//
// Assumed: a verdict is presented only in a cycle that is `ready`. The core starts a frame in such a cycle only, and nothing
// else presents one in between.

module egress_proof (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire accept,
    input wire malformed,
    input wire texts_full,
    input wire [7:0] entry,
    input wire [2:0] outcome,
    input wire [127:0] failing,
    input wire [6:0] kind,
    input wire [15:0] session,
    input wire [31:0] sequence_number,
    input wire m_axis_tready
);
    wire ready;
    wire [511:0] m_axis_tdata;
    wire m_axis_tvalid;
    egress kernel (.*);

    // The beat that must stand.
    reg standing = 0;
    reg [511:0] beat = 0;

    reg begun = 0;
    reg was_held = 0;
    reg [511:0] was_data = 0;

    always @(posedge clock) begin
        if (valid && !reset) assume (ready);

        assert (m_axis_tvalid == standing);
        if (standing) assert (m_axis_tdata == beat);
        assert (ready == (!standing || m_axis_tready));
        // The rule of AXI-Stream in its own words.
        if (begun && was_held) assert (m_axis_tvalid && m_axis_tdata == was_data);

        if (m_axis_tready) standing <= 0;
        if (valid) begin
            standing <= 1;
            beat <= 0;
            beat[31:0] <= sequence_number;
            beat[47:32] <= session;
            beat[70:64] <= kind;
            beat[72] <= malformed;
            beat[84] <= texts_full && !malformed;
            if (!malformed && !texts_full) begin
                beat[71] <= accept;
                beat[80:73] <= entry;
                beat[83:81] <= outcome;
                beat[255:128] <= failing;
            end
        end
        if (reset) standing <= 0;

        begun <= 1;
        was_held <= m_axis_tvalid && !m_axis_tready && !reset;
        was_data <= m_axis_tdata;
    end
endmodule
