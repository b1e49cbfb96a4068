package org.sessionsettlement.cli.up;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.sessionsettlement.cli.stack.Endpoints;
import org.sessionsettlement.cli.stack.ProgressLine;
import org.sessionsettlement.cli.stack.ServiceClock;
import org.sessionsettlement.cli.stack.StackException;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.AnvilClock;
import org.sessionsettlement.localnet.ChainBookings;
import org.sessionsettlement.localnet.StepBarrier;
import org.sessionsettlement.localnet.TimeMover;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settle time}: moves the time of a running local chain. */
@Command(
    name = "time",
    description = {
      "Move the local chain's time forward: 90s, 45m, 2h, 1d, 1d12h.",
      "While a booked slot is running it goes in steps of a heartbeat, and clients keep up."
    },
    mixinStandardHelpOptions = true)
public final class TimeCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;

  @Parameters(index = "0", paramLabel = "DURATION", converter = HumanDuration.class)
  private Duration by = Duration.ZERO;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder of the running stack (default: ${DEFAULT-VALUE}).",
      defaultValue = "data")
  private Path data = Path.of("data");

  @Override
  public Integer call() {
    try (ProgressLine progress = ProgressLine.onStandardError()) {
      Endpoints endpoints = Endpoints.of(new StackFolder(data.toAbsolutePath().normalize()));
      TempoRpc rpc = TempoRpc.at(endpoints.rpcUrl());
      StepBarrier tell = step -> progress.now("moving, " + Instant.ofEpochSecond(step.toSeconds()));
      TimeMover mover =
          new TimeMover(
              new AnvilClock(rpc),
              new ChainBookings(new SessionEscrow(rpc, Address.parse(endpoints.escrow()))),
              new ClientsKeepUp(new ServiceClock(endpoints.serviceUrl())::follow).then(tell));
      long now = mover.advance(by);
      progress.wipe();
      System.out.println(Instant.ofEpochSecond(now));
      return OK;
    } catch (StackException | RpcException e) {
      System.err.println("settle time: " + e.getMessage());
      return FAILED;
    }
  }
}
