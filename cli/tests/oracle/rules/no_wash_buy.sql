-- SPDX-License-Identifier: Apache-2.0
-- A buy is below every live sell of the same account in the same instrument.
select case
    when :direction <> 0 then null
    when exists (select 1 from order_log
                  where account_id = :account_id and ticket_id = :ticket_id
                    and direction = 1 and status = 0 and price <= :price) then 'false'
    else null
end
