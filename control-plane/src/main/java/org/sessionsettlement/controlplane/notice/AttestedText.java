package org.sessionsettlement.controlplane.notice;

/**
 * What the parties are told of an attestation: it is the one that they can still do something
 * about.
 */
final class AttestedText {
  private AttestedText() {}

  static NoticeText of(What.Attested attested, boolean isHost) {
    return isAgainst(attested, isHost) ? against(attested) : other(attested);
  }

  private static boolean isAgainst(What.Attested attested, boolean isHost) {
    return attested.outcome().equals(isHost ? "NoShowHost" : "NoShowGuest");
  }

  private static NoticeText against(What.Attested attested) {
    return new NoticeText(
        "You were marked as not having kept your appointment",
        """
        The session was attested as %s, which is against you:
        %s

        """
                .formatted(attested.outcome(), Terms.meaning(attested.outcome()))
            + challenge(attested));
  }

  private static NoticeText other(What.Attested attested) {
    return new NoticeText(
        "Your session was attested as " + attested.outcome(),
        """
        The session was attested as %s:
        %s

        """
                .formatted(attested.outcome(), Terms.meaning(attested.outcome()))
            + challenge(attested));
  }

  private static String challenge(What.Attested attested) {
    return """
    If that is wrong, you can challenge it before
    %s.

    A challenge costs a bond of %s. The escrow's
    owner then reviews it. You get the bond back if the outcome is changed; if it is not, or
    if nobody reviews it in time, the bond goes to the other party.

    If nobody challenges it before then, it becomes final and is settled.
    """
        .formatted(Terms.time(attested.challengeUntilS()), Terms.money(attested.bond()));
  }
}
