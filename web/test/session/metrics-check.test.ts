import { keccak256, stringToHex } from 'viem';
import { expect, test } from 'vitest';
import vectors from '../../../escrow/src/test/resources/metrics-vectors.json';
import { type Attested, checkMetrics, isAllRight } from '../../src/core/session/metrics-check';
import { attestedWith } from '../support/bookings';

const keccak = (text: string): string => keccak256(stringToHex(text));

const checked = (json: string, against: Attested) => checkMetrics(json, against, keccak(json));

const [completed] = vectors.vectors;
if (!completed) {
  throw new Error('there are no vectors');
}
const CHAIN = 1337;
const booking = attestedWith({ metrics_hash: completed.hash });
const attested = { booking, chainId: CHAIN, outcome: 'Completed' };

test('what the chain committed to is all right', () => {
  const check = checked(completed.canonical, attested);
  expect(check).toEqual({
    computedHash: completed.hash,
    isHashRight: true,
    isAboutThis: true,
    isOutcomeRight: true,
    outcome: 'Completed',
  });
  expect(isAllRight(check)).toBe(true);
});

test('a changed byte is another hash', () => {
  const check = checked(`${completed.canonical} `, attested);
  expect(check.isHashRight).toBe(false);
  expect(isAllRight(check)).toBe(false);
});

test('another outcome than the attested one is told', () => {
  const check = checked(completed.canonical, { ...attested, outcome: 'NoShowHost' });
  expect(check).toMatchObject({ isHashRight: true, isOutcomeRight: false, outcome: 'Completed' });
});

test.each([
  ['booking', { booking_id: 8 }],
  ['host', { host: booking.guest }],
  ['slot', { slot: { ...booking.slot, grace_mins: 11 } }],
  ['escrow', { escrow: booking.host }],
])('metrics of another %s are told', (_, members) => {
  const other = { ...attested, booking: { ...booking, ...members } };
  expect(checked(completed.canonical, other).isAboutThis).toBe(false);
});

test('an override says who forced it and why', () => {
  const forced = JSON.stringify({
    ...completed.payload,
    schema: 'session-override/1',
    operator: booking.host,
    reason: 'The service was down.',
  });
  const against = { ...attested, booking: { ...booking, metrics_hash: keccak(forced) } };
  expect(checked(forced, against)).toMatchObject({
    isHashRight: true,
    isAboutThis: true,
    forced: { operator: booking.host, reason: 'The service was down.' },
  });
});

test('what is no metrics is about nothing, whatever its hash', () => {
  const against = { ...attested, booking: { ...booking, metrics_hash: keccak('{}') } };
  expect(checked('{}', against)).toMatchObject({
    isHashRight: true,
    isAboutThis: false,
    isOutcomeRight: false,
  });
});
