// Holds the contract's storage layout, as the compiler reports it, against storage-layout.json; with --update, writes
// that file. A slip in a struct would otherwise show only as gas: a field that no longer fits opens a fresh word.
import { readFileSync, writeFileSync } from 'node:fs';

const SNAPSHOT = 'storage-layout.json';
const ARTIFACT = 'out/SessionEscrowV1.sol/SessionEscrowV1.json';
const BYTES_A_WORD = 32;

const { storageLayout } = JSON.parse(readFileSync(ARTIFACT, 'utf8'));
const { storage, types } = storageLayout;
const layout = `${JSON.stringify({ contract: words(storage), structs: structs() }, null, 2)}\n`;

if (process.argv.includes('--update')) {
  writeFileSync(SNAPSHOT, layout);
  console.log(`${SNAPSHOT} written`);
} else {
  const drift = differences(readFileSync(SNAPSHOT, 'utf8'), layout);
  if (drift.length > 0) {
    console.error(`The storage layout is no longer that of ${SNAPSHOT} (- snapshot, + compiled):`);
    console.error(drift.join('\n'));
    console.error('If this is meant, run "npm run layout" and commit the file with the change.');
    process.exitCode = 1;
  }
}

function structs() {
  const named = Object.values(types).filter((type) => type.members);
  named.sort((a, b) => (a.label < b.label ? -1 : 1));
  return Object.fromEntries(named.map((type) => [plain(type.label), words(type.members)]));
}

/** Lines "bytes from-to: type name" by word; what is free at a word's end is said, too. */
function words(members) {
  const byWord = {};
  for (const { slot, offset, label, type } of members) {
    const { numberOfBytes, encoding, label: typeLabel } = types[type];
    const end = offset + Number(numberOfBytes);
    const field = `${plain(typeLabel)} ${label}`;
    const line = encoding === 'mapping' ? field : `${bytes(offset, end)}: ${field}`;
    (byWord[`word ${slot}`] ??= { fields: [] }).fields.push(line);
    byWord[`word ${slot}`].end = end;
  }
  return Object.fromEntries(Object.entries(byWord).map(([word, { fields, end }]) => [word, withFree(fields, end)]));
}

function withFree(fields, end) {
  return end < BYTES_A_WORD ? [...fields, `${bytes(end, BYTES_A_WORD)}: free`] : fields;
}

function bytes(from, until) {
  return until - from === 1 ? `byte ${from}` : `bytes ${from}-${until - 1}`;
}

/** The type without the contract that declares it. */
function plain(label) {
  return label.replace(/\b(struct|enum) /g, '').replace(/\bI?SessionEscrowV1\./g, '');
}

/** Each line with the struct and word that it is in, so that a line that moved is seen. */
function differences(before, after) {
  const [old, current] = [before, after].map((text) => new Set(lines(JSON.parse(text))));
  return [
    ...[...old].filter((line) => !current.has(line)).map((line) => `- ${line}`),
    ...[...current].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}

function lines({ contract, structs }) {
  const of = (name, byWord) =>
    Object.entries(byWord).flatMap(([word, fields]) => fields.map((field) => `${name}, ${word}, ${field}`));
  return [...of('SessionEscrowV1', contract), ...Object.entries(structs).flatMap(([name, w]) => of(name, w))];
}
