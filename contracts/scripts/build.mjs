// Compiles SessionEscrowV1, holds its ABI against the published one, and writes the resources of the jar.
// Does nothing when no input has changed since the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { differences } from './abi.mjs';

const PUBLISHED_ABI = 'abi/SessionEscrowV1.abi.json';
const ARTIFACT = 'out/SessionEscrowV1.sol/SessionEscrowV1.json';
const RESOURCES = 'target/classes/org/sessionsettlement/contracts';
const STAMP = 'target/contract.sha256';

const listed = (folder) => readdirSync(folder).sort().map((name) => `${folder}/${name}`);
const inputs = [
  ...listed('src'),
  ...['build.mjs', 'abi.mjs', 'solc.cjs'].map((name) => `scripts/${name}`),
  'foundry.toml',
  'package-lock.json',
  PUBLISHED_ABI,
];
const hash = createHash('sha256');
for (const input of inputs) hash.update(input).update('\0').update(readFileSync(input)).update('\0');
const stamp = hash.digest('hex');

const isBuilt =
  existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp && existsSync(ARTIFACT) && existsSync(RESOURCES);
if (!isBuilt) build();

function build() {
  execFileSync('node_modules/.bin/forge', ['build', 'src', '--quiet'], {
    stdio: 'inherit',
    env: { ...process.env, FOUNDRY_PROFILE: 'default' },
  });
  const { abi, bytecode, deployedBytecode } = JSON.parse(readFileSync(ARTIFACT, 'utf8'));
  const published = readFileSync(PUBLISHED_ABI, 'utf8');
  const drift = differences(abi, JSON.parse(published));
  if (drift.length > 0) {
    console.error(`The contract no longer has the published ABI (${PUBLISHED_ABI}):\n${drift.join('\n')}`);
    process.exit(1);
  }
  mkdirSync(RESOURCES, { recursive: true });
  writeFileSync(`${RESOURCES}/SessionEscrowV1.abi.json`, published);
  writeFileSync(`${RESOURCES}/SessionEscrowV1.bin`, bytecode.object.slice(2));
  writeFileSync(`${RESOURCES}/SessionEscrowV1.runtime.bin`, deployedBytecode.object.slice(2));
  writeFileSync(STAMP, stamp);
  console.log(`SessionEscrowV1: ${(deployedBytecode.object.length - 2) / 2} bytes of code`);
}
