/** Texts of the dialog in which something is done on chain. */
export const D = {
  asking: 'Finding out what it costs…',
  pays: 'Leaves your account now',
  fee: 'Network fee, at most',
  feeNote: 'What is not needed of it is not taken.',
  walletFee: 'Your wallet shows the fee again before you sign.',
  severalSignatures: (n: number) => `You are asked to sign ${n} times.`,
  severalTransactions: (n: number) => `This takes ${n} transactions, one after the other.`,
  confirm: 'Sign and send',
  cancel: 'Back',
  close: 'Close',
  tryAgain: 'Try again',
  /** By the account's kind: who is waited for. */
  signing: {
    passkey: 'Confirm with your device…',
    injected: 'Confirm in your wallet…',
    dev: 'Signing…',
  },
  sent: 'Sent. Waiting for the chain to confirm it…',
  sentNote: 'You may close this; it goes on without it.',
  unheard: 'The chain does not answer at the moment. It is not known yet whether this was done.',
  done: 'Done. The chain has confirmed it.',
  doneOf: (finished: number, of: number) => `${finished} of ${of} done`,
  hash: 'Transaction',
  failed: 'This was not done',
  failedAfter: (finished: number, of: number) =>
    `${finished} of ${of} transactions are done and stay so; the others are not.`,
  noAccount: 'This page does not have your account at hand. Sign out, and sign in again.',
  noEscrow: 'The service does not say which escrow it works for. Try again in a moment.',
  units: 'USD',
} as const;

/** What went wrong, and what to do; by the contract's reason or by our code. */
const PROBLEMS: Readonly<Record<string, string>> = {
  wallet_refused: 'You did not sign. Nothing was done.',
  too_little_balance:
    'Your account holds too little of the stablecoin for this and its fee. Put some in, then try again.',
  token_paused: 'The stablecoin is paused by its issuer: nobody can move it now. Try again later.',
  token_policy:
    'The stablecoin’s policy refuses this transfer. Use another address, or ask its issuer.',
  chain_unreachable: 'The chain does not answer. Nothing was sent. Try again in a moment.',
  not_mined: 'The chain did not take it in time, and no longer will. Nothing was done. Try again.',
  reverted: 'The chain refused it without saying why. Nothing was done but the fee.',

  NOT_BOOKED: 'This session is no longer only booked: it was cancelled, or it is already decided.',
  ALREADY_STARTED: 'The session has already started; it can no longer be cancelled.',
  NOT_ATTESTED: 'There is no outcome to challenge any more: it was challenged, or it is settled.',
  WINDOW_OVER: 'The time to challenge is over.',
  NOT_DISPUTED: 'There is no open dispute any more: it is already resolved.',
  NOT_FINALIZABLE: 'This is already settled, or not decided yet.',
  TOO_EARLY: 'It is too early for this. Wait for the time that the page shows.',
  NOT_PARTY: 'Only the host and the guest of this session can do this.',
  NOT_GUEST: 'Only the guest can do this.',
  NOT_HOST: 'Only the host can do this.',
  NOT_OWNER: 'Only the reviewer can do this.',
  NOTHING_OWED: 'Nothing is owed to you any more: it has been paid out.',
  NOT_AVAILABLE: 'This time is no longer free: somebody booked it, or the host took it back.',
  ALREADY_BOOKED: 'Somebody else has booked this time. Choose another.',
  TOO_LATE: 'This time starts too soon to be booked. Choose a later one.',
  HOST_CANNOT_BOOK: 'You are the host of this time; you cannot book it yourself.',
  NOT_OPEN: 'This is no longer open: it was booked, accepted or cancelled.',
  NO_BASE_PRICE: 'Set your price first.',
  START_TOO_SOON: 'The start is too soon. Choose one more than a minute from now.',
  BAD_PRICE: 'A price must be more than nothing.',
  BAD_DURATION: 'A session lasts from 1 to 240 minutes.',
  BAD_OVERLAP: 'The time needed together cannot be longer than the session.',
  BAD_CUTOFF: 'Free cancelling can end at most 7 days before the start.',
  BAD_AMOUNT: 'An offer must be more than nothing.',
  BAD_WINDOW: 'The latest start is before the earliest one.',
  BAD_EXPIRY: 'The offer must end before the latest start.',
  BAD_TIME: 'The start is outside of what the guest asked for.',
  EXPIRED: 'This request has expired.',
  LOW_OFFER: 'The offer is below the host’s price.',
  GUEST_CANNOT_ACCEPT: 'You made this request; another must accept it.',
  BAD_ADDR: 'This is not an address that can be paid.',
  AMOUNT_TOO_LARGE: 'The amount is more than the escrow can hold.',
};

/** A failed deed in words. */
export const deedProblem = (code: string): string =>
  PROBLEMS[code] ?? `The contract refused it (${code}). Nothing was done.`;
