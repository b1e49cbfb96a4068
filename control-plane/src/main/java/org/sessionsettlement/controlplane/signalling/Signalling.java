package org.sessionsettlement.controlplane.signalling;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.session.HeartbeatBatch;
import org.sessionsettlement.controlplane.session.SeatOver;
import org.sessionsettlement.controlplane.session.SocketSeats;

/** One node's signalling: its sockets, the rooms they are in, and the line to the other nodes. */
public final class Signalling implements AutoCloseable {
  private final SocketSeats seats;
  private final Departures departures;
  private final Rooms rooms;
  private final NodeBus bus;
  private final SocketWatch watch;
  private final SignalSocket.Parts parts;

  public Signalling(
      DatabaseSettings database,
      SocketSeats seats,
      HeartbeatBatch heartbeats,
      InstantSource clock,
      Ticker ticker) {
    this.seats = seats;
    this.departures = new Departures(this::end, ticker);
    this.bus = new NodeBus(database, UUID.randomUUID().toString(), new FromOthers());
    this.rooms = new Rooms(bus, departures);
    this.watch = new SocketWatch(rooms, clock);
    this.parts = new SignalSocket.Parts(rooms, heartbeats, ticker);
  }

  public void start() {
    bus.start();
  }

  /**
   * Cuts off who is silent, tells of sessions that are over, and ends seats nobody came back to.
   */
  public void tick() {
    watch.tick();
    departures.tick();
  }

  /** How many sockets this node has. */
  public int sockets() {
    return rooms.count();
  }

  Function<Outgoing.Line, SignalSocket> socket(
      SignalSocket.Seat seat, SocketSeats.Result.Attached attached) {
    return line -> new SignalSocket(parts, seat, attached, line);
  }

  private void end(LocalSocket socket) {
    seats.detach(socket.booking(), socket.ref().seat(), socket.heardMs());
  }

  private final class FromOthers implements NodeBus.Listener {
    @Override
    public void heard(NodeMessage message) {
      rooms.heard(message);
    }

    @Override
    public void seatOver(SeatOver over) {
      rooms.seatOver(over);
    }

    @Override
    public void resumed() {
      var known = rooms.seats();
      if (!known.isEmpty()) {
        rooms.keepOnly(known, seats.openAmong(known));
        rooms.announce();
      }
    }
  }

  @Override
  public void close() {
    bus.close();
  }
}
