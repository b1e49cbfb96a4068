#!/usr/bin/env node
// npm's WASM compiler behind the two options of solc that forge uses (`forge --use`): no compiler is downloaded.
const solc = require('solc');

if (process.argv.includes('--standard-json')) {
  process.stdout.write(solc.compile(require('fs').readFileSync(0, 'utf8')));
} else {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
}
