-- SPDX-License-Identifier: Apache-2.0
-- The money that the cancelled part of a buy froze is available again.
update account_info
   set available_balance = available_balance + o.price * :quantity
  from order_log as o
 where o.order_id = :order_id and o.direction = 0
   and account_info.account_id = o.account_id
