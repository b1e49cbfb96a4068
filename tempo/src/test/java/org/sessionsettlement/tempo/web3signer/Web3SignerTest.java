package org.sessionsettlement.tempo.web3signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.signature.PersonalMessage;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;

class Web3SignerTest {
  private static final Secp256k1PrivateKey KEY =
      Secp256k1PrivateKey.of(Bytes.fromHex("05".repeat(32)));
  private static final Secp256k1PrivateKey OTHER =
      Secp256k1PrivateKey.of(Bytes.fromHex("06".repeat(32)));
  private static final Bytes DATA = Bytes.fromHex("0x48656c6c6f");
  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
  private static final Web3SignerSettings SETTINGS =
      new Web3SignerSettings(
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          3,
          Duration.ofSeconds(60),
          2_000);

  private final FakeWeb3Signer fake = new FakeWeb3Signer(KEY);
  private final List<Duration> pauses = new ArrayList<>();
  private final Web3Signer signer =
      new Web3Signer(new OkHttpClient(), fake.url(), SETTINGS, recording(pauses));

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void signsAsTheKeyItselfWould() {
    Web3SignerAccount account = signer.account(KEY.address());
    assertThat(account.address()).isEqualTo(KEY.address());
    assertThat(account.sign(DATA)).isEqualTo(KEY.sign(Keccak256.hash(DATA)));
    assertThat(fake.asked())
        .containsExactly(
            "GET /api/v1/eth1/publicKeys", "POST /api/v1/eth1/sign/" + KEY.publicKey().toBytes());
  }

  @Test
  void signsPersonalMessages() {
    Bytes signature = signer.account(KEY.address()).signPersonalMessage("sign in").toBytes();
    assertThat(PersonalMessage.recover("sign in", signature)).isEqualTo(KEY.address());
  }

  @Test
  void saysWhetherItIsUp() {
    assertThat(signer.isUp()).isTrue();
    fake.withStatus(500);
    assertThat(signer.isUp()).isFalse();
    fake.close();
    assertThat(signer.isUp()).isFalse();
  }

  @Test
  void knowsItsKeys() {
    assertThat(signer.publicKeys()).containsExactly(KEY.publicKey());
    fake.bendingBody(keys -> keys.replace("0x", "0x04"));
    assertThat(signer.publicKeys()).containsExactly(KEY.publicKey());
    assertThatExceptionOfType(RemoteSignerException.UnknownKey.class)
        .isThrownBy(() -> signer.account(OTHER.address()));
  }

  @Test
  void takesTheParityAsZeroAndOne() {
    fake.bendingBody(hex -> hex.substring(0, 130) + (hex.endsWith("1b") ? "00" : "01"));
    assertThat(signer.sign(KEY.publicKey(), DATA)).isEqualTo(KEY.sign(Keccak256.hash(DATA)));
  }

  @Test
  void doesNotTakeAnotherKeysSignature() {
    fake.bendingBody(good -> OTHER.sign(Keccak256.hash(DATA)).toBytes().toString());
    malformed("another key");
  }

  @Test
  void doesNotTakeASignatureOverSomethingElse() {
    fake.bendingBody(good -> KEY.sign(Keccak256.hash("else")).toBytes().toString());
    malformed("something else");
  }

