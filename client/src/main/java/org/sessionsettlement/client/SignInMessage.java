package org.sessionsettlement.client;

/**
 * The text that a wallet signs to sign in (ERC-4361, Sign-In with Ethereum).
 *
 * @param address checksummed
 * @param statement one line
 * @param issuedAt RFC 3339
 */
record SignInMessage(
    String domain,
    String address,
    String statement,
    String uri,
    String version,
    long chainId,
    String nonce,
    String issuedAt) {

  String text() {
    return domain
        + " wants you to sign in with your Ethereum account:\n"
        + address
        + "\n\n"
        + statement
        + "\n\nURI: "
        + uri
        + "\nVersion: "
        + version
        + "\nChain ID: "
        + chainId
        + "\nNonce: "
        + nonce
        + "\nIssued At: "
        + issuedAt;
  }
}
