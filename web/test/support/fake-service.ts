import type { ApiRequest, Transport } from '../../src/core/api/exchange';
import type { Joined, Role } from '../../src/core/api/joined';
import type { OpenSocket, SocketEvents } from '../../src/core/signalling/socket';
import type { Clock } from '../../src/core/time';

type Answer = { readonly status: number; readonly body: string };
type Body = Readonly<Record<string, unknown>>;

interface FakeSocket {
  readonly seat: FakeSeat;
  readonly events: SocketEvents;
}

interface FakeSeat {
  readonly id: string;
  readonly wallet: string;
  readonly role: Role;
  seenMs: number;
  over: string;
}

const MINUTE_MS = 60_000;
const LEASE_MS = 15_000;
const HEARTBEAT_MS = 5_000;
const TOKEN_MS = 600_000;

/** What docs/http.md and docs/signalling.md say of a session of two, in memory. */
export class FakeService {
  static readonly HOST = '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65';
  static readonly GUEST = '0x14dC79964da2C08b23698B3D3cc7Ca32193d9955';
  static readonly DOMAIN = 'localhost:8080';

  /** Whether it answers at all. */
  isAway = false;
  /** Whether sockets open; HTTP goes on. */
  takesSockets = true;
  /** Whether sockets answer heartbeats. */
  answersOnSockets = true;
  readonly asked: string[] = [];
  startMs: number;
  private readonly seats: FakeSeat[] = [];
  private readonly tickets = new Map<string, string>();
  private readonly access = new Map<string, string>();
  private readonly refresh = new Map<string, string>();
  private sockets: FakeSocket[] = [];
  private made = 0;

  constructor(
    private readonly clock: Clock,
    private readonly domain = FakeService.DOMAIN,
  ) {
    this.startMs = clock.nowMs() - MINUTE_MS;
  }

  readonly transport: Transport = async (request) => {
    this.asked.push(`${request.method} ${request.path}`);
    if (this.isAway) {
      throw new TypeError('no connection');
    }
    return this.answer(request);
  };

  readonly openSocket: OpenSocket = (path, events) => {
    const { searchParams } = new URL(path, 'http://service');
    const wallet = this.tickets.get(searchParams.get('ticket') ?? '');
    this.tickets.delete(searchParams.get('ticket') ?? '');
    const seat = this.seats.find((each) => each.id === searchParams.get('connection'));
    const isLetIn = !this.isAway && this.takesSockets && seat?.wallet === wallet && !seat?.over;
    const socket = seat && isLetIn ? { seat, events } : undefined;
    this.clock.after(0, () => (socket ? this.opened(socket) : events.closed(1006)));
    return {
      send: (text) => socket && this.sockets.includes(socket) && this.received(socket, text),
      close: () => socket && this.drop(socket),
    };
  };

  /** Ends access tokens, as time would. */
  forgetAccess(): void {
    this.access.clear();
  }

  /** Cuts every socket of that role. */
  cut(role: Role, code = 1006): void {
    for (const socket of this.sockets.filter(({ seat }) => seat.role === role)) {
      this.drop(socket);
      socket.events.closed(code);
    }
  }

  /** Seats that are held, by role. */
  get present(): readonly Role[] {
    return this.seats.filter((seat) => this.isHeld(seat)).map(({ role }) => role);
  }

  seatsOf(role: Role): readonly FakeSeat[] {
    return this.seats.filter((seat) => seat.role === role);
  }

  answer({ method, path, body, token }: ApiRequest): Answer {
    const given = (body ?? {}) as Body;
    const verb = path.split('/').at(-1);
    switch (`${method} ${path.replace(/^\/session\/[^/]+\/(\w+)$/, '/session/*/$1')}`) {
      case 'GET /about':
        return done({ chain_id: 31_337, accounts: ACCOUNTS });
      case `GET /bookings/${verb}`:
        return done({ ...PARTIES, status: 'booked', slot: this.slot() });
      case 'POST /auth/nonce':
        return done({ ...CHALLENGE, domain: this.domain, uri: `http://${this.domain}` });
      case 'POST /auth/verify':
        return this.verify(given);
      case 'POST /auth/refresh':
        return this.renew(given);
      case 'POST /auth/logout':
        return done({ ok: true });
      default:
        return this.asParty(`${method} ${verb}`, this.access.get(token ?? ''), given);
    }
  }

