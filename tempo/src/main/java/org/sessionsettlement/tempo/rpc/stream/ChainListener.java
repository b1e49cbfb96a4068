package org.sessionsettlement.tempo.rpc.stream;

/**
 * Is told of the chain, by one thread. It may take its time: nothing queues up meanwhile, for what
 * it has not seen is read from the node when it is back. What it throws ends the stream.
 */
@FunctionalInterface
public interface ChainListener {
  /** The next event. */
  void on(ChainEvent event);
}
