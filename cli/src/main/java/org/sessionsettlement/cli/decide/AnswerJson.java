package org.sessionsettlement.cli.decide;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The answer to one line, as JSON without a line feed. */
final class AnswerJson {
  private static final JsonFactory JSON = new JsonFactory();

  private AnswerJson() {}

  /** A verdict, in the shape of the shared cases' {@code expect}. */
  static String of(Verdict verdict) {
    return object(json -> write(verdict, json));
  }

  /** A line that is no case. */
  static String of(ReadCase.Bad bad, long lineNumber) {
    return object(
        json ->
            json.writeStringProperty("error", bad.fault().code())
                .writeNumberProperty("line", lineNumber)
                .writeStringProperty("message", bad.message()));
  }

  private static String object(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(Verdict verdict, JsonGenerator json) {
    switch (verdict) {
      case Verdict.Attest(Decision decision) -> {
        json.writeStringProperty("decision", "attest");
        write(decision, json);
      }
      case Verdict.Missed missed -> {
        reasoned("missed", Verdict.Missed.CODE, json);
        missed
            .decision()
            .ifPresentOrElse(
                decision -> write(decision, json), () -> json.writeNullProperty("outcome"));
      }
      case Verdict.Inconclusive() -> reasoned("inconclusive", Verdict.Inconclusive.CODE, json);
      case Verdict.Wait wait -> {
        reasoned("wait", wait.reason().code(), json);
        wait.untilMs().ifPresent(until -> json.writeNumberProperty("until", until));
      }
    }
  }

  private static void reasoned(String decision, String reason, JsonGenerator json) {
    json.writeStringProperty("decision", decision).writeStringProperty("reason", reason);
  }

  private static void write(Decision decision, JsonGenerator json) {
    json.writeStringProperty("outcome", decision.outcome().contractName())
        .writeNumberProperty("overlapMs", decision.overlapMs())
        .writeNumberProperty("decidedAt", decision.decidedAtMs());
    decision
        .charges()
        .ifPresent(
            charges ->
                json.writeNumberProperty("hostMissingMs", charges.hostMissingMs())
                    .writeNumberProperty("guestMissingMs", charges.guestMissingMs()));
  }
}
