package org.sessionsettlement.tempo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.AccessKeyAccount;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.KeyAccount;
import org.sessionsettlement.tempo.account.P256Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.account.WebAuthnAccount;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;

/** The byte forms of signatures of every kind. */
class SignatureBytesTest {
  private static final long SEED = 20_261_125L;
  private static final Bytes MESSAGE = Bytes.fromHex("0x1234");
  private static final Hash32 HASH = Keccak256.hash(MESSAGE);
  private static final Address ROOT = Address.parse("0x1111111111111111111111111111111111111111");
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final P256PrivateKey KEY = P256PrivateKey.of(Bytes.fromHex("07".repeat(32)));
  private static final List<KeyAccount> KEYS =
      List.of(
          Secp256k1Account.fromPrivateKey("03".repeat(32)),
          P256Account.of(KEY),
          new WebAuthnAccount(
              new SoftwareAuthenticator(KEY, "example.com", "https://example.com")));

  @Test
  void whatIsWrittenIsRead() {
    for (Account account : accounts()) {
      TempoSignature signature = account.sign(MESSAGE);
      TempoSignature read = TempoSignature.decode(signature.toBytes());
      assertThat(read).isEqualTo(signature);
      assertThat(read.toBytes()).isEqualTo(signature.toBytes());
      assertThat(read.recover(HASH)).isEqualTo(account.address());
    }
  }

  @Test
  void prehashedOnesToo() {
    P256Signature plain = KEY.sign(Hash32.of(Sha256.hash(HASH.toArray())));
    P256Signature prehashed = new P256Signature(plain.r(), plain.s(), KEY.publicKey(), true);
    assertThat(TempoSignature.decode(prehashed.toBytes())).isEqualTo(prehashed);
    assertThat(prehashed.recover(HASH)).isEqualTo(KEY.publicKey().address());
    P256Signature notPrehashed = new P256Signature(plain.r(), plain.s(), KEY.publicKey(), false);
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> notPrehashed.recover(HASH));
  }

  @Test
  void everyKeySaysItsKind() {
    assertThat(KEYS.stream().map(key -> key.sign(MESSAGE).keyType()))
        .containsExactly(KeyType.SECP256K1, KeyType.P256, KeyType.WEBAUTHN);
    assertThat(KEYS.stream().map(KeyAccount::keyType))
        .containsExactly(KeyType.SECP256K1, KeyType.P256, KeyType.WEBAUTHN);
  }

  @Test
  void knowsTheAccessKeyBehindAnAccount() {
    for (KeyAccount key : KEYS) {
      KeychainSignature signature = new AccessKeyAccount(ROOT, key).sign(MESSAGE);
      assertThat(signature.accessKey(HASH)).isEqualTo(key.address());
      assertThat(signature.recover(HASH)).isEqualTo(ROOT);
    }
  }

  @Test
  void anAccessKeysSignatureIsWorthNothingForAnotherAccount() {
    KeychainSignature signature = new AccessKeyAccount(ROOT, KEYS.get(1)).sign(MESSAGE);
    KeychainSignature moved = new KeychainSignature(Address.ZERO, signature.inner());
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> moved.recover(HASH));
  }

  @Test
  void anotherHashIsNotWhatWasSigned() {
    for (KeyAccount key : KEYS.subList(1, 3)) {
      assertThatExceptionOfType(InvalidSignatureException.class)
          .isThrownBy(() -> key.sign(MESSAGE).recover(Hash32.ZERO));
    }
  }

  @Test
  void refusesKindsThatItDoesNotTake() {
    Bytes p256 = KEYS.get(1).sign(MESSAGE).toBytes();
    Bytes keychain = new AccessKeyAccount(ROOT, KEYS.get(1)).sign(MESSAGE).toBytes();
    refused(Bytes.EMPTY, "without a byte");
    refused(Bytes.fromHex("00"), "unknown kind");
    refused(Bytes.fromHex("05" + "00".repeat(129)), "unknown kind");
    refused(with(keychain, 0, 0x03), "version 1");
    refused(with(p256, 0, 0x04), "an unknown kind");
    refused(keychain.slice(0, 21), "too short");
    refused(keychain.slice(0, 1), "too short");
    refused(nested(keychain), "a key's own");
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> PrimitiveSignature.decode(keychain))
        .withMessageContaining("a key's own");
  }

  @Test
  void refusesP256SignaturesThatAreNotCanonical() {
    Bytes good = KEYS.get(1).sign(MESSAGE).toBytes();
    BigInteger s = AbiWords.uintAt(good, 33);
    refused(good.slice(0, 129), "130 bytes");
    refused(Bytes.of(java.util.Arrays.copyOf(good.toArray(), 131)), "130 bytes");
    refused(with(good, 129, 2), "prehash");
    refused(withWord(good, 1, BigInteger.ZERO), "r out of range");
    refused(withWord(good, 1, P256_ORDER), "r out of range");
    refused(withWord(good, 33, BigInteger.ZERO), "s out of range");
    refused(withWord(good, 33, P256_ORDER.subtract(s)), "s out of range");
    refused(withWord(good, 65, AbiWords.uintAt(good, 65).flipBit(0)), "not on the curve");
    refused(withWord(good, 97, AbiWords.uintAt(good, 97).flipBit(0)), "not on the curve");
    refused(withWord(good, 65, BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE)), "curve");
  }

  @Test
  void refusesWebAuthnSignaturesThatAreNotCanonical() {
    Bytes good = KEYS.get(2).sign(MESSAGE).toBytes();
    int words = good.size() - 128;
    BigInteger s = AbiWords.uintAt(good, words + 32);
    refused(good.slice(0, 165), "too short");
    refused(Bytes.of(java.util.Arrays.copyOf(good.toArray(), 2050)), "2,048");
    refused(withWord(good, words, P256_ORDER), "r out of range");
    refused(withWord(good, words + 32, P256_ORDER.subtract(s)), "s out of range");
    refused(withWord(good, words + 64, AbiWords.uintAt(good, words + 64).flipBit(0)), "curve");
  }

  @Test
  void randomBytesAreRefusedAndNothingElseIsThrown() {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = (byte) random.nextInt(6);
      }
      try {
        assertThat(TempoSignature.decode(Bytes.of(bytes)).toBytes()).isEqualTo(Bytes.of(bytes));
      } catch (InvalidSignatureException refused) {
        assertThat(refused).as("seed %d, round %d", SEED, i).hasMessageMatching(".+");
      }
    }
  }

  private static List<Account> accounts() {
    List<Account> accounts = new ArrayList<>(KEYS);
    KEYS.forEach(key -> accounts.add(new AccessKeyAccount(ROOT, key)));
    return accounts;
  }

  private static void refused(Bytes bytes, String because) {
    assertThatExceptionOfType(InvalidSignatureException.class)
        .isThrownBy(() -> TempoSignature.decode(bytes))
        .withMessageContaining(because);
  }

  /** A keychain signature in a keychain signature. */
  private static Bytes nested(Bytes keychain) {
    byte[] bytes = new byte[21 + keychain.size()];
    keychain.slice(0, 21).copyTo(bytes, 0);
    keychain.copyTo(bytes, 21);
    return Bytes.of(bytes);
  }

  private static Bytes with(Bytes bytes, int at, int value) {
    byte[] copy = bytes.toArray();
    copy[at] = (byte) value;
    return Bytes.of(copy);
  }

  private static Bytes withWord(Bytes bytes, int at, BigInteger value) {
    byte[] copy = bytes.toArray();
    System.arraycopy(AbiWords.uint(value), 0, copy, at, 32);
    return Bytes.of(copy);
  }
}
