package org.sessionsettlement.controlplane.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessionsettlement.controlplane.notice.Courier.Result;

/** A server that refuses the recipient: GreenMail takes everybody. */
class RefusedMailboxTest {
  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 no such user, Dropped",
    "553 not here, Dropped",
    "450 4.2.1 mailbox busy, Failed",
    "452 too many recipients, Failed"
  })
  void isDroppedWhereItIsForGoodAndTriedAgainWhereItIsForNow(String answer, String expected)
      throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var server = Thread.ofVirtual().start(() -> refuse(socket, answer));
      var settings =
          new SmtpServer(
              "127.0.0.1",
              socket.getLocalPort(),
              SmtpServer.Security.NONE,
              Optional.empty(),
              "notices@settlement.example");
      var result =
          new SmtpPost(settings, InstantSource.system())
              .send(new Mail("guest@example.org", "subject", "text", "id"));
      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(result.toString()).doesNotContain("guest@").isNotEqualTo(answer);
      assertThat(result).isInstanceOf(Result.class);
      server.interrupt();
    }
  }

  private static void refuse(ServerSocket socket, String answer) {
    try (Socket line = socket.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
      say(line, "220 ready");
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        say(
            line,
            said.startsWith("RCPT") ? answer : said.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException e) {
      // The client went away, which is how this ends.
    }
  }

  private static void say(Socket line, String text) throws IOException {
    line.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    line.getOutputStream().flush();
  }
}
