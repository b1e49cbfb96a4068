package org.sessionsettlement.tempo.policy;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.revert.Revert;

/** What would become of a payout now. */
public sealed interface PayoutAnswer {
  /** Where diverted tokens go (TIP-1028). */
  Address GUARD = Address.parse("0xB10C000000000000000000000000000000000000");

  /** The receiver would get it. */
  record Allowed() implements PayoutAnswer {}

  /**
   * The transfer would succeed and the tokens go to the guard, where only the receiver's recovery
   * authority can claim them. Pay to another address.
   */
  record Diverted(DiversionReason reason, Address guard) implements PayoutAnswer {}

  /** The transfer would revert: paused, forbidden by the token's policy, too little there. */
  record Refused(Revert why) implements PayoutAnswer {}

  /**
   * The transfer would succeed, and this chain has no receive policies (before hardfork T6):
   * nothing can be diverted.
   */
  record NotSupportedHere() implements PayoutAnswer {}
}
