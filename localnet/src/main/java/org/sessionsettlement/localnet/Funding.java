package org.sessionsettlement.localnet;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/** Gives accounts of the local chain AlphaUSD, out of the purse of a rich one. */
public final class Funding {
  /** The stablecoin of the local stack: money and fees alike. */
  public static final Address ALPHA_USD =
      Address.parse("0x20c0000000000000000000000000000000000001");

  private static final Tip20 TOKEN = new Tip20(ALPHA_USD);
  private static final long GAS_PER_TRANSFER = 400_000;
  private static final long GAS_BASE = 400_000;
  private static final int TRANSFERS_A_TRANSACTION = 25;

  private final LocalSender sender;

  public Funding(TempoRpc rpc, Secp256k1Account purse) {
    this.sender = new LocalSender(rpc, purse);
  }

  /**
   * Sends each account that many token units; returns once they have them.
   *
   * @throws LocalnetException if a transfer fails
   */
  public void fund(List<Address> accounts, BigInteger units) {
    for (int from = 0; from < accounts.size(); from += TRANSFERS_A_TRANSACTION) {
      int until = Math.min(accounts.size(), from + TRANSFERS_A_TRANSACTION);
      transfer(accounts.subList(from, until), units);
    }
  }

  private void transfer(List<Address> accounts, BigInteger units) {
    List<Call> calls = accounts.stream().map(to -> TOKEN.transfer(to, units)).toList();
    sender.send("the funding of accounts", calls, GAS_BASE + GAS_PER_TRANSFER * calls.size());
  }
}
