-- SPDX-License-Identifier: Apache-2.0
-- Invariants: if they hold before the first message, they hold after every message. Each row of
-- this query is a violation.
--
-- The plus signs before the key of account_info remove its declared type. An index on columns
-- without a type, such as those of the other tables, is not used in a comparison with a typed
-- value.

-- Money: the available balance is the total less the limits of the live buys, and not negative.
select 'available balance' as violation, a.account_id, a.available_balance, a.total_balance
  from account_info as a
 where a.available_balance <> a.total_balance - coalesce(
           (select sum(price * remaining) from order_log
             where account_id = +a.account_id and direction = 0 and status = 0), 0)
    or a.available_balance < 0
union all
-- Shares: the available quantity is the total less that of the live sells, and not negative.
select 'available quantity', h.account_id, h.avail_quantity, h.total_quantity
  from account_ticket_info as h
 where h.avail_quantity <> h.total_quantity - coalesce(
           (select sum(remaining) from order_log
             where account_id = h.account_id and ticket_id = h.ticket_id
               and direction = 1 and status = 0), 0)
    or h.avail_quantity < 0
union all
-- A live sell belongs to a holding.
select 'sell of nothing', o.account_id, o.order_id, o.remaining
  from order_log as o
 where o.direction = 1 and o.status = 0
   and not exists (select 1 from account_ticket_info as h
                    where h.account_id = o.account_id and h.ticket_id = o.ticket_id)
union all
-- The rest of an order is positive exactly while it is live, and at most its quantity.
select 'remaining', order_id, remaining, status
  from order_log
 where (status = 0) <> (remaining > 0) or remaining not between 0 and quantity
union all
-- Holding and live buys together are within the limit of the instrument.
select 'position limit', t.ticket_id, a.account_id, t.position_max
  from ticket_info as t, account_info as a
 where coalesce((select total_quantity from account_ticket_info
                  where account_id = +a.account_id and ticket_id = t.ticket_id), 0)
       + coalesce((select sum(remaining) from order_log
                    where account_id = +a.account_id and ticket_id = t.ticket_id
                      and direction = 0 and status = 0), 0)
       > t.position_max
union all
-- No two live orders of an account could trade with each other.
select 'wash trade', b.account_id, b.order_id, s.order_id
  from order_log as b
  join order_log as s on s.account_id = b.account_id and s.ticket_id = b.ticket_id
 where b.direction = 0 and b.status = 0 and s.direction = 1 and s.status = 0 and b.price >= s.price
union all
-- The counts of capacities.sql agree with the rows.
select 'levels', l.account_id, l.price, l.orders
  from live_level as l
 where l.orders <> (select count(*) from order_log
                     where account_id = l.account_id and ticket_id = l.ticket_id
                       and direction = l.direction and price = l.price and status = 0)
union all
select 'groups', u.direction, u.groups, u.levels
  from side_use as u
 where u.groups <> (select count(*) from (select distinct account_id, ticket_id from order_log
                                           where direction = u.direction and status = 0))
    or u.levels <> (select count(*) from (select distinct account_id, ticket_id, price
                                            from order_log
                                           where direction = u.direction and status = 0))
