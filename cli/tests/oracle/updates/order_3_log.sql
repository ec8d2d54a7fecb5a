-- SPDX-License-Identifier: Apache-2.0
-- Every accepted order is logged, live and with all of it left.
insert into order_log (order_id, account_id, ticket_id, direction, price, quantity, remaining, status, ts)
values (:order_id, :account_id, :ticket_id, :direction, :price, :quantity, :quantity, 0, :ts)
