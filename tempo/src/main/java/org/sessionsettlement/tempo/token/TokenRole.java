package org.sessionsettlement.tempo.token;

import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** Who may do what with a token, beside transferring it (TIP-20, role-based access control). */
public enum TokenRole {
  /** Grants and revokes the others; whoever the token was created for has it. */
  DEFAULT_ADMIN("DEFAULT_ADMIN_ROLE"),
  /** Mints, and burns its own tokens. */
  ISSUER("ISSUER_ROLE"),
  /** Stops all transfers. */
  PAUSE("PAUSE_ROLE"),
  /** Lets transfers go on. */
  UNPAUSE("UNPAUSE_ROLE"),
  /** Burns the tokens of an account that the transfer policy forbids to send. */
  BURN_BLOCKED("BURN_BLOCKED_ROLE");

  private final String roleName;

  TokenRole(String roleName) {
    this.roleName = roleName;
  }

  /** The 32 bytes that the token knows it by. */
  public Hash32 id() {
    return this == DEFAULT_ADMIN ? Hash32.ZERO : Keccak256.hash(roleName);
  }
}
