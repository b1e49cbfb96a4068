package org.sessionsettlement.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.account.Secp256k1Account;

class LocalDeploymentTest {
  private static final Secp256k1Account OWNER = DevAccounts.OWNER.account();
  private static final EscrowSettings SETTINGS =
      new EscrowSettings(
          Funding.ALPHA_USD,
          DevAccounts.ORACLE.account().address(),
          DevAccounts.TREASURY.account().address(),
          500,
          3_600,
          BigInteger.valueOf(5_000_000),
          5_000,
          10_800,
          86_400);

  @TempDir Path folder;

  @Test
  void deploysOnceAndFindsItAgainAfterARestart() {
    Path file = folder.resolve("deployment.properties");
    LocalDeployment first;
    try (LocalChain chain = start()) {
      first = LocalDeployment.ensure(chain.rpc(), OWNER, SETTINGS, file);
      assertThat(new SessionEscrow(chain.rpc(), first.escrow()).settings()).isEqualTo(SETTINGS);
      assertThat(new SessionEscrow(chain.rpc(), first.escrow()).owner()).isEqualTo(OWNER.address());
      assertThat(new ChainBookings(new SessionEscrow(chain.rpc(), first.escrow())).get()).isEmpty();
    }
    try (LocalChain chain = start()) {
      assertThat(LocalDeployment.ensure(chain.rpc(), OWNER, SETTINGS, file)).isEqualTo(first);
      assertThat(new SessionEscrow(chain.rpc(), first.escrow()).settings()).isEqualTo(SETTINGS);
    }
  }

  private LocalChain start() {
    return LocalChain.start(
        new LocalChain.Settings(
            AnvilBinary.findFromWorkingDirectory(),
            FreePort.any(),
            Duration.ofMillis(500),
            Optional.of(new LocalChain.State(folder.resolve("state.json"), Duration.ofSeconds(60))),
            folder.resolve("anvil.log")),
        InstantSource.system());
  }
}
