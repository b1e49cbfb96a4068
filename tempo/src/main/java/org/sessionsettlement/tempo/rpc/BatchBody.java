package org.sessionsettlement.tempo.rpc;

import okio.Utf8;

/** The JSON array of one HTTP request, filled until a limit is reached. */
final class BatchBody {
  private final RpcLimits limits;
  private final StringBuilder json = new StringBuilder("[");
  private long bytes = 2;
  private int size;

  BatchBody(RpcLimits limits) {
    this.limits = limits;
  }

  /** False when the next request belongs into another body; the first always belongs here. */
  boolean add(String request) {
    long more = Utf8.size(request) + 1;
    if (size == limits.maxBatch() || (size > 0 && bytes + more > limits.maxRequestBytes())) {
      return false;
    }
    json.append(size == 0 ? "" : ",").append(request);
    bytes += more;
    size++;
    return true;
  }

  int size() {
    return size;
  }

  String json() {
    return json + "]";
  }
}
