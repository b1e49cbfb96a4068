package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.token.Tip20;
import tools.jackson.databind.JsonNode;

/** What hosts offer and guests ask for, over a real chain. */
class MarketOnChainTest {
  private static final int DURATION_MINS = 2;
  private static final long DAY_S = 86_400;

  @TempDir Path folder;

  @Test
  void showsOffersRequestsAndDisputesAsTheChainHasThem() {
    try (var stack = new LocalStack(folder, TestDatabase.freshSchema(getClass()))) {
      var host = stack.person(DevAccounts.HOSTS.get(0));
      var guest = stack.person(DevAccounts.GUESTS.get(0));
      hostsSayWhatTheyWant(stack, host);
      slotsFollowTheirBookings(stack, host, guest);
      requestsAreSeenByThoseWhoMayAcceptThem(stack, host, guest);
      disputesAreTheReviewers(stack, host);
      timeMovesByRequest(stack);
    }
  }

  private static void hostsSayWhatTheyWant(LocalStack stack, Person host) {
    String path = "/hosts/" + host.account.address();
    assertThat(stack.http().get(path).json().path("accepting_bookings").asBoolean()).isTrue();
    var own = stack.http().signIn(host.account);
    String settings =
        """
        {"display_name": "Ada", "accepting_bookings": false, "time_zone": "Europe/Berlin",
         "weekly": [{"day": 1, "from": "09:00", "to": "12:00"}],
         "booking_defaults": {"duration_mins": 30, "grace_mins": 5, "min_overlap_mins": 15,
                              "cancel_cutoff_mins": 60}}
        """;
    assertThat(stack.http().put("/hosts/me/settings", settings, own).status()).isEqualTo(200);
    var shown = stack.http().get(path).json();
    assertThat(shown.path("display_name").asString()).isEqualTo("Ada");
    assertThat(shown.path("accepting_bookings").asBoolean()).isFalse();
    assertThat(shown.path("weekly").get(0).path("from").asString()).isEqualTo("09:00");
    assertThat(shown.path("booking_defaults").path("grace_mins").asInt()).isEqualTo(5);
    assertThat(stack.http().get("/hosts/me/settings", own).json()).isEqualTo(shown);

    var refused = stack.http().put("/hosts/me/settings", "{\"time_zone\": \"Mars\"}", own);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asString()).isEqualTo("bad_host_settings");
    assertThat(stack.http().put("/hosts/me/settings", "{}").status()).isEqualTo(401);
    assertThat(stack.http().get(path).json()).isEqualTo(shown);
  }

  private static void slotsFollowTheirBookings(LocalStack stack, Person host, Person guest) {
    long start = stack.nowSeconds() + DAY_S;
    var key = stack.book(host, guest, start, DURATION_MINS);
    stack.await(
        "booked", () -> slot(stack, host, start).path("status").asString().equals("booked"));
    var slot = slot(stack, host, start);
    assertThat(slot.path("booking_id").asLong()).isEqualTo(key.bookingId());
    assertThat(slot.path("end_s").asLong()).isEqualTo(start + DURATION_MINS * 60);
    assertThat(slot.path("price").asString()).isEqualTo(LocalStack.PRICE.toString());
    assertThat(
            stack
                .http()
                .get("/hosts/" + host.account.address())
                .json()
                .path("base_price")
                .asString())
        .isEqualTo(LocalStack.PRICE.toString());

    stack.send(
        guest.account, EscrowGas.SETTLE, stack.calls().cancelBookingAsGuest(key.bookingId()));
    stack.await("open", () -> slot(stack, host, start).path("status").asString().equals("open"));
    assertThat(slot(stack, host, start).path("booking_id").isNull()).isTrue();
    assertThat(slots(stack, host, "?status=booked")).isEmpty();
    assertThat(slots(stack, host, "?from_s=" + (start + 1))).isEmpty();

    stack.send(
        host.account, EscrowGas.SETTLE, stack.calls().cancelSlot(slot.path("slot_id").asLong()));
    stack.await(
        "taken back", () -> slot(stack, host, start).path("status").asString().equals("cancelled"));
  }

  private static JsonNode slot(LocalStack stack, Person host, long startSeconds) {
    return slots(stack, host, "?from_s=" + startSeconds).path(0);
  }

  private static JsonNode slots(LocalStack stack, Person host, String query) {
    return stack
        .http()
        .get("/hosts/" + host.account.address() + "/slots" + query)
        .json()
        .path("slots");
  }

  private static void requestsAreSeenByThoseWhoMayAcceptThem(
      LocalStack stack, Person host, Person guest) {
    long from = stack.nowSeconds() + DAY_S;
    stack.send(
        guest.account,
        EscrowGas.APPROVE + EscrowGas.CREATE_REQUEST,
        new Tip20(Funding.ALPHA_USD).approve(stack.deployment.escrow(), LocalStack.PRICE),
        stack
            .calls()
            .createRequest(
                Address.ZERO, from, from + DAY_S, DURATION_MINS, LocalStack.PRICE, from));
    stack.await("made", () -> requests(stack, "host", host).size() == 1);
    var made = requests(stack, "guest", guest).path(0);
    assertThat(made.path("status").asString()).isEqualTo("open");
    assertThat(made.path("host_target").isNull()).isTrue();
    assertThat(made.path("amount").asString()).isEqualTo(LocalStack.PRICE.toString());
    assertThat(made.path("window_end_s").asLong()).isEqualTo(from + DAY_S);
    assertThat(requests(stack, "guest", host)).isEmpty();

    stack.send(
        host.account,
        EscrowGas.ACCEPT_REQUEST,
        stack.calls().acceptRequest(made.path("request_id").asLong(), from + 60, 1, 1, 0));
    stack.await(
        "accepted",
        () -> requests(stack, "guest", guest).path(0).path("status").asString().equals("accepted"));
    var accepted = requests(stack, "guest", guest).path(0);
    assertThat(accepted.path("host").asString()).isEqualTo(host.account.address().toString());
    assertThat(accepted.path("booking_id").asLong()).isPositive();
  }

  private static JsonNode requests(LocalStack stack, String whose, Person who) {
    return stack
        .http()
        .get("/requests?" + whose + "=" + who.account.address())
        .json()
        .path("requests");
  }

  private static void disputesAreTheReviewers(LocalStack stack, Person host) {
    var http = stack.http();
    assertThat(http.get("/disputes").status()).isEqualTo(401);
    var refused = http.get("/disputes", http.signIn(host.account));
    assertThat(refused.json().path("error").asString()).isEqualTo("not_the_reviewer");
    var owner = http.signIn(DevAccounts.OWNER.account());
    assertThat(http.get("/disputes", owner).json().path("disputes")).isEmpty();
  }

  private static void timeMovesByRequest(LocalStack stack) {
    long before = stack.nowSeconds();
    var moved = stack.http().post("/local/time", "{\"advance_s\": 3600}");
    assertThat(moved.json().path("now_ms").asLong())
        .isGreaterThanOrEqualTo((before + 3_600) * 1_000);
    assertThat(moved.json().path("left_s").asLong()).isZero();
    assertThat(stack.http().post("/local/time", "{\"advance_s\": 0}").status()).isEqualTo(400);
  }
}
