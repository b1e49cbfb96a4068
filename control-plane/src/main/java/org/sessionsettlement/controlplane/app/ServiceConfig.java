package org.sessionsettlement.controlplane.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.notice.SmtpServer;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import tools.jackson.databind.JsonNode;

/** Every setting of the service, checked; see {@link ServiceSettings} for names and defaults. */
public record ServiceConfig(
    Http http,
    DatabaseSettings database,
    Chain chain,
    Checks checks,
    SignIn signIn,
    Oracle oracle,
    ClockSource clock,
    Privacy privacy,
    Ice ice,
    Index index,
    Operators operators,
    Notices notices,
    Telemetry telemetry,
    Node node) {

  /**
   * Reads the settings from environment variables.
   *
   * @throws WrongSetting naming the first that is missing, wrong or unknown
   */
  public static ServiceConfig from(Map<String, String> environment) {
    return new ServiceSettings(environment).read();
  }

  /**
   * Where it listens; port 0 is any free one.
   *
   * @param allowedOrigins of pages, beside the service's own, that may open sockets
   * @param maxConnections open at once; more wait until one closes
   */
  public record Http(
      String host, int port, List<URI> allowedOrigins, int maxConnections, Exposure exposure) {
    /** Two sockets a session: some thousands of sessions, and requests beside them. */
    public static final int MAX_CONNECTIONS = 20_000;
  }

  /** The chain and the escrow served by default. */
  public record Chain(
      URI rpcUrl,
      long chainId,
      Address escrow,
      long escrowFromBlock,
      Address feeToken,
      TrustedBlock trustedBlock) {
    private static final Set<Long> LOCAL_CHAIN_IDS = Set.of(31_337L, 1_337L);

    /** Whether it is one of those that developers run, with keys that everybody knows. */
    public boolean isLocal() {
      return LOCAL_CHAIN_IDS.contains(chainId);
    }
  }

  /**
   * What must be so beside the chain's id.
   *
   * @param witnessUrl a second endpoint, which must agree before anything is signed
   * @param escrowCodeHash keccak-256 of the escrow's deployed code
   */
  public record Checks(Optional<URI> witnessUrl, Optional<Hash32> escrowCodeHash) {
    /** No second endpoint, and any code of ours. */
    public static final Checks NONE = new Checks(Optional.empty(), Optional.empty());
  }

  /** The escrows that are mirrored, the default one first. */
  List<MirroredEscrow> escrows() {
    var byDefault = new MirroredEscrow(chain.escrow(), chain.escrowFromBlock());
    return Stream.concat(Stream.of(byDefault), index.moreEscrows().stream()).toList();
  }

  /**
   * What is mirrored beside the default escrow, and how new blocks are heard of.
   *
   * @param webSocketUrl where the node pushes new heads; without it they are looked for
   */
  public record Index(List<MirroredEscrow> moreEscrows, Optional<URI> webSocketUrl) {
    /** The default escrow alone, whose blocks are looked for. */
    public static final Index NOTHING_MORE = new Index(List.of(), Optional.empty());
  }

  /** An escrow, and the first block that can hold an event of it. */
  public record MirroredEscrow(Address address, long fromBlock) {}

  /**
   * Sign-in; without a domain it is {@code localhost:<port>}.
   *
   * @param jwtSecrets keys of the access tokens; the first signs, all verify
   */
  public record SignIn(
      Optional<String> domain,
      List<Secret> jwtSecrets,
      Secret serviceToken,
      Lifetimes lifetimes,
      Limits limits) {}

  /** Requests a minute, and at most that many at once, on each node. */
  public record Limits(
      int authPerAddress,
      int authPerWallet,
      int joinPerAddress,
      int joinPerWallet,
      int socketPerWallet,
      int rpcPerAddress,
      int eventsPerAddress) {}

  /**
   * Who may force outcomes, and how often operators are let in; a minute, and at most that many at
   * once, on each node.
   *
   * @param requestsPerAddress with the service token or to the operator's routes
   * @param wrongTokensPerAddress after which that address is let in no more for a while
   */
  public record Operators(
      Set<Address> addresses, int requestsPerAddress, int wrongTokensPerAddress) {
    /** Nobody forces outcomes. */
    public static final Operators NONE = new Operators(Set.of(), 240, 10);

    public Operators {
      addresses = Set.copyOf(addresses);
    }
  }

  /**
   * The oracle and the keeper, each with its key where it is on.
   *
   * @param oracleKeys the current one and, while it is being changed, the next
   */
  public record Oracle(
      boolean oracleOn,
      boolean keeperOn,
      List<KeySource> oracleKeys,
      Optional<KeySource> keeperKey,
      FeeCaps feeCaps) {
    /** Neither. */
    public static final Oracle OFF =
        new Oracle(false, false, List.of(), Optional.empty(), FeeCaps.USUAL);
  }

  /** How long presence is kept after a booking's money is final. */
  public record Privacy(Duration presenceKeptFor) {}

  /** The STUN and TURN servers that clients are told of. */
  public record Ice(List<String> stunUrls, Optional<Turn> turn) {
    /** None: peers find each other where nothing stands between them. */
    public static final Ice NONE = new Ice(List.of(), Optional.empty());
  }

  /**
   * A TURN server.
   *
   * @param secret what it shares with this service
   */
  public record Turn(List<String> urls, Secret secret) {}

  /** Where notices go, beside the log that can be read: nowhere, unless it is said. */
  public record Notices(Optional<Webhook> webhook, Optional<SmtpServer> mail) {
    /** Neither. */
    public static final Notices NOWHERE = new Notices(Optional.empty(), Optional.empty());
  }

  /**
   * The operator's.
   *
   * @param secrets what notices are signed with: the current one and, while it is changed, the one
   *     before
   */
  public record Webhook(URI url, List<Secret> secrets) {}

  /**
   * What it tells of itself beside its meters.
   *
   * @param otlpUrl the OpenTelemetry collector that traces are sent to, by OTLP over HTTP
   */
  public record Telemetry(LogFormat logFormat, Optional<URI> otlpUrl) {
    /** Lines for people, and no traces. */
    public static final Telemetry PLAIN = new Telemetry(LogFormat.TEXT, Optional.empty());
  }

  /** How log lines are written. */
  public enum LogFormat {
    TEXT,
    /** An object a line, with what a line is about in members of its own. */
    JSON
  }

  /**
   * This process.
   *
   * @param devPage what the page at / lists: {accounts: [{name, address}], endpoints: {...}}
   */
  public record Node(
      String id, Optional<Path> readyFile, Optional<JsonNode> devPage, boolean exitOnStdinEof) {}

  /** What is served to whom. */
  public enum Exposure {
    /** Everything, to everybody. */
    PUBLIC,
    /** Health and metrics alone. Such a node watches nobody. */
    INTERNAL
  }

  /** Whose time is the service's. */
  public enum ClockSource {
    DATABASE,
    CHAIN
  }

  /** The newest block whose time the oracle believes. */
  public enum TrustedBlock {
    FINALIZED,
    LATEST
  }
}
