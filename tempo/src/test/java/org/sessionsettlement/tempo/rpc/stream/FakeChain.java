package org.sessionsettlement.tempo.rpc.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.rpc.ChainJson;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonRpc;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * A chain of named blocks, each with one log, and the node that answers for it. The first block is
 * number 0.
 */
final class FakeChain implements HttpTransport {
  private static final long TIME = 7;

  private final List<String> names = new ArrayList<>();
  private int failures;
  private int requests;
  private int hidden;

  FakeChain(String... blocks) {
    add(blocks);
  }

  synchronized void add(String... blocks) {
    names.addAll(List.of(blocks));
  }

  /** Undoes the newest blocks and mines others. */
  synchronized void reorg(int depth, String... blocks) {
    names.subList(names.size() - depth, names.size()).clear();
    add(blocks);
  }

  /** The next so many requests find no node. */
  synchronized void fail(int next) {
    failures = next;
  }

  /** The node has not come as far as the newest so many blocks. */
  synchronized void hide(int blocks) {
    hidden = blocks;
  }

  synchronized int requests() {
    return requests;
  }

  TempoRpc rpc(PollClock clock) {
    return new TempoRpc(new JsonRpc(this), clock);
  }

  /** A block as eth_subscribe pushes it and eth_getBlockByNumber answers it. */
  synchronized String block(int number) {
    String parent = number == 0 ? "nothing" : names.get(number - 1);
    return ChainJson.block(number, TIME, names.get(number), parent);
  }

  synchronized int newest() {
    return names.size() - 1;
  }

  @Override
  public synchronized Answer post(String json) throws IOException {
    requests++;
    if (failures > 0) {
      failures--;
      throw new IOException("away");
    }
    JsonValue request = JsonValue.parse(json);
    String answer =
        request.isArray()
            ? request.items().stream().map(this::one).toList().toString()
            : one(request);
    return new Answer(200, answer);
  }

  private String one(JsonValue request) {
    JsonValue first = request.get("params").items().get(0);
    String member =
        request.get("method").text().equals("eth_getLogs")
            ? logs(first.get("blockHash").hash())
            : "\"result\":" + block(first.text());
    return "{\"id\":" + request.get("id").number() + "," + member + "}";
  }

  private String block(String tag) {
    int visible = newest() - hidden;
    int number = tag.equals("latest") ? visible : Hex.parseQuantity(tag).intValueExact();
    return number < 0 || number > visible ? "null" : block(number);
  }

  private String logs(Hash32 block) {
    for (int number = 0; number <= newest() - hidden; number++) {
      if (ChainJson.hash(names.get(number)).equals(block)) {
        return "\"result\":[" + ChainJson.log(number, names.get(number)) + "]";
      }
    }
    return "\"error\":{\"code\":-32000,\"message\":\"unknown block\"}";
  }
}
