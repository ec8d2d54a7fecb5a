-- SPDX-License-Identifier: Apache-2.0
-- The shares that the rest of a rejected sell froze are available again.
update account_ticket_info
   set avail_quantity = avail_quantity + o.remaining
  from order_log as o
 where o.order_id = :order_id and o.direction = 1
   and account_ticket_info.account_id = o.account_id and account_ticket_info.ticket_id = o.ticket_id
