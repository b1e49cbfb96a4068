package org.sessionsettlement.controlplane.signalling;

import java.util.Optional;
import org.sessionsettlement.controlplane.session.MediaState;

/** What a client's frame turned out to be. */
sealed interface ClientFrame {

  record Heartbeat(Optional<MediaState> media) implements ClientFrame {}

  /** For the peer, with the members that it may have and no others. */
  record ForPeer(String json) implements ClientFrame {}

  /** Nothing of ours. */
  record Bad(String detail) implements ClientFrame {}
}
