package org.sessionsettlement.tempo;

import java.util.List;

/** Storage of one account that a transaction announces (EIP-2930). */
public record AccessListEntry(Address address, List<Hash32> storageKeys) {
  public AccessListEntry {
    storageKeys = List.copyOf(storageKeys);
  }
}
