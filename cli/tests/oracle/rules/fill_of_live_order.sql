-- SPDX-License-Identifier: Apache-2.0
-- A fill belongs to a live order, is at most its rest, and is at its limit or better.
select case
    when exists (select 1 from order_log
                  where order_id = :order_id and status = 0
                    and :quantity >= 1 and :quantity <= remaining and :price > 0
                    and (direction = 0 and :price <= price or direction = 1 and :price >= price))
    then null
    else 'false'
end
