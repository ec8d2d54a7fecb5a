-- SPDX-License-Identifier: Apache-2.0
-- The proceeds of sold shares are available at once.
update account_info
   set total_balance = total_balance + :price * :quantity,
       available_balance = available_balance + :price * :quantity
  from order_log as o
 where o.order_id = :order_id and o.direction = 1
   and account_info.account_id = o.account_id
