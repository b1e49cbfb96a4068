package org.sessionsettlement.cli.demo;

/** The two parties of a session. */
enum Role {
  HOST,
  GUEST;

  Role other() {
    return this == HOST ? GUEST : HOST;
  }
}
