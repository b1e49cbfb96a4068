package org.sessionsettlement.controlplane.signalling;

import java.util.UUID;

/** A party's newest socket: on this node or on another one, up or cut. */
record Occupant(SocketRef socket, Place place, Line line) {
  /** Which node has it. */
  enum Place {
    HERE,
    ELSEWHERE
  }

  /** Whether it can be spoken to. */
  enum Line {
    UP,
    CUT
  }

  static Occupant here(SocketRef socket) {
    return new Occupant(socket, Place.HERE, Line.UP);
  }

  static Occupant elsewhere(SocketRef socket) {
    return new Occupant(socket, Place.ELSEWHERE, Line.UP);
  }

  Occupant cut() {
    return new Occupant(socket, place, Line.CUT);
  }

  boolean has(UUID id) {
    return socket.id().equals(id);
  }

  boolean isHere() {
    return place == Place.HERE;
  }

  boolean isUp() {
    return line == Line.UP;
  }

  boolean isHereAndUp() {
    return isHere() && isUp();
  }

  /** Whether that socket, of which another node tells, is older news than this one. */
  boolean outlasts(SocketRef other) {
    return isUp() ? socket.isNewerThan(other) : socket.openedMs() > other.openedMs();
  }

  RoomEffect tell(String frame) {
    return new RoomEffect.Tell(socket.id(), frame);
  }
}
