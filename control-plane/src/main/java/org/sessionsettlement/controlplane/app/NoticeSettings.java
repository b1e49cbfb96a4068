package org.sessionsettlement.controlplane.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.notice.MailboxRule;
import org.sessionsettlement.controlplane.notice.SmtpServer;

/** Reads where notices go. */
record NoticeSettings(ServiceSettings settings) {
  private static final int MIN_SECRET_CHARS = 32;
  private static final long STARTTLS_PORT = 587;
  private static final long TLS_PORT = 465;
  private static final long PLAIN_PORT = 25;

  ServiceConfig.Notices read() {
    return new ServiceConfig.Notices(webhook(), mail());
  }

  private Optional<ServiceConfig.Webhook> webhook() {
    var url = settings.text("WEBHOOK_URL").map(value -> settings.httpUrl("WEBHOOK_URL", value));
    var before = secret("WEBHOOK_PREVIOUS_SECRET_FILE");
    if (url.isEmpty()) {
      refuseWithout("WEBHOOK_URL", "WEBHOOK_SECRET_FILE", "WEBHOOK_PREVIOUS_SECRET_FILE");
      return Optional.empty();
    }
    var current = settings.required("WEBHOOK_SECRET_FILE", this::secret);
    var secrets = Stream.concat(Stream.of(current), before.stream()).toList();
    return Optional.of(new ServiceConfig.Webhook(url.get(), secrets));
  }

  private Optional<Secret> secret(String name) {
    return settings.text(name).map(value -> secret(name, value));
  }

  private Secret secret(String name, String value) {
    return settings.secret(name, value, MIN_SECRET_CHARS);
  }

  private Optional<SmtpServer> mail() {
    var security =
        settings.oneOf("SMTP_SECURITY", SmtpServer.Security.values(), SmtpServer.Security.STARTTLS);
    int port = settings.number("SMTP_PORT", 1, 65_535).orElse(usualPort(security)).intValue();
    var login = login();
    var host = settings.text("SMTP_HOST");
    if (host.isEmpty()) {
      refuseWithout(
          "SMTP_HOST",
          "SMTP_SECURITY",
          "SMTP_PORT",
          "SMTP_USER",
          "SMTP_PASSWORD_FILE",
          "SMTP_FROM");
      return Optional.empty();
    }
    String from = settings.required("SMTP_FROM", NoticeSettings::mailbox);
    return Optional.of(new SmtpServer(host.get(), port, security, login, from));
  }

  private static long usualPort(SmtpServer.Security security) {
    return switch (security) {
      case STARTTLS -> STARTTLS_PORT;
      case TLS -> TLS_PORT;
      case NONE -> PLAIN_PORT;
    };
  }

  private Optional<SmtpServer.Login> login() {
    var user = settings.text("SMTP_USER");
    if (user.isEmpty()) {
      refuseWithout("SMTP_USER", "SMTP_PASSWORD_FILE");
      return Optional.empty();
    }
    var password =
        settings.required("SMTP_PASSWORD_FILE", (name, value) -> settings.secret(name, value, 1));
    return Optional.of(new SmtpServer.Login(user.get(), password.value()));
  }

  private static String mailbox(String name, String value) {
    if (!MailboxRule.isMailbox(value)) {
      throw ServiceSettings.wrong(name, "is not an e-mail address");
    }
    return value;
  }

  private void refuseWithout(String needed, String... others) {
    for (var other : List.of(others)) {
      if (settings.text(other).isPresent()) {
        throw ServiceSettings.wrong(
            other, "is of no use without " + ServiceSettings.PREFIX + needed);
      }
    }
  }

  /**
   * Off local chains nobody on the way is to read of whom a notice is, or what it is signed with.
   */
  static void refuseOpenLines(ServiceConfig config) {
    if (config.chain().isLocal()) {
      return;
    }
    var webhook = config.notices().webhook().map(ServiceConfig.Webhook::url).map(URI::getScheme);
    if (webhook.isPresent() && !webhook.get().equals("https")) {
      throw ServiceSettings.wrong("WEBHOOK_URL", "must begin with https: off local chains");
    }
    var mail = config.notices().mail();
    if (mail.isPresent()
        && mail.get().security() == SmtpServer.Security.NONE
        && !isThisMachine(mail.get().host())) {
      throw ServiceSettings.wrong(
          "SMTP_SECURITY", "may be none for a server on this machine alone, or on local chains");
    }
  }

  private static boolean isThisMachine(String host) {
    return List.of("localhost", "127.0.0.1", "::1").contains(host);
  }
}
