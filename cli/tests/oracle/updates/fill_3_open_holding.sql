-- SPDX-License-Identifier: Apache-2.0
-- Bought shares open a holding if there is none.
insert into account_ticket_info (account_id, ticket_id, avail_quantity, total_quantity, avg_price)
select o.account_id, o.ticket_id, :quantity, :quantity, :price
  from order_log as o
 where o.order_id = :order_id and o.direction = 0
   and not exists (select 1 from account_ticket_info as h
                    where h.account_id = o.account_id and h.ticket_id = o.ticket_id)
