package org.sessionsettlement.cli.operate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where a booking's money is, and where it goes as things stand. */
final class MoneyText {
  private static final BigInteger BPS = BigInteger.valueOf(10_000);
  private static final int DECIMALS = 6;

  private MoneyText() {}

  static String of(WholeStory story) {
    var booking = story.booking();
    var lines = new ArrayList<String>();
    lines.add("paid in by the guest: " + amount(units(booking, "amount")));
    lines.addAll(standing(booking));
    if (booking.has("dispute")) {
      lines.add(bond(booking.path("dispute")));
    }
    lines.add(
        "owed now, of all bookings: host %s, guest %s"
            .formatted(
                amount(units(story.hostOwed(), "owed")), amount(units(story.guestOwed(), "owed"))));
    return StoryText.paragraph("Money, in token units", lines);
  }

  /** What docs/escrow-v1.md says of finalize; the fee is the booking's own. */
  private static List<String> standing(JsonNode booking) {
    return switch (booking.path("status").asString()) {
      case "Booked" -> List.of("it lies in the escrow");
      case "Attested", "Disputed", "Resolved" ->
          List.of("it lies in the escrow; as it stands it goes: " + split(booking));
      case "Finalized" ->
          List.of(
              booking.path("refunded_unattested").asBoolean()
                  ? "credited in full to the guest"
                  : "credited: " + split(booking));
      default -> List.of("credited as the cancellation has it");
    };
  }

  private static String split(JsonNode booking) {
    var amount = units(booking, "amount");
    if (booking.path("outcome").asString().equals("NoShowHost")) {
      return "guest " + amount(amount);
    }
    var bps = BigInteger.valueOf(booking.path("terms").path("fee_bps").asLong());
    var fee = amount.multiply(bps).divide(BPS);
    return "host " + amount(amount.subtract(fee)) + ", treasury " + amount(fee);
  }

  private static String bond(JsonNode dispute) {
    return "bond of %s by %s: back if the outcome changes, else to the other party"
        .formatted(amount(units(dispute, "bond_amount")), dispute.path("challenger").asString());
  }

  private static BigInteger units(JsonNode from, String member) {
    return new BigInteger(from.path(member).asString("0"));
  }

  private static String amount(BigInteger units) {
    return units + " (" + new BigDecimal(units, DECIMALS) + ")";
  }
}
