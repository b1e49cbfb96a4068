package org.sessionsettlement.controlplane.signalling;

import java.util.UUID;
import org.sessionsettlement.controlplane.db.BookingKey;

/** What nodes tell each other. */
sealed interface NodeMessage {
  BookingKey booking();

  /** A socket has opened here; whoever has the peer's says so. */
  record Opened(BookingKey booking, SocketRef socket) implements NodeMessage {}

  /** The answer: the peer's socket is here. */
  record Here(BookingKey booking, SocketRef socket) implements NodeMessage {}

  /** That socket is cut. */
  record Closed(BookingKey booking, UUID socket) implements NodeMessage {}

  /** A frame for that socket. */
  record Relay(BookingKey booking, UUID socket, String frame) implements NodeMessage {}
}
