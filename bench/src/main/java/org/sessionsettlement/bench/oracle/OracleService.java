package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.sessionsettlement.bench.ServiceMain;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;
import org.sessionsettlement.localnet.SupervisedProcess;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The whole service in a process of its own, on a durable PostgreSQL; its keeper is off. */
final class OracleService implements AutoCloseable {
  static final String JWT_SECRET = "the bench's own secret, of 32 bytes or more";

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration ATTEST_LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final String UNLIMITED = "1000000";

  private final EmbeddedDatabase postgres;
  private final Database database;
  private final SupervisedProcess process;
  private final JsonValue ready;

  private OracleService(
      EmbeddedDatabase postgres, Database database, SupervisedProcess process, JsonValue ready) {
    this.postgres = postgres;
    this.database = database;
    this.process = process;
    this.ready = ready;
  }

  /** Starts both; what they write is kept in that folder. */
  static OracleService start(Path folder, String rpcUrl, LocalDeployment escrow)
      throws IOException {
    var postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
    var readyFile = folder.resolve("ready.json");
    var process =
        SupervisedProcess.start(
            new SupervisedProcess.Spec(
                "service",
                command(),
                environment(folder, rpcUrl, escrow, postgres, readyFile),
                folder.resolve("service.log"),
                STOP_LIMIT));
    process.awaitReady(() -> Files.exists(readyFile), START_LIMIT);
    var ready = JsonValue.parse(Files.readString(readyFile));
    return new OracleService(postgres, Database.open(postgres.settings()), process, ready);
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        ServiceMain.class.getName());
  }

  private static Map<String, String> environment(
      Path folder, String rpcUrl, LocalDeployment escrow, EmbeddedDatabase postgres, Path readyFile)
      throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("HTTP_PORT", "0");
    environment.put("DATABASE_URL", postgres.settings().url());
    environment.put("DATABASE_USER", postgres.settings().user());
    environment.put("RPC_URL", rpcUrl);
    environment.put("CHAIN_ID", Long.toString(LocalChain.CHAIN_ID));
    environment.put("TRUSTED_BLOCK", "latest");
    environment.put("ESCROW", escrow.escrow().toString());
    environment.put("ESCROW_FROM_BLOCK", Long.toString(escrow.block()));
    environment.put("KEEPER", "off");
    environment.put("ORACLE_KEY_FILE", file(folder, "oracle.key", DevAccounts.ORACLE.privateKey()));
    environment.put("JWT_SECRET_FILE", file(folder, "jwt.secret", JWT_SECRET));
    environment.put("TOKEN_FILE", file(folder, "token", "t".repeat(16)));
    environment.put("LIMIT_JOIN_PER_ADDRESS", UNLIMITED);
    environment.put("LIMIT_JOIN_PER_WALLET", UNLIMITED);
    environment.put("READY_FILE", readyFile.toString());
    var prefixed = new HashMap<String, String>();
    environment.forEach((name, value) -> prefixed.put("SETTLE_SERVICE_" + name, value));
    return prefixed;
  }

  private static String file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  Attendance attendance() {
    return new Attendance(database);
  }

  String url() {
    return "http://127.0.0.1:" + ready.get("port").number();
  }

  /**
   * When these were attested, by the service's clock in milliseconds.
   *
   * @param firstDecidedMs the first was put into the outbox
   * @param lastConfirmedMs the receipt of the last was seen
   */
  record Attested(int bookings, long firstDecidedMs, long lastConfirmedMs) {}

  /** Waits until each of them is confirmed on chain. */
  Attested awaitAttested(List<BookingKey> bookings) {
    var clock = new Stopwatch();
    var attested = attested(bookings);
    while (attested.bookings() < bookings.size()) {
      if (clock.seconds() > ATTEST_LIMIT.toSeconds()) {
        throw new IllegalStateException("attested in vain: " + attested);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      attested = attested(bookings);
    }
    return attested;
  }

  private Attested attested(List<BookingKey> bookings) {
    return database
        .jdbc()
        .sql(
            """
            select count(*) filter (where stage = 'confirmed'), coalesce(min(created_ms), 0),
              coalesce(max(closed_ms), 0)
            from outbox join unnest(:escrows::text[], :bookings::bigint[])
              b (escrow, booking_id) using (escrow, booking_id)
            where kind = 'attest'
            """)
        .param("escrows", Columns.escrows(bookings))
        .param("bookings", Columns.bookings(bookings))
        .query((row, i) -> new Attested(row.getInt(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  @Override
  public void close() throws IOException {
    process.close();
    database.close();
    postgres.close();
  }
}
