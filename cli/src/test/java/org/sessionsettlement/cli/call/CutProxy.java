package org.sessionsettlement.cli.call;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between the parties and the service, which can be cut. Media do not pass here. */
final class CutProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  private CutProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  static CutProxy to(int target) throws IOException {
    var proxy = new CutProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Ends all connections and takes no more until {@link #mend}. */
  void cut() {
    isCut = true;
    open.forEach(CutProxy::closeQuietly);
  }

  void mend() {
    isCut = false;
  }

  private void accept() {
    try {
      while (true) {
        carry(listening.accept());
      }
    } catch (IOException e) {
      open.forEach(CutProxy::closeQuietly);
    }
  }

  private void carry(Socket client) {
    open.add(client);
    if (isCut) {
      end(client);
      return;
    }
    Thread.ofVirtual()
        .start(
            () -> {
              try (var service = new Socket(InetAddress.getLoopbackAddress(), target)) {
                open.add(service);
                var back = Thread.ofVirtual().start(() -> pump(service, client));
                pump(client, service);
                back.join();
                open.remove(service);
              } catch (IOException e) {
                end(client);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either end is gone: so is the other.
    }
    end(from);
    end(to);
  }

  private void end(Socket socket) {
    open.remove(socket);
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket does not close", e);
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket does not close", e);
    }
  }
}
