package org.sessionsettlement.controlplane.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.MirrorNotice;
import org.sessionsettlement.controlplane.db.NoticeListener;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's streams of events. The mirror's writer wakes it, whichever node that is; one thread
 * reads what is new and tells every stream, so that a thousand pages cost one question.
 */
public final class LiveFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

  /** Streams at once; each is a socket and a small queue. */
  static final int MOST_STREAMS = 5_000;

  private static final int PAGE = 200;

  /** Who missed more is told to read everything again. */
  private static final int MOST_CAUGHT_UP = 200;

  private final MirroredEvents events;
  private final NoticeListener mirror;
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isWoken = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("live-feed-", 0).daemon().factory());

  /** Of the newest event that was told; the feed's thread alone has it. */
  private Position told = Position.BEFORE_ALL;

  public LiveFeed(Database database, DatabaseSettings settings) {
    this.events = new MirroredEvents(database);
    this.mirror = new NoticeListener(settings, List.of(MirrorNotice.CHANNEL), new Ear());
  }

  public void start() {
    mirror.start();
  }

  /** Streams that are open. */
  public int streams() {
    return streams.size();
  }

  /**
   * Begins a stream.
   *
   * @param after what it has heard last, where it goes on
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code too_many_streams}
   */
  void open(LiveFilter filter, Optional<Position> after, LiveStream.Line line) {
    if (streams.size() >= MOST_STREAMS) {
      throw Problem.of(ProblemCode.TOO_MANY_STREAMS).asException();
    }
    var stream = new LiveStream(filter, line, streams::remove);
    streams.add(stream);
    stream.start();
    after.ifPresent(from -> later(() -> catchUp(stream, from)));
  }

  /** Reads what is new; what a lost notice did not tell is found by a tick. */
  public void wake() {
    if (isWoken.compareAndSet(false, true)) {
      later(this::read);
    }
  }

  /** Ends the streams; pages open them anew elsewhere. */
  public void endStreams() {
    streams.forEach(LiveStream::close);
  }

  private void later(Runnable work) {
    try {
      thread.execute(() -> quietly(work));
    } catch (RejectedExecutionException e) {
      LOG.debug("the feed is closed");
    }
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("events wait: {}", e.getClass().getSimpleName());
    }
  }

  private void read() {
    isWoken.set(false);
    if (told.equals(Position.BEFORE_ALL) || streams.isEmpty()) {
      told = events.newest();
      return;
    }
    var page = events.after(told, PAGE);
    while (page.last().isPresent()) {
      page.events().forEach(this::tell);
      told = page.last().get();
      page = events.after(told, PAGE);
    }
  }

  private void tell(LiveEvent event) {
    for (var stream : streams) {
      if (stream.takes(event)) {
        stream.tell(event.message());
      }
    }
  }

  private void catchUp(LiveStream stream, Position from) {
    if (from.compareTo(events.newest()) > 0) {
      stream.tell(Message.back(events.newest()));
      return;
    }
    var page = events.after(from, MOST_CAUGHT_UP + 1);
    if (page.events().size() > MOST_CAUGHT_UP) {
      stream.tell(Message.back(events.newest()));
    } else {
      page.events().stream().filter(stream::takes).map(LiveEvent::message).forEach(stream::tell);
    }
  }

  private void back() {
    told = events.newest();
    var message = Message.back(told);
    streams.forEach(stream -> stream.tell(message));
  }

  @Override
  public void close() {
    mirror.close();
    thread.shutdown();
    endStreams();
  }

  private final class Ear implements NoticeListener.Listener {
    @Override
    public void connected() {
      later(LiveFeed.this::back);
    }

    @Override
    public void notice(String channel, String text) {
      if (MirrorNotice.isBack(text)) {
        later(LiveFeed.this::back);
      } else {
        wake();
      }
    }
  }
}
