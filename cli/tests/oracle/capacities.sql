-- SPDX-License-Identifier: Apache-2.0
-- Capacities: the rows of the tables, as the rule set states them, and the groups and levels of the
-- machine.
--
-- The aggregates are over the live orders of an account in an instrument, separately for buys and
-- sells. The machine limits the number of these groups, of distinct prices in a group, and of
-- distinct prices in all groups. The triggers below count them, so that no check needs a scan. An
-- order that is neither a buy nor a sell is in no aggregate.

create table row_count (
    table_name  text primary key not null,
    rows        integer not null,
    rows_max    integer not null
) without rowid;

insert into row_count values
    ('account_info', 0, 32),
    ('account_ticket_info', 0, 65536),
    ('ticket_info', 0, 4096),
    ('order_log', 0, 1048576);

-- No row is ever deleted, so counting inserts is enough. A trigger runs after the insert.
create trigger account_info_rows after insert on account_info begin
    update row_count set rows = rows + 1 where table_name = 'account_info';
end;
create trigger account_ticket_info_rows after insert on account_ticket_info begin
    update row_count set rows = rows + 1 where table_name = 'account_ticket_info';
end;
create trigger ticket_info_rows after insert on ticket_info begin
    update row_count set rows = rows + 1 where table_name = 'ticket_info';
end;
create trigger table_full after update on row_count when new.rows > new.rows_max begin
    select raise(abort, 'table_full');
end;

-- For each side: the number of groups with a live order, and the sum of their distinct prices.
create table side_use (
    direction   integer primary key not null,
    groups      integer not null,
    levels      integer not null
);
insert into side_use values (0, 0, 0), (1, 0, 0);

create table live_group (
    account_id, ticket_id, direction,
    levels      integer not null,
    primary key (account_id, ticket_id, direction)
) without rowid;

create table live_level (
    account_id, ticket_id, direction, price,
    orders      integer not null,
    primary key (account_id, ticket_id, direction, price)
) without rowid;

-- A new order: its row is counted before its level, so a full table is found before a full group.
create trigger order_comes after insert on order_log begin
    update row_count set rows = rows + 1 where table_name = 'order_log';
    insert into live_level select new.account_id, new.ticket_id, new.direction, new.price, 1
        where new.status = 0 and new.direction in (0, 1)
        on conflict do update set orders = orders + 1;
end;

-- A finished order leaves its level. It never becomes live again, because the rules change
-- only live orders.
create trigger order_goes after update of status on order_log
when old.status = 0 and new.status <> 0 begin
    update live_level set orders = orders - 1
     where account_id = old.account_id and ticket_id = old.ticket_id
       and direction = old.direction and price = old.price;
end;

create trigger level_opens after insert on live_level begin
    insert into live_group values (new.account_id, new.ticket_id, new.direction, 1)
        on conflict do update set levels = levels + 1;
    update side_use set levels = levels + 1 where direction = new.direction;
end;

create trigger level_closes after update on live_level when new.orders = 0 begin
    delete from live_level
     where account_id = new.account_id and ticket_id = new.ticket_id
       and direction = new.direction and price = new.price;
    update live_group set levels = levels - 1
     where account_id = new.account_id and ticket_id = new.ticket_id and direction = new.direction;
    update side_use set levels = levels - 1 where direction = new.direction;
end;

create trigger group_opens after insert on live_group begin
    update side_use set groups = groups + 1 where direction = new.direction;
end;

create trigger group_closes after update on live_group when new.levels = 0 begin
    delete from live_group
     where account_id = new.account_id and ticket_id = new.ticket_id and direction = new.direction;
    update side_use set groups = groups - 1 where direction = new.direction;
end;

create trigger groups_full after update on side_use when new.groups > 65536 begin
    select raise(abort, 'groups_full');
end;
create trigger group_levels_full after update on live_group when new.levels > 1024 begin
    select raise(abort, 'levels_full');
end;
create trigger side_levels_full after update on side_use when new.levels > 131072 begin
    select raise(abort, 'levels_full');
end;
