package org.sessionsettlement.controlplane.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Values that others published: FIPS 180-4's example, RFC 4231 and RFC 2202, test case 2. */
class DigestsTest {
  private static final byte[] KEY = "Jefe".getBytes(StandardCharsets.UTF_8);
  private static final String MESSAGE = "what do ya want for nothing?";

  @Test
  void areThoseOfTheirStandards() {
    assertThat(hex(Digests.sha256("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(hex(Digests.hmacSha256(KEY, MESSAGE)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assertThat(hex(Digests.hmacSha1(KEY, MESSAGE)))
        .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
