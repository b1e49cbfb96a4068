package org.sessionsettlement.tempo.rpc;

import java.util.Optional;
import org.sessionsettlement.tempo.revert.Revert;

/** The contract reverted. */
public final class RevertedException extends RpcException {
  private static final long serialVersionUID = 1L;
  private final transient Revert revert;

  /** A revert, understood. */
  public RevertedException(Revert revert) {
    super("reverted: " + revert.reason().orElse("without a known reason"), null);
    this.revert = revert;
  }

  /** What the contract said. */
  public Revert revert() {
    return revert;
  }

  /**
   * In words: the string of {@code Error(string)}, the name of a TIP-20 error, a panic's meaning.
   */
  public Optional<String> reason() {
    return revert.reason();
  }

  /** The raw revert data. */
  public byte[] data() {
    return revert.data().toArray();
  }
}
