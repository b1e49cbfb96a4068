package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogFilter;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** The escrow gets another oracle while the service runs with the next key beside the current. */
class KeyRotationOnChainTest {
  private static final int SESSIONS = 4;
  private static final int DURATION_MINS = 2;
  private static final long GRACE_S = 60;
  private static final long LESS_THAN_A_LEASE_S = 12;
  private static final DevAccounts.DevAccount OLD = DevAccounts.ORACLE;
  private static final DevAccounts.DevAccount NEW = DevAccounts.TREASURY;

  @TempDir Path folder;

  @Test
  void attestsOnWithTheNewKeyEachBookingOnceAndKeepsKeysOutOfLogsAndDatabase() {
    var database = TestDatabase.freshSchema(getClass());
    var keys = LocalStack.oracle(List.of(LocalStack.key(OLD), LocalStack.key(NEW)));
    try (var stack = new LocalStack(folder, database, keys);
        var log = new LogCapture()) {
      long start = stack.nowSeconds() + 120;
      var bookings = unattended(stack, start);

      stack.walkTo(noShowOf(start, 0));
      awaitAttested(stack, bookings.get(0));
      var lost = changeOracleBeforeTheAttestationIsMined(stack, noShowOf(start, 1));
      awaitAttested(stack, bookings.get(1));
      for (int i = 2; i < SESSIONS; i++) {
        stack.walkTo(noShowOf(start, i));
        awaitAttested(stack, bookings.get(i));
      }

      assertThat(stack.chain.rpc().receipt(lost)).get().matches(receipt -> !receipt.succeeded());
      assertThat(bookings.stream().map(key -> attesters(stack, key)).toList())
          .containsExactly(
              List.of(address(OLD)),
              List.of(address(NEW)),
              List.of(address(NEW)),
              List.of(address(NEW)));
      assertShowsNoKey("the log", log.text());
      assertShowsNoKey("the database", everythingIn(database));
    }
  }

  private static List<BookingKey> unattended(LocalStack stack, long start) {
    List<BookingKey> bookings = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      var host = stack.person(DevAccounts.HOSTS.get(i % DevAccounts.HOSTS.size()));
      var guest = stack.person(DevAccounts.GUESTS.get(i));
      bookings.add(stack.book(host, guest, startOf(start, i), DURATION_MINS));
    }
    return bookings;
  }

  private static long startOf(long first, int session) {
    return first + session * 2L * DURATION_MINS * 60;
  }

  private static long noShowOf(long first, int session) {
    return startOf(first, session) + GRACE_S + 10;
  }

  /**
   * The old key's attestation waits in the pool, and a dearer setOracle is mined before it.
   *
   * @return the attestation that comes too late
   */
  private static Hash32 changeOracleBeforeTheAttestationIsMined(LocalStack stack, long dueSeconds) {
    stack.walkTo(dueSeconds - LESS_THAN_A_LEASE_S);
    try (var _ = stack.chain.holdBlocks()) {
      stack.jumpTo(dueSeconds);
      stack.await("an attestation in the pool", () -> !pending(stack).isEmpty());
      var attestation = pending(stack).getFirst().get("hash").hash();
      stack.chain.rpc().sendRaw(setOracle(stack, address(NEW)).bytes());
      return attestation;
    }
  }

  private static List<JsonValue> pending(LocalStack stack) {
    var block = stack.chain.rpc().request("eth_getBlockByNumber", "pending", true);
    return block.get("transactions").items();
  }

  private static SignedTransaction setOracle(LocalStack stack, Address oracle) {
    var rpc = stack.chain.rpc();
    var owner = DevAccounts.OWNER.account();
    var dearTip = BigInteger.TEN.pow(11);
    return TempoTransaction.builder()
        .chainId(LocalChain.CHAIN_ID)
        .maxPriorityFeePerGas(dearTip)
        .maxFeePerGas(Fees.maxFeePerGas(rpc.baseFee(), dearTip))
        .gasLimit(EscrowGas.TRANSACTION + EscrowGas.CONFIGURE)
        .call(stack.calls().setOracle(oracle))
        .nonce(rpc.nonce(owner.address()))
        .feeToken(Funding.ALPHA_USD)
        .build()
        .sign(owner);
  }

  private static void awaitAttested(LocalStack stack, BookingKey key) {
    stack.await(
        key + " attested",
        () ->
            stack.escrow().booking(key.bookingId()).oracleOutcome() == EscrowOutcome.NO_SHOW_HOST);
  }

  /** Who sent what attested it, once for each Attested event. */
  private static List<Address> attesters(LocalStack stack, BookingKey key) {
    var rpc = stack.chain.rpc();
    var filter =
        LogFilter.of(stack.deployment.escrow(), stack.deployment.block(), rpc.blockNumber());
    return rpc.logs(filter).stream()
        .filter(log -> EscrowEvents.decode(log).filter(event -> attests(event, key)).isPresent())
        .map(Log::transactionHash)
        .map(hash -> rpc.transaction(hash).orElseThrow().from())
        .toList();
  }

  private static boolean attests(EscrowEvent event, BookingKey key) {
    return event instanceof EscrowEvent.Attested attested
        && attested.bookingId() == key.bookingId();
  }

  private static Address address(DevAccounts.DevAccount dev) {
    return dev.account().address();
  }

  private static String everythingIn(DatabaseSettings settings) {
    try (var database = Database.open(settings)) {
      var jdbc = database.jdbc();
      var tables =
          jdbc.sql("select tablename from pg_tables where schemaname = current_schema()")
              .query(String.class)
              .list();
      assertThat(tables).contains("outbox", "verdicts");
      return tables.stream()
          .flatMap(
              table ->
                  jdbc
                      .sql("select t::text from \"" + table + "\" t")
                      .query(String.class)
                      .list()
                      .stream())
          .toList()
          .toString();
    }
  }

  private static void assertShowsNoKey(String where, String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (var dev : List.of(OLD, NEW)) {
      assertThat(lower.contains(dev.privateKey().substring(2))).as(where).isFalse();
    }
    assertThat(lower).as(where).contains(address(NEW).toString().toLowerCase(Locale.ROOT));
  }
}
