// SPDX-License-Identifier: Apache-2.0
// hash_map: a lookup finds the newest write of its key, and no key that was not written or was
// deleted.
//
// Proven, for a map with keys of 3 bits, payloads of 2 bits and two buckets a way, up to the stated
// number of cycles, for each key: after a lookup, `found` tells whether the key is present, and
// `payload` is the last value that was written for it.
//
// Assumed, as the documentation of the kernel demands of its user:
//  * the map is cleared first: two cycles write "not taken" into all slots of both buckets;
//  * a write follows a lookup with no other lookup in between, at most one for each lookup. It goes
//    to the slot `hit` if the key was found, and otherwise to `free`, if there is one, with the key
//    that was looked up. It writes or deletes. The next lookup comes in a later cycle than the
//    write;
//  * no scans.

module hash_map_proof (
    input wire clock,
    input wire lookup,
    input wire [2:0] key,
    input wire write,
    input wire write_taken_wanted,
    input wire [1:0] payload_wanted
);
    wire found;
    wire [1:0] payload;
    wire [15:0] hit;
    wire [15:0] free;
    (* anyconst *) reg [2:0] watched;
    reg [1:0] clearing = 0;
    wire is_clear = clearing == 2;
    reg fresh = 0;
    reg [2:0] asked = 0;

    hash_map kernel (
        .clock(clock),
        .lookup(lookup),
        .key(key),
        .found(found),
        .payload(payload),
        .hit(hit),
        .free(free),
        .write_slots(!is_clear ? 16'hffff : !write ? 16'h0 : found ? hit : free),
        .write_elsewhere(!is_clear),
        .write_address({23'b0, clearing[0]}),
        .write_taken(is_clear && write_taken_wanted),
        .write_key(asked),
        .write_payload(payload_wanted),
        .scan(1'b0),
        .scan_address(24'b0),
        .scan_slot(4'b0)
    );

    // The content of the map for the observed key, and the expected result of its last lookup.
    reg there = 0;
    reg [1:0] last = 0;
    reg expects = 0;
    reg expected_there = 0;
    reg [1:0] expected = 0;

    always @(posedge clock) begin
        if (!is_clear) begin
            clearing <= clearing + 1;
            assume (!lookup && !write);
        end
        if (write) assume (fresh && !lookup);

        if (expects) begin
            assert (found == expected_there);
            if (found) assert (payload == expected);
        end

        if (write) begin
            fresh <= 0;
            if (asked == watched && (found || free != 0)) begin
                there <= write_taken_wanted;
                last <= payload_wanted;
            end
        end
        if (lookup) begin
            fresh <= 1;
            asked <= key;
            expects <= key == watched;
            expected_there <= there;
            expected <= last;
        end
    end
endmodule
