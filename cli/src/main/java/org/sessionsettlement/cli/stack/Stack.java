package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;

/**
 * A local chain with its escrow, a database and the service, as one process tree that ends with
 * this process.
 */
public final class Stack implements AutoCloseable {
  private final Closers closers;
  private final StackFolder folder;
  private final LocalChain chain;
  private final LocalDeployment deployment;
  private final ServiceProcess service;
  private final Endpoints endpoints;

  private Stack(
      Closers closers,
      StackFolder folder,
      LocalChain chain,
      LocalDeployment deployment,
      ServiceProcess service,
      Endpoints endpoints) {
    this.closers = closers;
    this.folder = folder;
    this.chain = chain;
    this.deployment = deployment;
    this.service = service;
    this.endpoints = endpoints;
  }

  /**
   * Starts everything and returns once the service is ready. What was started is ended when
   * something fails.
   *
   * @throws StackException saying in one line what failed
   */
  public static Stack start(StackSettings settings, Progress progress) {
    Closers closers = new Closers();
    try {
      return open(settings, progress, closers);
    } catch (IOException | RuntimeException e) {
      closeQuietly(closers, e);
      throw e instanceof StackException known ? known : new StackException(lineOf(e), e);
    }
  }

  private static Stack open(StackSettings settings, Progress progress, Closers closers)
      throws IOException {
    StackFolder folder = settings.folder().create();
    closers.add(folder.take());
    progress.now("starting chain and database");
    CompletableFuture<EmbeddedDatabase> starting =
        CompletableFuture.supplyAsync(() -> closers.add(database(settings)));
    try {
      LocalChain chain = closers.add(LocalChain.start(chain(settings), InstantSource.system()));
      progress.now("deploying the escrow");
      LocalDeployment deployment =
          LocalDeployment.ensure(
              chain.rpc(), DevAccounts.OWNER.account(), settings.escrow(), folder.deployment());
      EmbeddedDatabase database = starting.join();
      progress.now("starting the service");
      return serve(settings, closers, chain, deployment, database);
    } catch (CompletionException e) {
      throw new StackException(lineOf(e), e);
    } finally {
      // Whatever happened, the database's start has ended before the closers run.
      starting.handle((database, failure) -> true).join();
    }
  }

  private static Stack serve(
      StackSettings settings,
      Closers closers,
      LocalChain chain,
      LocalDeployment deployment,
      EmbeddedDatabase database)
      throws IOException {
    StackFolder folder = settings.folder();
    Secrets secrets = Secrets.in(folder.secrets(), DevAccounts.ORACLE.privateKey());
    String url = "http://localhost:" + settings.httpPort();
    Endpoints endpoints =
        Endpoints.of(url, chain.rpcUrl(), database.settings().url(), deployment.escrow(), folder);
    Files.writeString(folder.devPage(), endpoints.devPage());
    ServiceEnvironment environment =
        new ServiceEnvironment(settings, chain.rpcUrl(), deployment, database.settings(), secrets);
    ServiceProcess service =
        closers.add(
            ServiceProcess.start(
                environment.variables(), url, folder.logs().resolve("service.log")));
    service.awaitReady();
    closers.add(endpoints.publish(folder.endpoints()));
    return new Stack(closers, folder, chain, deployment, service, endpoints);
  }

  public LocalChain chain() {
    return chain;
  }

  public LocalDeployment deployment() {
    return deployment;
  }

  public ServiceProcess service() {
    return service;
  }

  /** Where each part writes what it has to say. */
  public Path logs() {
    return folder.logs();
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  /** Ends service, database and chain, in this order. */
  @Override
  public void close() {
    closers.close();
  }

  private static EmbeddedDatabase database(StackSettings settings) {
    try {
      return EmbeddedDatabase.start(settings.folder().database(), settings.databasePort());
    } catch (IOException e) {
      throw new StackException("the database does not start: " + e.getMessage(), e);
    }
  }

  private static LocalChain.Settings chain(StackSettings settings) {
    StackFolder folder = settings.folder();
    Path log = folder.logs().resolve("anvil.log");
    Optional<LocalChain.State> state =
        settings
            .chainStateInterval()
            .map(interval -> new LocalChain.State(folder.chainState(), interval));
    return new LocalChain.Settings(
        settings.anvil(), settings.rpcPort(), settings.blockInterval(), state, log);
  }

  private static void closeQuietly(Closers closers, Exception cause) {
    try {
      closers.close();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static String lineOf(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
