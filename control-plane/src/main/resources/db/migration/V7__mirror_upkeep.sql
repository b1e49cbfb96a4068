-- Where a mirror begins, so that it can be made anew by whoever sees the database, and how old its newest block is.
alter table indexer_cursors add column from_block bigint;
alter table indexer_cursors add column block_time_s bigint;
update indexer_cursors c set
  from_block = coalesce((select min(block_number) from escrow_events e where e.escrow = c.escrow), 0),
  block_time_s = coalesce((select max(block_time_s) from escrow_events e where e.escrow = c.escrow), 0);
alter table indexer_cursors alter column from_block set not null;
alter table indexer_cursors alter column block_time_s set not null;

-- Bookings that a reorganisation took back to Booked: somebody looks at them at once, and takes them out.
create table reopened_bookings (
  escrow text not null,
  booking_id bigint not null,
  primary key (escrow, booking_id)
);

-- Where the mirror was found to say something else than the chain. Booking 0 is the escrow as a whole.
create table mirror_differences (
  escrow text not null,
  booking_id bigint not null,
  field text not null,
  mirror_value text not null,
  chain_value text not null,
  block_number bigint not null,
  found_ms bigint not null,
  seen_ms bigint not null,
  gone_ms bigint,
  primary key (escrow, booking_id, field)
);
create index mirror_differences_open on mirror_differences (escrow, booking_id) where gone_ms is null;

-- When a mirror was last compared with its chain, and up to which bookings the two walks through it got.
create table mirror_checks (
  escrow text primary key,
  checked_ms bigint not null,
  after_open bigint not null,
  after_final bigint not null
);
create index bookings_open on bookings (escrow, booking_id) where status not in ('CANCELLED', 'FINALIZED');
