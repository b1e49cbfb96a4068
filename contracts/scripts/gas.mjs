// Measures what each step costs on a local Tempo chain (hardfork T3, AlphaUSD) at steady state: counters, balances and
// accounts are in use, nothing else is. Writes gas-snapshot.json; with --check, fails when a figure has drifted from it
// or is above its target.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { foundry } from './foundry.mjs';

const SNAPSHOT = 'gas-snapshot.json';
const RESOURCES = 'target/classes/org/sessionsettlement/contracts';
const TOKEN = '0x20c0000000000000000000000000000000000001';
const TRANSACTION_GAS_CAP = 30_000_000;
const TOLERANCE_GAS = 100; // ids and times differ in their zero bytes from run to run
const START_DEADLINE_MS = 30_000;
const RECEIPT_DEADLINE_MS = 20_000;
const BASE_PRICE = 10_000_000n;

// What may be spent (tokens of 10 USD; times in seconds), and which words are written from zero for it.
const STEPS = {
  deploy: { target: 20_000_000, fresh: ['ledger', 'owner', 'oracle', 'treasury', 'terms 1'] },
  createSlot: { target: 300_000, fresh: ['slot: what is offered'] },
  book: { target: 340_000, fresh: ['booking: who, which slot, which terms, where it stands'] },
  attest: { target: 300_000, fresh: ['metrics hash: 32 bytes that cannot be packed'] },
  finalize: { target: 60_000, fresh: [] },
  session: { target: 1_000_000, fresh: ['slot', 'booking', 'metrics hash'] },
  withdrawOwed: { target: 70_000, fresh: [] },
  finalizeAfterWithdrawals: { target: 60_000, fresh: [] },
  challenge: { target: 90_000, fresh: [] },
  resolveDispute: { target: 50_000, fresh: [] },
  setHostBasePrice: { fresh: ['price: host and amount'] },
  setFeeBps: { fresh: ['terms: the next version'] },
  createRequest: { fresh: ['target and window', 'guest and amount', 'duration, expiry, status, ids'] },
  acceptRequest: { fresh: ['slot', 'booking'] },
};

const abi = JSON.parse(readFileSync(`${RESOURCES}/SessionEscrowV1.abi.json`, 'utf8'));
const creationCode = readFileSync(`${RESOURCES}/SessionEscrowV1.bin`, 'utf8');

const port = await freePort();
const anvil = spawn(foundry('anvil'), ['--network', 'tempo', '--hardfork', 'T3', '--port', `${port}`, '--quiet'], {
  stdio: 'ignore',
});
const url = `http://127.0.0.1:${port}`;
let failed = true;
try {
  await until(() => rpc('eth_chainId').catch(() => undefined), START_DEADLINE_MS, 'the chain to start');
  failed = report(await measure());
} finally {
  anvil.kill();
}
process.exitCode = failed ? 1 : 0;

