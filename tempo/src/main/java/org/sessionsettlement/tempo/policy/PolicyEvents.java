package org.sessionsettlement.tempo.policy;

import java.util.List;
import org.sessionsettlement.tempo.event.EventShape;
import org.sessionsettlement.tempo.event.EventTable;
import org.sessionsettlement.tempo.event.EventWords;

/** How the registry's events are written. */
final class PolicyEvents {
  static final EventTable<PolicyEvent> TABLE =
      new EventTable<>(
          List.of(
              new EventShape<>("PolicyCreated(uint64,address,uint8)", 2, 1, PolicyEvents::created),
              new EventShape<>(
                  "CompoundPolicyCreated(uint64,address,uint64,uint64,uint64)",
                  2,
                  3,
                  PolicyEvents::compound),
              new EventShape<>(
                  "PolicyAdminUpdated(uint64,address,address)", 3, 0, PolicyEvents::admin),
              new EventShape<>(
                  "WhitelistUpdated(uint64,address,address,bool)", 3, 1, PolicyEvents::whitelist),
              new EventShape<>(
                  "BlacklistUpdated(uint64,address,address,bool)", 3, 1, PolicyEvents::blacklist),
              new EventShape<>(
                  "ReceivePolicyUpdated(address,uint64,uint64,address)",
                  1,
                  3,
                  PolicyEvents::receive)));

  private PolicyEvents() {}

  private static PolicyEvent created(EventWords words) {
    return new PolicyEvent.PolicyCreated(
        words.topicLong(0), words.topicAddress(1), PolicyType.of(words.uint(0)));
  }

  private static PolicyEvent compound(EventWords words) {
    return new PolicyEvent.CompoundPolicyCreated(
        words.topicLong(0),
        words.topicAddress(1),
        words.longAt(0),
        words.longAt(1),
        words.longAt(2));
  }

  private static PolicyEvent admin(EventWords words) {
    return new PolicyEvent.PolicyAdminUpdated(
        words.topicLong(0), words.topicAddress(1), words.topicAddress(2));
  }

  private static PolicyEvent whitelist(EventWords words) {
    return new PolicyEvent.WhitelistUpdated(
        words.topicLong(0), words.topicAddress(1), words.topicAddress(2), words.bool(0));
  }

  private static PolicyEvent blacklist(EventWords words) {
    return new PolicyEvent.BlacklistUpdated(
        words.topicLong(0), words.topicAddress(1), words.topicAddress(2), words.bool(0));
  }

  private static PolicyEvent receive(EventWords words) {
    return new PolicyEvent.ReceivePolicyUpdated(
        words.topicAddress(0), words.longAt(0), words.longAt(1), words.address(2));
  }
}
