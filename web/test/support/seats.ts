import type { Joined, Role } from '../../src/core/api/joined';

/** A seat as a join gives it. */
export const seat = (connection_id: string, role: Role = 'host'): Joined => ({
  connection_id,
  joined_at_ms: 0,
  heartbeat_every_ms: 5_000,
  lease_ms: 15_000,
  role,
  slot: { start_s: 0, end_s: 1_800, grace_mins: 10, min_overlap_mins: 20 },
  now_ms: 0,
  ice_servers: [],
  ice_transport_policy: 'all',
});
