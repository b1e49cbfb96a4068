// Compiles SessionEscrowV1 with npm's solc and writes ABI and bytecode as resources. Skips when nothing changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const source = readFileSync('src/SessionEscrowV1.sol', 'utf8');
const output = 'target/classes/org/sessionsettlement/contracts';
const stamp = createHash('sha256').update(source).update(readFileSync('package-lock.json')).digest('hex');
if (existsSync(`${output}/stamp`) && readFileSync(`${output}/stamp`, 'utf8') === stamp) process.exit(0);
const { default: solc } = await import('solc');
const settings = {
  viaIR: true,
  optimizer: { enabled: true, runs: 1 },
  metadata: { bytecodeHash: 'none' },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
};
const result = JSON.parse(
  solc.compile(JSON.stringify({ language: 'Solidity', sources: { 'src/SessionEscrowV1.sol': { content: source } }, settings })),
);
if (result.errors?.length) {
  for (const error of result.errors) console.error(error.formattedMessage);
  process.exit(1);
}
const { abi, evm } = result.contracts['src/SessionEscrowV1.sol'].SessionEscrowV1;
mkdirSync(output, { recursive: true });
writeFileSync(`${output}/SessionEscrowV1.abi.json`, JSON.stringify(abi));
writeFileSync(`${output}/SessionEscrowV1.bin`, evm.bytecode.object);
writeFileSync(`${output}/SessionEscrowV1.runtime.bin`, evm.deployedBytecode.object);
writeFileSync(`${output}/stamp`, stamp);
