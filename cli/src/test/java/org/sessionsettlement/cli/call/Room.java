package org.sessionsettlement.cli.call;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.client.call.Signal;
import org.sessionsettlement.client.call.Signalling;

/** Signalling between two parties in one process; everything is told on one thread. */
final class Room {
  private final ExecutorService thread;
  private final Door host = new Door();
  private final Door guest = new Door();

  Room(ExecutorService thread) {
    this.thread = thread;
    host.other = Optional.of(guest);
    guest.other = Optional.of(host);
  }

  Signalling host() {
    return host;
  }

  Signalling guest() {
    return guest;
  }

  private final class Door implements Signalling {
    private Optional<Door> other = Optional.empty();
    private Optional<Listener> listener = Optional.empty();

    @Override
    public void open(Joined seat, Listener heard) {
      thread.execute(
          () -> {
            listener = Optional.of(heard);
            peer().ifPresent(Listener::peerJoined);
            peer().ifPresent(there -> heard.peerJoined());
          });
    }

    @Override
    public void send(Signal signal) {
      thread.execute(() -> peer().ifPresent(there -> there.received(signal)));
    }

    @Override
    public boolean heartbeat(MediaCounts media) {
      return false;
    }

    @Override
    public void close() {
      thread.execute(
          () -> {
            listener = Optional.empty();
            peer().ifPresent(Listener::peerLeft);
          });
    }

    private Optional<Listener> peer() {
      return other.flatMap(door -> door.listener);
    }
  }
}
