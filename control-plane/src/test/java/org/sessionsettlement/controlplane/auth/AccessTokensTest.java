package org.sessionsettlement.controlplane.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;

class AccessTokensTest {
  private static final String SECRET =
      "a secret of at least 64 bytes, so that HS512 would do as well!!!";
  private static final String OTHER_SECRET = SECRET.replace('a', 'b');
  private static final String KEY_ID = new SigningKeys(List.of(SECRET)).id();

  private final SettableClock clock = new SettableClock(FakeBookings.START_MS);
  private final AccessTokens tokens = tokens(SECRET);

  @Test
  void acceptsItsOwnTokenForTenMinutes() {
    var token = tokens.issue(FakeBookings.HOST);
    assertThat(token.expiresAtMs()).isEqualTo(FakeBookings.START_MS + 10 * 60_000);
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(tokens.check(token.text()))
        .isEqualTo(new AccessTokens.Check.Valid(FakeBookings.HOST));
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.check(token.text())).isEqualTo(new AccessTokens.Check.Expired());
  }

  @Test
  void refusesATokenOfAnotherKey() {
    var forged = tokens(OTHER_SECRET).issue(FakeBookings.HOST);
    assertInvalid(forged.text());
  }

  @Test
  void acceptsATokenOfARotatedKeyUntilThatIsTakenAway() {
    var old = tokens.issue(FakeBookings.HOST).text();
    assertThat(tokens(OTHER_SECRET, SECRET).check(old))
        .isInstanceOf(AccessTokens.Check.Valid.class);
    assertThat(tokens(OTHER_SECRET).check(old)).isEqualTo(new AccessTokens.Check.Invalid());
  }

  @Test
  void signsWithTheFirstKeySoThatNodesCanLearnTheNextOneBefore() {
    var next = tokens(OTHER_SECRET, SECRET).issue(FakeBookings.HOST).text();
    assertInvalid(next);
    assertThat(tokens(SECRET, OTHER_SECRET).check(next))
        .isEqualTo(new AccessTokens.Check.Valid(FakeBookings.HOST));
  }

  @Test
  void refusesAKeyIdThatIsMissingUnknownOrAnothers() throws Exception {
    assertInvalid(signed(new JWSHeader(JWSAlgorithm.HS256), claims()));
    assertInvalid(signed(header(JWSAlgorithm.HS256, "unknown"), claims()));
    String others = new SigningKeys(List.of(OTHER_SECRET)).id();
    assertThat(
            tokens(SECRET, OTHER_SECRET)
                .check(signed(header(JWSAlgorithm.HS256, others), claims())))
        .isEqualTo(new AccessTokens.Check.Invalid());
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
    assertInvalid(signed(JWSAlgorithm.HS384, claims()));
  }

  @Test
  void refusesAPublicKeyAlgorithmUnderTheIdOfOurKey() throws Exception {
    var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var jwt = new SignedJWT(header(JWSAlgorithm.RS256, KEY_ID), claims().build());
    jwt.sign(new RSASSASigner(pair.getPrivate()));
    assertInvalid(jwt.serialize());
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
    assertThatThrownBy(() -> new SigningKeys(List.of("too short")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SigningKeys(List.of(SECRET, "too short")))
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

  private AccessTokens tokens(String... secrets) {
    return new AccessTokens(new SigningKeys(List.of(secrets)), Lifetimes.USUAL, clock);
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
    return new JWSHeader.Builder(algorithm).keyID(keyId).build();
  }

  private static String signed(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims)
      throws Exception {
    return signed(header(algorithm, KEY_ID), claims);
  }

  private static String signed(JWSHeader header, JWTClaimsSet.Builder claims) throws Exception {
    var jwt = new SignedJWT(header, claims.build());
    jwt.sign(new MACSigner(SECRET));
    return jwt.serialize();
  }
}
