package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.cli.stack.ServiceClock;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.stack.StackSettings;
import org.sessionsettlement.client.EscrowApi;
import org.sessionsettlement.client.EscrowApi.SlotOffer;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.TimeMover;
import tools.jackson.databind.JsonNode;

/** Calls between processes, over the real service. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test.
class CallCommandTest {
  private static final DevAccount HOST = DevAccounts.HOSTS.getFirst();
  private static final DevAccount GUEST = DevAccounts.GUESTS.getFirst();
  private static final BigInteger PRICE = BigInteger.valueOf(12_000_000);
  private static final long NOTICE_S = 7_200;
  private static final long EXIT_TIMEOUT_S = 60;

  @TempDir static Path folder;
  private static Stack stack;
  private static String bookingId;

  @BeforeAll
  static void bookASessionThatBeginsNow() throws IOException {
    stack = Stack.start(settings(), now -> {});
    long start = stack.chain().clock().nowSeconds() + NOTICE_S;
    var _ = as(HOST).setHostBasePrice(PRICE).orThrow();
    long slotId = as(HOST).createSlot(new SlotOffer(start, 30, 5, 15, 60)).orThrow().value();
    bookingId = Long.toString(as(GUEST).book(slotId).orThrow().value());
    ServiceClock clock = new ServiceClock(stack.service().url());
    var _ = new TimeMover(stack.chain().clock(), List::of, clock).advanceTo(start);
    Files.writeString(folder.resolve("host.key"), HOST.privateKey());
    Files.writeString(folder.resolve("guest.key"), GUEST.privateKey());
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void twoPartiesHearEachOtherUntilOneHangsUp() throws Exception {
    try (CallProcess host = call("host");
        CallProcess guest = call("guest", "--for", "10s")) {
      host.untilPhase("connected");
      guest.untilPhase("connected");
      JsonNode ended = guest.untilPhase("ended");
      assertThat(ended.get("reason").asString()).isEqualTo("hung_up");
      assertHeard(guest.last());
      assertThat(guest.exitCode(EXIT_TIMEOUT_S)).isZero();

      host.untilPhase("waiting_for_peer");
      host.interrupt();
      host.untilPhase("ended");
      assertHeard(host.last());
    }
  }

  @Test
  void anotherDeviceOfTheWalletTakesTheSeatAtOnce() throws Exception {
    try (CallProcess first = call("host")) {
      first.untilPhase("waiting_for_peer");
      try (CallProcess second = call("host")) {
        JsonNode failed = first.untilPhase("failed");
        assertThat(failed.get("reason").asString()).isEqualTo("seat_taken");
        assertThat(first.exitCode(EXIT_TIMEOUT_S)).isEqualTo(1);
        second.untilPhase("waiting_for_peer");
      }
    }
  }

  @Test
  void saysWhyItIsNotLetIn() throws Exception {
    Path stranger = folder.resolve("stranger.key");
    Files.writeString(stranger, DevAccounts.GUESTS.getLast().privateKey());
    try (CallProcess call = call("stranger")) {
      assertThat(call.untilPhase("failed").get("detail").asString()).isEqualTo("not_a_participant");
      assertThat(call.exitCode(EXIT_TIMEOUT_S)).isEqualTo(1);
    }
  }

  private static void assertHeard(JsonNode last) {
    long loud = last.get("frames").asLong() - last.get("silent_frames").asLong();
    assertThat(loud).as(last.toString()).isGreaterThanOrEqualTo(50);
  }

  private static CallProcess call(String party, String... options) throws IOException {
    List<String> all = new java.util.ArrayList<>(List.of(bookingId));
    all.addAll(List.of("--service", stack.service().url()));
    all.addAll(List.of("--key-file", folder.resolve(party + ".key").toString()));
    all.addAll(List.of(options));
    return CallProcess.start(folder.resolve(party + ".err"), all.toArray(String[]::new));
  }

  private static EscrowApi as(DevAccount wallet) {
    return new EscrowApi(
        stack.chain().rpc(),
        LocalChain.CHAIN_ID,
        stack.deployment().escrow(),
        stack.deployment().token(),
        wallet.account());
  }

  private static StackSettings settings() {
    return new StackSettings(
        new StackFolder(folder.resolve("data")),
        AnvilBinary.find(ProjectHome.path()),
        FreePort.any(),
        FreePort.any(),
        0,
        Duration.ofMillis(500),
        Optional.empty(),
        LocalEscrow.settings());
  }
}
