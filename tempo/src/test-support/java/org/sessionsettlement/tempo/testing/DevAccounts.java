package org.sessionsettlement.tempo.testing;

import java.util.List;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** The funded accounts of every local chain, by Anvil's well-known mnemonic. Never on a real one. */
public final class DevAccounts {
  private static final List<Secp256k1Account> ALL =
      List.of(
          account("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"),
          account("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"),
          account("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a"),
          account("7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6"),
          account("47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a"));

  private DevAccounts() {}

  /** One of the first five. */
  public static Secp256k1Account get(int index) {
    return ALL.get(index);
  }

  /** The first five. */
  public static List<Secp256k1Account> all() {
    return ALL;
  }

  private static Secp256k1Account account(String privateKey) {
    return Secp256k1Account.fromPrivateKey(privateKey);
  }
}
