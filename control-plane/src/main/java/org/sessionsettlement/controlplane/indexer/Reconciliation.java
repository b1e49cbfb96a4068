package org.sessionsettlement.controlplane.indexer;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a mirror with its chain, as of the mirror's newest block: a part of the bookings that
 * are open, a smaller one of those that are final, each call those that come next, and the escrow's
 * totals. What differs is kept in mirror_differences until a later comparison finds it gone.
 */
public final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  static final int OPEN_A_CHECK = 1_000;
  static final int FINAL_A_CHECK = 250;

  private final EscrowSource source;
  private final CheckTable checks;
  private final DifferenceTable differences;
  private final InstantSource clock;
  private volatile long open;

  public Reconciliation(Database database, EscrowSource source, InstantSource clock) {
    this.source = source;
    this.checks = new CheckTable(database, source.escrow());
    this.differences = new DifferenceTable(database, source.escrow());
    this.clock = clock;
  }

  /**
   * Compares the next part.
   *
   * @return false where nothing was compared: the mirror or the chain moved meanwhile
   */
  public boolean tick() {
    boolean compared = checks.next(OPEN_A_CHECK, FINAL_A_CHECK).filter(this::compare).isPresent();
    open = differences.countOpen();
    return compared;
  }

  private boolean compare(CheckTable.Part part) {
    var at = source.blocks(List.of(part.block())).get(part.block());
    if (at == null || !at.hash().equals(part.hash())) {
      return false;
    }
    compare(part, at);
    checks.done(part, clock.millis());
    return true;
  }

  /** How many differences were there when it was last looked, for gauges. */
  public long openSeen() {
    return open;
  }

  private void compare(CheckTable.Part part, BlockRef at) {
    var ids = part.bookings().stream().map(MirroredState::bookingId).toList();
    var chain = source.bookings(ids, at);
    var terms = source.terms(ids, at);
    List<Difference> found = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      found.addAll(part.bookings().get(i).differences(chain.get(i), terms.get(i)));
    }
    var totals = source.totals(at);
    found.addAll(Difference.between(part.totals(), totals));
    ids = new ArrayList<>(ids);
    ids.add(Difference.WHOLE_ESCROW);
    for (var one : differences.replace(ids, found, at.number(), clock.millis())) {
      LOG.error("{}: the mirror differs from block {}: {}", source.escrow(), at.number(), one);
    }
  }
}
