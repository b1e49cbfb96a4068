package org.sessionsettlement.client.call;

/** Where a call stands, for its user. */
public sealed interface CallPhase {

  /** Not started. */
  record Idle() implements CallPhase {}

  /** Asking for the seat; also while it is too early for that. */
  record Joining() implements CallPhase {}

  /** Present; the peer is not. */
  record WaitingForPeer() implements CallPhase {}

  /** The peer is there, media do not flow yet. */
  record Connecting() implements CallPhase {}

  /** The peer is there and media flow. */
  record Connected() implements CallPhase {}

  /** Media flowed and are being brought back. */
  record Reconnecting() implements CallPhase {}

  /** Over as it should be. */
  record Ended(EndReason reason) implements CallPhase {}

  /**
   * Over as it should not be. After {@link FailureReason#MEDIA} one goes on being present, because
   * presence is what pays, until one hangs up.
   *
   * @param detail for people
   */
  record Failed(FailureReason reason, String detail) implements CallPhase {}

  /** Why a call ended. */
  enum EndReason {
    HUNG_UP,
    SESSION_OVER
  }

  /** Why a call failed. */
  enum FailureReason {
    /** The service lets this wallet not join; its code is the detail. */
    REFUSED,
    /** The service could not be reached, or said for too long that it is too early. */
    NO_SEAT,
    /** Another device of the same wallet has joined: it has the seat now. */
    SEAT_TAKEN,
    /** No microphone, or no way to the peer. */
    MEDIA
  }
}
