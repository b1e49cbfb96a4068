package org.sessionsettlement.controlplane.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sign-ins and their refresh tokens. Each token is used once and brings the next; an old one that
 * comes back ends the sign-in, since then two have it. Rows are written under the sign-in's lock.
 */
public final class RefreshTokens {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshTokens.class);
  private static final int PRUNED_AT_ONCE = 1_000;

  private final Database database;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Duration lifetime;

  public RefreshTokens(Database database, InstantSource clock, Lifetimes lifetimes) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.clock = clock;
    this.lifetime = lifetimes.signIn();
  }

  /**
   * A token for its holder alone.
   *
   * @param expiresAtMs the end of the sign-in, the same for all tokens of it
   */
  public record RefreshToken(String text, Address wallet, long expiresAtMs) {
    @Override
    public String toString() {
      return "RefreshToken[" + wallet + "]";
    }
  }

  /** What became of a refresh. */
  public sealed interface Result {
    record Refreshed(RefreshToken next) implements Result {}

    /** By {@code refresh_invalid}, {@code refresh_expired} or {@code refresh_reused}. */
    record Refused(ProblemCode code) implements Result {}
  }

  private record Row(
      UUID signIn, Address wallet, long expiresMs, OptionalLong usedMs, Optional<Bytes> seed) {
    static Row of(ResultSet row, int number) throws SQLException {
      Long usedMs = row.getObject("used_ms", Long.class);
      return new Row(
          row.getObject("id", UUID.class),
          Address.parse(row.getString("wallet")),
          row.getLong("expires_ms"),
          usedMs == null ? OptionalLong.empty() : OptionalLong.of(usedMs),
          Optional.ofNullable(row.getBytes("successor_seed")).map(Bytes::of));
    }
  }

  /** Begins a sign-in. */
  public RefreshToken begin(Address wallet) {
    var id = UUID.randomUUID();
    var token = OpaqueToken.random();
    long expiresMs = clock.millis() + lifetime.toMillis();
    database.doInTransaction(
        () -> {
          jdbc.sql("insert into sign_ins (id, wallet, expires_ms) values (?, ?, ?)")
              .params(id, wallet.toString(), expiresMs)
              .update();
          store(token, id);
        });
    return new RefreshToken(token.text(), wallet, expiresMs);
  }

  /** Whose sign-in the token is of, used or not; empty where there is none. */
  public Optional<Address> walletOf(String text) {
    return OpaqueToken.parse(text).flatMap(this::find).map(Row::wallet);
  }

  /** Uses the token up for the next one. Asked again at once, it gives the same one again. */
  public Result refresh(String text) {
    return OpaqueToken.parse(text)
        .map(token -> database.inTransaction(() -> refresh(token)))
        .orElseGet(() -> new Result.Refused(ProblemCode.REFRESH_INVALID));
  }

  private Result refresh(OpaqueToken token) {
    return lockSignInOf(token)
        .flatMap(id -> find(token))
        .map(row -> refresh(token, row, clock.millis()))
        .orElseGet(() -> new Result.Refused(ProblemCode.REFRESH_INVALID));
  }

  private Result refresh(OpaqueToken token, Row row, long nowMs) {
    return switch (RefreshRule.decide(row.expiresMs(), row.usedMs(), nowMs)) {
      case ROTATE -> refreshed(rotate(token, row, nowMs), row);
      case REPEAT -> refreshed(token.successor(row.seed().orElseThrow()), row);
      case EXPIRED -> new Result.Refused(ProblemCode.REFRESH_EXPIRED);
      case REUSED -> {
        LOG.warn("an old refresh token of {} came back; the sign-in is over", row.wallet());
        end(row.signIn());
        yield new Result.Refused(ProblemCode.REFRESH_REUSED);
      }
    };
  }

  private static Result refreshed(OpaqueToken next, Row row) {
    return new Result.Refreshed(new RefreshToken(next.text(), row.wallet(), row.expiresMs()));
  }

  private OpaqueToken rotate(OpaqueToken token, Row row, long nowMs) {
    var seed = Bytes.of(OpaqueToken.randomBytes());
    jdbc.sql("update refresh_tokens set used_ms = ?, successor_seed = ? where token_hash = ?")
        .params(nowMs, seed.toArray(), token.hash())
        .update();
    var next = token.successor(seed);
    store(next, row.signIn());
    return next;
  }

  /** Ends the sign-in that this token, used or not, is of. Does nothing where there is none. */
  public void logout(String text) {
    OpaqueToken.parse(text).flatMap(this::find).map(Row::signIn).ifPresent(this::end);
  }

  /** Forgets sign-ins that are over, a bounded number at a time. */
  public void prune() {
    jdbc.sql(
            "delete from sign_ins where id in"
                + " (select id from sign_ins where expires_ms <= ? order by expires_ms limit ?"
                + " for update skip locked)")
        .params(clock.millis(), PRUNED_AT_ONCE)
        .update();
  }

  private void end(UUID signIn) {
    jdbc.sql("delete from sign_ins where id = ?").param(signIn).update();
  }

  private void store(OpaqueToken token, UUID signIn) {
    jdbc.sql("insert into refresh_tokens (token_hash, sign_in) values (?, ?)")
        .params(token.hash(), signIn)
        .update();
  }

  private Optional<UUID> lockSignInOf(OpaqueToken token) {
    return jdbc.sql(
            "select id from sign_ins where id ="
                + " (select sign_in from refresh_tokens where token_hash = ?) for update")
        .param(token.hash())
        .query(UUID.class)
        .optional();
  }

  private Optional<Row> find(OpaqueToken token) {
    return jdbc.sql(
            "select s.id, s.wallet, s.expires_ms, t.used_ms, t.successor_seed"
                + " from refresh_tokens t join sign_ins s on s.id = t.sign_in"
                + " where t.token_hash = ?")
        .param(token.hash())
        .query(Row::of)
        .optional();
  }
}
