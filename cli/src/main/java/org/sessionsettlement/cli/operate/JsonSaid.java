package org.sessionsettlement.cli.operate;

import org.sessionsettlement.cli.verb.Said;
import tools.jackson.databind.JsonNode;

/** An answer of the service as it came, and what it says in words. */
record JsonSaid(JsonNode answer, String human) implements Said {
  @Override
  public String json() {
    return answer.toString();
  }
}
