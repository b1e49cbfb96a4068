package org.sessionsettlement.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.client.EscrowApi;
import org.sessionsettlement.client.EscrowApi.SlotOffer;
import org.sessionsettlement.client.EscrowRefusedException;
import org.sessionsettlement.client.EscrowResult;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/** The client's escrow actions on a real chain. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test.
class EscrowApiOnChainTest {
  private static final DevAccount HOST = DevAccounts.HOSTS.getFirst();
  private static final DevAccount GUEST = DevAccounts.GUESTS.getFirst();
  private static final DevAccount STRANGER = DevAccounts.GUESTS.getLast();
  private static final BigInteger PRICE = BigInteger.valueOf(12_000_000);

  @TempDir static Path folder;
  private static LocalChain chain;
  private static LocalDeployment deployment;

  @BeforeAll
  static void start() {
    chain =
        LocalChain.start(
            new LocalChain.Settings(
                AnvilBinary.find(ProjectHome.path()),
                FreePort.any(),
                Duration.ofMillis(500),
                Optional.empty(),
                folder.resolve("anvil.log")),
            InstantSource.system());
    deployment =
        LocalDeployment.deploy(chain.rpc(), DevAccounts.OWNER.account(), LocalEscrow.settings());
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void paysAndBooksInOneTransactionAndLeavesNoAllowance() {
    long bookingId = as(GUEST).book(openSlot()).orThrow().value();

    assertThat(as(GUEST).escrow().booking(bookingId).amount()).isEqualTo(PRICE);
    Tip20 token = new Tip20(deployment.token());
    assertThat(
            chain
                .rpc()
                .read(
                    token.allowance(GUEST.account().address(), deployment.escrow()),
                    BlockTag.LATEST))
        .isEqualTo(BigInteger.ZERO);
  }

  @Test
  void namesTheContractsReasonAndTakesNoFeeForIt() {
    long bookingId = as(GUEST).book(openSlot()).orThrow().value();
    BigInteger before = balance(STRANGER);

    assertThat(as(STRANGER).cancelAsGuest(bookingId))
        .isEqualTo(new EscrowResult.Refused<>("NOT_GUEST"));
    assertThat(as(STRANGER).challenge(bookingId))
        .isEqualTo(new EscrowResult.Refused<>("NOT_ATTESTED"));
    assertThat(as(STRANGER).withdrawOwed()).isEqualTo(new EscrowResult.Refused<>("NOTHING_OWED"));
    assertThatThrownBy(() -> as(STRANGER).finalizeBooking(bookingId).orThrow())
        .isInstanceOfSatisfying(
            EscrowRefusedException.class, e -> assertThat(e.reason()).isEqualTo("NOT_FINALIZABLE"));

    assertThat(balance(STRANGER)).isEqualTo(before);
  }

  @Test
  void paysBackWhatAGuestIsOwedAfterAnEarlyCancellation() {
    long bookingId = as(GUEST).book(openSlot()).orThrow().value();
    var _ = as(GUEST).cancelAsGuest(bookingId).orThrow();
    assertThat(as(GUEST).escrow().booking(bookingId).status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(as(GUEST).escrow().owed(GUEST.account().address())).isEqualTo(PRICE);

    assertThat(as(GUEST).withdrawOwed()).isInstanceOf(EscrowResult.Done.class);

    assertThat(as(GUEST).escrow().owed(GUEST.account().address())).isZero();
  }

  @Test
  void knowsForSureThatALostTransactionWillNeverBeMined() {
    long slotId = openSlot();
    LossyTransport lossy = new LossyTransport(new OkHttpTransport(chain.rpcUrl()));

    assertThat(as(GUEST, new TempoRpc(lossy)).book(slotId))
        .isInstanceOf(EscrowResult.Expired.class);

    assertThat(as(GUEST).book(slotId)).isInstanceOf(EscrowResult.Done.class);
  }

  private static long openSlot() {
    var _ = as(HOST).setHostBasePrice(PRICE).orThrow();
    long start = chain.clock().nowSeconds() + 7_200;
    return as(HOST).createSlot(new SlotOffer(start, 30, 5, 15, 60)).orThrow().value();
  }

  private static BigInteger balance(DevAccount owner) {
    Tip20 token = new Tip20(deployment.token());
    return chain.rpc().read(token.balanceOf(owner.account().address()), BlockTag.LATEST);
  }

  private static EscrowApi as(DevAccount wallet) {
    return as(wallet, chain.rpc());
  }

  private static EscrowApi as(DevAccount wallet, TempoRpc rpc) {
    return new EscrowApi(
        rpc, LocalChain.CHAIN_ID, deployment.escrow(), deployment.token(), wallet.account());
  }

  /** Loses what is sent, after saying that it has it, and lets a minute pass. */
  private record LossyTransport(HttpTransport real) implements HttpTransport {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    @Override
    public Answer post(String json) throws IOException {
      if (!json.contains("eth_sendRawTransaction")) {
        return real.post(json);
      }
      chain.clock().moveTo(chain.clock().nowSeconds() + 60);
      Matcher id = ID.matcher(json);
      assertThat(id.find()).isTrue();
      String hash = "0x" + "ab".repeat(32);
      return new Answer(
          200, "{\"jsonrpc\":\"2.0\",\"id\":" + id.group(1) + ",\"result\":\"" + hash + "\"}");
    }
  }
}
