package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private final FakeTime time = new FakeTime();
  private final Mailbox mailbox = new Mailbox(time);
  private final List<String> done = new ArrayList<>();

  @Test
  void losesWhatMayBeLostBeyondItsBoundAndNothingElse() {
    for (int i = 0; i < 2 * Mailbox.BOUND; i++) {
      mailbox.post(new CallEvent.QualitySeen(new Quality(1, 1)), () -> done.add("quality"));
    }
    mailbox.post(new CallEvent.HangUp(), () -> done.add("hang up"));
    time.run();

    assertThat(done).hasSize(Mailbox.BOUND + 1).endsWith("hang up");
  }

  @Test
  void takesAgainWhatMayBeLostOnceThereIsRoom() {
    for (int i = 0; i < 2 * Mailbox.BOUND; i++) {
      mailbox.offer(() -> done.add("early"));
    }
    time.run();
    mailbox.offer(() -> done.add("late"));
    time.run();

    assertThat(done).endsWith("late");
  }
}
