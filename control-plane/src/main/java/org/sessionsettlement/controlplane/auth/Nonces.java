package org.sessionsettlement.controlplane.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nonces for sign-in messages: each lives a few minutes and is used once, on whichever node. */
public final class Nonces {
  static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final int RANDOM_BYTES = 16;
  private static final int PRUNED_AT_ONCE = 10_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Nonces(Database database, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.clock = clock;
  }

  /** A nonce and the end of its life. */
  public record Nonce(String text, long expiresAtMs) {}

  public Nonce issue() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    var nonce = new Nonce(HexFormat.of().formatHex(bytes), clock.millis() + LIFETIME.toMillis());
    jdbc.sql("insert into sign_in_nonces (nonce, expires_ms) values (:nonce, :expires)")
        .param("nonce", nonce.text())
        .param("expires", nonce.expiresAtMs())
        .update();
    return nonce;
  }

  /** Uses the nonce up; false where it was unknown, used or expired. */
  public boolean use(String nonce) {
    return jdbc.sql("delete from sign_in_nonces where nonce = :nonce and expires_ms > :now")
            .param("nonce", nonce)
            .param("now", clock.millis())
            .update()
        == 1;
  }

  /** Forgets what nobody can use any more, a bounded number at a time. */
  public void prune() {
    jdbc.sql(
            "delete from sign_in_nonces where nonce in (select nonce from sign_in_nonces"
                + " where expires_ms <= :now order by expires_ms limit :limit"
                + " for update skip locked)")
        .param("now", clock.millis())
        .param("limit", PRUNED_AT_ONCE)
        .update();
  }
}
