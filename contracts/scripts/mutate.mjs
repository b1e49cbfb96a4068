// Makes each error of mutants.mjs in a copy of this folder, compiles it and runs the tests: good tests notice all of them.
// Takes 10 s a mutant, since it leaves out the IR. As a program: node scripts/mutate.mjs [parts of names].
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { foundry } from './foundry.mjs';
import { MUTANTS } from './mutants.mjs';

const COPIED = ['src', 'test', 'scripts', 'out', 'out-test', 'cache', 'cache-test', 'foundry.toml'];
// The invariants are the last net: each test that stands before them must be good enough alone.
const TEST = ['test', '--network', 'tempo', '--fail-fast', '--no-match-contract', 'EscrowInvariants'];

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
let survivors = 0;
try {
  for (const path of COPIED) cpSync(path, join(copy, path), { recursive: true, preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const failing = firstFailure();
  if (failing) throw new Error(`${failing} fails without any mutant`);
  const wanted = process.argv.slice(2);
  const chosen = MUTANTS.filter(([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  for (const mutant of chosen) survivors += report(mutant[0], verdict(mutant));
  console.log(`${chosen.length - survivors} of ${chosen.length} noticed`);
} finally {
  rmSync(copy, { recursive: true });
}
process.exitCode = survivors === 0 ? 0 : 1;

function verdict([name, file, text, instead, place = 1]) {
  const source = readFileSync(file, 'utf8');
  const parts = source.split(text);
  if (parts.length <= place) throw new Error(`"${name}" is nowhere in ${file}: adapt scripts/mutants.mjs`);
  const mutated = parts.slice(0, place).join(text) + instead + parts.slice(place).join(text);
  writeFileSync(join(copy, file), mutated);
  const failing = firstFailure();
  writeFileSync(join(copy, file), source);
  return failing;
}

/** The name of a test that fails; undefined when none does. */
function firstFailure() {
  const build = forge({ FOUNDRY_PROFILE: 'default', FOUNDRY_VIA_IR: 'false', FOUNDRY_DENY: 'never' }, 'build', 'src');
  if (build.status !== 0) throw new Error(`does not compile:\n${build.stdout}${build.stderr}`);
  const test = forge({ FOUNDRY_PROFILE: 'test' }, ...TEST);
  if (test.status === 0) return undefined;
  const [, failing] = /\[FAIL.*\] (\w+)/.exec(test.stdout) ?? [];
  if (!failing) throw new Error(`the tests could not be run:\n${test.stdout}${test.stderr}`);
  return failing;
}

function forge(settings, ...args) {
  return spawnSync(foundry('forge'), args, { cwd: copy, encoding: 'utf8', env: { ...process.env, ...settings } });
}

function report(name, noticedBy) {
  console.log(`${noticedBy ? 'noticed ' : 'SURVIVED'}  ${name}${noticedBy ? `: ${noticedBy}` : ''}`);
  return noticedBy ? 0 : 1;
}
