package org.sessionsettlement.tempo.rpc.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection to a node that can be cut, or go silent while it stays open. */
final class CuttableProxy implements AutoCloseable {
  private final ServerSocket server;
  private final URI node;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();

  CuttableProxy(String nodeUrl) throws IOException {
    node = URI.create(nodeUrl);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String webSocketUrl() {
    return "ws://127.0.0.1:" + server.getLocalPort();
  }

  /** Breaks every connection; new ones are taken. */
  void cut() {
    links.forEach(Link::close);
    links.clear();
  }

  /** Nothing comes through the connections there are any more, and they stay open. */
  void stall() {
    links.forEach(link -> link.stalled = true);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Link link = new Link(client, new Socket(node.getHost(), node.getPort()));
        links.add(link);
        start(() -> link.pump(link.client, link.node));
        start(() -> link.pump(link.node, link.client));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cuttable-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }

  private static final class Link {
    private final Socket client;
    private final Socket node;
    private volatile boolean stalled;

    Link(Socket client, Socket node) {
      this.client = client;
      this.node = node;
    }

    void pump(Socket from, Socket to) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!stalled) {
            out.write(buffer, 0, read);
          }
        }
      } catch (IOException cut) {
        close();
      }
    }

    void close() {
      closeQuietly(client);
      closeQuietly(node);
    }

    private static void closeQuietly(Socket socket) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        // It is closed, which is what was wanted.
      }
    }
  }
}
