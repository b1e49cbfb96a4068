package org.sessionsettlement.tempo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.fee.Fees;

class ValuesTest {
  private static final String CHECKSUMMED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  @Test
  void anAddressShowsItsChecksum() {
    Address address = Address.parse(CHECKSUMMED.toLowerCase(Locale.ROOT));
    assertThat(address).hasToString(CHECKSUMMED).isEqualTo(Address.parse(CHECKSUMMED));
    assertThat(address.toLowerHex()).isEqualTo(CHECKSUMMED.toLowerCase(Locale.ROOT));
  }

  @Test
  void anAddressWithAWrongChecksumIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.parse(CHECKSUMMED.replace("aA", "Aa")))
        .withMessageContaining("checksum");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String bad :
        List.of("", "0x", CHECKSUMMED + "00", "0x" + "g".repeat(40), "é".repeat(42))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(bad));
    }
  }

  /** The first contract of Anvil's first account. */
  @Test
  void aContractsAddressFollowsFromCreatorAndNonce() {
    Address creator = Address.parse("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    assertThat(Address.ofContract(creator, 0))
        .hasToString("0x5FbDB2315678afecb367f032d93F642f64180aa3");
  }

  @Test
  void keccakOfNothingIsTheKnownOne() {
    assertThat(Keccak256.hash(""))
        .hasToString("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @Test
  void hexRefusesWhatItIsNot() {
    for (String bad : List.of("0x1", "0xzz", "0x0g", "0x:0", "0xÀ0")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Hex.decode(bad));
    }
    for (String bad : List.of("", "0x", "12", "0x-1", "0x" + "1".repeat(65))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Hex.parseQuantity(bad));
    }
  }

  @Test
  void bytesAreComparedByContentAndNotShared() {
    byte[] source = {1, 2};
    Bytes bytes = Bytes.of(source);
    source[0] = 9;
    assertThat(bytes).isEqualTo(Bytes.fromHex("0x0102")).hasToString("0x0102");
    bytes.toArray()[0] = 9;
    assertThat(bytes).isEqualTo(Bytes.fromHex("0102"));
  }

  @Test
  void feesAreRoundedUpToWholeTokenUnits() {
    BigInteger price = BigInteger.valueOf(20_000_000_000L);
    assertThat(Fees.inTokenUnits(50, price)).isEqualTo(BigInteger.ONE);
    assertThat(Fees.inTokenUnits(51, price)).isEqualTo(BigInteger.TWO);
    assertThat(Fees.inTokenUnits(0, price)).isZero();
    assertThat(Fees.maxFeePerGas(price, BigInteger.TEN)).isEqualTo("40000000010");
  }
}
