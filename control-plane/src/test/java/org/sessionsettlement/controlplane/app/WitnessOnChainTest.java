package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.oracle.Agreement;
import org.sessionsettlement.controlplane.oracle.RpcWitness;
import org.sessionsettlement.controlplane.oracle.Witness;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.rpc.BlockTag;

/** A second endpoint on a real chain, honest and not. */
class WitnessOnChainTest {
  @TempDir Path folder;

  @Test
  void isBelievedWhereItIsOnTheSameChainAndAsFarAndOtherwiseNot() {
    var database = TestDatabase.freshSchema(getClass());
    try (var stack = new LocalStack(folder, database, ServiceConfig.Oracle.OFF);
        var second = new LyingEndpoint(URI.create(stack.chain.rpcUrl()))) {
      var kept = book(stack, 0);
      var cancelled = book(stack, 1);
      var witness = witness(stack, second);
      assertThat(witness.agreesBooked(List.of(kept, cancelled))).isEqualTo(new Agreement.Agrees());

      stack.send(
          DevAccounts.GUESTS.get(1).account(),
          EscrowGas.SETTLE,
          stack.calls().cancelBookingAsGuest(cancelled.bookingId()));
      assertThat(witness.agreesBooked(List.of(kept, cancelled)))
          .isEqualTo(new Agreement.Disagrees(Set.of(cancelled)));

      second.about("eth_call", "\"0x" + "00".repeat(11 * 32) + "\"");
      assertThat(witness.agreesBooked(List.of(kept)))
          .isEqualTo(new Agreement.Disagrees(Set.of(kept)));
      second.about("eth_call", "\"0x\"");
      assertUnavailable(witness, kept, "no_answer");
      second.tellTheTruth();

      second.about("eth_chainId", "\"0x1079\"");
      assertUnavailable(witness, kept, "other_chain");
      second.tellTheTruth();

      second.about("eth_getBlockByNumber", "null");
      assertUnavailable(witness, kept, "behind");
      second.about("eth_getBlockByNumber", older(stack));
      assertUnavailable(witness, kept, "other_block");

      second.cut();
      assertUnavailable(witness, kept, "no_answer");
    }
  }

  private static Witness witness(LocalStack stack, LyingEndpoint second) {
    return new RpcWitness(
        WitnessEndpoint.at(second.url(), new Meters()),
        LocalChain.CHAIN_ID,
        () -> stack.chain.rpc().block(BlockTag.LATEST));
  }

  private static void assertUnavailable(Witness witness, BookingKey key, String reason) {
    assertThat(witness.agreesBooked(List.of(key))).isEqualTo(new Agreement.Unavailable(reason));
  }

  /** What a node on a fork would have: another block. */
  private static String older(LocalStack stack) {
    var block = stack.chain.rpc().block(1);
    return "{\"number\":\"0x1\",\"hash\":\"%s\",\"parentHash\":\"%s\",\"timestamp\":\"0x1\"}"
        .formatted(block.hash(), block.parentHash());
  }

  private static BookingKey book(LocalStack stack, int pair) {
    return stack.book(
        stack.person(DevAccounts.HOSTS.get(pair)),
        stack.person(DevAccounts.GUESTS.get(pair)),
        stack.nowSeconds() + 3_600,
        2);
  }
}
