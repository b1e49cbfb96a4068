package org.sessionsettlement.controlplane.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table statements: rows are added, and never changed but by an erasure. */
public final class Statements {
  private final Database database;
  private final InstantSource clock;

  public Statements(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What became of a statement. */
  sealed interface Result {
    /** It is kept; a repetition answers what was kept before. */
    record Kept(Statement statement) implements Result {}

    record Refused(ProblemCode code) implements Result {}
  }

  /** Adds what a party says of a booking; the same words again add nothing. */
  Result add(BookingRecord booking, Address wallet, String text) {
    var refusal = StatementRule.refusal(booking, wallet);
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    if (!StatementRule.isText(text)) {
      return new Result.Refused(ProblemCode.BAD_STATEMENT);
    }
    return database.locked(booking.key(), () -> addLocked(booking.key(), wallet, text));
  }

  private Result addLocked(BookingKey key, Address wallet, String text) {
    var before = of(key).stream().filter(one -> one.wallet().equals(wallet)).toList();
    var same =
        before.stream()
            .filter(one -> one.words().filter(words -> words.text().equals(text)).isPresent())
            .findFirst();
    if (same.isPresent()) {
      return new Result.Kept(same.get());
    }
    if (!StatementRule.mayGoOn(before.size())) {
      return new Result.Refused(ProblemCode.TOO_MANY_STATEMENTS);
    }
    var words = Words.of(text);
    var statement = new Statement(wallet, clock.millis(), words.hash(), Optional.of(words));
    insert(key, statement, words);
    return new Result.Kept(statement);
  }

  private void insert(BookingKey key, Statement statement, Words words) {
    about(
            key,
            """
            insert into statements (escrow, booking_id, wallet, said_ms, hash, salt, text)
            values (:escrow, :booking, :wallet, :said, :hash, :salt, :text)
            """)
        .param("wallet", statement.wallet().toString())
        .param("said", statement.saidMs())
        .param("hash", statement.hash().toString())
        .param("salt", words.salt())
        .param("text", words.text())
        .update();
  }

  /** Both parties' statements in the order in which they were made. */
  List<Statement> of(BookingKey key) {
    return about(
            key,
            """
            select * from statements where escrow = :escrow and booking_id = :booking order by id
            """)
        .query((row, i) -> read(row))
        .list();
  }

  private JdbcClient.StatementSpec about(BookingKey key, String sql) {
    return database
        .jdbc()
        .sql(sql)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId());
  }

  private static Statement read(ResultSet row) throws SQLException {
    String text = row.getString("text");
    return new Statement(
        Address.parse(row.getString("wallet")),
        row.getLong("said_ms"),
        Hash32.parse(row.getString("hash")),
        text == null ? Optional.empty() : Optional.of(new Words(text, row.getString("salt"))));
  }
}
