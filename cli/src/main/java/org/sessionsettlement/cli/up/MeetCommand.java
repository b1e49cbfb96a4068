package org.sessionsettlement.cli.up;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.sessionsettlement.cli.stack.Endpoints;
import org.sessionsettlement.cli.stack.LocalSession;
import org.sessionsettlement.cli.stack.ProgressLine;
import org.sessionsettlement.cli.stack.ServiceClock;
import org.sessionsettlement.cli.stack.StackException;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.client.EscrowRefusedException;
import org.sessionsettlement.localnet.AnvilClock;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.StepBarrier;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code settle meet}: a booked session that begins now, to try a call in. */
@Command(
    name = "meet",
    description = {
      "Book a session of host-1 and guest-1 on the running local stack, move time to its start,",
      "and print where both meet."
    },
    mixinStandardHelpOptions = true)
public final class MeetCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;

  @Option(
      names = "--minutes",
      description = "How long it lasts, 15 to 240 (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int minutes;

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
      long booking = begin(endpoints, progress);
      progress.wipe();
      System.out.println(endpoints.serviceUrl() + "/call/" + booking);
      System.out.println(
          "Open it in two browsers (or a private window), as host-1 and as guest-1.");
      return OK;
    } catch (StackException | RpcException | EscrowRefusedException e) {
      System.err.println("settle meet: " + e.getMessage());
      return FAILED;
    }
  }

  private long begin(Endpoints endpoints, ProgressLine progress) {
    TempoRpc rpc = TempoRpc.at(endpoints.rpcUrl());
    progress.now("booking");
    StepBarrier tell = step -> progress.now("moving, " + Instant.ofEpochSecond(step.toSeconds()));
    StepBarrier barrier =
        new ClientsKeepUp(new ServiceClock(endpoints.serviceUrl())::follow).then(tell);
    return new LocalSession(rpc, Address.parse(endpoints.escrow()))
        .begin(
            DevAccounts.HOSTS.getFirst(),
            DevAccounts.GUESTS.getFirst(),
            minutes,
            new AnvilClock(rpc),
            barrier);
  }
}
