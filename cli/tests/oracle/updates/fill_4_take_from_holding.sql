-- SPDX-License-Identifier: Apache-2.0
-- Sold shares leave the holding. The order already took them from the available quantity.
update account_ticket_info
   set total_quantity = total_quantity - :quantity
  from order_log as o
 where o.order_id = :order_id and o.direction = 1
   and account_ticket_info.account_id = o.account_id and account_ticket_info.ticket_id = o.ticket_id
