-- SPDX-License-Identifier: Apache-2.0
-- An order is a buy or a sell of something, at a price.
select case
    when :direction in (0, 1) and :quantity > 0 and :price > 0 then null
    else 'false'
end
