package org.sessionsettlement.tempo.keystore;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import okio.Buffer;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;

/** The JSON of version 3. Hex stands there without 0x; some wallets write it with. */
final class KeystoreJson {
  private static final int VERSION = 3;
  private static final String CIPHER = "aes-128-ctr";
  private static final String SCRYPT = "scrypt";
  private static final String PBKDF2 = "pbkdf2";
  private static final String PRF = "hmac-sha256";

  private KeystoreJson() {}

  static EncryptedKey read(String json) {
    if (json.length() > KeystoreLimits.MAX_CHARS) {
      throw new MalformedKeystoreException("a keystore that is too long");
    }
    try {
      return read(JsonValue.parse(json));
    } catch (MalformedAnswerException | IllegalArgumentException wrong) {
      // Both say which member is wrong, or which limit is passed, and nothing of the values.
      throw new MalformedKeystoreException("no keystore: " + wrong.getMessage());
    }
  }

  private static EncryptedKey read(JsonValue json) {
    require(json.get("version").number() == VERSION, "version 3");
    JsonValue crypto = json.get("crypto");
    require(crypto.get("cipher").text().equals(CIPHER), CIPHER);
    JsonValue derivation = crypto.get("kdfparams");
    require(derivation.get("dklen").number() == KeystoreCipher.DERIVED, "dklen 32");
    return new EncryptedKey(
        parameters(crypto.get("kdf").text(), derivation),
        derivation.get("salt").bytes(),
        crypto.get("cipherparams").get("iv").bytes(),
        crypto.get("ciphertext").bytes(),
        crypto.get("mac").bytes(),
        address(json.get("address")));
  }

  private static KeystoreParameters parameters(String kdf, JsonValue json) {
    if (kdf.equals(SCRYPT)) {
      return new KeystoreParameters.Scrypt(
          integer(json.get("n")), integer(json.get("r")), integer(json.get("p")));
    }
    require(kdf.equals(PBKDF2), "scrypt or pbkdf2");
    require(json.get("prf").text().equals(PRF), PRF);
    return new KeystoreParameters.Pbkdf2(integer(json.get("c")));
  }

  /** What is out of range becomes one of the bounds, which no parameter may be. */
  private static int integer(JsonValue json) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, json.number()));
  }

  private static Optional<Address> address(JsonValue json) {
    return json.ifPresent().map(text -> Address.of(text.bytes().toArray()));
  }

  private static void require(boolean given, String what) {
    if (!given) {
      throw new MalformedKeystoreException("a keystore needs " + what);
    }
  }

  static String write(EncryptedKey key, Bytes idBytes) {
    Buffer text = new Buffer();
    try (JsonWriter out = JsonWriter.of(text)) {
      out.beginObject().name("version").value(VERSION);
      out.name("id").value(id(idBytes));
      if (key.address().isPresent()) {
        out.name("address").value(hex(key.address().get().bytes()));
      }
      out.name("crypto").beginObject();
      writeCrypto(out, key);
      out.endObject().endObject();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return text.readUtf8();
  }

  private static void writeCrypto(JsonWriter out, EncryptedKey key) throws IOException {
    out.name("cipher").value(CIPHER);
    out.name("cipherparams").beginObject().name("iv").value(hex(key.iv())).endObject();
    out.name("ciphertext").value(hex(key.ciphertext()));
    boolean scrypt = key.parameters() instanceof KeystoreParameters.Scrypt;
    out.name("kdf").value(scrypt ? SCRYPT : PBKDF2).name("kdfparams").beginObject();
    if (key.parameters() instanceof KeystoreParameters.Scrypt cost) {
      out.name("n").value(cost.n()).name("r").value(cost.r()).name("p").value(cost.p());
    } else if (key.parameters() instanceof KeystoreParameters.Pbkdf2 cost) {
      out.name("c").value(cost.iterations()).name("prf").value(PRF);
    }
    out.name("dklen").value(KeystoreCipher.DERIVED).name("salt").value(hex(key.salt())).endObject();
    out.name("mac").value(hex(key.mac()));
  }

  /** A random UUID (RFC 9562, version 4) of these bytes. */
  private static String id(Bytes random) {
    byte[] bytes = random.toArray();
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    String digits = Hex.encode(bytes).substring(2);
    return new UUID(
            Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16))
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  private static String hex(Bytes bytes) {
    return bytes.toString().substring(2);
  }
}
