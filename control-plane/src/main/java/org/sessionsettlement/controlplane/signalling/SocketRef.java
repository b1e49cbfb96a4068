package org.sessionsettlement.controlplane.signalling;

import java.util.Comparator;
import java.util.UUID;
import org.sessionsettlement.controlplane.session.Role;

/**
 * One socket, as all nodes know it.
 *
 * @param id unique; a seat's next socket has another
 * @param seat the connection that it belongs to
 * @param openedMs by the service's clock: of two sockets of a party the newer one counts
 */
record SocketRef(UUID id, UUID seat, Role role, long openedMs) {
  private static final Comparator<SocketRef> AGE =
      Comparator.comparingLong(SocketRef::openedMs).thenComparing(SocketRef::id);

  boolean isNewerThan(SocketRef other) {
    return AGE.compare(this, other) > 0;
  }

  boolean isOfSeatOf(SocketRef other) {
    return seat.equals(other.seat);
  }
}
