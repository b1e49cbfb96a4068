import type { Signal } from '../call/signal';
import {
  fromJson,
  Malformed,
  object,
  oneOf,
  optional,
  type Parser,
  positive,
  text,
  whole,
} from '../parse';

/** What the service sends; see docs/signalling.md. */
export type Frame =
  | Signal
  | { readonly type: 'opened'; readonly now_ms: number; readonly ends_ms: number }
  | { readonly type: 'peer_joined'; readonly connection_id: string }
  | { readonly type: 'peer_reconnecting' }
  | { readonly type: 'peer_left' }
  | { readonly type: 'heartbeat_ok'; readonly now_ms: number }
  | { readonly type: 'seat_over'; readonly error: string }
  | { readonly type: 'session_over' }
  | { readonly type: 'error'; readonly error: string };

const id = object({ connection_id: text, number: positive });

const candidate: Parser<(Signal & { type: 'candidate' })['candidate']> = (value, where) => {
  const read = object({
    candidate: text,
    sdpMid: optional(text),
    sdpMLineIndex: optional(whole),
    usernameFragment: optional(text),
  })(value, where);
  return {
    candidate: read.candidate,
    ...(read.sdpMid !== undefined && { sdpMid: read.sdpMid }),
    ...(read.sdpMLineIndex !== undefined && { sdpMLineIndex: read.sdpMLineIndex }),
    ...(read.usernameFragment !== undefined && { usernameFragment: read.usernameFragment }),
  };
};

const BY_TYPE: { readonly [K in Frame['type']]: Parser<Omit<Frame & { type: K }, 'type'>> } = {
  offer: object({ id, description: text }),
  answer: object({ id, description: text }),
  candidate: object({ id, candidate }),
  restart: object({}),
  bye: object({}),
  opened: object({ now_ms: whole, ends_ms: whole }),
  peer_joined: object({ connection_id: text }),
  peer_reconnecting: object({}),
  peer_left: object({}),
  heartbeat_ok: object({ now_ms: whole }),
  seat_over: object({ error: text }),
  session_over: object({}),
  error: object({ error: text }),
};

const type = object({ type: oneOf(...(Object.keys(BY_TYPE) as Frame['type'][])) });

const frame: Parser<Frame> = (value, where) => {
  const kind = type(value, where).type;
  return { type: kind, ...BY_TYPE[kind](value, where) } as Frame;
};

/** The frame in this text, or none: a newer service may send what this page does not know. */
export function readFrame(json: string): Frame | undefined {
  try {
    return fromJson(json, frame, 'frame');
  } catch (e) {
    if (e instanceof Malformed) {
      return undefined;
    }
    throw e;
  }
}
