package org.sessionsettlement.bench.oracle;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** A local chain with an escrow, on which many sessions can be booked at once. */
final class OracleBenchChain implements AutoCloseable {
  static final int DURATION_MINS = 30;
  static final int GRACE_MINS = 5;
  static final int MIN_OVERLAP_MINS = 15;
  static final BigInteger TIP_PER_GAS = BigInteger.TEN.pow(9);
  private static final BigInteger PRICE = BigInteger.valueOf(1_000);
  private static final int CALLS_A_TRANSACTION = 25;
  private static final long GAS_LIMIT = 20_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  final LocalChain chain;
  final LocalDeployment deployment;
  private final Secp256k1Account host = DevAccounts.HOSTS.getFirst().account();
  private final Secp256k1Account guest = DevAccounts.GUESTS.getFirst().account();

  OracleBenchChain(Path folder) {
    chain =
        LocalChain.start(
            new LocalChain.Settings(
                AnvilBinary.findFromWorkingDirectory(),
                FreePort.any(),
                Duration.ofMillis(500),
                Optional.empty(),
                folder.resolve("anvil.log")),
            InstantSource.system());
    deployment = LocalDeployment.deploy(chain.rpc(), DevAccounts.OWNER.account(), settings());
    send(host, List.of(calls().setHostBasePrice(PRICE)));
    var token = new Tip20(Funding.ALPHA_USD);
    send(guest, List.of(token.approve(deployment.escrow(), BigInteger.TWO.pow(100))));
  }

  private static EscrowSettings settings() {
    return new EscrowSettings(
        Funding.ALPHA_USD,
        DevAccounts.ORACLE.account().address(),
        DevAccounts.TREASURY.account().address(),
        1_000,
        3_600,
        BigInteger.valueOf(1_000_000),
        5_000,
        10_800,
        86_400);
  }

  /**
   * Books that many sessions that all begin then; their ids, which follow each other.
   *
   * @param startSeconds unix seconds
   */
  List<Long> book(int sessions, long startSeconds) {
    long first = escrow().nextBookingId();
    for (int done = 0; done < sessions; done += CALLS_A_TRANSACTION) {
      bookSome(Math.min(CALLS_A_TRANSACTION, sessions - done), startSeconds);
    }
    return LongStream.range(first, first + sessions).boxed().toList();
  }

  private void bookSome(int sessions, long startSeconds) {
    long firstSlot = escrow().nextSlotId();
    var slots = new ArrayList<Call>();
    var bookings = new ArrayList<Call>();
    for (int i = 0; i < sessions; i++) {
      slots.add(calls().createSlot(startSeconds, DURATION_MINS, GRACE_MINS, MIN_OVERLAP_MINS, 0));
      bookings.add(calls().book(firstSlot + i));
    }
    send(host, slots);
    send(guest, bookings);
  }

  Receipt send(Secp256k1Account account, List<Call> calls) {
    var transaction =
        TempoTransaction.builder()
            .chainId(LocalChain.CHAIN_ID)
            .maxPriorityFeePerGas(TIP_PER_GAS)
            .maxFeePerGas(Fees.maxFeePerGas(rpc().baseFee(), TIP_PER_GAS))
            .gasLimit(GAS_LIMIT)
            .calls(calls)
            .nonce(rpc().nonce(account.address()))
            .feeToken(Funding.ALPHA_USD)
            .build();
    var receipt = rpc().sendAndWait(transaction.sign(account), LIMIT, Duration.ofMillis(20));
    if (!receipt.succeeded()) {
      throw new IllegalStateException("the bench's own transaction reverted");
    }
    return receipt;
  }

  EscrowCalls calls() {
    return new EscrowCalls(deployment.escrow());
  }

  SessionEscrow escrow() {
    return new SessionEscrow(rpc(), deployment.escrow());
  }

  TempoRpc rpc() {
    return chain.rpc();
  }

  Secp256k1Account host() {
    return host;
  }

  Secp256k1Account guest() {
    return guest;
  }

  @Override
  public void close() {
    chain.close();
  }
}
