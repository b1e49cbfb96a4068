package org.sessionsettlement.tempo.signature.typeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.P256Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.account.WebAuthnAccount;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;

class TypedDataTest {
  private static final Address CONTRACT =
      Address.parse("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC");
  private static final TypedField NAME = new TypedField("name", "string");
  private static final TypedField WALLET = new TypedField("wallet", "address");
  private static final TypedData MAIL = mail("Hello, Bob!");

  /** The example of the EIP, with the hashes that its own test has. */
  @Test
  void encodesTheMailOfTheEip() {
    assertThat(MAIL.encodeType())
        .isEqualTo("Mail(Person from,Person to,string contents)Person(string name,address wallet)");
    assertThat(MAIL.domainSeparator())
        .hasToString("0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
    assertThat(MAIL.structHash())
        .hasToString("0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
    assertThat(MAIL.hash())
        .hasToString("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
  }

  /** The EIP's example signs with the key keccak256("cow"). */
  @Test
  void signsTheMailAsTheEipDoes() {
    Secp256k1Account cow =
        Secp256k1Account.fromPrivateKey(
            org.sessionsettlement.tempo.Keccak256.hash("cow").toString());
    assertThat(cow.signTypedData(MAIL).toBytes())
        .hasToString(
            "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
                + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c");
  }

  @Test
  void everyKindOfKeySignsAndIsRecovered() {
    P256PrivateKey p256 = P256PrivateKey.of(Bytes.fromHex("07".repeat(32)));
    List<Account> accounts =
        List.of(
            Secp256k1Account.fromPrivateKey("03".repeat(32)),
            P256Account.of(p256),
            new WebAuthnAccount(
                new SoftwareAuthenticator(p256, "example.com", "https://example.com")));
    for (Account account : accounts) {
      Bytes signature = account.signTypedData(MAIL).toBytes();
      assertThat(MAIL.recover(signature)).isEqualTo(account.address());
    }
  }

  @Test
  void anotherMessageIsNotWhatWasSigned() {
    P256Account account = P256Account.of(P256PrivateKey.of(Bytes.fromHex("07".repeat(32))));
    Bytes signature = account.signTypedData(MAIL).toBytes();
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> mail("Hello, Eve!").recover(signature));
  }

  @Test
  void takesJavasOwnValues() {
    TypedData words = one("uint256[]", List.of(1, 2L, BigInteger.valueOf(3)));
    assertThat(words.hash()).isEqualTo(one("uint256[]", List.of("1", "0x2", "3")).hash());
    Bytes bytes = Bytes.fromHex("ab".repeat(32));
    TypedData hash = one("bytes32", org.sessionsettlement.tempo.Hash32.of(bytes.toArray()));
    assertThat(hash.hash()).isEqualTo(one("bytes32", bytes).hash());
    assertThat(hash.hash()).isEqualTo(one("bytes32", bytes.toString()).hash());
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeOf() {
    Map<String, Object> message = new java.util.HashMap<>(Map.of("v", 1));
    TypedData data = builder("uint8").message(message).build();
    Bytes before = data.signingPayload();
    message.put("v", 2);
    assertThat(data.signingPayload()).isEqualTo(before);
  }

  static TypedData one(String type, Object value) {
    return builder(type).message(Map.of("v", value)).build();
  }

  static TypedData.Builder builder(String type) {
    return TypedData.builder("M")
        .domain(TypedDataDomain.of("Test", "1", 1337))
        .struct("M", new TypedField("v", type));
  }

  private static TypedData mail(String contents) {
    return TypedData.builder("Mail")
        .domain(TypedDataDomain.of("Ether Mail", "1", 1, CONTRACT))
        .struct(
            "Mail",
            new TypedField("from", "Person"),
            new TypedField("to", "Person"),
            new TypedField("contents", "string"))
        .struct("Person", NAME, WALLET)
        .message(
            Map.of(
                "from",
                Map.of("name", "Cow", "wallet", "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"),
                "to",
                Map.of("name", "Bob", "wallet", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"),
                "contents",
                contents))
        .build();
  }
}
