-- SPDX-License-Identifier: Apache-2.0
-- Every accepted order is logged as live, with its whole quantity left.
insert into order_log
    (order_id, account_id, ticket_id, direction, price, quantity, remaining, status, ts)
values (:order_id, :account_id, :ticket_id, :direction, :price, :quantity, :quantity, 0, :ts)
