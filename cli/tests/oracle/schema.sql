-- SPDX-License-Identifier: Apache-2.0
-- The tables of the broker and their constraints.
--
-- Integers of SQLite have 64 bits, and an operation that overflows them returns a REAL instead.
-- Columns have no declared type, so that such a REAL reaches the check of its column unchanged; a
-- declared type would turn some of them back into integers. The name of a check is the reason of
-- the reject. SQLite evaluates checks in the order of this file: by column, then the key, then the
-- triggers. That is the order of the rule language.

create table account_info (
    account_id         integer primary key not null,
    available_balance  not null constraint overflow check (typeof(available_balance) = 'integer'),
    total_balance      not null constraint overflow check (typeof(total_balance) = 'integer')
);

create table account_ticket_info (
    account_id      not null,
    ticket_id       not null,
    avail_quantity  not null constraint overflow check
                    (typeof(avail_quantity) = 'integer'
                     and avail_quantity between -2147483648 and 2147483647),
    total_quantity  not null constraint overflow check
                    (typeof(total_quantity) = 'integer'
                     and total_quantity between -2147483648 and 2147483647),
    -- In SQLite a quotient is NULL if the divisor is zero. This column gets the only quotient of
    -- the rule set.
    avg_price       constraint division_by_zero check (avg_price is not null)
                    constraint overflow check (typeof(avg_price) = 'integer'),
    primary key (account_id, ticket_id)
) without rowid;

create table ticket_info (
    ticket_id     not null primary key,
    position_max  not null constraint overflow check
                  (typeof(position_max) = 'integer'
                   and position_max between -2147483648 and 2147483647)
) without rowid;

create table order_log (
    order_id    integer primary key not null,
    account_id  not null,
    ticket_id   not null,
    direction   not null constraint overflow check
                (typeof(direction) = 'integer' and direction between -32768 and 32767),
    price       not null constraint overflow check (typeof(price) = 'integer'),
    quantity    not null constraint overflow check
                (typeof(quantity) = 'integer' and quantity between -2147483648 and 2147483647),
    remaining   not null constraint overflow check
                (typeof(remaining) = 'integer' and remaining between -2147483648 and 2147483647),
    status      not null constraint overflow check
                (typeof(status) = 'integer' and status between -32768 and 32767),
    ts          not null constraint overflow check (typeof(ts) = 'integer')
);

-- The live orders of an account in an instrument, by side and price, as the rules aggregate them.
create index live_order on order_log (account_id, ticket_id, direction, price, remaining)
where status = 0;
