// Writes ../resources/keychain-vectors.json: calls of AccountKeychain and SignatureVerifier as viem encodes them.
// Run in a folder where viem 2.57.20 is installed:
//   npm install viem@2.57.20 && node <this file> > <that file>
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { Abis } = require('viem/tempo');
const { encodeFunctionData, encodeFunctionResult } = require('viem');

const KEY = '0x1111111111111111111111111111111111111111';
const TOKEN = '0x20c0000000000000000000000000000000000001';
const OTHER = '0x2222222222222222222222222222222222222222';
const THIRD = '0x3333333333333333333333333333333333333333';
const HASH = `0x${'ab'.repeat(32)}`;
const transferTo = { selector: '0xa9059cbb', recipients: [OTHER, THIRD] };
const approve = { selector: '0x095ea7b3', recipients: [] };
const scopes = [
  { target: TOKEN, selectorRules: [transferTo, approve] },
  { target: OTHER, selectorRules: [] },
];
const config = {
  expiry: 1800000000n,
  enforceLimits: true,
  limits: [
    { token: TOKEN, amount: 5000000n, period: 0n },
    { token: OTHER, amount: 7n, period: 86400n },
  ],
  allowAnyCalls: false,
  allowedCalls: scopes,
};
const open = { expiry: 2n ** 64n - 1n, enforceLimits: false, limits: [], allowAnyCalls: true, allowedCalls: [] };

const authorizeKey = Abis.accountKeychain.filter((item) => item.name === 'authorizeKey')[1];
const keychain = (functionName, args) => encodeFunctionData({ abi: Abis.accountKeychain, functionName, args });
const authorize = (args) => encodeFunctionData({ abi: [authorizeKey], args });
const verifier = (functionName, args) => encodeFunctionData({ abi: Abis.signatureVerifier, functionName, args });

console.log(
  JSON.stringify(
    {
      getKey: keychain('getKey', [OTHER, KEY]),
      remainingLimit: keychain('getRemainingLimitWithPeriod', [OTHER, KEY, TOKEN]),
      getAllowedCalls: keychain('getAllowedCalls', [OTHER, KEY]),
      revokeKey: keychain('revokeKey', [KEY]),
      updateSpendingLimit: keychain('updateSpendingLimit', [KEY, TOKEN, 9n]),
      setAllowedCalls: keychain('setAllowedCalls', [KEY, scopes]),
      setNoAllowedCalls: keychain('setAllowedCalls', [KEY, []]),
      removeAllowedCalls: keychain('removeAllowedCalls', [KEY, TOKEN]),
      authorizeKey: authorize([KEY, 1, config]),
      authorizeOpenKey: authorize([KEY, 0, open]),
      allowedCallsAnswer: encodeFunctionResult({
        abi: Abis.accountKeychain,
        functionName: 'getAllowedCalls',
        result: [true, scopes],
      }),
      recover: verifier('recover', [HASH, '0x010203']),
      verify: verifier('verify', [OTHER, HASH, `0x${'cd'.repeat(65)}`]),
    },
    null,
    1,
  ),
);
