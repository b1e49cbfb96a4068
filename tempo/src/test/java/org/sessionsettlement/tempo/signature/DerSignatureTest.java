package org.sessionsettlement.tempo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.Bytes;

/** The edges that Wycheproof tries: strict DER and nothing else. */
class DerSignatureTest {
  private static final long SEED = 20_261_125L;
  private static final String ORDER =
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

  @Test
  void readsTwoIntegers() {
    assertThat(decode("3006020102020103"))
        .isEqualTo(new DerSignature(BigInteger.TWO, BigInteger.valueOf(3)));
    assertThat(decode("30080202008002020081"))
        .isEqualTo(new DerSignature(BigInteger.valueOf(0x80), BigInteger.valueOf(0x81)));
  }

  @Test
  void takesTheLowerS() {
    BigInteger high = new BigInteger(ORDER, 16).subtract(BigInteger.TEN);
    String s = high.toString(16);
    assertThat(decode("3026" + "020101" + "022100" + s).s()).isEqualTo(BigInteger.TEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "00",
        "30", // no length
        "3000", // no integers
        "3003020101", // one integer
        "3009020101020101020101", // three
        "300602010102", // cut off
        "30060201010201",
        "300602010102010100", // something behind it
        "30070201010201010500", // something behind, outside the sequence
        "3008020101020101 0500", // something behind, inside the sequence
        "308106020101020101", // a long length that could be short
        "30820006020101020101",
        "308400000006020101020101",
        "3080020101020101 0000", // an indefinite length
        "30ff020101020101", // a length of lengths that is too large
        "3085ffffffffff020101020101",
        "30070202000102 0101", // a leading zero
        "30070201010202 0001",
        "30070281010102 0101", // a long length within
        "3006020100020180", // negative s
        "3006020181020101", // negative r
        "30050200020101", // an integer without a byte
        "30060101010101ff", // booleans
        "30060c01310c0131", // texts
        "3006030100030100", // bit strings
        "3006040101040101", // octet strings
        "30060201010a0101", // an enumerated value
        "3106020101020101", // a set
        "0201ff", // an integer alone
        "0500", // null
        "2406040102040103", // constructed octets
        "3008300602010102 0101", // a sequence in a sequence
        "a006020101020101", // another class
      })
  void refusesWhatIsNoDer(String der) {
    refused(der.replace(" ", ""));
  }

  @Test
  void refusesValuesAboveTheOrder() {
    refused("3026" + "022100" + ORDER + "020101");
    refused("3026" + "020101" + "022100" + ORDER);
    refused("3026" + "022100" + "ff".repeat(32) + "020101");
  }

  /** DER itself has nothing against a zero; a signature has. */
  @Test
  void aZeroBecomesNoSignature() {
    P256PublicKey key = P256PrivateKey.of(Bytes.fromHex("07".repeat(32))).publicKey();
    for (String der : new String[] {"3006020100020101", "3006020101020100"}) {
      assertThatExceptionOfType(InvalidSignatureException.class)
          .isThrownBy(() -> decode(der).prehashed(key))
          .withMessageContaining("out of range");
    }
  }

  @Test
  void randomBytesAreRefusedAndNothingElseIsThrown() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      if (bytes.length > 1) {
        bytes[0] = 0x30;
        bytes[1] = (byte) (bytes.length - 2);
      }
      try {
        assertThat(DerSignature.decode(Bytes.of(bytes)).r()).isNotNegative();
      } catch (InvalidSignatureException refused) {
        assertThat(refused).as("seed %d, round %d", SEED, i).hasMessage("no signature in DER");
      }
    }
  }

  private static DerSignature decode(String hex) {
    return DerSignature.decode(Bytes.fromHex(hex));
  }

  private static void refused(String hex) {
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> decode(hex))
        .withMessageContaining("DER");
  }
}
