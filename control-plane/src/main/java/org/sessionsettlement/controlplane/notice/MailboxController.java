package org.sessionsettlement.controlplane.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.tempo.Address;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A wallet's mailbox over HTTP. */
@RestController
public final class MailboxController {
  private static final String CODE_SUBJECT = "Your code for notices";
  private final Mailboxes mailboxes;
  private final Optional<MailPost> post;
  private final TokenBuckets perWallet;

  /**
   * @param post empty where this service sends no e-mail
   */
  public MailboxController(Mailboxes mailboxes, Optional<MailPost> post, TokenBuckets perWallet) {
    this.mailboxes = mailboxes;
    this.post = post;
    this.perWallet = perWallet;
  }

  record MailboxRequest(@Nullable String mailbox) {}

  record CodeRequest(@Nullable String code) {}

  record AskedJson(String pending, long codeEndsAtMs) {}

  /**
   * @param mailbox where e-mail goes; absent until one is confirmed
   * @param pending what waits for its code
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MailboxJson(@Nullable String mailbox, @Nullable String pending) {
    static MailboxJson of(Mailboxes.Mailbox found) {
      return new MailboxJson(found.confirmed().orElse(null), found.pending().orElse(null));
    }
  }

  record DeletedJson(boolean ok) {}

  @PutMapping("/notices/mailbox")
  AskedJson put(@RequestBody MailboxRequest request, @Nullable Principal principal) {
    var wallet = limited(principal);
    var sender = post.orElseThrow(() -> new ProblemException(ProblemCode.MAIL_OFF));
    String mailbox = request.mailbox() == null ? "" : request.mailbox();
    if (!MailboxRule.isMailbox(mailbox)) {
      throw new ProblemException(ProblemCode.BAD_MAILBOX);
    }
    var pending =
        mailboxes
            .ask(wallet, mailbox)
            .orElseThrow(() -> new ProblemException(ProblemCode.TOO_MANY_CODES));
    return switch (sender.send(codeMail(wallet, mailbox, pending.code()))) {
      case Courier.Result.Done() -> new AskedJson(mailbox, pending.endsMs());
      case Courier.Result.Dropped _ -> throw new ProblemException(ProblemCode.BAD_MAILBOX);
      case Courier.Result.Failed _ -> throw new ProblemException(ProblemCode.MAIL_UNAVAILABLE);
    };
  }

  private static Mail codeMail(Address wallet, String mailbox, Code code) {
    String text =
        """
        The wallet %s wants notices about its bookings to be sent to this address.

        If that is you, confirm it with this code within %d minutes:

            %s

        If it is not, do nothing: without the code nothing more is sent here.
        """
            .formatted(wallet, MailboxRule.CODE_LIFE.toMinutes(), code.text());
    return new Mail(mailbox, CODE_SUBJECT, text, Code.random().text());
  }

  @PostMapping("/notices/mailbox/confirm")
  MailboxJson confirm(@RequestBody CodeRequest request, @Nullable Principal principal) {
    var wallet = limited(principal);
    var code = Code.typed(request.code() == null ? "" : request.code());
    if (!mailboxes.confirm(wallet, code)) {
      throw new ProblemException(ProblemCode.CODE_INVALID);
    }
    return found(wallet);
  }

  @GetMapping("/notices/mailbox")
  MailboxJson get(@Nullable Principal principal) {
    return found(Caller.walletOf(principal));
  }

  private MailboxJson found(Address wallet) {
    return mailboxes
        .find(wallet)
        .map(MailboxJson::of)
        .orElseThrow(() -> new ProblemException(ProblemCode.MAILBOX_NOT_FOUND));
  }

  @DeleteMapping("/notices/mailbox")
  DeletedJson delete(@Nullable Principal principal) {
    mailboxes.delete(Caller.walletOf(principal));
    return new DeletedJson(true);
  }

  private Address limited(@Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    perWallet.require(wallet.toString());
    return wallet;
  }
}
