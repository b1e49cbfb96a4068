package org.sessionsettlement.controlplane.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sessionsettlement.controlplane.app.ServiceConfig.ClockSource;
import org.sessionsettlement.controlplane.app.ServiceConfig.Exposure;
import org.sessionsettlement.controlplane.app.ServiceConfig.LogFormat;
import org.sessionsettlement.controlplane.app.ServiceConfig.TrustedBlock;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.tempo.Address;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code SETTLE_SERVICE_*} variables into a {@link ServiceConfig}, or says what is wrong. */
final class ServiceSettings {
  static final String PREFIX = "SETTLE_SERVICE_";
  static final long LOCAL_CHAIN_ID = 31337;
  static final String ALPHA_USD = "0x20c0000000000000000000000000000000000001";
  private static final long DEFAULT_KEPT_DAYS = 90;
  private static final long MAX_KEPT_DAYS = 36_500;
  private static final int MIN_JWT_SECRET_BYTES = 32;
  private static final int MIN_SERVICE_TOKEN_CHARS = 16;
  private static final int MIN_TURN_SECRET_CHARS = 16;

  /** A sign-in must outlast the longest session, 240 minutes. */
  private static final long MIN_SIGN_IN_HOURS = 5;

  private static final long MAX_SIGN_IN_HOURS = 720;
  private static final long MAX_PER_MINUTE = 1_000_000;

  private final Map<String, String> environment;
  private final Set<String> known = new TreeSet<>();

  ServiceSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  ServiceConfig read() {
    var signing = new SigningSettings(this);
    var config =
        new ServiceConfig(
            http(),
            database(),
            chain(),
            signing.checks(),
            signIn(),
            signing.oracle(),
            clock(),
            privacy(),
            ice(),
            index(),
            new OperatorSettings(this).operators(),
            new NoticeSettings(this).read(),
            telemetry(),
            node());
    refuseUnknown();
    refuseLocalOnly(config);
    refuseEscrowsTwice(config);
    SigningSettings.refusePlainKeys(config);
    NoticeSettings.refuseOpenLines(config);
    return config;
  }

  private ServiceConfig.Http http() {
    return new ServiceConfig.Http(
        text("HTTP_HOST").orElse("127.0.0.1"),
        (int) number("HTTP_PORT", 0, 65_535).orElse(8080L).longValue(),
        text("ALLOWED_ORIGINS").map(value -> origins("ALLOWED_ORIGINS", value)).orElse(List.of()),
        number("HTTP_MAX_CONNECTIONS", 1, 1_000_000)
            .map(Math::toIntExact)
            .orElse(ServiceConfig.Http.MAX_CONNECTIONS),
        exposure());
  }

  private Exposure exposure() {
    return oneOf("HTTP", Exposure.values(), Exposure.PUBLIC);
  }

  private DatabaseSettings database() {
    return new DatabaseSettings(
        required("DATABASE_URL", this::jdbcUrl),
        required("DATABASE_USER", (name, value) -> value),
        text("DATABASE_PASSWORD").orElse(""));
  }

  private ServiceConfig.Chain chain() {
    return new ServiceConfig.Chain(
        required("RPC_URL", this::httpUrl),
        required("CHAIN_ID", (name, value) -> wholeNumber(name, value, 1, Long.MAX_VALUE)),
        required("ESCROW", this::address),
        number("ESCROW_FROM_BLOCK", 0, Long.MAX_VALUE).orElse(0L),
        address("FEE_TOKEN", text("FEE_TOKEN").orElse(ALPHA_USD)),
        oneOf("TRUSTED_BLOCK", TrustedBlock.values(), TrustedBlock.FINALIZED));
  }

  private ServiceConfig.SignIn signIn() {
    var domain = text("DOMAIN").map(value -> domain("DOMAIN", value));
    return new ServiceConfig.SignIn(
        domain,
        ofPublicNodes("JWT_SECRET_FILE", this::jwtSecrets, List.of(nobodys())),
        ofPublicNodes(
            "TOKEN_FILE", (name, value) -> secret(name, value, MIN_SERVICE_TOKEN_CHARS), nobodys()),
        lifetimes(),
        limits());
  }

  /** What a node that serves no clients need not be trusted with. */
  private <T> T ofPublicNodes(String name, Reader<T> reader, T standIn) {
    return exposure() == Exposure.INTERNAL
        ? text(name).map(value -> reader.read(name, value)).orElse(standIn)
        : required(name, reader);
  }

