package org.sessionsettlement.tempo.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.signature.SignatureVerifier;
import org.sessionsettlement.tempo.transaction.CallScope;
import org.sessionsettlement.tempo.transaction.KeyAuthorization;
import org.sessionsettlement.tempo.transaction.TokenLimit;

/** The calls that viem encoded: {@code src/test/node/keychain-vectors.mjs}. */
class KeychainVectorsTest {
  private static final JsonValue VECTORS = JsonValue.parse(resource("/keychain-vectors.json"));
  private static final Address KEY = Address.parse("0x1111111111111111111111111111111111111111");
  private static final Address TOKEN = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final Address OTHER = Address.parse("0x2222222222222222222222222222222222222222");
  private static final Address THIRD = Address.parse("0x3333333333333333333333333333333333333333");
  private static final List<CallScope> SCOPES =
      List.of(
          new CallScope(
              TOKEN,
              List.of(
                  new CallScope.Function(Bytes.fromHex("a9059cbb"), List.of(OTHER, THIRD)),
                  new CallScope.Function(Bytes.fromHex("095ea7b3"), List.of()))),
          CallScope.all(OTHER));
  private static final KeyAuthorization LIMITED =
      new KeyAuthorization(
          1,
          KeyType.P256,
          KEY,
          OptionalLong.of(1_800_000_000),
          Optional.of(
              List.of(
                  new TokenLimit(TOKEN, BigInteger.valueOf(5_000_000), 0),
                  new TokenLimit(OTHER, BigInteger.valueOf(7), 86_400))),
          Optional.of(SCOPES));
  private static final KeyAuthorization OPEN =
      new KeyAuthorization(
          1, KeyType.SECP256K1, KEY, OptionalLong.empty(), Optional.empty(), Optional.empty());

  @Test
  void readsAreThoseOfViem() {
    assertThat(AccountKeychain.key(OTHER, KEY).data()).isEqualTo(vector("getKey"));
    assertThat(AccountKeychain.remainingLimit(OTHER, KEY, TOKEN).data())
        .isEqualTo(vector("remainingLimit"));
    assertThat(AccountKeychain.allowedCalls(OTHER, KEY).data())
        .isEqualTo(vector("getAllowedCalls"));
  }

  @Test
  void callsAreThoseOfViem() {
    assertThat(AccountKeychain.revokeKey(KEY).input()).isEqualTo(vector("revokeKey"));
    assertThat(AccountKeychain.updateSpendingLimit(KEY, TOKEN, BigInteger.valueOf(9)).input())
        .isEqualTo(vector("updateSpendingLimit"));
    assertThat(AccountKeychain.setAllowedCalls(KEY, SCOPES).input())
        .isEqualTo(vector("setAllowedCalls"));
    assertThat(AccountKeychain.setAllowedCalls(KEY, List.of()).input())
        .isEqualTo(vector("setNoAllowedCalls"));
    assertThat(AccountKeychain.removeAllowedCalls(KEY, TOKEN).input())
        .isEqualTo(vector("removeAllowedCalls"));
    assertThat(AccountKeychain.authorizeKey(LIMITED).input()).isEqualTo(vector("authorizeKey"));
    assertThat(AccountKeychain.authorizeKey(OPEN).input()).isEqualTo(vector("authorizeOpenKey"));
  }

  @Test
  void verifierReadsAreThoseOfViem() {
    Hash32 hash = Hash32.parse("0x" + "ab".repeat(32));
    assertThat(SignatureVerifier.recover(hash, Bytes.fromHex("010203")).data())
        .isEqualTo(vector("recover"));
    assertThat(SignatureVerifier.verify(OTHER, hash, Bytes.fromHex("cd".repeat(65))).data())
        .isEqualTo(vector("verify"));
  }

  @Test
  void understandsScopes() {
    assertThat(
            AccountKeychain.allowedCalls(OTHER, KEY).decode().apply(vector("allowedCallsAnswer")))
        .contains(SCOPES);
  }

  /** Every word of the answer set to its largest value in turn: an error, and soon. */
  @Test
  void hostileScopesEnd() {
    byte[] answer = vector("allowedCallsAnswer").toArray();
    for (int word : new int[] {1, 2, 3, 4, 6, 7}) {
      byte[] bent = answer.clone();
      Arrays.fill(bent, word * 32, word * 32 + 32, (byte) 0xff);
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(
              () -> AccountKeychain.allowedCalls(OTHER, KEY).decode().apply(Bytes.of(bent)));
    }
  }

  private static Bytes vector(String name) {
    return VECTORS.get(name).bytes();
  }

  private static String resource(String name) {
    try (InputStream in = KeychainVectorsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
