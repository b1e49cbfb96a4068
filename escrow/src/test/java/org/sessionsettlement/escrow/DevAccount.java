package org.sessionsettlement.escrow;

import org.sessionsettlement.tempo.account.Secp256k1Account;

/** The well-known accounts of Anvil that these tests use. */
final class DevAccount {
  static final Secp256k1Account OWNER =
      account("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
  static final Secp256k1Account ORACLE =
      account("59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
  static final Secp256k1Account TREASURY =
      account("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a");
  static final Secp256k1Account HOST =
      account("7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6");
  static final Secp256k1Account GUEST =
      account("92db14e403b83dfe3df233f83dfa3a0d7096f21ca9b0d6d6b8d88b2b4ec1564e");

  private DevAccount() {}

  private static Secp256k1Account account(String key) {
    return Secp256k1Account.fromPrivateKey(key);
  }
}