  private asParty(what: string, wallet: string | undefined, body: Body): Answer {
    if (wallet === undefined) {
      return problem(401, 'token_expired');
    }
    switch (what) {
      case 'POST ticket':
        return done({ ticket: this.give(this.tickets, wallet), expires_at_ms: 0 });
      case 'POST join':
        return this.join(wallet, body);
      case 'POST heartbeat':
        return this.heartbeat(wallet, body);
      case 'POST leave':
        return this.leave(wallet, body);
      case 'GET standing':
        return done(this.standing(wallet));
      default:
        return problem(404, 'not_found');
    }
  }

  /** Anybody's signature is the message and the address. */
  private verify({ message, signature }: Body): Answer {
    const wallet = String(message).split('\n')[1] ?? '';
    const known = String(message).startsWith(`${this.domain} wants you to sign in`);
    return known && String(signature).startsWith('0x')
      ? done(this.tokens(wallet))
      : problem(401, 'bad_signature');
  }

  private renew(body: Body): Answer {
    const token = String(body.refresh_token);
    const wallet = this.refresh.get(token);
    this.refresh.delete(token);
    return wallet ? done(this.tokens(wallet)) : problem(401, 'refresh_invalid');
  }

  private tokens(wallet: string): Body {
    return {
      access_token: this.give(this.access, wallet),
      refresh_token: this.give(this.refresh, wallet),
      expires_at_ms: this.clock.nowMs() + TOKEN_MS,
      expires_in_ms: TOKEN_MS,
      wallet,
    };
  }

  private give(to: Map<string, string>, wallet: string): string {
    this.made += 1;
    const name = `t${this.made}`;
    to.set(name, wallet);
    return name;
  }

  private join(wallet: string, body: Body): Answer {
    const role = roleOf(wallet);
    const nowMs = this.clock.nowMs();
    if (role === undefined) {
      return problem(403, 'not_a_participant');
    }
    if (nowMs < this.startMs - 5 * MINUTE_MS) {
      return problem(409, 'too_early_to_join');
    }
    if (body.relay_only === true) {
      return problem(409, 'relay_unavailable');
    }
    this.seatsOf(role).forEach((seat) => {
      this.end(seat, 'connection_replaced');
    });
    this.made += 1;
    const seat: FakeSeat = { id: `seat-${this.made}`, wallet, role, seenMs: nowMs, over: '' };
    this.seats.push(seat);
    return done(this.joined(seat));
  }

  private joined(seat: FakeSeat): Joined {
    return {
      connection_id: seat.id,
      joined_at_ms: seat.seenMs,
      heartbeat_every_ms: HEARTBEAT_MS,
      lease_ms: LEASE_MS,
      role: seat.role,
      slot: this.slot(),
      now_ms: seat.seenMs,
      ice_servers: [],
      ice_transport_policy: 'all',
    };
  }

  private slot(): Joined['slot'] {
    const start_s = Math.floor(this.startMs / 1_000);
    return { start_s, end_s: start_s + 1_800, grace_mins: 10, min_overlap_mins: 20 };
  }

  private heartbeat(wallet: string, { connection_id }: Body): Answer {
    const seat = this.seatNamed(wallet, connection_id);
    if (!seat) {
      return problem(404, 'connection_not_found');
    }
    const over = this.beat(seat);
    return over ? problem(409, over) : done({ ok: true, now_ms: this.clock.nowMs() });
  }

  /** Empty where it counted. */
  private beat(seat: FakeSeat): string {
    if (!this.isHeld(seat)) {
      seat.over ||= 'lease_over';
      return seat.over;
    }
    seat.seenMs = this.clock.nowMs();
    return '';
  }

  private leave(wallet: string, { connection_id }: Body): Answer {
    const seat = this.seatNamed(wallet, connection_id);
    if (!seat) {
      return problem(404, 'connection_not_found');
    }
    this.end(seat, 'left');
    return done({ ok: true, duration_ms: 1 });
  }

  private seatNamed(wallet: string, id: unknown): FakeSeat | undefined {
    return this.seats.find((seat) => seat.id === id && seat.wallet === wallet);
  }

