package org.sessionsettlement.controlplane.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sessionsettlement.tempo.Address;

/**
 * Access tokens: JWT by HS256 and nothing else, under a key that the token names by its id (RFC
 * 7519, RFC 8725).
 */
public final class AccessTokens {
  static final String ISSUER = "session-settlement";
  static final String AUDIENCE = "session-settlement-api";

  private final SigningKeys keys;
  private final Duration lifetime;
  private final InstantSource clock;

  public AccessTokens(SigningKeys keys, Lifetimes lifetimes, InstantSource clock) {
    this.keys = keys;
    this.lifetime = lifetimes.access();
    this.clock = clock;
  }

  /**
   * A token for this wallet.
   *
   * @param lifetimeMs from its issue to its end, for clients whose clock is wrong
   */
  public record AccessToken(String text, Address wallet, long expiresAtMs, long lifetimeMs) {
    @Override
    public String toString() {
      return "AccessToken[" + wallet + "]";
    }
  }

  /** What a presented token is worth. */
  public sealed interface Check {
    record Valid(Address wallet) implements Check {}

    record Expired() implements Check {}

    record Invalid() implements Check {}
  }

  public AccessToken issue(Address wallet) {
    var now = clock.instant();
    var expires = Instant.ofEpochSecond(now.plus(lifetime).getEpochSecond());
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(wallet.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expires))
            .jwtID(UUID.randomUUID().toString())
            .build();
    long expiresMs = expires.toEpochMilli();
    return new AccessToken(sign(claims), wallet, expiresMs, expiresMs - now.toEpochMilli());
  }

  private String sign(JWTClaimsSet claims) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).keyID(keys.id()).build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(keys.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("HS256 with a checked key cannot fail", e);
    }
    return jwt.serialize();
  }

  public Check check(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      var key = keyOf(jwt.getHeader());
      return key.isPresent() && jwt.verify(key.get())
          ? check(jwt.getJWTClaimsSet())
          : new Check.Invalid();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return new Check.Invalid();
    }
  }

  /** The algorithm is ours to say: what the token says of it is only compared. */
  private Optional<MACVerifier> keyOf(JWSHeader header) {
    return JWSAlgorithm.HS256.equals(header.getAlgorithm())
        ? Optional.ofNullable(header.getKeyID()).flatMap(keys::verifier)
        : Optional.empty();
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
