package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessionsettlement.controlplane.notice.SmtpServer;

/** Where the settings say that notices go. */
class NoticeSettingsTest {
  private static final String MAINNET = "4217";

  @TempDir private Path files;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void setWhatIsRequired() throws IOException {
    set("DATABASE_URL", "jdbc:postgresql://localhost/settlement");
    set("DATABASE_USER", "settlement");
    set("RPC_URL", "https://one.example.org");
    set("CHAIN_ID", MAINNET);
    set("ESCROW", "0x" + "11".repeat(20));
    set("ORACLE", "off");
    set("KEEPER", "off");
    set("TOKEN_FILE", file("token", "t".repeat(32)));
    set("JWT_SECRET_FILE", file("jwt", "s".repeat(32)));
  }

  @Test
  void areNowhereWhereNothingIsSaid() {
    assertThat(notices()).isEqualTo(ServiceConfig.Notices.NOWHERE);
  }

  @Test
  void readAWebhookWithItsSecretAndTheOneBefore() throws IOException {
    set("WEBHOOK_URL", "https://ops.example.org/notices");
    set("WEBHOOK_SECRET_FILE", file("now", "n".repeat(32) + "\n"));
    set("WEBHOOK_PREVIOUS_SECRET_FILE", file("before", "b".repeat(32)));
    assertThat(notices().webhook())
        .contains(
            new ServiceConfig.Webhook(
                URI.create("https://ops.example.org/notices"),
                List.of(new Secret("n".repeat(32)), new Secret("b".repeat(32)))));
    assertThat(notices().toString()).doesNotContain("nnn", "bbb");
  }

  @Test
  void readAMailServerWithStarttlsAsTheDefault() throws IOException {
    set("SMTP_HOST", "mail.example.org");
    set("SMTP_FROM", "notices@example.org");
    assertThat(notices().mail())
        .contains(
            new SmtpServer(
                "mail.example.org",
                587,
                SmtpServer.Security.STARTTLS,
                Optional.empty(),
                "notices@example.org"));
    set("SMTP_SECURITY", "tls");
    set("SMTP_USER", "notices");
    set("SMTP_PASSWORD_FILE", file("password", "secret\n"));
    assertThat(notices().mail())
        .contains(
            new SmtpServer(
                "mail.example.org",
                465,
                SmtpServer.Security.TLS,
                Optional.of(new SmtpServer.Login("notices", "secret")),
                "notices@example.org"));
  }

  @ParameterizedTest
  @CsvSource({
    "WEBHOOK_URL, ftp://ops.example.org, WEBHOOK_URL",
    "WEBHOOK_URL, https://ops.example.org, WEBHOOK_SECRET_FILE",
    "SMTP_HOST, mail.example.org, SMTP_FROM",
    "SMTP_USER, notices, SMTP_PASSWORD_FILE",
    "SMTP_PORT, 70000, SMTP_PORT",
    "SMTP_SECURITY, some, SMTP_SECURITY",
    "SMTP_FROM, notices@example.org, SMTP_FROM"
  })
  void areRefusedWhereTheyAreWrongOrHalf(String name, String value, String complaint) {
    set(name, value);
    assertThat(wrong().setting()).isEqualTo("SETTLE_SERVICE_" + complaint);
  }

  @Test
  void areRefusedWhereASecretIsShortOrOfNoUse() throws IOException {
    set("WEBHOOK_SECRET_FILE", file("short", "x".repeat(31)));
    assertThat(wrong()).hasMessageContaining("WEBHOOK_SECRET_FILE is of no use without");
    set("WEBHOOK_URL", "https://ops.example.org");
    assertThat(wrong()).hasMessageContaining("fewer than 32").hasMessageNotContaining("xxx");
  }

  @Test
  void leaveThisMachineEncryptedAloneOffLocalChains() throws IOException {
    set("WEBHOOK_URL", "http://ops.example.org");
    set("WEBHOOK_SECRET_FILE", file("now", "n".repeat(32)));
    assertThat(wrong()).hasMessageContaining("WEBHOOK_URL must begin with https");
    set("WEBHOOK_URL", "https://ops.example.org");
    set("SMTP_HOST", "mail.example.org");
    set("SMTP_FROM", "notices@example.org");
    set("SMTP_SECURITY", "none");
    assertThat(wrong().setting()).isEqualTo("SETTLE_SERVICE_SMTP_SECURITY");
    set("SMTP_HOST", "localhost");
    assertThat(notices().mail()).isPresent();

    set("CHAIN_ID", "31337");
    set("WEBHOOK_URL", "http://127.0.0.1:9000");
    set("SMTP_HOST", "mail.example.org");
    assertThat(notices().webhook()).isPresent();
  }

  private ServiceConfig.Notices notices() {
    return ServiceConfig.from(environment).notices();
  }

  private WrongSetting wrong() {
    return catchThrowableOfType(WrongSetting.class, this::notices);
  }

  private void set(String name, String value) {
    environment.put("SETTLE_SERVICE_" + name, value);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content).toString();
  }
}
