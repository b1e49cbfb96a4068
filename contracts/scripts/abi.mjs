// Compares two ABIs as sets of entries: order does not matter, everything that a caller or an indexer sees does.
// Left out are two things of the compiler's bookkeeping: where a type was declared (our interface declares what the
// published ABI calls SessionEscrowV1.X), and the name of a getter's key (only a public mapping can leave it out).

const parameter = (isGetterKey) => (p) => ({
  type: p.type,
  name: isGetterKey ? '' : p.name,
  indexed: p.indexed ?? false,
  internalType: (p.internalType ?? '').replace('ISessionEscrowV1.', 'SessionEscrowV1.'),
  components: (p.components ?? []).map(parameter(false)),
});

const entry = (getterKeys) => (e) => {
  const isGetter = getterKeys.has(e.name) && e.type === 'function';
  return JSON.stringify({
    type: e.type,
    name: e.name ?? '',
    stateMutability: e.stateMutability ?? '',
    anonymous: e.anonymous ?? false,
    inputs: (e.inputs ?? []).map(parameter(isGetter)),
    outputs: (e.outputs ?? []).map(parameter(false)),
  });
};

/** Lines that say what is missing (-) from `built`, or too much (+) in it, compared with `published`. */
export function differences(built, published) {
  const unnamed = published.filter((e) => e.type === 'function' && e.inputs.some((p) => p.name === ''));
  const normalize = entry(new Set(unnamed.map((e) => e.name)));
  const has = new Set(built.map(normalize));
  const wants = new Set(published.map(normalize));
  return [
    ...[...wants].filter((e) => !has.has(e)).map((e) => `- ${e}`),
    ...[...has].filter((e) => !wants.has(e)).map((e) => `+ ${e}`),
  ];
}
