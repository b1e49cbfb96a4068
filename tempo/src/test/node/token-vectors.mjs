// Writes ../resources/token-vectors.json: what viem makes of calls, events, errors and a permit.
// Run in a folder where viem 2.57.20 is installed:
//   npm install viem@2.57.20 && node <this file> > <that file>
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { Abis } = require('viem/tempo');
const {
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionData,
  hashDomain,
  hashStruct,
  hashTypedData,
  parseSignature,
  toEventSignature,
  toFunctionSelector,
} = require('viem');
const { privateKeyToAccount } = require('viem/accounts');

const A = '0x1111111111111111111111111111111111111111';
const B = '0x2222222222222222222222222222222222222222';
const C = '0x3333333333333333333333333333333333333333';
const MEMO = `0x${'ab'.repeat(32)}`;
const ROLE = '0x114e74f6ea3bd819998f78687bfcb11b140da08e9b7d222fa9c1f1ba1f2aa122'; // ISSUER_ROLE
const LONG = 'A name of more than thirty-two bytes, ünïcode';
const text = { name: LONG, symbol: 'T', currency: 'USD' };

const functions = [
  ['tip20', 'approve', [A, 5n]],
  ['tip20', 'transfer', [A, 6n]],
  ['tip20', 'transferWithMemo', [A, 7n, MEMO]],
  ['tip20', 'transferFrom', [A, B, 8n]],
  ['tip20', 'transferFromWithMemo', [A, B, 9n, MEMO]],
  ['tip20', 'mint', [A, 10n]],
  ['tip20', 'mintWithMemo', [A, 11n, MEMO]],
  ['tip20', 'burn', [12n]],
  ['tip20', 'burnWithMemo', [13n, MEMO]],
  ['tip20', 'burnBlocked', [A, 14n]],
  ['tip20', 'pause', []],
  ['tip20', 'unpause', []],
  ['tip20', 'grantRole', [ROLE, A]],
  ['tip20', 'revokeRole', [ROLE, A]],
  ['tip20', 'renounceRole', [ROLE]],
  ['tip20', 'changeTransferPolicyId', [15n]],
  ['tip20', 'setSupplyCap', [16n]],
  ['tip20', 'setNextQuoteToken', [A]],
  ['tip20', 'completeQuoteTokenUpdate', []],
  ['tip20', 'balanceOf', [A]],
  ['tip20', 'allowance', [A, B]],
  ['tip20', 'nonces', [A]],
  ['tip20', 'DOMAIN_SEPARATOR', []],
  ['tip20', 'totalSupply', []],
  ['tip20', 'supplyCap', []],
  ['tip20', 'decimals', []],
  ['tip20', 'symbol', []],
  ['tip20', 'name', []],
  ['tip20', 'currency', []],
  ['tip20', 'quoteToken', []],
  ['tip20', 'paused', []],
  ['tip20', 'transferPolicyId', []],
  ['tip20', 'hasRole', [A, ROLE]],
  ['tip20Factory', 'createToken', [LONG, text.symbol, text.currency, A, B, MEMO]],
  ['tip20Factory', 'getTokenAddress', [A, MEMO]],
  ['tip20Factory', 'isTIP20', [A]],
  ['tip403Registry', 'createPolicy', [A, 1]],
  ['tip403Registry', 'createPolicyWithAccounts', [A, 0, [B, C]]],
  ['tip403Registry', 'createCompoundPolicy', [17n, 18n, 19n]],
  ['tip403Registry', 'modifyPolicyWhitelist', [20n, A, true]],
  ['tip403Registry', 'modifyPolicyBlacklist', [21n, A, false]],
  ['tip403Registry', 'setPolicyAdmin', [22n, A]],
  ['tip403Registry', 'setReceivePolicy', [23n, 24n, A]],
  ['tip403Registry', 'isAuthorized', [25n, A]],
  ['tip403Registry', 'isAuthorizedSender', [26n, A]],
  ['tip403Registry', 'isAuthorizedRecipient', [27n, A]],
  ['tip403Registry', 'isAuthorizedMintRecipient', [28n, A]],
  ['tip403Registry', 'policyExists', [29n]],
  ['tip403Registry', 'policyData', [30n]],
  ['tip403Registry', 'policyIdCounter', []],
  ['tip403Registry', 'receivePolicy', [A]],
  ['tip403Registry', 'validateReceivePolicy', [A, B, C]],
  ['addressRegistry', 'resolveRecipient', [A]],
  ['feeManager', 'setUserToken', [A]],
  ['feeManager', 'userTokens', [A]],
  ['feeManager', 'validatorTokens', [A]],
  ['feeAmm', 'getPool', [A, B]],
  ['feeAmm', 'mint', [A, B, 31n, C], 'mint of the fee AMM'],
  ['nonce', 'getNonce', [A, 32n]],
];

