package org.sessionsettlement.tempo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.tempo.token.TokenVectors.A;
import static org.sessionsettlement.tempo.token.TokenVectors.B;

import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.token.TokenVectors;

class PolicyEventTest {
  @Test
  void readsWhatTheRegistryTells() {
    assertDecoded("PolicyCreated", new PolicyEvent.PolicyCreated(10, A, PolicyType.BLACKLIST));
    assertDecoded(
        "CompoundPolicyCreated", new PolicyEvent.CompoundPolicyCreated(11, A, 12, 13, 14));
    assertDecoded("PolicyAdminUpdated", new PolicyEvent.PolicyAdminUpdated(15, A, B));
    assertDecoded("WhitelistUpdated", new PolicyEvent.WhitelistUpdated(16, A, B, true));
    assertDecoded("BlacklistUpdated", new PolicyEvent.BlacklistUpdated(17, A, B, true));
    assertDecoded("ReceivePolicyUpdated", new PolicyEvent.ReceivePolicyUpdated(A, 18, 19, B));
  }

  @Test
  void believesTheRegistryAlone() {
    assertThat(PolicyEvent.decode(TokenVectors.log(A, "PolicyCreated"))).isEmpty();
  }

  private static void assertDecoded(String event, PolicyEvent expected) {
    assertThat(PolicyEvent.decode(TokenVectors.log(PolicyRegistry.ADDRESS, event)))
        .hasValue(expected);
  }
}