async function measure() {
  const [owner, oracle, treasury, host, guest, otherHost] = await rpc('eth_accounts');
  const gas = {};
  let escrow;

  /** Sends from an unlocked account and answers the gas used. */
  const send = async (from, to, data) => {
    const hash = await rpc('eth_sendTransaction', [{ from, to, data, gas: `0x${TRANSACTION_GAS_CAP.toString(16)}` }]);
    const receipt = await until(() => rpc('eth_getTransactionReceipt', [hash]), RECEIPT_DEADLINE_MS, hash);
    if (receipt.status !== '0x1') throw new Error(`reverted: ${data.slice(0, 10)}`);
    if (!to) escrow = receipt.contractAddress;
    return Number(receipt.gasUsed);
  };
  const call = (from, name, ...values) => send(from, escrow, encode(name, values));
  const now = async () => Number((await rpc('eth_getBlockByNumber', ['latest', false])).timestamp);
  const moveTo = async (time) => {
    await rpc('evm_setNextBlockTimestamp', [`0x${time.toString(16)}`]);
    await rpc('evm_mine');
  };

  const types = abi.find((e) => e.type === 'constructor').inputs.map((p) => p.type);
  const values = [TOKEN, oracle, treasury, 1_000, 3_600, 5_000_000, 5_000, 86_400, 604_800];
  gas.deploy = await send(owner, undefined, `0x${creationCode}${encodeArguments(types, values)}`);
  for (const payer of [host, guest]) {
    await send(payer, TOKEN, cast('calldata', 'approve(address,uint256)', escrow, `${2n ** 128n - 1n}`));
  }
  await call(host, 'setHostBasePrice', BASE_PRICE);

  /** A session up to its attestation; `slots` and `bookings` count from 1 with nothing else in between. */
  let slots = 0;
  let bookings = 0;
  const session = async () => {
    const start = (await now()) + 3_600;
    const cost = { createSlot: await call(host, 'createSlot', start, 30, 5, 20, 60) };
    cost.book = await call(guest, 'book', ++slots);
    await moveTo(start + 1_800);
    cost.attest = await call(oracle, 'attest', ++bookings, 1, `0x${'ab'.repeat(32)}`);
    return cost;
  };
  const finish = async () => {
    await moveTo((await now()) + 3_600);
    return call(otherHost, 'finalize', bookings);
  };
  const withdraw = (who) => call(who, 'withdrawOwed()');

  await session(); // the first of everything: escrow's balance, accounts, nonces
  await finish();
  Object.assign(gas, await session());
  gas.finalize = await finish();
  gas.session = gas.createSlot + gas.book + gas.attest + gas.finalize;

  gas.withdrawOwed = await withdraw(host);
  await withdraw(treasury);
  await session();
  gas.finalizeAfterWithdrawals = await finish();

  await session();
  await call(guest, 'challenge', bookings); // once, so that the guest's account is in use
  await call(owner, 'resolveDispute', bookings, 2);
  await call(otherHost, 'finalize', bookings);
  await session();
  gas.challenge = await call(guest, 'challenge', bookings);
  await moveTo((await now()) + 60); // in the same second, resolving would find its time already written
  gas.resolveDispute = await call(owner, 'resolveDispute', bookings, 2);

  gas.setHostBasePrice = await call(host, 'setHostBasePrice', BASE_PRICE + 1n);
  gas.setFeeBps = await call(owner, 'setFeeBps', 900);
  const start = (await now()) + 7_200;
  gas.createRequest = await call(guest, 'createRequest', host, start, start + 3_600, 30, BASE_PRICE * 2n, start);
  gas.acceptRequest = await call(host, 'acceptRequest', 1, start, 5, 20, 60);
  return gas;
}

function report(measured) {
  const check = process.argv.includes('--check');
  const known = check ? JSON.parse(readFileSync(SNAPSHOT, 'utf8')).steps : {};
  const readme = readFileSync('README.md', 'utf8');
  let bad = 0;
  for (const [step, gas] of Object.entries(measured)) {
    const { target } = STEPS[step];
    const problems = [];
    if (target && gas > target) problems.push('above its target');
    const { gas: recorded = 0 } = known[step] ?? {};
    if (check && Math.abs(gas - recorded) > TOLERANCE_GAS) problems.push(`snapshot says ${recorded}`);
    const isInReadme = !target || readme.includes(`| ${formatted(recorded)} |`);
    if (check && !isInReadme) problems.push('README.md says something else');
    bad += problems.length;
    const limit = target ? `of ${formatted(target)}` : '';
    console.log(`${step.padEnd(26)}${formatted(gas).padStart(12)}  ${limit.padEnd(15)} ${problems.join(', ')}`);
  }
  if (!check) {
    const steps = Object.fromEntries(Object.entries(measured).map(([step, gas]) => [step, { gas, ...STEPS[step] }]));
    const chain = 'anvil 1.7.1 --network tempo --hardfork T3, AlphaUSD';
    writeFileSync(SNAPSHOT, `${JSON.stringify({ chain, codeBytes: codeBytes(), steps }, null, 2)}\n`);
  }
  if (check && bad > 0) {
    console.error('Gas has drifted: if it is meant, run `npm run gas`, and commit gas-snapshot.json and README.md with it.');
  }
  return bad > 0;
}

function formatted(gas) {
  return gas.toLocaleString('en');
}

function codeBytes() {
  return readFileSync(`${RESOURCES}/SessionEscrowV1.runtime.bin`, 'utf8').length / 2;
}

function encode(name, values) {
  const signature = name.includes('(') ? name : signatureOf(abi.find((e) => e.type === 'function' && e.name === name));
  return cast('calldata', signature, ...values.map(String));
}

function signatureOf({ name, inputs }) {
  return `${name}(${inputs.map((p) => p.type).join(',')})`;
}

function encodeArguments(types, values) {
  return cast('abi-encode', `f(${types.join(',')})`, ...values.map(String)).slice(2);
}

function cast(...args) {
  return execFileSync(foundry('cast'), args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

async function rpc(method, params = []) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await response.json();
  if (error) throw new Error(`${method}: ${error.message}`);
  return result;
}

/** Asks again every 50 ms until there is an answer. */
async function until(ask, deadlineMs, what) {
  for (const end = Date.now() + deadlineMs; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${deadlineMs} ms for ${what}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
