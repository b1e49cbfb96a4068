package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** A real local chain with an escrow, and the whole service over it, by way of a proxy. */
final class LocalStack implements AutoCloseable {
  static final BigInteger PRICE = BigInteger.valueOf(10_000_000);
  static final BigInteger BOND = BigInteger.valueOf(1_000_000);
  static final int FEE_BPS = 1_000;
  static final long CHALLENGE_WINDOW_S = 3_600;
  static final long DISPUTE_TIMEOUT_S = 86_400;
  static final long NO_ATTEST_BUFFER_S = 10_800;
  private static final long HEARTBEAT_S = 5;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final BigInteger TIP = BigInteger.TEN.pow(9);

  final LocalChain chain;
  final LocalDeployment deployment;
  final RpcProxy proxy;
  private final DatabaseSettings database;
  private final ServiceConfig.Notices notices;
  private final ServiceConfig.Telemetry telemetry;
  final List<LocalDeployment> more = new ArrayList<>();
  private final List<Person> present = new ArrayList<>();
  private ControlPlane service;
  private HttpApi http;

  LocalStack(Path folder, DatabaseSettings database) {
    this(
        folder,
        database,
        oracle(true),
        0,
        ServiceConfig.Notices.NOWHERE,
        ServiceConfig.Telemetry.PLAIN);
  }

  /** Whose notices go there. */
  LocalStack(Path folder, DatabaseSettings database, ServiceConfig.Notices notices) {
    this(folder, database, oracle(true), 0, notices, ServiceConfig.Telemetry.PLAIN);
  }

  /** That tells of itself so. */
  LocalStack(Path folder, DatabaseSettings database, ServiceConfig.Telemetry telemetry) {
    this(folder, database, oracle(true), 0, ServiceConfig.Notices.NOWHERE, telemetry);
  }

  LocalStack(Path folder, DatabaseSettings database, ServiceConfig.Oracle oracle) {
    this(folder, database, oracle, 0, ServiceConfig.Notices.NOWHERE, ServiceConfig.Telemetry.PLAIN);
  }

  /** With so many more escrows of the same settings, which the service serves too. */
  LocalStack(Path folder, DatabaseSettings database, int moreEscrows) {
    this(
        folder,
        database,
        oracle(true),
        moreEscrows,
        ServiceConfig.Notices.NOWHERE,
        ServiceConfig.Telemetry.PLAIN);
  }

  private LocalStack(
      Path folder,
      DatabaseSettings database,
      ServiceConfig.Oracle oracle,
      int moreEscrows,
      ServiceConfig.Notices notices,
      ServiceConfig.Telemetry telemetry) {
    this.telemetry = telemetry;
    this.chain =
        LocalChain.start(
            new LocalChain.Settings(
                AnvilBinary.findFromWorkingDirectory(),
                FreePort.any(),
                Duration.ofMillis(200),
                Optional.empty(),
                folder.resolve("anvil.log")),
            InstantSource.system());
    var escrow = escrowSettings(DevAccounts.ORACLE.account().address());
    this.deployment = LocalDeployment.deploy(chain.rpc(), DevAccounts.OWNER.account(), escrow);
    for (int i = 0; i < moreEscrows; i++) {
      more.add(LocalDeployment.deploy(chain.rpc(), DevAccounts.OWNER.account(), escrow));
    }
    this.database = database;
    this.notices = notices;
    this.proxy = new RpcProxy(URI.create(chain.rpcUrl()));
    this.service = ControlPlane.start(config(oracle));
    this.http = new HttpApi(service.port());
  }

  static EscrowSettings escrowSettings(Address oracle) {
    return new EscrowSettings(
        Funding.ALPHA_USD,
        oracle,
        DevAccounts.TREASURY.account().address(),
        FEE_BPS,
        CHALLENGE_WINDOW_S,
        BOND,
        5_000,
        NO_ATTEST_BUFFER_S,
        DISPUTE_TIMEOUT_S);
  }

  /** Both on, with the oracle's well-known key, or both off. */
  static ServiceConfig.Oracle oracle(boolean on) {
    return on ? oracle(List.of(key(DevAccounts.ORACLE))) : ServiceConfig.Oracle.OFF;
  }

  /** Both on; the first of the keys is the keeper's too. */
  static ServiceConfig.Oracle oracle(List<KeySource> keys) {
    return new ServiceConfig.Oracle(true, true, keys, Optional.of(keys.getFirst()), FeeCaps.USUAL);
  }

  static KeySource key(DevAccounts.DevAccount dev) {
    return new KeySource.Plain("SETTLE_SERVICE_ORACLE_KEY_FILE", new Secret(dev.privateKey()));
  }

  private ServiceConfig config(ServiceConfig.Oracle oracle) {
    return config(oracle, ServiceConfig.Exposure.PUBLIC);
  }

