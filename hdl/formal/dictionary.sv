// SPDX-License-Identifier: Apache-2.0
// dictionary: new texts are stored only for a message that has a permit.
//
// Proven, in every cycle, for any texts at any time, and with resets at any time:
//  * storing starts only in the cycle after a `finish` with `permit`, or after a `load`, which
//    belongs to the program;
//  * the map is written only while storing, or under `clear`, and the number of assigned codes
//    changes only with such a write.
//
// Assumed: nothing.
//
// Internal signals used: `storing_q`, `step_q`, `count_q`, and the write port of the map.

module dictionary_proof (
    input wire clock, reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire start,
    input wire [31:0] valid, null,
    input wire [4095:0] texts,
    input wire finish, permit,
    input wire load,
    input wire [127:0] load_text,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot
);
    dictionary kernel (
        .clock(clock), .reset(reset), .clear(clear), .clear_address(clear_address), .start(start),
        .text_valid_0(valid[0]), .text_valid_1(valid[1]), .text_valid_2(valid[2]),
        .text_valid_3(valid[3]),
        .text_valid_4(valid[4]), .text_valid_5(valid[5]), .text_valid_6(valid[6]),
        .text_valid_7(valid[7]),
        .text_valid_8(valid[8]), .text_valid_9(valid[9]), .text_valid_10(valid[10]),
        .text_valid_11(valid[11]),
        .text_valid_12(valid[12]), .text_valid_13(valid[13]), .text_valid_14(valid[14]),
        .text_valid_15(valid[15]),
        .text_valid_16(valid[16]), .text_valid_17(valid[17]), .text_valid_18(valid[18]),
        .text_valid_19(valid[19]),
        .text_valid_20(valid[20]), .text_valid_21(valid[21]), .text_valid_22(valid[22]),
        .text_valid_23(valid[23]),
        .text_valid_24(valid[24]), .text_valid_25(valid[25]), .text_valid_26(valid[26]),
        .text_valid_27(valid[27]),
        .text_valid_28(valid[28]), .text_valid_29(valid[29]), .text_valid_30(valid[30]),
        .text_valid_31(valid[31]),
        .text_null_0(null[0]), .text_null_1(null[1]), .text_null_2(null[2]), .text_null_3(null[3]),
        .text_null_4(null[4]), .text_null_5(null[5]), .text_null_6(null[6]), .text_null_7(null[7]),
        .text_null_8(null[8]), .text_null_9(null[9]), .text_null_10(null[10]),
        .text_null_11(null[11]),
        .text_null_12(null[12]), .text_null_13(null[13]), .text_null_14(null[14]),
        .text_null_15(null[15]),
        .text_null_16(null[16]), .text_null_17(null[17]), .text_null_18(null[18]),
        .text_null_19(null[19]),
        .text_null_20(null[20]), .text_null_21(null[21]), .text_null_22(null[22]),
        .text_null_23(null[23]),
        .text_null_24(null[24]), .text_null_25(null[25]), .text_null_26(null[26]),
        .text_null_27(null[27]),
        .text_null_28(null[28]), .text_null_29(null[29]), .text_null_30(null[30]),
        .text_null_31(null[31]),
        .text_0(texts[127:0]), .text_1(texts[255:128]), .text_2(texts[383:256]),
        .text_3(texts[511:384]),
        .text_4(texts[639:512]), .text_5(texts[767:640]), .text_6(texts[895:768]),
        .text_7(texts[1023:896]),
        .text_8(texts[1151:1024]), .text_9(texts[1279:1152]), .text_10(texts[1407:1280]),
        .text_11(texts[1535:1408]),
        .text_12(texts[1663:1536]), .text_13(texts[1791:1664]), .text_14(texts[1919:1792]),
        .text_15(texts[2047:1920]), .text_16(texts[2175:2048]), .text_17(texts[2303:2176]),
        .text_18(texts[2431:2304]), .text_19(texts[2559:2432]), .text_20(texts[2687:2560]),
        .text_21(texts[2815:2688]), .text_22(texts[2943:2816]), .text_23(texts[3071:2944]),
        .text_24(texts[3199:3072]), .text_25(texts[3327:3200]), .text_26(texts[3455:3328]),
        .text_27(texts[3583:3456]), .text_28(texts[3711:3584]), .text_29(texts[3839:3712]),
        .text_30(texts[3967:3840]), .text_31(texts[4095:3968]), .finish(finish), .permit(permit),
        .load(load),
        .load_text(load_text), .scan(scan), .scan_address(scan_address), .scan_slot(scan_slot)
    );
    wire storing;
    wire [1:0] step;
    wire [16:0] count;
    wire [15:0] map_slots;

    reg begun = 0;
    reg was_storing = 0;
    reg was_told = 0;
    reg may_write = 0;
    reg [16:0] was_count = 0;

    always @(posedge clock) begin
        if (storing) assert (was_storing || was_told);
        if (map_slots != 0 && !clear) assert (storing && step == 2);
        if (begun && !may_write) assert (count == was_count);

        begun <= 1;
        was_storing <= storing;
        was_told <= (finish && permit) || load;
        may_write <= clear || (storing && step == 2);
        was_count <= count;
    end
endmodule
