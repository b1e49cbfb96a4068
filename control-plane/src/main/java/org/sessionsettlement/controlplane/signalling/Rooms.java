package org.sessionsettlement.controlplane.signalling;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.Ending;
import org.sessionsettlement.controlplane.session.SeatOver;

/**
 * All rooms with a socket on this node. What happens in one room happens one after the other, and
 * its effects go out in that order; nothing in here waits.
 */
public final class Rooms {
  private final Map<BookingKey, Room> rooms = new ConcurrentHashMap<>();
  private final Map<UUID, LocalSocket> sockets = new ConcurrentHashMap<>();
  private final Consumer<NodeMessage> bus;
  private final Departures departures;

  Rooms(Consumer<NodeMessage> bus, Departures departures) {
    this.bus = bus;
    this.departures = departures;
  }

  void opened(LocalSocket socket, Optional<UUID> peerSeat) {
    sockets.put(socket.ref().id(), socket);
    change(socket.booking(), room -> room.opened(socket.ref(), peerSeat));
  }

  void closed(LocalSocket socket) {
    change(socket.booking(), room -> room.closed(socket.ref().id()));
    sockets.remove(socket.ref().id());
  }

  void said(LocalSocket socket, String frame) {
    change(socket.booking(), room -> room.said(socket.ref().id(), frame));
  }

  /** The seat of this socket is over, as a heartbeat's answer said. */
  void seatOver(LocalSocket socket, Ending.Reason reason) {
    var ref = socket.ref();
    seatOver(new SeatOver(socket.booking(), ref.seat(), ref.role(), reason));
  }

  void seatOver(SeatOver over) {
    change(over.booking(), room -> room.seatOver(over));
  }

  void heard(NodeMessage message) {
    change(
        message.booking(),
        room ->
            switch (message) {
              case NodeMessage.Opened(_, var socket) -> room.openedElsewhere(socket, true);
              case NodeMessage.Here(_, var socket) -> room.openedElsewhere(socket, false);
              case NodeMessage.Closed(_, var socket) -> room.closed(socket);
              case NodeMessage.Relay(_, var socket, var frame) -> room.relayed(socket, frame);
            });
  }

  /** Tells the other nodes of every socket here, as after a time in which they heard nothing. */
  void announce() {
    rooms.keySet().forEach(booking -> change(booking, Room::announced));
  }

  /** The seats that somebody here has, or is told of. */
  Set<UUID> seats() {
    return rooms.values().stream()
        .flatMap(Room::occupants)
        .map(occupant -> occupant.socket().seat())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Ends what ended while nobody could tell.
   *
   * @param asked seats that were known here
   * @param open those of them that are open
   */
  void keepOnly(Set<UUID> asked, Set<UUID> open) {
    for (var room : rooms.values()) {
      room.occupants()
          .map(Occupant::socket)
          .filter(s -> asked.contains(s.seat()) && !open.contains(s.seat()))
          .map(s -> new SeatOver(room.booking(), s.seat(), s.role(), Ending.Reason.LEASE_OVER))
          .forEach(this::seatOver);
    }
  }

  Collection<LocalSocket> sockets() {
    return sockets.values();
  }

  public int count() {
    return sockets.size();
  }

  private void change(BookingKey booking, RoomStep step) {
    rooms.compute(
        booking,
        (key, known) -> {
          var change = step.apply(known == null ? Room.empty(key) : known);
          change.effects().forEach(this::perform);
          return change.next().isOfUse() ? change.next() : null;
        });
  }

  /** What happens in a room. */
  private interface RoomStep {
    Room.Change apply(Room room);
  }

  private void perform(RoomEffect effect) {
    switch (effect) {
      case RoomEffect.Tell(var socket, var frame) -> with(socket, s -> s.send(frame));
      case RoomEffect.Shut(var socket, var code) -> with(socket, s -> s.close(code));
      case RoomEffect.Publish(var message) -> bus.accept(message);
      case RoomEffect.MayEnd(var socket) -> with(socket.id(), departures::add);
    }
  }

  private void with(UUID socket, Consumer<LocalSocket> action) {
    Optional.ofNullable(sockets.get(socket)).ifPresent(action);
  }
}
