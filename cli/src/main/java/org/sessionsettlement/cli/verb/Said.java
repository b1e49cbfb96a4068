package org.sessionsettlement.cli.verb;

/** What a verb has to say: for programs and for people. */
public interface Said {
  /** One JSON object. */
  String json();

  /** Lines. */
  String human();
}
