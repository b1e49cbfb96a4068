package org.sessionsettlement.controlplane.app;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A protobuf message, read without its schema: members by their numbers. */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;

  private final Map<Integer, List<byte[]>> bytes = new HashMap<>();
  private final Map<Integer, Long> numbers = new HashMap<>();

  Protobuf(byte[] message) {
    var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long tag = varint(in);
      int field = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case VARINT -> numbers.put(field, varint(in));
        case FIXED_64 -> numbers.put(field, in.getLong());
        case FIXED_32 -> numbers.put(field, (long) in.getInt());
        case BYTES -> {
          byte[] value = new byte[(int) varint(in)];
          in.get(value);
          bytes.computeIfAbsent(field, none -> new ArrayList<>()).add(value);
        }
        default -> throw new IllegalArgumentException("not a protobuf message");
      }
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  byte[] bytes(int field) {
    return bytes.getOrDefault(field, List.of(new byte[0])).getFirst();
  }

  String text(int field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }

  long fixed64(int field) {
    return numbers.getOrDefault(field, 0L);
  }

  List<Protobuf> messages(int field) {
    return bytes.getOrDefault(field, List.of()).stream().map(Protobuf::new).toList();
  }
}
