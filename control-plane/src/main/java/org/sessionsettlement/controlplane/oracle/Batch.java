package org.sessionsettlement.controlplane.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Submissions that go out as one transaction, which does all of them or none.
 *
 * @param members in the order of their calls
 * @param validBeforeSeconds block time from which the transaction can no longer be mined
 */
public record Batch(List<Submission> members, long validBeforeSeconds) {
  /**
   * Four transactions of this many attestations fill a block of 30M gas; one that fails holds up no
   * more than these. (A transaction may have 32 calls.)
   */
  static final int MOST_MEMBERS = 27;

  public Batch {
    members = List.copyOf(members);
  }

  /**
   * A submission that may be signed now.
   *
   * @param validBeforeSeconds as late as it may be
   */
  record Ready(Submission submission, long validBeforeSeconds) {}

  List<Intent> intents() {
    return members.stream().map(Submission::intent).toList();
  }

  /** What failed in a batch goes alone, with gas to spare: it may have been short of gas. */
  boolean isAlone() {
    return members.size() == 1;
  }

  /** Puts these of one sender together; what was in a batch that failed goes alone. */
  static List<Batch> of(List<Ready> ready) {
    var alone = ready.stream().filter(one -> one.submission().alone()).map(List::of);
    var others = ready.stream().filter(one -> !one.submission().alone()).toList();
    return Stream.concat(alone, split(others).stream()).map(Batch::together).toList();
  }

  /** Pieces of no more than {@link #MOST_MEMBERS}. */
  static <T> List<List<T>> split(List<T> all) {
    var pieces = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += MOST_MEMBERS) {
      pieces.add(all.subList(from, Math.min(all.size(), from + MOST_MEMBERS)));
    }
    return pieces;
  }

  private static Batch together(List<Ready> ready) {
    long soonest = ready.stream().mapToLong(Ready::validBeforeSeconds).min().orElseThrow();
    return new Batch(ready.stream().map(Ready::submission).toList(), soonest);
  }
}
