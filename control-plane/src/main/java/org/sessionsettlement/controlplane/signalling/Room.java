package org.sessionsettlement.controlplane.signalling;

import static org.sessionsettlement.controlplane.signalling.RoomEffect.MayEnd;
import static org.sessionsettlement.controlplane.signalling.RoomEffect.Publish;
import static org.sessionsettlement.controlplane.signalling.RoomEffect.Shut;
import static org.sessionsettlement.controlplane.signalling.RoomEffect.Tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.Ending;
import org.sessionsettlement.controlplane.session.Role;
import org.sessionsettlement.controlplane.session.SeatOver;

/**
 * Who of a booking has a socket, as one node knows it: a value, whose methods tell what follows
 * from what happened.
 */
record Room(BookingKey booking, Optional<Occupant> host, Optional<Occupant> guest) {

  /** The next state and what is to be done, in this order. */
  record Change(Room next, List<RoomEffect> effects) {
    Change {
      effects = List.copyOf(effects);
    }
  }

  static Room empty(BookingKey booking) {
    return new Room(booking, Optional.empty(), Optional.empty());
  }

  /** A room with nobody's socket on this node is not worth keeping. */
  boolean isOfUse() {
    return occupants().anyMatch(Occupant::isHere);
  }

  /** Both parties' sockets, as far as there are any. */
  Stream<Occupant> occupants() {
    return Stream.of(host, guest).flatMap(Optional::stream);
  }

  /** A socket that this node knows of by now: of the peer, or of the party itself. */
  Optional<Occupant> of(Role role) {
    return role == Role.HOST ? host : guest;
  }

  /**
   * A socket has opened on this node.
   *
   * @param peerSeat the other's open seat, if the database has one
   */
  Change opened(SocketRef socket, Optional<UUID> peerSeat) {
    var effects = new ArrayList<>(takeOver(socket));
    effects.add(new Tell(socket.id(), stateOfPeer(socket.role(), peerSeat)));
    effects.add(new Publish(new NodeMessage.Opened(booking, socket)));
    return new Change(with(Occupant.here(socket)), effects);
  }

  private String stateOfPeer(Role role, Optional<UUID> peerSeat) {
    return peer(role)
        .filter(Occupant::isUp)
        .map(peer -> ServerFrame.peerJoined(peer.socket().seat()))
        .orElse(peerSeat.isPresent() ? ServerFrame.PEER_RECONNECTING : ServerFrame.PEER_LEFT);
  }

  /** Another node has this socket. */
  Change openedElsewhere(SocketRef socket, boolean asksForOurs) {
    var known = of(socket.role());
    if (known.filter(ours -> ours.outlasts(socket)).isPresent()) {
      // Its node hears, or has heard, of the newer one.
      return none();
    }
    var effects = new ArrayList<RoomEffect>();
    if (known.filter(same -> same.isUp() && same.has(socket.id())).isEmpty()) {
      effects.addAll(takeOver(socket));
    }
    if (asksForOurs) {
      localPeer(socket.role())
          .map(ours -> new Publish(new NodeMessage.Here(booking, ours.socket())))
          .ifPresent(effects::add);
    }
    return new Change(with(Occupant.elsewhere(socket)), effects);
  }

  /** What a party's new socket means to its older one, and to the peer. */
  private List<RoomEffect> takeOver(SocketRef socket) {
    var effects = new ArrayList<RoomEffect>();
    var older = of(socket.role()).filter(occupant -> !occupant.has(socket.id()));
    boolean isOtherSeat = older.filter(o -> !o.socket().isOfSeatOf(socket)).isPresent();
    older.filter(Occupant::isHereAndUp).ifPresent(o -> effects.addAll(shut(o, isOtherSeat)));
    localPeer(socket.role())
        .ifPresent(
            peer -> {
              if (isOtherSeat) {
                effects.add(peer.tell(ServerFrame.PEER_LEFT));
              }
              effects.add(peer.tell(ServerFrame.peerJoined(socket.seat())));
            });
    return effects;
  }

