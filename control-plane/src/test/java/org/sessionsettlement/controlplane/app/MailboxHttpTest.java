package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;
import static org.sessionsettlement.controlplane.app.TestService.STRANGER;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.app.TestService.Answer;
import org.sessionsettlement.controlplane.notice.Mailboxes;
import org.sessionsettlement.controlplane.notice.SmtpServer;

class MailboxHttpTest {
  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static TestService service;
  private static int mailboxes;

  private String host = "";
  private String guest = "";
  private String mailbox = "";

  @BeforeAll
  static void start() {
    MAIL.start();
    service =
        TestService.start(
            MailboxHttpTest.class,
            new ServiceConfig.Notices(
                Optional.empty(),
                Optional.of(
                    new SmtpServer(
                        "127.0.0.1",
                        MAIL.getSmtp().getPort(),
                        SmtpServer.Security.NONE,
                        Optional.empty(),
                        "notices@settlement.example"))));
  }

  @AfterAll
  static void stop() {
    service.close();
    MAIL.stop();
  }

  @BeforeEach
  void signIn() throws Exception {
    service.clock.advance(Duration.ofMinutes(2));
    service.database().jdbc().sql("truncate notice_mailboxes").update();
    MAIL.purgeEmailFromAllMailboxes();
    host = service.signIn(HOST);
    guest = service.signIn(GUEST);
    mailbox = "person" + ++mailboxes + "@example.org";
  }

  @Test
  void belongsToTheWalletOnceItsCodeIsGiven() throws Exception {
    var asked = put(guest, mailbox).json();
    assertThat(asked.path("pending").asString()).isEqualTo(mailbox);
    assertThat(asked.path("code_ends_at_ms").asLong())
        .isEqualTo(service.clock.millis() + 1_800_000);
    assertThat(get(guest).json().has("mailbox")).isFalse();
    assertThat(newestMail()).contains(GUEST.address().toString());

    var confirmed = confirm(guest, code()).json();
    assertThat(confirmed.path("mailbox").asString()).isEqualTo(mailbox);
    assertThat(confirmed.has("pending")).isFalse();
    assertThat(get(host).problem()).isEqualTo("404 mailbox_not_found");
  }

  @Test
  void takesACodeAsPeopleTypeIt() throws Exception {
    put(guest, mailbox);
    String typed = " " + code().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(confirm(guest, typed).status()).isEqualTo(200);
  }

  @Test
  void takesACodeOnceAndOfItsOwnWalletAndInTimeAlone() throws Exception {
    put(guest, mailbox);
    String code = code();
    assertThat(confirm(host, code).problem()).isEqualTo("409 code_invalid");
    assertThat(confirm(guest, "AAAA-AAAA-AAAA").problem()).isEqualTo("409 code_invalid");
    assertThat(confirm(guest, code).status()).isEqualTo(200);
    assertThat(confirm(guest, code).problem()).isEqualTo("409 code_invalid");

    put(guest, mailbox);
    String late = code();
    service.clock.advance(Duration.ofMinutes(30));
    assertThat(confirm(service.signIn(GUEST), late).problem()).isEqualTo("409 code_invalid");
  }

  @Test
  void isNotGuessed() throws Exception {
    put(guest, mailbox);
    for (int i = 0; i < 10; i++) {
      if (i == 5) {
        service.clock.advance(Duration.ofMinutes(1));
      }
      assertThat(confirm(guest, "0000-0000-000" + i).problem()).isEqualTo("409 code_invalid");
    }
    service.clock.advance(Duration.ofMinutes(1));
    assertThat(confirm(guest, code()).problem()).isEqualTo("409 code_invalid");
  }

  @Test
  void staysTheOldOneUntilTheNewOneIsConfirmed() throws Exception {
    put(guest, mailbox);
    confirm(guest, code());
    put(guest, "other" + mailbox);
    assertThat(get(guest).json().path("mailbox").asString()).isEqualTo(mailbox);
    assertThat(get(guest).json().path("pending").asString()).isEqualTo("other" + mailbox);
    confirm(guest, code());
    assertThat(get(guest).json().path("mailbox").asString()).isEqualTo("other" + mailbox);
  }

