package org.sessionsettlement.controlplane.auth;

import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.Address;

/**
 * The fields of a Sign-In with Ethereum message that a sign-in depends on (ERC-4361).
 *
 * @param scheme of the origin that asked for the signature; empty where the message names none
 * @param domain RFC 3986 authority of that origin
 * @param uri what is signed in to
 */
public record SignInMessage(
    Optional<String> scheme,
    String domain,
    Address address,
    URI uri,
    BigInteger chainId,
    String nonce,
    Instant issuedAt,
    Optional<Instant> expirationTime,
    Optional<Instant> notBefore) {
  private static final int MAX_CHARS = 4_096;
  private static final String URI_TEXT =
      "[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*+";
  private static final String DATE_TIME =
      "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2})";

  /** The ABNF of ERC-4361, line by line. */
  private static final Pattern ABNF =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<domain>[A-Za-z0-9\\-._~!$&'()*+,;=:@%\\[\\]]+)"
              + " wants you to sign in with your Ethereum account:\n"
              + "(?<address>0x[0-9a-fA-F]{40})\n"
              + "\n"
              + "(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;= ]*\n)?"
              + "\n"
              + ("URI: (?<uri>" + URI_TEXT + ")\n")
              + "Version: 1\n"
              + "Chain ID: (?<chain>[0-9]+)\n"
              + "Nonce: (?<nonce>[A-Za-z0-9]{8,})\n"
              + ("Issued At: (?<issued>" + DATE_TIME + ")")
              + ("(?:\nExpiration Time: (?<expires>" + DATE_TIME + "))?")
              + ("(?:\nNot Before: (?<notbefore>" + DATE_TIME + "))?")
              + "(?:\nRequest ID: [A-Za-z0-9\\-._~!$&'()*+,;=:@%]*)?"
              + ("(?:\nResources:(?:\n- " + URI_TEXT + ")*+)?"));

  /** Reads a message; empty where it does not conform to the ABNF or to ERC-55. */
  public static Optional<SignInMessage> parse(String text) {
    if (text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    var fields = ABNF.matcher(text);
    try {
      return fields.matches() ? Optional.of(of(fields)) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static SignInMessage of(Matcher fields) {
    return new SignInMessage(
        Optional.ofNullable(fields.group("scheme")),
        fields.group("domain"),
        checksummed(fields.group("address")),
        URI.create(fields.group("uri")),
        new BigInteger(fields.group("chain")),
        fields.group("nonce"),
        instant(fields.group("issued")),
        optionalInstant(fields.group("expires")),
        optionalInstant(fields.group("notbefore")));
  }

  private static Address checksummed(String text) {
    var address = Address.parse(text);
    if (!address.toString().equals(text)) {
      throw new IllegalArgumentException("not capitalised as ERC-55 says");
    }
    return address;
  }

  private static Optional<Instant> optionalInstant(@Nullable String text) {
    return Optional.ofNullable(text).map(SignInMessage::instant);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
  }
}
