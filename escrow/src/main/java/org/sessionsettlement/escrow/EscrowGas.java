package org.sessionsettlement.escrow;

/**
 * Gas limits for the parts of a transaction: add up {@link #TRANSACTION} and its calls. Estimates
 * ignore batches on Anvil, hence constants. In brackets what was measured
 * (contracts/gas-snapshot.json and SessionOnChainTest: Anvil 1.7.1, hardfork T3, AlphaUSD); the
 * rest is room for accounts and words that are fresh by chance, 250,000 gas each. What is not used
 * is not paid.
 */
public final class EscrowGas {
  /**
   * Deployment, a transaction of its own [19.2M: 1,000 gas a byte of code]; 30M is the most a
   * transaction may use.
   */
  public static final long DEPLOY = 30_000_000;

  /**
   * What a transaction costs before its first call: base, and the first nonce of the account or an
   * expiring one.
   */
  public static final long TRANSACTION = 350_000;

  /** A TIP-20 approval [280k when the allowance is fresh]. */
  public static final long APPROVE = 350_000;

  /** A slot [290k]. */
  public static final long CREATE_SLOT = 600_000;

  /** A booking, with the pull of the price [331k; 580k for the first of all]. */
  public static final long BOOK = 1_000_000;

  /** An offer, with the pull of its amount [836k]. */
  public static final long CREATE_REQUEST = 1_800_000;

  /** Accepting an offer: slot and booking [560k]. */
  public static final long ACCEPT_REQUEST = 1_200_000;

  /** Attesting [292k; 305k with an expiring nonce]. */
  public static final long ATTEST = 650_000;

  /** Disputing, with the pull of the bond [86k]. */
  public static final long CHALLENGE = 650_000;

  /**
   * Finalizing, resolving, cancelling, claiming [31k to 304k]; up to three accounts are credited
   * afresh.
   */
  public static final long SETTLE = 1_100_000;

  /** Paying out what is owed [50k; 300k with a fresh balance]. */
  public static final long WITHDRAW = 650_000;

  /** A setting, or a host's base price [287k, more for the first of all]. */
  public static final long CONFIGURE = 1_000_000;

  private EscrowGas() {}
}
