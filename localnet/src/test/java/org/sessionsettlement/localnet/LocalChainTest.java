package org.sessionsettlement.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.token.Tip20;

class LocalChainTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Tip20 ALPHA_USD = new Tip20(Funding.ALPHA_USD);

  @TempDir Path folder;

  @Test
  void isATempoChainWhoseDevAccountsHoldStablecoins() {
    try (LocalChain chain = start(Optional.empty())) {
      assertThat(chain.rpc().chainId()).isEqualTo(31_337);
      assertThat(DevAccounts.all())
          .extracting(dev -> balance(chain, dev.account().address()))
          .hasSize(10)
          .allMatch(units -> units.signum() > 0);
    }
  }

  @Test
  void makesBlocksAlthoughNobodySendsAnything() {
    try (LocalChain chain = start(Optional.empty())) {
      long before = chain.rpc().blockNumber();
      Await.until(() -> chain.rpc().blockNumber() >= before + 3, LIMIT);
      assertThat(chain.rpc().blockNumber()).isGreaterThanOrEqualTo(before + 3);
    }
  }

  @Test
  void movesItsTimeAndGoesOnFromThere() {
    try (LocalChain chain = start(Optional.empty())) {
      long target = chain.clock().nowSeconds() + 100_000;

      chain.clock().moveTo(target);
      long moved = chain.clock().nowSeconds();
      chain.clock().moveTo(target - 50);

      assertThat(moved).isBetween(target, target + 60);
      Await.until(() -> chain.clock().nowSeconds() > moved, LIMIT);
      assertThat(chain.clock().nowSeconds()).isGreaterThan(moved);
    }
  }

  @Test
  void keepsBalancesAndMovedTimeAcrossARestart() {
    Optional<LocalChain.State> state =
        Optional.of(new LocalChain.State(folder.resolve("state.json"), Duration.ofSeconds(60)));
    Address someone = Address.parse("0x00000000000000000000000000000000000A11cE");
    long moved;
    try (LocalChain chain = start(state)) {
      fund(chain, someone, 5);
      chain.clock().moveTo(chain.clock().nowSeconds() + 100_000);
      moved = chain.clock().nowSeconds();
    }
    try (LocalChain chain = start(state)) {
      assertThat(balance(chain, someone)).isEqualTo(BigInteger.valueOf(5));
      long head = chain.rpc().blockNumber();
      Await.until(() -> chain.rpc().blockNumber() > head, LIMIT);
      assertThat(chain.clock().nowSeconds()).isGreaterThanOrEqualTo(moved);
    }
  }

  @Test
  void fundsManyAccountsInOneTransaction() {
    try (LocalChain chain = start(Optional.empty())) {
      List<Address> addresses =
          java.util.stream.IntStream.rangeClosed(1, 40)
              .mapToObj(i -> account(i).address())
              .toList();
      new Funding(chain.rpc(), DevAccounts.OWNER.account())
          .fund(addresses, BigInteger.valueOf(1_000_000));

      assertThat(addresses)
          .extracting(address -> balance(chain, address))
          .containsOnly(BigInteger.valueOf(1_000_000));
    }
  }

  @Test
  void leavesNoAnvilBehind() throws Exception {
    LocalChain chain = start(Optional.empty());
    chain.close();
    assertThat(chain.isAlive()).isFalse();
    assertThat(Files.readString(folder.resolve("anvil.log"))).isNotNull();
  }

  private static Secp256k1Account account(int i) {
    return Secp256k1Account.fromPrivateKey(String.format("0x%064x", i));
  }

  private static void fund(LocalChain chain, Address to, long units) {
    new Funding(chain.rpc(), DevAccounts.OWNER.account())
        .fund(List.of(to), BigInteger.valueOf(units));
  }

  private static BigInteger balance(LocalChain chain, Address owner) {
    return chain.rpc().read(ALPHA_USD.balanceOf(owner), BlockTag.LATEST);
  }

  private LocalChain start(Optional<LocalChain.State> state) {
    return LocalChain.start(
        new LocalChain.Settings(
            AnvilBinary.findFromWorkingDirectory(),
            FreePort.any(),
            Duration.ofMillis(200),
            state,
            folder.resolve("anvil.log")),
        InstantSource.system());
  }
}
