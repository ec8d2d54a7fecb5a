-- SPDX-License-Identifier: Apache-2.0
-- What is held, what is on order to buy and this buy stay within the limit; of an unknown instrument it is nothing.
-- The sum of up to 1048576 quantities of 32 bits is far from 64 bits, so nothing can overflow here.
select case
    when :direction <> 0 then null
    when coalesce((select total_quantity from account_ticket_info
                    where account_id = :account_id and ticket_id = :ticket_id), 0)
         + coalesce((select sum(remaining) from order_log
                      where account_id = :account_id and ticket_id = :ticket_id
                        and direction = 0 and status = 0), 0)
         + :quantity
         <= coalesce((select position_max from ticket_info where ticket_id = :ticket_id), 0) then null
    else 'false'
end
