package org.sessionsettlement.controlplane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.problem.ProblemCode;

class SignInRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final Site SITE = Site.of("calls.example.org", 4217);

  @Test
  void acceptsAMessageMadeForThisSite() {
    assertThat(refusal("calls.example.org", "https://calls.example.org/in", 4217)).isEmpty();
  }

  @Test
  void takesThisMachineAsPlainHttpAndAnyOtherAsHttps() {
    assertThat(Site.of("localhost:8080", 1).uri()).hasToString("http://localhost:8080");
    assertThat(Site.of("calls.example.org", 1).uri()).hasToString("https://calls.example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example.org, https://calls.example.org",
    "calls.example.org:444, https://calls.example.org",
    "calls.example.org, https://evil.example.org",
    "calls.example.org, http://calls.example.org",
    "calls.example.org, https://calls.example.org@evil.example.org",
    "calls.example.org, urn:calls",
  })
  void refusesAMessageMadeForAnotherSite(String domain, String uri) {
    assertThat(refusal(domain, uri, 4217)).contains(ProblemCode.WRONG_DOMAIN);
  }

  @Test
  void refusesAMessageFromAnotherScheme() {
    var message = message(Optional.of("http"), Optional.empty(), Optional.empty());
    assertThat(SignInRule.refusal(message, SITE, NOW)).contains(ProblemCode.WRONG_DOMAIN);
  }

  @Test
  void refusesAnotherChain() {
    assertThat(refusal("calls.example.org", "https://calls.example.org", 1))
        .contains(ProblemCode.WRONG_CHAIN);
  }

  @Test
  void refusesAMessageOutsideItsTimes() {
    assertThat(refusalAt(Optional.of(NOW), Optional.empty())).contains(ProblemCode.MESSAGE_EXPIRED);
    assertThat(refusalAt(Optional.of(NOW.plusMillis(1)), Optional.of(NOW))).isEmpty();
    assertThat(refusalAt(Optional.empty(), Optional.of(NOW.plusMillis(1))))
        .contains(ProblemCode.MESSAGE_EXPIRED);
  }

  private static Optional<ProblemCode> refusal(String domain, String uri, long chainId) {
    var message =
        new SignInMessage(
            Optional.empty(),
            domain,
            FakeBookings.HOST,
            URI.create(uri),
            BigInteger.valueOf(chainId),
            "abcdefgh",
            NOW,
            Optional.empty(),
            Optional.empty());
    return SignInRule.refusal(message, SITE, NOW);
  }

  private static Optional<ProblemCode> refusalAt(
      Optional<Instant> expires, Optional<Instant> notBefore) {
    return SignInRule.refusal(message(Optional.empty(), expires, notBefore), SITE, NOW);
  }

  private static SignInMessage message(
      Optional<String> scheme, Optional<Instant> expires, Optional<Instant> notBefore) {
    return new SignInMessage(
        scheme,
        SITE.domain(),
        FakeBookings.HOST,
        SITE.uri(),
        BigInteger.valueOf(SITE.chainId()),
        "abcdefgh",
        NOW,
        expires,
        notBefore);
  }
}
