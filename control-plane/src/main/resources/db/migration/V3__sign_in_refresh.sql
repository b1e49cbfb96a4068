-- Signed-in states: each begins with a signature and ends at a fixed time, at a logout or when one of its old tokens is used again.
create table sign_ins (
  id uuid primary key,
  wallet text not null,
  expires_ms bigint not null
);
create index sign_ins_by_expiry on sign_ins (expires_ms);

-- Refresh tokens by their SHA-256, one unused a sign-in. A used one keeps what its successor was made with.
create table refresh_tokens (
  token_hash bytea primary key,
  sign_in uuid not null references sign_ins on delete cascade,
  used_ms bigint,
  successor_seed bytea,
  check ((used_ms is null) = (successor_seed is null))
);
create unique index refresh_tokens_one_unused on refresh_tokens (sign_in) where used_ms is null;
create index refresh_tokens_by_sign_in on refresh_tokens (sign_in);

-- Tickets by their SHA-256: each is used once, and expires.
create table tickets (
  ticket_hash bytea primary key,
  wallet text not null,
  expires_ms bigint not null
);
create index tickets_by_expiry on tickets (expires_ms);
