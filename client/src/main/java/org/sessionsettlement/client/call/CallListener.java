package org.sessionsettlement.client.call;

/** Told how a call goes, in order, on {@link CallThreads#callbacks}. */
public interface CallListener {

  /** It stands somewhere else now. */
  void onPhase(CallPhase phase);

  /** How well the media arrive, as often as they say so while the peer is there. */
  default void onQuality(Quality quality) {}

  /** Nothing follows any more: the leave has arrived, or the lease has ended. */
  default void onSeatGivenUp() {}
}
