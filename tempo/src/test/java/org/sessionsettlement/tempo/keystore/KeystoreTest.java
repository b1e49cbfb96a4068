package org.sessionsettlement.tempo.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;

class KeystoreTest {
  private static final String SECRET =
      "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";
  private static final Secp256k1PrivateKey KEY = Secp256k1PrivateKey.of(Bytes.fromHex(SECRET));
  private static final KeystoreParameters QUICK = new KeystoreParameters.Scrypt(16, 8, 1);
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * The vectors of the definition, as geth's tests have them. The page on ethereum.org now shows
   * another for scrypt, whose derived key is not that of its password.
   */
  @ParameterizedTest
  @ValueSource(strings = {"pbkdf2", "scrypt"})
  void opensTheVectorsOfTheDefinition(String name) {
    Secp256k1PrivateKey key = Keystore.decrypt(vector(name), password("testpassword"));
    assertThat(key.secret()).hasToString(SECRET);
    assertThat(key.address()).hasToString("0x008AeEda4D805471dF9b2A5B0f38A0C3bCBA786b");
  }

  @Test
  void opensWhatItWrote() {
    for (KeystoreParameters parameters : new KeystoreParameters[] {QUICK, pbkdf2(10)}) {
      String json = Keystore.encrypt(KEY, password("grüße, 世界"), parameters, RANDOM);
      assertThat(Keystore.decrypt(json, password("grüße, 世界")).secret()).hasToString(SECRET);
      assertThat(json).doesNotContain(SECRET.substring(2));
    }
  }

  @Test
  void writesWhatOtherWalletsRead() {
    JsonValue json = JsonValue.parse(Keystore.encrypt(KEY, password("x"), QUICK, RANDOM));
    assertThat(json.get("version").number()).isEqualTo(3);
    assertThat(json.get("id").text()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab].*");
    assertThat(json.get("address").text()).isEqualTo("008aeeda4d805471df9b2a5b0f38a0c3bcba786b");
    JsonValue derivation = json.get("crypto").get("kdfparams");
    assertThat(derivation.names()).containsExactlyInAnyOrder("n", "r", "p", "dklen", "salt");
    assertThat(derivation.get("salt").text()).matches("[0-9a-f]{64}");
  }

  @Test
  void noTwoKeystoresAreAlike() {
    JsonValue first = JsonValue.parse(Keystore.encrypt(KEY, password("x"), QUICK, RANDOM));
    JsonValue second = JsonValue.parse(Keystore.encrypt(KEY, password("x"), QUICK, RANDOM));
    assertThat(first.get("crypto").get("ciphertext").text())
        .isNotEqualTo(second.get("crypto").get("ciphertext").text());
    assertThat(first.get("id").text()).isNotEqualTo(second.get("id").text());
  }

  @Test
  void tellsAWrongPasswordFromABadFile() {
    String json = Keystore.encrypt(KEY, password("right"), QUICK, RANDOM);
    for (String wrong : new String[] {"", "Right", "right "}) {
      assertThatExceptionOfType(WrongPasswordException.class)
          .isThrownBy(() -> Keystore.decrypt(json, password(wrong)))
          .withMessageNotContaining("ight");
    }
  }

  @Test
  void noticesAChangedCiphertext() {
    String json = Keystore.encrypt(KEY, password("right"), QUICK, RANDOM);
    String text = JsonValue.parse(json).get("crypto").get("ciphertext").text();
    String changed = (text.startsWith("0") ? "1" : "0") + text.substring(1);
    assertThatExceptionOfType(WrongPasswordException.class)
        .isThrownBy(() -> Keystore.decrypt(json.replace(text, changed), password("right")));
  }

  /** The counter is not under the mac: what a changed one gives is noticed by the address. */
  @Test
  void noticesAChangedCounter() {
    String json = Keystore.encrypt(KEY, password("right"), QUICK, RANDOM);
    String iv = JsonValue.parse(json).get("crypto").get("cipherparams").get("iv").text();
    String changed = (iv.startsWith("0") ? "1" : "0") + iv.substring(1);
    assertThatExceptionOfType(MalformedKeystoreException.class)
        .isThrownBy(() -> Keystore.decrypt(json.replace(iv, changed), password("right")))
        .withMessageContaining("another address");
  }

