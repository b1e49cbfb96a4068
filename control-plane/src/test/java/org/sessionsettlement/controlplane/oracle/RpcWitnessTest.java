package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is believed of a second endpoint, which here is a script that speaks JSON-RPC. */
class RpcWitnessTest {
  private static final long CHAIN_ID = 31_337;
  private static final long TRUSTED = 100;
  private static final BookingKey ONE = FakeBookings.key(1);
  private static final BookingKey TWO = FakeBookings.key(2);
  private static final String NULL = "null";

  /** Statuses in the contract's order. */
  private static final byte NONE = 0;

  private static final byte BOOKED = 1;
  private static final byte ATTESTED = 3;

  private final Map<Long, Byte> bookings = new HashMap<>(Map.of(1L, BOOKED, 2L, BOOKED));
  private long chainId = CHAIN_ID;
  private String block = block(OracleFixture.hash(7));
  private final Witness witness = witness(this::answers);

  @Test
  void agreesWhereEveryBookingIsBooked() {
    assertThat(witness.agreesBooked(List.of(ONE, TWO))).isEqualTo(new Agreement.Agrees());
  }

  @Test
  void namesTheBookingsThatAreNotBookedThere() {
    bookings.put(2L, ATTESTED);
    assertThat(witness.agreesBooked(List.of(ONE, TWO)))
        .isEqualTo(new Agreement.Disagrees(Set.of(TWO)));
    bookings.put(1L, NONE);
    assertThat(witness.agreesBooked(List.of(ONE, TWO)))
        .isEqualTo(new Agreement.Disagrees(Set.of(ONE, TWO)));
  }

  @Test
  void isNotHeardOnAnotherChain() {
    chainId = 4_217;
    assertThat(heard()).isEqualTo(new Agreement.Unavailable("other_chain"));
  }

  @Test
  void isNotHeardWhileItLags() {
    block = NULL;
    assertThat(heard()).isEqualTo(new Agreement.Unavailable("behind"));
  }

  @Test
  void isNotHeardOnAForkOfTheSameChain() {
    block = block(OracleFixture.hash(8));
    assertThat(heard()).isEqualTo(new Agreement.Unavailable("other_block"));
  }

  @Test
  void isNotHeardWhereItDoesNotAnswerOrAnswersNonsense() {
    var unavailable = new Agreement.Unavailable("no_answer");
    assertThat(witness(_ -> cut()).agreesBooked(List.of(ONE))).isEqualTo(unavailable);
    assertThat(witness(_ -> new HttpTransport.Answer(200, "[]")).agreesBooked(List.of(ONE)))
        .isEqualTo(unavailable);
    assertThat(witness(_ -> new HttpTransport.Answer(500, "")).agreesBooked(List.of(ONE)))
        .isEqualTo(unavailable);
  }

  @Test
  void isNotHeardWhereTheFirstEndpointDoesNotSayWhereItIs() {
    var first = new TempoRpc(_ -> cut());
    var lost =
        new RpcWitness(
            new TempoRpc(this::answers), CHAIN_ID, () -> first.block(BlockTag.FINALIZED));
    assertThat(lost.agreesBooked(List.of(ONE))).isEqualTo(new Agreement.Unavailable("no_answer"));
  }

  private Agreement heard() {
    return witness.agreesBooked(List.of(ONE));
  }

  private static Witness witness(HttpTransport transport) {
    var trusted =
        new Block(TRUSTED, OracleFixture.hash(7), OracleFixture.hash(6), 1_000, BigInteger.ONE);
    return new RpcWitness(new TempoRpc(transport), CHAIN_ID, () -> trusted);
  }

  private static HttpTransport.Answer cut() throws IOException {
    throw new IOException("cut");
  }

  private HttpTransport.Answer answers(String json) {
    var requests = JsonMapper.shared().readTree(json);
    var answers =
        StreamSupport.stream(requests.spliterator(), false)
            .map(
                request ->
                    "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
                        .formatted(request.path("id"), result(request)))
            .toList();
    return new HttpTransport.Answer(200, answers.toString());
  }

  private String result(JsonNode request) {
    var first = request.path("params").path(0);
    return switch (request.path("method").asString()) {
      case "eth_chainId" -> "\"0x" + Long.toHexString(chainId) + "\"";
      case "eth_getBlockByNumber" ->
          first.asString().equals("0x" + Long.toHexString(TRUSTED)) ? block : NULL;
      case "eth_call" -> "\"" + booking(first.path("data").asString()) + "\"";
      default -> throw new AssertionError("nobody asks for " + request);
    };
  }

  /** getBooking(uint256): eleven words, of which the fourth is the status. */
  private Bytes booking(String data) {
    long id = Long.parseLong(data.substring(data.length() - 16), 16);
    byte[] words = new byte[11 * 32];
    words[4 * 32 - 1] = bookings.getOrDefault(id, NONE);
    return Bytes.of(words);
  }

  private static String block(Hash32 hash) {
    return ("{\"number\":\"0x64\",\"hash\":\"%s\",\"parentHash\":\"%s\",\"timestamp\":\"0x3e8\","
            + "\"baseFeePerGas\":\"0x1\"}")
        .formatted(hash, OracleFixture.hash(6));
  }
}
