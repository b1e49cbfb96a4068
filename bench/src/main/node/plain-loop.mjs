// The peer of AttestBenchmark: what most would write. Read the booking, read the block, attest by viem's tempo
// module (which asks for what it needs to send), next; no receipt is awaited. Prints attestations a second as JSON.
// Usage: node plain-loop.mjs <folder with node_modules> <rpc url> <escrow abi> <escrow> <first id> <how many> <key>
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, rpcUrl, abiFile, escrow, first, count, key] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(folder, 'package.json')));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { createClient, http, publicActions, walletActions } = await load('viem');
const { tempoLocalnet } = await load('viem/chains');
const { Account } = await load('viem/tempo');

const abi = JSON.parse(readFileSync(abiFile, 'utf8'));
const feeToken = '0x20c0000000000000000000000000000000000001';
const metricsHash = `0x${'5e'.repeat(32)}`;
const completed = 1;
const booked = 1;

const client = createClient({
  account: Account.fromSecp256k1(key),
  chain: { ...tempoLocalnet, id: 31_337 },
  transport: http(rpcUrl),
})
  .extend(publicActions)
  .extend(walletActions);

const attest = async (id) => {
  const booking = await client.readContract({
    address: escrow,
    abi,
    functionName: 'getBooking',
    args: [id],
  });
  const block = await client.getBlock();
  if (booking.status !== booked || block.timestamp === 0n) {
    throw new Error(`booking ${id} has status ${booking.status}`);
  }
  await client.writeContract({
    address: escrow,
    abi,
    functionName: 'attest',
    args: [id, completed, metricsHash],
    feeToken,
  });
};

const start = performance.now();
for (let id = BigInt(first); id < BigInt(first) + BigInt(count); id++) {
  await attest(id);
}
const seconds = (performance.now() - start) / 1_000;
console.log(JSON.stringify({ perSecond: String(Number(count) / seconds) }));
