package org.sessionsettlement.tempo.policy;

import java.util.Arrays;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;

/**
 * TIP-1022: addresses that only forward, 4 bytes of the master's id, ten times 0xfd, 6 bytes for
 * the master's own use. Tokens go to the master's account.
 */
public final class VirtualAddress {
  /** Where the registry of masters is on every Tempo chain. */
  public static final Address REGISTRY =
      Address.parse("0xfdc0000000000000000000000000000000000000");

  private static final int MARK_FROM = 4;
  private static final int MARK_UNTIL = 14;

  private VirtualAddress() {}

  /** True when an address has the form, registered or not. */
  public static boolean isVirtual(Address address) {
    byte[] mark = new byte[MARK_UNTIL - MARK_FROM];
    Arrays.fill(mark, (byte) 0xfd);
    return Arrays.equals(Arrays.copyOfRange(address.toArray(), MARK_FROM, MARK_UNTIL), mark);
  }

  /**
   * Who gets what is sent to an address: the master of a virtual one, else itself. Reverts with
   * VirtualAddressUnregistered where nobody is the master.
   */
  public static ContractRead<Address> resolve(Address address) {
    return new ContractRead<>(
        REGISTRY,
        AbiWords.call("resolveRecipient(address)", AbiWords.address(address)),
        data -> AbiWords.addressAt(data, 0));
  }
}
