// SPDX-License-Identifier: Apache-2.0
// parse: which beats are taken, and the outputs of the same cycle.
//
// Proven, in every cycle, for any stream of beats, damaged ones too, and with resets at any time:
//  * the first beat of a frame is taken only while `accept` is high; every later beat in any cycle,
//    until `tlast`;
//  * `s_axis_tready` does not depend on `s_axis_tvalid`, as AXI-Stream demands, and is low during a
//    reset;
//  * `start` is high exactly in the cycles in which a first beat is taken, with the kind, the
//    sequence number and the session of that beat;
//  * `done` is high two cycles after the last beat of a frame, and in no other cycle: each frame is
//    done once.
//
// Assumed: nothing. The logic of the fields is removed here, since no statement above depends on
// it; a test compares it with `engine::frame`.
//
// Internal signals used, for the induction: `beats_q`, `there_q` and `beat_last_q`.

module parse_proof (
    input wire clock,
    input wire reset,
    input wire [511:0] s_axis_tdata,
    input wire [63:0] s_axis_tkeep,
    input wire s_axis_tlast,
    input wire s_axis_tvalid,
    input wire [15:0] s_axis_tuser,
    input wire accept,
    input wire rows_wanted,
    input wire bank,
    input wire cfg_valid,
    input wire [13:0] cfg_address,
    input wire [63:0] cfg_data
);
    wire s_axis_tready;
    wire start;
    wire done;
    wire [7:0] kind;
    wire [31:0] sequence_number;
    wire [15:0] session;
    parse kernel (
        .clock(clock),
        .reset(reset),
        .s_axis_tdata(s_axis_tdata),
        .s_axis_tkeep(s_axis_tkeep),
        .s_axis_tlast(s_axis_tlast),
        .s_axis_tvalid(s_axis_tvalid),
        .s_axis_tready(s_axis_tready),
        .s_axis_tuser(s_axis_tuser),
        .accept(accept),
        .rows_wanted(rows_wanted),
        .bank(bank),
        .cfg_valid(cfg_valid),
        .cfg_address(cfg_address),
        .cfg_data(cfg_data),
        .start(start),
        .kind(kind),
        .sequence_number(sequence_number),
        .session(session),
        .done(done)
    );
    wire [2:0] beats_inside;
    wire there_inside;
    wire last_inside;

    wire taken = s_axis_tvalid && s_axis_tready;
    // Between the first beat of a frame and its last.
    reg within = 0;
    reg was_taken = 0;
    reg was_last = 0;
    reg is_done = 0;

    always @(posedge clock) begin
        assert (s_axis_tready == (!reset && (accept || within)));
        assert (start == (taken && !within));
        if (start) begin
            assert (accept);
            assert (kind == s_axis_tdata[23:16]);
            assert (sequence_number == s_axis_tdata[63:32]);
            assert (session == s_axis_tuser);
        end
        assert (done == is_done);

        assert (within == (beats_inside != 0));
        assert (there_inside == was_taken);
        if (was_taken) assert (last_inside == was_last);

        if (taken) within <= !s_axis_tlast;
        if (reset) within <= 0;
        was_taken <= taken;
        was_last <= taken && s_axis_tlast;
        is_done <= was_last && !reset;
    end
endmodule
