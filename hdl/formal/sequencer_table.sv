// SPDX-License-Identifier: Apache-2.0
// sequencer_table: the transaction table of the sequencer yields the word that was written last.
//
// Proven for any address and any writes: a written word is read from the next cycle on until it is
// overwritten.
//
// Assumed: the one address that is observed, whichever it is, is read in every cycle. This loses no
// generality: a read changes nothing, so the result of one read does not depend on earlier reads.

module sequencer_table_proof (
    input wire clock,
    input wire write,
    input wire [7:0] write_address,
    input wire [63:0] write_data
);
    (* anyconst *) reg [7:0] watched;
    wire [63:0] read_data;
    sequencer_entries kernel (
        .clock(clock),
        .write(write),
        .write_address(write_address),
        .write_data(write_data),
        .read_address(watched),
        .read_data(read_data)
    );

    reg written = 0;
    reg [63:0] last = 0;

    always @(posedge clock) begin
        if (written) assert (read_data == last);
        if (write && write_address == watched) begin
            written <= 1;
            last <= write_data;
        end
    end
endmodule
