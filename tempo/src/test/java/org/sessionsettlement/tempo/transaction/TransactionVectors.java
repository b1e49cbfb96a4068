package org.sessionsettlement.tempo.transaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.account.AccessKeyAccount;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.KeyAccount;
import org.sessionsettlement.tempo.account.P256Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.account.WebAuthnAccount;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.signature.PrimitiveSignature;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;
import org.sessionsettlement.tempo.testing.SoftwareAuthenticator;

/** The shared vectors: what viem signed, cast decoded and Anvil mined. */
public final class TransactionVectors {
  private TransactionVectors() {}

  /** One vector; its name shows in the test report. */
  public record Vector(String id, JsonValue json) {
    Bytes bytes(String name) {
      return json.get(name).bytes();
    }

    /** The transaction as it was sent: with what a fee payer and its sender put into it. */
    public TempoTransaction transaction() {
      TempoTransaction.Builder builder = read(json.get("fields"));
      json.get("feePayer")
          .ifPresent()
          .ifPresent(payer -> builder.sponsorship(new Sponsorship.Given(rsv(payer))));
      json.get("authorizationList").ifPresent().map(JsonValue::items).orElse(List.of()).stream()
          .map(Vector::authorization)
          .forEach(one -> builder.authorizations(List.of(one)));
      json.get("keyAuthorization")
          .ifPresent()
          .ifPresent(key -> builder.keyAuthorization(keyAuthorization(key)));
      return builder.build();
    }

    Address sender() {
      return json.get("sender").address();
    }

    Account signer() {
      JsonValue signer = json.get("signer");
      KeyAccount key = key(signer);
      return signer
          .get("rootAccount")
          .ifPresent()
          .<Account>map(root -> new AccessKeyAccount(root.address(), key))
          .orElse(key);
    }

    private static KeyAccount key(JsonValue signer) {
      Bytes secret = signer.get("privateKey").bytes();
      return switch (signer.get("type").text()) {
        case "secp256k1" -> Secp256k1Account.fromPrivateKey(secret.toString());
        case "p256" -> P256Account.of(P256PrivateKey.of(secret));
        case "webAuthn" ->
            new WebAuthnAccount(
                new SoftwareAuthenticator(
                    P256PrivateKey.of(secret),
                    signer.get("rpId").text(),
                    signer.get("origin").text()));
        default -> throw new IllegalStateException("an unknown signer");
      };
    }

    private static Secp256k1Signature rsv(JsonValue payer) {
      JsonValue signature = payer.get("signature");
      return new Secp256k1Signature(
          signature.get("r").quantity(),
          signature.get("s").quantity(),
          (int) signature.get("yParity").number());
    }

    private static SignedAuthorization authorization(JsonValue json) {
      return new SignedAuthorization(
          new Authorization(
              json.get("chainId").number(), json.get("address").address(), number(json, "nonce")),
          PrimitiveSignature.decode(json.get("signature").bytes()));
    }

    private static SignedKeyAuthorization keyAuthorization(JsonValue json) {
      JsonValue fields = json.get("fields");
      return new SignedKeyAuthorization(
          new KeyAuthorization(
              number(fields, "chainId"),
              KeyType.valueOf(fields.get("keyType").text().toUpperCase(java.util.Locale.ROOT)),
              fields.get("keyId").address(),
              OptionalLong.of(fields.get("expiry").number()),
              fields.get("limits").ifPresent().map(TransactionVectors::limits),
              fields.get("allowedCalls").ifPresent().map(TransactionVectors::scopes)),
          PrimitiveSignature.decode(json.get("signature").bytes()));
    }

    @Override
    public String toString() {
      return id;
    }
  }

  public static Stream<Vector> all() {
    JsonValue root = resource();
    return Stream.of(root.get("vectors"), root.get("extraVectors"))
        .flatMap(list -> list.items().stream())
        .map(json -> new Vector(json.get("id").text(), json));
  }

  public static Vector named(String id) {
    return all().filter(vector -> vector.id().equals(id)).findFirst().orElseThrow();
  }

  private static JsonValue resource() {
    try (InputStream in = TransactionVectors.class.getResourceAsStream("/tempo-vectors.json")) {
      if (in == null) {
        throw new IllegalStateException("tempo-vectors.json is not on the class path");
      }
      return JsonValue.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static TempoTransaction.Builder read(JsonValue fields) {
    TempoTransaction.Builder builder =
        TempoTransaction.builder()
            .chainId(fields.get("chainId").number())
            .maxPriorityFeePerGas(big(fields.get("maxPriorityFeePerGas")))
            .maxFeePerGas(big(fields.get("maxFeePerGas")))
            .gasLimit(number(fields, "gasLimit"))
            .nonceKey(big(fields.get("nonceKey")))
            .nonce(number(fields, "nonce"));
    fields.get("calls").items().forEach(call -> builder.call(call(call)));
    fields.get("accessList").items().forEach(e -> builder.accessList(List.of(entry(e))));
    fields.get("validBefore").ifPresent().ifPresent(v -> builder.validBefore(v.number()));
    fields.get("validAfter").ifPresent().ifPresent(v -> builder.validAfter(v.number()));
    fields.get("feeToken").ifPresent().ifPresent(v -> builder.feeToken(v.address()));
    return builder;
  }

  private static Call call(JsonValue json) {
    return new Call(
        json.get("to").ifPresent().map(JsonValue::address),
        big(json.get("value")),
        json.get("data").bytes());
  }

  private static AccessListEntry entry(JsonValue json) {
    return new AccessListEntry(
        json.get("address").address(),
        json.get("storageKeys").items().stream().map(JsonValue::hash).toList());
  }

  private static List<TokenLimit> limits(JsonValue json) {
    return json.items().stream()
        .map(
            one ->
                new TokenLimit(
                    one.get("token").address(), big(one.get("limit")), one.get("period").number()))
        .toList();
  }

  private static List<CallScope> scopes(JsonValue json) {
    return json.items().stream()
        .map(
            one ->
                new CallScope(
                    one.get("address").address(),
                    List.of(
                        new CallScope.Function(
                            one.get("selector").bytes(),
                            one.get("recipients").items().stream()
                                .map(JsonValue::address)
                                .toList()))))
        .toList();
  }

  private static long number(JsonValue json, String name) {
    return json.get(name).isText() ? big(json.get(name)).longValueExact() : json.get(name).number();
  }

  /** Large numbers are strings there: decimal, the largest in hex. */
  private static BigInteger big(JsonValue json) {
    String text = json.text();
    return text.startsWith("0x") ? Hex.parseQuantity(text) : new BigInteger(text);
  }
}
