package org.sessionsettlement.cli.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From the click on Join to the first sound of the other, who is there already: 20 times in
 * Chromium, on loopback. The limit is a second, for the median.
 */
final class ClickToAudioBench {
  private static final int ROUNDS = 20;

  private ClickToAudioBench() {}

  public static void main(String[] args) {
    CallStack stack = CallStack.shared();
    List<Long> times = new ArrayList<>();
    try (var chromium = new BrowserParty.Chromium();
        var host = chromium.at(stack, CallStack.HOST)) {
      host.join();
      for (int round = 0; round < ROUNDS; round++) {
        host.untilPhase("WaitingForPeer");
        try (var guest = chromium.at(stack, CallStack.GUEST)) {
          times.add(guest.join().clickToAudioMs());
          guest.leave();
        }
      }
    }
    Collections.sort(times);
    System.out.printf(
        "click to first sound, ms: median %d, from %d to %d, of %d%n",
        times.get(ROUNDS / 2), times.getFirst(), times.getLast(), ROUNDS);
    System.exit(0);
  }
}