  private isHeld(seat: FakeSeat): boolean {
    return seat.over === '' && this.clock.nowMs() - seat.seenMs <= LEASE_MS;
  }

  private end(seat: FakeSeat, why: string): void {
    const wasHeld = this.isHeld(seat);
    seat.over ||= why;
    if (wasHeld) {
      this.tellPeerOf(seat.role, { type: 'peer_left' });
    }
    for (const socket of this.sockets.filter((each) => each.seat === seat)) {
      say(socket, { type: 'seat_over', error: seat.over });
      this.sockets = this.sockets.filter((each) => each !== socket);
      socket.events.closed(4001);
    }
  }

  private opened(socket: FakeSocket): void {
    this.sockets.push(socket);
    socket.seat.seenMs = this.clock.nowMs();
    say(socket, {
      type: 'opened',
      now_ms: this.clock.nowMs(),
      ends_ms: this.startMs + 30 * MINUTE_MS,
    });
    for (const peer of this.peersOf(socket.seat.role)) {
      say(socket, { type: 'peer_joined', connection_id: peer.seat.id });
      say(peer, { type: 'peer_joined', connection_id: socket.seat.id });
    }
  }

  private drop(socket: FakeSocket): void {
    if (this.sockets.includes(socket)) {
      this.sockets = this.sockets.filter((each) => each !== socket);
      this.tellPeerOf(socket.seat.role, { type: 'peer_reconnecting' });
    }
  }

  private received(socket: FakeSocket, text: string): void {
    const frame = JSON.parse(text) as Body;
    if (frame.type !== 'heartbeat') {
      this.tellPeerOf(socket.seat.role, frame);
    } else if (this.answersOnSockets) {
      const over = this.beat(socket.seat);
      say(
        socket,
        over
          ? { type: 'seat_over', error: over }
          : { type: 'heartbeat_ok', now_ms: this.clock.nowMs() },
      );
    }
  }

  private tellPeerOf(role: Role, frame: Body): void {
    for (const peer of this.peersOf(role)) {
      say(peer, frame);
    }
  }

  private peersOf(role: Role): readonly FakeSocket[] {
    return this.sockets.filter(({ seat }) => seat.role !== role);
  }

  private standing(wallet: string): Body {
    const role = roleOf(wallet) ?? 'guest';
    const held = (of: Role) => this.seatsOf(of).some((seat) => this.isHeld(seat));
    const both = { outcome: 'Completed', decided_at_ms: this.startMs + 20 * MINUTE_MS };
    return {
      role,
      at_ms: this.clock.nowMs(),
      overlap_ms: 372_000,
      needed_ms: 20 * MINUTE_MS,
      counted: held(role),
      other_counted: held(role === 'host' ? 'guest' : 'host'),
      state: 'open',
      host_missing_ms: 0,
      guest_missing_ms: 0,
      if_both_stay: both,
      if_i_leave: { ...both, outcome: role === 'host' ? 'NoShowHost' : 'NoShowGuest' },
      if_both_leave: { reason: 'presence_unknown' },
    };
  }
}

const PARTIES = { host: FakeService.HOST, guest: FakeService.GUEST };

const ACCOUNTS = [
  { name: 'owner', address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266' },
  { name: 'host-1', address: '0x90F79bf6EB2c4f870365E785982E1f101E93b906' },
  { name: 'host-2', address: FakeService.HOST },
  { name: 'guest-1', address: '0x976EA74026E726554dB657fA54763abd0C3a0aa9' },
  { name: 'guest-2', address: FakeService.GUEST },
];

const CHALLENGE = {
  nonce: 'nonce-of-17-chars',
  chain_id: 31_337,
  version: '1',
  statement: 'Sign in to Session Settlement.',
};

const roleOf = (wallet: string): Role | undefined =>
  wallet === FakeService.HOST ? 'host' : wallet === FakeService.GUEST ? 'guest' : undefined;

const done = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });

const problem = (status: number, error: string): Answer => ({
  status,
  body: JSON.stringify({ error, detail: error }),
});

const say = (socket: FakeSocket, frame: object): void =>
  socket.events.received(JSON.stringify(frame));
