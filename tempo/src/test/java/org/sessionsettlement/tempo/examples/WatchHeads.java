package org.sessionsettlement.tempo.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.stream.ChainEvent;
import org.sessionsettlement.tempo.rpc.stream.ChainStream;
import org.sessionsettlement.tempo.rpc.stream.OkHttpWebSockets;
import org.sessionsettlement.tempo.rpc.stream.StreamSettings;

/**
 * Follows the chain and a token's logs for some blocks, through whatever breaks of the connection.
 */
public final class WatchHeads {
  private static final Address ALPHA_USD =
      Address.parse("0x20c0000000000000000000000000000000000001");
  private static final int BLOCKS = 5;
  private static final int MAX_SECONDS = 60;

  private WatchHeads() {}

  /** Arguments: the node's http address and its ws address. */
  public static void main(String[] args) throws InterruptedException {
    run(args[0], args[1], BLOCKS).forEach(System.out::println);
  }

  /** What was told until there were so many blocks. */
  static List<ChainEvent> run(String url, String webSocketUrl, int blocks)
      throws InterruptedException {
    StreamSettings settings = StreamSettings.HEADS.withLogs(LogSelector.of(ALPHA_USD));
    List<ChainEvent> seen = new ArrayList<>();
    CountDownLatch heads = new CountDownLatch(blocks);
    ChainStream stream =
        ChainStream.start(
            TempoRpc.at(url),
            new OkHttpWebSockets(webSocketUrl),
            settings,
            event -> {
              seen.add(event);
              if (event instanceof ChainEvent.Head) {
                heads.countDown();
              }
            });
    heads.await(MAX_SECONDS, TimeUnit.SECONDS);
    stream.close();
    return seen;
  }
}
