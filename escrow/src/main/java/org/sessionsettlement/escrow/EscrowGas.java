package org.sessionsettlement.escrow;

/**
 * Gas limits for transactions of one call each, and for the parts of a batch (add them up). Estimates ignore batches on
 * Anvil, hence constants: about one and a half times what was measured on Anvil 1.7.1, hardfork T3, AlphaUSD, in the
 * worst case (every storage word fresh, first nonce of the account). What is not used is not paid.
 */
public final class EscrowGas {
  /** Deployment: code is 1,000 gas a byte; near the 30,000,000 that a transaction may use. */
  public static final long DEPLOY = 29_500_000;

  /** What a transaction costs before its first call: base, first nonce of an account or an expiring nonce. */
  public static final long TRANSACTION = 350_000;

  /** A TIP-20 approval of a fresh allowance. */
  public static final long APPROVE = 350_000;

  /** A function that writes at most three fresh words. */
  public static final long CREATE_SLOT = 1_400_000;

  /** Booking, with the pull of the price and the guest's first account word. */
  public static final long BOOK = 2_800_000;

  /** A guest's offer, with the pull of its amount. */
  public static final long CREATE_REQUEST = 2_800_000;

  /** Accepting an offer. */
  public static final long ACCEPT_REQUEST = 2_800_000;

  /** Attesting. */
  public static final long ATTEST = 900_000;

  /** Disputing, with the pull of the bond. */
  public static final long CHALLENGE = 1_500_000;

  /** Finalizing, resolving, cancelling, claiming: up to three accounts are credited. */
  public static final long SETTLE = 1_200_000;

  /** Paying out to an account that has no balance yet. */
  public static final long WITHDRAW = 800_000;

  /** A setting, or a host's base price. */
  public static final long CONFIGURE = 800_000;

  private EscrowGas() {}
}
