package org.sessionsettlement.controlplane.notice;

import org.sessionsettlement.tempo.Address;

/** Takes notices to the mailboxes that wallets confirmed. */
public final class MailCourier implements Courier {
  private final Mailboxes mailboxes;
  private final MailPost post;

  public MailCourier(Mailboxes mailboxes, MailPost post) {
    this.mailboxes = mailboxes;
    this.post = post;
  }

  @Override
  public Result deliver(String body, String wallet) {
    var reader = Address.parse(wallet);
    var notice = NoticeCodec.read(body);
    var text = NoticeText.of(notice, reader);
    return mailboxes
        .confirmed(reader)
        .map(to -> post.send(new Mail(to, text.subject(), text.text(), notice.id())))
        .orElseGet(() -> new Result.Dropped("no mailbox any more"));
  }
}
