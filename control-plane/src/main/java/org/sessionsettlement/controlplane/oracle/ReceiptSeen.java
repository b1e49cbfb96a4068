package org.sessionsettlement.controlplane.oracle;

import java.util.Set;

/**
 * What became of a mined transaction of ours.
 *
 * @param done those of its intents that happened, by the escrow's own events; none where it
 *     reverted
 */
public record ReceiptSeen(Mined mined, Set<Intent> done) {
  public ReceiptSeen {
    done = Set.copyOf(done);
  }
}