const events = [
  ['tip20', 'Transfer', { from: A, to: B, amount: 1n }],
  ['tip20', 'TransferWithMemo', { from: A, to: B, amount: 2n, memo: MEMO }],
  ['tip20', 'Approval', { owner: A, spender: B, amount: 3n }],
  ['tip20', 'Mint', { to: A, amount: 4n }],
  ['tip20', 'Burn', { from: A, amount: 5n }],
  ['tip20', 'BurnBlocked', { from: A, amount: 6n }],
  ['tip20', 'PauseStateUpdate', { updater: A, isPaused: true }],
  ['tip20', 'TransferPolicyUpdate', { updater: A, newPolicyId: 7n }],
  ['tip20', 'SupplyCapUpdate', { updater: A, newSupplyCap: 8n }],
  ['tip20', 'NextQuoteTokenSet', { updater: A, nextQuoteToken: B }],
  ['tip20', 'QuoteTokenUpdate', { updater: A, newQuoteToken: B }],
  ['tip20', 'RoleMembershipUpdated', { role: ROLE, account: A, sender: B, hasRole: true }],
  ['tip20', 'RewardDistributed', { funder: A, amount: 9n }],
  ['tip20Factory', 'TokenCreated', { token: C, ...text, quoteToken: A, admin: B, salt: MEMO }],
  ['tip403Registry', 'PolicyCreated', { policyId: 10n, updater: A, policyType: 1 }],
  ['tip403Registry', 'CompoundPolicyCreated', { policyId: 11n, creator: A, senderPolicyId: 12n, recipientPolicyId: 13n, mintRecipientPolicyId: 14n }],
  ['tip403Registry', 'PolicyAdminUpdated', { policyId: 15n, updater: A, admin: B }],
  ['tip403Registry', 'WhitelistUpdated', { policyId: 16n, updater: A, account: B, allowed: true }],
  ['tip403Registry', 'BlacklistUpdated', { policyId: 17n, updater: A, account: B, restricted: true }],
  ['tip403Registry', 'ReceivePolicyUpdated', { account: A, senderPolicyId: 18n, tokenFilterId: 19n, recoveryAuthority: B }],
  ['nonce', 'NonceIncremented', { account: A, nonceKey: 20n, newNonce: 21n }],
];

function calldata([contract, functionName, args, name = functionName]) {
  return { name, data: encodeFunctionData({ abi: Abis[contract], functionName, args }) };
}

function event([contract, eventName, args]) {
  const item = Abis[contract].find((i) => i.type === 'event' && i.name === eventName);
  const plain = item.inputs.filter((input) => !input.indexed);
  return {
    name: eventName,
    signature: toEventSignature(item),
    topics: encodeEventTopics({ abi: [item], eventName, args }),
    data: encodeAbiParameters(plain, plain.map((input) => args[input.name])),
  };
}

function errors() {
  const all = ['tip20', 'tip20Factory', 'tip403Registry', 'feeManager', 'feeAmm', 'nonce', 'addressRegistry']
    .flatMap((contract) => Abis[contract])
    .filter((item) => item.type === 'error')
    .map((item) => [item.name, toFunctionSelector(`${item.name}(${item.inputs.map((i) => i.type).join(',')})`)]);
  return Object.fromEntries(all.sort());
}

async function permit() {
  const owner = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80');
  const domain = { name: LONG, version: '1', chainId: 4217, verifyingContract: A };
  const field = (name, type) => ({ name, type });
  const types = {
    EIP712Domain: [field('name', 'string'), field('version', 'string'), field('chainId', 'uint256'), field('verifyingContract', 'address')],
    Permit: [field('owner', 'address'), field('spender', 'address'), field('value', 'uint256'), field('nonce', 'uint256'), field('deadline', 'uint256')],
  };
  const message = { owner: owner.address, spender: B, value: 1_000_000n, nonce: 3n, deadline: 1_800_000_000n };
  const signature = await owner.signTypedData({ domain, types, primaryType: 'Permit', message });
  const { r, s, v } = parseSignature(signature);
  return {
    separator: hashDomain({ domain, types }),
    structHash: hashStruct({ data: message, primaryType: 'Permit', types }),
    digest: hashTypedData({ domain, types, primaryType: 'Permit', message }),
    signature,
    data: encodeFunctionData({
      abi: Abis.tip20,
      functionName: 'permit',
      args: [message.owner, message.spender, message.value, message.deadline, Number(v), r, s],
    }),
  };
}

console.log(
  JSON.stringify(
    { calldata: functions.map(calldata), events: events.map(event), errors: errors(), permit: await permit() },
    null,
    1,
  ),
);
