import type { Joined } from '../../src/core/api/joined';
import type { Effect, Timer } from '../../src/core/call/effect';
import type { CallEvent } from '../../src/core/call/event';
import type { Phase } from '../../src/core/call/phase';
import { next } from '../../src/core/call/rules';
import { IDLE, phaseOf } from '../../src/core/call/state';
import type { Result } from '../../src/core/result';

/** The world around a call, as simple as can be; complains where the call does what it must not. */
export class CallModel {
  readonly timers = new Set<Timer>();
  readonly beats: Joined[] = [];
  readonly leaves: Joined[] = [];
  joins = 0;
  timesConnected = 0;
  seatsGivenBack = 0;
  private state = IDLE;
  private isPeerThere = false;
  private mediaClosed = 0;
  private readonly seats = new Map<string, Joined>();

  constructor(private readonly what: string) {}

  on(event: CallEvent): void {
    const before = phaseOf(this.state);
    this.seeEvent(event);
    const { state, effects } = next(this.state, event);
    this.state = state;
    for (const effect of effects) {
      this.seeEffect(effect);
      if (isOver(before)) {
        this.must(this.mayFollowTheEnd(effect), `${effect.do} after the end`);
      }
    }
    this.check(before, event);
  }

  checkTheEnd(): void {
    this.must(this.seats.size === 0, 'every seat was given back');
    this.must(this.timers.size === 0, 'nothing runs on');
    this.must(this.state.presence.seat.kind === 'over', 'the seat is over');
    this.must(this.mediaClosed === 1, 'the media are closed');
  }

  /** Asked a million times: an assertion library is too slow for that. */
  private must(holds: boolean, what: string): void {
    if (!holds) {
      throw new Error(`${this.what}: ${what}`);
    }
  }

  private seeEvent(event: CallEvent): void {
    switch (event.on) {
      case 'time-is-up':
        this.timers.delete(event.timer);
        this.leaseMayBeOver(event.timer);
        break;
      case 'join-answered':
        this.joinAnswered(event.answer);
        break;
      case 'beat-answered':
        remove(this.beats, event.seat);
        this.gone(event.seat, isFinal(event.answer));
        break;
      case 'leave-answered':
        remove(this.leaves, event.seat);
        this.gone(event.seat, event.answer.kind === 'ok' || isFinal(event.answer));
        break;
      case 'seat-over':
        this.gone(event.seat, true);
        break;
      case 'peer-joined':
        this.isPeerThere = true;
        break;
      case 'peer-left':
        this.isPeerThere = false;
        break;
      case 'received':
        this.isPeerThere &&= event.signal.type !== 'bye';
        break;
    }
  }

  private joinAnswered(answer: Result<Joined>): void {
    if (this.joins > 0) {
      this.joins -= 1;
      if (answer.kind === 'ok') {
        this.seats.set(answer.value.connection_id, answer.value);
      }
    }
  }

  private leaseMayBeOver(timer: Timer): void {
    const { seat } = this.state.presence;
    if (timer === 'lease' && seat.kind === 'leaving') {
      this.gone(seat.joined, true);
    }
  }

  private gone(seat: Joined, isKnown: boolean): void {
    if (isKnown && this.seats.delete(seat.connection_id)) {
      this.seatsGivenBack += 1;
    }
  }

  private seeEffect(effect: Effect): void {
    switch (effect.do) {
      case 'join':
        this.joins += 1;
        break;
      case 'beat':
        this.beats.push(effect.seat);
        break;
      case 'leave':
        this.must(this.seats.has(effect.seat.connection_id), 'leaves a seat that is not gone');
        this.leaves.push(effect.seat);
        break;
      case 'wait':
        this.timers.add(effect.timer);
        break;
      case 'wait-no-more':
        this.timers.delete(effect.timer);
        break;
      case 'close-media':
        this.mediaClosed += 1;
        break;
      case 'open-signalling':
        this.isPeerThere = false;
        break;
    }
  }

  private check(before: Phase, event: CallEvent): void {
    const now = phaseOf(this.state);
    const isJoined = this.seats.size > 0 && this.state.presence.wanted;
    const where = `${event.on} in ${before.name}`;
    this.must(this.timers.has('heartbeat') === isJoined, `beats while present, ${where}`);
    this.must(this.joins <= (isJoined ? 0 : 1), `one join at a time, ${where}`);
    this.must(this.leaves.length <= 1, `one leave at a time, ${where}`);
    this.must(this.seats.size <= 1, `one seat at a time, ${where}`);
    this.must(this.mediaClosed === (isOver(now) ? 1 : 0), `media closed once, ${where}`);
    this.must(!isOver(before) || now === before, `an end is an end, ${where}`);
    if (now.name === 'Connected') {
      this.must(this.isPeerThere, `connected with a peer, ${where}`);
      this.timesConnected += before.name === 'Connected' ? 0 : 1;
    }
  }

  private mayFollowTheEnd(effect: Effect): boolean {
    const isOfLeaving =
      effect.do === 'leave' ||
      effect.do === 'wait-no-more' ||
      (effect.do === 'wait' && (effect.timer === 'leave' || effect.timer === 'lease'));
    const { outcome } = this.state;
    const stays = outcome?.name === 'Failed' && outcome.reason === 'MEDIA';
    return isOfLeaving || (stays && isOfStaying(effect));
  }
}

const isOfStaying = (effect: Effect): boolean =>
  effect.do === 'join' ||
  effect.do === 'beat' ||
  (effect.do === 'wait' && (effect.timer === 'heartbeat' || effect.timer === 'join'));

const isOver = ({ name }: Phase): boolean => name === 'Ended' || name === 'Failed';

const isFinal = (answer: Result<unknown>): boolean =>
  answer.kind === 'refused' && answer.status === 409;

function remove(from: Joined[], seat: Joined): void {
  const at = from.findIndex((each) => each.connection_id === seat.connection_id);
  if (at >= 0) {
    from.splice(at, 1);
  }
}
