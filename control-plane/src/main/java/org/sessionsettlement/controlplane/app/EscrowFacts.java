package org.sessionsettlement.controlplane.app;

import java.util.Optional;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/** What the chain says of the default escrow, asked by a tick and kept in between. */
final class EscrowFacts {
  private final TempoRpc rpc;
  private final SessionEscrow escrow;
  private volatile Optional<Facts> newest = Optional.empty();

  EscrowFacts(TempoRpc rpc, SessionEscrow escrow) {
    this.rpc = rpc;
    this.escrow = escrow;
  }

  /**
   * An escrow as it stands.
   *
   * @param owner who reviews disputes
   * @param settings of bookings made from now on
   * @param symbol of the payment token
   * @param decimals of the payment token
   */
  record Facts(Address owner, EscrowSettings settings, String symbol, int decimals) {}

  /** Empty until the chain has answered once; while it is away, what it last said. */
  Optional<Facts> newest() {
    return newest;
  }

  void tick() {
    var settings = escrow.settings();
    var token = new Tip20(settings.paymentToken());
    String symbol = rpc.read(token.symbol(), BlockTag.LATEST);
    int decimals = rpc.read(token.decimals(), BlockTag.LATEST);
    newest = Optional.of(new Facts(escrow.owner(), settings, symbol, decimals));
  }
}
