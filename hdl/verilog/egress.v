// egress: a verdict becomes a beat on an AXI-Stream
//
// Made from hdl/src by `riskgate hdl emit`; change it there, not here.

// A kernel's parts stand in its file.
// verilator lint_off DECLFILENAME

`default_nettype none

module egress (
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
    output wire ready,
    output wire [511:0] m_axis_tdata,
    output wire m_axis_tvalid,
    input wire m_axis_tready
);
    reg full_q;
    reg [127:0] head_q;
    reg [127:0] entries_q;

    reg [127:0] judged;


    always @(*) begin
        judged = 0;
        if (valid) begin
            if (texts_full & ~malformed) begin
                judged = 128'(1) << 84;
            end
            if (~malformed & ~texts_full) begin
                judged = (128'(accept) << 71) | (128'(entry) << 73) | (128'(outcome) << 81);
            end
        end
    end

    assign ready = ~full_q | m_axis_tready;
    assign m_axis_tvalid = full_q;
    assign m_axis_tdata = 512'(head_q) | (512'(entries_q) << 128);

    initial begin
        full_q = 0;
        head_q = 0;
        entries_q = 0;
    end

    always @(posedge clock) begin
        if (m_axis_tready) begin
            full_q <= 1'b0;
        end
        if (valid) begin
            full_q <= 1'b1;
            entries_q <= 0;
            if (~malformed & ~texts_full) begin
                entries_q <= failing;
            end
            head_q <= 128'(sequence_number) | (128'(session) << 32) | (128'(kind) << 64) | (128'(malformed) << 72) | judged;
        end
        if (reset) begin
            full_q <= 1'b0;
        end
    end
endmodule

`default_nettype wire
