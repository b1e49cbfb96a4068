package org.sessionsettlement.controlplane.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.StatusText;
import org.sessionsettlement.controlplane.oracle.Stage;
import org.sessionsettlement.controlplane.oracle.Submission;
import org.sessionsettlement.controlplane.oracle.VerdictRecord;
import org.sessionsettlement.controlplane.session.MediaReport;
import org.sessionsettlement.rules.Charges;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.tempo.Hash32;

/** A booking's explanation over HTTP. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationJson(
    String escrow,
    long bookingId,
    String status,
    String summary,
    @Nullable VerdictJson verdict,
    @Nullable PresenceJson presence,
    @Nullable List<long[]> gaps,
    @Nullable Long watermarkMs,
    @Nullable String metricsHash,
    @Nullable AttestationJson attestation,
    @Nullable OverrideJson override,
    NextJson next) {

  /** The newest verdict; what it was made from is beside it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VerdictJson(
      String decision,
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable Long overlapMs,
      long neededMs,
      @Nullable Long decidedAtMs,
      @Nullable ChargesJson charges,
      long atMs,
      @Nullable Long lookAgainMs) {
    static VerdictJson of(VerdictRecord verdict, long neededMs) {
      var decision = verdict.decision();
      return new VerdictJson(
          verdict.kind().text(),
          decision.map(made -> made.outcome().contractName()).orElse(null),
          verdict.reason().orElse(null),
          decision.map(Decision::overlapMs).orElse(null),
          neededMs,
          decision.map(Decision::decidedAtMs).orElse(null),
          decision.flatMap(Decision::charges).map(ChargesJson::of).orElse(null),
          verdict.atMs(),
          nullable(verdict.lookAgainMs()));
    }
  }

  record ChargesJson(long hostMissingMs, long guestMissingMs) {
    static ChargesJson of(Charges charges) {
      return new ChargesJson(charges.hostMissingMs(), charges.guestMissingMs());
    }
  }

  /** What the newest verdict saw of both; media decides nothing, and reviewers alone see it. */
  record PresenceJson(
      List<long[]> host,
      List<long[]> guest,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MediaJson> media) {}

  record MediaJson(String role, long atMs, boolean connected, long bytesSent, long bytesReceived) {
    static MediaJson of(MediaReport report) {
      var state = report.state();
      return new MediaJson(
          report.role().text(),
          report.atMs(),
          state.connected(),
          state.bytesSent(),
          state.bytesReceived());
    }
  }

  /** Our attestation, where there is one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AttestationJson(
      String state,
      @Nullable String txHash,
      @Nullable Long decidedAtMs,
      @Nullable Long submittedAtMs,
      @Nullable Long confirmedAtS,
      @Nullable String note) {
    static AttestationJson of(Submission submission, Optional<Decision> decision) {
      Long decidedAtMs = decision.map(Decision::decidedAtMs).orElse(null);
      return switch (submission.stage()) {
        case Stage.Decided _ -> new AttestationJson("decided", null, decidedAtMs, null, null, null);
        case Stage.Signed(var transaction) ->
            new AttestationJson(
                "signed", transaction.hash().toString(), decidedAtMs, null, null, null);
        case Stage.Sent(var transaction, long sentAtMs) ->
            new AttestationJson(
                "sent", transaction.hash().toString(), decidedAtMs, sentAtMs, null, null);
        case Stage.Over how -> over(submission, how, decidedAtMs);
      };
    }

    private static AttestationJson over(
        Submission submission, Stage.Over how, @Nullable Long decidedAtMs) {
      Long sentAtMs = nullable(submission.sentMs());
      return switch (how) {
        case Stage.Confirmed(var mined) ->
            new AttestationJson(
                "confirmed",
                mined.map(done -> done.txHash().toString()).orElse(null),
                decidedAtMs,
                sentAtMs,
                mined.map(done -> done.atSeconds()).orElse(null),
                mined.isPresent() ? null : "attested by somebody else with the same hash");
        case Stage.Expired _ ->
            new AttestationJson("expired", null, decidedAtMs, sentAtMs, null, null);
        case Stage.Refused(var reason) ->
            new AttestationJson("refused", null, decidedAtMs, sentAtMs, null, reason);
        case Stage.SettledWithoutUs(var by) ->
            new AttestationJson("settled_without_us", null, decidedAtMs, sentAtMs, null, by);
        case Stage.Overridden _ ->
            new AttestationJson("overridden", null, decidedAtMs, sentAtMs, null, null);
        case Stage.GaveUp(var reason) ->
            new AttestationJson("gave_up", null, decidedAtMs, sentAtMs, null, reason);
      };
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NextJson(String what, @Nullable Long atS) {}

  static ExplanationJson of(
      Situation situation, Optional<Hash32> metricsHash, List<MediaReport> media) {
    var booking = situation.booking();
    var story = Story.of(situation);
    var facts = situation.verdict().map(VerdictRecord::facts);
    return new ExplanationJson(
        booking.key().escrow().toString(),
        booking.key().bookingId(),
        StatusText.of(booking.standing().status()),
        story.summary(),
        situation.verdict().map(one -> VerdictJson.of(one, booking.slot().needMs())).orElse(null),
        facts.map(seen -> presence(seen, media)).orElse(null),
        facts.map(seen -> pairs(seen.gaps())).orElse(null),
        facts.map(seen -> seen.watermarkMs()).orElse(null),
        metricsHash.map(Hash32::toString).orElse(null),
        situation
            .attestation()
            .map(
                ours ->
                    AttestationJson.of(ours, situation.verdict().flatMap(VerdictRecord::decision)))
            .orElse(null),
        situation.override().map(OverrideJson::of).orElse(null),
        new NextJson(story.next().what(), nullable(story.next().atSeconds())));
  }

  private static PresenceJson presence(Facts seen, List<MediaReport> media) {
    return new PresenceJson(
        pairs(seen.host()), pairs(seen.guest()), media.stream().map(MediaJson::of).toList());
  }

  private static List<long[]> pairs(List<Interval> intervals) {
    return intervals.stream().map(one -> new long[] {one.fromMs(), one.untilMs()}).toList();
  }

  private static @Nullable Long nullable(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
