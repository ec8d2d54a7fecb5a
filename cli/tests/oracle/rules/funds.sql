-- SPDX-License-Identifier: Apache-2.0
-- A buy costs at most the available balance, which is 0 for an unknown account.
select case
    when :direction <> 0 then null
    -- The product has 64 bits or is no integer any more.
    when typeof(:price * :quantity) <> 'integer' then 'overflow'
    when coalesce((select available_balance from account_info where account_id = :account_id), 0)
         >= :price * :quantity then null
    else 'false'
end
