package org.sessionsettlement.cli.stack;

import java.math.BigInteger;
import java.time.Duration;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;

/** How the escrow of a local stack is configured. */
public final class LocalEscrow {
  private static final int FEE_BPS = 500;
  private static final int LATE_CANCEL_PENALTY_BPS = 5_000;
  private static final BigInteger CHALLENGE_BOND_UNITS = BigInteger.valueOf(5_000_000);
  private static final Duration CHALLENGE_WINDOW = Duration.ofHours(1);
  private static final Duration NO_ATTEST_BUFFER = Duration.ofHours(3);
  private static final Duration DISPUTE_TIMEOUT = Duration.ofDays(1);

  private LocalEscrow() {}

  /**
   * 5% fee, half the price for a late cancellation, an hour to challenge with 5 AlphaUSD, a day to
   * resolve.
   */
  public static EscrowSettings settings() {
    return new EscrowSettings(
        Funding.ALPHA_USD,
        DevAccounts.ORACLE.account().address(),
        DevAccounts.TREASURY.account().address(),
        FEE_BPS,
        CHALLENGE_WINDOW.toSeconds(),
        CHALLENGE_BOND_UNITS,
        LATE_CANCEL_PENALTY_BPS,
        NO_ATTEST_BUFFER.toSeconds(),
        DISPUTE_TIMEOUT.toSeconds());
  }
}
