package org.sessionsettlement.controlplane.signalling;

import java.util.List;
import java.util.function.Consumer;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.NoticeListener;
import org.sessionsettlement.controlplane.db.NoticeSender;
import org.sessionsettlement.controlplane.session.SeatOver;

/**
 * What the nodes of an installation tell each other, over PostgreSQL. It may lose messages while
 * the database is away; {@link Listener#resumed} says when that is over.
 */
public final class NodeBus implements Consumer<NodeMessage>, AutoCloseable {
  private static final String CHANNEL = "signal";

  private final NoticeSender sender;
  private final NodeCodec.Writer writer;
  private final NoticeListener notices;

  /** Told on one thread, in order. */
  interface Listener {
    void heard(NodeMessage message);

    void seatOver(SeatOver over);

    /** Everything is heard from now on; before, something may have been missed. */
    void resumed();
  }

  NodeBus(DatabaseSettings settings, String node, Listener listener) {
    this.sender = new NoticeSender(settings, CHANNEL);
    this.writer = new NodeCodec.Writer(node);
    this.notices =
        new NoticeListener(
            settings, List.of(CHANNEL, SeatOver.CHANNEL), new Hearing(node, listener));
  }

  public void start() {
    sender.start();
    notices.start();
  }

  @Override
  public synchronized void accept(NodeMessage message) {
    writer.write(message).forEach(sender::send);
  }

  @Override
  public void close() {
    notices.close();
    sender.close();
  }

  private static final class Hearing implements NoticeListener.Listener {
    private final NodeCodec.Reader reader;
    private final Listener listener;

    Hearing(String node, Listener listener) {
      this.reader = new NodeCodec.Reader(node);
      this.listener = listener;
    }

    @Override
    public void connected() {
      reader.forget();
      listener.resumed();
    }

    @Override
    public void notice(String channel, String text) {
      if (channel.equals(SeatOver.CHANNEL)) {
        SeatOver.parse(text).ifPresent(listener::seatOver);
      } else {
        reader.read(text).ifPresent(listener::heard);
      }
    }
  }
}
