package org.sessionsettlement.tempo.transaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;

/** A sample as the peer in src/test/node/transactions.mjs reads it. */
final class TransactionJson {
  private TransactionJson() {}

  static Map<String, Object> of(RandomTransactions.Sample sample) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (sample.transaction() instanceof TempoTransaction tempo) {
      json.put("type", "tempo");
      tempo(json, tempo, sample.authorities());
    } else if (sample.transaction() instanceof LegacyTransaction legacy) {
      json.put("type", "legacy");
      common(json, legacy.chainId().orElse(0), legacy.nonce(), legacy.gasLimit());
      json.put("maxFeePerGas", legacy.gasPrice().toString());
      json.put("calls", List.of(call(legacy.call())));
    } else if (sample.transaction() instanceof AccessListTransaction one) {
      json.put("type", "eip2930");
      common(json, one.chainId(), one.nonce(), one.gasLimit());
      json.put("maxFeePerGas", one.gasPrice().toString());
      json.put("calls", List.of(call(one.call())));
      json.put("accessList", accessList(one.accessList()));
    } else if (sample.transaction() instanceof DynamicFeeTransaction two) {
      json.put("type", "eip1559");
      common(json, two.chainId(), two.nonce(), two.gasLimit());
      json.put("maxFeePerGas", two.maxFeePerGas().toString());
      json.put("maxPriorityFeePerGas", two.maxPriorityFeePerGas().toString());
      json.put("calls", List.of(call(two.call())));
      json.put("accessList", accessList(two.accessList()));
    }
    Map<String, Object> signer = key(sample.key());
    sample.accessKey().ifPresent(inner -> signer.put("accessKey", key(inner)));
    json.put("signer", signer);
    sample
        .feePayer()
        .ifPresent(
            payer -> {
              Map<String, Object> paying = key(payer);
              paying.put("feeToken", text(sample.sponsoredToken().orElseThrow()));
              json.put("feePayer", paying);
            });
    return json;
  }

  private static void common(Map<String, Object> json, long chainId, long nonce, long gas) {
    json.put("chainId", Long.toString(chainId));
    json.put("nonce", Long.toString(nonce));
    json.put("gasLimit", Long.toString(gas));
  }

  private static void tempo(
      Map<String, Object> json, TempoTransaction tempo, List<TestKey> authorities) {
    common(json, tempo.chainId(), tempo.nonce(), tempo.gasLimit());
    json.put("maxFeePerGas", tempo.maxFeePerGas().toString());
    json.put("maxPriorityFeePerGas", tempo.maxPriorityFeePerGas().toString());
    json.put("calls", tempo.calls().stream().map(TransactionJson::call).toList());
    json.put("accessList", accessList(tempo.accessList()));
    json.put("nonceKey", tempo.nonceKey().toString());
    tempo.validBefore().ifPresent(at -> json.put("validBefore", Long.toString(at)));
    tempo.validAfter().ifPresent(at -> json.put("validAfter", Long.toString(at)));
    tempo.feeToken().ifPresent(token -> json.put("feeToken", text(token)));
    List<Object> authorizations = new ArrayList<>();
    for (int i = 0; i < tempo.authorizations().size(); i++) {
      authorizations.add(authorization(tempo.authorizations().get(i), authorities.get(i)));
    }
    json.put("authorizations", authorizations);
    tempo
        .keyAuthorization()
        .ifPresent(one -> json.put("keyAuthorization", keyAuthorization(one.authorization())));
  }

  private static Map<String, Object> call(Call call) {
    Map<String, Object> json = new LinkedHashMap<>();
    call.to().ifPresent(to -> json.put("to", text(to)));
    json.put("data", call.input().toString());
    return json;
  }

  private static List<Map<String, Object>> accessList(List<AccessListEntry> entries) {
    return entries.stream()
        .map(
            one ->
                Map.of(
                    "address",
                    (Object) text(one.address()),
                    "storageKeys",
                    one.storageKeys().stream().map(Object::toString).toList()))
        .toList();
  }

  private static Map<String, Object> authorization(SignedAuthorization signed, TestKey authority) {
    Authorization one = signed.authorization();
    return Map.of(
        "chainId", Long.toString(one.chainId()),
        "address", text(one.address()),
        "nonce", Long.toString(one.nonce()),
        "signer", key(authority));
  }

  private static Map<String, Object> keyAuthorization(KeyAuthorization one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("chainId", Long.toString(one.chainId()));
    json.put("keyType", name(one.keyType().name()));
    json.put("keyId", text(one.keyId()));
    one.expirySeconds().ifPresent(at -> json.put("expiry", Long.toString(at)));
    put(json, "limits", one.limits().map(all -> all.stream().map(TransactionJson::limit).toList()));
    put(json, "scopes", one.scopes().map(all -> all.stream().map(TransactionJson::scope).toList()));
    return json;
  }

  private static Map<String, Object> limit(TokenLimit one) {
    return Map.of(
        "token", text(one.token()),
        "limit", one.limit().toString(),
        "period", one.periodSeconds());
  }

  private static Map<String, Object> scope(CallScope one) {
    return Map.of(
        "target",
        text(one.target()),
        "functions",
        one.functions().stream()
            .map(
                function ->
                    Map.of(
                        "selector",
                        (Object) function.selector().toString(),
                        "recipients",
                        function.recipients().stream().map(TransactionJson::text).toList()))
            .toList());
  }

  private static Map<String, Object> key(TestKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", name(key.type().name()));
    json.put("privateKey", key.secret().toString());
    return json;
  }

  private static String name(String keyType) {
    return keyType.equals("WEBAUTHN") ? "webAuthn" : keyType.toLowerCase(Locale.ROOT);
  }

  private static String text(Address address) {
    return address.toLowerHex();
  }

  private static void put(Map<String, Object> json, String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present));
  }
}
