package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/** Who pays the fee: the sender, somebody who is asked to, or somebody who signed for it. */
public sealed interface Sponsorship {
  /** The sender pays. */
  Sponsorship NONE = new None();

  /** Somebody else is to pay, and chooses the token. */
  Sponsorship ASKED = new Asked();

  /** The sender pays. */
  record None() implements Sponsorship {}

  /**
   * The sender signed for somebody else to pay; until that one signs, the chain does not take it.
   */
  record Asked() implements Sponsorship {}

  /** A fee payer signed. */
  record Given(Secp256k1Signature signature) implements Sponsorship {}
}
