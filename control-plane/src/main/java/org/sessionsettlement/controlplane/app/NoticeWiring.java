package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import org.sessionsettlement.controlplane.app.ServiceConfig.Exposure;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.notice.Channel;
import org.sessionsettlement.controlplane.notice.Courier;
import org.sessionsettlement.controlplane.notice.Deliveries;
import org.sessionsettlement.controlplane.notice.Dispatcher;
import org.sessionsettlement.controlplane.notice.MailCourier;
import org.sessionsettlement.controlplane.notice.MailPost;
import org.sessionsettlement.controlplane.notice.MailboxController;
import org.sessionsettlement.controlplane.notice.Mailboxes;
import org.sessionsettlement.controlplane.notice.NoticeLog;
import org.sessionsettlement.controlplane.notice.NoticeMeters;
import org.sessionsettlement.controlplane.notice.NoticesController;
import org.sessionsettlement.controlplane.notice.Noticing;
import org.sessionsettlement.controlplane.notice.SmtpPost;
import org.sessionsettlement.controlplane.notice.WebhookCourier;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who knows whom: notices. A node that serves no clients neither derives nor sends them: it need
 * not be trusted with what they are sent with.
 */
@Configuration(proxyBeanMethods = false)
class NoticeWiring {
  private static final Duration TELL_EVERY = Duration.ofMillis(500);
  private static final Duration LOOK_AT_TIMES_EVERY = Duration.ofSeconds(5);
  private static final Duration SEND_EVERY = Duration.ofMillis(500);
  private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);
  private static final int MAILBOX_REQUESTS_A_MINUTE = 10;

  @Bean
  Deliveries noticeDeliveries(Database database, ServiceConfig config) {
    var channels = EnumSet.noneOf(Channel.class);
    config.notices().webhook().ifPresent(webhook -> channels.add(Channel.WEBHOOK));
    config.notices().mail().ifPresent(mail -> channels.add(Channel.MAIL));
    return new Deliveries(database, channels);
  }

  @Bean
  Noticing noticing(Database database, Deliveries deliveries, InstantSource clock) {
    return new Noticing(database, deliveries, clock);
  }

  @Bean
  BackgroundTick noticeTick(Noticing noticing, ServiceConfig config) {
    return tick("notices", TELL_EVERY, config, noticing::tickEvents);
  }

  @Bean
  BackgroundTick dueNoticeTick(Noticing noticing, ServiceConfig config) {
    return tick("due-notices", LOOK_AT_TIMES_EVERY, config, noticing::tickDue);
  }

  @Bean
  BackgroundTick webhookTick(
      Deliveries deliveries, ServiceConfig config, NoticeMeters meters, InstantSource clock) {
    Optional<Courier> courier =
        config
            .notices()
            .webhook()
            .map(
                webhook ->
                    new WebhookCourier(
                        webhook.url(),
                        webhook.secrets().stream().map(Secret::value).toList(),
                        clock));
    return sender(Channel.WEBHOOK, courier, deliveries, config, meters, clock);
  }

  /** Empty where no e-mail is sent. */
  record Post(Optional<MailPost> post) {}

  @Bean
  Post mailPost(ServiceConfig config, InstantSource clock) {
    return new Post(config.notices().mail().map(server -> new SmtpPost(server, clock)));
  }

  @Bean
  Mailboxes mailboxes(Database database, InstantSource clock) {
    return new Mailboxes(database, clock);
  }

  @Bean
  BackgroundTick mailboxPruning(Mailboxes mailboxes, ServiceConfig config) {
    return tick("mailbox-pruning", PRUNE_EVERY, config, mailboxes::prune);
  }

  @Bean
  BackgroundTick mailTick(
      Deliveries deliveries,
      Mailboxes mailboxes,
      Post post,
      ServiceConfig config,
      NoticeMeters meters,
      InstantSource clock) {
    Optional<Courier> courier = post.post().map(sender -> new MailCourier(mailboxes, sender));
    return sender(Channel.MAIL, courier, deliveries, config, meters, clock);
  }

  private static BackgroundTick sender(
      Channel channel,
      Optional<Courier> courier,
      Deliveries deliveries,
      ServiceConfig config,
      NoticeMeters meters,
      InstantSource clock) {
    Runnable send =
        courier
            .map(one -> new Dispatcher(deliveries, channel, one, meters, clock))
            .<Runnable>map(dispatcher -> dispatcher::tick)
            .orElse(() -> {});
    return tick("notices-by-" + channel.text(), SEND_EVERY, config, send);
  }

  private static BackgroundTick tick(
      String name, Duration every, ServiceConfig config, Runnable work) {
    boolean serves = config.http().exposure() == Exposure.PUBLIC;
    return new BackgroundTick(name, every, serves ? work : () -> {});
  }

  @Bean
  NoticesController noticesController(Database database, ServiceToken token) {
    return new NoticesController(new NoticeLog(database), token);
  }

  @Bean
  MailboxController mailboxController(Mailboxes mailboxes, Post post, Ticker ticker) {
    return new MailboxController(
        mailboxes, post.post(), new TokenBuckets(MAILBOX_REQUESTS_A_MINUTE, ticker));
  }

  @Bean
  NoticeMeters noticeMeters(Meters meters, Deliveries deliveries, InstantSource clock) {
    return new NoticeMeters(meters, deliveries, clock);
  }
}
