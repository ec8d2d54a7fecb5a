-- SPDX-License-Identifier: Apache-2.0
-- Bought shares are paid from the total. The difference to the frozen limit is available again.
update account_info
   set total_balance = total_balance - :price * :quantity,
       available_balance = available_balance + (o.price - :price) * :quantity
  from order_log as o
 where o.order_id = :order_id and o.direction = 0
   and account_info.account_id = o.account_id
