// solhint's recommended rules, less those that argue with a decision. Whatever is left must find nothing.
module.exports = {
  extends: 'solhint:recommended',
  rules: {
    // The published ABI fixes which event fields are indexed, and the order of the structs that it shows. How our own
    // structs are packed is held by storage-layout.json.
    'gas-indexed-events': 'off',
    'gas-struct-packing': 'off',
    // An immutable with a getter has the getter's published name.
    'immutable-vars-naming': ['error', { immutablesAsConstants: false }],
    // Limits read as the interface states them ("at most"); < instead of <= saves three gas.
    'gas-strict-inequalities': 'off',
    // Wants a tag for every parameter, also where the name says all. Tags that are wrong are errors of the compiler.
    'use-natspec': 'off',
    // Constructors have no visibility since 0.7.
    'func-visibility': ['error', { ignoreConstructors: true }],
    // Beyond the recommended ones.
    'code-complexity': ['error', 7],
    'compiler-version': ['error', '^0.8.25'],
    'function-max-lines': ['error', 50],
  },
};
