package org.sessionsettlement.controlplane.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.rules.Charges;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Standing;
import org.sessionsettlement.rules.Verdict;

/** A standing over HTTP; docs/http.md says what each member means. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StandingJson(
    String role,
    long atMs,
    long overlapMs,
    long neededMs,
    boolean counted,
    boolean otherCounted,
    String state,
    @Nullable OutlookJson decided,
    long hostMissingMs,
    long guestMissingMs,
    @Nullable String atFault,
    OutlookJson ifBothStay,
    @JsonProperty("if_i_leave") OutlookJson ifILeave,
    OutlookJson ifBothLeave) {

  /** A decision, or why there is none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OutlookJson(
      @Nullable String outcome, @Nullable Long decidedAtMs, @Nullable String reason) {
    static OutlookJson of(Optional<Decision> decision) {
      return decision
          .map(OutlookJson::of)
          .orElseGet(() -> new OutlookJson(null, null, Verdict.Inconclusive.CODE));
    }

    static OutlookJson of(Decision decision) {
      return new OutlookJson(decision.outcome().contractName(), decision.decidedAtMs(), null);
    }
  }

  static StandingJson of(Standings.Result.Found found) {
    var standing = found.standing();
    return new StandingJson(
        found.role().text(),
        found.atMs(),
        standing.overlapMs(),
        standing.neededMs(),
        standing.isCounted(),
        standing.isOtherCounted(),
        state(standing.state()),
        decided(standing.state()),
        standing.charges().hostMissingMs(),
        standing.charges().guestMissingMs(),
        atFault(standing.charges()),
        OutlookJson.of(standing.ifBothStay()),
        OutlookJson.of(standing.ifILeave()),
        OutlookJson.of(standing.ifBothLeave()));
  }

  private static String state(Standing.State state) {
    return switch (state) {
      case Standing.State.Open _ -> "open";
      case Standing.State.CanNoLongerComplete _ -> "can_no_longer_complete";
      case Standing.State.Decided _ -> "decided";
    };
  }

  private static @Nullable OutlookJson decided(Standing.State state) {
    return state instanceof Standing.State.Decided(var decision) ? OutlookJson.of(decision) : null;
  }

  private static @Nullable String atFault(Charges charges) {
    int more = Long.compare(charges.hostMissingMs(), charges.guestMissingMs());
    return more == 0 ? null : (more > 0 ? Role.HOST : Role.GUEST).text();
  }
}
