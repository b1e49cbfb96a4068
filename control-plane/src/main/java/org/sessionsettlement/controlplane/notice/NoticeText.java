package org.sessionsettlement.controlplane.notice;

import org.sessionsettlement.tempo.Address;

/**
 * A notice in plain words, for one of the parties: what is so, until when something can be done
 * about it, what that costs, and what happens otherwise.
 */
record NoticeText(String subject, String text) {
  /** For host or guest of the notice's booking. */
  static NoticeText of(Notice notice, Address reader) {
    boolean isHost = reader.equals(notice.host());
    var said = said(notice.what(), isHost);
    String about =
        """

        Booking: %s
        You are its %s, with the wallet %s.
        Notice: %s

        You get this because you asked for e-mail about this wallet. To end it, sign in
        with the wallet and delete the address (DELETE /notices/mailbox).
        """
            .formatted(notice.booking(), isHost ? "host" : "guest", reader, notice.id());
    return new NoticeText(
        said.subject() + " (booking " + notice.booking().bookingId() + ")", said.text() + about);
  }

  private static NoticeText said(What what, boolean isHost) {
    return switch (what) {
      case What.Attested attested -> AttestedText.of(attested, isHost);
      case What.Challenged challenged -> challenged(challenged);
      case What.Resolved resolved -> resolved(resolved);
      case What.Finalized done -> finalized(done);
      case What.WindowMissed missed -> windowMissed(missed);
      case What.RefundClaimable claimable -> refundClaimable(claimable);
      case What.MoneyWaiting waiting -> moneyWaiting(waiting);
      case What.DisputeHalfTimeout half -> disputeHalfTimeout(half);
      case What.TakenBack back -> takenBack(back);
    };
  }

  private static NoticeText challenged(What.Challenged challenged) {
    return new NoticeText(
        "Your session's outcome is disputed",
        """
        %s challenged the attested outcome, with
        a bond of %s. The escrow's owner reviews it.

        If you want to say what happened, make a statement
        (POST /bookings/{booking}/statements); the reviewer reads both parties'.

        If nobody has reviewed it by %s,
        the attested outcome stands, and the bond goes to the party that did not challenge.
        """
            .formatted(
                challenged.challenger(),
                Terms.money(challenged.bond()),
                Terms.time(challenged.reviewUntilS())));
  }

  private static NoticeText resolved(What.Resolved resolved) {
    return new NoticeText(
        "The dispute is over",
        """
        The dispute is over. The outcome is %s:
        %s

        It cannot be challenged again. It is settled next, and then whoever is owed money
        can withdraw it.
        """
            .formatted(resolved.outcome(), Terms.meaning(resolved.outcome())));
  }

  private static NoticeText finalized(What.Finalized done) {
    return new NoticeText(
        "Your session is settled",
        """
        %s.
        The host is paid %s,
        the guest gets back %s.

        Nothing can change that any more. Money waits in the escrow until it is withdrawn
        (withdrawOwed).
        """
            .formatted(
                Terms.isNone(done.outcome())
                    ? "Nobody attested an outcome, and the refund was claimed"
                    : "The session was settled as " + done.outcome(),
                Terms.money(done.hostPaid()),
                Terms.money(done.guestRefund())));
  }

  private static NoticeText windowMissed(What.WindowMissed missed) {
    return new NoticeText(
        "Nobody attested your session in time",
        """
        Nobody attested an outcome while the contract took one, and it takes none any more.
        The guest gets everything back: host or guest can have that done
        (claimIfUnattested) from %s on.
        It costs the fee of a transaction. Until one of the two does it, the money stays in
        the escrow.
        """
            .formatted(Terms.time(missed.claimableFromS())));
  }

  private static NoticeText refundClaimable(What.RefundClaimable claimable) {
    return new NoticeText(
        "The guest's money can be claimed back",
        """
        Nobody attested an outcome. Host or guest can have the guest's money credited,
        %s (claimIfUnattested), since %s.
        It costs the fee of a transaction. Until one of the two does it, the money stays in
        the escrow.
        """
            .formatted(Terms.money(claimable.amount()), Terms.time(claimable.claimableFromS())));
  }

  private static NoticeText moneyWaiting(What.MoneyWaiting waiting) {
    return new NoticeText(
        "Money is waiting for you",
        """
        The escrow owes you %s or more,
        since %s, and keeps it until you withdraw it
        (withdrawOwed). There is no time by which you must.
        """
            .formatted(Terms.money(waiting.amount()), Terms.time(waiting.sinceS())));
  }

  private static NoticeText disputeHalfTimeout(What.DisputeHalfTimeout half) {
    return new NoticeText(
        "A dispute waits for its review",
        """
        Half of the time for a review is over. If nobody has reviewed it by
        %s, the attested outcome stands,
        and the bond of %s goes to the party that did not challenge.
        """
            .formatted(Terms.time(half.reviewUntilS()), Terms.money(half.bond())));
  }

  private static NoticeText takenBack(What.TakenBack back) {
    return new NoticeText(
        "An earlier notice is no longer true",
        """
        The chain took back what notice %s told you (%s).
        If it happens again you are told again, with the times that hold then.
        """
            .formatted(back.noticeId(), back.noticeKind().replace('_', ' ')));
  }
}
