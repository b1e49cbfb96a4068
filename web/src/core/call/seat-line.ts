import type { Joined } from '../api/joined';
import type { MediaReport, SessionApi } from '../api/session-api';
import type { SignalLine } from '../signalling/signal-line';
import type { SeatEvent } from './event';

/** Asks the service about the seat, and brings each answer back as an event. */
export class SeatLine {
  constructor(
    private readonly api: SessionApi,
    private readonly relayOnly: boolean,
    private readonly tell: (event: SeatEvent) => void,
  ) {}

  async join(): Promise<void> {
    this.tell({ on: 'join-answered', answer: await this.api.join(this.relayOnly) });
  }

  /** On the socket where that carries it, else over HTTP. */
  async beat(seat: Joined, media: MediaReport, line: SignalLine | undefined): Promise<void> {
    const onSocket = await line?.heartbeat(media);
    const answer = onSocket ?? (await this.api.heartbeat(seat, media));
    this.tell({ on: 'beat-answered', seat, answer });
  }

  async leave(seat: Joined): Promise<void> {
    this.tell({ on: 'leave-answered', seat, answer: await this.api.leave(seat) });
  }
}
