-- SPDX-License-Identifier: Apache-2.0
-- The broker's tables, and what may not happen to them.
--
-- SQLite integers have 64 bits, and an operation that would overflow them gives a REAL instead. Columns are declared
-- without a type, so that such a REAL reaches the check of its column as it is, whatever its value; a declared type
-- would turn some of them back into integers. A check bears the name of the reason that a message is rejected with
-- when it fails. Checks are looked at in the order in which they stand here, which is the order of the columns, all
-- of them before the key, the key before the triggers: the order that the rule language lays down.

create table account_info (
    account_id         integer primary key not null,
    available_balance  not null constraint overflow check (typeof(available_balance) = 'integer'),
    total_balance      not null constraint overflow check (typeof(total_balance) = 'integer')
);

create table account_ticket_info (
    account_id      not null,
    ticket_id       not null,
    avail_quantity  not null constraint overflow check
                    (typeof(avail_quantity) = 'integer' and avail_quantity between -2147483648 and 2147483647),
    total_quantity  not null constraint overflow check
                    (typeof(total_quantity) = 'integer' and total_quantity between -2147483648 and 2147483647),
    -- A quotient is NULL in SQLite when the divisor is zero. This column gets the only quotient of the rule set.
    avg_price       constraint division_by_zero check (avg_price is not null)
                    constraint overflow check (typeof(avg_price) = 'integer'),
    primary key (account_id, ticket_id)
) without rowid;

create table ticket_info (
    ticket_id     not null primary key,
    position_max  not null constraint overflow check
                  (typeof(position_max) = 'integer' and position_max between -2147483648 and 2147483647)
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
    status      not null constraint overflow check (typeof(status) = 'integer' and status between -32768 and 32767),
    ts          not null constraint overflow check (typeof(ts) = 'integer')
);

-- The live orders of an account in an instrument, by side and price: all that the rules aggregate over.
create index live_order on order_log (account_id, ticket_id, direction, price, remaining) where status = 0;
