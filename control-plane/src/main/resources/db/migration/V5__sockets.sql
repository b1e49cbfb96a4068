-- A seat may end because its socket closed and nothing came after.
alter table room_participants drop constraint room_participants_leave_reason_check;
alter table room_participants add constraint room_participants_leave_reason_check
  check (leave_reason in ('left', 'replaced', 'socket_closed', 'lease_over', 'outage'));

-- Thousands of heartbeats a second write last_seen_ms: with no index on it and room in the page, each
-- is an update in place (HOT). The sweep reads the live rows, which are few.
drop index room_participants_live;
create index room_participants_live on room_participants (joined_ms) where left_ms is null;
alter table room_participants set (fillfactor = 50);
