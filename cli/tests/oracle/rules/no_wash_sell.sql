-- SPDX-License-Identifier: Apache-2.0
-- A sell is above every live buy of the same account in the same instrument.
select case
    when :direction <> 1 then null
    when exists (select 1 from order_log
                  where account_id = :account_id and ticket_id = :ticket_id
                    and direction = 0 and status = 0 and price >= :price) then 'false'
    else null
end
