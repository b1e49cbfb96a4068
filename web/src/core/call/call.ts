import type { Joined } from '../api/joined';
import type { SessionApi } from '../api/session-api';
import type { LocalMedia } from '../media/local-media';
import type { OpenPeerConnection } from '../media/peer-connection';
import { PeerMedia } from '../media/peer-media';
import { Observable } from '../observable';
import type { Result } from '../result';
import { SignalLine } from '../signalling/signal-line';
import type { OpenSocket } from '../signalling/socket';
import type { Clock } from '../time';
import { Alarms } from './alarms';
import { type CallView, NEW_CALL, viewOf } from './call-view';
import type { Effect } from './effect';
import type { CallEvent } from './event';
import { next } from './rules';
import { type CallState, IDLE } from './state';

/** What a call needs of the world. */
export interface CallParts {
  readonly bookingId: string;
  readonly api: SessionApi;
  readonly local: LocalMedia;
  readonly openConnection: OpenPeerConnection;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly relayOnly: boolean;
}

/**
 * One call of one party: joins, stays present, finds the peer, keeps the media going, leaves. It
 * performs what {@link next} decides and decides nothing itself.
 */
export class Call extends Observable<CallView> {
  private inner: CallState = IDLE;
  private line: SignalLine | undefined;
  private startedAtMs = 0;
  private readonly waiting: CallEvent[] = [];
  private isBusy = false;
  private readonly media: PeerMedia;
  private readonly alarms: Alarms;

  constructor(private readonly parts: CallParts) {
    super(NEW_CALL);
    const { local, openConnection, clock } = parts;
    this.alarms = new Alarms(clock, (timer) => this.post({ on: 'time-is-up', timer }));
    this.media = new PeerMedia(local, openConnection, clock, {
      tell: (event) => this.post(event),
      remote: (remote) => this.set({ remote }),
      audio: () => this.heard(),
    });
  }

  /** Joins as soon as the service lets one; once. */
  start(): void {
    this.startedAtMs = this.parts.clock.nowMs();
    this.post({ on: 'mute', muted: this.parts.local.state.muted });
    this.post({ on: 'start' });
  }

  mute(muted: boolean): void {
    this.post({ on: 'mute', muted });
  }

  /** This device has another network now: brings the media over to it. */
  networkChanged(): void {
    this.post({ on: 'offer-needed', iceRestart: true });
  }

  /** Hangs up and gives the seat up, from every phase. */
  hangUp(): void {
    this.post({ on: 'hang-up' });
  }

  /** The page goes away: there is no time for an answer. */
  goneWithThePage(): void {
    const { seat } = this.inner.presence;
    if (seat.kind === 'held' || seat.kind === 'leaving') {
      this.parts.api.leaveInPassing(seat.joined);
    }
  }

  /** One after the other: an effect may bring on an event before the step is over. */
  private post(event: CallEvent): void {
    this.waiting.push(event);
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    for (let now = this.waiting.shift(); now; now = this.waiting.shift()) {
      this.handle(now);
    }
    this.isBusy = false;
  }

  private handle(event: CallEvent): void {
    const { state, effects } = next(this.inner, event);
    this.inner = state;
    effects.forEach((effect) => {
      this.perform(effect);
    });
    this.set({ ...viewOf(state), ...this.talkTimes() });
  }

  private perform(effect: Effect): void {
    switch (effect.do) {
      case 'join':
        void this.join();
        break;
      case 'beat':
        void this.beat(effect.seat);
        break;
      case 'leave':
        void this.leave(effect.seat);
        break;
      case 'wait':
        this.alarms.start(effect.timer, effect.millis);
        break;
      case 'wait-no-more':
        this.alarms.stop(effect.timer);
        break;
      case 'tell':
        this.set({ quality: effect.quality, receivedBytes: this.media.report.bytes_received });
        break;
      case 'open-signalling':
        this.openLine(effect.seat);
        break;
      case 'send':
        this.line?.send(effect.signal);
        break;
      case 'close-signalling':
        this.line?.close();
        break;
      default:
        this.performMedia(effect);
    }
  }

  /** Media that throw have failed; the rest of the step still counts, a leave above all. */
  private performMedia(effect: Effect): void {
    try {
      this.actOnMedia(effect);
    } catch (e) {
      this.post({ on: 'media-failed', detail: String(e) });
    }
  }

  private actOnMedia(effect: Effect): void {
    switch (effect.do) {
      case 'start-media':
        this.media.start(effect.seat);
        break;
      case 'silence':
        this.media.mute(effect.muted);
        break;
      case 'make-offer':
        this.media.offer(effect.id, effect.iceRestart);
        break;
      case 'make-answer':
        this.media.answer(effect.id, effect.offer);
        break;
      case 'accept':
        this.media.accept(effect.id, effect.answer);
        break;
      case 'add-candidate':
        this.media.addCandidate(effect.candidate);
        break;
      case 'reset-media':
        this.media.reset(effect.seat);
        break;
      case 'close-media':
        this.media.close();
        break;
    }
  }

  private async join(): Promise<void> {
    const answer = await this.parts.api.join(this.parts.relayOnly);
    this.post({ on: 'join-answered', answer });
  }

  /** On the socket where it carries it, else over HTTP. */
  private async beat(seat: Joined): Promise<void> {
    const media = this.media.report;
    const onLine: Result<unknown> | undefined = await this.line?.heartbeat(media);
    const answer = onLine ?? (await this.parts.api.heartbeat(seat, media));
    this.post({ on: 'beat-answered', seat, answer });
  }

  private async leave(seat: Joined): Promise<void> {
    this.post({ on: 'leave-answered', seat, answer: await this.parts.api.leave(seat) });
  }

  private openLine(seat: Joined): void {
    const { bookingId, api, openSocket, clock } = this.parts;
    this.line?.close();
    const tell = (event: CallEvent) => this.line === line && this.post(event);
    const line = new SignalLine(bookingId, seat, () => api.ticket(), openSocket, clock, tell);
    this.line = line;
  }

  private heard(): void {
    if (this.state.clickToAudioMs === undefined) {
      this.set({ clickToAudioMs: this.parts.clock.nowMs() - this.startedAtMs });
    }
  }

  private talkTimes(): Partial<CallView> {
    const nowMs = this.parts.clock.nowMs();
    const { phase } = viewOf(this.inner);
    const isOver = phase?.name === 'Ended' || phase?.name === 'Failed';
    return {
      ...(phase?.name === 'Connected' && { talkFromMs: this.state.talkFromMs ?? nowMs }),
      ...(isOver && { talkUntilMs: this.state.talkUntilMs ?? nowMs }),
    };
  }
}
