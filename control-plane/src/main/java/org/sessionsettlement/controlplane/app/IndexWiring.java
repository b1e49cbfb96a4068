package org.sessionsettlement.controlplane.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.booking.BookingController;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.booking.OwedReads;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.db.BookingNotes;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.indexer.HeadWatch;
import org.sessionsettlement.controlplane.indexer.Indexer;
import org.sessionsettlement.controlplane.indexer.Reconciliation;
import org.sessionsettlement.controlplane.indexer.RpcEscrowSource;
import org.sessionsettlement.controlplane.ops.HealthProbe;
import org.sessionsettlement.controlplane.oracle.Looks;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.stream.OkHttpWebSockets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who knows whom: the served escrows, their mirrors, and bookings read from either. */
@Configuration(proxyBeanMethods = false)
class IndexWiring {
  private static final Duration INDEX_EVERY = Duration.ofMillis(300);

  /** Where heads are pushed, looking is for what a push missed. */
  private static final Duration INDEX_EVERY_BESIDE_PUSHES = Duration.ofSeconds(2);

  private static final Duration RESTART_WATCH_EVERY = Duration.ofSeconds(30);
  private static final Duration RECONCILE_EVERY = Duration.ofMinutes(10);
  private static final Duration REOPENED_EVERY = Duration.ofMillis(500);

  /** Two minutes or so of Tempo's blocks: beyond that we would tell of another time. */
  private static final long READY_LAG_BLOCKS = 250;

  /** One a served escrow, the default one first. */
  record Indexers(List<Indexer> all) {
    void tick() {
      all.forEach(Indexer::tick);
    }
  }

  @Bean
  ServedEscrows servedEscrows(TempoRpc rpc, ServiceConfig config) {
    return new ServedEscrows(
        config.escrows().stream().map(one -> new SessionEscrow(rpc, one.address())).toList());
  }

  @Bean
  Indexers indexers(
      Database database, TempoRpc rpc, ServiceConfig config, Meters meters, InstantSource clock) {
    var indexers =
        config.escrows().stream()
            .map(
                one ->
                    new Indexer(
                        database,
                        new RpcEscrowSource(rpc, one.address(), ChainWiring.trusted(config)),
                        one.fromBlock(),
                        event -> meters.count(Metric.EVENTS, event.getClass().getSimpleName())))
            .toList();
    indexers.forEach(indexer -> show(indexer, meters, clock));
    return new Indexers(indexers);
  }

  private static void show(Indexer indexer, Meters meters, InstantSource clock) {
    String escrow = indexer.escrow().toString();
    meters.gauge(Metric.INDEX_LAG_BLOCKS, () -> indexer.lagSeen().blocks(), escrow);
    meters.gauge(Metric.INDEX_LAG_SECONDS, () -> ageSeconds(indexer, clock), escrow);
  }

  /** It grows when anything is stuck: the indexer, the node, or the chain. */
  private static double ageSeconds(Indexer indexer, InstantSource clock) {
    long mirroredTo = indexer.lagSeen().mirroredToSeconds();
    return mirroredTo == 0
        ? Double.NaN
        : Math.max(0, clock.instant().getEpochSecond() - mirroredTo);
  }

  @Bean
  TickPerEscrow indexerTicks(Indexers indexers, ServiceConfig config, ChainGuard guard) {
    var every = config.index().webSocketUrl().isPresent() ? INDEX_EVERY_BESIDE_PUSHES : INDEX_EVERY;
    return TickPerEscrow.of(
        indexers.all(),
        one -> new BackgroundTick("indexer " + one.escrow(), every, guard.before(one::tick)));
  }

  @Bean
  TickPerEscrow reconciliationTicks(
      Database database,
      TempoRpc rpc,
      ServiceConfig config,
      ChainGuard guard,
      Meters meters,
      InstantSource clock) {
    return TickPerEscrow.of(
        config.escrows(),
        one -> {
          var source = new RpcEscrowSource(rpc, one.address(), ChainWiring.trusted(config));
          var reconciliation = new Reconciliation(database, source, clock);
          meters.gauge(
              Metric.MIRROR_DIFFERENCES, reconciliation::openSeen, one.address().toString());
          return new BackgroundTick(
              "reconciliation " + one.address(),
              RECONCILE_EVERY,
              guard.before(reconciliation::tick));
        });
  }

  @Bean
  BackgroundTick headWatchTick(HeadWatches watches) {
    return new BackgroundTick("head-watch", RESTART_WATCH_EVERY, watches::ensureStarted);
  }

  @Bean
  HeadWatches headWatches(TempoRpc rpc, ServiceConfig config, Indexers indexers, ChainGuard guard) {
    return new HeadWatches(
        config.index().webSocketUrl().stream()
            .map(url -> watch(rpc, url, guard.before(indexers::tick)))
            .toList());
  }

  private static HeadWatch watch(TempoRpc rpc, URI url, Runnable wake) {
    return new HeadWatch(rpc, () -> new OkHttpWebSockets(url.toString()), wake);
  }

  /** One, where heads are pushed. */
  record HeadWatches(List<HeadWatch> all) implements AutoCloseable {
    void ensureStarted() {
      all.forEach(HeadWatch::ensureStarted);
    }

    @Override
    public void close() {
      all.forEach(HeadWatch::close);
    }
  }

  @Bean
  HealthProbe indexProbe(Indexers indexers) {
    return new HealthProbe(
        "index",
        () -> indexers.all().stream().map(IndexWiring::lag).collect(Collectors.joining(", ")));
  }

  private static String lag(Indexer indexer) {
    long blocks = indexer.lag().blocks();
    if (blocks > READY_LAG_BLOCKS) {
      throw new IllegalStateException("the mirror is " + blocks + " blocks behind");
    }
    return blocks + " blocks behind";
  }

  /** What a reorganisation took back to Booked is judged again at once. */
  @Bean
  BackgroundTick reopenedTick(Database database, InstantSource clock) {
    var reopened = BookingNotes.reopened(database);
    var looks = new Looks(database);
    return new BackgroundTick(
        "reopened-bookings",
        REOPENED_EVERY,
        () ->
            database.doInTransaction(
                () -> reopened.take().forEach(key -> looks.noLaterThan(key, clock.millis()))));
  }

  @Bean
  Bookings bookings(Database database, ServedEscrows escrows) {
    return new Bookings(new MirroredBookings(database), escrows);
  }

  @Bean
  BookingController bookingController(
      Bookings bookings, ServedEscrows escrows, TempoRpc rpc, BookingIds ids) {
    return new BookingController(bookings, owedReads(rpc), ids, escrows);
  }

  private static OwedReads owedReads(TempoRpc rpc) {
    return (escrow, account) -> {
      long block = rpc.blockNumber();
      return new OwedReads.Owed(escrow.at(BlockTag.number(block)).owed(account), block);
    };
  }
}
