package org.sessionsettlement.controlplane.app;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.springframework.transaction.TransactionSystemException;

/** Recognises, in whatever was thrown, that the database or the chain is away. */
final class Outage {
  private static final int MAX_CAUSES = 20;

  /** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  /** Idle for too long in a transaction; lock not available in time. */
  private static final Set<String> TIMED_OUT = Set.of("25P03", "55P03");

  private Outage() {}

  static Optional<ProblemCode> codeOf(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(MAX_CAUSES)
        .flatMap(cause -> code(cause).stream())
        .findFirst();
  }

  private static Optional<ProblemCode> code(Throwable cause) {
    if (cause instanceof SQLException sql && away(sql)) {
      return Optional.of(ProblemCode.DATABASE_UNAVAILABLE);
    }
    // A rollback that fails has no connection left, and hides what that was lost by.
    if (cause instanceof TransactionSystemException) {
      return Optional.of(ProblemCode.DATABASE_UNAVAILABLE);
    }
    return cause instanceof RpcUnavailableException
        ? Optional.of(ProblemCode.CHAIN_UNAVAILABLE)
        : Optional.empty();
  }

  private static boolean away(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || TIMED_OUT.contains(state)
        || AWAY.contains(state.substring(0, 2));
  }
}
