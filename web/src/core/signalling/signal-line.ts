import type { Joined } from '../api/joined';
import type { MediaReport } from '../api/session-api';
import type { SeatEvent, TalkEvent } from '../call/event';
import type { Signal } from '../call/signal';
import { ok, type Result } from '../result';
import type { Clock } from '../time';
import { type Frame, readFrame } from './frames';
import { CLOSED, pauseMsBefore, reopens } from './reopening';
import type { OpenSocket, Socket } from './socket';

/** What the line tells: the peer and the session, and that the seat is over. */
export type LineEvent = TalkEvent | (SeatEvent & { on: 'seat-over' });

/** A one-time ticket for a socket. */
export type GetTicket = () => Promise<Result<{ ticket: string }>>;

/** Between asking for a socket and its first frame. */
const OPENING_PATIENCE_MS = 5_000;

/** From a heartbeat on the socket to its answer; after that it is sent over HTTP instead. */
const BEAT_PATIENCE_MS = 2_000;

type Beat = (answer: Result<unknown> | undefined) => void;

/**
 * One seat's way to the peer through the service: keeps a socket open until it is closed, with
 * growing pauses between attempts. What is sent while there is none is lost.
 */
export class SignalLine {
  private socket: Socket | undefined;
  private isOpen = false;
  private isClosed = false;
  private attempts = 0;
  private peer: string | undefined;
  private beat: Beat | undefined;
  private stopWaiting: () => void = () => {};

  constructor(
    private readonly bookingId: string,
    private readonly seat: Joined,
    private readonly ticket: GetTicket,
    private readonly openSocket: OpenSocket,
    private readonly clock: Clock,
    private readonly tell: (event: LineEvent) => void,
  ) {
    void this.open();
  }

  send(signal: Signal): void {
    if (this.isOpen) {
      this.socket?.send(JSON.stringify(signal));
    }
  }

  /** Keeps the seat; undefined where the socket does not carry it. */
  heartbeat(media: MediaReport): Promise<Result<unknown> | undefined> {
    if (!this.isOpen) {
      return Promise.resolve(undefined);
    }
    this.beat?.(undefined);
    const answer = this.nextBeat();
    this.socket?.send(JSON.stringify({ type: 'heartbeat', media }));
    return answer;
  }

  private nextBeat(): Promise<Result<unknown> | undefined> {
    return new Promise((resolve) => {
      const stop = this.clock.after(BEAT_PATIENCE_MS, () => this.drop());
      this.beat = (answer) => {
        stop();
        this.beat = undefined;
        resolve(answer);
      };
    });
  }

  /** Ends it, once what was sent is on its way. */
  close(): void {
    this.isClosed = true;
    this.forget();
  }

  private async open(): Promise<void> {
    this.attempts += 1;
    const answer = await this.ticket();
    if (this.isClosed) {
      return;
    }
    if (answer.kind !== 'ok') {
      this.openLater(CLOSED.cut);
      return;
    }
    this.connect(this.path(answer.value.ticket));
  }

  private connect(path: string): void {
    const mine: Socket = this.openSocket(path, {
      received: (text) => this.socket === mine && this.received(text),
      closed: (code) => this.socket === mine && this.lost(code),
    });
    this.socket = mine;
    this.stopWaiting = this.clock.after(OPENING_PATIENCE_MS, () => this.drop());
  }

  private path(ticket: string): string {
    const query = new URLSearchParams({ connection: this.seat.connection_id, ticket });
    return `/session/${encodeURIComponent(this.bookingId)}/signal?${query}`;
  }

  private received(text: string): void {
    const frame = readFrame(text);
    if (frame) {
      this.read(frame);
    }
  }

  private read(frame: Frame): void {
    switch (frame.type) {
      case 'opened':
        this.opened();
        break;
      case 'peer_joined':
        this.peerJoined(frame.connection_id);
        break;
      case 'peer_reconnecting':
        this.tell({ on: 'peer-reconnecting' });
        break;
      case 'peer_left':
        this.peer = undefined;
        this.tell({ on: 'peer-left' });
        break;
      case 'heartbeat_ok':
        this.beat?.(ok(frame.now_ms));
        break;
      case 'seat_over':
        this.seatOver(frame.error);
        break;
      case 'session_over':
        this.tell({ on: 'session-over' });
        break;
      case 'error':
        // A signal that nobody took: lost, as any may be. After all others the socket closes.
        break;
      default:
        this.tell({ on: 'received', signal: frame });
    }
  }

  private opened(): void {
    this.stopWaiting();
    this.isOpen = true;
    this.attempts = 0;
  }

  /** Another seat than the last is a peer that knows nothing; its leaving may have been missed. */
  private peerJoined(connectionId: string): void {
    if (this.peer !== undefined && this.peer !== connectionId) {
      this.tell({ on: 'peer-left' });
    }
    this.peer = connectionId;
    this.tell({ on: 'peer-joined' });
  }

  private seatOver(code: string): void {
    this.close();
    this.tell({ on: 'seat-over', seat: this.seat, code });
  }

  /** The socket says nothing: a new one is opened. */
  private drop(): void {
    const silent = this.socket;
    this.lost(CLOSED.cut);
    silent?.close();
  }

  private lost(code: number): void {
    this.forgetSocket();
    if (!this.isClosed && reopens(code)) {
      this.openLater(code);
    }
  }

  private openLater(code: number): void {
    const millis = pauseMsBefore(this.attempts + 1, code);
    this.stopWaiting = this.clock.after(millis, () => void this.open());
  }

  private forget(): void {
    const last = this.socket;
    this.forgetSocket();
    last?.close();
  }

  private forgetSocket(): void {
    this.stopWaiting();
    this.socket = undefined;
    this.isOpen = false;
    this.beat?.(undefined);
  }
}
