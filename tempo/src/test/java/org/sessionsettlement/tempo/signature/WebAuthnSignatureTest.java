package org.sessionsettlement.tempo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** What is refused of assertions that a passkey did sign. */
class WebAuthnSignatureTest {
  private static final P256PrivateKey KEY = P256PrivateKey.of(Bytes.fromHex("07".repeat(32)));
  private static final Hash32 HASH = Keccak256.hash("hash");
  private static final String CHALLENGE =
      Base64.getUrlEncoder().withoutPadding().encodeToString(HASH.toArray());
  private static final String JSON =
      "{\"type\":\"webauthn.get\",\"challenge\":\"" + CHALLENGE + "\",\"origin\":\"https://a.b\"}";
  private static final int PRESENT = 0x01;

  @Test
  void takesAGoodOne() {
    assertThat(signed(PRESENT, JSON).recover(HASH)).isEqualTo(KEY.publicKey().address());
    // Verified, and backed up: more than is asked.
    assertThat(signed(0x1d, JSON).recover(HASH)).isEqualTo(KEY.publicKey().address());
  }

  @Test
  void refusesFlagsThatTheChainRefuses() {
    refused(signed(0x00, JSON), "not present");
    refused(signed(0x04, JSON), "not present");
    refused(signed(PRESENT | 0x40, JSON), "attested data");
    refused(signed(PRESENT | 0x80, JSON), "extensions");
  }

  @Test
  void refusesClientDataOfSomethingElse() {
    refused(signed(PRESENT, JSON.replace("webauthn.get", "webauthn.create")), "no assertion");
    refused(signed(PRESENT, JSON.replace(CHALLENGE, CHALLENGE + "=")), "another challenge");
    refused(signed(PRESENT, JSON.replace(CHALLENGE, "A" + CHALLENGE)), "another challenge");
    refused(signed(PRESENT, JSON.replace("challenge", "Challenge")), "another challenge");
    refused(signed(PRESENT, ""), "no object");
    refused(signed(PRESENT, "[" + JSON + "]"), "no object");
    refused(signed(PRESENT, JSON + " "), "no object");
  }

  @Test
  void refusesAChallengeOfAnotherHash() {
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> signed(PRESENT, JSON).recover(Hash32.ZERO))
        .withMessageContaining("another challenge");
  }

  @Test
  void refusesClientDataThatAreNoText() {
    byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
    json[json.length - 3] = (byte) 0xff;
    refused(signed(authenticatorData(PRESENT), Bytes.of(json)), "UTF-8");
  }

  @Test
  void refusesWhatWasChangedAfterSigning() {
    WebAuthnSignature good = signed(PRESENT, JSON);
    refused(
        new WebAuthnSignature(
            authenticatorData(0x05), good.clientDataJson(), good.r(), good.s(), KEY.publicKey()),
        "did not sign");
    refused(
        new WebAuthnSignature(
            good.authenticatorData(),
            utf8(JSON.replace("https://a.b", "https://a.c")),
            good.r(),
            good.s(),
            KEY.publicKey()),
        "did not sign");
    P256PublicKey other = P256PrivateKey.of(Bytes.fromHex("08".repeat(32))).publicKey();
    refused(
        new WebAuthnSignature(
            good.authenticatorData(), good.clientDataJson(), good.r(), good.s(), other),
        "did not sign");
  }

  @Test
  void refusesDataOfAWrongLength() {
    P256PublicKey key = KEY.publicKey();
    for (int size : new int[] {0, 36, 38}) {
      assertThatExceptionOfType(InvalidSignatureException.class)
          .isThrownBy(
              () ->
                  new WebAuthnSignature(
                      Bytes.of(new byte[size]), utf8(JSON), BigInteger.ONE, BigInteger.ONE, key))
          .withMessageContaining("37 bytes");
    }
    int room = WebAuthnSignature.MAX_SIZE - 37 - 128;
    assertThat(signed(PRESENT, " ".repeat(room)).toBytes().size())
        .isEqualTo(1 + WebAuthnSignature.MAX_SIZE);
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> signed(PRESENT, " ".repeat(room + 1)))
        .withMessageContaining("2,048");
  }

  private static WebAuthnSignature signed(int flags, String json) {
    return signed(authenticatorData(flags), utf8(json));
  }

  private static WebAuthnSignature signed(Bytes authenticatorData, Bytes json) {
    byte[] digest = Sha256.hash(authenticatorData.toArray(), Sha256.hash(json.toArray()));
    P256Signature signature = KEY.sign(Hash32.of(digest));
    return new WebAuthnSignature(
        authenticatorData, json, signature.r(), signature.s(), KEY.publicKey());
  }

  private static Bytes authenticatorData(int flags) {
    byte[] data = new byte[37];
    data[32] = (byte) flags;
    return Bytes.of(data);
  }

  private static Bytes utf8(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(WebAuthnSignature signature, String because) {
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> signature.recover(HASH))
        .withMessageContaining(because);
  }
}
