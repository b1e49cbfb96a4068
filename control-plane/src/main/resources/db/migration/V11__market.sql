-- What a host says of itself: kept by the service, since the chain has no place for it.
create table host_settings (
  wallet text primary key,
  display_name text not null,
  accepting_bookings boolean not null,
  accepting_changed_ms bigint not null,
  time_zone text not null,
  weekly jsonb not null,
  booking_defaults jsonb,
  updated_ms bigint not null
);

-- A host's offers, and what is on them.
create index slots_by_host on slots (escrow, host, slot_id);
create index bookings_by_slot on bookings (escrow, slot_id, booking_id);
create index escrow_events_by_request on escrow_events (escrow, request_id) where request_id is not null;
create index escrow_events_by_name on escrow_events (escrow, name, block_number, log_index)
  where name in ('HostBasePriceSet', 'SessionRequestCreated');
create index bookings_disputed on bookings (escrow, disputed_at_s) where status = 'DISPUTED';
