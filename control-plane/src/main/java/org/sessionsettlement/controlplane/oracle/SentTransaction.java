package org.sessionsettlement.controlplane.oracle;

import java.util.List;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.Hash32;

/**
 * A transaction of ours that is not over.
 *
 * @param members the submissions in it
 */
record SentTransaction(Transactions.Row row, List<Submission> members) {
  SentTransaction {
    members = List.copyOf(members);
  }

  StoredTransaction transaction() {
    return row.transaction();
  }

  Hash32 hash() {
    return row.hash();
  }

  OptionalLong sentMs() {
    return row.sentMs();
  }

  List<Intent> intents() {
    return members.stream().map(Submission::intent).toList();
  }
}
