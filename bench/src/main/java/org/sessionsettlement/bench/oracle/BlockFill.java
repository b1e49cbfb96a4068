package org.sessionsettlement.bench.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogFilter;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * How full the blocks were that carried a backlog; the last one, which holds what was left, does
 * not count.
 *
 * @param blocks how many, from the first with an attestation on
 * @param attested in those blocks
 * @param fits into as many blocks
 */
record BlockFill(int blocks, int attested, long fits) {
  private static final long BLOCK_GAS = 30_000_000;

  /** What an attestation uses in the largest batch, its share of the transaction in it. */
  private static final long GAS_EACH = 270_700;

  /** More than a backlog takes. */
  private static final long BLOCKS_BACK = 60;

  static BlockFill of(TempoRpc rpc, Backlog backlog) {
    var perBlock = new TreeMap<Long, Integer>(attestedPerBlock(rpc, backlog));
    perBlock.pollLastEntry();
    int attested = perBlock.values().stream().mapToInt(Integer::intValue).sum();
    int blocks = (int) (perBlock.lastKey() - perBlock.firstKey() + 1);
    return new BlockFill(blocks, attested, blocks * (BLOCK_GAS / GAS_EACH));
  }

  private static Map<Long, Integer> attestedPerBlock(TempoRpc rpc, Backlog backlog) {
    var ids = backlog.bookings().stream().map(key -> key.bookingId()).collect(Collectors.toSet());
    return logs(rpc, backlog).stream()
        .filter(
            log ->
                EscrowEvents.decode(log).orElse(null) instanceof EscrowEvent.Attested event
                    && ids.contains(event.bookingId()))
        .collect(Collectors.toMap(Log::blockNumber, _ -> 1, Integer::sum));
  }

  private static List<Log> logs(TempoRpc rpc, Backlog backlog) {
    long newest = rpc.blockNumber();
    var escrow = backlog.bookings().getFirst().escrow();
    return rpc.logs(LogFilter.of(escrow, newest - BLOCKS_BACK, newest));
  }

  @Override
  public String toString() {
    return String.format(
        "%,d in %d blocks, into which %,d fit: %.2f",
        attested, blocks, fits, attested / (double) fits);
  }
}
