package org.sessionsettlement.tempo.examples;

import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.stream.LogRanges;

/** Reads a token's whole history, keeping a cursor from which it could go on after a crash. */
public final class LogsInRanges {
  private static final Address ALPHA_USD =
      Address.parse("0x20c0000000000000000000000000000000000001");

  private LogsInRanges() {}

  /** Argument: the node's http address. */
  public static void main(String[] args) {
    TempoRpc rpc = TempoRpc.at(args[0]);
    System.out.println(run(rpc, 0, BlockTag.FINALIZED).size() + " logs");
  }

  /** All logs from a block to the newest that is believed. */
  static List<Log> run(TempoRpc rpc, long from, BlockTag believed) {
    List<Log> logs = new ArrayList<>();
    long last = rpc.block(believed).number();
    LogRanges ranges = new LogRanges(rpc, LogSelector.of(ALPHA_USD), from, last);
    while (ranges.hasNext()) {
      LogRanges.Range range = ranges.next();
      logs.addAll(range.logs());
      System.out.println("read to block " + range.to());
    }
    return logs;
  }
}
