package org.sessionsettlement.tempo.rpc.stream;

/** Opens WebSocket connections to one node; whoever makes it knows the address and its timeouts. */
public interface WebSockets extends AutoCloseable {
  /** Begins to connect and returns at once; what happens is told to the receiver. */
  Connection open(Receiver receiver);

  /** Ends the threads that it started. */
  @Override
  void close();

  /** A connection, open or not yet. */
  interface Connection extends AutoCloseable {
    /** Sends a text; what cannot be sent is told as a break. */
    void send(String text);

    /** Breaks it off at once. */
    @Override
    void close();
  }

  /** Is told what happens, on threads of the connection; returns quickly. */
  interface Receiver {
    /** The connection is there. */
    void opened();

    /** A text came. */
    void received(String text);

    /** It is over; {@code why} holds no address. */
    void broken(String why);
  }
}
