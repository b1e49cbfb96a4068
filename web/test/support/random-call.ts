import type { Joined, Role } from '../../src/core/api/joined';
import type { CallEvent } from '../../src/core/call/event';
import type { OfferId, Signal } from '../../src/core/call/signal';
import { ok, type Result, refused, unreachable } from '../../src/core/result';
import type { CallModel } from './call-model';
import type { Random } from './random';
import { seat } from './seats';

/** Draws events, whether they make sense or not. */
export class RandomCall {
  private seats = 0;

  constructor(private readonly random: Random) {}

  /** Half of the time an answer or a timer that is due, if there is one. */
  likely(model: CallModel): CallEvent {
    const due: CallEvent[] = [
      ...(model.joins > 0 ? [this.joinAnswer()] : []),
      ...model.beats.map(
        (of): CallEvent => ({
          on: 'beat-answered',
          seat: of,
          answer: this.answer(),
        }),
      ),
      ...model.leaves.map(
        (of): CallEvent => ({
          on: 'leave-answered',
          seat: of,
          answer: this.answer(),
        }),
      ),
      ...[...model.timers].map((timer): CallEvent => ({ on: 'time-is-up', timer })),
    ];
    return due.length === 0 || this.random.chance(2) ? this.noise() : this.random.one(due);
  }

  joinAnswer(): CallEvent {
    return { on: 'join-answered', answer: this.join() };
  }

  private join(): Result<Joined> {
    switch (this.random.int(40)) {
      case 0:
        return refused(409, 'session_over');
      case 1:
        return refused(403, 'not_a_participant');
      case 2:
      case 3:
        return refused(409, 'too_early_to_join');
      case 4:
      case 5:
        return refused(503, 'database_unavailable');
      case 6:
      case 7:
        return unreachable('no line');
      default:
        this.seats += 1;
        return ok(seat(`c${this.seats}`, this.random.one<Role>(['host', 'guest'])));
    }
  }

  private answer(): Result<unknown> {
    switch (this.random.int(30)) {
      case 0:
        return refused(409, 'connection_replaced');
      case 1:
      case 2:
        return refused(409, 'lease_over');
      case 3:
      case 4:
        return refused(429, 'rate_limited');
      case 5:
      case 6:
        return unreachable('no line');
      default:
        return ok(1);
    }
  }

  private noise(): CallEvent {
    const { random } = this;
    const of = seat(`c${random.int(this.seats + 1)}`);
    switch (random.int(24)) {
      case 0:
        return { on: 'start' };
      case 1:
        return { on: 'mute', muted: random.chance(2) };
      case 2:
        return { on: 'beat-answered', seat: of, answer: this.answer() };
      case 3:
        return { on: 'peer-reconnecting' };
      case 4:
        return { on: 'peer-left' };
      case 5:
      case 6:
      case 7:
        return { on: 'media-up' };
      case 8:
        return { on: 'media-down' };
      case 9:
        return { on: 'offer-needed', iceRestart: random.chance(2) };
      case 10:
        return { on: 'described', id: this.id(), description: 'made' };
      case 11:
        return { on: 'not-described', id: this.id(), detail: 'failed' };
      case 12:
        return { on: 'candidate-found', id: this.id(), candidate: { candidate: 'found' } };
      case 13:
        return { on: 'quality-seen', quality: { roundTripMs: 20, lossPercent: 0 } };
      case 14:
        return { on: 'seat-over', seat: of, code: 'lease_over' };
      case 15:
        return this.rare({ on: 'session-over' });
      case 16:
        return this.rare({ on: 'media-failed', detail: 'broken' });
      case 17:
        return this.rare({ on: 'hang-up' });
      case 18:
      case 19:
      case 20:
        return { on: 'received', signal: this.signal() };
      default:
        return { on: 'peer-joined' };
    }
  }

  private rare(event: CallEvent): CallEvent {
    return this.random.chance(20) ? event : { on: 'peer-joined' };
  }

  private signal(): Signal {
    return this.random.one<Signal>([
      { type: 'offer', id: this.id(), description: 'offer' },
      { type: 'answer', id: this.id(), description: 'answer' },
      { type: 'candidate', id: this.id(), candidate: { candidate: 'candidate' } },
      { type: 'restart' },
      { type: 'bye' },
    ]);
  }

  private id(): OfferId {
    return {
      connection_id: `c${this.random.int(this.seats + 1)}`,
      number: 1 + this.random.int(4),
    };
  }
}
