-- SPDX-License-Identifier: Apache-2.0
-- A cancel belongs to a live order and is at most its rest.
select case
    when exists (select 1 from order_log
                  where order_id = :order_id and status = 0
                    and :quantity >= 1 and :quantity <= remaining) then null
    else 'false'
end
