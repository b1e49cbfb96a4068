package org.sessionsettlement.rules;

import java.util.Optional;
import java.util.OptionalLong;

/** The rulebook's answer. */
public sealed interface Verdict {

  /** There is an answer, and the contract takes it at this chain time. */
  record Attest(Decision decision) implements Verdict {}

  /**
   * There is no answer yet, or the contract does not take it yet: ask again.
   *
   * @param untilMs where only the window of a decided outcome has not opened yet: its first second,
   *     in milliseconds since the epoch. When else to ask again is {@link Rulebook#lookAgainMs}.
   */
  record Wait(Reason reason, OptionalLong untilMs) implements Verdict {}

  /**
   * Too late, for good: nothing can attest it any more, and the contract's fallback refunds the
   * guest.
   *
   * @param decision what would have been attested; empty where the presence gave no answer
   */
  record Missed(Optional<Decision> decision) implements Verdict {
    /** The one reason there is. */
    public static final String CODE = "window_missed";
  }

  /**
   * The session is over, and only unwatched time stands between it and an answer: an operator may
   * give one, with a recorded reason; nothing does so by itself.
   */
  record Inconclusive() implements Verdict {
    /** The one reason there is. */
    public static final String CODE = "presence_unknown";
  }

  /** Why to wait. */
  enum Reason {
    /** The presence allows every outcome still. */
    SESSION_RUNNING("session_running"),
    /**
     * The overlap can no longer be reached, but an allowed late join may still come; or a no-show
     * is decided and its window has not opened.
     */
    GRACE_NOT_OVER("grace_not_over"),
    /** The session is completed and its window has not opened. */
    OVERLAP_NOT_MET("overlap_not_met");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** Its stable code in JSON. */
    public String code() {
      return code;
    }
  }
}
