import { expect, test } from 'vitest';
import { payoutTarget } from '../../src/core/money/payout-target';
import { GUEST, HOST } from '../support/bookings';

const CONTRACTS = {
  escrow: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  token: '0x20c0000000000000000000000000000000000001',
} as const;

test.each([HOST, GUEST.toLowerCase(), ` ${HOST}\n`])('pays to %j', (text) => {
  expect(payoutTarget(text, CONTRACTS)).toEqual({ kind: 'ok', to: text.trim() });
});

test.each([
  ['', 'not_an_address'],
  ['0x1234', 'not_an_address'],
  // One letter's case is wrong: the checksum tells.
  [HOST.replace('F79', 'f79'), 'not_an_address'],
  [`0x${'0'.repeat(40)}`, 'zero'],
  [CONTRACTS.escrow, 'contract'],
  [CONTRACTS.token, 'contract'],
])('does not pay to %j: %s', (text, reason) => {
  expect(payoutTarget(text, CONTRACTS)).toEqual({ kind: 'wrong', reason });
});
