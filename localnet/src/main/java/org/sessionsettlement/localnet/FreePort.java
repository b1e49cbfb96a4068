package org.sessionsettlement.localnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds TCP ports on the loopback interface that nobody listens on. */
public final class FreePort {
  private static final int TRIES = 100;

  private FreePort() {}

  /** Any free port. */
  public static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /** The wanted port, or the first free one after it. */
  public static int atOrAfter(int wanted) {
    for (int port = wanted; port < wanted + TRIES && port <= 65_535; port++) {
      if (isFree(port)) {
        return port;
      }
    }
    throw new LocalnetException(
        "ports " + wanted + " and the " + TRIES + " after it are all in use");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
