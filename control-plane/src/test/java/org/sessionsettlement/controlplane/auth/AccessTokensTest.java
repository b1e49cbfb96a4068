package org.sessionsettlement.controlplane.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;

class AccessTokensTest {
  private static final String SECRET =
      "a secret of at least 64 bytes, so that HS512 would do as well!!!";

  private final SettableClock clock = new SettableClock(FakeBookings.START_MS);
  private final AccessTokens tokens = new AccessTokens(SECRET, clock);

  @Test
  void acceptsItsOwnTokenForHalfAnHour() {
    var token = tokens.issue(FakeBookings.HOST);
    assertThat(token.expiresAtMs()).isEqualTo(FakeBookings.START_MS + 30 * 60_000);
    clock.advance(Duration.ofMinutes(30).minusMillis(1));
    assertThat(tokens.check(token.text()))
        .isEqualTo(new AccessTokens.Check.Valid(FakeBookings.HOST));
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.check(token.text())).isEqualTo(new AccessTokens.Check.Expired());
  }

  @Test
  void refusesATokenOfAnotherKey() {
    var forged = new AccessTokens(SECRET.replace('a', 'b'), clock).issue(FakeBookings.HOST);
    assertInvalid(forged.text());
  }

  @Test
  void refusesATokenWithoutSignature() {
    assertInvalid(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void refusesAStrippedSignature() {
    String token = tokens.issue(FakeBookings.HOST).text();
    assertInvalid(token.substring(0, token.lastIndexOf('.') + 1));
  }

  @Test
  void refusesAnotherAlgorithmEvenWithTheRightKey() throws Exception {
    assertInvalid(signed(JWSAlgorithm.HS512, claims()));
  }

  @Test
  void refusesAnotherAudienceIssuerOrNoExpiry() throws Exception {
    assertInvalid(signed(JWSAlgorithm.HS256, claims().audience("somebody-else")));
    assertInvalid(signed(JWSAlgorithm.HS256, claims().issuer("somebody-else")));
    assertInvalid(signed(JWSAlgorithm.HS256, claims().expirationTime(null)));
    assertInvalid(signed(JWSAlgorithm.HS256, claims().subject(null)));
    assertThat(tokens.check(signed(JWSAlgorithm.HS256, claims())))
        .isInstanceOf(AccessTokens.Check.Valid.class);
  }

  @Test
  void refusesAChangedWallet() throws Exception {
    var mine = SignedJWT.parse(tokens.issue(FakeBookings.HOST).text());
    var theirs = SignedJWT.parse(tokens.issue(FakeBookings.GUEST).text());
    assertInvalid(
        mine.getParsedParts()[0] + "." + theirs.getParsedParts()[1] + "." + mine.getSignature());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "\u0000"})
  void refusesWhatIsNoToken(String text) {
    assertInvalid(text);
  }

  @Test
  void needsASecretOf32Bytes() {
    assertThatThrownBy(() -> new AccessTokens("too short", clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertInvalid(String token) {
    assertThat(tokens.check(token)).isEqualTo(new AccessTokens.Check.Invalid());
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(AccessTokens.ISSUER)
        .audience(AccessTokens.AUDIENCE)
        .subject(FakeBookings.HOST.toString())
        .expirationTime(Date.from(Instant.ofEpochMilli(clock.millis() + 60_000)));
  }

  private static String signed(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims)
      throws Exception {
    var jwt = new SignedJWT(new JWSHeader(algorithm), claims.build());
    jwt.sign(new MACSigner(SECRET));
    return jwt.serialize();
  }
}
