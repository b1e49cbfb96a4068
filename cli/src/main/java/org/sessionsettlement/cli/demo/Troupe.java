package org.sessionsettlement.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.localnet.Step;
import org.sessionsettlement.localnet.StepBarrier;

/**
 * All clients. As a barrier, it lets time move on only once each of them has done what it does at
 * this instant.
 */
final class Troupe implements StepBarrier, AutoCloseable {
  private final Parallel parallel;
  private final String serviceUrl;
  private final Path folder;
  private final List<Actor> actors = new ArrayList<>();
  private final List<ProcessSeat> processes = new ArrayList<>();

  private Troupe(Parallel parallel, String serviceUrl, Path folder) {
    this.parallel = parallel;
    this.serviceUrl = serviceUrl;
    this.folder = folder;
  }

  static Troupe of(Stage stage, List<BookedSession> sessions) {
    Troupe troupe = new Troupe(stage.parallel(), stage.stack().service().url(), stage.folder());
    for (BookedSession session : sessions) {
      troupe.engage(session, Role.HOST);
      troupe.engage(session, Role.GUEST);
    }
    return troupe;
  }

  @Override
  public void await(Step step) {
    parallel.forEach(actors, actor -> actor.play(step.toSeconds()));
  }

  private void engage(BookedSession session, Role role) {
    Script script = session.script(role);
    if (!script.visits().isEmpty()) {
      Seat seat = script.crashes() ? processSeat(session, role) : apiSeat(session, role);
      actors.add(new Actor(session.terms().startTimeSeconds(), script, seat));
    }
  }

  private static Seat apiSeat(BookedSession session, Role role) {
    return new ApiSeat(session.player(role).voice(), session.id());
  }

  private Seat processSeat(BookedSession session, Role role) {
    Path key = folder.resolve(session.scenario().key() + ".key");
    try {
      Files.writeString(key, session.player(role).privateKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ProcessSeat seat =
        ProcessSeat.start(serviceUrl, session.id(), key, folder.resolve("logs/join.log"));
    processes.add(seat);
    return seat;
  }

  @Override
  public void close() {
    processes.forEach(ProcessSeat::close);
  }
}
