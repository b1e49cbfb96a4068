package org.sessionsettlement.localnet;

import java.util.List;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * The ten accounts that Anvil funds (the mnemonic {@code test test test test test test test test
 * test test test junk}). Everybody knows these keys: they are worth nothing outside a local chain.
 */
public final class DevAccounts {

  /**
   * One funded account.
   *
   * @param name what the account is for on our local chain
   * @param privateKey 0x hex
   */
  public record DevAccount(String name, String privateKey) {
    public Secp256k1Account account() {
      return Secp256k1Account.fromPrivateKey(privateKey);
    }
  }

  /** Owns the escrow and resolves disputes. */
  public static final DevAccount OWNER =
      dev("owner", "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  /** Attests outcomes; the service holds it. */
  public static final DevAccount ORACLE =
      dev("oracle", "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");

  /** Receives the fees. */
  public static final DevAccount TREASURY =
      dev("treasury", "5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a");

  public static final List<DevAccount> HOSTS =
      List.of(
          dev("host-1", "7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6"),
          dev("host-2", "47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a"),
          dev("host-3", "8b3a350cf5c34c9194ca85829a2df0ec3153be0318b5e2d3348e872092edffba"));

  public static final List<DevAccount> GUESTS =
      List.of(
          dev("guest-1", "92db14e403b83dfe3df233f83dfa3a0d7096f21ca9b0d6d6b8d88b2b4ec1564e"),
          dev("guest-2", "4bbbf85ce3377467afe5d46f804f221813b2bb87f24d81f60f1fcdbf7cbf4356"),
          dev("guest-3", "dbda1821b80551c9d65939329250298aa3472ba22feea921c0cf5d620ea67b97"),
          dev("guest-4", "2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6"));

  private DevAccounts() {}

  /** All ten, in Anvil's order. */
  public static List<DevAccount> all() {
    return java.util.stream.Stream.of(List.of(OWNER, ORACLE, TREASURY), HOSTS, GUESTS)
        .flatMap(List::stream)
        .toList();
  }

  private static DevAccount dev(String name, String key) {
    return new DevAccount(name, "0x" + key);
  }
}
