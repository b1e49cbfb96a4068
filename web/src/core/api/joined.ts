import {
  list,
  object,
  oneOf,
  optional,
  otherwise,
  type Parser,
  positive,
  text,
  whole,
} from '../parse';

/** Host or guest of a booking. */
export type Role = 'host' | 'guest';

export const role = oneOf('host', 'guest');

/** A STUN or TURN server, in the shape of WebRTC's RTCIceServer. */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

const iceServer: Parser<IceServer> = (value, where) => {
  const read = object({
    urls: list(text),
    username: optional(text),
    credential: optional(text),
  })(value, where);
  return {
    urls: read.urls,
    ...(read.username !== undefined && { username: read.username }),
    ...(read.credential !== undefined && { credential: read.credential }),
  };
};

/** A seat in a session: what `POST /session/join` answers. */
export const joined = object({
  connection_id: text,
  joined_at_ms: whole,
  heartbeat_every_ms: positive,
  lease_ms: positive,
  role,
  slot: object({ start_s: whole, end_s: whole, grace_mins: whole, min_overlap_mins: whole }),
  now_ms: whole,
  ice_servers: otherwise(list(iceServer), []),
  ice_transport_policy: otherwise(oneOf('all', 'relay'), 'all'),
});

export type Joined = ReturnType<typeof joined>;
