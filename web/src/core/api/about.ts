import { bool, list, object, optional, otherwise, text, whole } from '../parse';

/** A stablecoin as the service names it. */
const token = object({ address: text, symbol: text, decimals: whole });

/** What a booking made now would carry; `challenge_bond` in token units. */
const terms = object({
  fee_bps: whole,
  late_cancel_penalty_bps: whole,
  challenge_window_s: whole,
  no_attest_buffer_s: whole,
  dispute_timeout_s: whole,
  challenge_bond: text,
});

/** What the page needs of `GET /about`: the chain and its escrow, and on the local one dev accounts. */
export const about = object({
  chain_id: whole,
  accounts: otherwise(list(object({ name: text, address: text })), []),
  escrow: otherwise(text, ''),
  /** The escrow's owner, who reviews disputes. */
  owner: otherwise(text, ''),
  /** Pays fees where the payment token does not reach. */
  fee_token: otherwise(text, ''),
  /** The payment token. */
  token: optional(token),
  terms: optional(terms),
  is_local: otherwise(bool, false),
  /** The service's time, unix milliseconds. */
  now_ms: optional(whole),
});

export type About = ReturnType<typeof about>;
export type DevAccount = About['accounts'][number];
export type Terms = ReturnType<typeof terms>;

/** Anvil's chain id; dev accounts exist there alone. */
export const LOCAL_CHAIN_ID = 31_337;
