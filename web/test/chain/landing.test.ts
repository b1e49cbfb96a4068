import { expect, test } from 'vitest';
import type { Sent } from '../../src/core/account/account';
import { Chain } from '../../src/core/chain/chain';
import { landed } from '../../src/core/chain/landing';
import { FakeNode } from '../support/fake-node';
import { FakeTime } from '../support/fake-time';

const HASH = '0xabc';

function waiting(sent: Sent) {
  const node = new FakeNode();
  const time = new FakeTime();
  const heard: boolean[] = [];
  const answer = landed(sent, new Chain(node), time, (isHeard) => heard.push(isHeard));
  return { node, time, heard, answer };
}

test('waits for the block', async () => {
  const { node, time, answer } = waiting({ hash: HASH });
  await time.pass(10_000);
  node.mine(HASH);
  await time.pass(1_000);
  expect(await answer).toEqual({ kind: 'ok', value: { block: 17n, hasSucceeded: true } });
});

test('goes on through a chain that is away, and says so', async () => {
  const { node, time, heard, answer } = waiting({ hash: HASH });
  node.isAway = true;
  await time.pass(1_000);
  expect(heard.at(-1)).toBe(false);
  node.isAway = false;
  node.mine(HASH, false);
  await time.pass(1_000);
  expect(heard.at(-1)).toBe(true);
  expect(await answer).toMatchObject({ value: { hasSucceeded: false } });
});

test('gives up once the chain’s time is past the transaction’s end, and not before', async () => {
  const { node, time, answer } = waiting({ hash: HASH, endS: 1_795_000_025n });
  node.timestampS = 1_795_000_024;
  await time.pass(60_000);
  node.timestampS = 1_795_000_025;
  await time.pass(1_000);
  expect(await answer).toMatchObject({ kind: 'refused', code: 'not_mined' });
});
