package org.sessionsettlement.controlplane.notice;

/** Sends e-mail, or says why not. */
public interface MailPost {
  Courier.Result send(Mail mail);
}
