// Has solc's SMT checker prove what proofs/ asserts. Fails unless every assertion and every overflow and underflow check
// is proved safe: "might happen" and "no solver" are failures, too.
import { readFileSync } from 'node:fs';
import solc from 'solc';

const PROOFS = 'proofs/Payouts.sol';
const SOURCES = [PROOFS, 'src/Shares.sol'];

const input = {
  language: 'Solidity',
  sources: Object.fromEntries(SOURCES.map((path) => [path, { content: readFileSync(path, 'utf8') }])),
  settings: {
    modelChecker: {
      engine: 'bmc', // complete here: no loops, and calls are inlined; chc leaves two of the overflow checks open
      solvers: ['z3'], // the one inside the WASM compiler
      targets: ['assert', 'overflow', 'underflow', 'divByZero'],
      contracts: { [PROOFS]: ['PayoutsProof'] },
      showProvedSafe: true,
      showUnproved: true,
    },
    outputSelection: { '*': { '*': ['abi'] } },
  },
};
const { errors = [] } = JSON.parse(solc.compile(JSON.stringify(input)));
const isProof = ({ severity, message }) => severity === 'info' && message.includes('check is safe!');
const proved = errors.filter(isProof);
const open = errors.filter((error) => !isProof(error));
const assertions = readFileSync(PROOFS, 'utf8').match(/\bassert\(/g).length;
const provedAssertions = proved.filter(({ message }) => message.includes('Assertion violation')).length;

for (const { formattedMessage } of open) console.error(formattedMessage);
console.log(`${provedAssertions} of ${assertions} assertions proved, ${proved.length} checks in all, ${open.length} open`);
process.exitCode = open.length === 0 && provedAssertions === assertions ? 0 : 1;
