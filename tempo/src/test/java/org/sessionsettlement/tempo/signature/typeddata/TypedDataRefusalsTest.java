package org.sessionsettlement.tempo.signature.typeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDataRefusalsTest {
  private static final String DOCUMENT =
      """
      {"types":{"M":[{"name":"v","type":"uint8"}]},"primaryType":"M","domain":{"name":"x"},"message":{"v":1}}""";

  @ParameterizedTest
  @CsvSource({
    "uint8, 256, OUT_OF_RANGE",
    "uint8, -1, OUT_OF_RANGE",
    "int8, 128, OUT_OF_RANGE",
    "int8, -129, OUT_OF_RANGE",
    "int256, 0x8000000000000000000000000000000000000000000000000000000000000000, OUT_OF_RANGE",
    "uint256, '', WRONG_KIND",
    "uint256, 1e3, WRONG_KIND",
    "uint256, 1.0, WRONG_KIND",
    "uint256, 0x, WRONG_KIND",
    "bool, true, WRONG_KIND",
    "address, 0x12, WRONG_KIND",
    "address, 0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266, WRONG_KIND",
    "bytes4, 0x010203, WRONG_LENGTH",
    "bytes4, 0x0102030405, WRONG_LENGTH",
    "bytes, 0x123, WRONG_KIND",
    "bytes, 1234, WRONG_KIND",
    "uint8[], 1, WRONG_KIND",
    "M, 1, WRONG_KIND",
  })
  void refusesTextThatIsNoValue(String type, String value, TypedDataFault fault) {
    refused(fault, "message.v", () -> TypedDataTest.one(type, value));
  }

  @Test
  void refusesValuesOfAnotherKind() {
    refused(TypedDataFault.WRONG_KIND, "message.v", () -> TypedDataTest.one("string", 1));
    refused(TypedDataFault.WRONG_KIND, "message.v", () -> TypedDataTest.one("uint8", true));
    refused(TypedDataFault.WRONG_KIND, "message.v", () -> TypedDataTest.one("uint8", 1.0));
    refused(TypedDataFault.WRONG_KIND, "message.v", () -> TypedDataTest.one("uint8", List.of(1)));
    refused(TypedDataFault.WRONG_KIND, "message.v", () -> TypedDataTest.one("bool", 1));
    refused(
        TypedDataFault.OUT_OF_RANGE,
        "message.v",
        () -> TypedDataTest.one("uint256", BigInteger.ONE.shiftLeft(256)));
    refused(
        TypedDataFault.WRONG_KIND,
        "message.v",
        () -> TypedDataTest.builder("string").message(Collections.singletonMap("v", null)).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"uint", "int", "uint7", "uint264", "bytes0", "bytes33", "Person", "tuple"})
  void refusesTypesThatAreNotDeclared(String type) {
    refused(TypedDataFault.UNKNOWN_TYPE, "M.v", () -> TypedDataTest.one(type, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "uint8[0]", "uint8[01]", "uint8[-1]", "uint8[", "uint8]", "a b", "[]", "é"})
  void refusesTypesThatAreNone(String type) {
    refused(TypedDataFault.MALFORMED_TYPE, "M.v", () -> TypedDataTest.one(type, 1));
  }

  @Test
  void refusesNamesThatAreNone() {
    TypedField good = new TypedField("v", "uint8");
    refused(
        TypedDataFault.MALFORMED_TYPE,
        "uint8",
        () -> TypedData.builder("M").struct("uint8", good).build());
    refused(
        TypedDataFault.MALFORMED_TYPE,
        "M).M(",
        () -> TypedData.builder("M").struct("M).M(", good).build());
    refused(
        TypedDataFault.MALFORMED_TYPE,
        "M.a b",
        () -> TypedData.builder("M").struct("M", new TypedField("a b", "uint8")).build());
    refused(
        TypedDataFault.DECLARED_TWICE,
        "M.v",
        () -> TypedData.builder("M").struct("M", good, good).build());
    refused(
        TypedDataFault.DECLARED_TWICE,
        "M",
        () -> TypedData.builder("M").struct("M", good).struct("M", good));
    refused(TypedDataFault.UNKNOWN_TYPE, "M", () -> TypedData.builder("M").build());
  }

  @Test
  void saysWhichMemberIsMissingOrTooMuch() {
    refused(
        TypedDataFault.MISSING_MEMBER, "message.v", () -> TypedDataTest.builder("uint8").build());
    refused(
        TypedDataFault.EXTRA_MEMBER,
        "message.w",
        () -> TypedDataTest.builder("uint8").message(Map.of("v", 1, "w", 2)).build());
    refused(
        TypedDataFault.OUT_OF_RANGE,
        "message.v[1][0]",
        () -> TypedDataTest.one("uint8[][2]", List.of(List.of(1), List.of(256))));
    refused(
        TypedDataFault.WRONG_LENGTH, "message.v", () -> TypedDataTest.one("uint8[2]", List.of(1)));
    refused(
        TypedDataFault.EXTRA_MEMBER,
        "domain.owner",
        () -> TypedData.parse(DOCUMENT.replace("\"name\":\"x\"", "\"owner\":\"x\"")));
  }

  @Test
  void endsWithDataThatHoldThemselves() {
    Map<String, Object> circle = new HashMap<>();
    circle.put("next", List.of(circle));
    TypedData.Builder builder =
        TypedData.builder("Node").struct("Node", new TypedField("next", "Node[]"));
    InvalidTypedDataException refused = refusal(() -> builder.message(circle).build());
    assertThat(refused.fault()).isEqualTo(TypedDataFault.TOO_DEEP);
  }

  @Test
  void endsWithDataThatShareThemselvesToDeath() {
    List<Object> shared = new ArrayList<>();
    Map<String, Object> node = Map.of("next", shared);
    for (int level = 0; level < 12; level++) {
      node = Map.of("next", Collections.nCopies(10, node));
    }
    Map<String, Object> message = node;
    TypedData.Builder builder =
        TypedData.builder("Node").struct("Node", new TypedField("next", "Node[]"));
    InvalidTypedDataException refused = refusal(() -> builder.message(message).build());
    assertThat(refused.fault()).isEqualTo(TypedDataFault.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"types\":{}}",
        "{\"types\":[],\"primaryType\":\"M\",\"domain\":{},\"message\":{}}",
        "{\"types\":{\"M\":{}},\"primaryType\":\"M\",\"domain\":{},\"message\":{}}",
        "{\"types\":{\"M\":[{}]},\"primaryType\":\"M\",\"domain\":{},\"message\":{}}",
        "{\"types\":{\"M\":[]},\"primaryType\":\"M\",\"domain\":{},\"message\":null}",
        "{\"types\":{\"M\":[]},\"primaryType\":1,\"domain\":{},\"message\":{}}",
      })
  void refusesWhatIsNoDocument(String json) {
    Assertions.assertThrows(InvalidTypedDataException.class, () -> TypedData.parse(json));
  }

  @Test
  void refusesDocumentsThatSayAThingTwice() {
    refused(
        TypedDataFault.DECLARED_TWICE,
        "message.v",
        () -> TypedData.parse(DOCUMENT.replace("\"v\":1", "\"v\":1,\"v\":2")));
    refused(TypedDataFault.NO_JSON, "", () -> TypedData.parse(DOCUMENT + DOCUMENT));
  }

  @Test
  void refusesNumbersThatAreNotWhole() {
    for (String number : new String[] {"1.5", "1e2", "1E999999999", "0.0"}) {
      refused(
          TypedDataFault.WRONG_KIND,
          "message.v",
          () -> TypedData.parse(DOCUMENT.replace("\"v\":1", "\"v\":" + number)));
    }
    refused(
        TypedDataFault.OUT_OF_RANGE,
        "message.v",
        () -> TypedData.parse(DOCUMENT.replace("\"v\":1", "\"v\":" + "9".repeat(100_000))));
  }

  @Test
  void hostileDocumentsEndSoon() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    String many = "[" + "1,".repeat(200_000) + "1]";
    String types = "\"M\":[{\"name\":\"v\",\"type\":\"uint8" + "[]".repeat(5_000) + "\"}]";
    String wide = DOCUMENT.replace("\"uint8\"", "\"uint8[]\"");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          refused(
              TypedDataFault.TOO_DEEP,
              () -> TypedData.parse(DOCUMENT.replace("\"v\":1", "\"v\":" + deep)));
          refused(
              TypedDataFault.TOO_LARGE,
              () -> TypedData.parse(wide.replace("\"v\":1", "\"v\":" + many)));
          refused(
              TypedDataFault.TOO_DEEP,
              () -> TypedData.parse(DOCUMENT.replaceFirst("\"M\":\\[[^]]*]", types)));
          refused(TypedDataFault.TOO_LARGE, () -> TypedData.parse(" ".repeat(2 << 20)));
        });
  }

  @Test
  void doesNotRepeatValues() {
    InvalidTypedDataException refused = refusal(() -> TypedDataTest.one("uint8", "123456789"));
    assertThat(refused).hasMessage("message.v: out of the range of its type");
  }

  private static void refused(TypedDataFault fault, String place, ThrowingCallable act) {
    InvalidTypedDataException refused = refusal(act);
    assertThat(refused.fault()).isEqualTo(fault);
    assertThat(refused.place()).isEqualTo(place);
  }

  private static void refused(TypedDataFault fault, ThrowingCallable act) {
    assertThat(refusal(act).fault()).isEqualTo(fault);
  }

  private static InvalidTypedDataException refusal(ThrowingCallable act) {
    InvalidTypedDataException refused = catchThrowableOfType(InvalidTypedDataException.class, act);
    assertThat(refused).isNotNull();
    return refused;
  }
}
