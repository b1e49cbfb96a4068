import { list, object, otherwise, text, whole } from '../parse';

/** What the page needs of `GET /about`: the chain, and on the local one its dev accounts. */
export const about = object({
  chain_id: whole,
  accounts: otherwise(list(object({ name: text, address: text })), []),
});

export type About = ReturnType<typeof about>;
export type DevAccount = About['accounts'][number];

/** Anvil's chain id; dev accounts exist there alone. */
export const LOCAL_CHAIN_ID = 31_337;
