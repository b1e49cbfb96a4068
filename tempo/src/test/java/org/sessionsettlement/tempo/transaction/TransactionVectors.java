package org.sessionsettlement.tempo.transaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The shared vectors: what viem signed, cast decoded and Anvil mined. */
public final class TransactionVectors {
  private static final Set<String> NOT_BUILT_YET =
      Set.of(
          "07-fee-payer",
          "10-keychain-secp-authorize-and-use",
          "11-keychain-p256-scoped",
          "13-authorization-list");

  private TransactionVectors() {}

  /** One vector; its name shows in the test report. */
  public record Vector(String id, JsonValue json) {
    String text(String name) {
      return json.get(name).text();
    }

    boolean isSecp256k1() {
      return text("signatureType").equals("secp256k1");
    }

    public TempoTransaction transaction() {
      return read(json.get("fields"));
    }

    Secp256k1Account signer() {
      return Secp256k1Account.fromPrivateKey(json.get("signer").get("privateKey").text());
    }

    @Override
    public String toString() {
      return id;
    }
  }

  public static Stream<Vector> plain() {
    JsonValue root = resource();
    return Stream.of(root.get("vectors"), root.get("extraVectors"))
        .flatMap(list -> list.items().stream())
        .map(json -> new Vector(json.get("id").text(), json))
        .filter(vector -> !NOT_BUILT_YET.contains(vector.id()));
  }

  static Stream<Vector> secp256k1() {
    return plain().filter(Vector::isSecp256k1);
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

  private static TempoTransaction read(JsonValue fields) {
    TempoTransaction.Builder builder =
        TempoTransaction.builder()
            .chainId(fields.get("chainId").number())
            .maxPriorityFeePerGas(number(fields.get("maxPriorityFeePerGas")))
            .maxFeePerGas(number(fields.get("maxFeePerGas")))
            .gasLimit(number(fields.get("gasLimit")).longValueExact())
            .nonceKey(number(fields.get("nonceKey")))
            .nonce(number(fields.get("nonce")).longValueExact());
    fields.get("calls").items().forEach(call -> builder.call(call(call)));
    fields.get("accessList").items().forEach(e -> builder.accessList(List.of(entry(e))));
    fields.get("validBefore").ifPresent().ifPresent(v -> builder.validBefore(v.number()));
    fields.get("validAfter").ifPresent().ifPresent(v -> builder.validAfter(v.number()));
    fields.get("feeToken").ifPresent().ifPresent(v -> builder.feeToken(v.address()));
    return builder.build();
  }

  private static Call call(JsonValue json) {
    return new Call(
        json.get("to").ifPresent().map(JsonValue::address),
        number(json.get("value")),
        json.get("data").bytes());
  }

  private static AccessListEntry entry(JsonValue json) {
    return new AccessListEntry(
        json.get("address").address(),
        json.get("storageKeys").items().stream().map(JsonValue::hash).toList());
  }

  /** Large numbers are strings there: decimal, the largest in hex. */
  private static BigInteger number(JsonValue json) {
    String text = json.text();
    return text.startsWith("0x") ? Hex.parseQuantity(text) : new BigInteger(text);
  }
}
