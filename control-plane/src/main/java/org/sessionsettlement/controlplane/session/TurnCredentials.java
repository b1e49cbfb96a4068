package org.sessionsettlement.controlplane.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.digest.Digests;
import org.sessionsettlement.tempo.Address;

/**
 * Time-limited TURN credentials from a secret that the TURN server shares
 * (draft-uberti-behave-turn-rest-00, section 2.2; coturn's {@code use-auth-secret}): the username
 * is {@code <expiry in Unix seconds>:<name>}, the credential base64(HMAC-SHA-1(secret, username)).
 */
public final class TurnCredentials {
  private static final int NAME_BYTES = 16;

  private final byte[] secret;

  public TurnCredentials(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** What a client shows to the TURN server. */
  public record Credential(String username, String password) {
    @Override
    public String toString() {
      return "Credential[" + username + "]";
    }
  }

  /** The same for every join of this party, so that the server's quota for a user holds for it. */
  public Credential of(BookingKey booking, Address wallet, long expiresS) {
    String username = expiresS + ":" + name(booking, wallet);
    byte[] mac = Digests.hmacSha1(secret, username);
    return new Credential(username, Base64.getEncoder().encodeToString(mac));
  }

  /** Keyed, since bookings and wallets are public and a plain hash of them could be looked up. */
  private String name(BookingKey booking, Address wallet) {
    byte[] mac = Digests.hmacSha256(secret, "turn-name " + booking + " " + wallet);
    return HexFormat.of().formatHex(Arrays.copyOf(mac, NAME_BYTES));
  }
}
