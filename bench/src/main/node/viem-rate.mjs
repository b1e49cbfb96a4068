// The peer of TransactionBenchmark: the same two-call transaction, signed and hashed by viem's tempo
// module, then read back with its sender, on one core. Prints operations a second as JSON.
// Usage: node viem-rate.mjs <folder with node_modules> <seconds a measurement>
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [folder, seconds] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(folder, 'package.json')));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { keccak256 } = await load('viem');
const { Account, Transaction } = await load('viem/tempo');
const { TxEnvelopeTempo } = await load('ox/tempo');

const account = Account.fromSecp256k1(
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
);
const transfer = (units) =>
  `0xa9059cbb${'11'.repeat(20).padStart(64, '0')}${units.toString(16).padStart(64, '0')}`;
const token = '0x20c0000000000000000000000000000000000001';

const transaction = (nonce) => ({
  type: 'tempo',
  chainId: 31337,
  maxPriorityFeePerGas: 1_000_000_000n,
  maxFeePerGas: 40_000_000_000n,
  gas: 1_000_000n,
  nonce,
  feeToken: token,
  calls: [
    { to: token, data: transfer(4) },
    { to: token, data: transfer(5) },
  ],
});

async function rate(operation) {
  const run = async (millis) => {
    let done = 0;
    const start = performance.now();
    while (performance.now() - start < millis) {
      for (let i = 0; i < 20; i++) await operation(done++);
    }
    return (done * 1000) / (performance.now() - start);
  };
  await run(3_000);
  return run(seconds * 1000);
}

const signAndHash = async (i) =>
  keccak256(await account.signTransaction(transaction(i), { serializer: Transaction.serialize }));
const serialized = await account.signTransaction(transaction(7), {
  serializer: Transaction.serialize,
});
// deserialize recovers the sender too.
const readAndRecover = () => TxEnvelopeTempo.deserialize(serialized).from;
if (readAndRecover().toLowerCase() !== account.address.toLowerCase()) {
  throw new Error('viem found another sender');
}

console.log(
  JSON.stringify({
    bytes: serialized,
    signAndHash: await rate(signAndHash),
    readAndRecover: await rate(readAndRecover),
  }),
);