  private static List<RoomEffect> shut(Occupant occupant, boolean isReplaced) {
    return isReplaced
        ? over(occupant, ServerFrame.seatOver(Ending.Reason.REPLACED))
        : List.of(new Shut(occupant.socket().id(), CloseCode.SUPERSEDED));
  }

  private static List<RoomEffect> over(Occupant occupant, String frame) {
    return List.of(occupant.tell(frame), new Shut(occupant.socket().id(), CloseCode.SEAT_OVER));
  }

  /** A socket is cut, here or elsewhere. */
  Change closed(UUID socket) {
    return withSocket(socket)
        .filter(Occupant::isUp)
        .map(occupant -> new Change(with(occupant.cut()), effectsOfCut(occupant)))
        .orElseGet(this::none);
  }

  private List<RoomEffect> effectsOfCut(Occupant occupant) {
    var effects = new ArrayList<RoomEffect>();
    localPeer(occupant.socket().role())
        .ifPresent(peer -> effects.add(peer.tell(ServerFrame.PEER_RECONNECTING)));
    if (occupant.isHere()) {
      effects.add(new Publish(new NodeMessage.Closed(booking, occupant.socket().id())));
      effects.add(new MayEnd(occupant.socket()));
    }
    return effects;
  }

  /** A seat has ended. One older than what is known here ended long ago. */
  Change seatOver(SeatOver over) {
    var occupant = of(over.role());
    if (occupant.filter(o -> !o.socket().seat().equals(over.connection())).isPresent()) {
      return none();
    }
    var effects = new ArrayList<RoomEffect>();
    occupant
        .filter(Occupant::isHereAndUp)
        .ifPresent(o -> effects.addAll(over(o, ServerFrame.seatOver(over.reason()))));
    localPeer(over.role()).ifPresent(peer -> effects.add(peer.tell(ServerFrame.PEER_LEFT)));
    return new Change(without(over.role()), effects);
  }

  /** A frame from a socket of this node for the peer. */
  Change said(UUID socket, String frame) {
    return withSocket(socket)
        .filter(Occupant::isHereAndUp)
        .map(sender -> new Change(this, List.of(carry(sender, frame))))
        .orElseGet(this::none);
  }

  private RoomEffect carry(Occupant sender, String frame) {
    return peer(sender.socket().role())
        .filter(Occupant::isUp)
        .map(
            peer ->
                peer.isHere()
                    ? peer.tell(frame)
                    : new Publish(new NodeMessage.Relay(booking, peer.socket().id(), frame)))
        .orElseGet(() -> sender.tell(ServerFrame.PEER_AWAY));
  }

  /** A frame from another node for a socket of this one. */
  Change relayed(UUID socket, String frame) {
    return withSocket(socket)
        .filter(Occupant::isHereAndUp)
        .map(occupant -> new Change(this, List.of(occupant.tell(frame))))
        .orElseGet(this::none);
  }

  /** Tells the other nodes anew what they may have missed. */
  Change announced() {
    return new Change(
        this,
        occupants()
            .filter(Occupant::isHereAndUp)
            .<RoomEffect>map(o -> new Publish(new NodeMessage.Opened(booking, o.socket())))
            .toList());
  }

  private Change none() {
    return new Change(this, List.of());
  }

  private Optional<Occupant> withSocket(UUID id) {
    return occupants().filter(occupant -> occupant.has(id)).findFirst();
  }

  private Optional<Occupant> peer(Role role) {
    return role == Role.HOST ? guest : host;
  }

  private Optional<Occupant> localPeer(Role role) {
    return peer(role).filter(Occupant::isHereAndUp);
  }

  private Room with(Occupant now) {
    return now.socket().role() == Role.HOST
        ? new Room(booking, Optional.of(now), guest)
        : new Room(booking, host, Optional.of(now));
  }

  private Room without(Role role) {
    return role == Role.HOST
        ? new Room(booking, Optional.empty(), guest)
        : new Room(booking, host, Optional.empty());
  }
}
