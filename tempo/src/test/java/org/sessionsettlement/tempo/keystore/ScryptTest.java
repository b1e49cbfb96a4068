package org.sessionsettlement.tempo.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessionsettlement.tempo.Hex;

class ScryptTest {
  private static final long SEED = 20_261_125L;

  /** RFC 7914, section 12; the fourth of its vectors takes 1 GiB, more than we take. */
  @ParameterizedTest
  @CsvSource({
    "'', '', 16, 1, 1, 77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
    "password, NaCl, 1024, 8, 16, fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
    "pleaseletmein, SodiumChloride, 16384, 8, 1, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
  })
  void derivesTheKeysOfTheRfc(String password, String salt, int n, int r, int p, String expected) {
    byte[] derived =
        Scrypt.derive(ascii(password), ascii(salt), new KeystoreParameters.Scrypt(n, r, p), 64);
    assertThat(Hex.encode(derived)).isEqualTo("0x" + expected);
  }

  @Test
  void derivesWhatBouncyCastleDoes() {
    Random random = new Random(SEED);
    for (int i = 0; i < 50; i++) {
      byte[] password = bytes(random, random.nextInt(40));
      byte[] salt = bytes(random, random.nextInt(40));
      int n = 2 << random.nextInt(8);
      int r = 1 + random.nextInt(9);
      int p = 1 + random.nextInt(4);
      assertThat(Scrypt.derive(password, salt, new KeystoreParameters.Scrypt(n, r, p), 32))
          .as("seed %d, round %d: n %d, r %d, p %d", SEED, i, n, r, p)
          .isEqualTo(SCrypt.generate(password, salt, n, r, p, 32));
    }
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
