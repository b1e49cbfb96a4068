package org.sessionsettlement.controlplane.app;

import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcTimeouts;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second endpoint, which must agree before anything is signed. */
final class WitnessEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessEndpoint.class);

  /** Less than the oracle keeps a submission to itself, 5 s. */
  private static final RpcTimeouts TIMEOUTS =
      new RpcTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));

  private WitnessEndpoint() {}

  static TempoRpc at(URI url, Meters meters) {
    return Ground.metered(transport(url), "witness", meters);
  }

  private static OkHttpTransport transport(URI url) {
    return new OkHttpTransport(
        new OkHttpClient(), url.toString(), TIMEOUTS, OkHttpTransport.DEFAULT_MAX_ANSWER_BYTES);
  }

  /**
   * Asks it which chain it serves; one that is away is asked again with each question.
   *
   * @throws WrongSetting when it serves another
   */
  static void verify(URI url, long chainId) {
    try {
      long served = new TempoRpc(transport(url)).chainId();
      if (served != chainId) {
        throw new WrongSetting(
            "SETTLE_SERVICE_RPC_WITNESS_URL", "serves chain " + served + ", not " + chainId);
      }
    } catch (RpcException e) {
      LOG.warn("the second endpoint does not answer yet: {}", e.getMessage());
    }
  }
}
