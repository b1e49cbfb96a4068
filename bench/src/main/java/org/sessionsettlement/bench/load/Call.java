package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One party's side of a call: a seat, a socket, and a heartbeat every five seconds. */
final class Call implements SignalLine.Listener {
  private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";
  private static final Pattern SEAT = Pattern.compile("\"connection_id\":\"([0-9a-f-]+)\"");
  private static final Pattern SENT = Pattern.compile("candidate:1 1 udp ([0-9]+) ");

  private final EventLoop loop;
  private final InetSocketAddress address;
  private final Party party;
  private final CallFigures figures;
  private @Nullable SignalLine line;
  private Runnable ifRefused = () -> {};
  private String seat = "";
  private long askedNanos;

  Call(EventLoop loop, InetSocketAddress address, Party party, CallFigures figures) {
    this.loop = loop;
    this.address = address;
    this.party = party;
    this.figures = figures;
  }

  /**
   * Takes the seat that a join gave.
   *
   * @param refused is run where the socket does not open
   */
  void open(String joined, Runnable refused) {
    ifRefused = refused;
    var match = SEAT.matcher(joined);
    if (!match.find()) {
      throw new IllegalStateException("not an answer to a join: " + joined);
    }
    seat = match.group(1);
    String path = "/session/" + party.booking() + "/signal?connection=" + seat;
    try {
      line = new SignalLine(loop, address, path, party.token(), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says a candidate to the peer; it carries the time for which it was meant. */
  void sayCandidate(long intendedNanos) {
    say(
        "{\"type\":\"candidate\",\"id\":{\"connection_id\":\""
            + seat
            + "\",\"number\":1},\"candidate\":{\"candidate\":\"candidate:1 1 udp "
            + intendedNanos
            + " 192.0.2.17 54321 typ host generation 0 ufrag EEtu network-cost 999\","
            + "\"sdpMid\":\"0\",\"sdpMLineIndex\":0}}");
  }

  private void say(String frame) {
    if (line != null) {
      line.say(frame);
    }
  }

  @Override
  public void heard(String frame) {
    switch (type(frame)) {
      case "candidate" -> figures.carried(intended(frame));
      case "heartbeat_ok" -> figures.heartbeatAnswered(askedNanos);
      case "opened" -> begin();
      case "peer_joined" -> {}
      case "peer_reconnecting", "peer_left" -> figures.peerGone(party, frame);
      default -> figures.keep(party + " heard " + frame);
    }
  }

  private static String type(String frame) {
    int from = frame.indexOf("\"type\":\"") + 8;
    return frame.substring(from, frame.indexOf('"', from));
  }

  private static long intended(String frame) {
    var match = SENT.matcher(frame);
    if (!match.find()) {
      throw new IllegalStateException("not the candidate that was sent: " + frame);
    }
    return Long.parseLong(match.group(1));
  }

  private void begin() {
    ifRefused = figures::dropped;
    figures.opened();
    heartbeatAt(System.nanoTime() + HEARTBEAT_NANOS);
  }

  private void heartbeatAt(long dueNanos) {
    loop.at(
        dueNanos,
        () -> {
          if (line != null) {
            askedNanos = dueNanos;
            figures.heartbeatSent();
            say(HEARTBEAT);
            heartbeatAt(dueNanos + HEARTBEAT_NANOS);
          }
        });
  }

  @Override
  public void lost(String why) {
    line = null;
    figures.keep(party + " " + why);
    ifRefused.run();
  }

  /** Hangs up without a word. */
  void close() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
