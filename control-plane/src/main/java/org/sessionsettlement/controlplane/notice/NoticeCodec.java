package org.sessionsettlement.controlplane.notice;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigInteger;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A notice's JSON: made once, stored, and sent as it was stored. */
final class NoticeCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .withConfigOverride(
              BigInteger.class,
              numbers -> numbers.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .build();

  private NoticeCodec() {}

  private record Body(
      long number,
      String id,
      String kind,
      String escrow,
      long bookingId,
      String host,
      String guest,
      long atS,
      What what) {}

  static String write(Notice notice) {
    return JSON.writeValueAsString(
        new Body(
            notice.number(),
            notice.id(),
            NoticeKind.of(notice.what()).text(),
            notice.booking().escrow().toString(),
            notice.booking().bookingId(),
            notice.host().toString(),
            notice.guest().toString(),
            notice.atSeconds(),
            notice.what()));
  }

  static Notice read(String body) {
    var json = JSON.readTree(body);
    var type = NoticeKind.of(json.get("kind").asString()).type();
    return new Notice(
        json.get("number").longValue(),
        json.get("id").asString(),
        new BookingKey(
            Address.parse(json.get("escrow").asString()), json.get("booking_id").longValue()),
        Address.parse(json.get("host").asString()),
        Address.parse(json.get("guest").asString()),
        json.get("at_s").longValue(),
        JSON.treeToValue(json.get("what"), type));
  }
}
