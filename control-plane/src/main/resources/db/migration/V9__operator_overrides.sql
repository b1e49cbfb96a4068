-- Outcomes that an operator forced: append-only, and of a booking the newest stands. The payload that the
-- hash commits to is in metrics_payloads.
create table overrides (
  id bigint generated always as identity primary key,
  escrow text not null,
  booking_id bigint not null,
  outcome text not null,
  metrics_hash text not null,
  computed_outcome text,
  operator text not null,
  reason text not null,
  signed_ms bigint not null,
  request_hash text not null unique,
  last_second bigint not null,
  recorded_ms bigint not null
);
create index overrides_by_booking on overrides (escrow, booking_id, id);

-- An attestation that an override took the place of, before it was signed.
alter table outbox drop constraint outbox_stage_check;
alter table outbox add constraint outbox_stage_check
  check (stage in ('decided', 'signed', 'confirmed', 'expired', 'refused', 'settled_without_us', 'gave_up', 'overridden'));
