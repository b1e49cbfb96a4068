package org.sessionsettlement.tempo.rpc.stream;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * The logs of a long run of blocks, range by range in order, each as large as the node allows: a
 * range that it refuses, for whatever reason and in whatever words, is halved, down to a single
 * block, and ranges grow again after answers. A reader that keeps {@link Range#to} can go on after
 * it later. For one thread.
 */
public final class LogRanges implements Iterator<LogRanges.Range> {
  /**
   * Logs in order of all blocks {@code from} to {@code to}, both inclusive; there may be none.
   *
   * @param to the cursor: everything up to here has been read
   */
  public record Range(long from, long to, List<Log> logs) {
    public Range {
      logs = List.copyOf(logs);
    }
  }

  private final TempoRpc rpc;
  private final LogSelector selector;
  private final RangeSizes sizes;
  private final long last;
  private long next;
  private long size;

  /** With {@link RangeSizes#DEFAULT}. */
  public LogRanges(TempoRpc rpc, LogSelector selector, long from, long to) {
    this(rpc, selector, from, to, RangeSizes.DEFAULT);
  }

  /**
   * The logs of blocks {@code from} to {@code to}, both inclusive; nothing is asked yet.
   *
   * @param to a block that is there, best one that is finalized
   */
  public LogRanges(TempoRpc rpc, LogSelector selector, long from, long to, RangeSizes sizes) {
    this.rpc = rpc;
    this.selector = selector;
    this.sizes = sizes;
    this.next = from;
    this.last = to;
    this.size = sizes.first();
  }

  @Override
  public boolean hasNext() {
    return next <= last;
  }

  /**
   * The next range. After an exception the same range may be asked for again.
   *
   * @throws RpcUnavailableException when the node does not answer at all
   * @throws RpcException when it refuses even a single block
   */
  @Override
  public Range next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (true) {
      long to = Math.min(last, next + size - 1);
      try {
        Range range = new Range(next, to, rpc.logs(selector.in(next, to)));
        next = to + 1;
        size = sizes.grown(size);
        return range;
      } catch (RpcException refused) {
        if (to == next || (refused instanceof RpcUnavailableException && !answersAtAll())) {
          throw refused;
        }
        size = RangeSizes.shrunk(to - next + 1);
      }
    }
  }

  /** A range may also be so large that the answer does not come in time. */
  private boolean answersAtAll() {
    try {
      rpc.blockNumber();
      return true;
    } catch (RpcException away) {
      return false;
    }
  }
}
