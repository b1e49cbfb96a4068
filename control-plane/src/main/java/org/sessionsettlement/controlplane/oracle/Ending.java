package org.sessionsettlement.controlplane.oracle;

import java.util.List;
import org.sessionsettlement.tempo.Hash32;

/**
 * How a transaction ended, and its members with it.
 *
 * @param alone members that are to be tried again, each alone
 */
record Ending(
    Hash32 transaction,
    Transactions.End end,
    List<Outbox.Closing> closings,
    List<Submission> alone) {
  Ending {
    closings = List.copyOf(closings);
    alone = List.copyOf(alone);
  }
}
