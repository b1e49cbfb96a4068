package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.Address;

/** What the chain demands of a key authorization, knowing who sends it. */
final class KeyRules {
  private KeyRules() {}

  static void check(TempoTransaction transaction, Address sender) {
    transaction.keyAuthorization().ifPresent(signed -> check(transaction, signed, sender));
  }

  private static void check(
      TempoTransaction transaction, SignedKeyAuthorization signed, Address sender) {
    long chainId = signed.authorization().chainId();
    FieldRules.refuse(
        chainId != 0 && chainId != transaction.chainId(), TransactionFault.KEY_OF_OTHER_CHAIN);
    FieldRules.refuse(!signed.root().equals(sender), TransactionFault.KEY_NOT_BY_SENDER);
  }
}
