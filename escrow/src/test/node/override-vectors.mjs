// Writes ../resources/override-vectors.json: payloads of session-override/1 whose requests viem signed, canonicalised here (RFC 8785: members
// in the order of their UTF-16 units, values by JSON.stringify), hashed by viem's keccak-256. The Java code has no part in them.
// Run in a folder where viem 2.57.20 is installed:
//   npm install viem@2.57.20 && node <this file> > <that file>
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { keccak256, toBytes } = require('viem');
const { privateKeyToAccount } = require('viem/accounts');

// The first account of Anvil.
const operator = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80');
const START = 1800000000000;

const facts = {
  chainId: 1337,
  escrow: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  bookingId: '7',
  slot: { startTime: START / 1000, durationMins: 30, graceMins: 10, minOverlapMins: 20 },
  host: { address: '0x90F79bf6EB2c4f870365E785982E1f101E93b906', intervals: [] },
  guest: { address: '0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc', intervals: [[START, START + 1800000]] },
  gaps: [],
  watermark: START + 1800000,
};
const noShowHost = { outcome: 'NoShowHost', overlapMs: 0, decidedAt: START + 600000, hostMissingMs: 600000, guestMissingMs: 0 };
const unwatched = { ...facts, gaps: [[START, START + 1800000]], guest: { ...facts.guest, intervals: [] } };

const cases = {
  'overrides-a-no-show': [facts, noShowHost, 'Completed', 'Both met on another line; ticket 311.'],
  'answers-where-nobody-watched': [unwatched, undefined, 'NoShowGuest', 'Größe "5" \\ 七 😀'],
};

const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
      : JSON.stringify(value);

async function vector(id, [known, computed, outcome, reason]) {
  const signedAt = START + 1801000;
  const request = {
    domain: { name: 'Session Settlement', version: '1', chainId: known.chainId, verifyingContract: known.escrow },
    types: {
      Override: [
        { name: 'bookingId', type: 'uint256' },
        { name: 'outcome', type: 'string' },
        { name: 'reason', type: 'string' },
        { name: 'signedAtMs', type: 'uint64' },
      ],
    },
    primaryType: 'Override',
    message: { bookingId: BigInt(known.bookingId), outcome, reason, signedAtMs: BigInt(signedAt) },
  };
  const signature = await operator.signTypedData(request);
  const payload = { schema: 'session-override/1', ...known, outcome, reason, operator: operator.address, signedAt, signature };
  if (computed !== undefined) {
    payload.computed = computed;
  }
  const text = canonical(payload);
  return { id, canonical: text, hash: keccak256(toBytes(text)) };
}

const vectors = [];
for (const [id, one] of Object.entries(cases)) {
  vectors.push(await vector(id, one));
}
console.log(JSON.stringify({ meta: { schema: 'session-override/1', by: 'override-vectors.mjs' }, vectors }, null, 1));
