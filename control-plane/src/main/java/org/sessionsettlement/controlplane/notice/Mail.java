package org.sessionsettlement.controlplane.notice;

/**
 * An e-mail of plain text.
 *
 * @param id of its Message-ID: the same mail sent twice has the same
 */
public record Mail(String to, String subject, String text, String id) {
  /** A mailbox is nothing for a log. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
