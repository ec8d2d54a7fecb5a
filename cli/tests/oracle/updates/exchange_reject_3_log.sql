-- SPDX-License-Identifier: Apache-2.0
-- The order has no rest any more.
update order_log set remaining = 0, status = 3 where order_id = :order_id
