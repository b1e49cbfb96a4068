package org.sessionsettlement.controlplane.db;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sessionsettlement.tempo.Address;

/**
 * Addresses that rows have named: the same few again and again, and to parse one takes a hash for
 * its checksum.
 */
final class KnownAddresses {
  /** Those that come after these are parsed each time. */
  private static final int MOST = 10_000;

  private static final Map<String, Address> KNOWN = new ConcurrentHashMap<>();

  private KnownAddresses() {}

  static Address parse(String text) {
    Address known = KNOWN.get(text);
    if (known != null) {
      return known;
    }
    Address parsed = Address.parse(text);
    if (KNOWN.size() < MOST) {
      KNOWN.put(text, parsed);
    }
    return parsed;
  }
}
