-- SPDX-License-Identifier: Apache-2.0
-- The order has so much less left, and is cancelled when that is nothing.
update order_log
   set remaining = remaining - :quantity,
       status = case when remaining = :quantity then 2 else 0 end
 where order_id = :order_id
