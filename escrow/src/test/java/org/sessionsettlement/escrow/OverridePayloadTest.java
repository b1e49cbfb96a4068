package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.SessionFacts;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** Payloads of schema session-override/1: their bytes, and who signed them. */
class OverridePayloadTest {
  private static final int MANY = 2_000;
  private static final Address ESCROW = Address.parse("0x5FbDB2315678afecb367f032d93F642f64180aa3");
  private static final SlotTerms SLOT = new SlotTerms(1_800_000_000, 30, 10, 20);
  private static final long S = SLOT.startMs();
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final String REASON = "Both say \"it worked\" \\ by phone: 七";

  @ParameterizedTest
  @MethodSource("vectors")
  void payloadsThatOthersMadeAreReadWrittenAndHashedAlike(Vector vector) {
    var payload = (SessionOverride) MetricsCodec.parse(vector.canonical());
    assertThat(MetricsCodec.encode(payload)).isEqualTo(vector.canonical());
    assertThat(MetricsCodec.hash(payload)).isEqualTo(vector.hash());
    assertThat(payload.computed()).isEqualTo(payload.facts().recomputed());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void requestsThatAWalletSignedAreItsOwn(Vector vector) {
    var payload = (SessionOverride) MetricsCodec.parse(vector.canonical());
    assertThat(OverrideRequest.of(payload).signer(Bytes.fromHex(payload.signature())))
        .hasToString(payload.operator())
        .isEqualTo(DevAccount.OWNER.address());
  }

  record Vector(String id, Bytes canonical, Hash32 hash) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (var in = OverridePayloadTest.class.getResourceAsStream("/override-vectors.json")) {
      if (in == null) {
        throw new IllegalStateException("override-vectors.json is not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonValue.parse(text).get("vectors").items().stream()
          .map(
              json ->
                  new Vector(
                      json.get("id").text(),
                      Bytes.of(json.get("canonical").text().getBytes(StandardCharsets.UTF_8)),
                      json.get("hash").hash()));
    }
  }

  @Test
  void theCanonicalBytesAreTheSchemasMembersInOrder() {
    assertThat(text(MetricsCodec.encode(noAnswer())))
        .isEqualTo(
            "{\"bookingId\":\"7\",\"chainId\":1337,"
                + "\"escrow\":\"0x5FbDB2315678afecb367f032d93F642f64180aa3\",\"gaps\":[],"
                + "\"guest\":{\"address\":\"0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc\","
                + "\"intervals\":[]},"
                + "\"host\":{\"address\":\"0x90F79bf6EB2c4f870365E785982E1f101E93b906\","
                + "\"intervals\":[[1800000000000,1800000060000]]},"
                + "\"operator\":\""
                + DevAccount.OWNER.address()
                + "\",\"outcome\":\"Completed\","
                + "\"reason\":\"Both say \\\"it worked\\\" \\\\ by phone: 七\","
                + "\"schema\":\"session-override/1\",\"signature\":\""
                + noAnswer().signature()
                + "\",\"signedAt\":1800001801000,"
                + "\"slot\":{\"durationMins\":30,\"graceMins\":10,\"minOverlapMins\":20,"
                + "\"startTime\":1800000000},\"watermark\":1800000060000}");
  }

  @Test
  void anyOverrideIsReadBackAsItWasWritten() {
    var random = new Random(6);
    for (int i = 0; i < MANY; i++) {
      var override = random(random);
      var bytes = MetricsCodec.encode(override);

      assertThat(MetricsCodec.parse(bytes)).as("case %d", i).isEqualTo(override);
      assertThat(MetricsCodec.hash(bytes)).isEqualTo(MetricsCodec.hash(override));
    }
  }

  @Test
  void whateverIsChangedInAnOverrideChangesItsHash() {
    var hash = MetricsCodec.hash(noAnswer());
    assertThat(MetricsCodec.hash(given(facts(60_000), "another reason"))).isNotEqualTo(hash);
    assertThat(MetricsCodec.hash(given(facts(59_999), REASON))).isNotEqualTo(hash);
  }

  @Test
  void membersOfTheOtherSchemaAreRefused() {
    refused(text(MetricsCodec.encode(noAnswer())).replace("override/1", "metrics/1"), "members");
    refused(text(MetricsCodec.encode(noAnswer())).replace("override/1", "override/2"), "schema");
    refused(
        text(MetricsCodec.encode(noAnswer())).replace("\"gaps\":[]", "\"computed\":{},\"gaps\":[]"),
        "outcome");
  }

  @Test
  void aReasonThatIsNoneIsNotRead() {
    String bytes = text(MetricsCodec.encode(given(facts(60_000), "why")));
    refused(bytes.replace("\"why\"", "\"\""), "reason");
    refused(bytes.replace("\"why\"", "\"two\\nlines\""), "reason");
  }

  @Test
  void theRequestIsItsOperatorsAndNobodyElses() {
    var override = noAnswer();
    var request = OverrideRequest.of(override);
    var signature = Bytes.fromHex(override.signature());

    assertThat(request.signer(signature)).isEqualTo(DevAccount.OWNER.address());
    for (var other :
        List.of(
            request(1338, ESCROW, 7, Outcome.COMPLETED, REASON, 1_800_001_801_000L),
            request(1337, Address.ZERO, 7, Outcome.COMPLETED, REASON, 1_800_001_801_000L),
            request(1337, ESCROW, 8, Outcome.COMPLETED, REASON, 1_800_001_801_000L),
            request(1337, ESCROW, 7, Outcome.NO_SHOW_HOST, REASON, 1_800_001_801_000L),
            request(1337, ESCROW, 7, Outcome.COMPLETED, "why", 1_800_001_801_000L),
            request(1337, ESCROW, 7, Outcome.COMPLETED, REASON, 1_800_001_801_001L))) {
      assertThat(other.signer(signature)).isNotEqualTo(DevAccount.OWNER.address());
    }
  }

  private static OverrideRequest request(
      long chainId, Address escrow, long id, Outcome outcome, String reason, long atMs) {
    return new OverrideRequest(chainId, escrow, id, outcome, reason, atMs);
  }

  private static SessionFacts facts(long hostMs) {
    return facts(
        new Facts(
            SLOT,
            List.of(new Interval(S, S + hostMs)),
            List.of(),
            List.of(),
            S + 60_000,
            1_800_001_900));
  }

  private static SessionFacts facts(Facts facts) {
    return SessionFacts.of(
        1337,
        ESCROW.toString(),
        "7",
        "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
        "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
        facts);
  }

  private static SessionOverride noAnswer() {
    return given(facts(60_000), REASON);
  }

  private static SessionOverride given(SessionFacts facts, String reason) {
    return signed(facts, Outcome.COMPLETED, reason, 1_800_001_801_000L);
  }

  private static SessionOverride signed(
      SessionFacts facts, Outcome outcome, String reason, long atMs) {
    var signature =
        DevAccount.OWNER.signTypedData(
            new OverrideRequest(1337, ESCROW, 7, outcome, reason, atMs).typedData());
    return new SessionOverride(
        facts,
        facts.recomputed(),
        outcome,
        reason,
        DevAccount.OWNER.address().toString(),
        atMs,
        signature.toBytes().toString());
  }

  private static SessionOverride random(Random random) {
    long hostMs = 1L + random.nextInt(1_800_000);
    long guestMs = 1L + random.nextInt(1_800_000);
    var facts =
        new Facts(
            SLOT,
            List.of(new Interval(S, S + hostMs)),
            List.of(new Interval(S + 1_800_000 - guestMs, S + 1_800_000)),
            List.of(new Interval(S + 900_000, S + 900_000 + random.nextInt(60_000))),
            S + random.nextInt(2_000_000),
            1_800_001_900);
    return new SessionOverride(
        facts(facts),
        Rulebook.decision(facts),
        OUTCOMES.get(random.nextInt(OUTCOMES.size())),
        reason(random),
        DevAccount.OWNER.address().toString(),
        S + random.nextInt(10_000_000),
        "0x" + "ab".repeat(65));
  }

  private static String reason(Random random) {
    String characters = "aZ 09\"\\/é七\uD83D\uDE00";
    var text = new StringBuilder("x");
    int[] points = characters.codePoints().toArray();
    for (int i = random.nextInt(100); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static void refused(String json, String because) {
    assertThatExceptionOfType(MalformedMetricsException.class)
        .as(json)
        .isThrownBy(() -> MetricsCodec.parse(Bytes.of(json.getBytes(StandardCharsets.UTF_8))))
        .withMessageContaining(because);
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }

  @Test
  void whatTheRulebookSaidIsKeptWhereItSaidSomething() {
    var facts =
        facts(new Facts(SLOT, List.of(), List.of(), List.of(), SLOT.endMs(), 1_800_001_900));
    var override = signed(facts, Outcome.NO_SHOW_GUEST, "why", 1);

    assertThat(text(MetricsCodec.encode(override)))
        .contains("\"computed\":{\"decidedAt\":", "\"outcome\":\"NoShowHost\"");
    assertThat(noAnswer().computed()).isEqualTo(Optional.empty());
  }
}
