package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

/** A TCP connection of the event loop's thread. */
abstract class Wire {
  /** An answer or frame of the service has far less. */
  private static final int BUFFER_BYTES = 4_096;

  private final ByteBuffer in = ByteBuffer.allocate(BUFFER_BYTES);
  private final ArrayDeque<ByteBuffer> out = new ArrayDeque<>();
  private final SocketChannel channel;
  private final SelectionKey key;
  private boolean isClosed;

  @SuppressWarnings("this-escape") // The loop calls it from later turns only.
  Wire(EventLoop loop, InetSocketAddress address) throws IOException {
    this.channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(address);
    this.key = loop.register(channel, SelectionKey.OP_CONNECT, this);
  }

  /** Takes what is whole and leaves the rest. */
  abstract void received(ByteBuffer bytes);

  /** The connection is over, and not by {@link #close}. */
  abstract void lost(String why);

  final void send(byte[] bytes) {
    out.add(ByteBuffer.wrap(bytes));
    if (channel.isConnected()) {
      attempt(this::flush);
    }
  }

  final void close() {
    isClosed = true;
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  void ready(SelectionKey ready) {
    attempt(
        () -> {
          if (ready.isConnectable()) {
            channel.finishConnect();
            flush();
          }
          if (ready.isValid() && ready.isWritable()) {
            flush();
          }
          if (ready.isValid() && ready.isReadable()) {
            read();
          }
        });
  }

  private void read() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("closed by the service");
    }
    in.flip();
    received(in);
    in.compact();
    if (!in.hasRemaining()) {
      throw new IOException("a message of more than " + BUFFER_BYTES + " bytes");
    }
  }

  private void flush() throws IOException {
    while (!out.isEmpty()) {
      channel.write(out.element());
      if (out.element().hasRemaining()) {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        return;
      }
      out.remove();
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  private void attempt(Effort effort) {
    if (isClosed) {
      return;
    }
    try {
      effort.make();
    } catch (IOException e) {
      close();
      lost(String.valueOf(e.getMessage()));
    }
  }

  private interface Effort {
    void make() throws IOException;
  }
}
