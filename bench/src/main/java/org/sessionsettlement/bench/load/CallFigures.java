package org.sessionsettlement.bench.load;

import java.util.ArrayList;
import java.util.List;

/** What all calls saw since these figures were begun. */
final class CallFigures {
  private static final int MOST_REASONS = 5;

  private final List<String> reasons = new ArrayList<>();
  private Latencies messages = new Latencies();
  private Latencies heartbeats = new Latencies();
  private long heartbeatsSent;
  private long open;
  private long peersGone;
  private long dropped;
  private long refused;

  void opened() {
    open++;
  }

  long open() {
    return open;
  }

  void heartbeatSent() {
    heartbeatsSent++;
  }

  void heartbeatAnswered(long intendedNanos) {
    heartbeats.record(intendedNanos);
  }

  void carried(long intendedNanos) {
    messages.record(intendedNanos);
  }

  /** Nobody hangs up here, so each of these is false, but for those whose peer is yet to come. */
  void peerGone(Party party, String frame) {
    peersGone++;
    keep(party + " heard " + frame);
  }

  /** A join or a socket of somebody who comes again. */
  void refused() {
    refused++;
  }

  void dropped() {
    dropped++;
  }

  /** Keeps the first few reasons of whatever should not have been. */
  void keep(String reason) {
    if (reasons.size() < MOST_REASONS) {
      reasons.add(reason);
    }
  }

  long carried() {
    return messages.count();
  }

  /** From now on; the sockets stay. */
  void beginAnew() {
    messages = new Latencies();
    heartbeats = new Latencies();
    heartbeatsSent = 0;
    peersGone = 0;
    dropped = 0;
    reasons.clear();
  }

  String messages() {
    return messages.toString();
  }

  String opening() {
    return String.format(
        "%,d sockets open, %d joins or sockets refused before, %d dropped, for example: %s",
        open, refused, dropped, reasons);
  }

  String presence() {
    return String.format(
        "heartbeats sent %,d, answered %s; dropped falsely %d, told falsely of a peer %d %s",
        heartbeatsSent, heartbeats, dropped, peersGone, reasons);
  }
}
