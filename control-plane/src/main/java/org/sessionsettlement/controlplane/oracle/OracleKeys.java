package org.sessionsettlement.controlplane.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who signs what. An attestation is signed by the account that the escrow names as its oracle at
 * that moment, so that a node which has the next key beside the current one goes on through {@code
 * setOracle} without a restart.
 */
public final class OracleKeys implements TransactionMaker.Signers {
  /** How long an escrow's answer is believed: some blocks. */
  static final Duration BELIEVED_FOR = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(OracleKeys.class);

  private final List<Account> oracles;
  private final Optional<Account> keeper;
  private final UnaryOperator<Address> oracleOnChain;
  private final LongSupplier nanoTime;
  private final Map<Address, Seen> seen = new ConcurrentHashMap<>();

  /** An escrow's oracle, and when it was asked for. */
  private record Seen(Address oracle, long atNanos) {}

  /**
   * @param oracles the current account first, then the next; none where this node does not attest
   * @param keeper finalizes; absent where this node does not
   * @param oracleOnChain asks an escrow for its oracle; what it throws when the chain is away,
   *     {@link #of} throws too
   * @param nanoTime never goes back
   */
  public OracleKeys(
      List<Account> oracles,
      Optional<Account> keeper,
      UnaryOperator<Address> oracleOnChain,
      LongSupplier nanoTime) {
    this.oracles = List.copyOf(oracles);
    this.keeper = keeper;
    this.oracleOnChain = oracleOnChain;
    this.nanoTime = nanoTime;
  }

  /**
   * The account that signs it. Where none of ours is the escrow's oracle it is the first, which the
   * contract refuses with its own reason.
   */
  @Override
  public Account of(Intent intent) {
    return switch (intent) {
      case Intent.Attest attest -> oracleOf(attest.booking().escrow());
      case Intent.Finalize _, Intent.FinalizeDispute _ -> keeper.orElseThrow();
    };
  }

  private Account oracleOf(Address escrow) {
    return ofOurs(believed(escrow)).orElseGet(oracles::getFirst);
  }

  private Optional<Account> ofOurs(Address oracle) {
    return oracles.stream().filter(account -> account.address().equals(oracle)).findFirst();
  }

  private Address believed(Address escrow) {
    return Optional.ofNullable(seen.get(escrow))
        .filter(last -> nanoTime.getAsLong() - last.atNanos() < BELIEVED_FOR.toNanos())
        .map(Seen::oracle)
        .orElseGet(() -> ask(escrow));
  }

  /** Has the escrow asked anew: it refused an attestation with NOT_ORACLE. */
  @Override
  public void forget(Address escrow) {
    seen.computeIfPresent(
        escrow, (_, last) -> new Seen(last.oracle(), last.atNanos() - BELIEVED_FOR.toNanos()));
  }

  /** Asks the escrow now, and tells where its oracle has changed. */
  public void look(Address escrow) {
    ask(escrow);
  }

  /** Whether one of ours was that escrow's oracle when it was last asked; false before that. */
  public boolean fitted(Address escrow) {
    return Optional.ofNullable(seen.get(escrow)).flatMap(last -> ofOurs(last.oracle())).isPresent();
  }

  private Address ask(Address escrow) {
    var oracle = oracleOnChain.apply(escrow);
    var last = seen.put(escrow, new Seen(oracle, nanoTime.getAsLong()));
    if (last == null || !last.oracle().equals(oracle)) {
      tell(escrow, oracle);
    }
    return oracle;
  }

  private void tell(Address escrow, Address oracle) {
    if (ofOurs(oracle).isPresent()) {
      LOG.info("attestations to {} are signed by its oracle {}", escrow, oracle);
    } else {
      LOG.error("{} has the oracle {}, whose key is not here: nothing is attested", escrow, oracle);
    }
  }
}
