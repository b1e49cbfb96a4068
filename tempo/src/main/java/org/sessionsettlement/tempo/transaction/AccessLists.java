package org.sessionsettlement.tempo.transaction;

import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.RlpWriter;

/** Access lists on the wire: [[address, [key]]] (EIP-2930). */
final class AccessLists {
  private AccessLists() {}

  static void write(RlpWriter out, List<AccessListEntry> entries) {
    int list = out.begin();
    for (AccessListEntry entry : entries) {
      int item = out.begin();
      out.address(entry.address());
      int keys = out.begin();
      entry.storageKeys().forEach(out::hash);
      out.end(keys).end(item);
    }
    out.end(list);
  }

  static List<AccessListEntry> read(RlpReader in) {
    return in.list(AccessLists::entry);
  }

  private static AccessListEntry entry(RlpReader in) {
    RlpReader fields = in.list();
    Address address = fields.address();
    AccessListEntry entry = new AccessListEntry(address, fields.list(RlpReader::hash));
    fields.finish();
    return entry;
  }
}
