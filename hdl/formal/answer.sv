// SPDX-License-Identifier: Apache-2.0
// answer: every frame that starts is answered at most once, on its own stream, and there is room
// for its answer.
//
// The egress after the decision, connected as in the core. Proven, in every cycle, under any
// back-pressure on both streams, for any program, and with resets at any time:
//  * in the cycle in which the answer to a message is known the egress is empty, which `egress`
//    assumes. It stays empty while the effects of a reject are not settled;
//  * from a start to the next, a beat is taken at most once, on the stream of the frame. So answers
//    have the order of their frames;
//  * an answer for orders and one for the host are never valid together.
//
// Assumed, as the core's source shows: a frame starts only while the egress is `ready` and no
// message is `pending`, and the origin of the frame changes only at a start.
//
// Internal signals used, for the induction: `waiting_q` and `settling_q` of the decision, `full_q`
// and `to_host_q` of the egress.

module answer_proof (
    input wire clock,
    input wire reset,
    input wire start,
    input wire start_host,
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
    input wire m_axis_verdict_tready,
    input wire m_axis_c2h_tready
);
    wire pending;
    wire decided;
    wire accepted;
    wire well_formed;
    wire permit;
    wire answers;
    wire effects;
    wire settled;
    wire ready;
    wire m_axis_verdict_tvalid;
    wire m_axis_c2h_tvalid;
    wire waiting_inside;
    wire settling_inside;
    wire full_inside;
    wire to_host_inside;
    // The origin of the message under way.
    reg host = 0;

    decision decides (
        .clock(clock),
        .reset(reset),
        .start(start),
        .done(done),
        .sound(sound),
        .judged(judged),
        .accept(accept),
        .by_rule(by_rule),
        .has_effects(has_effects),
        .settles(settles),
        .is_done(is_done),
        .refused(refused),
        .full(full),
        .pending(pending),
        .decided(decided),
        .accepted(accepted),
        .well_formed(well_formed),
        .permit(permit),
        .answers(answers),
        .effects(effects),
        .settled(settled)
    );
    egress way_out (
        .clock(clock),
        .reset(reset),
        .valid(answers),
        .host(host),
        .accept(accepted),
        .malformed(!well_formed),
        .texts_full(full),
        .entry(8'b0),
        .outcome(3'b0),
        .failing(128'b0),
        .warning(128'b0),
        .effects(effects),
        .effect_entry(8'b0),
        .effect_outcome(3'b1),
        .kind(7'b0),
        .session(16'b0),
        .sequence_number(32'b0),
        .bank(1'b0),
        .ready(ready),
        .m_axis_verdict_tvalid(m_axis_verdict_tvalid),
        .m_axis_verdict_tready(m_axis_verdict_tready),
        .m_axis_c2h_tvalid(m_axis_c2h_tvalid),
        .m_axis_c2h_tready(m_axis_c2h_tready)
    );

    wire taken = m_axis_verdict_tvalid && m_axis_verdict_tready
        || m_axis_c2h_tvalid && m_axis_c2h_tready;
    // Frames that have started and are not answered, and answers that were taken since the last
    // start.
    reg owed = 0;
    reg answered = 0;

    always @(posedge clock) begin
        if (start) assume (ready && !pending);

        if (answers) assert (!m_axis_verdict_tvalid && !m_axis_c2h_tvalid && ready);
        if (effects && pending) assert (!m_axis_verdict_tvalid && !m_axis_c2h_tvalid);
        assert (!(m_axis_verdict_tvalid && m_axis_c2h_tvalid));
        // A valid beat answers the last frame that started, on its own stream.
        if (m_axis_verdict_tvalid) assert (!host && owed && !answered);
        if (m_axis_c2h_tvalid) assert (host && owed && !answered);

        if (waiting_inside || decided || settling_inside || settled) begin
            assert (owed && !answered && !full_inside);
        end
        assert (waiting_inside + decided + settling_inside + settled <= 1);
        if (full_inside) assert (to_host_inside == host);

        if (taken) begin
            owed <= 0;
            answered <= 1;
        end
        if (start) begin
            host <= start_host;
            owed <= 1;
            answered <= 0;
        end
        if (reset) begin
            owed <= 0;
            answered <= 0;
        end
    end
endmodule
