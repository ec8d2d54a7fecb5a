// SPDX-License-Identifier: Apache-2.0
// decision: whether a message, or the effects of its reject, may change tables is decided once and
// does not change afterwards.
//
// Proven, in every cycle, for any inputs in any order and with resets at any time:
//  * `permit` is low from the cycle after a start to the decision, whatever the last decision was;
//  * a message is decided at most once, in the cycle after the first `judged` or `refused` that
//    follows its start;
//  * in that cycle `permit` is high exactly if the verdict tree accepted, the frame was sound when
//    it was done, and there is room for its texts;
//  * from that cycle to the next start or reset `permit` does not change;
//  * `effects` is high from the decision to the next start or reset exactly if a rule rejects a
//    sound message with effects and with room for its texts. They are then settled at most once, in
//    the cycle after the first `settles` from the decision on; from that cycle to the next start or
//    reset `permit_effects` is high exactly if they were done;
//  * one side changes tables at most: `permit` and `effects` are never high together, and
//    `permit_effects` is high only while `effects` is;
//  * a message is answered at most once: with the decision, or when its effects are settled;
//  * `pending` is high from the cycle after a start to the answer.
//
// Assumed: nothing. The schedule ensures that the first `judged` after a start belongs to this
// message, and also the first `settles`.
//
// Internal signals used, for the induction: `waiting_q`, `held_q`, `effects_held_q`, `settling_q`
// and `by_rule_q_q`.

module decision_proof (
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
    input wire full
);
    wire pending;
    wire decided;
    wire accepted;
    wire well_formed;
    wire permit;
    wire answers;
    wire effects;
    wire settled;
    wire permit_effects;
    decision kernel (.*);
    wire waiting_inside;
    wire held_inside;
    wire effects_inside;
    wire settling_inside;
    wire by_rule_inside;

    // The states: a message has started and is not judged; it was judged in the last cycle; it is
    // decided, with its decision.
    reg open = 0;
    reg judged_now = 0;
    reg accepted_now = 0;
    reg by_rule_now = 0;
    reg over = 0;
    reg so = 0;
    reg is_sound = 0;

    // The effects: they are under way; not settled; settled in this cycle; and done.
    reg acts = 0;
    reg owes = 0;
    reg settled_now = 0;
    reg is_done_now = 0;

    reg holds = 0;
    reg was_permit = 0;
    reg was_effects = 0;

    wire told = judged || refused;
    wire expected = judged_now ? accepted_now && is_sound && !full : over && so;
    wire expected_effects =
        judged_now ? !accepted_now && by_rule_now && is_sound && !full : acts;
    wire unsettled = judged_now ? expected_effects : owes;
    wire settles_now = unsettled && settles && !start && !reset;

    always @(posedge clock) begin
        assert (pending == (open || judged_now || owes || settled_now));
        assert (decided == judged_now);
        assert (permit == expected);
        if (decided) assert (accepted == accepted_now && well_formed == is_sound);
        if (open) assert (!permit && !permit_effects);
        assert (effects == expected_effects);
        assert (settled == settled_now);
        assert (permit_effects == is_done_now);
        assert (answers == (judged_now && !expected_effects || settled_now));
        assert (!(permit && effects));
        assert (!permit_effects || effects);
        // That nothing changes after the decision, as an equation.
        if (holds) assert (permit == was_permit && effects == was_effects);

        assert (waiting_inside == open);
        assert (well_formed == is_sound);
        assert (held_inside == (over && so));
        assert (effects_inside == acts && settling_inside == owes);
        if (judged_now) assert (by_rule_inside == by_rule_now);
        // A message that starts in the cycle in which another is judged leaves that one undecided.
        if (open) assert (!(over && so) && !(judged_now && is_sound));
        // A message has one side, and none before it is decided.
        if (open || judged_now) assert (!acts && !owes && !settled_now && !is_done_now);
        assert (!(over && so && acts));
        if (owes || is_done_now) assert (acts && !(owes && is_done_now));

        judged_now <= open && told && !reset;
        accepted_now <= accept;
        by_rule_now <= by_rule && has_effects;
        if (done) is_sound <= sound;
        if (told) open <= 0;
        if (judged_now) begin
            over <= 1;
            so <= expected;
        end
        acts <= expected_effects;
        owes <= unsettled && !settles;
        settled_now <= settles_now;
        if (settles_now) is_done_now <= is_done;
        if (start) begin
            open <= 1;
            over <= 0;
            is_sound <= 0;
        end
        if (reset) begin
            open <= 0;
            over <= 0;
        end
        if (start || reset) begin
            acts <= 0;
            owes <= 0;
            is_done_now <= 0;
        end

        holds <= (judged_now || over) && !open && !start && !reset;
        was_permit <= permit;
        was_effects <= effects;
    end
endmodule
