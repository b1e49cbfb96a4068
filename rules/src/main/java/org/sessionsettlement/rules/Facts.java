package org.sessionsettlement.rules;

import java.util.List;

/**
 * Everything a verdict depends on: the rulebook's inputs.
 *
 * <p>The lists may overlap, touch, be in any order and reach beyond the session: only the time they
 * cover counts.
 *
 * @param slot the terms of the slot
 * @param host when the host was present, on any of its connections
 * @param guest when the guest was present, on any of its connections
 * @param gaps when the service itself was not watching
 * @param watermarkMs W, in milliseconds since the epoch: everything before it is known, anything at
 *     or after it may still change
 * @param chainTimeSeconds the time of the newest trusted block, in seconds since the epoch
 */
public record Facts(
    SlotTerms slot,
    List<Interval> host,
    List<Interval> guest,
    List<Interval> gaps,
    long watermarkMs,
    long chainTimeSeconds) {

  /** Copies the lists, so that nothing can change afterwards. */
  public Facts {
    host = List.copyOf(host);
    guest = List.copyOf(guest);
    gaps = List.copyOf(gaps);
  }
}
