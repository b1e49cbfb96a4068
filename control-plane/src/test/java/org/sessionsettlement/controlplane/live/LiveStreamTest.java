package org.sessionsettlement.controlplane.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.Await;

class LiveStreamTest {
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final List<LiveStream> over = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch stuck = new CountDownLatch(1);

  @Test
  void tellsWhatHappenedInItsOrder() {
    var stream = stream(new Page());
    stream.start();
    stream.tell(message(1));
    stream.tell(message(2));
    Await.until("both", () -> heard.contains("2"));
    assertThat(heard).containsExactly("comment", "1", "2");
    stream.close();
    Await.until("closed", () -> heard.contains("closed"));
    assertThat(over).containsExactly(stream);
  }

  @Test
  void endsWhenItsPageIsGone() {
    var stream =
        stream(
            new Page() {
              @Override
              public void send(Message message) throws IOException {
                throw new IOException("broken pipe");
              }
            });
    stream.start();
    stream.tell(message(1));
    Await.until("closed", () -> heard.contains("closed"));
    assertThat(over).containsExactly(stream);
  }

  @Test
  void isClosedWhenItsPageTakesNothingWhileMoreComes() {
    var stream =
        stream(
            new Page() {
              @Override
              public void send(Message message) throws IOException {
                try {
                  stuck.await();
                } catch (InterruptedException e) {
                  throw new IOException(e);
                }
              }
            });
    stream.start();
    for (int i = 0; i < LiveStream.MOST_WAITING + 2; i++) {
      stream.tell(message(i));
    }
    Await.until("closed", () -> heard.contains("closed"));
    assertThat(over).containsExactly(stream);
  }

  private LiveStream stream(LiveStream.Line line) {
    return new LiveStream(
        new LiveFilter(Optional.empty(), Optional.empty()), line, stream -> over.add(stream));
  }

  private static Message message(int id) {
    return new Message(Integer.toString(id), "booking", "{}");
  }

  private class Page implements LiveStream.Line {
    @Override
    public void send(Message message) throws IOException {
      heard.add(message.id());
    }

    @Override
    public void comment() {
      heard.add("comment");
    }

    @Override
    public void close() {
      heard.add("closed");
    }
  }
}
