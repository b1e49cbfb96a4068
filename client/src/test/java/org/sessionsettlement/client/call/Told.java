package org.sessionsettlement.client.call;

import java.util.ArrayList;
import java.util.List;

/** Notes what a signalling tells. */
final class Told implements Signalling.Listener {
  final List<String> heard = new ArrayList<>();

  @Override
  public void peerJoined() {
    note("joined");
  }

  @Override
  public void peerReconnecting() {
    note("reconnecting");
  }

  @Override
  public void peerLeft() {
    note("left");
  }

  @Override
  public void received(Signal signal) {
    note(signal.toString());
  }

  @Override
  public void heartbeatTaken(long nowMs) {
    note("taken at " + nowMs);
  }

  @Override
  public void seatOver(String code) {
    note("over: " + code);
  }

  @Override
  public void sessionOver() {
    note("session over");
  }

  private synchronized void note(String what) {
    heard.add(what);
    notifyAll();
  }

  synchronized void forget() {
    heard.clear();
  }

  /** Waits until so much was told, and gives that. */
  synchronized List<String> first(int count) throws InterruptedException {
    long untilMs = System.currentTimeMillis() + SocketService.PATIENCE_MS;
    while (heard.size() < count && System.currentTimeMillis() < untilMs) {
      wait(SocketService.PATIENCE_MS);
    }
    return List.copyOf(heard.subList(0, Math.min(count, heard.size())));
  }
}