  @Test
  void doesNotTakeAHighS() {
    fake.bendingBody(Web3SignerTest::withHighS);
    malformed("upper half");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "OK", "0x12345", "null", "{\"error\":\"x\"}", "0x00"})
  void doesNotTakeWhatIsNoSignature(String body) {
    fake.bendingBody(good -> body);
    malformed("no signature");
  }

  @Test
  void doesNotTakeASignatureThatNoKeyMade() {
    String five = Hex.encode(AbiWords.uint(BigInteger.valueOf(5)));
    fake.bendingBody(good -> five + good.substring(66));
    malformed("no key could have made");
  }

  @Test
  void doesNotReadAnEndlessAnswer() {
    fake.bendingBody(good -> "0".repeat(3_000));
    malformed("more than 2000 bytes");
  }

  @Test
  void doesNotFollowRedirects() {
    fake.withStatus(302);
    malformed("status 302");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "[\"0x12\"]", "[\"zz\"]"})
  void doesNotTakeWhatAreNoKeys(String body) {
    fake.bendingBody(good -> body);
    assertThatExceptionOfType(RemoteSignerException.MalformedAnswer.class)
        .isThrownBy(signer::publicKeys);
  }

  @Test
  void saysThatItDoesNotHaveTheKey() {
    assertThatExceptionOfType(RemoteSignerException.UnknownKey.class)
        .isThrownBy(() -> signer.sign(OTHER.publicKey(), DATA));
    assertThat(fake.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 415})
  void doesNotAskAgainWhenItIsRefused(int status) {
    fake.withStatus(status);
    assertThatExceptionOfType(RemoteSignerException.Refused.class)
        .isThrownBy(() -> signer.sign(KEY.publicKey(), DATA))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
    assertThat(fake.asked()).hasSize(1);
  }

  @Test
  void asksAgainWhenTheSignerIsBroken() {
    fake.withStatus(500);
    unavailable("status 500");
    assertThat(fake.asked()).hasSize(3);
    assertThat(pauses).containsExactly(SETTINGS.pause(), SETTINGS.pause());
  }

  @Test
  void recoversFromOneFailure() {
    List<String> asked = fake.asked();
    fake.bending(
        good -> asked.size() == 1 ? new FakeWeb3Signer.Answer(500, "text/plain", "") : good);
    assertThat(signer.sign(KEY.publicKey(), DATA)).isEqualTo(KEY.sign(Keccak256.hash(DATA)));
    assertThat(asked).hasSize(2);
  }

  @Test
  void doesNotWaitForASignerThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    fake.bending(good -> await(never, good));
    unavailable("no answer");
    assertThat(fake.asked()).hasSize(3);
    never.countDown();
  }

  @Test
  void saysThatNobodyIsThere() {
    fake.close();
    unavailable("no answer");
  }

  @Test
  void namesTheHostAlone() {
    Web3Signer secret = new Web3Signer("http://user:pass@127.0.0.1:1/path?token=abc");
    assertThat(secret.toString()).isEqualTo("Web3Signer[127.0.0.1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Web3Signer("ftp://user:pass@x"))
        .withMessageNotContaining("pass");
  }

  @Test
  void accountsNeedNoAnswerToBeMade() {
    Web3SignerAccount account = new Web3SignerAccount(signer, KEY.publicKey());
    assertThat(account.address()).isEqualTo(Address.parse(KEY.address().toString()));
    assertThat(fake.asked()).isEmpty();
  }

  private void malformed(String because) {
    assertThatExceptionOfType(RemoteSignerException.MalformedAnswer.class)
        .isThrownBy(() -> signer.sign(KEY.publicKey(), DATA))
        .withMessageContaining(because)
        .withMessageNotContaining(DATA.toString());
    assertThat(fake.asked()).hasSize(1);
  }

  private void unavailable(String because) {
    assertThatExceptionOfType(RemoteSignerException.Unavailable.class)
        .isThrownBy(() -> signer.sign(KEY.publicKey(), DATA))
        .withMessageContaining(because);
  }

  private static String withHighS(String hex) {
    BigInteger s = new BigInteger(hex.substring(66, 130), 16);
    String high = Hex.encode(AbiWords.uint(ORDER.subtract(s))).substring(2);
    return hex.substring(0, 66) + high + (hex.endsWith("1b") ? "1c" : "1b");
  }

  private static FakeWeb3Signer.Answer await(CountDownLatch latch, FakeWeb3Signer.Answer answer) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  /** A clock on which pauses take no time. */
  private static PollClock recording(List<Duration> pauses) {
    return new PollClock() {
      @Override
      public long nanoTime() {
        return 0;
      }

      @Override
      public void sleep(Duration duration) {
        pauses.add(duration);
      }
    };
  }
}
