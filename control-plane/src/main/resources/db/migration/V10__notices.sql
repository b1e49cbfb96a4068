-- Bookings whose events changed, as the mirror noted in its own transaction: notices are derived from them.
create table changed_bookings (
  escrow text not null,
  booking_id bigint not null,
  primary key (escrow, booking_id)
);

-- Every notice, numbered in the order in which they became visible: whoever has read up to one has missed none.
create table notices (
  number bigint primary key,
  id text not null unique,
  kind text not null,
  escrow text not null,
  booking_id bigint not null,
  host text not null,
  guest text not null,
  occasion text not null,
  body text not null
);
create index notices_by_booking on notices (escrow, booking_id, kind);

-- What is to be sent. While a node is at it, next_ms is when another may take it over.
create table notice_deliveries (
  number bigint not null references notices,
  channel text not null check (channel in ('webhook', 'mail')),
  wallet text not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped', 'gave_up')),
  created_ms bigint not null,
  next_ms bigint not null,
  attempts int not null default 0,
  note text,
  primary key (number, channel, wallet)
);
create index notice_deliveries_open on notice_deliveries (channel, next_ms) where state = 'open';
create index notice_deliveries_by_wallet on notice_deliveries (wallet) where wallet <> '';

-- Up to which block time credits were looked at for money that waits.
create table notice_progress (
  escrow text primary key,
  credits_to_s bigint not null
);
create index escrow_events_credits on escrow_events (escrow, block_time_s)
  where name in ('Finalized', 'SessionBookingCancelled', 'UnattestedRefunded');
create index escrow_events_withdrawals on escrow_events (escrow, (fields ->> 'from'), block_number)
  where name = 'OwedWithdrawn';
create index looks_over on looks (escrow, booking_id) where over;

-- Where a wallet wants its e-mail: the confirmed one, and one that waits for its code.
create table notice_mailboxes (
  wallet text primary key,
  mailbox text,
  pending text,
  code_hash bytea,
  code_ends_ms bigint,
  tries int not null default 0,
  check ((pending is null) = (code_hash is null) and (pending is null) = (code_ends_ms is null)),
  check (mailbox is not null or pending is not null)
);

-- Codes that were sent, so that nobody's mailbox is filled with them; forgotten after a day.
create table notice_codes_sent (
  mailbox_hash bytea not null,
  sent_ms bigint not null
);
create index notice_codes_sent_by_mailbox on notice_codes_sent (mailbox_hash, sent_ms);
create index notice_codes_sent_by_time on notice_codes_sent (sent_ms);
