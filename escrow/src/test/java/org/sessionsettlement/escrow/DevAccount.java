package org.sessionsettlement.escrow;

import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.testing.DevAccounts;

/** The well-known accounts of Anvil that these tests use. */
final class DevAccount {
  static final Secp256k1Account OWNER = DevAccounts.get(0);
  static final Secp256k1Account ORACLE = DevAccounts.get(1);
  static final Secp256k1Account TREASURY = DevAccounts.get(2);
  static final Secp256k1Account HOST = DevAccounts.get(3);
  static final Secp256k1Account GUEST =
      Secp256k1Account.fromPrivateKey(
          "92db14e403b83dfe3df233f83dfa3a0d7096f21ca9b0d6d6b8d88b2b4ec1564e");

  private DevAccount() {}
}
