package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.browser.Chromium;

/**
 * From the click on Join to the first sound of the other, who is there already: 20 times in
 * Chromium, on loopback. The limit is a second, for the median. Run by name alone, as
 * bench/README.md says; it measures and prints.
 */
class ClickToAudioBench {
  private static final int ROUNDS = 20;

  @Test
  void measures() {
    CallStack stack = CallStack.shared();
    List<Long> times = new ArrayList<>();
    try (var chromium = new Chromium();
        var host = BrowserParty.at(chromium, stack, CallStack.HOST)) {
      host.join();
      for (int round = 0; round < ROUNDS; round++) {
        host.untilPhase("WaitingForPeer");
        try (var guest = BrowserParty.at(chromium, stack, CallStack.GUEST)) {
          times.add(guest.join().clickToAudioMs());
          guest.leave();
        }
      }
    }
    assertThat(times).hasSize(ROUNDS);
    print(times.stream().sorted().toList());
  }

  private static void print(List<Long> sorted) {
    System.out.printf(
        "click to first sound, ms: median %d, from %d to %d, of %d%n",
        sorted.get(ROUNDS / 2), sorted.getFirst(), sorted.getLast(), ROUNDS);
  }
}
