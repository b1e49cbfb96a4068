package org.sessionsettlement.tempo.policy;

import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;

/**
 * What an account accepts (TIP-1028): tokens by one simple policy, senders by another.
 *
 * @param isSet false where the account accepts everything
 * @param recoveryAuthority who may claim what was diverted; zero means whoever sent it
 */
public record ReceivePolicy(
    boolean isSet,
    long senderPolicyId,
    PolicyType senderPolicyType,
    long tokenFilterId,
    PolicyType tokenFilterType,
    Address recoveryAuthority) {
  static ReceivePolicy read(Bytes data) {
    return new ReceivePolicy(
        AbiWords.boolAt(data, 0),
        AbiWords.uintAt(data, 32).longValueExact(),
        PolicyType.of(AbiWords.uintAt(data, 64)),
        AbiWords.uintAt(data, 96).longValueExact(),
        PolicyType.of(AbiWords.uintAt(data, 128)),
        AbiWords.addressAt(data, 160));
  }
}