  @Test
  void wipesThePassword() {
    char[] password = password("right");
    String json = Keystore.encrypt(KEY, password, QUICK, RANDOM);
    assertThat(password).containsOnly('\0');
    char[] right = password("right");
    Keystore.decrypt(json, right);
    assertThat(right).containsOnly('\0');
    char[] wrong = password("wrong");
    assertThatExceptionOfType(WrongPasswordException.class)
        .isThrownBy(() -> Keystore.decrypt(json, wrong));
    assertThat(wrong).containsOnly('\0');
    char[] unused = password("unused");
    assertThatExceptionOfType(MalformedKeystoreException.class)
        .isThrownBy(() -> Keystore.decrypt("{}", unused));
    assertThat(unused).containsOnly('\0');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 3|\"version\": 1|version",
        "\"version\": 3|\"version\": \"3\"|version",
        "aes-128-ctr|aes-128-cbc|aes-128-ctr",
        "\"scrypt\"|\"argon2\"|scrypt or pbkdf2",
        "\"dklen\": 32|\"dklen\": 16|dklen",
        "\"n\": 262144|\"n\": 262143|power of two",
        "\"n\": 262144|\"n\": 1|power of two",
        "\"n\": 262144|\"n\": 0|power of two",
        "\"n\": 262144|\"n\": -2147483648|power of two",
        "\"n\": 262144|\"n\": 4294967296|power of two",
        "\"n\": 262144|\"n\": 4194304|more memory or work",
        "\"n\": 262144|\"n\": 1.5|n is not an integer",
        "\"n\": 262144|\"N\": 2|n is not an integer",
        "\"r\": 1|\"r\": 0|power of two",
        "\"r\": 1|\"r\": 2147483647|more memory or work",
        "\"p\": 8|\"p\": 17|more memory or work",
        "\"p\": 8|\"p\": 2147483647|more memory or work",
        "\"salt\": \"ab0c|\"salt\": \"ab0|salt is not bytes",
        "\"iv\": \"83db|\"iv\": \"83d|iv is not bytes",
        "\"iv\": \"83db|\"iv\": \"83|16 bytes",
        "\"mac\": \"2103|\"mac\": \"21|32 bytes",
        "\"ciphertext\": \"d172|\"ciphertext\": \"d1|32 bytes",
        "\"crypto\"|\"Crypto\"|no keystore",
      })
  void refusesFilesThatAreNone(String part, String changed, String because) {
    String json = vector("scrypt");
    assertThat(json).contains(part);
    assertThatExceptionOfType(MalformedKeystoreException.class)
        .isThrownBy(() -> Keystore.decrypt(json.replace(part, changed), password("testpassword")))
        .withMessageContaining(because);
  }

  @Test
  void refusesDerivationsThatWouldNotEnd() {
    for (String count : new String[] {"0", "-1", "4194305", "2147483648", "9007199254740991"}) {
      String json = vector("pbkdf2").replace("\"c\": 262144", "\"c\": " + count);
      assertThatExceptionOfType(MalformedKeystoreException.class)
          .isThrownBy(() -> Keystore.decrypt(json, password("testpassword")));
    }
    String other = vector("pbkdf2").replace("hmac-sha256", "hmac-md5");
    assertThatExceptionOfType(MalformedKeystoreException.class)
        .isThrownBy(() -> Keystore.decrypt(other, password("testpassword")))
        .withMessageContaining("hmac-sha256");
  }

  @Test
  void refusesTextThatIsNoJsonAtOnce() {
    String deep = "{\"crypto\":".repeat(5_000);
    for (String text : new String[] {"", "[]", "null", "{", deep, " ".repeat(1 << 20)}) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () ->
              assertThatExceptionOfType(MalformedKeystoreException.class)
                  .isThrownBy(() -> Keystore.decrypt(text, password("x"))));
    }
  }

  @Test
  void knowsItsLimits() {
    assertThat(KeystoreParameters.STANDARD).isEqualTo(new KeystoreParameters.Scrypt(262_144, 8, 1));
    assertThat(KeystoreParameters.LIGHT).isEqualTo(new KeystoreParameters.Scrypt(4_096, 8, 6));
    assertThat(pbkdf2(KeystoreLimits.MAX_PBKDF2_ITERATIONS)).isNotNull();
    Assertions.assertThrows(
        IllegalArgumentException.class, () -> new KeystoreParameters.Scrypt(2, 1, 1 << 17));
  }

  static String vector(String name) {
    try (InputStream in = KeystoreTest.class.getResourceAsStream("/keystore/" + name + ".json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static KeystoreParameters pbkdf2(int iterations) {
    return new KeystoreParameters.Pbkdf2(iterations);
  }

  private static char[] password(String text) {
    return text.toCharArray();
  }
}
