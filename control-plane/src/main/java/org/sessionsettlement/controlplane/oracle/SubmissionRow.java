package org.sessionsettlement.controlplane.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/** How a submission lies in its table. */
record SubmissionRow(String kind, @Nullable String outcome, @Nullable String metricsHash) {
  private static final String ATTEST = "attest";
  private static final String FINALIZE = "finalize";
  private static final String FINALIZE_DISPUTE = "finalize_dispute";

  static SubmissionRow of(Intent intent) {
    return switch (intent) {
      case Intent.Attest attest ->
          new SubmissionRow(
              ATTEST, attest.outcome().contractName(), attest.metricsHash().toString());
      case Intent.Finalize _ -> new SubmissionRow(FINALIZE, null, null);
      case Intent.FinalizeDispute _ -> new SubmissionRow(FINALIZE_DISPUTE, null, null);
    };
  }

  static String stage(Stage stage) {
    return switch (stage) {
      case Stage.Decided _ -> "decided";
      case Stage.Signed _, Stage.Sent _ -> "signed";
      case Stage.Over how -> End.of(how).stage();
    };
  }

  /** How an end lies in the table. */
  record End(String stage, @Nullable String note, Optional<Mined> mined) {
    static End of(Stage.Over how) {
      return switch (how) {
        case Stage.Confirmed(var mined) -> new End("confirmed", null, mined);
        case Stage.Expired() -> new End("expired", null, Optional.empty());
        case Stage.Refused(var reason) -> new End("refused", reason, Optional.empty());
        case Stage.SettledWithoutUs(var by) -> new End("settled_without_us", by, Optional.empty());
        case Stage.Overridden() -> new End("overridden", null, Optional.empty());
        case Stage.GaveUp(var reason) -> new End("gave_up", reason, Optional.empty());
      };
    }
  }

  static Submission read(ResultSet row, int index) throws SQLException {
    return read(row, stage(row), optional(row, "sent_ms"));
  }

  /** A member of this transaction, whose bytes are read once and not with each of its members. */
  static Submission readMember(ResultSet row, Transactions.Row of) throws SQLException {
    return read(row, signed(of.transaction(), of.sentMs()), of.sentMs());
  }

  private static Submission read(ResultSet row, Stage stage, OptionalLong sentMs)
      throws SQLException {
    return new Submission(
        row.getLong("id"),
        intent(row),
        stage,
        row.getInt("attempts"),
        row.getBoolean("alone"),
        row.getLong("created_ms"),
        sentMs,
        optional(row, "closed_ms"));
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Intent intent(ResultSet row) throws SQLException {
    var key = BookingKey.read(row);
    return switch (row.getString("kind")) {
      case ATTEST ->
          new Intent.Attest(
              key,
              Outcome.ofContractName(row.getString("outcome")).orElseThrow(),
              Hash32.parse(row.getString("metrics_hash")),
              row.getLong("last_second"));
      case FINALIZE -> new Intent.Finalize(key);
      case FINALIZE_DISPUTE -> new Intent.FinalizeDispute(key);
      case String other -> throw new SQLException("unknown kind " + other);
    };
  }

  private static Stage stage(ResultSet row) throws SQLException {
    return switch (row.getString("stage")) {
      case "decided" -> new Stage.Decided();
      case "signed" -> signed(transaction(row), optional(row, "sent_ms"));
      case "confirmed" -> new Stage.Confirmed(mined(row));
      case "expired" -> new Stage.Expired();
      case "refused" -> new Stage.Refused(note(row));
      case "settled_without_us" -> new Stage.SettledWithoutUs(note(row));
      case "overridden" -> new Stage.Overridden();
      case "gave_up" -> new Stage.GaveUp(note(row));
      case String other -> throw new SQLException("unknown stage " + other);
    };
  }

  private static Stage signed(StoredTransaction transaction, OptionalLong sentMs) {
    return sentMs.isPresent()
        ? new Stage.Sent(transaction, sentMs.getAsLong())
        : new Stage.Signed(transaction);
  }

  private static StoredTransaction transaction(ResultSet row) throws SQLException {
    return new StoredTransaction(
        Hash32.parse(row.getString("tx_hash")),
        Bytes.of(row.getBytes("signed_bytes")),
        row.getLong("valid_before_s"));
  }

  private static Optional<Mined> mined(ResultSet row) throws SQLException {
    String hash = row.getString("tx_hash");
    return hash == null
        ? Optional.empty()
        : Optional.of(
            new Mined(
                Hash32.parse(hash), row.getLong("confirmed_block"), row.getLong("confirmed_at_s")));
  }

  private static String note(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("note")).orElse("");
  }
}
