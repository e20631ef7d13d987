-- Instants are microseconds since 1970. Content is deflated JSON, known by its SHA-256.
create table contents (
    id integer primary key,
    digest text not null unique,
    deflated blob not null
) strict;

create table systems (
    id integer primary key,
    org text not null,
    uuid text not null,
    display_name text,
    -- what is shown, in lower case, to search and sort by
    name_key text not null,
    reporter text,
    has_tags integer not null,
    insights_id text,
    machine_id text,
    subscription_manager_id text,
    fqdn text,
    bios_uuid text,
    mac_addresses text not null,
    created integer not null,
    updated integer not null,
    current_state text not null,
    unique (org, uuid)
) strict;

create index systems_by_insights_id on systems (org, insights_id) where insights_id is not null;
create index systems_by_machine_id on systems (org, machine_id) where machine_id is not null;
create index systems_by_subscription_manager_id on systems (org, subscription_manager_id)
    where subscription_manager_id is not null;
create index systems_by_fqdn on systems (org, fqdn) where fqdn is not null;
create index systems_by_name on systems (org, name_key, uuid);
create index systems_by_updated on systems (org, updated, uuid);

create table tags (
    system integer not null references systems (id) on delete cascade,
    position integer not null,
    namespace text,
    tag_key text not null,
    tag_value text,
    primary key (system, position)
) strict, without rowid;

create table states (
    id integer primary key,
    uuid text not null unique,
    system integer not null references systems (id) on delete cascade,
    captured integer not null,
    captured_as_given text,
    fqdn text,
    content integer not null references contents (id),
    unique (system, captured)
) strict;

create index states_by_content on states (content);
