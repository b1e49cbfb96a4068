package org.sessionsettlement.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.signature.PersonalMessage;

class SessionVoiceApiTest {
  private static final String JOINED_WITH =
      "{\"connection_id\":\"c1\",\"joined_at_ms\":1000,\"heartbeat_every_ms\":5000,"
          + "\"lease_ms\":15000,\"role\":\"guest\",\"slot\":{\"end_s\":9},\"now_ms\":1000%s}";
  private static final Joined SEAT =
      new Joined("7", "c1", 1_000, 9_000, 5_000, 15_000, "guest", IceSettings.NO_SERVERS);
  private static final String JOINED = JOINED_WITH.formatted("");
  private static final Secp256k1Account WALLET =
      Secp256k1Account.fromPrivateKey("0x" + "11".repeat(32));

  private final FakeService service = new FakeService();
  private final List<Long> pausesMs = new ArrayList<>();
  private final SessionVoiceApi api =
      new SessionVoiceApi(
          ServiceAddress.of("http://localhost:8080", 31_337),
          service,
          new RetryPolicy(4, 100, 250, pausesMs::add),
          WALLET,
          () -> 1_800_000_000_000L);

  @Test
  void signsInByItselfAndOnlyOnce() {
    service.thenSignIn("t1").then(200, JOINED).then(200, "{\"ok\":true,\"now_ms\":6000}");

    assertThat(api.join("7")).isEqualTo(new ApiResult.Ok<>(SEAT));
    assertThat(api.heartbeat(SEAT)).isEqualTo(new ApiResult.Ok<>(6_000L));

    assertThat(service.paths())
        .containsExactly("/auth/nonce", "/auth/verify", "/session/join", "/session/7/heartbeat");
    assertThat(service.last().headers()).containsEntry("authorization", "Bearer t1");
  }

  @Test
  void readsHowToConnect() {
    service
        .thenSignIn("t1")
        .then(
            200,
            JOINED_WITH.formatted(
                ",\"ice_transport_policy\":\"relay\",\"ice_servers\":["
                    + "{\"urls\":[\"stun:a\"]},"
                    + "{\"urls\":[\"turn:b\",\"turns:c\"],\"username\":\"u\",\"credential\":\"secret\"}]"));

    IceSettings ice = api.join("7").orThrow().ice();

    assertThat(ice.relayOnly()).isTrue();
    assertThat(ice.servers())
        .containsExactly(
            new IceServer(List.of("stun:a"), Optional.empty(), Optional.empty()),
            new IceServer(List.of("turn:b", "turns:c"), Optional.of("u"), Optional.of("secret")));
    assertThat(ice.toString()).contains("turn:b").doesNotContain("secret");
  }

  @Test
  void relaysWhereItAskedForThatWhateverAnOlderServiceAnswers() {
    service.thenSignIn("t1").then(200, JOINED);

    assertThat(api.join(new JoinRequest("7", true)).orThrow().ice().relayOnly()).isTrue();
    assertThat(service.last().json())
        .hasValueSatisfying(sent -> assertThat(sent).contains("\"relay_only\":true"));
  }

  @Test
  void saysHowTheMediaStandWithAHeartbeat() {
    service.thenSignIn("t1").then(200, "{\"ok\":true,\"now_ms\":6000}");
    api.heartbeat(SEAT, new MediaCounts(true, 12, 9_007_199_254_740_991L)).orThrow();

    JsonValue media = JsonValue.parse(service.last().json().orElseThrow()).get("media");
    assertThat(media.get("connected").bool()).isTrue();
    assertThat(media.get("bytes_sent").number()).isEqualTo(12);
    assertThat(media.get("bytes_received").number()).isEqualTo(9_007_199_254_740_991L);
  }

  @Test
  void signsAMessageThatNamesServiceChainAndNonce() {
    service.thenSignIn("t1");

    assertThat(api.signIn()).isEqualTo(new ApiResult.Ok<>(true));

    JsonValue sent = JsonValue.parse(service.requests.get(1).json().orElseThrow());
    String message = sent.get("message").text();
    assertThat(message)
        .isEqualTo(
            "localhost:8080 wants you to sign in with your Ethereum account:\n"
                + WALLET.address()
                + "\n\nSign in.\n\nURI: http://localhost:8080\nVersion: 1\nChain ID: 31337\n"
                + "Nonce: abcdefgh12345678\nIssued At: 2027-01-15T08:00:00Z");
    Bytes signature = Bytes.fromHex(sent.get("signature").text());
    assertThat(PersonalMessage.recover(message, signature)).isEqualTo(WALLET.address());
  }

