package org.sessionsettlement.tempo.transaction;

import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/** Storage of one account that a transaction announces (EIP-2930). */
public record AccessListEntry(Address address, List<Hash32> storageKeys) {
  public AccessListEntry {
    storageKeys = List.copyOf(storageKeys);
  }
}
