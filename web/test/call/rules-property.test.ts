import { expect, test } from 'vitest';
import { ok } from '../../src/core/result';
import { CallModel } from '../support/call-model';
import { Random, SEED } from '../support/random';
import { RandomCall } from '../support/random-call';
import { seat } from '../support/seats';

const CALLS = 1_000;
const EVENTS = 400;
const FEW = 10;

const random = new Random();

test('holds whatever happens, in any order', () => {
  let connected = 0;
  let left = 0;
  for (let i = 0; i < CALLS; i++) {
    const model = new CallModel(`seed ${SEED} call ${i}`);
    play(model);
    finish(model);
    model.checkTheEnd();
    connected += model.timesConnected;
    left += model.seatsGivenBack;
  }
  // Else the histories above would show little.
  expect(connected, `seed ${SEED}`).toBeGreaterThan(CALLS);
  expect(left, `seed ${SEED}`).toBeGreaterThan(CALLS);
});

function play(model: CallModel): void {
  const draw = new RandomCall(random);
  model.on({ on: 'start' });
  for (let n = random.chance(4) ? random.int(FEW) : random.int(EVENTS); n > 0; n--) {
    model.on(draw.likely(model));
  }
}

/** Hangs up, lets what is under way arrive, and lets time pass. */
function finish(model: CallModel): void {
  model.on({ on: 'hang-up' });
  if (model.joins > 0) {
    model.on({ on: 'join-answered', answer: ok(seat('last')) });
  }
  for (const of of [...model.beats]) {
    model.on({ on: 'beat-answered', seat: of, answer: ok(1) });
  }
  for (const of of [...model.leaves]) {
    model.on({ on: 'leave-answered', seat: of, answer: ok(1) });
  }
  for (const timer of [...model.timers]) {
    model.on({ on: 'time-is-up', timer });
  }
}
