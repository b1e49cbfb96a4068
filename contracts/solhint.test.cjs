// The contract's rules; tests may also do what a contract should not.
const { extends: recommended, rules } = require('./solhint.cjs');

module.exports = {
  extends: recommended,
  rules: {
    ...rules,
    // Tests send what the interface would not let them send, and look at what comes back.
    'avoid-low-level-calls': 'off',
    'no-inline-assembly': 'off',
    // Names of tests are sentences behind test_ and invariant_, as forge looks for them.
    'func-name-mixedcase': 'off',
    // One file is one group of functions, with a contract for each of them.
    'one-contract-per-file': 'off',
    // Refuses forge-std, which foundry.toml maps into node_modules.
    'import-path-check': 'off',
    // The price of a test's gas is no price.
    'gas-custom-errors': 'off',
    'gas-small-strings': 'off',
    'reason-string': 'off',
    'no-empty-blocks': 'off',
  },
};
