package org.sessionsettlement.controlplane.live;

/**
 * An event as it goes over the line.
 *
 * @param id where a later stream can go on
 */
record Message(String id, String name, String json) {
  /** Something was taken back, or more happened than is told one by one: read everything again. */
  static Message back(Position newest) {
    return new Message(newest.toString(), "back", "{}");
  }
}
