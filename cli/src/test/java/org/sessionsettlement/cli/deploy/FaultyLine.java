package org.sessionsettlement.cli.deploy;

import java.io.IOException;
import java.util.List;
import org.sessionsettlement.tempo.rpc.HttpTransport;

/**
 * A real node behind a line on which some methods go wrong: what is asked arrives all the same.
 *
 * @param methods their names, or how they begin
 */
record FaultyLine(HttpTransport node, List<String> methods, Fault fault) implements HttpTransport {
  private static final Answer NOTHING =
      new Answer(200, "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":null}");

  enum Fault {
    /** The line is cut before the answer comes. */
    LOSES_THE_ANSWER,
    /** The answer is that there is nothing. */
    SAYS_NOTHING
  }

  @Override
  public Answer post(String json) throws IOException {
    Answer answer = node.post(json);
    if (methods.stream().noneMatch(method -> json.contains('"' + method))) {
      return answer;
    }
    return switch (fault) {
      case LOSES_THE_ANSWER -> throw new IOException("cut off");
      case SAYS_NOTHING -> NOTHING;
    };
  }
}
