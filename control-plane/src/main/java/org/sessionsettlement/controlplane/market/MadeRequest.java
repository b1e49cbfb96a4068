package org.sessionsettlement.controlplane.market;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A guest's offer and what became of it.
 *
 * @param made the contract's SessionRequestCreated, members as the mirror names them
 * @param accepted the contract's SessionRequestAccepted, where it was
 */
record MadeRequest(
    long requestId, long madeAtSeconds, JsonNode made, Status status, Optional<JsonNode> accepted) {

  /** Where a request is. One whose time has passed stays open until its guest takes it back. */
  enum Status {
    OPEN,
    CANCELLED,
    ACCEPTED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static MadeRequest of(
      long requestId,
      long madeAtSeconds,
      String made,
      Optional<String> endedBy,
      Optional<String> ended) {
    var json = JsonMapper.shared();
    var status =
        endedBy
            .map(name -> name.equals("SessionRequestAccepted") ? Status.ACCEPTED : Status.CANCELLED)
            .orElse(Status.OPEN);
    return new MadeRequest(
        requestId,
        madeAtSeconds,
        json.readTree(made),
        status,
        ended.filter(fields -> status == Status.ACCEPTED).map(json::readTree));
  }
}
