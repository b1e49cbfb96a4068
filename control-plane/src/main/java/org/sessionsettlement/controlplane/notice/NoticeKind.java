package org.sessionsettlement.controlplane.notice;

import java.util.Locale;

/** The names of what can be told. */
enum NoticeKind {
  ATTESTED(What.Attested.class),
  CHALLENGED(What.Challenged.class),
  RESOLVED(What.Resolved.class),
  FINALIZED(What.Finalized.class),
  WINDOW_MISSED(What.WindowMissed.class),
  REFUND_CLAIMABLE(What.RefundClaimable.class),
  MONEY_WAITING(What.MoneyWaiting.class),
  DISPUTE_HALF_TIMEOUT(What.DisputeHalfTimeout.class),
  TAKEN_BACK(What.TakenBack.class);

  private final Class<? extends What> type;

  NoticeKind(Class<? extends What> type) {
    this.type = type;
  }

  static NoticeKind of(What what) {
    return switch (what) {
      case What.Attested _ -> ATTESTED;
      case What.Challenged _ -> CHALLENGED;
      case What.Resolved _ -> RESOLVED;
      case What.Finalized _ -> FINALIZED;
      case What.WindowMissed _ -> WINDOW_MISSED;
      case What.RefundClaimable _ -> REFUND_CLAIMABLE;
      case What.MoneyWaiting _ -> MONEY_WAITING;
      case What.DisputeHalfTimeout _ -> DISPUTE_HALF_TIMEOUT;
      case What.TakenBack _ -> TAKEN_BACK;
    };
  }

  static NoticeKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As it is stored and sent. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  Class<? extends What> type() {
    return type;
  }
}
