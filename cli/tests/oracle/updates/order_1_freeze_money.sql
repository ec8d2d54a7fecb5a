-- SPDX-License-Identifier: Apache-2.0
-- A buy freezes its limit price times its quantity.
update account_info
   set available_balance = available_balance - :price * :quantity
 where account_id = :account_id and :direction = 0
