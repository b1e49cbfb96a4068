package org.sessionsettlement.cli.operate;

import java.util.List;
import org.sessionsettlement.cli.verb.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that the service says of a booking, each part as it answered it. */
record WholeStory(
    JsonNode booking,
    JsonNode explanation,
    JsonNode timeline,
    JsonNode history,
    JsonNode statements,
    JsonNode hostOwed,
    JsonNode guestOwed)
    implements Said {
  static WholeStory read(OperatorApi api, String booking) {
    String path = "/bookings/" + OperatorApi.segment(booking);
    var found = api.get(path);
    return new WholeStory(
        found,
        api.get(path + "/explanation"),
        api.get(path + "/timeline"),
        api.get(path + "/history"),
        api.get(path + "/statements"),
        owed(api, found, "host"),
        owed(api, found, "guest"));
  }

  private static JsonNode owed(OperatorApi api, JsonNode booking, String party) {
    return api.get(
        "/accounts/%s/owed?escrow=%s"
            .formatted(booking.path(party).asString(), booking.path("escrow").asString()));
  }

  @Override
  public String json() {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    all.set("booking", booking);
    all.set("explanation", explanation);
    all.set("timeline", timeline.path("events"));
    all.set("history", history);
    all.set("statements", statements.path("statements"));
    ObjectNode owed = all.putObject("owed");
    owed.set("host", hostOwed.path("owed"));
    owed.set("guest", guestOwed.path("owed"));
    return all.toString();
  }

  @Override
  public String human() {
    return String.join(
        System.lineSeparator(),
        List.of(
            StoryText.head(this),
            StoryText.terms(this),
            StoryText.presence(this),
            MoneyText.of(this),
            StoryText.verdicts(this),
            StoryText.submissions(this),
            StoryText.chain(this),
            StoryText.statements(this)));
  }
}