  @Test
  void signsNothingForAnotherDomainOrChain() {
    service.thenNonce("evil.example", 31_337).thenNonce("localhost:8080", 4_217);

    assertThat(api.signIn())
        .isInstanceOfSatisfying(
            ApiResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("wrong_domain"));
    assertThat(api.signIn())
        .isInstanceOfSatisfying(
            ApiResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("wrong_chain"));

    assertThat(service.paths()).containsExactly("/auth/nonce", "/auth/nonce");
  }

  @Test
  void triesAgainWhileTheServiceIsAwayAndPausesLongerEachTime() {
    service
        .thenSignIn("t1")
        .thenSilence()
        .thenProblem(503, "database_unavailable")
        .thenSilence()
        .then(200, "{\"ok\":true,\"duration_ms\":42}");

    assertThat(api.leave(SEAT)).isEqualTo(new ApiResult.Ok<>(42L));
    assertThat(pausesMs).containsExactly(100L, 200L, 250L);
  }

  @Test
  void givesUpAfterItsAttempts() {
    service.thenSignIn("t1").thenSilence().thenSilence().thenSilence().thenSilence();

    assertThat(api.heartbeat(SEAT)).isInstanceOf(ApiResult.Unreachable.class);
  }

  @Test
  void neverSendsASignatureTwice() {
    service.thenNonce("localhost:8080", 31_337).thenSilence();

    assertThat(api.signIn()).isInstanceOf(ApiResult.Unreachable.class);
    assertThat(service.paths()).containsExactly("/auth/nonce", "/auth/verify");
  }

  @Test
  void readsAStanding() {
    service
        .thenSignIn("t1")
        .then(
            200,
            "{\"role\":\"guest\",\"at_ms\":9,\"overlap_ms\":7,\"needed_ms\":8,\"counted\":true,"
                + "\"other_counted\":false,\"state\":\"open\",\"host_missing_ms\":2,"
                + "\"guest_missing_ms\":1,\"at_fault\":\"host\","
                + "\"if_both_stay\":{\"outcome\":\"Completed\",\"decided_at_ms\":10},"
                + "\"if_i_leave\":{\"outcome\":\"NoShowHost\",\"decided_at_ms\":11},"
                + "\"if_both_leave\":{\"reason\":\"presence_unknown\"}}");

    assertThat(api.standing("7"))
        .isEqualTo(
            new ApiResult.Ok<>(
                new LiveStanding(
                    "guest",
                    9,
                    7,
                    8,
                    true,
                    false,
                    "open",
                    Optional.empty(),
                    2,
                    1,
                    Optional.of("host"),
                    new LiveStanding.Outlook(Optional.of("Completed"), Optional.of(10L)),
                    new LiveStanding.Outlook(Optional.of("NoShowHost"), Optional.of(11L)),
                    new LiveStanding.Outlook(Optional.empty(), Optional.empty()))));
    assertThat(service.last().url()).endsWith("/session/7/standing");
  }

  @Test
  void handsTheServicesCodeOn() {
    service.thenSignIn("t1").thenProblem(409, "too_early_to_join");

    assertThatThrownBy(() -> api.join("7").orThrow())
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("too_early_to_join"));
    assertThat(pausesMs).isEmpty();
  }

  @Test
  void callsAnAnswerThatIsNoneBad() {
    service.thenSignIn("t1").then(200, "<html>").then(502, "Bad Gateway");

    assertThat(api.join("7"))
        .isInstanceOfSatisfying(
            ApiResult.Refused.class, r -> assertThat(r.code()).isEqualTo("bad_answer"));
    assertThat(api.join("7"))
        .isInstanceOfSatisfying(
            ApiResult.Refused.class, r -> assertThat(r.code()).isEqualTo("bad_answer"));
  }
}
