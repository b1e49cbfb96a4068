package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.MetricsPayload;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.SessionFacts;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.JsonValue;

class MetricsCodecTest {
  private static final long START_MS = 1_800_000_000_000L;
  private static final long MINUTE_MS = 60_000;

  @ParameterizedTest
  @MethodSource("vectors")
  void readsAndWritesTheVectors(Vector vector) {
    MetricsPayload metrics = MetricsCodec.parse(vector.canonical());
    assertThat(text(MetricsCodec.encode(metrics))).isEqualTo(text(vector.canonical()));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hashesTheVectorsAsCastDoes(Vector vector) {
    assertThat(MetricsCodec.hash(vector.canonical())).isEqualTo(vector.hash());
    assertThat(MetricsCodec.hash(MetricsCodec.parse(vector.canonical()))).isEqualTo(vector.hash());
    assertThat(MetricsCodec.verify(vector.canonical(), vector.hash())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theVectorsAreWhatTheRulebookDecides(Vector vector) {
    SessionMetrics metrics = (SessionMetrics) MetricsCodec.parse(vector.canonical());
    assertThat(metrics.facts().recomputed()).hasValue(metrics.decision());
  }

  @Test
  void theDecisionOfFactsIsWrittenWithChecksummedAddresses() {
    Interval whole = new Interval(START_MS, START_MS + 30 * MINUTE_MS);
    Facts facts =
        new Facts(
            new SlotTerms(1_800_000_000L, 30, 10, 20),
            List.of(whole),
            List.of(new Interval(START_MS + 2 * MINUTE_MS, START_MS + 45 * MINUTE_MS)),
            List.of(),
            START_MS + 31 * MINUTE_MS,
            1_800_001_900L);
    Decision decision = Rulebook.decision(facts).orElseThrow();
    SessionMetrics metrics =
        new SessionMetrics(
            SessionFacts.of(
                1337,
                "0x5fbdb2315678afecb367f032d93f642f64180aa3",
                "7",
                "0x90f79bf6eb2c4f870365e785982e1f101e93b906",
                "0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc",
                facts),
            decision);
    assertThat(MetricsCodec.encode(metrics)).isEqualTo(first().canonical());
  }

  @Test
  void aChangedByteIsNoticed() {
    Bytes changed = edited("\"bookingId\":\"7\"", "\"bookingId\":\"8\"");
    assertThat(MetricsCodec.verify(changed, first().hash())).isFalse();
  }

  @Test
  void refusesTextThatIsNotCanonical() {
    refused(" " + text(first().canonical()), "canonical");
    refused(changed("1337", "1337.0"), "canonical");
    refused(changed("1337", "1.337e3"), "canonical");
    refused(changed("0x5FbDB", "0x5fBDB"), "escrow");
    refused(
        changed(
            "0x5FbDB2315678afecb367f032d93F642f64180aa3",
            "0x5fbdb2315678afecb367f032d93f642f64180aa3"),
        "canonical");
  }

  @Test
  void refusesWhatTheSchemaDoesNotAllow() {
    refused("", "no metrics payload");
    refused("[]", "no metrics payload");
    refused("{}", "no metrics payload");
    refused(changed("session-metrics/1", "session-metrics/2"), "another schema");
    refused(changed("\"gaps\":[],", ""), "members");
    refused(changed("\"gaps\":[],", "\"gaps\":[],\"gapz\":[],"), "members");
    refused(changed("\"gaps\":[],", "\"gaps\":[],\"gaps\":[],"), "no metrics payload");
    refused(changed("\"Completed\"", "\"NoShowHost\""), "members");
    refused(changed("\"Completed\"", "\"CancelledByHost\""), "no outcome");
    refused(changed("\"bookingId\":\"7\"", "\"bookingId\":\"07\""), "bookingId");
    refused(changed("\"bookingId\":\"7\"", "\"bookingId\":7"), "bookingId");
    refused(changed("1337", "1337.5"), "chainId");
    refused(changed("1337", "9007199254740992"), "chainId");
    refused(changed("\"durationMins\":30", "\"durationMins\":0"), "durationMins");
  }

  @Test
  void refusesIntervalsThatAreNotUnitedAndClipped() {
    long end = START_MS + 30 * MINUTE_MS;
    String whole = "[[" + START_MS + "," + end + "]]";
    refused(changed(whole, "[[" + (START_MS - 1) + "," + end + "]]"), "outside");
    refused(changed(whole, "[[" + START_MS + "," + (end + 1) + "]]"), "outside");
    refused(changed(whole, "[[" + end + "," + START_MS + "]]"), "ends before it begins");
    refused(changed(whole, "[[" + START_MS + "," + START_MS + "]]"), "united");
    refused(
        changed(whole, "[[" + START_MS + "," + (end - 1) + "],[" + (end - 1) + "," + end + "]]"),
        "united");
    refused(changed(whole, "[[" + START_MS + "]]"), "two ends");
  }

  @Test
  void doesNotWriteWhatItCouldNotRead() {
    SessionMetrics good = (SessionMetrics) MetricsCodec.parse(first().canonical());
    notWritten(with(good, 1337, "not an address", "7"));
    notWritten(with(good, 1337, good.facts().escrow(), "seven"));
    notWritten(with(good, 1L << 53, good.facts().escrow(), "7"));
  }

  private static SessionMetrics with(
      SessionMetrics m, long chainId, String escrow, String bookingId) {
    SessionFacts facts = m.facts();
    return new SessionMetrics(
        new SessionFacts(
            chainId,
            escrow,
            bookingId,
            facts.slot(),
            facts.host(),
            facts.guest(),
            facts.gaps(),
            facts.watermarkMs()),
        m.decision());
  }

  private static void notWritten(SessionMetrics metrics) {
    assertThatExceptionOfType(MalformedMetricsException.class)
        .isThrownBy(() -> MetricsCodec.encode(metrics));
  }

  private static void refused(String json, String because) {
    assertThatExceptionOfType(MalformedMetricsException.class)
        .as(json)
        .isThrownBy(() -> MetricsCodec.parse(bytes(json)))
        .withMessageContaining(because);
  }

  private static Bytes edited(String from, String to) {
    return bytes(changed(from, to));
  }

  private static String changed(String from, String to) {
    String json = text(first().canonical());
    assertThat(json).contains(from);
    return json.replace(from, to);
  }

  private static Vector first() {
    return vectors().findFirst().orElseThrow();
  }

  record Vector(String id, Bytes canonical, Hash32 hash) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Vector> vectors() {
    return JsonValue.parse(resource()).get("vectors").items().stream()
        .map(
            json ->
                new Vector(
                    json.get("id").text(),
                    bytes(json.get("canonical").text()),
                    json.get("hash").hash()));
  }

  private static String resource() {
    try (InputStream in = MetricsCodecTest.class.getResourceAsStream("/metrics-vectors.json")) {
      if (in == null) {
        throw new IllegalStateException("metrics-vectors.json is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }
}
