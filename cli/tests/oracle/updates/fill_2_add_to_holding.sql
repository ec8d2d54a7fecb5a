-- SPDX-License-Identifier: Apache-2.0
-- Bought shares are added to a holding. Its price becomes the average, weighted by quantity and cut
-- toward zero. A numerator that overflowed is written unchanged, so that the check finds it even if
-- the divisor is zero.
update account_ticket_info
   set avail_quantity = avail_quantity + :quantity,
       total_quantity = total_quantity + :quantity,
       avg_price = case
           when typeof(avg_price * total_quantity + :price * :quantity) = 'integer'
           then (avg_price * total_quantity + :price * :quantity) / (total_quantity + :quantity)
           else avg_price * total_quantity + :price * :quantity
       end
  from order_log as o
 where o.order_id = :order_id and o.direction = 0
   and account_ticket_info.account_id = o.account_id and account_ticket_info.ticket_id = o.ticket_id
