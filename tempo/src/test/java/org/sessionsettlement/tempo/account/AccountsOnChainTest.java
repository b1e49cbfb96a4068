package org.sessionsettlement.tempo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.signature.PersonalMessage;
import org.sessionsettlement.tempo.signature.SignatureVerifier;
import org.sessionsettlement.tempo.signature.typeddata.TypedData;
import org.sessionsettlement.tempo.signature.typeddata.TypedDataDomain;
import org.sessionsettlement.tempo.signature.typeddata.TypedField;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * Accounts with keys of every kind, on the local chain at T3: it mines and verifies what they sign.
 */
class AccountsOnChainTest {
  private static final Tip20 ALPHA = new Tip20(TestChain.ALPHA_USD);
  private static final Address PAYEE = Address.parse("0x3333333333333333333333333333333333333333");
  private static final String TEXT = "sign in, 世界";
  private static final TypedData TYPED =
      TypedData.builder("Order")
          .domain(TypedDataDomain.of("Shop", "1", 31_337, PAYEE))
          .struct("Order", new TypedField("item", "string"), new TypedField("price", "uint256"))
          .message(Map.of("item", "a book", "price", 1_000_000))
          .build();
  private static final List<KeyAccount> ACCOUNTS =
      List.of(
          Secp256k1Account.fromPrivateKey("41".repeat(32)),
          P256Account.of(P256PrivateKey.of(Bytes.fromHex("42".repeat(32)))),
          P256Account.of(new JcaP256Key()),
          new WebAuthnAccount(
              new SoftwareAuthenticator(
                  P256PrivateKey.of(Bytes.fromHex("43".repeat(32))),
                  "example.com",
                  "https://example.com")));
  private static TestChain chain;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void everyKindOfAccountPays() {
    for (KeyAccount account : ACCOUNTS) {
      chain.send(
          DevAccounts.get(0),
          1_000_000,
          ALPHA.transfer(account.address(), BigInteger.valueOf(5_000_000)));
      BigInteger before = read(ALPHA.balanceOf(PAYEE));
      Receipt receipt =
          chain.send(account, 1_000_000, ALPHA.transfer(PAYEE, BigInteger.valueOf(1_000_000)));
      assertThat(receipt.succeeded()).as(account.toString()).isTrue();
      assertThat(receipt.from()).isEqualTo(account.address());
      assertThat(read(ALPHA.balanceOf(PAYEE)).subtract(before)).isEqualTo("1000000");
    }
  }

  @Test
  void theChainVerifiesPersonalMessages() {
    for (KeyAccount account : ACCOUNTS) {
      Bytes signature = account.signPersonalMessage(TEXT).toBytes();
      assertThat(PersonalMessage.recover(TEXT, signature)).isEqualTo(account.address());
      verifies(account, PersonalMessage.hash(TEXT), signature);
    }
  }

  @Test
  void theChainVerifiesTypedData() {
    for (KeyAccount account : ACCOUNTS) {
      Bytes signature = account.signTypedData(TYPED).toBytes();
      assertThat(TYPED.recover(signature)).isEqualTo(account.address());
      verifies(account, TYPED.hash(), signature);
    }
  }

  private static void verifies(KeyAccount account, Hash32 hash, Bytes signature) {
    assertThat(read(SignatureVerifier.recover(hash, signature))).isEqualTo(account.address());
    assertThat(read(SignatureVerifier.verify(account.address(), hash, signature))).isTrue();
    assertThat(read(SignatureVerifier.verify(PAYEE, hash, signature))).isFalse();
  }

  /** A secp256k1 signature over another hash is a good one by somebody else. */
  @Test
  void theChainRefusesASignatureOverSomethingElse() {
    Hash32 other = Keccak256.hash("another text");
    Address somebody =
        read(SignatureVerifier.recover(other, ACCOUNTS.get(0).signPersonalMessage(TEXT).toBytes()));
    assertThat(somebody).isNotEqualTo(ACCOUNTS.get(0).address());
    for (KeyAccount account : ACCOUNTS.subList(1, ACCOUNTS.size())) {
      Bytes signature = account.signPersonalMessage(TEXT).toBytes();
      assertThat(refusal(SignatureVerifier.recover(other, signature)))
          .as(account.toString())
          .isEqualTo(SignatureVerifier.INVALID_SIGNATURE);
      assertThat(refusal(SignatureVerifier.verify(account.address(), other, signature)))
          .isEqualTo(SignatureVerifier.INVALID_SIGNATURE);
    }
  }

  @Test
  void theChainRefusesBytesThatAreNoSignature() {
    for (String hex : new String[] {"", "05", "01" + "00".repeat(128), "02" + "00".repeat(10)}) {
      assertThat(refusal(SignatureVerifier.recover(Hash32.ZERO, Bytes.fromHex(hex))))
          .isEqualTo(SignatureVerifier.INVALID_FORMAT);
    }
  }

  @Test
  void theVerifierTakesNoAccessKeys() {
    AccessKeyAccount account = new AccessKeyAccount(PAYEE, ACCOUNTS.get(1));
    Bytes signature = account.signPersonalMessage(TEXT).toBytes();
    assertThat(refusal(SignatureVerifier.recover(PersonalMessage.hash(TEXT), signature)))
        .isEqualTo(SignatureVerifier.INVALID_FORMAT);
  }

  private static Bytes refusal(ContractRead<?> read) {
    RevertedException reverted =
        catchThrowableOfType(
            RevertedException.class, () -> chain.rpc().read(read, BlockTag.LATEST));
    return reverted.revert().data();
  }

  private static <T> T read(ContractRead<T> read) {
    return chain.rpc().read(read, BlockTag.LATEST);
  }
}
