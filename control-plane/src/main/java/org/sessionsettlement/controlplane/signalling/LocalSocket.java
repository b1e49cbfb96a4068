package org.sessionsettlement.controlplane.signalling;

import org.sessionsettlement.controlplane.db.BookingKey;

/** A socket of this node; nothing here waits for the network. */
interface LocalSocket {
  BookingKey booking();

  SocketRef ref();

  /** When it last renewed its seat's lease, by the service's clock. */
  long heardMs();

  /** For how long nothing at all came from the client. */
  long silentNanos();

  /** When the session ends, by the service's clock. */
  long endsMs();

  /** Tells, once, that the session's time is over. */
  void sessionOver();

  void send(String frame);

  /** Closes it once what was sent before is on its way. */
  void close(CloseCode code);
}
