-- What a client said of its media: for reviewers; no verdict reads it. Append-only until presence is erased.
create table media_reports (
  connection_id uuid not null,
  at_ms bigint not null,
  connected boolean not null,
  bytes_sent bigint not null check (bytes_sent >= 0),
  bytes_received bigint not null check (bytes_received >= 0),
  primary key (connection_id, at_ms)
);

-- Presence that an export, an erasure or the end of its retention looks for.
create index room_participants_by_wallet on room_participants (wallet);
create index bookings_final on bookings (escrow, booking_id) where status in ('CANCELLED', 'FINALIZED');
