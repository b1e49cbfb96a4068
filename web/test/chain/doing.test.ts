import { expect, test } from 'vitest';
import type { Sending, Sent } from '../../src/core/account/account';
import type { Receipt } from '../../src/core/chain/chain';
import type { Deed } from '../../src/core/chain/deed';
import { type DeedLine, Doing, isAllDone } from '../../src/core/chain/doing';
import { ok, type Result, refused } from '../../src/core/result';

const deed = (kind: string): Deed => ({ kind, calls: [], pays: 0n });
const TOKEN = '0x20c0000000000000000000000000000000000001';
const LANDED = ok<Receipt>({ block: 17n, hasSucceeded: true });

/** A line that takes everything, unless told otherwise; notes how often it is asked to sign. */
class FakeLine implements DeedLine {
  planned: Result<never> | undefined;
  signed: Result<Sent>[] = [];
  landings: Result<Receipt>[] = [];
  readonly plannedKinds: string[][] = [];
  signatures = 0;

  async plan(deeds: readonly Deed[]) {
    this.plannedKinds.push(deeds.map(({ kind }) => kind));
    const sending = { calls: [], gas: 1n, maxFeePerGas: 1n, feeToken: TOKEN } as const;
    const plan = { sendings: deeds.map(() => sending), fee: 42n, feeToken: TOKEN } as const;
    return this.planned ?? ok(plan);
  }

  async sign(_: Sending): Promise<Result<Sent>> {
    this.signatures += 1;
    return this.signed.shift() ?? ok({ hash: `0x${this.signatures}` });
  }

  async landed(_: Sent, heard: (isHeard: boolean) => void) {
    heard(false);
    heard(true);
    return this.landings.shift() ?? LANDED;
  }

  whyReverted = async () => 'ALREADY_BOOKED';
}

/** Every step that it tells of. */
function followed(doing: Doing): string[] {
  const steps: string[] = [];
  doing.subscribe(() => steps.push(doing.state.step));
  return steps;
}

test('shows the fee before anything is signed, and is done only once it is in a block', async () => {
  const line = new FakeLine();
  const doing = new Doing([deed('book')], line);
  const steps = followed(doing);
  await doing.ask();
  expect(doing.state).toMatchObject({ step: 'ready', fee: 42n });
  expect(line.signatures).toBe(0);
  await doing.sign();
  expect(steps).toEqual(['asking', 'ready', 'signing', 'sent', 'sent', 'sent', 'done']);
  expect(doing.state).toMatchObject({ hash: '0x1', block: 17n, finished: 1 });
  expect(isAllDone(doing.state)).toBe(true);
});

test('signs nothing that was not shown', async () => {
  const line = new FakeLine();
  const doing = new Doing([deed('book')], line);
  await doing.sign();
  expect(line.signatures).toBe(0);
});

test('a deed that would fail is told with its reason and is not signed', async () => {
  const line = new FakeLine();
  line.planned = refused(0, 'TOO_EARLY');
  const doing = new Doing([deed('finalize')], line);
  await doing.ask();
  await doing.sign();
  expect(doing.state).toMatchObject({ step: 'failed', code: 'TOO_EARLY' });
  expect(line.signatures).toBe(0);
});

test('can be tried again after its owner said no', async () => {
  const line = new FakeLine();
  line.signed = [refused(0, 'wallet_refused')];
  const doing = new Doing([deed('book')], line);
  await doing.ask();
  await doing.sign();
  expect(doing.state).toMatchObject({ step: 'failed', code: 'wallet_refused', finished: 0 });
  await doing.ask();
  await doing.sign();
  expect(isAllDone(doing.state)).toBe(true);
});

test('a revert in its block is a failure with its reason and hash', async () => {
  const line = new FakeLine();
  line.landings = [ok({ block: 17n, hasSucceeded: false })];
  const doing = new Doing([deed('book')], line);
  await doing.ask();
  await doing.sign();
  expect(doing.state).toMatchObject({ step: 'failed', code: 'ALREADY_BOOKED', hash: '0x1' });
});

test('of several, those that are done stay done, and only the others are tried again', async () => {
  const line = new FakeLine();
  line.landings = [LANDED, refused(0, 'not_mined')];
  const doing = new Doing([deed('a'), deed('b'), deed('c')], line);
  await doing.ask();
  await doing.sign();
  expect(doing.state).toMatchObject({ step: 'failed', code: 'not_mined', finished: 1, of: 3 });
  expect(isAllDone(doing.state)).toBe(false);
  await doing.ask();
  expect(line.plannedKinds).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c'],
  ]);
  await doing.sign();
  expect(doing.state).toMatchObject({ step: 'done', finished: 3 });
});
