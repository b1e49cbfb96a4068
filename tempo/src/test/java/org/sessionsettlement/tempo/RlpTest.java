package org.sessionsettlement.tempo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RlpTest {
  private static final long SEED = 0x9e3779b97f4a7c15L;

  @Test
  void writesTheKnownExamples() {
    assertThat(written(out -> out.bytes(ascii("dog")))).isEqualTo("0x83646f67");
    assertThat(written(out -> list(out, () -> out.bytes(ascii("cat")).bytes(ascii("dog")))))
        .isEqualTo("0xc88363617483646f67");
    assertThat(written(out -> list(out, () -> {}))).isEqualTo("0xc0");
    assertThat(written(out -> out.integer(0))).isEqualTo("0x80");
    assertThat(written(out -> out.integer(15))).isEqualTo("0x0f");
    assertThat(written(out -> out.integer(1024))).isEqualTo("0x820400");
    assertThat(written(out -> out.bytes(new byte[] {0}))).isEqualTo("0x00");
    assertThat(written(out -> out.bytes(new byte[] {(byte) 0x80}))).isEqualTo("0x8180");
    assertThat(written(out -> out.bytes(new byte[56]))).startsWith("0xb83800");
    assertThat(written(out -> out.bytes(new byte[1024]))).startsWith("0xb9040000");
    assertThat(written(out -> list(out, () -> out.bytes(new byte[60])))).startsWith("0xf83eb83c");
  }

  @Test
  void anIntegerIsWrittenAlikeWhateverItsType() {
    for (long value : new long[] {0, 1, 127, 128, 255, 256, 1L << 40, Long.MAX_VALUE}) {
      assertThat(written(out -> out.integer(BigInteger.valueOf(value))))
          .as("%s", value)
          .isEqualTo(written(out -> out.integer(value)));
    }
    BigInteger large = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    assertThat(written(out -> out.integer(large))).isEqualTo("0xa0" + "ff".repeat(32));
  }

  @Test
  void readsBackWhatWasWritten() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      BigInteger number = new BigInteger(random.nextInt(257), random);
      long seconds = random.nextLong() >>> 1;
      RlpWriter out = new RlpWriter();
      list(out, () -> out.bytes(bytes).integer(number).integer(seconds));

      RlpReader in = RlpReader.of(out.toBytes(), 0).list();
      assertThat(in.bytes()).as("round %s", round).isEqualTo(Bytes.of(bytes));
      assertThat(in.integer(256)).isEqualTo(number);
      assertThat(in.longInteger()).isEqualTo(seconds);
      in.finish();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0x,              the bytes end
          0x83646f,        beyond the bytes
          0x8100,          does not need
          0x817f,          does not need
          0xb80100,        long length for a short item
          0xb90038,        length with leading zeros
          0xbf7fffffffffffffff, beyond the bytes
          0xbb7fffffff,    beyond the bytes
          0xbbffffffff,    beyond the bytes
          0xc0,            not a list
          """)
  void refusesByteStringsThatAreCutOffOrNotCanonical(String hex, String because) {
    refused(hex, RlpReader::bytes, because);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0xc1", "0xf838", "0xf80100", "0xff7fffffffffffffff", "0x80", "0x"})
  void refusesListsThatAreCutOffOrNotCanonical(String hex) {
    assertThatExceptionOfType(MalformedRlpException.class)
        .isThrownBy(() -> RlpReader.of(Bytes.fromHex(hex), 0).list());
  }

  @Test
  void anItemNeverReachesBeyondItsList() {
    RlpReader inner = RlpReader.of(Bytes.fromHex("0xc28264656667"), 0).list();
    assertThatExceptionOfType(MalformedRlpException.class)
        .isThrownBy(inner::bytes)
        .withMessageContaining("beyond");
  }

  @Test
  void refusesIntegersWithLeadingZerosOrTooManyBits() {
    refused("0x00", in -> in.integer(8), "leading zeros");
    refused("0x820001", in -> in.integer(256), "leading zeros");
    refused("0x8180", in -> in.integer(7), "more than 7 bits");
    refused("0x888000000000000000", RlpReader::longInteger, "more than 63 bits");
    refused("0x89010000000000000000", RlpReader::longInteger, "more than");
    refused("0xa1" + "ff".repeat(33), in -> in.integer(256), "more than 256 bits");
  }

  @Test
  void refusesAddressesAndHashesOfAnotherLength() {
    refused("0x93" + "11".repeat(19), RlpReader::address, "19 bytes");
    refused("0x95" + "11".repeat(21), RlpReader::address, "21 bytes");
    refused("0x9f" + "11".repeat(31), RlpReader::hash, "31 bytes");
  }

  @Test
  void saysWhenThereIsMoreThanThereShouldBe() {
    RlpReader in = RlpReader.of(Bytes.fromHex("0x0102"), 0);
    in.bytes();
    assertThatExceptionOfType(MalformedRlpException.class).isThrownBy(in::finish);
  }

  private static void refused(String hex, Function<RlpReader, ?> reading, String because) {
    assertThatExceptionOfType(MalformedRlpException.class)
        .isThrownBy(() -> reading.apply(RlpReader.of(Bytes.fromHex(hex), 0)))
        .withMessageContaining(because);
  }

  private static String written(Consumer<RlpWriter> items) {
    RlpWriter out = new RlpWriter();
    items.accept(out);
    return out.toBytes().toString();
  }

  private static void list(RlpWriter out, Runnable items) {
    int list = out.begin();
    items.run();
    out.end(list);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
