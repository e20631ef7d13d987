create table baselines (
    id integer primary key,
    org text not null,
    uuid text not null,
    name text not null,
    -- the name in lower case, to search and sort by
    name_key text not null,
    fact_count integer not null,
    notifications_enabled integer not null,
    created integer not null,
    updated integer not null,
    unique (org, uuid),
    unique (org, name)
) strict;

create index baselines_by_name on baselines (org, name_key, uuid);

-- The facts of a baseline in their order: a category is a row before those of its members, a list one before those of
-- its items.
create table baseline_facts (
    baseline integer not null references baselines (id) on delete cascade,
    position integer not null,
    kind text not null check (kind in ('category', 'fact', 'list', 'member', 'member list', 'item')),
    name text,
    value text,
    primary key (baseline, position)
) strict, without rowid;

create table associations (
    id integer primary key,
    uuid text not null unique,
    baseline integer not null references baselines (id) on delete cascade,
    system integer not null references systems (id) on delete cascade,
    unique (baseline, system)
) strict;

create index associations_by_system on associations (system);

create table association_groups (
    association integer not null references associations (id) on delete cascade,
    position integer not null,
    uuid text not null,
    name text,
    primary key (association, position)
) strict, without rowid;
