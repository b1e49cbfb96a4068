// Holds the tests against the contract: each function has a tree, and each reason for which the contract can refuse it is
// named in the interface, in the tree, and in a test under that tree. As a program: node scripts/reasons.mjs [--table].
//
// A tree is the comment above a contract of tests; it names the functions that it is about before its first given or when.
// Why a function can refuse is read out of its body, its modifiers, and the private functions that these call.
import { readFileSync, readdirSync } from 'node:fs';

const CONTRACT = readFileSync('src/SessionEscrowV1.sol', 'utf8');
const INTERFACE = readFileSync('src/ISessionEscrowV1.sol', 'utf8');
const REASON = /\b[A-Z]+(?:_[A-Z]+)+\b|\bEXPIRED\b/g;
const OF_THE_WHOLE_CONTRACT = ['REENTRANCY', 'TRANSFER_FAILED']; // the interface says these once, at its top

const code = functions(CONTRACT);
const published = functions(INTERFACE);
const trees = readdirSync('test').flatMap((file) => treesOf(readFileSync(`test/${file}`, 'utf8')));
const problems = [];
const table = [];
for (const name of new Set(published.map((f) => f.name))) {
  const docs = published.filter((f) => f.name === name).map(({ doc }) => doc); // of all its overloads
  const documented = new Set(docs.join('').match(REASON) ?? []);
  const found = refusalsOf(name);
  for (const reason of documented) if (!found.has(reason)) problems.push(`${name} never says ${reason}`);
  for (const reason of found) {
    const isDocumented = documented.has(reason) || OF_THE_WHOLE_CONTRACT.includes(reason);
    if (!isDocumented) problems.push(`${name}: the interface leaves out ${reason}`);
  }
  checkTests(name, found);
}
for (const name of ['constructor', 'receive']) checkTests(name, refusalsOf(name)); // no part of an interface

if (process.argv.includes('--table')) for (const row of table) console.log(row.join('  '));
for (const problem of problems) console.error(problem);
console.log(`${table.length} pairs of function and reason, ${problems.length} without documentation, tree or test`);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkTests(name, reasons) {
  const mine = trees.filter(({ head }) => new RegExp(`\\b${name}\\b`).test(head));
  if (mine.length === 0) problems.push(`${name} has no tree`);
  for (const reason of reasons) {
    table.push([name.padEnd(26), reason]);
    const isTested = mine.some(({ doc, body }) => doc.includes(reason) && body.includes(`"${reason}"`));
    if (!isTested) problems.push(`${name}: no tree with a test for ${reason}`);
  }
}

function refusalsOf(name) {
  return new Set(code.filter((f) => f.name === name).flatMap((f) => [...refusals(f)]));
}

function refusals({ header, body }, seen = new Set()) {
  const called = [...`${header} ${body}`.matchAll(/\b(_\w+|guarded|onlyOwner)\b/g)].map(([name]) => name);
  const found = new Set([...body.matchAll(/"([A-Z_]+)"/g)].map(([, reason]) => reason));
  for (const name of new Set(called)) {
    const inner = code.find((f) => f.name === name);
    if (!inner || seen.has(name)) continue;
    for (const reason of refusals(inner, new Set([...seen, name]))) found.add(reason);
  }
  return found;
}

/** Functions, modifiers and the like, with the comment above them. */
function functions(source) {
  const all = /((?: *\/\/\/.*\n)*) *(?:(?:function|modifier) (\w+)|(constructor|receive))(\([^{;]*)(?=[{;])/g;
  return [...source.matchAll(all)].map((match) => ({
    name: match[2] ?? match[3],
    doc: match[1],
    header: match[4],
    body: block(source, match.index + match[0].length),
  }));
}

function block(source, start) {
  if (source[start] !== '{') return '';
  let depth = 0;
  for (let at = start; ; ++at) {
    if (source[at] === '{') ++depth;
    if (source[at] === '}' && --depth === 0) return source.slice(start, at + 1);
  }
}

function treesOf(source) {
  return [...source.matchAll(/((?:\/\/\/.*\n)+)(?:abstract )?contract \w+[^{]*/g)].map((match) => ({
    doc: match[1],
    head: match[1].split(/\/\/\/ +(?:given|when)\b/)[0],
    body: block(source, match.index + match[0].length),
  }));
}
