package org.sessionsettlement.controlplane.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sessionsettlement.controlplane.db.BookingKey;

/**
 * The ids of a booking's trace, which every node derives alike and anybody can: the first 16 and
 * the next 8 bytes of SHA-256 of {@code <escrow>-<id>}, the escrow in lower case.
 */
record BookingTrace(String traceId, String rootSpanId) {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final ScopedValue<BookingTrace> NEXT_ROOT = ScopedValue.newInstance();

  static BookingTrace of(BookingKey booking) {
    var text = booking.toString().toLowerCase(java.util.Locale.ROOT);
    byte[] hash = sha256(text.getBytes(US_ASCII));
    var hex = HexFormat.of();
    return new BookingTrace(
        hex.formatHex(hash, 0, TRACE_BYTES),
        hex.formatHex(hash, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES));
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The span around all others, whichever node tells of it. */
  SpanContext root() {
    return SpanContext.createFromRemoteParent(
        traceId, rootSpanId, TraceFlags.getSampled(), TraceState.getDefault());
  }

  /** A span without a parent that is started in here is that root. */
  void asRoot(Runnable start) {
    ScopedValue.where(NEXT_ROOT, this).run(start);
  }

  /** Random ids, but for roots. */
  static final class Ids implements IdGenerator {
    private final IdGenerator random = IdGenerator.random();

    @Override
    public String generateTraceId() {
      return NEXT_ROOT.isBound() ? NEXT_ROOT.get().traceId() : random.generateTraceId();
    }

    @Override
    public String generateSpanId() {
      return NEXT_ROOT.isBound() ? NEXT_ROOT.get().rootSpanId() : random.generateSpanId();
    }
  }
}
