-- SPDX-License-Identifier: Apache-2.0
-- A sell is at most the available quantity, which is 0 without a holding.
select case
    when :direction <> 1 then null
    when coalesce((select avail_quantity from account_ticket_info
                    where account_id = :account_id and ticket_id = :ticket_id), 0) >= :quantity
    then null
    else 'false'
end
