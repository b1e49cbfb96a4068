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

  /** Compares the next part; nothing where the mirror or the chain moved meanwhile. */
  public void tick() {
    var mirrored = checks.next(OPEN_A_CHECK, FINAL_A_CHECK);
    if (mirrored.isPresent()) {
      var at = source.blocks(List.of(mirrored.get().block())).get(mirrored.get().block());
      if (at != null && at.hash().equals(mirrored.get().hash())) {
        compare(mirrored.get(), at);
        checks.done(mirrored.get(), clock.millis());
      }
    }
    open = differences.countOpen();
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
