package org.sessionsettlement.controlplane.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutgoingTest {
  private final FakeLine line = new FakeLine();
  private final Outgoing outgoing = new Outgoing(line);

  /** A client that takes frames when it is told to. */
  private static final class FakeLine implements Outgoing.Line {
    private final List<String> sent = new ArrayList<>();
    private final List<CloseCode> closed = new ArrayList<>();
    private final Deque<Consumer<Boolean>> pending = new ArrayDeque<>();
    private boolean isAtOnce;

    @Override
    public void send(String frame, Consumer<Boolean> done) {
      sent.add(frame);
      if (isAtOnce) {
        done.accept(true);
      } else {
        pending.add(done);
      }
    }

    @Override
    public void close(CloseCode code) {
      closed.add(code);
    }

    void take(boolean well) {
      pending.remove().accept(well);
    }
  }

  @Test
  void sendsOneFrameAtATimeInTheirOrder() {
    outgoing.send("one");
    outgoing.send("two");
    assertThat(line.sent).containsExactly("one");
    line.take(true);
    assertThat(line.sent).containsExactly("one", "two");
  }

  @Test
  void closesWhenAllIsSentThatCameBefore() {
    outgoing.send("one");
    outgoing.send("two");
    outgoing.close(CloseCode.SEAT_OVER);
    outgoing.send("too late");
    assertThat(line.closed).isEmpty();
    line.take(true);
    line.take(true);
    assertThat(line.sent).containsExactly("one", "two");
    assertThat(line.closed).containsExactly(CloseCode.SEAT_OVER);
  }

  @Test
  void givesUpAClientThatDoesNotRead() {
    outgoing.send("never taken");
    String frame = "x".repeat(64 * 1024);
    for (int i = 0; i < 5; i++) {
      outgoing.send(frame);
    }
    assertThat(line.closed).containsExactly(CloseCode.TOO_SLOW);
    assertThat(line.sent).containsExactly("never taken");
  }

  @Test
  void givesUpAClientThatAFrameCouldNotBeSentTo() {
    outgoing.send("one");
    outgoing.send("two");
    line.take(false);
    assertThat(line.sent).containsExactly("one");
    assertThat(line.closed).containsExactly(CloseCode.TOO_SLOW);
  }

  @Test
  void sendsThousandsThatWaitedWithoutRunningOutOfStack() {
    outgoing.send("first");
    for (int i = 0; i < 20_000; i++) {
      outgoing.send("x");
    }
    line.isAtOnce = true;
    line.take(true);
    assertThat(line.sent).hasSize(20_001);
  }
}
