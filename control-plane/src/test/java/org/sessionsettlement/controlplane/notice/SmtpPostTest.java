package org.sessionsettlement.controlplane.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.notice.Courier.Result;

/** E-mail to a real SMTP server. */
class SmtpPostTest {
  private static final Mail MAIL =
      new Mail("guest@example.org", "Für you", "Until 12:00.\n.\nA line.\n", "ab12");

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final SettableClock clock = new SettableClock(FakeBookings.START_MS);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsPlainTextThatNobodysAbsenceNoteAnswers() throws Exception {
    assertThat(post(Optional.empty()).send(MAIL)).isEqualTo(new Result.Done());

    var got = server.getReceivedMessages()[0];
    assertThat(got.getSubject()).isEqualTo("Für you");
    assertThat(got.getAllRecipients()[0]).hasToString("guest@example.org");
    assertThat(got.getFrom()[0]).hasToString("notices@settlement.example");
    assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(text(got)).isEqualTo("Until 12:00.\n.\nA line.");
    assertThat(got.getSentDate()).hasSameTimeAs(clock.instant().toString());
  }

  @Test
  void sendsTheSameMailUnderTheSameMessageId() throws Exception {
    var post = post(Optional.empty());
    post.send(MAIL);
    post.send(MAIL);
    assertThat(server.getReceivedMessages()[0].getMessageID())
        .isEqualTo("<ab12@settlement.example>")
        .isEqualTo(server.getReceivedMessages()[1].getMessageID());
  }

  @Test
  void signsInWhereTheServerWantsIt() {
    server.getUserManager().setAuthRequired(true);
    server.setUser("notices@settlement.example", "notices", "right");
    assertThat(post(Optional.of(new SmtpServer.Login("notices", "right"))).send(MAIL))
        .isEqualTo(new Result.Done());
    assertThat(post(Optional.of(new SmtpServer.Login("notices", "wrong"))).send(MAIL))
        .isEqualTo(new Result.Failed("no mail server: AuthenticationFailedException"));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void sendsNothingInTheOpenWhereTlsIsAskedFor() {
    var server = settings(SmtpServer.Security.STARTTLS, Optional.empty());
    assertThat(new SmtpPost(server, clock).send(MAIL)).isInstanceOf(Result.Failed.class);
    assertThat(this.server.getReceivedMessages()).isEmpty();
  }

  @Test
  void failsForNowWhereTheServerIsAwayOrSaysNothing() throws IOException {
    var away = post(Optional.empty());
    server.stop();
    assertThat(away.send(MAIL)).isInstanceOf(Result.Failed.class);
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings =
          new SmtpServer(
              "127.0.0.1",
              silent.getLocalPort(),
              SmtpServer.Security.NONE,
              Optional.empty(),
              "notices@settlement.example");
      assertThat(new SmtpPost(settings, clock, Duration.ofMillis(300)).send(MAIL))
          .isInstanceOf(Result.Failed.class);
    }
  }

  @Test
  void namesNoMailboxAndNoPasswordInWhatIsPrinted() {
    var login = new SmtpServer.Login("notices", "right");
    var settings = settings(SmtpServer.Security.TLS, Optional.of(login));
    assertThat(settings.toString()).doesNotContain("right");
    assertThat(MAIL.toString()).doesNotContain("guest@", "12:00");
  }

  private SmtpPost post(Optional<SmtpServer.Login> login) {
    return new SmtpPost(settings(SmtpServer.Security.NONE, login), clock);
  }

  private SmtpServer settings(SmtpServer.Security security, Optional<SmtpServer.Login> login) {
    return new SmtpServer(
        "127.0.0.1", server.getSmtp().getPort(), security, login, "notices@settlement.example");
  }

  private static String text(MimeMessage message) throws Exception {
    return message.getContent().toString().replace("\r\n", "\n").strip();
  }
}
