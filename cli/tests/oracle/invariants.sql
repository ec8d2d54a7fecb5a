-- SPDX-License-Identifier: Apache-2.0
-- What holds after every message when it held before the first one. Each row that this query gives is a violation.
--
-- The plus signs before account_info's key take away its declared type. An index on columns without a type, as those
-- of the other tables, does not serve a comparison with a typed value.

-- Money: available is the total without what the live buys may cost; nobody owes anything.
select 'available balance' as violation, a.account_id, a.available_balance, a.total_balance
  from account_info as a
 where a.available_balance <> a.total_balance - coalesce(
           (select sum(price * remaining) from order_log
             where account_id = +a.account_id and direction = 0 and status = 0), 0)
    or a.available_balance < 0
union all
-- Shares: available is the total without what the live sells may sell; nobody is short.
select 'available quantity', h.account_id, h.avail_quantity, h.total_quantity
  from account_ticket_info as h
 where h.avail_quantity <> h.total_quantity - coalesce(
           (select sum(remaining) from order_log
             where account_id = h.account_id and ticket_id = h.ticket_id and direction = 1 and status = 0), 0)
    or h.avail_quantity < 0
union all
-- A live sell is of something that is held.
select 'sell of nothing', o.account_id, o.order_id, o.remaining
  from order_log as o
 where o.direction = 1 and o.status = 0
   and not exists (select 1 from account_ticket_info as h
                    where h.account_id = o.account_id and h.ticket_id = o.ticket_id)
union all
-- An order has something left exactly while it is live, and never more than it began with.
select 'remaining', order_id, remaining, status
  from order_log
 where (status = 0) <> (remaining > 0) or remaining not between 0 and quantity
union all
-- The limit of the instrument holds for what is held and on order together.
select 'position limit', t.ticket_id, a.account_id, t.position_max
  from ticket_info as t, account_info as a
 where coalesce((select total_quantity from account_ticket_info
                  where account_id = +a.account_id and ticket_id = t.ticket_id), 0)
       + coalesce((select sum(remaining) from order_log
                    where account_id = +a.account_id and ticket_id = t.ticket_id and direction = 0 and status = 0), 0)
       > t.position_max
union all
-- No account could trade with itself.
select 'wash trade', b.account_id, b.order_id, s.order_id
  from order_log as b
  join order_log as s on s.account_id = b.account_id and s.ticket_id = b.ticket_id
 where b.direction = 0 and b.status = 0 and s.direction = 1 and s.status = 0 and b.price >= s.price
union all
-- The counts that the capacities are checked against are those of the rows.
select 'levels', l.account_id, l.price, l.orders
  from live_level as l
 where l.orders <> (select count(*) from order_log
                     where account_id = l.account_id and ticket_id = l.ticket_id and direction = l.direction
                       and price = l.price and status = 0)
union all
select 'groups', u.direction, u.groups, u.levels
  from side_use as u
 where u.groups <> (select count(*) from (select distinct account_id, ticket_id from order_log
                                           where direction = u.direction and status = 0))
    or u.levels <> (select count(*) from (select distinct account_id, ticket_id, price from order_log
                                           where direction = u.direction and status = 0))
