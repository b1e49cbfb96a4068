package org.sessionsettlement.cli.chaos;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogFilter;

/** What the chain itself tells, as of now. */
record ChainRecords(List<Log> logs) {

  static ChainRecords of(Installation installation) {
    LogFilter filter =
        new LogFilter(
            List.of(installation.deployment().escrow()),
            List.of(),
            BlockTag.number(installation.deployment().block()),
            BlockTag.LATEST);
    return new ChainRecords(installation.rpc().logs(filter));
  }

  /** By booking; normally one each. */
  Map<Long, List<EscrowEvent.Attested>> attestations() {
    return logs.stream()
        .flatMap(log -> EscrowEvents.decode(log).stream())
        .filter(EscrowEvent.Attested.class::isInstance)
        .map(EscrowEvent.Attested.class::cast)
        .collect(Collectors.groupingBy(EscrowEvent.Attested::bookingId));
  }

  /** As {@link Records#mirroredEvents()} gives them. */
  List<String> events() {
    return logs.stream()
        .map(log -> log.blockHash() + " " + log.logIndex() + " " + log.transactionHash())
        .toList();
  }
}
