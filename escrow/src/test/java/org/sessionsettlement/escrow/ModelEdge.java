package org.sessionsettlement.escrow;

import java.util.List;

/** A function that time opens or closes, and the reason with which it refuses one second off. */
record ModelEdge(String function, String reason) {
  static final List<ModelEdge> ALL =
      List.of(
          new ModelEdge("book", "TOO_LATE"),
          new ModelEdge("acceptRequest", "EXPIRED"),
          new ModelEdge("cancelBookingAsGuest", "ALREADY_STARTED"),
          new ModelEdge("cancelBookingAsHost", "ALREADY_STARTED"),
          new ModelEdge("attest", "GRACE_NOT_OVER"),
          new ModelEdge("attest", "NO_SHOW_TOO_LATE"),
          new ModelEdge("attest", "OVERLAP_NOT_MET"),
          new ModelEdge("attest", "TOO_LATE"),
          new ModelEdge("claimIfUnattested", "TOO_EARLY"),
          new ModelEdge("challenge", "WINDOW_OVER"),
          new ModelEdge("finalizeDisputeByTimeout", "TOO_EARLY"),
          new ModelEdge("finalize", "TOO_EARLY"));
}
