package org.sessionsettlement.controlplane.notice;

/** Takes one notice where it is to go. It may be asked to take the same one again. */
public interface Courier {
  /**
   * Tries once.
   *
   * @param body the notice's JSON
   * @param wallet whose copy it is; empty for the operator's
   */
  Result deliver(String body, String wallet);

  /** What came of it. A reason is a few words without addresses or secrets. */
  sealed interface Result {
    record Done() implements Result {}

    /** It will never be wanted or possible. */
    record Dropped(String reason) implements Result {}

    /** It is to be tried again. */
    record Failed(String reason) implements Result {}
  }
}