  @Test
  void isForgottenWhenItsWalletSaysSo() throws Exception {
    put(guest, mailbox);
    confirm(guest, code());
    var delete = HttpRequest.newBuilder(service.uri("/notices/mailbox")).DELETE();
    assertThat(service.send(delete.header("Authorization", "Bearer " + guest)).status())
        .isEqualTo(200);
    assertThat(get(guest).problem()).isEqualTo("404 mailbox_not_found");
    assertThat(
            service
                .database()
                .jdbc()
                .sql("select count(*) from notice_mailboxes")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void isForgottenWhereNobodyConfirmsItInTime() throws Exception {
    put(guest, mailbox);
    confirm(guest, code());
    put(guest, "other" + mailbox);
    put(host, "mine" + mailbox);
    service.clock.advance(Duration.ofMinutes(30));
    new Mailboxes(service.database(), service.clock).prune();

    assertThat(get(service.signIn(GUEST)).json().path("mailbox").asString()).isEqualTo(mailbox);
    assertThat(get(service.signIn(GUEST)).json().has("pending")).isFalse();
    assertThat(get(service.signIn(HOST)).problem()).isEqualTo("404 mailbox_not_found");
  }

  @Test
  void isNotFilledWithCodesWhoeverAsksForThem() {
    String stranger = service.signIn(STRANGER);
    assertThat(put(guest, mailbox).status()).isEqualTo(200);
    assertThat(put(host, mailbox.toUpperCase(java.util.Locale.ROOT)).status()).isEqualTo(200);
    assertThat(put(stranger, mailbox).status()).isEqualTo(200);
    assertThat(put(guest, mailbox).problem()).isEqualTo("409 too_many_codes");
    assertThat(MAIL.getReceivedMessages()).hasSize(3);
    service.clock.advance(Duration.ofHours(1));
    assertThat(put(service.signIn(GUEST), mailbox).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b",
        "a b@example.org",
        "a@example.org\\nBcc: b@example.org",
        "a@example.org,b@example.org",
        "<a@example.org>",
        "a@-"
      })
  void isRefusedWhereItIsNone(String text) {
    assertThat(put(guest, text).problem()).isEqualTo("400 bad_mailbox");
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @Test
  void isForThoseWhoSignedIn() {
    assertThat(service.get("/notices/mailbox").problem()).isEqualTo("401 token_missing");
    assertThat(service.post("/notices/mailbox/confirm", "{}").problem())
        .isEqualTo("401 token_missing");
    assertThat(confirm(guest, "").problem()).isEqualTo("409 code_invalid");
  }

  @Test
  void limitsHowOftenAWalletAsks() {
    for (int i = 0; i < 10; i++) {
      assertThat(put(guest, "").problem()).isEqualTo("400 bad_mailbox");
    }
    assertThat(put(guest, mailbox).problem()).isEqualTo("429 rate_limited");
  }

  @Test
  void saysWhereNoMailIsSent() {
    try (var silent = TestService.start(MailboxHttpTest.class)) {
      String token = silent.signIn(GUEST);
      assertThat(silent.send(putRequest(silent, token, mailbox)).problem())
          .isEqualTo("409 mail_off");
    }
  }

  @Test
  void saysWhereTheMailServerIsAway() {
    var nobody =
        new SmtpServer("127.0.0.1", 1, SmtpServer.Security.NONE, Optional.empty(), "n@example.org");
    var notices = new ServiceConfig.Notices(Optional.empty(), Optional.of(nobody));
    try (var cutOff = TestService.start(MailboxHttpTest.class, notices)) {
      var answer = cutOff.send(putRequest(cutOff, cutOff.signIn(GUEST), mailbox));
      assertThat(answer.problem()).isEqualTo("503 mail_unavailable");
    }
  }

  private static Answer put(String token, String mailbox) {
    return service.send(putRequest(service, token, mailbox));
  }

  private static HttpRequest.Builder putRequest(TestService to, String token, String mailbox) {
    return HttpRequest.newBuilder(to.uri("/notices/mailbox"))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token)
        .PUT(BodyPublishers.ofString("{\"mailbox\":\"" + mailbox + "\"}"));
  }

  private static Answer get(String token) {
    return service.send(
        HttpRequest.newBuilder(service.uri("/notices/mailbox"))
            .header("Authorization", "Bearer " + token));
  }

  private static Answer confirm(String token, String code) {
    return service.post("/notices/mailbox/confirm", "{\"code\":\"" + code + "\"}", token);
  }

  private static String newestMail() throws Exception {
    var received = MAIL.getReceivedMessages();
    return received[received.length - 1].getContent().toString();
  }

  private static String code() throws Exception {
    var found = CODE.matcher(newestMail());
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
