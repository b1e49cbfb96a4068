package org.sessionsettlement.tempo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.KeyAccount;
import org.sessionsettlement.tempo.account.P256Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.account.WebAuthnAccount;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.web3signer.FakeWeb3Signer;
import org.sessionsettlement.tempo.web3signer.Web3Signer;

/** Runs the examples about accounts and signatures, and looks at what they did. */
class AccountExamplesTest {
  private static final Address SHOP = Address.parse("0x1111111111111111111111111111111111111111");
  private static final P256PrivateKey P256 = P256PrivateKey.of(Bytes.fromHex("21".repeat(32)));
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
  void aPasskeyPays() {
    SoftwareAuthenticator passkey = passkey();
    Payment.send(chain.rpc(), DevAccounts.get(1), passkey.publicKey().address(), 5_000_000);
    BigInteger before = balance(SHOP);
    assertThat(PasskeyAccount.run(chain.rpc(), passkey, SHOP).succeeded()).isTrue();
    assertThat(balance(SHOP).subtract(before)).isEqualTo("1000000");
  }

  @Test
  void anAccessKeyPaysWithinItsLimit() {
    BigInteger before = balance(SHOP);
    AccessKeyWithALimit.Result result =
        AccessKeyWithALimit.run(chain.rpc(), DevAccounts.get(2), P256Account.of(P256), SHOP);
    assertThat(result.authorized().succeeded()).isTrue();
    assertThat(result.paid().succeeded()).isTrue();
    assertThat(balance(SHOP).subtract(before)).isEqualTo("2000001");
    assertThat(result.left())
        .isBetween(BigInteger.valueOf(2_900_000), BigInteger.valueOf(3_000_000));
  }

  @Test
  void aKeyIsKeptInAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key.json");
    Address made = KeystoreFile.create(file, "a password".toCharArray());
    Secp256k1Account opened = KeystoreFile.open(file, "a password".toCharArray());
    assertThat(opened.address()).isEqualTo(made);
    Payment.send(chain.rpc(), DevAccounts.get(1), made, 5_000_000);
    assertThat(Payment.send(chain.rpc(), opened, SHOP, 1).succeeded()).isTrue();
  }

  @Test
  void aRemoteSignerPays() {
    Secp256k1PrivateKey key = Secp256k1PrivateKey.of(Bytes.fromHex("22".repeat(32)));
    Payment.send(chain.rpc(), DevAccounts.get(1), key.address(), 5_000_000);
    BigInteger before = balance(SHOP);
    try (FakeWeb3Signer server = new FakeWeb3Signer(key)) {
      Web3Signer signer = new Web3Signer(server.url());
      assertThat(RemoteSigner.run(chain.rpc(), signer, key.address(), SHOP).succeeded()).isTrue();
    }
    assertThat(balance(SHOP).subtract(before)).isEqualTo("1000000");
  }

  @Test
  void theChainKnowsWhoSignedAnOrder() {
    for (KeyAccount account : accounts()) {
      assertThat(SignTypedData.run(chain.rpc(), account)).isEqualTo(account.address());
    }
  }

  @Test
  void theChainKnowsWhoSignedAText() {
    for (KeyAccount account : accounts()) {
      Bytes signature = account.signPersonalMessage("sign in").toBytes();
      assertThat(VerifyOnChain.run(chain.rpc(), account.address(), "sign in", signature)).isTrue();
      assertThat(VerifyOnChain.run(chain.rpc(), SHOP, "sign in", signature)).isFalse();
    }
  }

  @Test
  void theirMainMethodsRun() {
    String[] url = {chain.url()};
    PasskeyAccount.main(url);
    AccessKeyWithALimit.main(url);
    SignTypedData.main(url);
    VerifyOnChain.main(url);
    assertThat(chain.rpc().nonce(Payment.DEV.address())).isEqualTo(3);
  }

  private static List<KeyAccount> accounts() {
    return List.of(DevAccounts.get(0), P256Account.of(P256), new WebAuthnAccount(passkey()));
  }

  private static SoftwareAuthenticator passkey() {
    return new SoftwareAuthenticator(P256, "example.com", "https://example.com");
  }

  private static BigInteger balance(Address owner) {
    return chain.rpc().read(new Tip20(TestChain.ALPHA_USD).balanceOf(owner), BlockTag.LATEST);
  }
}
