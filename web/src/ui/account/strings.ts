/** Texts of signing in and of accounts. */
export const C = {
  text: 'Your account shows who you are. It signs a message; that costs nothing and moves no money.',
  close: 'Close',
  busy: 'Waiting for your account…',
  passkeys: 'Passkey',
  passkeyText:
    'An account on Tempo whose key stays in this device, behind your fingerprint, face or PIN.',
  passkeyName: 'A name for it',
  passkeyDefault: 'My account',
  passkeyCreate: 'Create a passkey',
  passkeyNone: 'This browser has no passkeys.',
  passkeyUse: 'Use this passkey',
  testMoney: {
    none: 'This account holds no test money yet: it cannot pay anything, fees included.',
    get: 'Get test money',
    busy: 'Test money is on its way…',
    failed: (why: string) => `No test money came: ${why}`,
    noPurse: 'nobody here has any to give',
  },
} as const;
