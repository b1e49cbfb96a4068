package org.sessionsettlement.controlplane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.Address;

class SignInMessageTest {
  /** From ERC-4361, "Examples". */
  private static final String EXAMPLE =
      """
      example.com wants you to sign in with your Ethereum account:
      0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

      I accept the ExampleOrg Terms of Service: https://example.com/tos

      URI: https://example.com/login
      Version: 1
      Chain ID: 1
      Nonce: 32891756
      Issued At: 2021-09-30T16:25:24Z
      Resources:
      - ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
      - https://example.com/my-web2-claim.json""";

  private static final String SHORT =
      """
      localhost:8080 wants you to sign in with your Ethereum account:
      0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2


      URI: http://localhost:8080
      Version: 1
      Chain ID: 31337
      Nonce: abcdefgh12345678
      Issued At: 2026-11-24T02:00:00.123+01:00
      Expiration Time: 2026-11-24T02:05:00Z
      Not Before: 2026-11-24T01:00:00Z
      Request ID: a-b_c""";

  @Test
  void readsTheExampleOfTheStandard() {
    assertThat(SignInMessage.parse(EXAMPLE))
        .contains(
            new SignInMessage(
                Optional.empty(),
                "example.com",
                Address.parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
                URI.create("https://example.com/login"),
                BigInteger.ONE,
                "32891756",
                Instant.parse("2021-09-30T16:25:24Z"),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void readsTheTimesAndGoesWithoutAStatement() {
    var message = SignInMessage.parse(SHORT).orElseThrow();
    assertThat(message.issuedAt()).isEqualTo(Instant.parse("2026-11-24T01:00:00.123Z"));
    assertThat(message.expirationTime()).contains(Instant.parse("2026-11-24T02:05:00Z"));
    assertThat(message.notBefore()).contains(Instant.parse("2026-11-24T01:00:00Z"));
  }

  @Test
  void readsASchemeBeforeTheDomain() {
    var message = SignInMessage.parse("https://" + EXAMPLE).orElseThrow();
    assertThat(message.scheme()).contains("https");
    assertThat(message.domain()).isEqualTo("example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Version: 1 | Version: 2",
        "Chain ID: 31337 | Chain ID: 0x7a69",
        "Chain ID: 31337 | Chain ID: ",
        "Nonce: abcdefgh12345678 | Nonce: short1",
        "Nonce: abcdefgh12345678 | Nonce: abc-defgh-1234",
        "Issued At: 2026-11-24T02:00:00.123+01:00 | Issued At: yesterday",
        "Issued At: 2026-11-24T02:00:00.123+01:00 | Issued At: 2026-13-24T02:00:00Z",
        "Issued At: 2026-11-24T02:00:00.123+01:00 | Issued At: 2026-11-24T02:00:00",
        "URI: http://localhost:8080 | URI: localhost",
        "URI: http://localhost:8080 | URI: http://localhost/%zz",
        "wants you to sign in | wants you to Sign in",
        "0xC02aaA39 | 0xc02aaa39",
        "0xC02aaA39 | 0xC02aaA3",
        "localhost:8080 wants | local host wants",
        "Request ID: a-b_c | Request ID: a b",
        "Request ID: a-b_c | Resources",
        "Request ID: a-b_c | Not Before: 2026-11-24T01:00:00Z",
      })
  void refusesWhatTheGrammarDoesNotAllow(String what, String instead) {
    String changed = SHORT.replace(what, instead);
    assertThat(changed).isNotEqualTo(SHORT);
    assertThat(SignInMessage.parse(changed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", " "})
  void refusesAnythingAfterTheEnd(String more) {
    assertThat(SignInMessage.parse(SHORT + more).isPresent()).isEqualTo(more.isEmpty());
  }

  @Test
  void refusesWindowsLineEnds() {
    assertThat(SignInMessage.parse(SHORT.replace("\n", "\r\n"))).isEmpty();
  }

  @Test
  void refusesAStatementOverTwoLines() {
    String twoLines = EXAMPLE.replace("I accept", "I accept\neverything:");
    assertThat(SignInMessage.parse(twoLines)).isEmpty();
  }

  @Test
  void refusesMoreThanFourKilobytes() {
    String manyResources = EXAMPLE + "\n- https://example.com/".repeat(300);
    assertThat(SignInMessage.parse(manyResources)).isEmpty();
  }
}
