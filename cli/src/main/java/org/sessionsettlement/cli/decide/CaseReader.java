package org.sessionsettlement.cli.decide;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sessionsettlement.cli.decide.ReadCase.Bad;
import org.sessionsettlement.cli.decide.ReadCase.Case;
import org.sessionsettlement.cli.decide.ReadCase.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one line as a rulebook case, in the shape of {@code rulebook-cases.json}. */
final class CaseReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private CaseReader() {}

  static ReadCase read(Lines.Line line) {
    if (line.isTooLong()) {
      return new Bad(
          Fault.LINE_TOO_LONG, "the line is longer than " + line.bytes().remaining() + " bytes");
    }
    try {
      return parse(utf8(line.bytes()));
    } catch (CharacterCodingException e) {
      return new Bad(Fault.NOT_UTF_8, "the line is not valid UTF-8");
    }
  }

  private static String utf8(ByteBuffer bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
  }

  private static ReadCase parse(String text) {
    if (text.isBlank()) {
      return new Bad(Fault.EMPTY_LINE, "the line is empty");
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      return new Case(new CaseParser(json).onlyCase());
    } catch (CaseParser.Refusal e) {
      return new Bad(e.fault(), e.why());
    } catch (JacksonException e) {
      return new Bad(Fault.MALFORMED_JSON, where(e) + e.getOriginalMessage());
    }
  }

  /** Limits, such as that of nesting, come without a place. */
  private static String where(JacksonException e) {
    return Optional.ofNullable(e.getLocation())
        .map(location -> "column " + location.getColumnNr() + ": ")
        .orElse("");
  }
}
