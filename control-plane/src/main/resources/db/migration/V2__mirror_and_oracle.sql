-- The mirror of the escrows, written by the indexer alone. How far it got, in one transaction with the rows.
create table indexer_cursors (
  escrow text primary key,
  block_number bigint not null,
  block_hash text not null
);

-- What happened on chain. Topics and data are kept, so that state can be folded anew.
create table escrow_events (
  escrow text not null,
  block_number bigint not null,
  log_index bigint not null,
  block_hash text not null,
  tx_hash text not null,
  block_time_s bigint not null,
  name text not null,
  booking_id bigint,
  slot_id bigint,
  request_id bigint,
  fields jsonb not null,
  topics text not null,
  data text not null,
  primary key (escrow, block_number, log_index)
);
create index escrow_events_by_booking on escrow_events (escrow, booking_id) where booking_id is not null;
create index escrow_events_by_slot on escrow_events (escrow, slot_id) where slot_id is not null;

-- Terms of a slot: read from the chain once, since its event does not carry all of them; they never change.
create table slots (
  escrow text not null,
  slot_id bigint not null,
  host text not null,
  start_s bigint not null,
  duration_mins int not null,
  price numeric(78) not null,
  grace_mins bigint not null,
  min_overlap_mins int not null,
  cancel_cutoff_mins bigint not null,
  primary key (escrow, slot_id)
);

-- The newest state of a booking: the fold of its events, beside the terms of the moment it was made.
create table bookings (
  escrow text not null,
  booking_id bigint not null,
  slot_id bigint not null,
  host text not null,
  guest text not null,
  start_s bigint not null,
  amount numeric(78) not null,
  status text not null,
  outcome text not null,
  metrics_hash text,
  attested_at_s bigint not null,
  finalizable_at_s bigint not null,
  challenger text,
  bond_amount numeric(78) not null,
  disputed_at_s bigint not null,
  fee_bps int not null,
  late_cancel_penalty_bps int not null,
  challenge_window_s bigint not null,
  no_attest_buffer_s bigint not null,
  dispute_timeout_s bigint not null,
  challenge_bond numeric(78) not null,
  cancelled_by text,
  refunded_unattested boolean not null,
  primary key (escrow, booking_id)
);
create index bookings_to_judge on bookings (start_s) where status = 'BOOKED';
create index bookings_to_finalize on bookings (finalizable_at_s) where status in ('ATTESTED', 'RESOLVED');
create index bookings_in_dispute on bookings (disputed_at_s) where status = 'DISPUTED';
create index bookings_by_host on bookings (host, booking_id);
create index bookings_by_guest on bookings (guest, booking_id);

-- Every evaluation, with what it was made from.
create table verdicts (
  id bigint generated always as identity primary key,
  escrow text not null,
  booking_id bigint not null,
  at_ms bigint not null,
  kind text not null check (kind in ('attest', 'wait', 'missed', 'inconclusive')),
  reason text,
  outcome text,
  overlap_ms bigint,
  decided_at_ms bigint,
  host_missing_ms bigint,
  guest_missing_ms bigint,
  look_again_ms bigint,
  watermark_ms bigint not null,
  chain_time_s bigint not null,
  facts jsonb not null
);
create index verdicts_by_booking on verdicts (escrow, booking_id, id);

-- When to evaluate a booking next; null is never again, no row is as soon as it has begun.
create table looks (
  escrow text not null,
  booking_id bigint not null,
  next_look_ms bigint,
  primary key (escrow, booking_id)
);

-- Exactly the bytes a metrics hash commits to. Kept for good: an older one may be what the chain took.
create table metrics_payloads (
  escrow text not null,
  booking_id bigint not null,
  metrics_hash text not null,
  payload bytea not null,
  stored_ms bigint not null,
  primary key (escrow, booking_id, metrics_hash)
);

-- Transactions of ours, from the decision to the receipt.
create table outbox (
  id bigint generated always as identity primary key,
  escrow text not null,
  booking_id bigint not null,
  kind text not null check (kind in ('attest', 'finalize', 'finalize_dispute')),
  outcome text,
  metrics_hash text,
  last_second bigint not null,
  stage text not null check (stage in ('decided', 'signed', 'sent', 'confirmed', 'expired', 'refused', 'settled_without_us', 'gave_up')),
  note text,
  created_ms bigint not null,
  next_step_ms bigint not null,
  attempts int not null default 0,
  tx_hash text,
  signed_bytes bytea,
  valid_before_s bigint,
  sent_ms bigint,
  closed_ms bigint,
  confirmed_block bigint,
  confirmed_at_s bigint,
  check ((stage not in ('signed', 'sent')) or (tx_hash is not null and signed_bytes is not null and valid_before_s is not null)),
  check (kind <> 'attest' or (outcome is not null and metrics_hash is not null))
);
create unique index outbox_one_open on outbox (escrow, booking_id, kind) where stage in ('decided', 'signed', 'sent');
create index outbox_due on outbox (next_step_ms) where stage in ('decided', 'signed', 'sent');
create index outbox_by_booking on outbox (escrow, booking_id, id);
