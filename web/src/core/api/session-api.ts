import { object, type Parser, text, whole } from '../parse';
import type { Result } from '../result';
import type { ApiRequest, Exchange } from './exchange';
import { type Joined, joined } from './joined';
import type { SignIn } from './sign-in';
import { type Standing, standing } from './standing';

/** What a client says of its media; shown to the operator and the reviewer, decides nothing. */
export interface MediaReport {
  readonly connected: boolean;
  readonly bytes_sent: number;
  readonly bytes_received: number;
}

/** A party's line to the session service, for one booking. */
export class SessionApi {
  constructor(
    private readonly bookingId: string,
    private readonly exchange: Exchange,
    private readonly signIn: SignIn,
  ) {}

  /** Takes one's seat; an older connection of the same wallet ends. */
  join(relayOnly: boolean): Promise<Result<Joined>> {
    const body = { booking_id: this.bookingId, ...(relayOnly && { relay_only: true }) };
    return this.ask({ method: 'POST', path: '/session/join', body }, joined);
  }

  /** Keeps the seat; the service's time in milliseconds. */
  heartbeat(seat: Joined, media: MediaReport): Promise<Result<{ now_ms: number }>> {
    const body = { connection_id: seat.connection_id, media };
    return this.ask(
      { method: 'POST', path: this.path('heartbeat'), body },
      object({ now_ms: whole }),
    );
  }

  /** Gives the seat up; how long the connection lasted. Repeating it changes nothing. */
  leave(seat: Joined): Promise<Result<{ duration_ms: number }>> {
    const body = { connection_id: seat.connection_id };
    return this.ask(
      { method: 'POST', path: this.path('leave'), body },
      object({ duration_ms: whole }),
    );
  }

  /** Leaves while the page goes away: sent once, with the token there is; nobody hears the answer. */
  leaveInPassing(seat: Joined): void {
    const token = this.signIn.token;
    if (token !== undefined) {
      const body = { connection_id: seat.connection_id };
      void this.exchange.once(
        { method: 'POST', path: this.path('leave'), body, token, keepalive: true },
        object({}),
      );
    }
  }

  /** How the session stands; to be asked every half minute or so. */
  standing(): Promise<Result<Standing>> {
    return this.ask({ method: 'GET', path: this.path('standing') }, standing);
  }

  /** For one WebSocket, within 30 s. */
  ticket(): Promise<Result<{ ticket: string }>> {
    return this.ask({ method: 'POST', path: '/auth/ticket', body: {} }, object({ ticket: text }));
  }

  private path(verb: string): string {
    return `/session/${encodeURIComponent(this.bookingId)}/${verb}`;
  }

  private ask<T>(request: ApiRequest, parser: Parser<T>): Promise<Result<T>> {
    return this.signIn.withToken((token) => this.exchange.send({ ...request, token }, parser));
  }
}
