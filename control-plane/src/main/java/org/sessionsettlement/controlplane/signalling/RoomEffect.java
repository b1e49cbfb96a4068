package org.sessionsettlement.controlplane.signalling;

import java.util.UUID;

/** What follows from something that happened in a room. */
sealed interface RoomEffect {

  /** Sends a frame to a socket of this node. */
  record Tell(UUID socket, String frame) implements RoomEffect {}

  /** Closes a socket of this node, once what it was told before is sent. */
  record Shut(UUID socket, CloseCode code) implements RoomEffect {}

  record Publish(NodeMessage message) implements RoomEffect {}

  /** The seat of this socket of this node ends unless something is heard of it soon. */
  record MayEnd(SocketRef socket) implements RoomEffect {}
}
