package org.sessionsettlement.controlplane.notice;

import java.math.BigInteger;
import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.EscrowOutcome;
import tools.jackson.databind.JsonNode;

/**
 * An event of a booking as the mirror has it.
 *
 * @param position its block's hash and its place among the logs: another chain has another
 * @param fields as the mirror shows them (docs/indexer.md)
 */
record ChainEvent(
    BookingKey booking,
    String position,
    String name,
    long atSeconds,
    String txHash,
    JsonNode fields) {

  /** What it means to those who are told; empty for what nobody is told of. */
  Optional<What> what(BookingRecord booked) {
    return Optional.ofNullable(
        switch (name) {
          case "Attested" ->
              new What.Attested(
                  text("outcome"),
                  text("metrics_hash"),
                  fields.get("finalizable_at_s").longValue(),
                  booked.terms().challengeBond(),
                  txHash);
          case "Challenged" ->
              new What.Challenged(
                  text("challenger"),
                  amount("bond_amount"),
                  atSeconds + booked.terms().disputeTimeout(),
                  txHash);
          case "Resolved" -> new What.Resolved(text("final_outcome"), txHash);
          case "Finalized" ->
              new What.Finalized(
                  text("final_outcome"), amount("host_paid"), amount("guest_refund"), txHash);
          case "UnattestedRefunded" ->
              new What.Finalized(
                  EscrowOutcome.NONE.contractName(), BigInteger.ZERO, amount("refund"), txHash);
          default -> null;
        });
  }

  private String text(String field) {
    return fields.get(field).asString();
  }

  private BigInteger amount(String field) {
    return new BigInteger(text(field));
  }
}
