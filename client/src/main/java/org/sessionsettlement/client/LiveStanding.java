package org.sessionsettlement.client;

import java.util.Optional;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * How a session stands for one's own side while it runs, as the service computed it from the
 * rulebook. Times are unix milliseconds, lengths milliseconds.
 *
 * @param role {@code host} or {@code guest}: whose standing it is
 * @param atMs nothing after this instant is in it
 * @param overlapMs how long both have been there together
 * @param neededMs how long they must be
 * @param isCounted whether one's own time counts now
 * @param isOtherCounted whether the other's does
 * @param state {@code open}, {@code can_no_longer_complete} or {@code decided}
 * @param decided the answer, where the state is {@code decided}
 * @param hostMissingMs what the host would be charged with if it came to a no-show now
 * @param guestMissingMs likewise the guest
 * @param atFault {@code host} or {@code guest}: who is charged more so far
 * @param ifBothStay what is decided if both are there until the end
 * @param ifILeave what is decided if oneself never comes back
 * @param ifBothLeave what is decided if nobody is there any more
 */
public record LiveStanding(
    String role,
    long atMs,
    long overlapMs,
    long neededMs,
    boolean isCounted,
    boolean isOtherCounted,
    String state,
    Optional<Outlook> decided,
    long hostMissingMs,
    long guestMissingMs,
    Optional<String> atFault,
    Outlook ifBothStay,
    Outlook ifILeave,
    Outlook ifBothLeave) {

  /**
   * An answer of the rulebook.
   *
   * @param outcome {@code Completed}, {@code NoShowHost} or {@code NoShowGuest}; empty where the
   *     presence is not known well enough ({@code presence_unknown})
   * @param decidedAtMs the instant at which it is decided
   */
  public record Outlook(Optional<String> outcome, Optional<Long> decidedAtMs) {
    static Outlook read(JsonValue outlook) {
      return new Outlook(
          Json.optionalText(outlook, "outcome"), Json.optionalNumber(outlook, "decided_at_ms"));
    }
  }

  static LiveStanding read(JsonValue answer) {
    return new LiveStanding(
        answer.get("role").text(),
        answer.get("at_ms").number(),
        answer.get("overlap_ms").number(),
        answer.get("needed_ms").number(),
        answer.get("counted").bool(),
        answer.get("other_counted").bool(),
        answer.get("state").text(),
        answer.get("decided").ifPresent().map(Outlook::read),
        answer.get("host_missing_ms").number(),
        answer.get("guest_missing_ms").number(),
        Json.optionalText(answer, "at_fault"),
        Outlook.read(answer.get("if_both_stay")),
        Outlook.read(answer.get("if_i_leave")),
        Outlook.read(answer.get("if_both_leave")));
  }
}
