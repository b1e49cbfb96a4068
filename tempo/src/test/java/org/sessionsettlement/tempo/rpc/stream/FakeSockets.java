package org.sessionsettlement.tempo.rpc.stream;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Connections that open, confirm and push what a test says. */
final class FakeSockets implements WebSockets {
  private final BlockingQueue<FakeConnection> opened = new LinkedBlockingQueue<>();
  private volatile boolean answering = true;
  private volatile boolean refusing;
  private volatile boolean closed;

  /** Connections from now on never open. */
  void answering(boolean answers) {
    answering = answers;
  }

  /** Connections from now on are refused. */
  void refusing(boolean refuses) {
    refusing = refuses;
  }

  boolean isClosed() {
    return closed;
  }

  /** The next connection, once it is asked for. */
  FakeConnection next() throws InterruptedException {
    FakeConnection connection = opened.poll(5, TimeUnit.SECONDS);
    if (connection == null) {
      throw new AssertionError("no connection within 5 s");
    }
    return connection;
  }

  @Override
  public Connection open(Receiver receiver) {
    FakeConnection connection = new FakeConnection(receiver, answering);
    if (refusing) {
      receiver.broken("refused");
    } else if (answering) {
      receiver.opened();
    }
    opened.add(connection);
    return connection;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** One of them; confirms every subscription at once. */
  static final class FakeConnection implements Connection {
    private final Receiver receiver;
    private final boolean answering;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    FakeConnection(Receiver receiver, boolean answering) {
      this.receiver = receiver;
      this.answering = answering;
    }

    List<String> sent() {
      return sent;
    }

    void push(String result) {
      receiver.received(
          "{\"jsonrpc\":\"2.0\",\"method\":\"eth_subscription\",\"params\":{\"subscription\":\"0x1\","
              + "\"result\":"
              + result
              + "}}");
    }

    void receive(String text) {
      receiver.received(text);
    }

    void cut() {
      receiver.broken("cut");
    }

    @Override
    public void send(String text) {
      sent.add(text);
      if (answering) {
        receiver.received("{\"id\":" + sent.size() + ",\"result\":\"0x1\"}");
      }
    }

    @Override
    public void close() {
      receiver.broken("closed");
    }
  }
}
