// Writes ../resources/typed-data-vectors.json: documents of EIP-712 as viem hashes them.
// Run in a folder where viem 2.57.20 is installed:
//   npm install viem@2.57.20 && node <this file> > <that file>
import { createRequire } from 'node:module';

const { getTypesForEIP712Domain, hashDomain, hashStruct, hashTypedData } = createRequire(`${process.cwd()}/`)('viem');

const ALICE = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const BOB = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const CONTRACT = '0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC';
const MAX = (2n ** 256n - 1n).toString();
const domain = { name: 'Vectors', version: '1', chainId: 1337, verifyingContract: CONTRACT };
const one = (type, value) => ({ types: { M: [{ name: 'v', type }] }, primaryType: 'M', domain, message: { v: value } });
const person = [{ name: 'name', type: 'string' }, { name: 'wallet', type: 'address' }];
const mail = {
  Person: person,
  Mail: [{ name: 'from', type: 'Person' }, { name: 'to', type: 'Person' }, { name: 'contents', type: 'string' }],
};
const cow = { name: 'Cow', wallet: '0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826' };
const bob = { name: 'Bob', wallet: '0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB' };
const etherMail = { name: 'Ether Mail', version: '1', chainId: 1, verifyingContract: CONTRACT };

const documents = {
  'the mail of the EIP': { types: mail, primaryType: 'Mail', domain: etherMail, message: { from: cow, to: bob, contents: 'Hello, Bob!' } },
  'uint8 at its end': one('uint8', 255),
  'uint256 at its end, in decimal digits': one('uint256', MAX),
  'uint256 as a hex quantity': one('uint256', '0xde0b6b3a7640000'),
  'uint96 of zero': one('uint96', 0),
  'int8 at its lower end': one('int8', -128),
  'int256 of minus one': one('int256', -1),
  'int256 at its lower end': one('int256', (-(2n ** 255n)).toString()),
  'int64 at its upper end': one('int64', '9223372036854775807'),
  'bool of true': one('bool', true),
  'bool of false': one('bool', false),
  'bytes1': one('bytes1', '0xff'),
  'bytes4': one('bytes4', '0x01020304'),
  'bytes32': one('bytes32', '0x' + 'ab'.repeat(32)),
  'no bytes': one('bytes', '0x'),
  'many bytes': one('bytes', '0x' + '5a'.repeat(300)),
  'an empty string': one('string', ''),
  'a string beyond ASCII': one('string', 'grüß dich, 世界 🌍'),
  'an address in lower case': one('address', ALICE.toLowerCase()),
  'an empty array': one('uint256[]', []),
  'an array of strings': one('string[]', ['a', '', 'c']),
  'a fixed array of bytes32': one('bytes32[2]', ['0x' + '01'.repeat(32), '0x' + '02'.repeat(32)]),
  'an array of arrays': one('uint16[2][]', [[1, 2], [3, 4], [5, 6]]),
  'a fixed array of arrays of addresses': one('address[][2]', [[ALICE, BOB], []]),
  'structs in an array': {
    types: { Person: person, Group: [{ name: 'title', type: 'string' }, { name: 'members', type: 'Person[]' }] },
    primaryType: 'Group', domain, message: { title: 'all', members: [cow, bob, { name: '', wallet: ALICE }] },
  },
  'structs in a fixed array of arrays': {
    types: { Person: person, Table: [{ name: 'seats', type: 'Person[2][]' }] },
    primaryType: 'Table', domain, message: { seats: [[cow, bob], [bob, cow]] },
  },
  'referred structs out of order': {
    types: {
      Zebra: [{ name: 'stripes', type: 'uint8' }],
      Zoo: [{ name: 'z', type: 'Zebra' }, { name: 'b', type: 'Bear' }, { name: 'a', type: 'Ant[]' }],
      Ant: [{ name: 'legs', type: 'uint8' }],
      Bear: [{ name: 'cub', type: 'Zebra' }, { name: 'prey', type: 'Ant' }],
      Unused: [{ name: 'nothing', type: 'bool' }],
    },
    primaryType: 'Zoo', domain,
    message: { z: { stripes: 7 }, b: { cub: { stripes: 1 }, prey: { legs: 6 } }, a: [{ legs: 6 }, { legs: 5 }] },
  },
  'a struct that refers to itself': {
    types: { Node: [{ name: 'label', type: 'string' }, { name: 'children', type: 'Node[]' }] },
    primaryType: 'Node', domain,
    message: { label: 'root', children: [{ label: 'left', children: [] }, { label: 'right', children: [{ label: 'leaf', children: [] }] }] },
  },
  'a TIP-20 permit': {
    types: { Permit: [
      { name: 'owner', type: 'address' }, { name: 'spender', type: 'address' }, { name: 'value', type: 'uint256' },
      { name: 'nonce', type: 'uint256' }, { name: 'deadline', type: 'uint256' },
    ] },
    primaryType: 'Permit',
    domain: { name: 'AlphaUSD', version: '1', chainId: 31337, verifyingContract: '0x20c0000000000000000000000000000000000001' },
    message: { owner: ALICE, spender: BOB, value: '5000000', nonce: 0, deadline: 1800000000 },
  },
  'a domain of a name alone': { ...one('uint256', 1), domain: { name: 'Only a name' } },
  'a domain with salt': { ...one('uint256', 1), domain: { ...domain, salt: '0x' + '77'.repeat(32) } },
  'a domain with a large chain id': { ...one('uint256', 1), domain: { name: 'x', chainId: '340282366920938463463374607431768211455' } },
  'an empty domain': { ...one('uint256', 1), domain: {} },
  'a declared domain': {
    types: { EIP712Domain: [{ name: 'chainId', type: 'uint256' }, { name: 'name', type: 'string' }], M: [{ name: 'v', type: 'bool' }] },
    primaryType: 'M', domain: { chainId: 5, name: 'in another order' }, message: { v: true },
  },
  'the domain alone': {
    types: { EIP712Domain: [{ name: 'name', type: 'string' }] }, primaryType: 'EIP712Domain', domain: { name: 'alone' }, message: {},
  },
};

const big = (value) => (typeof value === 'string' && /^\d{39}$/.test(value) ? BigInt(value) : value);

function vector([name, document]) {
  const viemDomain = { ...document.domain };
  if (viemDomain.chainId !== undefined) viemDomain.chainId = big(viemDomain.chainId);
  const types = { EIP712Domain: getTypesForEIP712Domain({ domain: viemDomain }), ...document.types };
  return {
    name,
    document: JSON.stringify(document),
    domainSeparator: hashDomain({ domain: viemDomain, types }),
    structHash: hashStruct({
      data: document.primaryType === 'EIP712Domain' ? viemDomain : document.message,
      primaryType: document.primaryType,
      types,
    }),
    hash: hashTypedData({ ...document, domain: viemDomain }),
  };
}

console.log(JSON.stringify(Object.entries(documents).map(vector), null, 1));
