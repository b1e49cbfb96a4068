package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.localnet.DevAccounts;
import tools.jackson.databind.JsonNode;

/** What the app's pages ask of the service, over a real chain. */
class PagesOnChainTest {
  private static final int DURATION_MINS = 2;

  @TempDir Path folder;

  @Test
  void tellsPagesWhatTheyAreAboutAndWhatHappens() throws Exception {
    try (var stack = new LocalStack(folder, TestDatabase.freshSchema(getClass()))) {
      saysWhichEscrowItIsAbout(stack);
      passesQuestionsOnToTheChain(stack);
      tellsWhatHappensAndGoesOnWhereAPageWas(stack);
    }
  }

  private static void saysWhichEscrowItIsAbout(LocalStack stack) {
    stack.await("the chain's answer", () -> about(stack).path("terms").isObject());
    var about = about(stack);
    assertThat(about.path("escrow").asString()).isEqualTo(stack.deployment.escrow().toString());
    assertThat(about.path("owner").asString()).isEqualTo(stack.escrow().owner().toString());
    assertThat(about.path("token").path("decimals").asInt()).isEqualTo(6);
    assertThat(about.path("token").path("symbol").asString()).isEqualTo("AlphaUSD");
    assertThat(about.path("terms").path("challenge_bond").asString())
        .isEqualTo(LocalStack.BOND.toString());
    assertThat(about.path("terms").path("challenge_window_s").asLong())
        .isEqualTo(LocalStack.CHALLENGE_WINDOW_S);
    assertThat(about.path("is_local").asBoolean()).isTrue();
  }

  private static JsonNode about(LocalStack stack) {
    return stack.http().get("/about").json();
  }

  private static void passesQuestionsOnToTheChain(LocalStack stack) {
    var answer =
        stack
            .http()
            .post(
                "/rpc", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_chainId\",\"params\":[]}");
    assertThat(answer.json().path("result").asString()).isEqualTo("0x7a69");
  }

  private static void tellsWhatHappensAndGoesOnWhereAPageWas(LocalStack stack) throws Exception {
    var host = stack.person(DevAccounts.HOSTS.get(0));
    var guest = stack.person(DevAccounts.GUESTS.get(0));
    var stranger = DevAccounts.GUESTS.get(1).account().address();
    int port = stack.servicePort();
    try (var all = new EventLines(port, "");
        var hosts = new EventLines(port, "?party=" + host.account.address());
        var strangers = new EventLines(port, "?party=" + stranger)) {
      var first = stack.book(host, guest, stack.nowSeconds() + 600, DURATION_MINS);
      stack.await("told", () -> hosts.kinds().contains("SessionBooked"));
      var booked = hosts.data().get(hosts.kinds().indexOf("SessionBooked"));
      assertThat(booked.path("booking_id").asLong()).isEqualTo(first.bookingId());
      assertThat(booked.path("guest").asString()).isEqualTo(guest.account.address().toString());
      assertThat(booked.path("status").asString()).isEqualTo("BOOKED");
      assertThat(hosts.kinds()).contains("SessionSlotCreated");
      assertThat(strangers.kinds()).doesNotContain("SessionBooked");

      String heard = hosts.ids().getLast();
      long beforeSecond = stack.chain.rpc().blockNumber();
      var second = stack.book(host, guest, stack.nowSeconds() + 1_200, DURATION_MINS);
      stack.await("told", () -> ids(all).contains(second.bookingId()));
      try (var later = new EventLines(port, "?after=" + heard + "&booking=" + second)) {
        stack.await("caught up", () -> later.kinds().contains("SessionBooked"));
        assertThat(ids(later)).containsOnly(second.bookingId());
      }

      stack.takeBackAfter(beforeSecond);
      stack.await("told of what was taken back", () -> all.names().contains("back"));
    }
  }

  private static List<Long> ids(EventLines lines) {
    return lines.data().stream()
        .filter(one -> one.has("booking_id"))
        .map(one -> one.path("booking_id").asLong())
        .toList();
  }
}
