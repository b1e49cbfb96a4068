package org.sessionsettlement.tempo.nonce;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.event.EventShape;
import org.sessionsettlement.tempo.event.EventTable;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** The precompile that counts the parallel sequences of nonces. */
public final class NonceManager {
  /** Where it is on every Tempo chain. */
  public static final Address ADDRESS = Address.parse("0x4e4F4E4345000000000000000000000000000000");

  private static final EventTable<NonceIncremented> EVENTS =
      new EventTable<>(
          List.of(
              new EventShape<>(
                  "NonceIncremented(address,uint256,uint64)",
                  2,
                  1,
                  words ->
                      new NonceIncremented(
                          words.topicAddress(0), words.topicUint(1), words.longAt(0)))));

  private NonceManager() {}

  /** A transaction used a key. */
  public record NonceIncremented(Address account, BigInteger nonceKey, long newNonce) {}

  /**
   * The next nonce of an account's sequence with this key; 0 for a key that was never used.
   *
   * @throws IllegalArgumentException for key 0, which is the account's own sequence
   *     (eth_getTransactionCount), and for {@link TempoTransaction#EXPIRING_NONCE_KEY}, which is no
   *     sequence
   */
  public static ContractRead<Long> nonce(Address account, BigInteger nonceKey) {
    if (nonceKey.signum() == 0 || nonceKey.equals(TempoTransaction.EXPIRING_NONCE_KEY)) {
      throw new IllegalArgumentException("the nonce manager counts no key " + nonceKey);
    }
    return new ContractRead<>(
        ADDRESS,
        AbiWords.call(
            "getNonce(address,uint256)", AbiWords.address(account), AbiWords.uint(nonceKey)),
        data -> AbiWords.uintAt(data, 0).longValueExact());
  }

  /** The event of a log of the nonce manager; empty for anything else. */
  public static Optional<NonceIncremented> decode(Log log) {
    return log.address().equals(ADDRESS) ? EVENTS.decode(log) : Optional.empty();
  }
}
