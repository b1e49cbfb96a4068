-- What the parties say of an attested or disputed booking. Append-only, but that text and salt are erased once the
-- money is final; the hash of both stays.
create table statements (
  id bigint generated always as identity primary key,
  escrow text not null,
  booking_id bigint not null,
  wallet text not null,
  said_ms bigint not null,
  hash text not null,
  salt text,
  text text,
  check ((text is null) = (salt is null))
);
create index statements_by_booking on statements (escrow, booking_id, id);
create index statements_by_wallet on statements (wallet);
