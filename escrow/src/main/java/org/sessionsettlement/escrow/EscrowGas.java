package org.sessionsettlement.escrow;

/**
 * Gas limits for the parts of a transaction: add up {@link #TRANSACTION} and its calls. Estimates ignore batches on
 * Anvil, hence constants. Each is about twice what SessionOnChainTest saw (in brackets: Anvil 1.7.1, hardfork T3,
 * AlphaUSD), so that accounts and words which are fresh by chance (250,000 gas each) fit; what is not used is not paid.
 */
public final class EscrowGas {
  /** Deployment, a transaction of its own [25.3M: 1,000 gas a byte of code]; 30M is the most a transaction may use. */
  public static final long DEPLOY = 30_000_000;

  /** What a transaction costs before its first call: base, and the first nonce of the account or an expiring one. */
  public static final long TRANSACTION = 350_000;

  /** A TIP-20 approval [280k when the allowance is fresh]. */
  public static final long APPROVE = 350_000;

  /** A slot [291k]. */
  public static final long CREATE_SLOT = 600_000;

  /** A booking, with the pull of the price [330k; 530k for the first of all]. */
  public static final long BOOK = 1_000_000;

  /** An offer, with the pull of its amount [1.05M]. */
  public static final long CREATE_REQUEST = 1_800_000;

  /** Accepting an offer: slot and booking [563k]. */
  public static final long ACCEPT_REQUEST = 1_200_000;

  /** Attesting [305k]. */
  public static final long ATTEST = 650_000;

  /** Disputing, with the pull of the bond [82k]. */
  public static final long CHALLENGE = 650_000;

  /** Finalizing, resolving, cancelling, claiming [31k to 304k]; up to three accounts are credited afresh. */
  public static final long SETTLE = 1_100_000;

  /** Paying out what is owed [50k; 300k with a fresh balance]. */
  public static final long WITHDRAW = 650_000;

  /** A setting, or a host's base price [780k with its first list entry]. */
  public static final long CONFIGURE = 1_000_000;

  private EscrowGas() {}
}
