-- One transaction may carry several submissions: its bytes stand once, and its members name it.
create table transactions (
  tx_hash text primary key,
  signed_bytes bytea not null,
  valid_before_s bigint not null,
  stage text not null check (stage in ('open', 'mined', 'reverted', 'expired')),
  signed_ms bigint not null,
  next_step_ms bigint not null,
  sent_ms bigint,
  closed_ms bigint
);
create index transactions_due on transactions (next_step_ms) where stage = 'open';

insert into transactions
select tx_hash, signed_bytes, valid_before_s,
  case when stage in ('signed', 'sent') then 'open' when stage = 'confirmed' then 'mined' else 'expired' end,
  created_ms, next_step_ms, sent_ms, closed_ms
from outbox where signed_bytes is not null and tx_hash is not null;

-- Alone: it was in a batch that failed, and no other booking is to suffer for it.
alter table outbox add column alone boolean not null default false;
update outbox set stage = 'signed' where stage = 'sent';
alter table outbox drop column signed_bytes, drop column valid_before_s, drop column sent_ms;
alter table outbox drop constraint outbox_stage_check;
alter table outbox add check (stage in ('decided', 'signed', 'confirmed', 'expired', 'refused', 'settled_without_us', 'gave_up'));
alter table outbox add check (stage <> 'signed' or tx_hash is not null);

drop index outbox_one_open;
drop index outbox_due;
create unique index outbox_one_open on outbox (escrow, booking_id, kind) where stage in ('decided', 'signed');
create index outbox_due on outbox (next_step_ms) where stage = 'decided';
create index outbox_by_transaction on outbox (tx_hash) where stage = 'signed';

-- When a leave asks for a look, beside the instant that the rulebook names: whichever is first.
alter table looks add column hook_ms bigint;
alter table looks add column hook_first_ms bigint;

-- Nothing can be attested any more: what has no look and is not over is under way, or was settled on chain.
alter table looks add column over boolean not null default false;
create index looks_due on looks (least(next_look_ms, hook_ms)) where next_look_ms is not null;

-- db-scheduler's own table (its documentation, PostgreSQL).
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
