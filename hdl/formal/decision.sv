// SPDX-License-Identifier: Apache-2.0
// decision: whether a message may change tables is decided once and does not change afterwards.
//
// Proven, in every cycle, for any inputs in any order and with resets at any time:
//  * `permit` is low from the cycle after a start to the decision, whatever the last decision was;
//  * a message is decided at most once, in the cycle after the first `judged` or `refused` that
//    follows its start;
//  * in that cycle `permit` is high exactly if the verdict tree accepted, the frame was sound when
//    it was done, and there is room for its texts;
//  * from that cycle to the next start or reset `permit` does not change;
//  * `pending` is high from the cycle after a start to the decision.
//
// Assumed: nothing. The schedule ensures that the first `judged` after a start belongs to this
// message.
//
// Internal signals used, for the induction: `waiting_q` and `held_q`.

module decision_proof (
    input wire clock,
    input wire reset,
    input wire start,
    input wire done,
    input wire sound,
    input wire judged,
    input wire accept,
    input wire refused,
    input wire full
);
    wire pending;
    wire decided;
    wire accepted;
    wire well_formed;
    wire permit;
    decision kernel (.*);
    wire waiting_inside;
    wire held_inside;

    // The states: a message has started and is not judged; it was judged in the last cycle; it is
    // decided, with its decision.
    reg open = 0;
    reg judged_now = 0;
    reg accepted_now = 0;
    reg over = 0;
    reg so = 0;
    reg is_sound = 0;

    reg holds = 0;
    reg was_permit = 0;

    wire told = judged || refused;
    wire expected = judged_now ? accepted_now && is_sound && !full : over && so;

    always @(posedge clock) begin
        assert (pending == (open || judged_now));
        assert (decided == judged_now);
        assert (permit == expected);
        if (decided) assert (accepted == accepted_now && well_formed == is_sound);
        if (open) assert (!permit);
        // The last statement, as an equation.
        if (holds) assert (permit == was_permit);

        assert (waiting_inside == open);
        assert (well_formed == is_sound);
        assert (held_inside == (over && so));
        // A message that starts in the cycle in which another is judged leaves that one undecided.
        if (open) assert (!(over && so) && !(judged_now && is_sound));

        judged_now <= open && told && !reset;
        accepted_now <= accept;
        if (done) is_sound <= sound;
        if (told) open <= 0;
        if (judged_now) begin
            over <= 1;
            so <= expected;
        end
        if (start) begin
            open <= 1;
            over <= 0;
            is_sound <= 0;
        end
        if (reset) begin
            open <= 0;
            over <= 0;
        end

        holds <= (judged_now || over) && !open && !start && !reset;
        was_permit <= permit;
    end
endmodule
