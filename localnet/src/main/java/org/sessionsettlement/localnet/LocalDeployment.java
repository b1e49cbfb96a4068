package org.sessionsettlement.localnet;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sessionsettlement.escrow.EscrowDeployment;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * The escrow on the local chain, remembered in a file so that a restart finds it again.
 *
 * @param escrow its address
 * @param token the stablecoin that it holds
 * @param block where it was deployed
 */
public record LocalDeployment(Address escrow, Address token, long block) {

  /**
   * Finds the escrow that the file names, or deploys one.
   *
   * @throws LocalnetException if the chain has lost the one that the file names, and a new one
   *     would have another address
   */
  public static LocalDeployment ensure(
      TempoRpc rpc, Secp256k1Account owner, EscrowSettings settings, Path file) {
    Optional<LocalDeployment> remembered = read(file);
    if (remembered.isPresent() && !rpc.code(remembered.get().escrow()).isEmpty()) {
      return remembered.get();
    }
    LocalDeployment fresh = deploy(rpc, owner, settings);
    remembered.ifPresent(old -> requireSame(old, fresh, file));
    fresh.write(file);
    return fresh;
  }

  /**
   * Deploys an escrow; the sender owns it.
   *
   * @throws LocalnetException if the deployment reverts
   */
  public static LocalDeployment deploy(
      TempoRpc rpc, Secp256k1Account owner, EscrowSettings settings) {
    Receipt receipt =
        new LocalSender(rpc, owner)
            .send(
                "the deployment of the escrow",
                List.of(EscrowDeployment.creation(settings)),
                EscrowGas.DEPLOY);
    Address escrow =
        receipt
            .contractAddress()
            .orElseThrow(() -> new LocalnetException("the deployment made no contract"));
    return new LocalDeployment(escrow, settings.paymentToken(), receipt.blockNumber());
  }

  /**
   * A chain cut off before it first wrote its state starts anew, and the owner's first contract
   * lies where it lay.
   */
  private static void requireSame(LocalDeployment old, LocalDeployment fresh, Path file) {
    if (!old.escrow().equals(fresh.escrow())) {
      throw new LocalnetException(
          "the chain no longer holds the escrow " + old.escrow() + " that " + file + " names");
    }
  }

  private static Optional<LocalDeployment> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
      return Optional.of(
          new LocalDeployment(
              Address.parse(values.getProperty("escrow", "")),
              Address.parse(values.getProperty("token", "")),
              Long.parseLong(values.getProperty("block", ""))));
    } catch (IOException | IllegalArgumentException e) {
      throw new LocalnetException(file + " does not name a deployment", e);
    }
  }

  private void write(Path file) {
    Properties values = new Properties();
    values.setProperty("escrow", escrow.toString());
    values.setProperty("token", token.toString());
    values.setProperty("block", Long.toString(block));
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, "where the escrow of this local chain lies");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
