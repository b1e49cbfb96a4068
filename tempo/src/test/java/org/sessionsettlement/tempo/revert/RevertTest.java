package org.sessionsettlement.tempo.revert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.token.TokenVectors;

class RevertTest {
  private static final String WORD_20 = "0".repeat(62) + "20";
  private static final long SEED = 7L;

  /** Error("NOT_BOOKED"). */
  static final String NOT_BOOKED =
      "0x08c379a0" + WORD_20 + "0".repeat(63) + "a" + "4e4f545f424f4f4b4544" + "0".repeat(44);

  @Test
  void understandsAString() {
    assertThat(decode(NOT_BOOKED).reason()).hasValue("NOT_BOOKED");
  }

  @Test
  void understandsAPanic() {
    assertThat(decode("0x4e487b71" + "0".repeat(62) + "11").reason())
        .hasValue("Panic(0x11): arithmetic overflow");
    assertThat(decode("0x4e487b71" + "f".repeat(64)).reason().orElseThrow()).endsWith("unknown");
  }

  @Test
  void understandsEveryTokenError() {
    for (Tip20Error error : Tip20Error.values()) {
      assertThat(decode(error.selector().toString()).reason()).hasValue(error.errorName());
    }
  }

  @Test
  void understandsEveryErrorOfThePrecompilesAround() {
    for (PrecompileError error : PrecompileError.values()) {
      assertThat(decode(error.selector().toString()).reason()).hasValue(error.errorName());
    }
    assertThat(decode("0xaa4bc69a" + "0".repeat(64)))
        .isInstanceOfSatisfying(
            Revert.Precompile.class,
            revert ->
                assertThat(revert.error()).isEqualTo(PrecompileError.UNKNOWN_FUNCTION_SELECTOR));
  }

  /** Of all errors in viem's ABIs these alone are nobody's here. */
  @Test
  void selectorsAreThoseOfViem() {
    JsonValue viem = TokenVectors.errors();
    Set<String> unknown = new TreeSet<>();
    for (String name : viem.names()) {
      Revert revert = Revert.decode(viem.get(name).bytes());
      revert.reason().ifPresentOrElse(r -> assertThat(r).isEqualTo(name), () -> unknown.add(name));
    }
    assertThat(unknown)
        .containsExactly(
            "AddressNotReserved",
            "DivisionByZero",
            "InvalidLogoURI",
            "InvalidMasterAddress",
            "InvalidSwapCalculation",
            "LogoURITooLong",
            "MasterIdCollision",
            "ProofOfWorkFailed",
            "RootKeyRetired");
  }

  @Test
  void tellsHowMuchIsMissing() {
    Bytes data =
        AbiWords.call(
            "InsufficientBalance(uint256,uint256,address)",
            AbiWords.uint(BigInteger.ONE),
            AbiWords.uint(BigInteger.TEN),
            AbiWords.address(Address.ZERO));
    assertThat(Revert.decode(data))
        .isInstanceOfSatisfying(
            Revert.Token.class,
            token ->
                assertThat(token.shortfall())
                    .hasValue(new Revert.Shortfall(BigInteger.ONE, BigInteger.TEN, Address.ZERO)));
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    for (String data : new String[] {"0x", "0x01", "0xdeadbeef00", "0x08c379a0" + WORD_20}) {
      assertThat(decode(data)).isEqualTo(new Revert.Unknown(Bytes.fromHex(data)));
    }
  }

  @Test
  void neverFailsOnDamagedData() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      byte[] data = Hex.decode(NOT_BOOKED);
      data[4 + random.nextInt(data.length - 4)] = (byte) random.nextInt();
      byte[] cut = java.util.Arrays.copyOf(data, 4 + random.nextInt(data.length - 4));
      assertThat(Revert.decode(Bytes.of(cut)).data())
          .as("seed %s, round %s", SEED, i)
          .isEqualTo(Bytes.of(cut));
    }
  }

  private static Revert decode(String hex) {
    return Revert.decode(Bytes.fromHex(hex));
  }
}
