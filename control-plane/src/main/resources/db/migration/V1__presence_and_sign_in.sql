-- Liveness: one row a node every second or so; a gap in these is time in which nobody watched.
create table liveness (
  at_ms bigint not null,
  node_id text not null,
  primary key (at_ms, node_id)
);

-- Presence: append-only but for last_seen_ms, left_ms and leave_reason.
create table room_participants (
  connection_id uuid primary key,
  escrow text not null,
  booking_id bigint not null,
  wallet text not null,
  role text not null check (role in ('host', 'guest')),
  joined_ms bigint not null,
  last_seen_ms bigint not null check (last_seen_ms >= joined_ms),
  left_ms bigint check (left_ms >= joined_ms),
  leave_reason text check (leave_reason in ('left', 'replaced', 'lease_over', 'outage')),
  check ((left_ms is null) = (leave_reason is null))
);
create index room_participants_by_booking on room_participants (escrow, booking_id);
create index room_participants_live on room_participants (last_seen_ms) where left_ms is null;

-- The furthest watermark a verdict was made from: no presence is written before it.
create table used_watermarks (
  escrow text not null,
  booking_id bigint not null,
  watermark_ms bigint not null,
  primary key (escrow, booking_id)
);

-- Sign-in nonces: each is used once, and expires.
create table sign_in_nonces (
  nonce text primary key,
  expires_ms bigint not null
);
create index sign_in_nonces_by_expiry on sign_in_nonces (expires_ms);
