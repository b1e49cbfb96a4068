package org.sessionsettlement.controlplane.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sessionsettlement.tempo.Address;

/** Access tokens: JWT by HS256 and nothing else (RFC 7519, RFC 8725). */
public final class AccessTokens {
  static final Duration LIFETIME = Duration.ofMinutes(30);
  static final String ISSUER = "session-settlement";
  static final String AUDIENCE = "session-settlement-api";
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

  private final MACSigner signer;
  private final MACVerifier verifier;
  private final InstantSource clock;

  /**
   * @param secret at least 32 bytes
   */
  public AccessTokens(String secret, InstantSource clock) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the secret is shorter than 32 bytes", e);
    }
    this.clock = clock;
  }

  /** A token for this wallet. */
  public record AccessToken(String text, Address wallet, long expiresAtMs) {}

  /** What a presented token is worth. */
  public sealed interface Check {
    record Valid(Address wallet) implements Check {}

    record Expired() implements Check {}

    record Invalid() implements Check {}
  }

  public AccessToken issue(Address wallet) {
    var now = clock.instant();
    var expires = Instant.ofEpochSecond(now.plus(LIFETIME).getEpochSecond());
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(wallet.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expires))
            .jwtID(UUID.randomUUID().toString())
            .build();
    return new AccessToken(sign(claims), wallet, expires.toEpochMilli());
  }

  private String sign(JWTClaimsSet claims) {
    var jwt = new SignedJWT(HEADER, claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("HS256 with a checked key cannot fail", e);
    }
    return jwt.serialize();
  }

  public Check check(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      boolean ours =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier);
      return ours ? check(jwt.getJWTClaimsSet()) : new Check.Invalid();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return new Check.Invalid();
    }
  }

  private Check check(JWTClaimsSet claims) {
    var expires = Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant);
    boolean forUs =
        ISSUER.equals(claims.getIssuer())
            && List.of(AUDIENCE).equals(claims.getAudience())
            && claims.getSubject() != null;
    if (!forUs || expires.isEmpty()) {
      return new Check.Invalid();
    }
    return clock.instant().isBefore(expires.get())
        ? new Check.Valid(Address.parse(claims.getSubject()))
        : new Check.Expired();
  }
}
