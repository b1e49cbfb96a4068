// Foundry's binaries themselves. The launchers that its npm packages install answer 0 even when forge fails, so that a
// failing test would pass the build.
// As a program: node scripts/foundry.mjs <tool> <arguments>, with the tool's exit code.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };
const [platform, suffix] = process.platform === 'win32' ? ['win32', '.exe'] : [process.platform, ''];

/** Path of `forge`, `anvil` or `cast` for this platform. */
export function foundry(tool) {
  return resolve(`@foundry-rs/${tool}-${platform}-${ARCHITECTURES[process.arch]}/bin/${tool}${suffix}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tool, ...args] = process.argv.slice(2);
  const { status, error } = spawnSync(foundry(tool), args, { stdio: 'inherit' });
  if (error) console.error(error.message);
  process.exitCode = status ?? 1;
}
