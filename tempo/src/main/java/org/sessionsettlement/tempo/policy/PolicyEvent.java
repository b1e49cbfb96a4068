package org.sessionsettlement.tempo.policy;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.Log;

/** What the TIP-403 registry tells. */
public sealed interface PolicyEvent {
  /** There is a new policy. */
  record PolicyCreated(long policyId, Address updater, PolicyType type) implements PolicyEvent {}

  /** There is a new policy of three simple ones. */
  record CompoundPolicyCreated(
      long policyId, Address creator, long senders, long recipients, long mintRecipients)
      implements PolicyEvent {}

  /** A policy has another admin. */
  record PolicyAdminUpdated(long policyId, Address updater, Address admin) implements PolicyEvent {}

  /** An account was put on a whitelist or taken off. */
  record WhitelistUpdated(long policyId, Address updater, Address account, boolean allowed)
      implements PolicyEvent {}

  /** An account was put on a blacklist or taken off. */
  record BlacklistUpdated(long policyId, Address updater, Address account, boolean restricted)
      implements PolicyEvent {}

  /** An account accepts other tokens or senders (TIP-1028). */
  record ReceivePolicyUpdated(
      Address account, long senderPolicyId, long tokenFilterId, Address recoveryAuthority)
      implements PolicyEvent {}

  /** The event of a log of the registry; empty for anything else. */
  static Optional<PolicyEvent> decode(Log log) {
    return log.address().equals(PolicyRegistry.ADDRESS)
        ? PolicyEvents.TABLE.decode(log)
        : Optional.empty();
  }
}
