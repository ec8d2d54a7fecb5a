-- SPDX-License-Identifier: Apache-2.0
-- An exchange reject belongs to a live order.
select case
    when exists (select 1 from order_log where order_id = :order_id and status = 0) then null
    else 'false'
end
