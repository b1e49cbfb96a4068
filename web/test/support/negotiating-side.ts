import { expect } from 'vitest';
import type { Role } from '../../src/core/api/joined';
import type { Effect } from '../../src/core/call/effect';
import type { CallEvent } from '../../src/core/call/event';
import { isStable, type Negotiation } from '../../src/core/call/negotiation';
import { next } from '../../src/core/call/rules';
import type { OfferId, Signal } from '../../src/core/call/signal';
import { IDLE } from '../../src/core/call/state';
import { ok } from '../../src/core/result';
import { seat } from './seats';

/** One side's rules, with media and signals that lie in queues until a test lets them go on. */
export class NegotiatingSide {
  description = 'none';
  private state = IDLE;
  private timerRuns = false;
  private localOffer: OfferId | undefined;
  private other: NegotiatingSide | undefined;
  private readonly mediaWork: (() => void)[] = [];
  private readonly toHear: Signal[] = [];

  constructor(
    role: Role,
    private readonly what: string,
  ) {
    this.on({ on: 'start' });
    this.on({ on: 'join-answered', answer: ok(seat(`${role}-seat`, role)) });
  }

  /** Media that flow: so that retries do not run out, and what is tested is the agreement. */
  meets(peer: NegotiatingSide): void {
    this.other = peer;
    peer.other = this;
    for (const on of ['peer-joined', 'media-up'] as const) {
      this.on({ on });
      peer.on({ on });
    }
  }

  on(event: CallEvent): void {
    const { state, effects } = next(this.state, event);
    this.state = state;
    effects.forEach((effect) => {
      this.perform(effect);
    });
  }

  timeIsUp(): void {
    if (this.timerRuns) {
      this.timerRuns = false;
      this.on({ on: 'time-is-up', timer: 'media' });
    }
  }

  mediaDoTheirNext(): boolean {
    const work = this.mediaWork.shift();
    work?.();
    return work !== undefined;
  }

  hearsTheNext(): boolean {
    const signal = this.toHear.shift();
    if (signal) {
      this.on({ on: 'received', signal });
    }
    return signal !== undefined;
  }

  losesASignal(): void {
    this.toHear.shift();
  }

  get negotiation(): Negotiation {
    return this.state.talk.negotiation;
  }

  get hasOffered(): boolean {
    return this.negotiation.turn.kind === 'offered';
  }

  get isStable(): boolean {
    return isStable(this.negotiation);
  }

  private perform(effect: Effect): void {
    if (effect.do === 'send') {
      this.other?.toHear.push(effect.signal);
    } else if (effect.do === 'make-offer') {
      this.mediaWork.push(() => this.offer(effect.id));
    } else if (effect.do === 'make-answer') {
      this.mediaWork.push(() => this.answer(effect.id, effect.offer));
    } else if (effect.do === 'accept') {
      this.mediaWork.push(() => this.accept(effect.id, effect.answer));
    } else if (effect.do === 'wait' && effect.timer === 'media') {
      this.timerRuns = true;
    } else if (effect.do === 'wait-no-more' && effect.timer === 'media') {
      this.timerRuns = false;
    }
  }

  private offer(id: OfferId): void {
    this.localOffer = id;
    this.made(id, `offer ${nameOf(id)}`);
  }

  private answer(id: OfferId, offer: string): void {
    this.localOffer = undefined;
    this.description = `${offer} / answer ${nameOf(id)}`;
    this.made(id, `answer ${nameOf(id)}`);
  }

  /** WebRTC takes an answer only to the offer that is its local description. */
  private accept(id: OfferId, answer: string): void {
    expect(this.localOffer, this.what).toEqual(id);
    this.localOffer = undefined;
    this.description = `offer ${nameOf(id)} / ${answer}`;
  }

  private made(id: OfferId, description: string): void {
    this.on({ on: 'described', id, description });
    this.on({ on: 'candidate-found', id, candidate: { candidate: 'candidate' } });
  }
}

const nameOf = (id: OfferId): string => `${id.connection_id} ${id.number}`;
