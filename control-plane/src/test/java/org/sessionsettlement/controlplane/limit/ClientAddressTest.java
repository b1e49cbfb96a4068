package org.sessionsettlement.controlplane.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
  @Test
  void takesAnIpv4AddressAsOneClient() {
    assertThat(ClientAddress.keyOf("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(ClientAddress.keyOf("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
  }

  @Test
  void takesAnIpv6NetworkAsOneClient() {
    assertThat(ClientAddress.keyOf("2001:db8:1:2::1"))
        .isEqualTo(ClientAddress.keyOf("2001:db8:1:2:ffff::2"))
        .isNotEqualTo(ClientAddress.keyOf("2001:db8:1:3::1"));
    assertThat(ClientAddress.keyOf("fe80::1%eth0")).isEqualTo("fe80000000000000/64");
  }
}