  /** A secret that lets nobody in, since nobody knows it. */
  private static Secret nobodys() {
    byte[] random = new byte[MIN_JWT_SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return new Secret(HexFormat.of().formatHex(random));
  }

  /** One key a line. */
  private List<Secret> jwtSecrets(String name, String value) {
    var keys =
        secret(name, value, MIN_JWT_SECRET_BYTES).value().lines().map(String::strip).toList();
    if (keys.stream().anyMatch(key -> key.length() < MIN_JWT_SECRET_BYTES)) {
      throw wrong(name, "names a file with a key of fewer than " + MIN_JWT_SECRET_BYTES + " bytes");
    }
    return keys.stream().map(Secret::new).toList();
  }

  private Lifetimes lifetimes() {
    return new Lifetimes(
        number("ACCESS_TOKEN_MINUTES", 1, 60)
            .map(Duration::ofMinutes)
            .orElse(Lifetimes.USUAL.access()),
        number("SIGN_IN_HOURS", MIN_SIGN_IN_HOURS, MAX_SIGN_IN_HOURS)
            .map(Duration::ofHours)
            .orElse(Lifetimes.USUAL.signIn()));
  }

  private ServiceConfig.Limits limits() {
    return new ServiceConfig.Limits(
        perMinute("LIMIT_AUTH_PER_ADDRESS", 120),
        perMinute("LIMIT_AUTH_PER_WALLET", 20),
        perMinute("LIMIT_JOIN_PER_ADDRESS", 240),
        perMinute("LIMIT_JOIN_PER_WALLET", 30),
        perMinute("LIMIT_SOCKET_PER_WALLET", 60),
        perMinute("LIMIT_RPC_PER_ADDRESS", 1_200),
        perMinute("LIMIT_EVENTS_PER_ADDRESS", 120));
  }

  int perMinute(String name, int otherwise) {
    return number(name, 1, MAX_PER_MINUTE).map(Math::toIntExact).orElse(otherwise);
  }

  private ClockSource clock() {
    return oneOf("CLOCK", ClockSource.values(), ClockSource.DATABASE);
  }

  private ServiceConfig.Privacy privacy() {
    long days = number("PRESENCE_KEPT_DAYS", 1, MAX_KEPT_DAYS).orElse(DEFAULT_KEPT_DAYS);
    return new ServiceConfig.Privacy(Duration.ofDays(days));
  }

  private ServiceConfig.Ice ice() {
    var stunUrls = iceUris("STUN_URLS", Set.of("stun", "stuns"));
    var turnUrls = iceUris("TURN_URLS", Set.of("turn", "turns"));
    if (turnUrls.isEmpty() && text("TURN_SECRET_FILE").isPresent()) {
      throw wrong("TURN_SECRET_FILE", "is of no use without " + PREFIX + "TURN_URLS");
    }
    return new ServiceConfig.Ice(
        stunUrls, turnUrls.isEmpty() ? Optional.empty() : Optional.of(turn(turnUrls)));
  }

  private ServiceConfig.Turn turn(List<String> urls) {
    return new ServiceConfig.Turn(
        urls,
        required("TURN_SECRET_FILE", (name, value) -> secret(name, value, MIN_TURN_SECRET_CHARS)));
  }

  private List<String> iceUris(String name, Set<String> schemes) {
    var uris = text(name).stream().flatMap(IceUri::split).toList();
    for (var uri : uris) {
      IceUri.complaint(uri, schemes)
          .ifPresent(
              what -> {
                throw wrong(name, what);
              });
    }
    return uris;
  }

  private ServiceConfig.Index index() {
    var more = text("MORE_ESCROWS").stream().flatMap(value -> Arrays.stream(value.split(",", -1)));
    return new ServiceConfig.Index(
        more.map(one -> mirroredEscrow("MORE_ESCROWS", one.strip())).toList(),
        text("RPC_WS_URL").map(value -> url("RPC_WS_URL", value, "ws", "wss")));
  }

  /** {@code address} or {@code address@fromBlock}. */
  private ServiceConfig.MirroredEscrow mirroredEscrow(String name, String value) {
    int at = value.indexOf('@');
    return at < 0
        ? new ServiceConfig.MirroredEscrow(address(name, value), 0)
        : new ServiceConfig.MirroredEscrow(
            address(name, value.substring(0, at)),
            wholeNumber(name, value.substring(at + 1), 0, Long.MAX_VALUE));
  }

  private static void refuseEscrowsTwice(ServiceConfig config) {
    var escrows = config.escrows().stream().map(ServiceConfig.MirroredEscrow::address).toList();
    if (escrows.stream().distinct().count() < escrows.size()) {
      throw wrong("MORE_ESCROWS", "names an escrow twice, or the default one");
    }
  }

  private ServiceConfig.Telemetry telemetry() {
    return new ServiceConfig.Telemetry(
        oneOf("LOG_FORMAT", LogFormat.values(), LogFormat.TEXT),
        text("OTLP_URL").map(value -> httpUrl("OTLP_URL", value)));
  }

  private ServiceConfig.Node node() {
    return new ServiceConfig.Node(
        text("NODE_ID").orElseGet(ServiceSettings::hostAndPid),
        text("READY_FILE").map(Path::of),
        text("DEV_PAGE").map(value -> json("DEV_PAGE", value)),
        oneOf("EXIT_ON_STDIN_EOF", YesNo.values(), YesNo.FALSE) == YesNo.TRUE);
  }

  private void refuseUnknown() {
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new WrongSetting(name, "is not a setting of this service");
            });
  }

  private static void refuseLocalOnly(ServiceConfig config) {
    if (config.chain().chainId() == LOCAL_CHAIN_ID) {
      return;
    }
    if (config.clock() == ClockSource.CHAIN) {
      throw new WrongSetting(PREFIX + "CLOCK", "may be chain on the local chain (31337) only");
    }
    if (config.node().devPage().isPresent()) {
      throw new WrongSetting(PREFIX + "DEV_PAGE", "is for the local chain (31337) only");
    }
  }

  Optional<String> text(String name) {
    known.add(PREFIX + name);
    return Optional.ofNullable(environment.get(PREFIX + name)).filter(value -> !value.isBlank());
  }

  <T> T required(String name, Reader<T> reader) {
    return text(name)
        .map(value -> reader.read(name, value))
        .orElseThrow(() -> new WrongSetting(PREFIX + name, "is missing"));
  }

  Optional<Long> number(String name, long min, long max) {
    return text(name).map(value -> wholeNumber(name, value, min, max));
  }

  boolean on(String name) {
    return oneOf(name, OnOff.values(), OnOff.ON) == OnOff.ON;
  }

  <E extends Enum<E>> E oneOf(String name, E[] choices, E otherwise) {
    Function<String, E> choose =
        value ->
            Arrays.stream(choices)
                .filter(choice -> lower(choice).equals(value))
                .findFirst()
                .orElseThrow(
                    () ->
                        wrong(
                            name,
                            "is one of "
                                + Arrays.stream(choices).map(ServiceSettings::lower).toList()));
    return text(name).map(choose).orElse(otherwise);
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private Long wholeNumber(String name, String value, long min, long max) {
    try {
      long number = Long.parseLong(value.strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one line that both mistakes deserve.
    }
    throw wrong(name, "is a whole number from " + min + " to " + max);
  }

  Address address(String name, String value) {
    try {
      return Address.parse(value.strip());
    } catch (IllegalArgumentException e) {
      throw wrong(name, "is not an address (0x and 40 hex digits)");
    }
  }

  private String jdbcUrl(String name, String value) {
    if (!value.startsWith("jdbc:postgresql:")) {
      throw wrong(name, "must begin with jdbc:postgresql:");
    }
    return value;
  }

  URI httpUrl(String name, String value) {
    return url(name, value, "http", "https");
  }

  private static URI url(String name, String value, String scheme, String secureScheme) {
    try {
      var uri = URI.create(value.strip());
      if (Set.of(scheme, secureScheme).contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Falls through: the line below names the setting.
    }
    throw wrong(name, "is not a URL that begins with " + scheme + ": or " + secureScheme + ":");
  }

  private List<URI> origins(String name, String value) {
    return Arrays.stream(value.split(",", -1)).map(one -> origin(name, one.strip())).toList();
  }

  private URI origin(String name, String value) {
    if (!value.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
      throw wrong(
          name, "is a list of origins, such as https://app.example.org, with commas between");
    }
    return URI.create(value);
  }

  private String domain(String name, String value) {
    if (!value.matches("[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
      throw wrong(name, "is a host name, with a port where it is not the usual one");
    }
    return value;
  }

  Secret key(String name, String value) {
    var key = secret(name, value, 1);
    if (!key.value().matches("0x[0-9a-fA-F]{64}")) {
      throw wrong(name, "must hold one key: 0x and 64 hex digits");
    }
    return key;
  }

  Secret secret(String name, String value, int minChars) {
    try {
      String content = Files.readString(readable(name, value), StandardCharsets.UTF_8).strip();
      if (content.length() >= minChars) {
        return new Secret(content);
      }
    } catch (IOException e) {
      throw wrong(name, "names a file that cannot be read");
    }
    throw wrong(name, "names a file with fewer than " + minChars + " characters");
  }

  private JsonNode json(String name, String value) {
    try {
      var node = JsonMapper.shared().readTree(readable(name, value));
      if (node.path("accounts").isArray() && node.path("endpoints").isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // Falls through: the line below says what the file must hold.
    }
    throw wrong(name, "must hold JSON: {\"accounts\": [...], \"endpoints\": {...}}");
  }

  Path readable(String name, String value) {
    var path = Path.of(value);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw wrong(name, "names a file that cannot be read");
    }
    return path;
  }

  static WrongSetting wrong(String name, String what) {
    return new WrongSetting(PREFIX + name, what);
  }

  private static String hostAndPid() {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("node");
    return host + "-" + ProcessHandle.current().pid();
  }

  interface Reader<T> {
    T read(String name, String value);
  }

  private enum OnOff {
    ON,
    OFF
  }

  private enum YesNo {
    TRUE,
    FALSE
  }
}
