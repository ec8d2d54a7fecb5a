-- SPDX-License-Identifier: Apache-2.0
-- The rest of the order shrinks by the quantity. At 0 the order is cancelled.
update order_log
   set remaining = remaining - :quantity,
       status = case when remaining = :quantity then 2 else 0 end
 where order_id = :order_id
