-- SPDX-License-Identifier: Apache-2.0
-- Holding, live buys and this buy together are within the limit, which is 0 for an unknown
-- instrument. The sum of up to 1048576 quantities of 32 bits cannot overflow 64 bits.
select case
    when :direction <> 0 then null
    when coalesce((select total_quantity from account_ticket_info
                    where account_id = :account_id and ticket_id = :ticket_id), 0)
         + coalesce((select sum(remaining) from order_log
                      where account_id = :account_id and ticket_id = :ticket_id
                        and direction = 0 and status = 0), 0)
         + :quantity
         <= coalesce((select position_max from ticket_info where ticket_id = :ticket_id), 0)
    then null
    else 'false'
end
