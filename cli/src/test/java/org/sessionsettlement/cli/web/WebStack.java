package org.sessionsettlement.cli.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.cli.stack.ServiceClock;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.stack.StackSettings;
import org.sessionsettlement.client.EscrowApi;
import org.sessionsettlement.client.EscrowApi.SlotOffer;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.ChainBookings;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.TimeMover;
import org.sessionsettlement.tempo.Address;

/**
 * The whole stack for tests of the web app: challenge windows of ten minutes, disputes that time
 * out after an hour, and no keeper, so that whoever is at a page finalizes. One for all classes; it
 * ends with the JVM.
 */
final class WebStack {
  static final Duration CHALLENGE_WINDOW = Duration.ofMinutes(10);
  static final Duration NO_ATTEST_BUFFER = Duration.ofHours(3);
  static final Duration DISPUTE_TIMEOUT = Duration.ofHours(1);
  static final BigInteger PRICE_UNITS = BigInteger.valueOf(20_000_000);
  static final BigInteger BOND_UNITS = BigInteger.valueOf(5_000_000);
  static final int FEE_BPS = 500;
  static final int LATE_CANCEL_PENALTY_BPS = 5_000;

  private static Optional<WebStack> shared = Optional.empty();

  private final Path folder;
  private final Stack stack;

  private WebStack(Path folder, Stack stack) {
    this.folder = folder;
    this.stack = stack;
  }

  static synchronized WebStack shared() {
    if (shared.isEmpty()) {
      var started = start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      shared = Optional.of(started);
    }
    return shared.get();
  }

  private static WebStack start() {
    try {
      Path folder = Files.createTempDirectory("settlement-web");
      return new WebStack(folder, Stack.start(settings(folder), now -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StackSettings settings(Path folder) {
    return new StackSettings(
        new StackFolder(folder.resolve("data")),
        AnvilBinary.find(ProjectHome.path()),
        FreePort.any(),
        FreePort.any(),
        0,
        Duration.ofMillis(500),
        Optional.empty(),
        escrow(),
        Map.of(
            "KEEPER", "off",
            "LIMIT_AUTH_PER_WALLET", "1000",
            "LIMIT_AUTH_PER_ADDRESS", "10000",
            "LIMIT_JOIN_PER_WALLET", "1000",
            "LIMIT_SOCKET_PER_WALLET", "1000"));
  }

  private static EscrowSettings escrow() {
    return new EscrowSettings(
        Funding.ALPHA_USD,
        DevAccounts.ORACLE.account().address(),
        DevAccounts.TREASURY.account().address(),
        FEE_BPS,
        CHALLENGE_WINDOW.toSeconds(),
        BOND_UNITS,
        LATE_CANCEL_PENALTY_BPS,
        NO_ATTEST_BUFFER.toSeconds(),
        DISPUTE_TIMEOUT.toSeconds());
  }

  Stack stack() {
    return stack;
  }

  /** Where the pages are. */
  String url() {
    return stack.service().url();
  }

  /** The chain's time, which is the service's too; unix seconds. */
  long nowSeconds() {
    return stack.chain().clock().nowSeconds();
  }

  /** Moves the chain's time on, in steps that the service follows. */
  void advance(Duration by) {
    advanceTo(nowSeconds() + by.toSeconds());
  }

  /** Moves the chain's time on until it is at least this; unix seconds. */
  void advanceTo(long targetSeconds) {
    var booked = new ChainBookings(escrowReads());
    var barrier = new ServiceClock(url());
    var _ = new TimeMover(stack.chain().clock(), booked, barrier).advanceTo(targetSeconds);
  }

  /** The escrow, read. */
  SessionEscrow escrowReads() {
    return new SessionEscrow(stack.chain().rpc(), stack.deployment().escrow());
  }

  /** What this account does on chain beside any page. */
  EscrowApi as(DevAccount wallet) {
    return new EscrowApi(
        stack.chain().rpc(),
        LocalChain.CHAIN_ID,
        stack.deployment().escrow(),
        stack.deployment().token(),
        wallet.account());
  }

  /** Gives accounts AlphaUSD, out of the owner's purse. */
  void fund(List<Address> accounts, BigInteger units) {
    new Funding(stack.chain().rpc(), DevAccounts.OWNER.account()).fund(accounts, units);
  }

  /** An open slot of that host at 20 AlphaUSD an hour's session; its id. */
  long offer(DevAccount host, long startSeconds) {
    return offer(host, new SlotOffer(startSeconds, 60, 5, 15, 60));
  }

  /** An open slot of that host at 20 AlphaUSD; its id. */
  long offer(DevAccount host, SlotOffer offer) {
    var _ = as(host).setHostBasePrice(PRICE_UNITS).orThrow();
    return as(host).createSlot(offer).orThrow().value();
  }

  /**
   * A booked hour for 20 AlphaUSD: 5 minutes of grace, 15 to be together, to be cancelled free of
   * charge until an hour before; its id.
   */
  long book(DevAccount host, DevAccount guest, long startSeconds) {
    return as(guest).book(offer(host, startSeconds)).orThrow().value();
  }

  private void close() {
    stack.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
