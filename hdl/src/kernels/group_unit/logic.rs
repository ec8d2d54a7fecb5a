// SPDX-License-Identifier: Apache-2.0

//! The logic of a hidden table's unit.

use super::{GroupUnit, SETTINGS_BITS};
use crate::prim::columns::COLUMNS_BITS;
use crate::word_parts::UnitWord;
use engine::microcode::parts::unit;
use rust_hdl::prelude::*;

const _: () = assert!(unit::COUNTS[0].at == 32 && unit::MAXIMA[0].at == 36);

impl Logic for GroupUnit {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, settings, opened_q, opened_row_q);
        if self.configure.val() {
            self.settings.d.next = self.program_data.val().get_bits::<SETTINGS_BITS>(0);
        }
        self.key_unit.clock.next = self.clock.val();
        self.key_unit.reset.next = self.reset.val();
        self.key_unit.clear.next = self.clear.val();
        self.key_unit.clear_address.next = self.clear_address.val();
        self.key_unit.rows_max.next = self.settings.q.val().get_value_rows_max();
        self.key_unit.is_hidden.next = true;
        self.key_unit.live.next = self.live.val();
        self.key_unit.permit.next = self.permit.val();
        self.key_unit.effects.next = self.effects.val();
        self.key_unit.permit_effects.next = self.permit_effects.val();
        self.key_unit.finish.next = self.finish.val();
        self.key_unit.address.next = self.address.val();
        self.key_unit.program_write.next = self.program_write.val().get_bits::<7>(0);
        self.key_unit.program_address.next = self.program_address.val();
        self.key_unit.program_data.next = self.program_data.val();
        self.a_slot.next = self.key_unit.slot[0].val();
        self.key_unit.slot_data[0].next = self.a_data.val();
        self.b_slot.next = self.key_unit.slot[1].val();
        self.key_unit.slot_data[1].next = self.b_data.val();
        self.c_slot.next = self.key_unit.slot[2].val();
        self.key_unit.slot_data[2].next = self.c_data.val();
        self.d_slot.next = self.key_unit.slot[3].val();
        self.key_unit.slot_data[3].next = self.d_data.val();
        self.row_slot.next = self.key_unit.row_slot.val();
        self.key_unit.row_data.next = self.row_data.val();
        self.predicate.next = self.key_unit.predicate.val();
        self.key_unit.predicate_data.next = self.predicate_data.val();
        self.reserve_predicate.next = self.key_unit.reserve_predicate.val();
        self.key_unit.reserve_predicate_data.next = self.reserve_predicate_data.val();
        self.answer.next = self.key_unit.answer.val();
        self.answer_slot.next = self.key_unit.answer_slot.val();
        self.answer_data.next = self.key_unit.answer_data.val();
        self.reserved.next = self.key_unit.reserved.val();
        self.reserved_slot.next = self.key_unit.reserved_slot.val();
        self.reserved_data.next = self.key_unit.reserved_data.val();
        self.reserved_entry.next = self.key_unit.reserved_entry.val();
        self.reserved_truth.next = self.key_unit.reserved_truth.val();
        self.rows.next = self.key_unit.rows.val();
        self.fault.next =
            self.key_unit.fault.val() | self.levels[0].fault.val() | self.levels[1].fault.val();
        self.key_unit.scan.next = self.scan.val();
        self.key_unit.scan_address.next = self.scan_address.val();
        self.key_unit.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.key_unit.scan_taken.val();
        self.scan_key.next = self.key_unit.scan_key.val();
        self.scan_row.next = self.key_unit.scan_row.val();

        self.fetch_port.clock.next = self.clock.val();
        self.fetch_port.reset.next = self.reset.val();
        self.fetch_port.live.next = self.live.val();
        self.fetch_port.effects.next = self.effects.val();
        self.fetch_port.address.next = self.address.val();
        self.fetch_port.program_write.next =
            bit_cast::<2, 1>(self.program_write.val().get_bit(7).into())
                | (bit_cast::<2, 1>(self.second_write.val().into()) << 1);
        self.fetch_port.program_address.next = self.program_address.val();
        self.fetch_port.program_data.next = self.program_data.val();
        self.fetch_slot.next = self.fetch_port.row_slot.val();
        self.fetch_port.row_data.next = self.fetch_data.val();
        self.fetched.next = self.fetch_port.fetched.val();
        self.fetched_tag.next = self.fetch_port.fetched_tag.val();
        self.fetched_first.next = self.fetch_port.fetched_first.val();
        self.fetched_second.next = self.fetch_port.fetched_second.val();
        self.read_row.next = self.fetch_port.row.val();
        if self.scan_fetch.val() {
            self.read_row.next = self.scan_address.val();
        }

        // Members are read for a fetch, for a close in t + 1, and for an open in t + 3. They are
        // written one cycle later.
        self.members.clock.next = self.clock.val();
        self.members.read.next = self.fetch_port.read.val()
            | self.scan_fetch.val()
            | self.key_unit.member_read.val()
            | self.key_unit.opened.val();
        self.members.read_address.next = self.read_row.val();
        if self.key_unit.member_read.val() {
            self.members.read_address.next = self.key_unit.member_row.val();
        }
        if self.key_unit.opened.val() {
            self.members.read_address.next = self.key_unit.opened_row.val();
        }
        self.opened_q.d.next = self.key_unit.opened.val() & !self.reset.val();
        self.opened_row_q.d.next = self.key_unit.opened_row.val();
        self.members_fewer.next = self.members.read_data.val() - 1;
        self.key_unit.last_member.next = !self.members_fewer.val().any();
        self.members.write.next =
            self.opened_q.q.val() | self.key_unit.closing.val() | self.clear.val();
        self.members.write_address.next = self.opened_row_q.q.val();
        self.members.write_data.next = self.members.read_data.val() + 1;
        if self.key_unit.closing.val() {
            self.members.write_address.next = self.key_unit.closing_row.val();
            self.members.write_data.next = self.members_fewer.val();
        }
        if self.clear.val() {
            self.members.write_address.next = self.clear_address.val();
            self.members.write_data.next = 0.into();
        }

        for s in 0..4 {
            self.sums[s].clock.next = self.clock.val();
            self.sums[s].reset.next = self.reset.val();
            self.sums[s].clear.next = self.clear.val();
            self.sums[s].clear_address.next = self.clear_address.val();
            self.sums[s].is_count.next = self.settings.q.val().get_bit(s + 32);
            self.sums[s].fold.next = self.fold.val().get_bit(s) | self.fold.val().get_bit(s + 4);
            self.sums[s].fold_out.next = self.fold_out.val().get_bit(s);
            self.sums[s].read.next = self.fetch_port.read.val() | self.scan_fetch.val();
            self.sums[s].row.next = self.read_row.val();
            if self.fold.val().get_bit(s + 4) {
                self.sums[s].fold_out.next = self.fold_out.val().get_bit(s + 4);
            }
        }
        self.sums[0].fold_row.next = self.fold_rows.val().get_bits::<24>(0);
        self.sums[0].fold_value.next = self.fold_values.val().get_bits::<64>(0);
        self.sums[1].fold_row.next = self.fold_rows.val().get_bits::<24>(24);
        self.sums[1].fold_value.next = self.fold_values.val().get_bits::<64>(66);
        self.sums[2].fold_row.next = self.fold_rows.val().get_bits::<24>(48);
        self.sums[2].fold_value.next = self.fold_values.val().get_bits::<64>(132);
        self.sums[3].fold_row.next = self.fold_rows.val().get_bits::<24>(72);
        self.sums[3].fold_value.next = self.fold_values.val().get_bits::<64>(198);
        if self.fold.val().get_bit(4) {
            self.sums[0].fold_row.next = self.fold_rows.val().get_bits::<24>(96);
            self.sums[0].fold_value.next = self.fold_values.val().get_bits::<64>(264);
        }
        if self.fold.val().get_bit(5) {
            self.sums[1].fold_row.next = self.fold_rows.val().get_bits::<24>(120);
            self.sums[1].fold_value.next = self.fold_values.val().get_bits::<64>(330);
        }
        if self.fold.val().get_bit(6) {
            self.sums[2].fold_row.next = self.fold_rows.val().get_bits::<24>(144);
            self.sums[2].fold_value.next = self.fold_values.val().get_bits::<64>(396);
        }
        if self.fold.val().get_bit(7) {
            self.sums[3].fold_row.next = self.fold_rows.val().get_bits::<24>(168);
            self.sums[3].fold_value.next = self.fold_values.val().get_bits::<64>(462);
        }
        for l in 0..2 {
            self.levels[l].clock.next = self.clock.val();
            self.levels[l].reset.next = self.reset.val();
            self.levels[l].clear.next = self.clear.val();
            self.levels[l].clear_address.next = self.clear_address.val();
            self.levels[l].is_max.next = self.settings.q.val().get_bit(l + 36);
            self.levels[l].forget.next = self.forget.val();
            self.levels[l].read.next = self.fetch_port.read.val() | self.scan_fetch.val();
            self.levels[l].row.next = self.read_row.val();
            self.levels[l].scan.next = self.scan.val();
            self.levels[l].scan_address.next = self.scan_address.val();
            self.levels[l].scan_slot.next = self.scan_slot.val();
        }
        self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(0);
        self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(0);
        self.levels[0].fold_out.next = self.fold_out.val().get_bit(0);
        self.levels[0].ask_group.next = self.ask_group.val().get_bit(0);
        self.asked_0[0].d.next = 0.into();
        if self.ask.val().get_bit(0) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(0)) | 0x1000;
        }
        if self.level.val().get_bit(2) | self.ask.val().get_bit(2) {
            self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(48);
            self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(132);
            self.levels[0].fold_out.next = self.fold_out.val().get_bit(2);
            self.levels[0].ask_group.next = self.ask_group.val().get_bit(2);
        }
        if self.ask.val().get_bit(2) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(24)) | 0x1000;
        }
        if self.level.val().get_bit(4) | self.ask.val().get_bit(4) {
            self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(96);
            self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(264);
            self.levels[0].fold_out.next = self.fold_out.val().get_bit(4);
            self.levels[0].ask_group.next = self.ask_group.val().get_bit(4);
        }
        if self.ask.val().get_bit(4) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(48)) | 0x1000;
        }
        if self.level.val().get_bit(6) | self.ask.val().get_bit(6) {
            self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(144);
            self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(396);
            self.levels[0].fold_out.next = self.fold_out.val().get_bit(6);
            self.levels[0].ask_group.next = self.ask_group.val().get_bit(6);
        }
        if self.ask.val().get_bit(6) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(72)) | 0x1000;
        }
        self.levels[0].fold.next = self.level.val().get_bit(0)
            | self.level.val().get_bit(2)
            | self.level.val().get_bit(4)
            | self.level.val().get_bit(6);
        self.levels[0].ask.next = (self.ask.val().get_bit(0) & self.ask_words.val().get_bit(11))
            | (self.ask.val().get_bit(2) & self.ask_words.val().get_bit(35))
            | (self.ask.val().get_bit(4) & self.ask_words.val().get_bit(59))
            | (self.ask.val().get_bit(6) & self.ask_words.val().get_bit(83));
        self.levels[0].ask_row.next = self.levels[0].fold_row.val();
        self.levels[0].ask_value.next = self.levels[0].fold_value.val();
        for i in 0..2 {
            self.asked_0[i].clock.next = self.clock.val();
        }
        for i in 1..2 {
            self.asked_0[i].d.next = self.asked_0[i - 1].q.val();
        }
        self.level_valid_0.next = self.asked_0[1].q.val().get_bit(12);
        self.level_entry_0.next = self.asked_0[1].q.val().get_bits::<8>(0);
        self.level_truth_0.next = self.asked_0[1].q.val().get_bits::<3>(8);
        if self.asked_0[1].q.val().get_bit(11) & !self.levels[0].ok.val() {
            self.level_truth_0.next = 0.into();
        }
        self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(24);
        self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(66);
        self.levels[1].fold_out.next = self.fold_out.val().get_bit(1);
        self.levels[1].ask_group.next = self.ask_group.val().get_bit(1);
        self.asked_1[0].d.next = 0.into();
        if self.ask.val().get_bit(1) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(12)) | 0x1000;
        }
        if self.level.val().get_bit(3) | self.ask.val().get_bit(3) {
            self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(72);
            self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(198);
            self.levels[1].fold_out.next = self.fold_out.val().get_bit(3);
            self.levels[1].ask_group.next = self.ask_group.val().get_bit(3);
        }
        if self.ask.val().get_bit(3) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(36)) | 0x1000;
        }
        if self.level.val().get_bit(5) | self.ask.val().get_bit(5) {
            self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(120);
            self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(330);
            self.levels[1].fold_out.next = self.fold_out.val().get_bit(5);
            self.levels[1].ask_group.next = self.ask_group.val().get_bit(5);
        }
        if self.ask.val().get_bit(5) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(60)) | 0x1000;
        }
        if self.level.val().get_bit(7) | self.ask.val().get_bit(7) {
            self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(168);
            self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(462);
            self.levels[1].fold_out.next = self.fold_out.val().get_bit(7);
            self.levels[1].ask_group.next = self.ask_group.val().get_bit(7);
        }
        if self.ask.val().get_bit(7) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(84)) | 0x1000;
        }
        self.levels[1].fold.next = self.level.val().get_bit(1)
            | self.level.val().get_bit(3)
            | self.level.val().get_bit(5)
            | self.level.val().get_bit(7);
        self.levels[1].ask.next = (self.ask.val().get_bit(1) & self.ask_words.val().get_bit(23))
            | (self.ask.val().get_bit(3) & self.ask_words.val().get_bit(47))
            | (self.ask.val().get_bit(5) & self.ask_words.val().get_bit(71))
            | (self.ask.val().get_bit(7) & self.ask_words.val().get_bit(95));
        self.levels[1].ask_row.next = self.levels[1].fold_row.val();
        self.levels[1].ask_value.next = self.levels[1].fold_value.val();
        for i in 0..2 {
            self.asked_1[i].clock.next = self.clock.val();
        }
        for i in 1..2 {
            self.asked_1[i].d.next = self.asked_1[i - 1].q.val();
        }
        self.level_valid_1.next = self.asked_1[1].q.val().get_bit(12);
        self.level_entry_1.next = self.asked_1[1].q.val().get_bits::<8>(0);
        self.level_truth_1.next = self.asked_1[1].q.val().get_bits::<3>(8);
        if self.asked_1[1].q.val().get_bit(11) & !self.levels[1].ok.val() {
            self.level_truth_1.next = 0.into();
        }
        // A reset drops the questions under way.
        if self.reset.val() {
            for i in 0..2 {
                self.asked_0[i].d.next = 0.into();
                self.asked_1[i].d.next = 0.into();
            }
        }
        self.scan_level_taken.next = self.levels[0].scan_taken.val();
        self.scan_level.next = bit_cast::<88, 24>(self.levels[0].scan_row.val())
            | (bit_cast::<88, 64>(self.levels[0].scan_value.val()) << 24);
        self.scan_level_count.next = self.levels[0].scan_count.val();
        if self.scan_store.val() {
            self.scan_level_taken.next = self.levels[1].scan_taken.val();
            self.scan_level.next = bit_cast::<88, 24>(self.levels[1].scan_row.val())
                | (bit_cast::<88, 64>(self.levels[1].scan_value.val()) << 24);
            self.scan_level_count.next = self.levels[1].scan_count.val();
        }
        self.fetched_values.next = bit_cast::<COLUMNS_BITS, 25>(self.members.read_data.val())
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[0].value.val()) << 66)
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[1].value.val()) << 132)
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[2].value.val()) << 198)
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[3].value.val()) << 264)
            | (bit_cast::<COLUMNS_BITS, 66>(self.levels[0].value.val()) << 330)
            | (bit_cast::<COLUMNS_BITS, 66>(self.levels[1].value.val()) << 396);

        self.scan_data.next = bit_cast::<128, 25>(self.members.read_data.val());
        if self.scan_column.val() == 1 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[0].content.val());
        }
        if self.scan_column.val() == 2 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[1].content.val());
        }
        if self.scan_column.val() == 3 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[2].content.val());
        }
        if self.scan_column.val() == 4 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[3].content.val());
        }
    }
}
