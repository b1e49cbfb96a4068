// Prints what signatures, access keys and key authorizations use beside a plain transfer:
// the figures in GasExtrasTest. Needs viem 2.57.20 in the working directory and a fresh local chain:
//   anvil --network tempo --hardfork T3 --port 8545; node <this file> http://127.0.0.1:8545
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { encodeFunctionData } = require('viem');
const { Abis, Account, P256, Transaction } = require('viem/tempo');

const url = process.argv[2];
const ALPHA_USD = '0x20c0000000000000000000000000000000000001';
const PAYEE = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const root = Account.fromSecp256k1('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80');

async function rpc(method, ...params) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { result, error } = await response.json();
  if (error) throw new Error(error.message);
  return result;
}

function transfer(to, amount) {
  return { to: ALPHA_USD, data: encodeFunctionData({ abi: Abis.tip20, functionName: 'transfer', args: [to, amount] }) };
}

async function receiptOf(hash) {
  for (let looks = 0; looks < 100; looks++) {
    const receipt = await rpc('eth_getTransactionReceipt', hash);
    if (receipt) return receipt;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${hash} is not mined`);
}

async function gasUsed(account, calls, extra = {}) {
  const nonce = Number(await rpc('eth_getTransactionCount', account.address, 'latest'));
  const request = { calls, nonce, chainId: 31337, maxFeePerGas: 60_000_000_000n, gas: 5_000_000n, feeToken: ALPHA_USD, type: 'tempo', ...extra };
  const signed = await account.signTransaction(request, { serializer: Transaction.serialize });
  const receipt = await receiptOf(await rpc('eth_sendRawTransaction', signed));
  if (receipt.status !== '0x1') throw new Error(`reverted: ${receipt.transactionHash}`);
  return Number(receipt.gasUsed);
}

const calls = (count) => Array.from({ length: count }, () => transfer(PAYEE, 1n));

await gasUsed(root, calls(1));
const plain = { 1: await gasUsed(root, calls(1)), 3: await gasUsed(root, calls(3)) };
console.log('plain signature, 1 and 3 transfers:', plain[1], plain[3]);

for (const [name, account] of [
  ['P256', Account.fromP256(P256.randomPrivateKey())],
  ['WebAuthn', Account.fromHeadlessWebAuthn(P256.randomPrivateKey(), { rpId: 'localhost', origin: 'http://localhost' })],
]) {
  await gasUsed(root, [transfer(account.address, 50_000_000n)]);
  await gasUsed(account, calls(1));
  console.log(`${name} signature: +${(await gasUsed(account, calls(1))) - plain[1]}`);
}

const limits = [{ token: ALPHA_USD, limit: 100_000_000n }];
const scope = { address: ALPHA_USD, selector: '0xa9059cbb' };
for (const [name, grant] of [
  ['no limits', {}],
  ['a limit', { limits }],
  ['a scope', { scopes: [scope] }],
  ['a scope with a recipient', { scopes: [{ ...scope, recipients: [PAYEE] }] }],
  ['a limit and a scope', { limits, scopes: [scope] }],
]) {
  const key = Account.fromSecp256k1(P256.randomPrivateKey(), { access: root });
  const keyAuthorization = await root.signKeyAuthorization(key, { chainId: 31337n, ...grant });
  const first = await gasUsed(key, calls(1), { keyAuthorization });
  const one = await gasUsed(key, calls(1));
  const three = await gasUsed(key, calls(3));
  console.log(`access key, ${name}: +${one - plain[1]}, +${three - plain[3]}; its authorization: +${first - one}`);
}
