-- SPDX-License-Identifier: Apache-2.0
-- Nothing is left of the order.
update order_log set remaining = 0, status = 3 where order_id = :order_id
