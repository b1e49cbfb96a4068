import { expect, test } from 'vitest';
import { NegotiatingSide } from '../support/negotiating-side';
import { Random, SEED } from '../support/random';

const CALLS = 3_000;
const STEPS = 60;
const ROUNDS = 12;
const MANY = 1_000;

const random = new Random();

test('both sides end in the same description, whatever is lost and crosses', () => {
  let glares = 0;
  for (let i = 0; i < CALLS; i++) {
    const what = `seed ${SEED} call ${i}`;
    const host = new NegotiatingSide('host', what);
    const guest = new NegotiatingSide('guest', what);
    host.meets(guest);
    for (let step = random.int(STEPS); step > 0; step--) {
      chance(random.chance(2) ? host : guest);
      glares += host.hasOffered && guest.hasOffered ? 1 : 0;
    }
    settle(host, guest);
    expect(host.negotiation.agreed, what).toBeDefined();
    expect(host.negotiation.agreed, what).toEqual(guest.negotiation.agreed);
    expect(host.description, what).toBe(guest.description);
    expect(host.isStable && guest.isStable, what).toBe(true);
  }
  expect(glares, `seed ${SEED}: offers did meet`).toBeGreaterThan(CALLS / 10);
});

function chance(side: NegotiatingSide): void {
  const drawn = random.int(12);
  if (drawn === 0) {
    side.on({ on: 'offer-needed', iceRestart: random.chance(2) });
  } else if (drawn === 1) {
    side.timeIsUp();
  } else if (drawn === 2) {
    side.losesASignal();
  } else if (drawn === 3) {
    side.on({ on: 'peer-reconnecting' });
  } else if (drawn === 4) {
    side.on({ on: 'peer-joined' });
  } else if (drawn < 8) {
    side.mediaDoTheirNext();
  } else {
    side.hearsTheNext();
  }
}

/** The network is well again. */
function settle(host: NegotiatingSide, guest: NegotiatingSide): void {
  host.on({ on: 'peer-joined' });
  guest.on({ on: 'peer-joined' });
  deliver(host, guest);
  for (let round = 0; round < ROUNDS; round++) {
    host.timeIsUp();
    deliver(host, guest);
    guest.timeIsUp();
    deliver(host, guest);
  }
}

function deliver(host: NegotiatingSide, guest: NegotiatingSide): void {
  let steps = 0;
  while (
    host.mediaDoTheirNext() ||
    guest.mediaDoTheirNext() ||
    host.hearsTheNext() ||
    guest.hearsTheNext()
  ) {
    steps += 1;
    expect(steps, `seed ${SEED}: it comes to rest`).toBeLessThan(MANY);
  }
}
