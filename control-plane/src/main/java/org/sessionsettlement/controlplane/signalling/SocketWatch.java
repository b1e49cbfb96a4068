package org.sessionsettlement.controlplane.signalling;

import java.time.InstantSource;
import org.sessionsettlement.controlplane.db.Lease;

/** What time does to sockets: the session's end is told, and who is silent too long is cut off. */
public final class SocketWatch {
  private final Rooms rooms;
  private final InstantSource clock;

  SocketWatch(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  public void tick() {
    if (rooms.count() > 0) {
      long nowMs = clock.millis();
      rooms.sockets().forEach(socket -> look(socket, nowMs));
    }
  }

  private static void look(LocalSocket socket, long nowMs) {
    if (socket.silentNanos() > Lease.LENGTH.toNanos()) {
      socket.close(CloseCode.SILENT);
    } else if (socket.endsMs() <= nowMs) {
      socket.sessionOver();
    }
  }
}
