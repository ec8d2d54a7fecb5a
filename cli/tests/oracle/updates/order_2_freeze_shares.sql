-- SPDX-License-Identifier: Apache-2.0
-- A sell freezes its shares.
update account_ticket_info
   set avail_quantity = avail_quantity - :quantity
 where account_id = :account_id and ticket_id = :ticket_id and :direction = 1
