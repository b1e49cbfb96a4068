package org.sessionsettlement.controlplane.app;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Account;

/**
 * The accounts that this node signs with.
 *
 * @param oracles the current one first, then the next; none where it does not attest
 * @param keeper absent where it does not finalize
 */
record Keyring(List<Account> oracles, Optional<Account> keeper) {
  Keyring {
    oracles = List.copyOf(oracles);
  }

  /**
   * Opens what this node's duties need, and nothing else.
   *
   * @throws WrongSetting when a key cannot be had
   */
  static Keyring open(ServiceConfig.Oracle settings) {
    var oracles = settings.oracleOn() ? settings.oracleKeys() : List.<KeySource>of();
    var keeper = settings.keeperKey().filter(_ -> settings.keeperOn());
    var opened = new HashMap<KeySource, Account>();
    Function<KeySource, Account> once = key -> opened.computeIfAbsent(key, KeyOpening::open);
    return new Keyring(oracles.stream().map(once).toList(), keeper.map(once));
  }

  List<Address> oracleAddresses() {
    return oracles.stream().map(Account::address).toList();
  }
}