  ServiceConfig config(ServiceConfig.Oracle oracle, ServiceConfig.Exposure exposure) {
    return new ServiceConfig(
        new ServiceConfig.Http("127.0.0.1", 0, List.of(), 20_000, exposure),
        database,
        new ServiceConfig.Chain(
            proxy.url(),
            LocalChain.CHAIN_ID,
            deployment.escrow(),
            deployment.block(),
            Funding.ALPHA_USD,
            ServiceConfig.TrustedBlock.LATEST),
        ServiceConfig.Checks.NONE,
        new ServiceConfig.SignIn(
            Optional.empty(),
            List.of(new Secret(TestService.JWT_SECRET)),
            new Secret(TestService.SERVICE_TOKEN),
            Lifetimes.USUAL,
            TestService.UNLIMITED),
        oracle,
        ServiceConfig.ClockSource.CHAIN,
        new ServiceConfig.Privacy(Duration.ofDays(90)),
        ServiceConfig.Ice.NONE,
        new ServiceConfig.Index(more.stream().map(LocalStack::mirrored).toList(), Optional.empty()),
        new ServiceConfig.Operators(
            Set.of(DevAccounts.OWNER.account().address()), 1_000_000, 1_000_000),
        notices,
        telemetry,
        new ServiceConfig.Node("node-1", Optional.empty(), Optional.empty(), false));
  }

  private static ServiceConfig.MirroredEscrow mirrored(LocalDeployment deployment) {
    return new ServiceConfig.MirroredEscrow(deployment.escrow(), deployment.block());
  }

  /** Stops the service and starts another on the same database. */
  void restart(boolean oracleOn) {
    service.close();
    service = ControlPlane.start(config(oracle(oracleOn)));
    http = new HttpApi(service.port());
  }

  int servicePort() {
    return service.port();
  }

  HttpApi http() {
    return http;
  }

  SessionEscrow escrow() {
    return new SessionEscrow(chain.rpc(), deployment.escrow());
  }

  EscrowCalls calls() {
    return new EscrowCalls(deployment.escrow());
  }

  Person person(DevAccounts.DevAccount dev) {
    return new Person(this, dev.account());
  }

  long nowSeconds() {
    return chain.clock().nowSeconds();
  }

  Receipt send(Secp256k1Account account, long gas, Call... calls) {
    var rpc = chain.rpc();
    var transaction =
        TempoTransaction.builder()
            .chainId(LocalChain.CHAIN_ID)
            .maxPriorityFeePerGas(TIP)
            .maxFeePerGas(Fees.maxFeePerGas(rpc.baseFee(), TIP))
            .gasLimit(gas + EscrowGas.TRANSACTION)
            .calls(List.of(calls))
            .nonce(rpc.nonce(account.address()))
            .feeToken(Funding.ALPHA_USD)
            .build();
    var receipt = rpc.sendAndWait(transaction.sign(account), LIMIT, Duration.ofMillis(20));
    assertThat(receipt.succeeded()).isTrue();
    return receipt;
  }

  /** A booking of these two, as long and as lenient as said. */
  BookingKey book(Person host, Person guest, long startSeconds, int durationMins) {
    return book(deployment.escrow(), host, guest, startSeconds, durationMins);
  }

  BookingKey book(Address escrow, Person host, Person guest, long startSeconds, int durationMins) {
    var calls = new EscrowCalls(escrow);
    var slotCreated =
        send(
            host.account,
            EscrowGas.CREATE_SLOT + EscrowGas.CONFIGURE,
            calls.setHostBasePrice(PRICE),
            calls.createSlot(startSeconds, durationMins, 1, 1, 0));
    long slotId = event(slotCreated, EscrowEvent.SessionSlotCreated.class).slotId();
    var booked =
        send(
            guest.account,
            EscrowGas.APPROVE + EscrowGas.BOOK,
            new Tip20(Funding.ALPHA_USD).approve(escrow, PRICE),
            calls.book(slotId));
    long id = event(booked, EscrowEvent.SessionBooked.class).bookingId();
    return new BookingKey(escrow, id);
  }

  <E extends EscrowEvent> E event(Receipt receipt, Class<E> type) {
    return receipt.logs().stream()
        .filter(log -> isEscrow(log.address()))
        .flatMap(log -> EscrowEvents.decode(log).stream())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private boolean isEscrow(Address address) {
    return Stream.concat(Stream.of(deployment), more.stream())
        .anyMatch(one -> one.escrow().equals(address));
  }

  void isPresent(Person person) {
    present.add(person);
  }

  void isGone(Person person) {
    present.remove(person);
  }

  /** Moves on in steps no longer than a heartbeat, everybody present sending theirs. */
  void walkTo(long targetSeconds) {
    while (nowSeconds() < targetSeconds) {
      jumpTo(Math.min(targetSeconds, nowSeconds() + HEARTBEAT_S));
      present.forEach(Person::heartbeat);
    }
  }

  /** Moves on in one jump: for times in which nobody is in a session. */
  void jumpTo(long targetSeconds) {
    chain.clock().moveTo(targetSeconds);
    assertThat(http.post("/local/clock/sync", "{}").status()).isEqualTo(200);
  }

  /** The chain reorganises: what came after that block is gone. */
  void takeBackAfter(long block) {
    chain.rpc().request("anvil_reorg", chain.rpc().blockNumber() - block, List.of());
  }

  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() {
    service.close();
    proxy.close();
    chain.close();
  }
}
