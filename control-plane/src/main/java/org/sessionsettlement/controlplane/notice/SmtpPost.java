package org.sessionsettlement.controlplane.notice;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Properties;

/**
 * E-mail by SMTP, a connection each. Answers are told by their kind: their texts name mailboxes.
 */
public final class SmtpPost implements MailPost {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** For each answer of the server; a mail takes about ten. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final SmtpServer server;
  private final Session session;
  private final InstantSource clock;

  public SmtpPost(SmtpServer server, InstantSource clock) {
    this(server, clock, ANSWER);
  }

  SmtpPost(SmtpServer server, InstantSource clock, Duration answer) {
    this.server = server;
    this.clock = clock;
    this.session = Session.getInstance(properties(server, answer), authenticator(server));
  }

  private static Properties properties(SmtpServer server, Duration answer) {
    var properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("mail.transport.protocol", "smtp"),
            Map.entry("mail.smtp.host", server.host()),
            Map.entry("mail.smtp.port", String.valueOf(server.port())),
            Map.entry("mail.smtp.auth", String.valueOf(server.login().isPresent())),
            Map.entry("mail.smtp.starttls.required", is(server, SmtpServer.Security.STARTTLS)),
            Map.entry("mail.smtp.starttls.enable", is(server, SmtpServer.Security.STARTTLS)),
            Map.entry("mail.smtp.ssl.enable", is(server, SmtpServer.Security.TLS)),
            Map.entry("mail.smtp.ssl.checkserveridentity", "true"),
            Map.entry("mail.smtp.connectiontimeout", String.valueOf(CONNECT.toMillis())),
            Map.entry("mail.smtp.timeout", String.valueOf(answer.toMillis())),
            Map.entry("mail.smtp.writetimeout", String.valueOf(answer.toMillis()))));
    return properties;
  }

  private static String is(SmtpServer server, SmtpServer.Security security) {
    return String.valueOf(server.security() == security);
  }

  private static Authenticator authenticator(SmtpServer server) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        var login = server.login().orElseThrow();
        return new PasswordAuthentication(login.user(), login.password());
      }
    };
  }

  @Override
  public Courier.Result send(Mail mail) {
    try {
      Transport.send(message(mail));
      return new Courier.Result.Done();
    } catch (AddressException e) {
      return new Courier.Result.Dropped("no mailbox");
    } catch (SendFailedException e) {
      return refusedForGood(e)
          ? new Courier.Result.Dropped("the mailbox is refused")
          : new Courier.Result.Failed("not taken now");
    } catch (MessagingException e) {
      return new Courier.Result.Failed("no mail server: " + e.getClass().getSimpleName());
    }
  }

  /** RFC 5321: 5yz is for good, 4yz is for now. */
  private static boolean refusedForGood(SendFailedException e) {
    for (Exception next = e;
        next instanceof MessagingException cause;
        next = cause.getNextException()) {
      if (cause instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException refused) {
        return refused.getReturnCode() >= 500;
      }
    }
    return false;
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    String domain = server.from().substring(server.from().lastIndexOf('@') + 1);
    var message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
          }
        };
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    // RFC 3834: nobody's absence note is to come back.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }
}
