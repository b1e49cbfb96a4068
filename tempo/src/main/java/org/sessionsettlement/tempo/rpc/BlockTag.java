package org.sessionsettlement.tempo.rpc;

import org.sessionsettlement.tempo.Hex;

/**
 * Which block a read is about.
 *
 * @param parameter as JSON-RPC writes it
 */
public record BlockTag(String parameter) {
  /** The newest block. */
  public static final BlockTag LATEST = new BlockTag("latest");

  /** The newest block that the node calls safe, somewhere between finalized and latest. */
  public static final BlockTag SAFE = new BlockTag("safe");

  /** The newest block that nothing can undo. */
  public static final BlockTag FINALIZED = new BlockTag("finalized");

  /** The block with this number. */
  public static BlockTag number(long number) {
    return new BlockTag(Hex.quantity(number));
  }
}
