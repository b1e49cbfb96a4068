package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.client.call.Seats.ok;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds under every order of events. {@code -Dseed=...} runs a failure again. */
class CallRulesPropertyTest {
  private static final int CALLS = 3_000;
  private static final int EVENTS = 1_000;
  private static final int FEW = 10;

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @Test
  void holdsWhateverHappens() {
    int connected = 0;
    int left = 0;
    for (int i = 0; i < CALLS; i++) {
      CallModel model = new CallModel("seed " + seed + " call " + i);
      play(model);
      finish(model);
      model.checkTheEnd();
      connected += model.timesConnected;
      left += model.seatsGivenBack;
    }
    // Else the histories above would show little.
    assertThat(connected).as("seed %d", seed).isGreaterThan(CALLS);
    assertThat(left).as("seed %d", seed).isGreaterThan(CALLS);
  }

  private void play(CallModel model) {
    RandomCall draw = new RandomCall(random);
    model.on(new CallEvent.Start());
    int events = random.nextInt(4) == 0 ? random.nextInt(FEW) : random.nextInt(EVENTS);
    for (int i = 0; i < events; i++) {
      model.on(likely(model, draw));
    }
  }

  /** Half of the time an answer or a timer that is due, if there is one. */
  private CallEvent likely(CallModel model, RandomCall draw) {
    if (random.nextBoolean()) {
      return draw.noise();
    }
    List<CallEvent> due = new ArrayList<>();
    if (model.joins > 0) {
      due.add(draw.joinAnswer());
    }
    model.beats.forEach(seat -> due.add(new CallEvent.BeatAnswered(seat, draw.answer())));
    model.leaves.forEach(seat -> due.add(new CallEvent.LeaveAnswered(seat, draw.answer())));
    model.timers.forEach(timer -> due.add(new CallEvent.TimeIsUp(timer)));
    return due.isEmpty() ? draw.noise() : draw.one(due);
  }

  /** Hangs up, lets what is under way arrive, and lets time pass. */
  private static void finish(CallModel model) {
    model.on(new CallEvent.HangUp());
    if (model.joins > 0) {
      model.on(new CallEvent.JoinAnswered(ok(Seats.seat("last", "host"))));
    }
    List.copyOf(model.beats).forEach(s -> model.on(new CallEvent.BeatAnswered(s, ok(1L))));
    List.copyOf(model.leaves).forEach(s -> model.on(new CallEvent.LeaveAnswered(s, ok(1L))));
    List.copyOf(model.timers).forEach(timer -> model.on(new CallEvent.TimeIsUp(timer)));
  }
}
