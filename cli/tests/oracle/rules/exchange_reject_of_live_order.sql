-- SPDX-License-Identifier: Apache-2.0
-- The exchange can refuse what is live.
select case
    when exists (select 1 from order_log where order_id = :order_id and status = 0) then null
    else 'false'
end
